#!/bin/sh
# SPDX-License-Identifier: MIT
# `tanu code` and `tanu decode` from outside: the answers come back, slips are refused, and codes of three made-up versions of
# a pack are read by each other as they were meant.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() {
    echo "FAIL: $*"
    exit 1
}
# code PACK JSON; decode PACK STATUS CODE...: the answer stands in out, what was said in err
code() { printf '%s\n' "$2" | "$tanu" --pack "$1" code --as-of 2026-11-01; }
decode() {
    pack=$1 want=$2
    shift 2
    "$tanu" --pack "$pack" decode --as-of 2026-11-01 "$@" >out 2>err && got=0 || got=$?
    test $got -eq "$want" || fail "decode $* ends with $got, not $want: $(cat out err)"
}
has() { jq -e "$1" out >/dev/null || fail "no $1 in $(cat out)"; }

# ---- the pack that comes along -----------------------------------------------------------------

tokyo=$TANU_SRC/questions/tokyo
case='{"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study","institution_status":"unknown","duration_years":3.5,"best_rank":"1-250","award_year":2015,"documents_held":["diploma","syllabus"],"displaced":"no_documents","institution":"Secret University"}'
first=$(code "$tokyo" "$case")
signs=$(printf %s "$first" | tr -d - | wc -c)
test "$signs" -ge 20 && test "$signs" -le 60 || fail "$signs signs"
decode "$tokyo" 0 "$first"
printf '%s' "$case" | jq -cS 'del(.institution)' >want
jq -cS .answers out | cmp -s - want || fail "other answers: $(cat out)"
has '.content == {"pack":"tokyo","version":"'"$(sed -n 's/^version: //p' "$tokyo/pack.yaml")"'"}'
printf '%s\n' "$case" | "$tanu" assess --as-of 2026-11-01 >line
test "$(jq -c .then.outcome out)" = "$(jq -c .outcome line)" || fail "what came out then"
test "$(jq -c .today out)" = "$(jq -c '{outcome, possible, state}' line)" || fail "what comes out today"
test "$(wc -l <out)" -eq 1 || fail "one line"
# Pieces, small letters, letters that look alike; and without what somebody would rather not say.
decode "$tokyo" 0 $(printf %s "$first" | tr 'A-Z0-' 'a-zo ')
decode "$tokyo" 0 "$(printf '%s\n' "$case" | "$tanu" code --without 'displaced, award_year')"
has '.answers | has("displaced") or has("award_year") | not'
printf '%s\n' "$case" | "$tanu" code --without nothing 2>err && fail "--without nothing"
grep -q nothing err || fail "the question is not named"
# Not as it was given.
flip=$(printf %s "$first" | sed 's/^\(...\)\(.\)/\1Z/; t')
test "$flip" = "$first" && flip=$(printf %s "$first" | sed 's/^\(...\)\(.\)/\1Y/')
decode "$tokyo" 65 "$flip"
test ! -s out || fail "something is said of a wrong code"
decode "$tokyo" 65 "${first%?}"
decode "$tokyo" 65 "$first$first"
decode "$tokyo" 65 "not a code"
decode "$tokyo" 65 ''
"$tanu" decode 2>err && fail "decode nothing"
printf '{"qualifications":[{"level":"bachelor"},{"level":"master"}]}' | "$tanu" code >out 2>err && fail "several in one code"
test ! -s out && grep -q 'one qualification' err || fail "several: $(cat err)"

printf '{"qualifications":[{"level":"bachelor"}],"destination":"CN"}' | "$tanu" code >out || fail "one among qualifications"
decode "$tokyo" 0 "$(cat out)"
has '.answers == {"destination":"CN","level":"bachelor"}'
"$tanu" --lang ru decode XXXX-XXXXX 2>&1 | grep -q 'код' || fail "a wrong code in Russian"

# ---- in the wizard -----------------------------------------------------------------------------

# The case opens again on the first page of line mode; a slip is named, and answers are never written over.
again=$("$tanu" code --as-of 2026-11-01 <<'J'
{"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study","target_level":"master"}
J
)
printf 'code %s\nanswers\ncode %s\nquit\n' "$again" "$again" | "$tanu" --line --as-of 2026-11-01 >out
grep -q '^Your answers are back\.' out && grep -q 'Kazakhstan' out && grep -q 'China' out || fail "line mode: $(cat out)"
grep -q 'type “again” first' out || fail "a code over the answers of another case"
printf '4\n%s\nanswers\nquit\n' "$again" | "$tanu" --line --as-of 2026-11-01 | grep -q 'China' || fail "the code's own page in line mode"
printf 'code %sX\n' "$again" | "$tanu" --line --lang kk --as-of 2026-11-01 | grep -q 'орын ауысқан' || fail "a slip in line mode"

# ---- three versions ----------------------------------------------------------------------------

for v in 1 2 3; do cp -R "$TANU_SRC/tests/packs/maze" v$v; chmod -R u+w v$v; done
sed -i 's/^version: .*/version: 1.9/' v1/pack.yaml
# The second asks one question more, first of all, and has a choice more, also first.
sed -i 's/^version: .*/version: 1.10/' v2/pack.yaml v3/pack.yaml
for v in v2 v3; do
    sed -i 's/^questions:$/questions:\n  - id: colour\n    type: one\n    label: Which colour?\n    why: Why.\n    choices:\n      - id: red\n        label: Red\n      - id: blue\n        label: Blue\n      - id: violet\n        label: Violet/' $v/questions.yaml
    sed -i 's/^      - id: campus$/      - id: tent\n        label: In a tent\n      - id: campus/' $v/questions.yaml
    sed -i 's/^      - campus$/      - campus/; s/^      - online$/      - online\n      - tent/' $v/codes.yaml
    sed -i 's/^outcomes:$/  - id: colour\n    type: one\n    choices:\n      - red\n      - blue\n      - violet\noutcomes:/' $v/codes.yaml
done
# The third has no more blue and violet, and asks years as a whole number: another type, another entry.
sed -i 's/^version: .*/version: 2.0/' v3/pack.yaml
sed -i '/^      - id: blue$/,+1d; /^      - id: violet$/,+1d' v3/questions.yaml
sed -i '/^  - id: years$/,/^  - id: online_until$/s/type: number/type: integer/' v3/questions.yaml
sed -i 's/^outcomes:$/  - id: years\n    type: integer\noutcomes:/' v3/codes.yaml
sed -i 's/years <= 1.5/years <= 2/' v3/rules/findings.yaml
sed -i 's/min: 0.5$/min: 1/' v3/questions.yaml
for v in 1 2 3; do "$tanu" --pack v$v graph >/dev/null 2>err || fail "version $v does not load: $(cat err)"; done

common='"destination":"KZ","purpose":"work","award_country":"CN","level":"master","documents_held":["letter"],"online_until":"2021-06","study_country":"none"'
one=$(code v1 "{$common,\"mode\":\"online\",\"years\":3}")
two=$(code v2 "{$common,\"mode\":\"tent\",\"years\":4,\"colour\":\"blue\"}")
three=$(code v3 "{$common,\"mode\":\"campus\",\"years\":5,\"colour\":\"red\"}")

# Each by its own, and older ones by newer ones.
decode v1 0 "$one"
jq -cS .answers out >first-answers
has '.content.version == "1.9"'
decode v2 0 "$one"
jq -cS .answers out | cmp -s - first-answers || fail "an old code gives other answers after questions were added: $(cat out)"
has '.content.version == "1.9"'
decode v2 0 "$two"
has '.answers.mode == "tent" and .answers.colour == "blue" and .answers.years == 4'
decode v3 0 "$three"
has '.answers.years == 5 and .answers.colour == "red" and .answers.mode == "campus"'
# What is gone is named, the rest is there.
decode v3 1 "$two"
has '.answers.mode == "tent" and .answers.level == "master" and (.answers | has("colour") or has("years") | not)'
grep -q "'colour'" err && grep -q '^tanu: 1 of its answers' err || fail "what is gone is not named: $(cat err)"
# Newer ones by older ones: as far as they are known.
decode v1 1 "$two"
has '.answers.level == "master" and .answers.years == 4 and (.answers | has("mode") or has("colour") | not)'
grep -q '1\.10' err && grep -q "'mode'" err && grep -q 'does not have yet' err || fail "newer: $(cat err)"
decode v2 1 "$three"
has '.answers.colour == "red" and .answers.mode == "campus"'
grep -q '2\.0' err || fail "the newer version is not named: $(cat err)"
# Another pack, and one without numbers.
decode "$tokyo" 65 "$one"
grep -q 'another pack' err || fail "another pack: $(cat err)"
code "$TANU_SRC/tests/packs/tiny" '{}' >out 2>err && fail "a pack without codes.yaml makes codes"
grep -q codes.yaml err || fail "$(cat err)"
sed -i '/^      - tent$/d' v2/codes.yaml
code v2 '{"mode":"tent"}' >out 2>err && fail "a choice without a number"
grep -q "'mode'" err || fail "the question is not named: $(cat err)"
