#!/bin/sh
# SPDX-License-Identifier: MIT
# scripts/draw-facts.sh: as many facts as asked for, each once, each with its source and date; the
# same seed draws the same ones, another seed others.
set -eu
draw=$TANU_SRC/scripts/draw-facts.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

fail() {
    echo "draw.sh: $*" >&2
    failed=1
}

"$draw" 7 60 >"$work/once"
"$draw" 7 60 >"$work/twice"
"$draw" 8 60 >"$work/other"
cmp -s "$work/once" "$work/twice" || fail "the same seed draws others"
cmp -s "$work/once" "$work/other" && fail "another seed draws the same"
test "$(wc -l <"$work/once")" -eq 60 || fail "$(wc -l <"$work/once") facts instead of 60"
"$draw" 1 1000000 >"$work/all"
test "$(wc -l <"$work/all")" -gt 1000 || fail "only $(wc -l <"$work/all") facts at all"
cut -f1 "$work/all" | LC_ALL=C sort | uniq -d >"$work/again"
test ! -s "$work/again" || fail "drawn twice: $(head -3 "$work/again")"
awk -F '\t' 'NF != 5 || $1 == "" || $3 == "" || $5 !~ /^[0-9-]+ [a-z]+$/' "$work/all" >"$work/bad"
test ! -s "$work/bad" || fail "not whole: $(head -3 "$work/bad")"
# Every source that is named is one of the pack.
cut -f3 "$work/all" | LC_ALL=C sort -u | while read -r id; do
    case $id in
    */*) grep -q "number: .*${id#*/}" "$TANU_SRC/questions/tokyo/instruments/${id%/*}.yaml" || echo "$id" ;;
    *) grep -rqx -- "  - id: $id" "$TANU_SRC/questions/tokyo" || echo "$id" ;;
    esac
done >"$work/unknown"
test ! -s "$work/unknown" || fail "no such source: $(head -3 "$work/unknown")"
exit $failed
