#!/bin/sh
# SPDX-License-Identifier: MIT
# make soak: somebody tries everything on a kiosk, 100 visits a process, other keys each time, for SOAK_SECONDS (default 60). Memory stays
# flat: the last process may not have grown by more than 4 MB over its visits (tests/kiosk/walker.c says so itself).
set -eu
make -C "$TANU_BUILD" -s tests/kiosk/walker
end=$(($(date +%s) + ${SOAK_SECONDS:-60}))
seed=$(date +%s)
visits=0
while test "$(date +%s)" -lt "$end"; do
    TANU_SEED=$seed TANU_VISITS=100 sh "$TANU_SRC/tests/kiosk/walker.sh" || { echo "kiosk: seed $seed"; exit 1; }
    seed=$((seed + 1))
    visits=$((visits + 100))
done
echo "kiosk: $visits visits"
