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
# Of several diplomas the one that carries the purpose, wherever it stands; ticks are taken over.
echo '{"award_country":"KZ","destination":"CN","purpose":"further_study","ticks":["general-diploma"],"qualifications":[{"level":"doctorate","institution_status":"not_recognised"},{"level":"bachelor"},{"level":"master"}]}' >several.json
visit 'answers\n' --lang en --answers several.json
carries=$("$tanu" report --format json --as-of 2026-11-01 several.json | jq .carries)
test "$carries" -ne 0 || fail "the first carries: the test says nothing"
grep -q "of 3 qualifications number $((carries + 1)) carries" err || fail "which one is not said: $(cat err)"
says "$(jq -r ".qualifications[$carries].level" several.json | sed 's/master/Master/;s/bachelor/Bachelor/')"
silent 'Doctorate'
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
