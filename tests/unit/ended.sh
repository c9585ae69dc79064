#!/bin/sh
# SPDX-License-Identifier: MIT
# ended.sh PROGRAM...: runs a test program. One of cmocka has passed only if it also says so at its end: what it tries might end the
# process with status 0 before.
case $1 in
*tests/unit/test-*) ;;
*) exec "$@" ;;
esac
said=$(mktemp)
trap 'rm -f "$said"' EXIT
trap 'exit 1' HUP INT TERM
status=0
"$@" >"$said" 2>&1 || status=$?
cat "$said"
test "$status" -eq 0 || exit "$status"
grep -q '^\[  PASSED  \]' "$said" || {
    echo "$1 ended before its end"
    exit 1
}
