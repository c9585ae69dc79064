#!/bin/sh
# SPDX-License-Identifier: MIT
# What `tanu check` and the loader count: a rule that a case names as absent is decided, treaties name choices, the order of the
# outcomes says nothing but the order, a hundred faults say what may have been meant.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0
fail() {
    echo "counted.sh: $*" >&2
    failed=1
}
begin() { # PACK: a fresh copy of it in ./pack
    rm -rf pack
    cp -R "$TANU_SRC/tests/$1" pack
    chmod -R u+w pack
}
check() { "$tanu" check --as-of=2026-11-01 "$@" pack >out 2>&1 || :; }

# What hangs on an open fact never shows for certain; a case decides it by naming it as absent.
begin check/small
cat >pack/rules/extra.yaml <<'X'
findings:
  - id: extra
    matter: level
    reading: both
    effect: note
    when: party('tokyo-2011', award_country) and award_country in {KZ}
    text: Kazakhstan may be bound.
    cites:
      - textbook
X
check --coverage
grep -q '"extra" hangs on a fact.*\[open-rule\]$' out && grep -q '^    finding extra$' out || fail "not open: $(cat out)"
sed -i '0,/^        - level-too-low$/s//&\n        - extra/' pack/cases/cases.yaml
sed -n '/no_findings/,/^      [a-z]/p' pack/cases/cases.yaml | grep -q extra || fail "no case names it as absent"
check --coverage
grep -q '^0 errors' out || fail "named as absent: $(cat out)"
! grep -q -e 'open-rule' -e 'finding extra' out || fail "named as absent, and open still: $(cat out)"

# A choice that only a treaty names is read: of the small pack, employment.
begin check/small
check
! grep -q '"employment".*unread-choice' out || fail "a purpose of a treaty is not read: $(cat out)"
sed -i 's/^    - employment$/    - further_study/' pack/instruments/old-pact.yaml
sed -i '/^    - employment$/d' pack/instruments/tokyo-2011.yaml
check
grep -q '"employment".*\[unread-choice\]$' out || fail "a purpose that nothing names: $(cat out)"

# A matter that only a treaty covers is used, and a group whose States contest it, whichever treaty that is.
for treaty in old-pact tokyo-2011; do
    begin check/small
    sed -i 's/^matters:/&\n  - id: extra\n    label: Covered by a treaty\n    when: mode == online/' pack/rules/findings.yaml
    sed -i 's/^groups:/&\n  - id: other\n    countries:\n      - AU/' pack/pack.yaml
    check
    grep -q '"other".*\[unused-group\]$' out || fail "a group that nothing uses: $(cat out)"
    echo 'contested: other' >>pack/instruments/$treaty.yaml
    grep -q '"extra".*\[unused-matter\]$' out || fail "a matter that nothing uses: $(cat out)"
    if grep -q '^  matters:' pack/instruments/$treaty.yaml; then
        sed -i 's/^  matters:/&\n    - extra/' pack/instruments/$treaty.yaml
    else
        sed -i 's/^  levels:/  matters:\n    - extra\n&/' pack/instruments/$treaty.yaml
    fi
    check
    ! grep -q -e '"extra"' -e '"other"' out || fail "$treaty: a matter or a group of a treaty is not used: $(cat out)"
done

# A day that only a row of a table names is one on which the law changes, like any other.
begin check/small
intervals() { check && sed -n 's/^Proved: .* x \([0-9]*\) intervals.*/\1/p' out; }
before=$(intervals)
sed -i '/id: p-refused/,/when:/s/when: .*/&\n      and (as_of < 2019-05-05 or as_of >= 2019-05-05)/; /id: p-refused/,/when:/s/when: /when: >-\n      /' pack/rules/outcomes.yaml
test "$(intervals)" -gt "$before" || fail "the day of a row is not looked at: $(cat out)"

# Right to the edge: a day that is known exactly, written as a range; a language with the name of a script.
begin check/small
sed -i '0,/^    in_force: 1999-01-01$/s//    not_before: 1999-01-01\n    not_after: 1999-01-01/' pack/instruments/old-pact.yaml
sed -i 's/^  - kk$/&\n  - sr@latin\n  - zh_CN/' pack/pack.yaml
check
grep -q '^0 errors' out || fail "a range of one day, or a language with a script: $(cat out)"

# Where the licence is refused, the outcome says nothing of the award: a case that names only the outcome decides the row of the
# licence and none of those that the award meets; one that names what the award comes to decides those too.
begin packs/guild
mkdir pack/cases
cat >pack/cases/cases.yaml <<'X'
cases:
  - id: lawyer
    title: A lawyer from China, for whom the profession is closed
    source: Made up.
    as_of: 2026-11-01
    answers:
      destination: KZ
      award_country: CN
      purpose: regulated_profession
      profession: law
      level: master
      duration_years: 5
      years_taken: 5
      best_rank: 0
      destination_list: accepted
      citizenship: CN
    expect:
      outcome: refusal_likely
X
decided() { check --coverage && ! grep -q "^    row of the $1 table $2\$" out; }
decided licence l-refused || fail "the row that refuses the licence is not decided: $(cat out)"
decided practice p-conditions && fail "the outcome of a closed profession decides a row about the award"
sed -i 's/^      outcome: refusal_likely$/&\n      academic: recognised_with_conditions/' pack/cases/cases.yaml
decided practice p-conditions || fail "what the award comes to decides no row: $(cat out)"
decided practice p-refused && fail "a row that does not hold is decided"

# An instrument that does not bind the country of the award gives no position, and decides no row for a case.
begin check/small
sed -i 's/^duty: direct/duty: substantial_difference/' pack/instruments/old-pact.yaml
printf '  - state: CN\n    in_force: 1999-01-01\n    source: textbook\n    as_of: 1998\n    status: verified\n' >>pack/instruments/old-pact.yaml
sed -i '/convention_position: individual_assessment/d' pack/cases/cases.yaml
decided convention c-different && fail "a treaty that does not apply decides a row: $(cat out)"
decided convention c-recognised || fail "the treaty that applies decides no row: $(cat out)"

# The order of the outcomes orders what is listed and decides nothing else: not what is asked, not what is said.
begin packs/tiny
cat >cases.jsonl <<'X'
{"destination":"CN","award_country":"KZ"}
{"destination":"CN","award_country":"AU","purpose":"further_study","level":"bachelor"}
{"destination":"KZ","award_country":"RU","purpose":"employment","level":"master"}
{"destination":"CN","award_country":"AU","purpose":"employment","level":"master","mode":"online"}
{"destination":"KZ","award_country":"CN","mode":"online","level":"bachelor","purpose":"further_study"}
{"destination":"AU","award_country":"KZ","purpose":"further_study"}
X
# The assessments without what is in the order of the table: lists of outcomes, and places in files.
assessed() {
    "$tanu" assess --as-of=2026-11-01 --pack=pack cases.jsonl | sed 's/"possible":\[[^]]*\]//g; s/"at":"[^"]*"//g; s/"content":{[^}]*}//' >"$1"
    printf '%s\n' china australia 2 1 4 3 1 | "$tanu" --line --as-of=2026-11-01 --pack=pack --lang=en >>"$1" 2>&1
}
# Whoever is refused on one ground can contest it, so what else would be a ground is asked for.
cat >>pack/questions.yaml <<'X'
  - id: colour
    type: one
    label: Which colour is the diploma?
    choices:
      - id: red
        label: Red
      - id: blue
        label: Blue
  - id: paper
    type: one
    label: On which paper is it?
    choices:
      - id: thin
        label: Thin
      - id: thick
        label: Thick
X
{
    echo findings:
    for ground in 'colour == red' 'paper == thin'; do
        printf '  - id: not-%s\n    matter: mode\n    reading: practice\n    effect: bar\n' "${ground%% *}"
        printf '    when: %s\n    text: Refused.\n    cites:\n      - textbook\n' "$ground"
    done
} >pack/rules/extra.yaml
assessed before
tail -5 before | grep -q '^On which paper is it' || fail "the other ground is not asked for: $(tail -9 before)"
for turn in 1 2 3; do # each outcome once at the front
    awk '/^outcomes:/ { print; inside = 1; next } /^[a-z]/ { if (inside) printf "%s", first; inside = 0 }
        !inside { print; next } /^  - / { n++ } n == 1 { first = first $0 "\n"; next } { print }' pack/rules/outcomes.yaml >turned
    mv turned pack/rules/outcomes.yaml
    assessed after
    cmp -s before after || fail "the order of the outcomes decides: $(diff before after | head -20)"
done
sed -n '2,3p' pack/rules/outcomes.yaml | grep -q not_covered || fail "the outcomes were not turned round"

# Nor does the order of the countries: what is open about one stays open where that one is the first.
begin packs/tiny
assessed before
grep -q '"applies":"unknown"' before || fail "nothing is open in the small pack"
for first in CN JP KZ RU; do
    cp "$TANU_SRC/tests/packs/tiny/pack.yaml" pack/pack.yaml
    sed -i "/^countries:/,/^[g-z]/{/^  - $first\$/d}; s/^countries:/&\n  - $first/" pack/pack.yaml
    assessed after
    cmp -s before after || fail "$first as the first country changes something: $(diff before after | head -20)"
done

# Of an open treaty that only the destination is asked about, too: a paper for who is not bound is not asked of who may be.
for first in AU KZ; do
    begin packs/maze
    sed -i "/^countries:/,/^[g-z]/{/^  - $first\$/d}; s/^countries:/&\n  - $first/" pack/pack.yaml
    sed -i '/^  - state: KZ$/,$s/^    in_force: .*/    not_before: 2026-03-01\n    not_after: 2027-03-01/' pack/instruments/fourth.yaml
    cat >pack/rules/extra.yaml <<'X'
documents:
  - id: of-bound
    when: party('fourth', destination)
    text: For who is bound
    order: 50
    cites:
      - book
  - id: of-free
    when: not party('fourth', destination)
    text: For who is not bound
    order: 60
    cites:
      - book
X
    for day in 2026-02-01:of-free 2026-11-01: 2027-04-01:of-bound; do
        echo '{"destination":"KZ","award_country":"CN","level":"master"}' | "$tanu" assess --as-of=${day%:*} --pack=pack >out 2>&1
        test "$(grep -o '"id":"of-[a-z]*"' out | cut -d'"' -f4)" = "${day#*:}" ||
            fail "$first first, ${day%:*}: $(grep -o '"id":"of-[a-z]*"' out) instead of ${day#*:}"
    done
done

# "Did you mean" costs time: a hundred faults say it, whatever is misspelt, and the others are told without.
begin packs/tiny
for i in $(seq 1 60); do
    printf '  - id: extra%s\n    text: Never used\n    ordr: 1\n    order: 1\n    cites:\n      - textbok\n' "$i"
done | sed '1s/^/documents:\n/' >pack/rules/extra.yaml
check
test "$(grep -c 'did you mean "textbook"' out)" -gt 20 && test "$(grep -c 'did you mean "order"' out)" -gt 20 ||
    fail "not both were guessed: $(grep -c 'did you mean' out)"
test "$(grep -c 'did you mean' out)" -eq 100 || fail "$(grep -c 'did you mean' out) guesses, not a hundred"
test "$(grep -c -e 'ordr' -e 'textbok' out)" -ge 120 || fail "not all faults are told"
exit $failed
