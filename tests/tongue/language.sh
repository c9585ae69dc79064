#!/bin/sh
# SPDX-License-Identifier: MIT
# Adding a language as doc/how-to-add.md says: a row in the table (tests/tongue/made-up.row, built into tanu-made-up), a line
# in LINGUAS, catalogues, a line in the pack. Then the program speaks it, finds and types in it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "FAIL: $*"
    exit 1
}
source=$work/source build=$work/build pack=$work/source/questions/tiny
mkdir -p "$source/locale" "$source/questions" "$build"
cp "$TANU_BUILD/tests/tongue/tanu-made-up" "$build/tanu"
echo "$source" >"$build/tanu.tree"
cp "$TANU_SRC"/locale/*.po "$source/locale"
cp -r "$TANU_SRC/tests/packs/tiny" "$source/questions"
tanu=$build/tanu

# Every text with the letter of the language before it. The program's are made from the Kazakh ones.
mark() {
    sed 's/^"Language: .*/"Language: art\\n"/' | msgfilter --keep-header sed 's/^/ꝑ/' 2>/dev/null
}
(cat "$TANU_SRC/locale/LINGUAS" && echo art) >"$source/locale/LINGUAS"
mark <"$source/locale/kk.po" >"$source/locale/art.po"
sed -i 's/^  - en$/  - en\n  - art/' "$pack/pack.yaml"
mkdir -p "$pack/po/art"
"$tanu" --pack "$pack" pot >"$work/tiny.pot"
msginit --no-translator --locale=kk --input="$work/tiny.pot" --output-file=- 2>/dev/null | msgen - | mark >"$pack/po/art/tiny.po"
sh "$TANU_SRC/scripts/catalogues.sh" "$source" "$build" >"$work/log" 2>&1 || fail "catalogues.sh: $(tail -n 5 "$work/log")"

"$tanu" --lang art --help | head -n 1 | grep -q '^ꝑ' || fail "--help is not in the new language"
"$tanu" --lang art --help | grep -q 'art Ꝑrova' || fail "--help does not offer it"
LANGUAGE=xx:art "$tanu" --help | head -n 1 | grep -q '^ꝑ' || fail "LANGUAGE does not find it"
# It is offered in its own name; a digit of its keyboard answers; letters are forgiven.
printf '1\nJaꝑan\nkazakh\nà\nquit\n' | "$tanu" --pack "$pack" --lang art --line --as-of 2026-11-01 >"$work/talk" 2>&1 || :
grep -q 'Japan' "$work/talk" || fail "ꝑ is not forgiven for p: $(cat "$work/talk")"
grep -q 'ꝑ' "$work/talk" || fail "line mode does not speak it"
echo '{"destination":"JP","award_country":"KZ","level":"bachelor"}' >"$work/case"
"$tanu" --pack "$pack" --lang art report "$work/case" >"$work/report" || fail "report"
grep -q '^ꝑ' "$work/report" || fail "the report is not in the new language"
