#!/bin/sh
# SPDX-License-Identifier: MIT
# A counsellor's sealed desk on a terminal. A program that has sealed cases open lets no other look inside, so whether it waits for its
# user only the system's own account can see.
set -eu
if test "$(id -u)" -ne 0; then
    echo "not run by root: the program cannot be watched"
    exit 77
fi
if ! nm -D "$TANU_BUILD/tanu" 2>/dev/null | grep -q crypto_pwhash; then
    echo "built without libsodium"
    exit 77
fi
exec "$TANU_BUILD/tests/screen/screentest" "$TANU_SRC/tests/screen/tanu-sealed.script"
