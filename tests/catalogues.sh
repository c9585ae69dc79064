#!/bin/sh
# SPDX-License-Identifier: MIT
# Every .po is UTF-8, passes msgfmt --check and names its plural forms. Asks the source alone, not the program.
set -eu
cd "$TANU_SRC"
status=0
for po in locale/*.po questions/*/po/*/*.po; do
    test -f "$po" || continue
    msgfmt --check --output-file=/dev/null "$po" || status=1
    grep -q '^"Content-Type: text/plain; charset=UTF-8' "$po" ||
        { echo "$po: error: charset must be UTF-8"; status=1; }
    grep -q '^"Plural-Forms: nplurals=[1-9]' "$po" ||
        { echo "$po: error: no Plural-Forms in the header"; status=1; }
done
for po in locale/*.po; do
    for kind in untranslated only-fuzzy; do
        msgattrib --no-obsolete --$kind "$po" | grep '^msgid' | grep -v '^msgid ""$' &&
            { echo "$po: error: $kind texts"; status=1; }
    done
done
# A translation has no more sentences than its text: where only the first one is shown, it says as much ("unless", "as reported").
for po in questions/*/po/*/*.po; do
    msgcat --no-wrap --no-location "$po" | sed 's/[.!?] \([[:upper:]]\)/.@@\1/g' |
        awk -F@@ '/^msgid / { n = NF } /^msgstr / && NF > n' | grep . &&
        { echo "$po: error: more sentences than in English"; status=1; }
done
# A sentence is a sentence in every language: it may stand alone on its line. Names such as egov.kz may begin it.
for po in locale/*.po questions/*/po/*/*.po; do
    msgcat --no-wrap --no-location "$po" |
        awk '/^msgid / { whole = /^msgid "[A-Z].*[.]"$/ } /^msgstr / && whole' |
        grep '^msgstr "[[:lower:]]' | grep -v '^msgstr "[a-z]' &&
        { echo "$po: error: a sentence begins in lower case"; status=1; }
done
# The program's own texts obey the terms that `tanu check` holds the pack to.
for tsv in doc/terms/*.tsv; do
    po=locale/$(basename "$tsv" .tsv).po
    grep -v '^#' "$tsv" | cut -f4 | tr '|' '\n' | grep . |
        while read -r words; do
            msgcat --no-wrap --no-location "$po" | grep '^msgstr' | grep -Fn -- "$words"
        done | grep . && { echo "$po: error: forbidden in $tsv"; status=1; }
done
exit $status
