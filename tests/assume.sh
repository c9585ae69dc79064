#!/bin/sh
# SPDX-License-Identifier: MIT
# Judging as if (--assume), against another pack (--against), and counting what differs (--sum): every door says what was assumed, nothing
# is stored, and what cannot be assumed is refused with what would be right.
set -eu
tanu="$TANU_BUILD/tanu"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() {
    echo "FAIL: $*"
    exit 1
}
day=--as-of=2026-11-28
kz='tokyo-2011 KZ in_force=2026-11-01'

cat >cases.jsonl <<'END'
{"id":1,"award_country":"KZ","destination":"JP","level":"bachelor","purpose":"further_study"}
{"id":2,"award_country":"IN","destination":"JP","level":"bachelor","purpose":"further_study"}
{"id":3,"award_country":"JP","destination":"KZ","level":"bachelor","purpose":"further_study","mode":"online"}
{"id":4,"award_country":"JP","destination":"KZ","level":"bachelor","purpose":"further_study","mode":"on_campus"}
END
head -n 1 cases.jsonl >kz.json

"$tanu" assess $day cases.jsonl >today
"$tanu" assess $day --assume "$kz" cases.jsonl >then
sed -n 1p today | grep -q '"id":"tokyo-2011","applies":"yes"' && fail "Kazakhstan is bound today"
sed -n 1p then | grep -q '"id":"tokyo-2011","applies":"yes"' || fail "in_force is not assumed"
sed -n 2p then | grep -q '"id":"tokyo-2011","applies":"yes"' && fail "India is bound by an assumption about Kazakhstan"
sed -n 1p then | grep -q '"id":"assumed-law"' || fail "the answer does not say what was assumed"
grep -q assumed-law today && fail "something is assumed unasked"
"$tanu" assess $day cases.jsonl | cmp - today || fail "something was stored"
"$tanu" assess $day --assume 'tokyo-2011 KZ deposit=2026-08-15' cases.jsonl | sed -n 1p | grep -q '"id":"tokyo-2011","applies":"yes"' ||
    fail "a deposit gives no entry into force"
"$tanu" assess $day --assume 'tokyo-2011 KZ deposit=2026-11-15' cases.jsonl | sed -n 1p | grep -q '"id":"tokyo-2011","applies":"no"' ||
    fail "bound before the day that follows from the deposit"

# Reservations: operative with the treaty, gone when withdrawn, new for a State that made none.
sed -n 3p then | grep -q '"id":"reservation-operative-modes"[^}]*' || fail "the announced reservation is not operative"
"$tanu" assess $day --assume "$kz withdrawn=nontraditional_modes" cases.jsonl | sed -n 3p | grep -q reservation-operative-modes &&
    fail "withdrawn and still there"
"$tanu" assess $day --assume "$kz withdrawn=nontraditional_modes" --assume 'tokyo-2011 JP reservation=nontraditional_modes' cases.jsonl |
    sed -n 3p | grep -q reservation-operative-modes || fail "a reservation of the other State"

# Every door says so.
"$tanu" report $day --assume "$kz" kz.json | head -n 3 | grep -q 'tokyo-2011 KZ in_force=2026-11-01' || fail report
"$tanu" report $day --lang kk --assume "$kz" --format html kz.json | grep -q 'class="warning">! .*tokyo-2011 KZ' || fail "report in Kazakh"
"$tanu" compare $day --to JP,KR --assume "$kz" kz.json | grep -q 'tokyo-2011 KZ in_force' || fail compare
printf 'JP\n' | "$tanu" --line $day --assume "$kz" 2>/dev/null | grep -q 'tokyo-2011 KZ in_force' || fail "line mode"

# Only the lines that differ; each job the same.
"$tanu" assess $day --brief --against "$TANU_SRC/questions/tokyo" cases.jsonl >none
test -s none && fail "a pack differs from itself"
"$tanu" assess $day --against "$TANU_SRC/questions/tokyo" --assume "$kz" cases.jsonl >moved
test "$(grep -o '^{"id":[0-9]*' moved | tr '\n' ' ')" = '{"id":1 {"id":3 {"id":4 ' || fail "moved: $(grep -o '^{"id":[0-9]*' moved)"
"$tanu" assess $day --jobs 2 --against "$TANU_SRC/questions/tokyo" --assume "$kz" cases.jsonl | cmp - moved || fail "two jobs"
cp -R "$TANU_SRC/questions/tokyo" pack
sed -i 's/43,250 tenge in 2026/47,575 tenge in 2026/' pack/countries/KZ.yaml
"$tanu" assess $day --pack pack --against "$TANU_SRC/questions/tokyo" cases.jsonl >moved
test "$(grep -o '^{"id":[0-9]*' moved | tr '\n' ' ')" = '{"id":3 {"id":4 ' || fail "a fee that moved: $(grep -o '^{"id":[0-9]*' moved)"
printf '{"award_country":"KZ"\n' | "$tanu" assess --against pack 2>/dev/null | grep -q '"error"' || fail "a bad line is lost"

# Sums.
"$tanu" assess $day --assume "$kz" --sum country,level cases.jsonl >sum
printf '%s\n' '{"award_country":"IN","level":"bachelor","lines":1,"differ":0,"gain":0,"loss":0}' \
    '{"award_country":"JP","level":"bachelor","lines":2,"differ":2,"gain":0,"loss":0}' \
    '{"award_country":"KZ","level":"bachelor","lines":1,"differ":1,"gain":0,"loss":0}' | diff - sum || fail "the sum"
"$tanu" assess $day --jobs 3 --assume "$kz" --sum country,level cases.jsonl | cmp - sum || fail "the sum of three jobs"

# What cannot be.
refused() { # WORDS STATUS COMMAND...
    words=$1 wanted=$2
    shift 2
    status=0
    "$@" >out 2>err </dev/null || status=$?
    test $status -eq "$wanted" && grep -qF -- "$words" err || fail "$*: $status, $(cat err)"
}
refused 'did you mean "tokyo-2011"' 64 "$tanu" assess --assume 'tokyo-201 KZ in_force=2026-12-01'
refused '"kz"' 64 "$tanu" assess --assume 'tokyo-2011 kz in_force=2026-12-01'
refused '2026-12-01' 64 "$tanu" assess --assume 'tokyo-2011 KZ in_force=soon'
refused 'INSTRUMENT COUNTRY KEY=VALUE' 64 "$tanu" assess --assume 'tokyo-2011'
refused '"quality"' 64 "$tanu" assess --assume 'tokyo-2011 KZ reservation=quality'
refused 'could be withdrawn' 64 "$tanu" assess --assume 'tokyo-2011 JP withdrawn=partial_studies'
refused 'cannot be assumed' 64 "$tanu" report --assume 'tokyo-2011 KZ until=2026-12-01' kz.json
refused '--assume or --against' 64 "$tanu" assess --sum level cases.jsonl
refused "'colour'" 64 "$tanu" assess --assume "$kz" --sum level,colour cases.jsonl
refused 'no pack' 66 "$tanu" assess --against /nonexistent cases.jsonl
