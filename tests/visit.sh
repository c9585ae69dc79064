#!/bin/sh
# SPDX-License-Identifier: MIT
# How a visit begins and ends in line mode: answers from a file, the language that was set up, words that ask or answer in a
# sentence.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export HOME="$work"
unset XDG_CONFIG_HOME LANGUAGE TANU_LANG 2>/dev/null || true
fail() {
    echo "FAIL: $*"
    exit 1
}
says() { grep -qF -- "$1" out || fail "not said: $1: $(cat out err)"; }
silent() { ! grep -qF -- "$1" out || fail "said all the same: $1"; }
visit() { # LINES OPTIONS...
    lines=$1
    shift
    printf "$lines" | "$tanu" --line --as-of 2026-11-01 "$@" >out 2>err || fail "status $?: $(cat err)"
}

# ---- answers from a file -----------------------------------------------------------------------

echo '{"id":"x","destination":"CN","purpose":"further_study","award_country":"KZ","level":"bachelor","institution":"Some Academy"}' >case.json
visit 'answers\n' --lang en --answers case.json
says 'Question 5'
says 'Kazakhstan'
silent 'nothing is promised'
visit 'result\n' --lang kk --answers case.json
says 'ықтимал'
# Several diplomas are all open, first the one that carries the purpose, wherever it stands; ticks are taken over.
echo '{"award_country":"KZ","destination":"CN","purpose":"further_study","ticks":["general-diploma"],"completion":"awarded","qualifications":[{"level":"doctorate","institution_status":"not_recognised"},{"level":"bachelor"},{"level":"master"}]}' >several.json
visit 'answers\ndiploma\n' --lang en --answers several.json
carries=$("$tanu" report --format json --as-of 2026-11-01 several.json | jq .carries)
test "$carries" -ne 0 || fail "the first carries: the test says nothing"
says "Diploma $((carries + 1)): Question"
says "Diploma $((carries + 1)): Your answers"
for each in 'Doctorate' "Bachelor's degree" "Master's degree"; do says "$each"; done
says 'opens the'
says 'Diploma or degree certificate'
refused() { # STATUS WORDS OPTIONS...
    want=$1 words=$2 got=0
    shift 2
    "$tanu" --line "$@" </dev/null >out 2>err || got=$?
    test $got -eq "$want" && grep -q "$words" err && test ! -s out || fail "$*: $got, $(cat out err)"
}
refused 66 none.json --answers none.json
echo '{"levle":"bachelor"}' >bad.json
refused 65 'did you mean "level"' --answers bad.json
echo 'x' >bad.json
refused 65 bad.json --answers bad.json

# ---- the language that was set up ---------------------------------------------------------------

mkdir -p .config/tanu
echo 'language: ru' >.config/tanu/settings.yaml
visit 'KZ\n'
says 'Вопрос 1'
silent '1. English'
visit 'KZ\n' --lang kk
says '1-сұрақ'
echo 'language: xx' >.config/tanu/settings.yaml
refused 78 'settings.yaml:1:11: error: "xx" is no language'
rm .config/tanu/settings.yaml
mkdir .config/tanu/settings.yaml
refused 78 'settings.yaml: error: Is a directory'
rmdir .config/tanu/settings.yaml

# An answer is found by its words in any language, also behind another row; a country by its old name.
visit 'CN\n1\nKZ\nмагистр\n' --lang en
says "You answered: Master's degree."
visit 'CN\n1\nKZ\nординатура\n' --lang kk
says 'резидентура'
visit 'CN\n1\nKZ\nno\n' --lang en # two letters in the note of an answer are not that answer
silent 'You answered: Long'
visit 'CN\n1\nKZ\nMBA\n' --lang ru
says 'Ваш ответ: Магистр.'
visit 'CN\n1\nKZ\nhsc\n' --lang en
says 'You answered: School-leaving certificate.'
visit 'CN\n1\nЦейлон\n' --lang en
says 'You answered: Sri Lanka.'
visit 'CN\n3\nKZ\nбакалавр\nмедсестра\n' --lang en
says 'You answered: Nurse or midwife.'

# The result so far stays open, with all its parts; a source is told by its number; "<" leads back.
visit 'CN\n1\nKZ\n1\nresult\n3\nsource 1\nsource 9999\nsource\n<\n<\n<\n' --lang en
says 'Number of a part'
says 'Papers.'
grep -q '^\[1\] .*' out && grep -q 'https\?://' out || fail "no source is told: $(cat out)"
says 'There is no source with that number.'
says 'Type “source” and a number'
silent 'That was the last question'
test "$(grep -c '^What do you want to study next?$' out)" -eq 2 || fail "not back at the question: $(cat out)"
visit 'CN\n1\nKZ\n1\nисточник 1\nresult\nprint\n' --lang ru
grep -q '^\[1\] .*' out || fail "no source is told in Russian: $(cat out)"
silent 'пока нечего'
visit 'CN\nhelp\n' --lang ru # English words are understood in every language
says 'Кроме ответа можно ввести'

# A question that is opened again says what its answer decides, also where any country can be the answer.
visit 'CN\n1\nKZ\n1\n#1\n#3\n' --lang en
test "$(grep -c 'This narrows what is possible' out)" -eq 2 || fail "a country decides nothing: $(cat out)"

# ---- words ---------------------------------------------------------------------------------------

visit 'CN\n1\nprint\nagain\nno\nagain\nyes\nCN\n1\nquit\nn\nquit\ny\nnever read\n' --lang en
says 'There is nothing to print or save yet'
says 'Start again?'
says 'All answers are forgotten. We start again.'
says 'Leave tanu?'
test "$(grep -c 'Leave tanu?' out)" -eq 2 || fail "leaving is not asked again: $(cat out)"
silent 'No country is found'
visit 'CN\n1\nвыход\nнет\nвыход\nда\nnever read\n' --lang ru
says 'Номер, да или нет'
visit 'save\nhelp\nsources\nsources\n' --lang en --answers case.json
says 'Sources are left out.'
says 'Sources are said'
says 'Besides an answer you can type:'
# The part before; at the first part the question before.
{ cat case.json | sed 's/}$/,"target_level":"master"}/' >whole.json; }
visit 'result\n' --lang en --answers whole.json

# ---- lists before a line, and groups -------------------------------------------------------------

# The bands that this country's rules tell apart come first; the number is taken too, at once or after the row that asks for it.
ranked='"id":"r","destination":"KZ","purpose":"employment","profession":"none","award_country":"CN","level":"master","completion":"awarded","institution_status":"recognised","mode":"online","provision":"own_campus","programme_accredited":"not_applicable","duration_years":2'
echo "{$ranked}" >ranked.json
visit '' --lang en --answers ranked.json
says '1. It is in none of them'
says '2. From 1 to 250'
says '3. 251 or more'
band() { # LINES JSON SECOND: the code of the visit brings back the same answer
    visit "$1$3"'1\n1\n\nresult\ntake\n' --lang en --answers ranked.json
    sed -n 's/^Your code: //p' out >code
    "$tanu" decode "$(cat code)" >back.json || fail "no code after $1: $(cat out)"
    jq -e ".answers.best_rank == $2" back.json >/dev/null || fail "$1 is not best_rank $2: $(cat back.json)"
}
for way in '1\n' '\055\n' '0\n'; do band "$way" 0 ''; says 'You answered: It is in none of them'; done
for way in '2\n' '1-250\n'; do band "$way" '"1-250"' '1\n'; says 'You answered: 1-250.'; done
for way in '4\n230\n' '230\n' '4\n<\n4\n230\n'; do band "$way" 230 '1\n'; says 'You answered: 230.'; done
# Levels: by number through the group, by id, by whole words and by a word of another group.
for way in '9\n1\n' 'school_leaving\n' 'School-leaving certificate\n' '9\n<\n9\n1\n' 'school-leaving\n' '8\nschool-leaving\n'; do
    visit 'KZ\n1\nCN\n'"$way" --lang en --as-of 2026-11-01
    grep -q 'School-leaving certificate\.' out || fail "$way is no school certificate: $(cat out)"
done
visit 'KZ\n1\nCN\nmd\n' --lang en
says 'Medical or other professional degree'
says 'First answer'
visit 'KZ\n1\nCN\nspecialist\n' --lang en
says 'First answer'
visit 'KZ\n1\nCN\nбакалавр\n' --lang ru
says 'Первый ответ'

# What the level leads to stands first.
for pair in 'bachelor:A master' 'master:A doctorate' 'specialist:A master' 'vocational:A bachelor' 'integrated_master:A doctorate'; do
    visit 'CN\n1\nKZ\n'"${pair%%:*}"'\n' --lang en
    says "1. ${pair#*:}"
done

# A country that is not found is told so, also where the page says what an answer can change.
visit 'TR\n2\nKZ\n1\n1\n1\n1\n1\n2\n2\nzzzz\nkaz\n' --lang en
says 'In which country did you study?'
says 'No country is found under that name.'
says 'You answered: Kazakhstan.'

# The first visit of doc/visits.md: the goals of keys.
keys() { sed -n "1,/$1/s/^key //p" "$TANU_SRC/tests/screen/visit-bachelor-china.script" | sed 's/CN/C N/;s/KZ/K Z/' | wc -w; }
test "$(keys 'First answer')" -le 12 || fail "$(keys 'First answer') keys to the first answer"
test "$(keys 'Recognition is likely')" -le 30 || fail "$(keys 'Recognition is likely') keys to the result"
test "$(keys 'Recognition is likely')" -ge 20 || fail "the keys are not counted"
# The worked cases near the answers, and what is folded opens on a word, in any language.
unsure=$(printf 'unknown\\n%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25)
visit "${unsure}2\n7\ndetails\ndetails\n" --lang en --answers whole.json
says 'Worked cases near yours'
says 'Everything is shown.'
says 'What most people need is shown.'
visit "${unsure}2\nтолық\n" --lang kk --answers whole.json
says 'Сізге жақын мысалдар'
says 'Бәрі көрсетілді.'

# ---- flight -------------------------------------------------------------------------------------

# Nobody is asked whether they fled: a line among the papers says it, and decides. Its answer is in the code, as what assess reads.
silent 'Did you have to flee'
fled() { # LINES ANSWER
    visit "${unsure}$1"'1\ntake\n' --lang en --answers whole.json
    sed -n 's/^Your code: //p' out | tail -1 >code
    "$tanu" decode "$(cat code)" >back.json || fail "no code after $1: $(cat out)"
    jq -e ".answers.displaced == \"$2\"" back.json >/dev/null || fail "$1 is not $2: $(cat back.json)"
    jq -c .answers back.json | "$tanu" assess --as-of 2026-11-01 | jq -e ".outcome == $(jq .today.outcome back.json)" >/dev/null || fail "$1: assess says something else"
}
fled '3\n' no
row=$(sed -n 's/^\([0-9]*\)\. not marked: I had to flee.*/\1/p' out | head -1)
test -n "$row" || fail "no line about flight: $(cat out)"
fled '3\ntick '"$row"'\n\n' some_documents
says 'You answered: Yes, but I have some papers.'
says 'What your new answer changes'
says 'Ask for the procedure for refugees.'

# ---- an order that cannot be --------------------------------------------------------------------

# A beginning behind its end is refused where it is typed, and the field stays; where the end moves, the beginning is asked again.
online='"destination":"CN","purpose":"further_study","target_level":"master","programme_aim":"taught","award_country":"KZ","level":"bachelor","completion":"awarded","institution_status":"recognised","mode":"on_campus","provision":"own_campus","programme_accredited":"yes","award_year":2023,"remote_until":"2023-06"'
echo "{$online}" >online.json
visit '2023-09\n2022-09\n' --lang en --answers online.json
says 'The online time begins after its end.'
says 'You answered: 2022-09.'
silent 'You answered: 2023-09.'
echo "{$online,\"remote_from\":\"2023-05\"}" >online.json
visit 'answers\n' --lang en --answers online.json
row=$(sed -n 's/^\([0-9]*\)\. .*until which month.*/\1/p' out)
visit "answers\n#$row\n"'2023-04\n2022-09\n' --lang en --answers online.json
says 'The online time begins after its end.'
says 'Since which month were classes online?'
says 'You answered: 2022-09.'
visit "answers\n#$row\n"'2024-10\n' --lang en --answers online.json
silent 'begins after its end'
# The filter takes it, and says it.
orders() { "$tanu" assess --as-of 2026-11-01 | jq -c '[.notices[].id | select(startswith("order-"))]'; }
test "$(echo "{$online,\"remote_from\":\"2023-09\",\"start_year\":2024}" | orders)" = '["order-start_year","order-remote_from"]' || fail "the order in a result"
test "$(echo "{$online,\"remote_from\":\"2023-06\",\"start_year\":2023,\"best_rank\":0,\"second_rank\":5}" | orders)" = '[]' || fail "an order that can be"
test "$(echo '{"destination":"KZ","best_rank":230,"second_rank":"1-100"}' | orders)" = '["order-second_rank"]' || fail "bands"
test "$(echo '{"destination":"KZ","best_rank":"1-250","second_rank":230}' | orders)" = '[]' || fail "a band that leaves room"
