#!/bin/sh
# SPDX-License-Identifier: MIT
# Decided, open, one by one: the headline tells which, and every door tells the same. What is open is never told as if it were decided,
# and never in green.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export HOME="$work" COLUMNS=78
unset XDG_CONFIG_HOME LANGUAGE TANU_LANG 2>/dev/null || true
fail() { echo "states.sh: $*" >&2; exit 1; }
words() { tr -s ' \n' '  ' <"$1" | sed 's/\r//g'; } # a text as one line
says() { words "$1" | grep -qF -- "$headline" || fail "$state, $1 does not say \"$headline\": $(head -n 20 "$1")"; }

. "${TANU_SRC:?}/tests/pixels.sh"

one_case() { # STATE OUTCOME HEADLINE JSON
    state=$1 outcome=$2 headline=$3
    printf '%s\n' "$4" >case.json
    "$tanu" report --format json --as-of 2026-11-01 case.json >json
    jq -e ".state == \"$state\" and .outcome == \"$outcome\"" json >/dev/null || fail "$state: $(jq -c '[.state, .outcome]' json)"
    printf '%s\n' "$4" | "$tanu" assess --as-of 2026-11-01 | jq -e ".state == \"$state\"" >/dev/null || fail "$state: assess"
    # Paper. On the first line of each stands the headline, not the outcome with the usual answers.
    for how in '--format text' '--short' '--format html'; do
        "$tanu" report $how --lang en --as-of 2026-11-01 case.json >paper || fail "$how: $?"
        test "$how" != '--format html' || sed 's/<[^>]*>/ /g;s/&[lr]dquo;/"/g' paper >text
        test "$how" = '--format html' || cp paper text
        says text
    done
    # The part that says why begins with the same state.
    "$tanu" report --lang en --as-of 2026-11-01 case.json | sed -n '/^Why$/,/^Papers$/p' >text
    case $state in
    open) words text | grep -q '^Why === This depends on answers that are still open' || fail "open: $(head -n 5 text)" ;;
    *) ! grep -q 'answers that are still open' text || fail "$state: $(head -n 5 text)" ;;
    esac
    "$tanu" report --format html --lang en --as-of 2026-11-01 case.json >page.html
    tr '\n' ' ' <page.html | grep -o '<[^<]*>[^<]*'"$(printf %s "$headline" | cut -c1-20)" | head -n 1 >tag
    test -s tag || fail "$state: no headline in the page"
    test $state = decided || ! grep -q good tag || fail "$state: the headline is green: $(cat tag)"
    "$tanu" report --format ics --lang en --as-of 2026-11-01 case.json >ics
    tr -d '\r' <ics | sed -e ':a' -e 'N;$!ba' -e 's/\n //g' | sed 's/\\//g' >text
    says text
    if command -v pdftotext >/dev/null && "$tanu" report --format pdf --lang en --as-of 2026-11-01 case.json >pdf 2>/dev/null; then
        pdftotext pdf text
        says text
    fi
    # The pictures that a phone reads.
    if command -v zbarimg >/dev/null && "$tanu" report --format qr --lang en --as-of 2026-11-01 case.json >qr 2>/dev/null; then
        pixels qr
        zbarimg -q --raw qr.1.pbm 2>/dev/null | sed '1s|^1/[1-6] ||' >text
        says text
    fi
    # A code brings the state back.
    "$tanu" decode --as-of 2026-11-01 "$("$tanu" code --as-of 2026-11-01 case.json)" | jq -e ".today.state == \"$state\"" >/dev/null || fail "$state: decode"
    # Line mode, and the comparison with the same country again.
    printf 'result\n' | "$tanu" --line --lang en --as-of 2026-11-01 --answers case.json >text
    says text
    "$tanu" compare --lang en --as-of 2026-11-01 --to "$(jq -r .destination case.json)" case.json >text
    says text
    # A kept case.
    printf '%s\n' "$4" | "$tanu" cases import --as-of 2026-11-01 >/dev/null 2>&1 || fail "$state: cases import"
    "$tanu" cases show --as-of 2026-11-01 --lang en "$(jq -r .id case.json)" >text || fail "$state: cases show"
    says text
    "$tanu" cases list --as-of 2026-11-01 | grep "^$(jq -r .id case.json)" | grep -qw "$state" || fail "$state: cases list: $("$tanu" cases list)"
}

one_case decided recognised 'Recognition is likely' '{"id":"sure","destination":"TR","purpose":"further_study","award_country":"KZ","level":"school_leaving","target_level":"bachelor","completion":"awarded","displaced":"no","institution_status":"recognised","mode":"on_campus","provision":"own_campus","entry_requirement":"school_11","earlier_decision":"never","preparatory_course":"no"}'
one_case individual individual_assessment 'The authority judges each case by itself' '{"id":"single","destination":"LA","purpose":"further_study","award_country":"VN","level":"bachelor","target_level":"master","completion":"awarded","displaced":"no","institution_status":"recognised","mode":"on_campus","provision":"own_campus","duration_years":4,"award_year":2021}'
one_case open recognised 'Too early to say: from' '{"id":"early","destination":"CN","purpose":"further_study","award_country":"KZ","level":"bachelor"}'
# What is counted when the law is judged otherwise: that an open case is decided then differs, but nobody has won or lost by it.
"$tanu" assess --as-of 2026-11-01 case.json | jq -c '[.state, .outcome, .possible]' >is
"$tanu" assess --as-of 2026-11-01 --assume 'tokyo-2011 KZ in_force=2026-10-01' case.json | jq -c '[.state, .outcome, .possible]' >then
"$tanu" assess --as-of 2026-11-01 --assume 'tokyo-2011 KZ in_force=2026-10-01' --sum level case.json >sum
jq -e '.lines == 1 and .gain == 0 and .loss == 0' sum >/dev/null || fail "open before and after, and counted as won or lost: $(cat is then sum)"
grep 'With the usual answers' page.html | grep -q good && fail "open, and green: $(grep 'With the usual answers' page.html)"
exit 0
