#!/bin/sh
# SPDX-License-Identifier: MIT
# The README's promise: on a bare Debian 12 and 13 with git, gcc and make, `./bootstrap check` builds and everything passes.
set -eu
. "$TANU_SRC/tests/world/lib.sh"

for suite in bookworm trixie; do
    root=$WORLD/$suite
    world_root $suite "$root" git,gcc,libc6-dev,make,ca-certificates
    git clone -q "$TANU_SRC" "$root/src"
    world_in "$root" 'cd /src && ./bootstrap check' >"$WORLD/$suite.out" 2>&1 || {
        grep -E 'FAIL|passed' "$WORLD/$suite.out" || true
        tail -n 40 "$WORLD/$suite.out"
        fail "./bootstrap check on $suite"
    }
    echo "$suite: $(tail -n 1 "$WORLD/$suite.out")"
done
