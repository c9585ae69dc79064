#!/bin/sh
# SPDX-License-Identifier: MIT
# The summary of an appointment, from outside: what was agreed, who does what until when, who else helps; only facts, unless opinions are
# asked for; as paper, calendar and data; a case of before is read as it was.
set -eu
. "$TANU_SRC/tests/paper/words.sh"
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
XDG_DATA_HOME=$work/data
HOME=$work
export XDG_DATA_HOME HOME
unset XDG_CONFIG_HOME
day=--as-of=2026-11-28
fail() {
    echo "FAIL: $*"
    exit 1
}
cases() {
    "$tanu" cases "$@"
}
refused() { # STATUS WORDS COMMAND...
    wanted=$1 words=$2
    shift 2
    status=0
    cases "$@" >out 2>err </dev/null || status=$?
    test $status -eq "$wanted" && grep -qF -- "$words" err && test ! -s out || fail "$*: $status, $(cat err)"
}
has() {
    tr '\n' ' ' <"$1" | sed 's/  */ /g' | grep -qF -- "$2" || fail "$1 lacks: $2"
}
lacks() {
    tr '\n' ' ' <"$1" | sed 's/  */ /g' | grep -qF -- "$2" && fail "$1 has: $2" || :
}

echo '{"id":"Aigul 7","award_country":"KZ","destination":"TR","level":"bachelor","purpose":"further_study","mode":"online"}' | cases import $day >/dev/null
file="data/tanu/cases/Aigul 7.yaml"
cases summary $day 'Aigul 7' >out
has out 'What was agreed Nothing yet.'
# The numbers of sources would need their list.
echo '{"id":"Decided","award_country":"KZ","destination":"KZ","citizenship":"RU","purpose":"regulated_profession","profession":"law","level":"bachelor","completion":"awarded","institution_status":"recognised"}' | cases import $day >/dev/null
cases summary $day Decided >cited
has cited 'A refusal is likely'
grep -q '\[[0-9]' cited && fail "the summary names sources: $(cat cited)"
has out 'Result: Kazakhstan'
has out 'The authority decides.'

cases agree $day 'Aigul 7' 'Send the transcript, "<b>sealed</b>"; soon' 'the client' 2026-12-15 || fail agree
cases agree $day 'Aigul 7' 'Ask about the list' counsellor || fail agree
cases agree $day 'Aigul 7' 'Think it over' || fail agree
cases refer $day 'Aigul 7' 'Legal clinic' 'the time for a review' || fail refer
cases done $day 'Aigul 7' 2 || fail done
# Where nothing can be written, the case is named and is as it was.
cp "$file" before
test "$(wc -c <before)" -gt 1024 || fail "the case is too small for this test"
said=$(
    trap '' XFSZ
    ulimit -f 1 # in blocks: the lock fits, the case does not
    cases agree $day 'Aigul 7' 'Call the clinic' 2>&1 || echo "status $?"
)
test "$said" = "tanu: Aigul 7: File too large
status 74" || fail "a full disk: $said"
cmp -s before "$file" || fail "a full disk changed the case"
cat >>"$file" <<'END'
notes:
  - date: 2026-11-20
    kind: fact
    text: Has the diploma
  - date: 2026-11-21
    kind: opinion
    text: Seems in doubt
next: 2026-12-20
mine: kept
END
cases summary $day 'Aigul 7' >out
has out '1. [ ] Send the transcript, "<b>sealed</b>"; soon (the client, until 2026-12-15)'
has out '2. [x] Ask about the list (counsellor)'
has out '3. [ ] Think it over'
has out 'Legal clinic: the time for a review'
has out 'Next date: 2026-12-20'
has out '2026-11-20 Has the diploma'
lacks out 'Seems in doubt'
cases summary $day --opinions 'Aigul 7' >out
has out '2026-11-21 opinion: Seems in doubt'
cases show $day 'Aigul 7' | grep -q 'Send the transcript' || fail "show lacks what was agreed"
# What tanu does not know, and what was there, stays.
cases done $day 'Aigul 7' 3
grep -q '^mine: kept$' "$file" && grep -q '^format: 1$' "$file" || fail "the case lost something"

# ---- formats ------------------------------------------------------------------------------------

cases summary $day 'Aigul 7' >en.text
cases summary $day --format html 'Aigul 7' >en.html
grep -q '<b>sealed' en.html && fail "what was typed is HTML" || :
test "$(words_of_html en.html)" = \
    "$(words_of_text en.text)" || fail "text and HTML say different things"
if cases summary $day --format pdf -o en.pdf 'Aigul 7' 2>err; then
    pdftotext -raw en.pdf - | sed 's/^\f//; /^[0-9]* \/ [0-9]*$/d' | tr -d '\n\t\f :=[]-' >a
    words_of_text en.text >b
    cmp -s a b || fail "text and PDF say different things"
    pdfinfo en.pdf | grep -q '^Pages: *1$' || fail "more than one sheet"
    refused 77 'there is a file of that name' summary $day --format pdf -o en.pdf 'Aigul 7'
else
    grep -q HTML err || fail "without PDF: $(cat err)"
fi
cases summary $day --lang kk,ru 'Aigul 7' >two
has two 'Send the transcript'
grep -q 'Кездесу' two && grep -q 'встреч' two || fail "two languages"
cases summary $day --format ics 'Aigul 7' >days.ics
test "$(grep -c '^BEGIN:VEVENT' days.ics)" = 2 || fail "not two days in the calendar"
grep -q '^DTSTART;VALUE=DATE:20261215' days.ics && grep -q '^DTSTART;VALUE=DATE:20261220' days.ics || fail "the days of the calendar"
cases summary $day --format json 'Aigul 7' >data.json
grep -qF '"next":"2026-12-20"' data.json && grep -qF '"who":"the client"' data.json || fail "json: $(cat data.json)"
grep -q doubt data.json && fail "an opinion in the data" || :
printf 'Centre\n{content}\n' >centre.txt
cases summary $day --letterhead centre.txt 'Aigul 7' | head -n 1 | grep -qx Centre || fail "no letterhead"

# ---- what is refused ----------------------------------------------------------------------------

refused 64 'is no date such as 2026-12-15' agree 'Aigul 7' x y tomorrow
refused 64 'in a few words' agree 'Aigul 7' ''
for number in 9 0 ' -1' ' -4294967295' 4294967297 9223372036854775807 99999999999999999999 ''; do
    refused 64 'no number of what was agreed' 'done' 'Aigul 7' "$number"
done
refused 64 'no number of what was agreed' 'done' 'Aigul 7' 1x
refused 64 'a summary is text' summary --format qr 'Aigul 7'
refused 66 'Nobody:' summary Nobody
refused 66 'Nobody:' agree Nobody x
