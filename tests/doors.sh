#!/bin/sh
# SPDX-License-Identifier: MIT
# Every door with a descriptor that fails: status 74 and one sentence, never silence, never a signal. A door that reads or writes
# elsewhere is not asked. And every door with descriptors that do not block: the same answer.
set -eu
tanu=$TANU_BUILD/tanu
export TANU_PACK="$TANU_SRC/tests/packs/tiny"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
case='{"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study"}'
echo "$case" >"$work/case.json"

# fails NAME: the status of the last command is 74, and stderr has one line.
fails() {
    if test "$status" -ne 74 || test "$(wc -l <"$work/err")" -ne 1; then
        echo "FAIL: $1: status $status, $(cat "$work/err")"
        failed=1
    fi
}
while read -r arguments; do
    # shellcheck disable=SC2086
    "$tanu" $arguments <"$work/case.json" >/dev/full 2>"$work/err" && status=0 || status=$?
    fails "a full disk: tanu $arguments"
    # Under a limit on the size of files; the complaint goes through a pipe, which has no size.
    # shellcheck disable=SC2086
    { (ulimit -f 0 && exec "$tanu" $arguments <"$work/case.json" >"$work/out") 2>&1 && echo 0 || echo $?; } | cat >"$work/said"
    status=$(tail -n 1 "$work/said")
    sed '$d' "$work/said" >"$work/err"
    fails "a limit on the size of files: tanu $arguments"
done <<'LIST'
--line
assess
assess --brief
assess --jobs 2
report
report --format html
report --format json
report --format qr
form KZ
compare --to KZ,CN
check --quiet
book
graph
pot
--help
--version
LIST
for arguments in --line assess 'assess --jobs 2' report 'compare --to KZ,CN'; do
    # shellcheck disable=SC2086
    "$tanu" $arguments </ >/dev/null 2>"$work/err" && status=0 || status=$?
    fails "input that cannot be read: tanu $arguments"
    # shellcheck disable=SC2086
    "$tanu" $arguments <&- >/dev/null 2>"$work/err" && status=0 || status=$?
    fails "no input at all: tanu $arguments"
done
# The input comes late and in pieces, the output goes into a pipe that is full.
slowly() {
    for piece in 1 2 3; do
        dd bs=40 count=$piece iflag=fullblock 2>/dev/null
        sleep 0.05
    done
    cat
}
ln -s "$TANU_SRC/questions/tokyo" "$work/tokyo"
cd "$work"
while read -r arguments; do
    # shellcheck disable=SC2086
    "$tanu" $arguments <"$work/case.json" >"$work/out"
    # shellcheck disable=SC2086
    { slowly <"$work/case.json" | "$TANU_BUILD/tests/nonblock" "$tanu" $arguments && echo good; } 2>&1 | (sleep 0.1 && cat) >"$work/late"
    echo good >>"$work/out"
    cmp "$work/out" "$work/late" || { echo "FAIL: not blocking: tanu $arguments"; failed=1; }
done <<'LIST'
--line
assess
assess --brief
assess --jobs 2
report
report --format json
compare --to KZ,CN
graph --pack tokyo
book --pack tokyo
LIST
exit $failed
