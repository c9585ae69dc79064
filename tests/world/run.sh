#!/bin/sh
# SPDX-License-Identifier: MIT
# make check-world: everything that needs more than a terminal (roots of both Debians, a browser, a printer, sshd, packages ...), one
# script a thing. Each installs what it needs, or says what is missing and counts as failed: nothing is passed over in silence.
#     tests/world/run.sh [NAME...]       (default: all of tests/world/*.sh)
# A script gets TANU_SRC, TANU_BUILD and an empty folder WORLD of its own; its output is kept in $TANU_BUILD/world/NAME.log.
set -eu
TANU_SRC=${TANU_SRC:-$(cd "$(dirname "$0")/../.." && pwd)}
TANU_BUILD=${TANU_BUILD:-$TANU_SRC/build}
LC_ALL=C.UTF-8
export TANU_SRC TANU_BUILD LC_ALL
# How this make was called must not reach the builds of the scripts: a silent one shows no compiler commands.
unset MAKEFLAGS MFLAGS MAKELEVEL LANGUAGE TANU_PACK NO_COLOR ACCESSIBLE 2>/dev/null || true

if test $# -eq 0; then
    set -- $(cd "$TANU_SRC/tests/world" && ls *.sh | sed 's/\.sh$//' | grep -vx -e run -e lib)
fi
passed=0 failed=0
mkdir -p "$TANU_BUILD/world"
for name in "$@"; do
    WORLD=$(mktemp -d "${TMPDIR:-/tmp}/tanu-world.XXXXXX")
    export WORLD
    begin=$(date +%s)
    if sh "$TANU_SRC/tests/world/$name.sh" >"$TANU_BUILD/world/$name.log" 2>&1; then
        passed=$((passed + 1))
        word=passed
    else
        failed=$((failed + 1))
        word=FAILED
        tail -n 30 "$TANU_BUILD/world/$name.log"
    fi
    echo "$name: $word, $(($(date +%s) - begin)) s"
    rm -rf "$WORLD"
done
echo "$passed passed, $failed failed"
test "$failed" -eq 0
