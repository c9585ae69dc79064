#!/bin/sh
# SPDX-License-Identifier: MIT
# Memory that runs out, at one allocation or from one on: the program says so and ends with 71, or does without and ends as always.
# Never by a signal, wherever it happens: also while libc reads catalogues. The first allocations all, then samples.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study"}' >case
failed=0
one() { # AT COMMAND...
    at=$1
    shift
    status=0
    FAIL_AT=$at LD_PRELOAD="$TANU_BUILD/tests/alloc/failing.so" "$@" <case >out 2>err || status=$?
    case $status in
    0) test -s out && return ;;
    71) test "$(cat err)" = 'tanu: out of memory' && return ;;
    esac
    echo "FAIL: $* with allocation $at failing${FAIL_FOREVER:+ and all later ones}: status $status, $(head -c 300 err)"
    failed=1
}
for arguments in '--line --lang ru' 'report --lang kk' 'assess --brief'; do
    # shellcheck disable=SC2086
    all=$(FAIL_COUNT=1 LD_PRELOAD="$TANU_BUILD/tests/alloc/failing.so" "$TANU_BUILD/tanu" $arguments <case 2>&1 >/dev/null | tail -n 1)
    test "$all" -gt 50 || { echo "FAIL: nothing is counted: $arguments"; failed=1; }
    for at in $(seq 0 "$all" | awk '$1 < 180 || $1 % 97 == 0'); do
        # shellcheck disable=SC2086
        one "$at" "$TANU_BUILD/tanu" $arguments
        # shellcheck disable=SC2086
        FAIL_FOREVER=1 one "$at" "$TANU_BUILD/tanu" $arguments
    done
done
exit $failed
