#!/bin/sh
# SPDX-License-Identifier: MIT
# A pack from elsewhere brings its translations along, in its folder po/LL.mo; a damaged one is named and left alone.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "FAIL: $*"
    exit 1
}
pack=$work/pack
cp -r "$TANU_SRC/tests/packs/tiny" "$pack"
sed -i 's/^  - en$/  - en\n  - kk\n  - ru/' "$pack/pack.yaml"
mkdir "$pack/po"
for lang in kk ru; do
    "$tanu" --pack "$pack" pot >"$work/pot"
    msginit --no-translator --locale=$lang --input="$work/pot" --output-file=- 2>/dev/null | msgen - |
        msgfilter --keep-header sed "s/^/[$lang] /" >"$work/$lang.po" 2>/dev/null
    msgfmt -o "$pack/po/$lang.mo" "$work/$lang.po"
done
echo '{"destination":"CN","award_country":"KZ","level":"bachelor"}' >"$work/case"
report() { "$tanu" --pack "$pack" --lang "$1" report "$work/case" >"$work/out" 2>"$work/err"; }

for lang in kk ru; do
    report $lang || fail "report in $lang: $(cat "$work/err")"
    test "$(grep -c "\[$lang\] " "$work/out")" -gt 10 || fail "the texts of the pack are not in $lang: $(head "$work/out")"
done
"$tanu" --pack "$pack" --lang kk,ru report "$work/case" >"$work/out"
grep -q '\[kk\]' "$work/out" && grep -q '\[ru\]' "$work/out" || fail "two languages"
"$tanu" --pack "$pack" --lang ru assess "$work/case" | grep -q '"text":"\[ru\] ' || fail "assess"
"$tanu" --pack "$pack" --lang ru assess --jobs 2 "$work/case" | grep -q '"text":"\[ru\] ' || fail "assess with two jobs"
printf 'quit\n' | "$tanu" --pack "$pack" --lang kk --line 2>&1 | grep -q '\[kk\]' || fail "line mode"
report en
grep -q '\[kk\]' "$work/out" && fail "English is not as it is written"

# Cut, changed in the middle, no catalogue at all: named, English, nothing else.
cp "$pack/po/kk.mo" "$work/good"
size=$(wc -c <"$work/good")
for damage in cut middle none; do
    case $damage in
    cut) head -c $((size / 2)) "$work/good" >"$pack/po/kk.mo" ;;
    middle) (head -c 40 "$work/good"; head -c $((size - 40)) /dev/zero | tr '\0' '\377') >"$pack/po/kk.mo" ;;
    none) echo 'no catalogue' >"$pack/po/kk.mo" ;;
    esac
    report kk || fail "$damage ends the program: $(cat "$work/err")"
    grep -q 'po/kk.mo' "$work/err" || fail "$damage is not named: $(cat "$work/err")"
    grep -q '\[kk\]' "$work/out" && fail "$damage is used"
done
rm "$pack/po/kk.mo"
report kk && ! test -s "$work/err" || fail "without a catalogue: $(cat "$work/err")"
