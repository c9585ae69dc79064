#!/bin/sh
# SPDX-License-Identifier: MIT
# The call of doc/cluster.md under GNU parallel with two local workers gives, byte for byte, what one process gives.
set -eu
command -v parallel >/dev/null || { echo "cluster.sh: GNU parallel is missing (Debian: parallel)" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" # parallel keeps its own files there
n=0
for to in KZ CN JP NZ AU KR IN VN; do
    for from in KZ AU DE CN RU; do
        for level in bachelor master doctorate honorary; do
            for mode in on_campus online blended; do
                n=$((n + 1))
                echo "{\"id\":$n,\"award_country\":\"$from\",\"destination\":\"$to\",\"level\":\"$level\",\"mode\":\"$mode\"}"
            done
        done
    done
done >"$work/some"
cat "$work/some" "$work/some" "$work/some" "$work/some" >"$work/cases.jsonl"
grep -q -e '--pipepart --keep-order' "$TANU_SRC/doc/cluster.md" # what is shown is what is run
"$TANU_BUILD/tanu" assess --brief --as-of 2026-11-01 "$work/cases.jsonl" >"$work/one"
parallel --pipepart --keep-order --block 50k --jobs 2 -a "$work/cases.jsonl" \
    "$TANU_BUILD/tanu" assess --brief --as-of 2026-11-01 >"$work/two" 2>"$work/err" || { cat "$work/err" >&2; exit 1; }
cmp "$work/one" "$work/two"
test "$(wc -l <"$work/two")" -eq $((4 * n))
