#!/bin/sh
# SPDX-License-Identifier: MIT
# Counts, not people: one line a finished visit where the policy says so, and what `tanu stats` makes of them; kiosk-status.
set -eu
tanu=$TANU_BUILD/tanu
pack=$TANU_SRC/tests/packs/tiny
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0
fault() {
    echo "$*"
    failed=1
}
visit() { # lines of one visit, and the next one that only wakes
    printf '%s\n' "$@" | "$tanu" --kiosk policy.yaml --line --pack "$pack" --as-of 2026-11-01 >out 2>err || fault "ended with $?"
}

# Off by default.
echo 'idle: 60' >policy.yaml
chmod 644 policy.yaml
visit '' '' CN again
test ! -s err || fault "counted without being told to: $(cat err)"

echo 'counts: yes' >policy.yaml
visit '' '' CN Atlantis again '' '' again
test "$(wc -l <err)" = 1 || fault "not one line a visit in which something was answered: $(cat err)"
grep -q '^{"visit":1,"hour":"[0-9-]*T[0-9][0-9]","language":"en","purpose":null,"outcome":null,"duration":"under_1_min","left_at":"award_country"}$' err ||
    fault "another line: $(cat err)"
! grep -qi -e china -e CN -e atlantis err || fault "the line says more than it may: $(cat err)"
printf 'counts: yes\ncount_countries: yes\n' >policy.yaml
visit '' '' CN KZ again
grep -q '"award_country":"KZ","destination":"CN"}$' err || fault "no countries: $(cat err)"
# A visit that ends with the kiosk is a visit too.
visit '' '' CN
test "$(wc -l <err)" = 1 || fault "a visit was lost at the end"

# The sums: small counts are hidden, and one more where the rest would tell.
line() { # NUMBER LANGUAGE DURATION
    i=0
    while [ $i -lt "$1" ]; do
        echo "Nov 28 tanu[1]: {\"visit\":1,\"hour\":\"2026-11-28T10\",\"language\":\"$2\",\"purpose\":null,\"outcome\":null,\"duration\":\"$3\",\"left_at\":\"level\"}"
        i=$((i + 1))
    done
}
{ line 9 kk 1_to_3_min; line 7 ru 1_to_3_min; line 2 en under_1_min; echo 'something else'; echo '{"visit":1,"language":"k'
    # Written half, or by something else: no visits.
    printf '{"visit":1,%s\n' 'language":"kk"}' 'xlanguage":"kk"}' '"language":"kk"' '"language" "kk"}' '"language":}' '"language":"kk",' '' '"language"'; } >lines
"$tanu" stats lines >sums
"$tanu" stats <lines | cmp - sums || fault "standard input gives other sums"
grep -q '^18 visits$' sums || fault "not 18 visits"
grep -q '^  kk  *9$' sums || fault "kk is not 9"
! grep -q -e '^  ru' -e '^  en' sums || fault "ru or en tells what is hidden"
grep -q 'too few to be shown' sums || fault "nothing is said of what is hidden"
{ line 9 kk 1_to_3_min; line 2 ru 1_to_3_min; line 2 en under_1_min; line 6 tr under_1_min; } | "$tanu" stats >sums
grep -q '^  tr  *6$' sums || fault "two hidden ones are enough"
line 4 kk 1_to_3_min | "$tanu" stats | grep -q 'Fewer than 5 visits' || fault "four visits are shown"
line 5 kk 1_to_3_min | sed 's/^[^{]*//' | "$tanu" stats | grep -q '^5 visits$' || fault "lines of a kiosk alone, without a journal around them"
"$tanu" stats </dev/null | grep -q 'Fewer than 5 visits' || fault "nothing is not said"
status=0
"$tanu" stats nowhere 2>err || status=$?
test $status = 66 || fault "stats of no file: $status"

# kiosk-status: one line, and whether one runs.
mkfifo lines.in said
echo 'idle: 60' >policy.yaml
before=$(date +%s)
"$tanu" --kiosk policy.yaml --line --pack "$pack" <lines.in >said 2>&1 &
kiosk=$!
exec 3>lines.in 4<said
head -c 1 <&4 >out # it speaks, so it runs
"$tanu" kiosk-status --pack "$pack" >status || fault "no kiosk is seen"
test "$(wc -l <status)" = 1 || fault "not one line"
grep -q '^kiosks=[1-9][0-9]* started=20..-..-..T..:..:..Z pack=tiny version=[^ ]* facts=[0-9-]*$' status || fault "$(cat status)"
# No other process is one: those have the word in their command line. Some may come and go beside this.
running=$(cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' '\n' | grep -c -e '^--kiosk' || :)
test "$(sed 's/^kiosks=\([0-9]*\) .*/\1/' status)" -le $((running + 3)) || fault "$running run with --kiosk, and it says $(cat status)"
started=$(date -d "$(sed 's/.*started=\([^ ]*\).*/\1/' status)" +%s)
test "$started" -ge $((before - 60)) && test "$started" -le $(($(date +%s) + 60)) || fault "it began otherwise: $(cat status), not $(date -u)"
kill -TERM $kiosk
wait $kiosk || fault "SIGTERM gives status $?"
exec 3>&- 4<&-
exit $failed
