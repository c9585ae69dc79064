#!/bin/sh
# SPDX-License-Identifier: MIT
# What a line of answers may hold, and what is said of one that is refused: every kind of value for every kind of question, each mark of
# JSON missing, keys twice. One line of tests/refused/lines.jsonl is one line of the golden file; GENERATE=1 writes that anew, on purpose.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$TANU_SRC/tests/refused"
"$TANU_BUILD/tanu" assess --brief --as-of=2026-11-01 --pack=../packs/pages lines.jsonl >"$work/out" 2>"$work/err" && status=0 || status=$?
{
    paste lines.jsonl "$work/out"
    sed 's/^/stderr: /' "$work/err"
    echo "status $status"
    # Several diplomas of one person, which a report takes.
    while read -r line; do
        words=$(printf '%s\n' "$line" | "$TANU_BUILD/tanu" report --as-of=2026-11-01 --pack=../packs/pages 2>&1 >/dev/null) &&
            words="taken $words" || words="$? $words"
        printf '%s\t%s\n' "$line" "$words"
    done <several.jsonl
} >"$work/all"
if test -n "${GENERATE:-}"; then
    cp "$work/all" golden
elif ! cmp -s golden "$work/all"; then
    echo "refused.sh: golden, and now:" >&2
    diff golden "$work/all" | head -20 >&2
    exit 1
fi
