#!/bin/sh
# SPDX-License-Identifier: MIT
# A type of question that is added as doc/how-to-add.md says is asked, read, compared, proved and printed like every other.
set -eu
tanu=$TANU_BUILD/tests/kinds/tanu-percent
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "percent.sh: $*" >&2; exit 1; }
cp -R "$TANU_SRC/tests/packs/tiny" pack
chmod -R u+w pack
printf '  - id: online_share\n    type: percent\n    label: How much of it was online?\n    why: It decides.\n    usual: 10\n' >>pack/questions.yaml
cat >pack/rules/share.yaml <<'X'
findings:
  - id: mostly-online
    matter: mode
    reading: practice
    effect: bar
    when: online_share > 50
    text: More than half of it was online.
    cites:
      - textbook
X
one='"destination":"CN","award_country":"AU","purpose":"employment","level":"master","mode":"on_campus","duration_years":4'
asked() { echo "{$one,\"online_share\":$1}" | "$tanu" assess --brief --pack pack --as-of 2026-11-01 || :; }
asked 50 | grep -q '"findings":\[\]' || fail "50 is more than 50: $(asked 50)"
asked 51 | grep -q '"mostly-online"' || fail "51 is not more than 50: $(asked 51)"
asked 101 | grep -q '"bad-value"' || fail "101 is a share"
asked 2.5 | grep -q '"bad-value"' || fail "2.5 is a whole number"
# Without an answer its usual value counts, and what would decide is found in it.
echo "{$one}" | "$tanu" assess --pack pack --as-of 2026-11-01 >told
grep -q '"assumed-online_share"' told || fail "its usual value is not named: $(cat told)"
grep -q '"missing":\["online_share"\]' told || fail "it is not among what is missing: $(cat told)"
echo "{$one,\"online_share\":70}" >case
"$tanu" report --pack pack --as-of 2026-11-01 case | grep -q 'How much of it was online? 70' || fail "the report does not say it"
# In a file, as a constant and in a field, what it is not is told in its own words.
sed -i 's/usual: 10/usual: 110/' pack/questions.yaml
"$tanu" report --pack pack case 2>&1 | grep -q 'takes a share from 0 to 100' && sed -i 's/usual: 110/usual: 10/' pack/questions.yaml ||
    fail "a usual value beyond its bounds is taken"
sed -i 's/online_share > 50/online_share > half/' pack/rules/share.yaml
"$tanu" report --pack pack case 2>&1 | grep -q 'is compared with a share from 0 to 100' || fail "a wrong constant is not named"
sed -i 's/online_share > half/online_share > 50/' pack/rules/share.yaml
printf 'China\nAustralia\n2\n2\n1\n4\nmuch\n60\nquit\n' | "$tanu" --line --pack pack --as-of 2026-11-01 >talk 2>&1 || :
grep -q 'Please type a share from 0 to 100' talk || fail "line mode does not say what to type: $(cat talk)"
grep -q 'You answered: 60' talk || fail "line mode does not take it: $(tail -n 20 talk)"
