#!/bin/sh
# SPDX-License-Identifier: MIT
# make soak: somebody tries everything on a kiosk in a world with faults (tests/kiosk/walker.sh), 1000 visits of each policy a round, other
# keys each time, in lives of 100 and of 1000 visits: for SOAK_SECONDS (default 60), or until there were SOAK_VISITS of them (the issue's
# run: make soak SOAK_VISITS=100000; about 60 visits a second on one core). Before that all that a terminal can send, on every screen.
set -eu
TANU_PART=1 sh "$TANU_SRC/tests/kiosk/escape.sh"
begin=$(date +%s)
end=$((begin + ${SOAK_SECONDS:-60}))
seed=${TANU_SEED:-$begin}
visits=0
fatal=101
more() {
    if test -n "${SOAK_VISITS:-}"; then
        test "$visits" -lt "$SOAK_VISITS"
    else
        test "$(date +%s)" -lt "$end"
    fi
}
while more; do
    TANU_SEED=$seed TANU_VISITS=1000 TANU_FATAL=$fatal sh "$TANU_SRC/tests/kiosk/walker.sh" ||
        { echo "kiosk: seed $seed, fatal $fatal"; exit 1; }
    seed=$((seed + 1))
    visits=$((visits + 2000))
    fatal=$((1102 - fatal))
    echo "kiosk: $visits visits, $(($(date +%s) - begin)) s, seed $seed is next"
done
echo "kiosk: $visits visits"
