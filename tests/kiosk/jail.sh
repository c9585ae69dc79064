#!/bin/sh
# SPDX-License-Identifier: MIT
# A kiosk that may print is shut in like any other: who prints was started before, has walls of its own, and nothing but that. Killed, it
# is a printer that is not there, and the kiosk goes on.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
kiosk=
trap 'test -z "$kiosk" || kill -KILL "$kiosk" 2>/dev/null || :; rm -rf "$work"' EXIT
cd "$work"
fail() {
    echo "FAIL: $*"
    exit 1
}
printf 'languages:\n  - en\ncode: yes\nprint:\n  queue: office\n' >policy.yaml
chmod 644 policy.yaml
code=$(echo '{"destination":"CN","award_country":"KZ","level":"bachelor","purpose":"further_study"}' | "$tanu" code)

mkfifo lines said
"$tanu" --kiosk policy.yaml --line --as-of 2026-11-28 <lines >said 2>&1 &
kiosk=$!
exec 3>lines 4<said
# What follows the words is lost with them: nothing does before the next line is typed.
heard() {
    timeout 30 grep -q -m 1 "$1" <&4 || fail "not said: $1"
}
head -c 1 <&4 >first # it speaks, so it is shut in
children() {
    cat /proc/[0-9]*/stat 2>/dev/null | sed -n "s/^\([0-9]*\) (.*) [A-Z] $1 .*/\1/p"
}
helper=$(children $kiosk)
test "$(echo "$helper" | wc -w)" = 1 || fail "not one process that prints: $helper"
if grep -q "^HAVE_SECCOMP_TRUE=''" "$TANU_BUILD/config.log"; then
    for process in $kiosk $helper; do
        grep -q '^Seccomp:.*2' /proc/$process/status || fail "no filter of calls: $process"
        grep -q '^NoNewPrivs:.*1' /proc/$process/status || fail "new rights can be had: $process"
    done
else
    echo 'NOT TRIED: this build has no seccomp'
fi
# It has no terminal and no file of the kiosk.
if test -r /proc/"$helper"/fd; then
    for fd in /proc/"$helper"/fd/*; do
        case $(readlink "$fd") in
        /dev/null | socket:*) ;;
        *) fail "who prints has $(readlink "$fd")" ;;
        esac
    done
fi

printf '\n%s\ntake paper\n' "code $code" >&3
heard 'There is no such printer, or it cannot be reached'
test "$(children $kiosk)" = "$helper" || fail "who prints is not there any more"
kill -KILL "$helper"
echo 'take paper' >&3
heard 'There is no such printer, or it cannot be reached'
test -z "$(children $kiosk)" || fail "somebody else prints now"
printf 'take paper\nagain\nyes\n' >&3
heard 'All answers are forgotten'
exec 3>&-
wait $kiosk || fail "it ends with $?"
kiosk=
