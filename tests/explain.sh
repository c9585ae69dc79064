#!/bin/sh
# SPDX-License-Identifier: MIT
# `tanu explain` from outside: the rules of a case, each condition with its truth, the answer behind it and its place in the YAML.
set -eu
tanu=$TANU_BUILD/tanu
export TANU_PACK="$TANU_SRC/tests/packs/tiny"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() {
    echo "FAIL: $*"
    exit 1
}
has() { grep -qF -- "$2" "$1" || { cat "$1"; fail "$1 lacks: $2"; }; }
lacks() { ! grep -qF -- "$2" "$1" || { cat "$1"; fail "$1 has: $2"; }; }
# The line of the pack that a place names holds the condition.
place() {
    file=$(sed -n "s/^ *\(.*\)  (\(.*\):\([0-9]*\))\$/\2 \3/p" "$1")
    test -n "$file" || fail "$1 names no place"
    printf '%s\n' "$file" | while read -r name line; do
        sed -n "${line}p" "$TANU_PACK/$name" | grep -qE 'when:|and |or |>-' || fail "$name:$line holds no condition"
    done
}

echo '{"destination":"KZ","award_country":"AU","purpose":"further_study","level":"bachelor","target_level":"master","mode":"online"}' >case.json

# All rules that count.
"$tanu" explain --as-of 2026-11-01 case.json >all
has all 'How the outcome was chosen'
has all 'Kazakhstan does not recognise online degrees from elsewhere.'
has all 'countries/KZ.yaml:49, kz-online'
has all 'Yes: How did you study? Online'
has all 'You said: Online'
has all 'mode == online  (countries/KZ.yaml:53)'
place all

# One rule that does not hold: which condition fails, what was not said.
"$tanu" explain --as-of 2026-11-01 case.json level-too-low >one
has one 'Does it hold? Not known'
has one 'No: What do you want to enter? A doctoral programme'
has one 'You said: A master'
has one 'Not known: How many years does the programme take? < 3'
has one 'You have not said: How many years does the programme take?'
lacks one 'kz-online'
place one

# Another answer, from standard input: another condition decides.
sed 's/"online"/"on_campus"/' case.json | "$tanu" explain --as-of 2026-11-01 - kz-online >other
has other 'Does it hold? No'
has other 'No: How did you study? Online'
has other 'You said: On campus'

# Papers are rules too; a name that is none gets a hint and status 64.
"$tanu" explain --as-of 2026-11-01 case.json transcript >paper || fail "a paper cannot be explained"
status=0
"$tanu" explain case.json kz-onlin >out 2>err || status=$?
test $status = 64 || fail "an unknown rule gives $status"
test ! -s out || fail "an unknown rule prints something"
has err "did you mean 'kz-online'?"
status=0
"$tanu" explain nowhere.json 2>err || status=$?
test $status = 66 || fail "a missing file gives $status"
echo '{"purpose":"unknown"}' | "$tanu" explain >out 2>err && grep -q 'No rule in this pack speaks' out || fail "a case without a destination: $(cat out err)"
echo '{"level":"x"}' | "$tanu" explain 2>err && fail "a bad case is taken"

# What the first finding of a pack sets aside does not count either.
cp -R "$TANU_PACK" pack
chmod -R u+w pack
sed '/^findings:/,$d' "$TANU_PACK/rules/findings.yaml" >pack/rules/findings.yaml
cat >>pack/rules/findings.yaml <<'END'
findings:
  - id: exception
    matter: mode
    reading: practice
    effect: supports
    when: mode == online
    overrides:
      - kz-online
    text: An exception.
    cites:
      - textbook
END
sed '1,/^findings:/d' "$TANU_PACK/rules/findings.yaml" >>pack/rules/findings.yaml
"$tanu" explain --pack pack --as-of 2026-11-01 case.json kz-online-announced >aside
has aside 'Does it hold? No'
has aside 'No: This counts too: Kazakhstan does not recognise online degrees from elsewhere.'
exit 0
