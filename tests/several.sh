#!/bin/sh
# SPDX-License-Identifier: MIT
# Several diplomas of one person and papers that are ticked: report and compare take them, assess one qualification a line.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() {
    echo "FAIL: $*"
    exit 1
}
json() { "$tanu" report --as-of 2026-11-01 --format json case.json >out || fail "report: $(cat case.json)"; }
is() { # FILTER VALUE
    got=$(jq -c "$1" out) || fail "$1 cannot be read"
    test "$got" = "$2" || fail "$1 is $got, not $2"
}

# What carries: the more favourable outcome, then the higher level, then the first; each is what assess says of it alone.
shared='"award_country":"KZ","destination":"CN","purpose":"further_study","institution_status":"recognised"'
bachelor='"level":"bachelor","completion":"awarded"' master='"level":"master","completion":"awarded"'
mill='"level":"doctorate","completion":"awarded","institution_status":"not_recognised"'
echo "{\"id\":\"p\",$shared,\"qualifications\":[{$mill},{$bachelor},{$master},{$master,\"award_country\":\"RU\"}]}" >case.json
json
is .carries 2
is .id '"p"'
is '.qualifications | length' 4
for each in "0:$mill" "1:$bachelor" "2:$master" "3:$master,\"award_country\":\"RU\""; do
    alone=$(echo "$shared,${each#*:}" | tr ',' '\n' | tac | awk -F: '!seen[$1]++' | paste -sd,) # its own answer counts
    echo "{$alone}" | "$tanu" assess --as-of 2026-11-01 | jq -cS . >alone
    jq -cS ".qualifications[${each%%:*}]" out | cmp -s - alone || fail "qualification ${each%%:*} is not what assess says"
done
jq -cS 'del(.carries, .qualifications, .id)' out >top
jq -cS '.qualifications[2]' out | cmp -s - top || fail "the whole is not the assessment of the one that carries"
echo "{$shared,\"qualifications\":[{$bachelor},{$bachelor}]}" >case.json
json
is .carries 0

# One, or none, is a case as it always was.
echo "{$shared,\"qualifications\":[{$bachelor}]}" >case.json
json
is .carries 0
echo "{$shared,$bachelor,\"qualifications\":[]}" >case.json
json
is 'has("carries")' false

# On paper: all are named, and which one it is about; in a comparison each country has its own.
echo "{$shared,\"qualifications\":[{$mill},{$bachelor},{$master}]}" >case.json
for lang in en kk ru; do
    "$tanu" report --lang $lang case.json >out || fail "report in $lang"
    for n in 1 2 3; do grep -q "^$n\. " out || fail "diploma $n is not named in $lang"; done
done
"$tanu" report case.json | tr '\n' ' ' | grep -q 'This result speaks of diploma 3:' || fail "which diploma it is about"
"$tanu" compare --to CN,RU,JP case.json >out || fail "compare"
grep -q '^Diploma ' out || fail "the comparison does not say which diploma"

# Ticks: the paper is there, and so is the answer it stands for.
echo "{$shared,$bachelor,\"ticks\":[\"cn-diploma\",\"general-legalised-diploma\"]}" >case.json
json
is '[.documents[] | select(.id == "cn-diploma" or .id == "general-legalised-diploma") | .have]' '["yes","yes"]'
is '[.documents[] | select(.id == "cn-diploma" or .id == "general-legalised-diploma") | .held_by]' '["diploma",null]'
"$tanu" assess --as-of 2026-11-01 case.json | jq -cS . >line
jq -cS . out | cmp -s - line || fail "assess takes ticks otherwise than report"
"$tanu" report --format json --as-of 2026-11-01 case.json | jq -r '.notices[].id' | grep -q assumed-documents_held && fail "documents_held is not answered by a tick"

# Mistakes, each with its name.
refused() { # CODE WORDS JSON
    echo "$3" >case.json
    "$tanu" report case.json >out 2>err && fail "taken: $3"
    grep -qF "[$1]" err && grep -qF -- "$2" err || fail "$3: $(cat err)"
}
refused bad-value '4 at most' "{\"qualifications\":[{},{},{},{},{}]}"
refused bad-value 'takes a list' "{\"qualifications\":{}}"
refused bad-value 'objects of answers' "{\"qualifications\":[1]}"
refused duplicate-key '"qualifications" stands twice' "{\"qualifications\":[{}],\"qualifications\":[{}]}"
refused unknown-key 'belongs to the whole case' "{\"qualifications\":[{\"id\":1}]}"
refused unknown-key 'belongs to the whole case' "{\"qualifications\":[{\"qualifications\":[]}]}"
refused bad-value '"bachelr" is no value of "level"; did you mean "bachelor"?' "{\"qualifications\":[{\"level\":\"bachelr\"}]}"
refused bad-value '"cn-nothing" is no id of a paper' "{\"ticks\":[\"cn-nothing\"]}"
refused bad-value '"ticks" takes a list' "{\"ticks\":\"cn-diploma\"}"
refused syntax 'A comma or ]' "{\"ticks\":[\"cn-diploma\""
echo '{"qualifications":[{"level":"bachelor"}],"id":5}' | "$tanu" assess >out && fail "assess takes several"
grep -q '"id":5,"error":{"line":1,"code":"unknown-key"' out || fail "assess: $(cat out)"
