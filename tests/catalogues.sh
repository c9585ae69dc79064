#!/bin/sh
# SPDX-License-Identifier: MIT
# Every .po is UTF-8, passes msgfmt --check and names its plural forms.
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
exit $status
