#!/bin/sh
# SPDX-License-Identifier: MIT
# make soak: somebody tries everything on a kiosk in a world with faults (tests/kiosk/walker.sh), 500 visits of each policy a round, other
# keys each time: for SOAK_SECONDS (default 60), or until there were SOAK_VISITS of them (the run: make soak SOAK_VISITS=100000).
set -eu
make -C "$TANU_BUILD" -s tests/kiosk/walker tests/kiosk/broken.so
end=$(($(date +%s) + ${SOAK_SECONDS:-60}))
seed=${TANU_SEED:-$(date +%s)}
visits=0
more() {
    if test -n "${SOAK_VISITS:-}"; then
        test "$visits" -lt "$SOAK_VISITS"
    else
        test "$(date +%s)" -lt "$end"
    fi
}
while more; do
    TANU_SEED=$seed TANU_VISITS=500 TANU_FATAL=97 sh "$TANU_SRC/tests/kiosk/walker.sh" || { echo "kiosk: seed $seed"; exit 1; }
    seed=$((seed + 1))
    visits=$((visits + 1000))
done
echo "kiosk: $visits visits"
