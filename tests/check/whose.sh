#!/bin/sh
# SPDX-License-Identifier: MIT
# No paper and no step concerns somebody else, in any destination: who studied in his own country is asked for no stamps and visas of
# the time of study, and nobody who does not want to study is sent to an admissions office.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "whose.sh: $*" >&2; exit 1; }

for file in "$TANU_SRC"/questions/tokyo/countries/*.yaml; do
    to=${file##*/} to=${to%.yaml}
    from=KZ
    test $to != KZ || from=KG
    for purpose in further_study employment regulated_profession academic_title credit_transfer residence; do
        for level in school_leaving bachelor doctorate; do
            for presence in own_country full; do
                printf '{"id":"%s %s %s %s","destination":"%s","purpose":"%s","award_country":"%s","level":"%s","presence":"%s","mode":"on_campus","provision":"own_campus","profession":"%s"}\n' \
                    $to $purpose $level $presence $to $purpose $from $level $presence \
                    "$(test $purpose = regulated_profession && echo medicine || echo none)"
            done
        done
    done
done | sed '/"purpose":"\(employment\|regulated_profession\)"/!s/,"profession":"none"//' >cases
"$tanu" assess --as-of 2026-11-01 <cases >told || fail "assess: $?"
test "$(wc -l <told)" -eq "$(wc -l <cases)" || fail "lines are missing"

# One line a text: the case, what it is, its id, its words.
jq -r '.id as $case | (.documents[]? | [$case, "paper", .id, .text]), (.steps[]? | [$case, "step", .id, .text + " " + (.office // "")]),
    (.findings[]? | [$case, "reason", .id, (.remedy // "")]) | join("\t")' told >lines
grep -c "	paper	" lines >/dev/null || fail "no papers"
stamps='-study-proof	\|passport pages\|pages of the passport\|entry and exit\|visas\? of the'
grep "own_country	" lines | grep -i -- "$stamps" >others && fail "of who studied at home is asked: $(head -n 5 others)"
office='admissions office\|office of admission'
grep -v "^.. \(further_study\|credit_transfer\) " lines | grep -i -- "$office" >others &&
    fail "who does not want to study is sent to it: $(head -n 5 others)"

# Both are asked where they belong, so that the words above find something.
for to in AZ BD CN ID IN NP PK TH TR VN; do
    grep "^$to .* full	" lines | grep -qi -- "$stamps" || fail "$to asks nobody for stamps"
done
grep "^MY further_study" lines | grep -q -- "$office" || fail "nobody is sent to an admissions office"

# Who left school is not asked at which university's branch that was; who has no award is not told to show it or to look for its day.
for file in "$TANU_SRC"/questions/tokyo/countries/*.yaml; do
    to=${file##*/} to=${to%.yaml}
    from=KZ
    test $to != KZ || from=KG
    printf '{"id":"%s school","destination":"%s","purpose":"further_study","award_country":"%s","level":"school_leaving"}\n' $to $to $from
    for completion in in_progress partly_completed; do
        printf '{"id":"%s %s","destination":"%s","purpose":"employment","award_country":"%s","level":"bachelor","completion":"%s"}\n' \
            $to $completion $to $from $completion
    done
done >cases
"$tanu" assess --as-of 2026-11-01 <cases >told || fail "assess: $?"
jq -r 'select(.id | endswith(" school")) | .id + " " + (.missing[] | select(. == "provision" or . == "study_country" or . == "co_award_country"))' \
    told >others
test ! -s others || fail "a school-leaver is asked: $(head -n 3 others)"
jq -r 'select(.id | endswith(" school") | not) | .id as $case | .steps[] | [$case, .id, .text] | join("\t")' told >lines
grep 'years of your study' lines >/dev/null || fail "no institution is looked up"
grep 'the day of the award\|Show the diploma' lines >others && fail "who has no award: $(head -n 3 others)"

# Where no body of the profession is known and the office of recognition is named to be asked, its fee, time and appeal are those of a
# recognition: not told of the licence. A body's own fee is.
for to in AZ BD CN HK LK NP NZ PK TR; do
    printf '{"id":"%s","destination":"%s","purpose":"regulated_profession","award_country":"GB","level":"bachelor","profession":"other_regulated"}\n' $to $to
done >cases
"$tanu" assess --as-of 2026-11-01 <cases >told || fail "assess: $?"
jq -r '.id + " " + (.licence.body.office // "nobody") + ": " + (.licence | (.fee, .time, .appeal) | select(. != null) | tostring)' told >others
test ! -s others || fail "the fee of a recognition is told of a licence: $(head -n 3 others)"
grep -q '"licence":{"body":{"office":"Chinese Service Center' told || fail "nobody is named"
printf '{"destination":"PK","purpose":"regulated_profession","award_country":"GB","level":"bachelor","profession":"pharmacy"}\n' >cases
"$tanu" assess --as-of 2026-11-01 <cases | jq -e '.licence.fee != null' >/dev/null || fail "the fee of the council is not told"
exit 0
