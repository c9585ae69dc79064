#!/bin/sh
# SPDX-License-Identifier: MIT
# The shipped pack: no error, every rule decided by a case, all cases pass, and not too many laws to prove.
# That the calendar alone never turns the check red: tests/unit/test-check.c.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0

fail() {
    echo "shipped.sh: $*" >&2
    tail -5 out >&2
    failed=1
}

"$TANU_BUILD/tanu" check --as-of=2026-11-23 --coverage >out 2>err || fail "exit status $?: $(grep 'error:' out | head)"
test ! -s err || fail "something on stderr: $(cat err)" # no progress bar: this is no terminal
grep -q '^Coverage: \([0-9]*\) of \1 rules decided' out || fail "rules without a deciding case"
grep -q '^0 errors, ' out || fail "errors"
# The time of the proof goes with the laws that are told apart: some 1.3 ms of CPU each, which the
# processors share. A clock would tell of the machine.
laws=$(sed -n 's/^Proved: .* laws (\([0-9]*\) hold all others).*/\1/p' out)
test "$laws" -ge 1000 && test "$laws" -le 11000 || fail "$laws laws: how long does the proof take now?"
tail -1 out | grep -q '^Proved: .* cases passed: \([0-9]*\) of \1\.$' || fail "cases fail"
test "$(sed -n 's/.*cases passed: \([0-9]*\) of.*/\1/p' out)" -ge 120 || fail "fewer than 120 cases"
test "$(sed -n 's/.* destinations (\([0-9]*\) with a file).*/\1/p' out)" -ge 31 || fail "countries"
exit $failed
