#!/bin/sh
# SPDX-License-Identifier: MIT
# Several diplomas of one person in the wizard, in lines: added, taken away, kept in a case and opened again; what comes out is what
# `tanu report` says of the same "qualifications".
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
HOME=$work
export HOME
unset XDG_CONFIG_HOME XDG_DATA_HOME
fail() {
    echo "FAIL: $*"
    exit 1
}
says() { grep -qF -- "$1" out || fail "not said: $1: $(cat out err)"; }
visit() { # LINES OPTIONS...
    lines=$1
    shift
    printf "$lines" | "$tanu" --line --lang en --as-of 2026-11-01 "$@" >out 2>err || fail "status $?: $(cat out err)"
}

# A person with two diplomas; in the file each question that is asked has its answer, "unknown" at least.
cat >two.json <<'END'
{"destination":"CN","purpose":"further_study","target_level":"doctorate","programme_aim":"research","citizenship":"KZ","displaced":"no",
 "completion":"awarded","institution_status":"recognised","mode":"on_campus","provision":"own_campus","award_year":2020,
 "remote_until":"2000-01","orientation":"academic","research_component":"yes","entry_requirement":"school_11","duration_years":4,
 "best_rank":0,"earlier_decision":"never","programme_accredited":"yes","presence":"full","institution":"unknown","destination_list":"accepted","ticks":["cn-diploma"],
 "qualifications":[{"award_country":"KZ","level":"bachelor"},{"award_country":"KZ","level":"master","duration_years":2,
 "entry_requirement":"bachelor","award_year":2022}]}
END
# The answers of each diploma as its code has them, in one case: what is not asked does not count.
case_of_codes() {
    for n in 1 2; do
        "$tanu" decode $(sed -n "s/^Code of diploma $n: //p" out | head -1) | jq .answers
    done | jq -s '{ticks: ["cn-diploma"], qualifications: .}' >asked.json
}
same() { # FILE: a report as JSON
    "$tanu" report --format json --as-of 2026-11-01 asked.json | jq -S . >wanted
    jq -S . "$1" | diff - wanted >difference || fail "$1 is not what report says: $(head -20 difference)"
}
visit "result\ntake json all.json\ndiploma 1\nresult\ntake json first.json\ntake text all.txt\ntake\n" --answers two.json
sed 's/"destination":"CN"/"destination":"ID"/; s/,"ticks":\["cn-diploma"\]//; s/"destination_list":"accepted",//' two.json >indonesia.json # it asks for it in any case
"$tanu" report --as-of 2026-11-01 indonesia.json | grep -q 'wanted as a paper' || fail "the earlier diploma is not wanted"
# Where no paper is about the diploma before, it is only listed.
cp -R "$TANU_SRC/questions/tokyo" pack
chmod -R u+w pack
sed -i '/held_by: earlier_diploma/d' $(grep -rl 'held_by: earlier_diploma' pack)
"$tanu" report --pack pack --as-of 2026-11-01 indonesia.json >no-paper
grep -q "1. Bachelor's degree, Kazakhstan" no-paper && ! grep -q 'wanted as a paper' no-paper || fail "no paper asks for the earlier diploma: $(sed -n '/Your diplomas/,/^$/p' no-paper)"
case_of_codes
same all.json
same first.json # whichever is open, the person's whole is taken away
jq -e '.carries == 1 and (.qualifications | length) == 2' all.json >/dev/null || fail "who carries: $(jq -c '.carries' all.json)"
says 'This result speaks of diploma 2: it opens the most for your purpose.'
says "1. Bachelor's degree, Kazakhstan: Recognition as another level or award"
says 'This result speaks of diploma 1. Diploma 2 opens more for your purpose.'
for n in 1 2; do
    says "Code of diploma $n: "
    grep -q "^Code $n: " all.txt || fail "code $n is not on paper"
    "$tanu" decode $(sed -n "s/^Code of diploma $n: //p" out | head -1) >decoded || fail "code $n"
    test "$(jq -r .answers.level decoded)" = "$(jq -r ".qualifications[$((n - 1))].level" two.json)" || fail "code $n is of another one"
done
"$tanu" report --as-of 2026-11-01 two.json | grep '^Code 2: ' >on-paper || fail "report gives no codes"
"$tanu" report --short --as-of 2026-11-01 two.json >short
test "$(wc -w <short)" -le 260 || fail "report --short has $(wc -w <short) words"
for n in 1 2; do grep -q "^Code $n: " short || fail "short: code $n"; done

# Each code brings its diploma back, the second one as another.
first=$(sed -n 's/^Code of diploma 1: //p' out | head -1) second=$(sed -n 's/^Code of diploma 2: //p' out | head -1)
visit "result\n" --answers indonesia.json
says 'wanted as a paper'
visit "code $first\n\ncode $second\n\ntake json again.json\n" # the name of the institution is in none, and left out
jq -S 'del(.documents, .qualifications[].documents)' again.json >again
jq -S 'del(.documents, .qualifications[].documents)' all.json | cmp -s - again || fail "two codes are not the two diplomas"

# A fifth is refused with a sentence; "remove" asks; the last one stays.
visit 'another\nanother\nanother\nanother\nremove 4\nyes\nremove 9\ndiploma 3\ndiploma\n' --answers two.json
says 'Diploma 4: only what is different is asked again.'
says 'There can be four diplomas at most. Remove one first.'
says 'Remove this diploma?'
says 'Diploma 4 is removed.'
says 'There is no diploma with that number.'
says 'You go on with diploma 3.'
says '4. Another diploma'

# In Kazakh and Russian, with the words of the language.
printf 'диплом\nтағы\nжою 3\n1\nдиплом 1\n' | "$tanu" --line --lang kk --as-of 2026-11-01 --answers two.json >out 2>err || fail "kk: $(cat err)"
says 'Дипломдарыңыз'
says '3-диплом: тек өзгешесі қайта сұралады.'
says '1-диплом'
printf 'диплом\nещё\nубрать 3\nнет\nдиплом 1\n' | "$tanu" --line --lang ru --as-of 2026-11-01 --answers two.json >out 2>err || fail "ru: $(cat err)"
says 'Ваши дипломы'
says 'Диплом 3: снова спрашивается только то, что отличается.'
says 'Теперь открыт диплом 1.'

# A case keeps them all: shared answers once, the others by diploma, what the content does not know under `unused:`.
jq -c '. + {id: "client"}' two.json | "$tanu" cases import --as-of 2026-11-01 >/dev/null
file=$(find . -name client.yaml)
sed -i 's/^    level: master/    level: master\n    old_question: x/' "$file"
visit 'result\ntake json kept.json\ntake\n#displaced\nsome_documents\ncase\nquit\nyes\n' --case client
case_of_codes
same kept.json
says 'old_question'
says 'Diploma 2: Did you have to flee'
visit 'case\nsave\nquit\nyes\n' --case client # from the journal
says 'Answers that were not saved last time are back.'
says 'Saved.'
grep -q '^  displaced: some_documents' "$file" || fail "the shared answer: $(cat "$file")"
grep -q '^  old_question: x' "$file" || fail "unused: $(cat "$file")"
visit 'another\nRU\nbachelor\nsave\nquit\nyes\n' --case client
test "$(grep -c '^  - award_country: KZ' "$file")" = 2 && grep -q '^  - award_country: RU' "$file" || fail "the diplomas: $(cat "$file")"
visit 'diploma\nremove 3\nyes\nsave\nremove 2\nyes\nsave\nquit\nyes\n' --case client
says '3. Bachelor'
! grep -q '^qualifications:' "$file" || fail "one diploma is a case as it always was: $(cat "$file")"
grep -q '^  level: bachelor' "$file" || fail "the one that is left: $(cat "$file")"
visit 'another\nRU\nmaster\nagain\nyes\ndiploma\nquit\nyes\n' --case client # what is kept comes back
says 'These are the answers that are kept.'
says '2. Another diploma'
