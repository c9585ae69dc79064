#!/bin/sh
# SPDX-License-Identifier: MIT
# A pack of a thousand countries and as many rules does what a small one does: rules about one country hold for that
# country, parts of countries have codes of their own, and a case is not told what concerns another.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "growth.sh: $*" >&2; exit 1; }
sh "$TANU_SRC/bench/makepack.sh" "$TANU_SRC/tests/packs/tiny" "$work/made" 1000 1500
test "$(ls "$work/made/countries" | wc -l)" -eq 1000

findings_of() { # AWARD DESTINATION LEVEL
    printf '{"purpose":"further_study","destination":"%s","award_country":"%s","level":"%s","mode":"on_campus","duration_years":1}\n' "$2" "$1" "$3" |
        "$tanu" assess --pack "$work/made" --as-of 2026-11-01 --brief | sed 's/.*"findings":\[//; s/[]}]//g'
}

# part_of_rule ID KEY: what the rule compares it with.
part_of_rule() {
    sed -n "/id: $1\$/,/when:/s/.* $2 == \([A-Za-z0-9-]*\).*/\1/p" "$work/made/rules/made-00.yaml"
}

# A rule about a country, and one about a part of a country.
for rule in g-3 g-700; do
    award=$(part_of_rule $rule award_country)
    level=$(part_of_rule $rule level)
    case $award in
    *-1) other=${award%-1} ;;
    *) other=$award-1 ;;
    esac
    for there in KZ AB AB-1; do
        case $(findings_of "$award" $there "$level") in
        *"\"$rule\""*) ;;
        *) fail "$rule about $award is not told to somebody who goes to $there" ;;
        esac
        case $(findings_of "$other" $there "$level") in
        *"\"$rule\""*) fail "$rule about $award is told to somebody from $other" ;;
        *error*) fail "$other is no country" ;;
        esac
    done
done

# More destinations than anybody named so far: none is forgotten when the next comes, and several threads say the same.
for code in $(ls "$work/made/countries" | sed -n '0~5s/\.yaml//p'); do
    printf '{"destination":"%s","award_country":"%s","level":"%s"}\n' "$code" "$award" "$level"
done >"$work/lines"
cat "$work/lines" "$work/lines" >"$work/twice"
"$tanu" assess --pack "$work/made" --as-of 2026-11-01 --brief "$work/twice" >"$work/one"
"$tanu" assess --pack "$work/made" --as-of 2026-11-01 --brief --jobs 3 "$work/twice" | cmp - "$work/one"
head -n 200 "$work/one" >"$work/first"
tail -n 200 "$work/one" | cmp - "$work/first"

# A country with two hundred agreements, each with another country, is told of the right one; and the hundredth question
# decides as the first does.
mkdir "$work/wide"
cp -r "$work/made"/* "$work/wide"
n=0
for code in $(ls "$work/made/countries" | sed -n '0~4s/\.yaml//p' | head -n 200); do
    n=$((n + 1))
    sed "s/^instrument: .*/instrument: pact-$n/; s/state: RU/state: $code/; s/strength: .*/strength: $n/" \
        "$TANU_SRC/tests/packs/tiny/instruments/old-pact.yaml" >"$work/wide/instruments/pact-$n.yaml"
    echo "$code" >>"$work/partners"
done
for i in $(seq 100); do
    printf '  - id: asked_%s\n    type: one\n    label: Question %s?\n    why: It decides.\n    choices:\n      - id: yes\n        label: Yes\n      - id: no\n        label: No\n' "$i" "$i"
done >>"$work/wide/questions.yaml"
for i in $(seq 100); do
    printf '  - id: wide-%s\n    matter: mode\n    reading: practice\n    effect: bar\n    when: asked_%s == yes\n    text: Answer %s.\n    cites:\n      - textbook\n' "$i" "$i" "$i"
done | sed '1i findings:' >"$work/wide/rules/wide.yaml"
for k in 1 77 200; do
    award=$(sed -n "${k}p" "$work/partners")
    line=$(printf '{"destination":"KZ","award_country":"%s","purpose":"employment","level":"master","asked_100":"yes"}' "$award" |
        "$tanu" assess --pack "$work/wide" --as-of 2026-11-01)
    case $line in
    *'"position_from":"pact-'$k'"'*) ;;
    *) fail "the position of $award comes from another instrument than pact-$k: $line" ;;
    esac
    case $line in
    *'"wide-100"'*) ;;
    *) fail "the hundredth question was not heard: $line" ;;
    esac
done

# However many papers, steps, rights, notices, findings and grounds hold, all of them are told.
mkdir "$work/long"
cp -r "$TANU_SRC/tests/packs/tiny"/* "$work/long"
chmod -R u+w "$work/long"
{
    echo 'documents:'
    for i in $(seq 300); do printf '  - id: long-d-%s\n    when: always\n    text: Paper %s.\n    order: %s\n    cites:\n      - textbook\n' "$i" "$i" "$i"; done
    echo 'steps:'
    for i in $(seq 300); do printf '  - id: long-s-%s\n    when: always\n    text: Step %s.\n    order: %s\n    cites:\n      - textbook\n' "$i" "$i" "$i"; done
    echo 'rights:'
    for i in $(seq 300); do printf '  - id: long-r-%s\n    when: always\n    text: Right %s.\n    cites:\n      - textbook\n' "$i" "$i"; done
    echo 'notices:'
    for i in $(seq 300); do printf '  - id: long-n-%s\n    when: always\n    severity: info\n    text: Notice %s.\n    cites:\n      - textbook\n' "$i" "$i"; done
    echo 'findings:'
    for i in $(seq 300); do printf '  - id: long-f-%s\n    matter: mode\n    reading: practice\n    effect: bar\n    when: always\n    text: Finding %s.\n    cites:\n      - textbook\n' "$i" "$i"; done
} >"$work/long/rules/long.yaml"
line='{"destination":"CN","award_country":"AU","purpose":"employment","level":"master"}'
echo "$line" | "$tanu" assess --pack "$work/long" --as-of 2026-11-01 >"$work/told"
echo "$line" | "$tanu" assess --brief --pack "$work/long" --as-of 2026-11-01 >"$work/brief"
for kind in d s r n f; do
    for i in 1 150 300; do
        grep -q "\"id\":\"long-$kind-$i\"" "$work/told" || fail "long-$kind-$i is not told"
    done
done
grep -q '"long-f-300"' "$work/brief" || fail "long-f-300 is not told in brief"
grep -q '"challenge":{[^}]*"long-f-300"' "$work/told" || fail "not all grounds of the challenge are told: $(grep -o '"challenge":.\{200\}' "$work/told")"

# A table of four hundred rows is proved like a short one: the cases decide the rows that give their outcomes.
mkdir "$work/rows"
cp -r "$TANU_SRC/tests/check/small"/* "$work/rows"
chmod -R u+w "$work/rows"
awk '{ print } /^practice:/ { for (i = 0; i < 400; i++) printf "  - id: never-%d\n    outcome: not_covered\n    when: never\n", i }' \
    "$work/rows/rules/outcomes.yaml" >"$work/table" && mv "$work/table" "$work/rows/rules/outcomes.yaml"
"$tanu" check --as-of=2026-11-01 "$work/rows" >"$work/checked" || :
test "$(grep -c 'unreachable-row' "$work/checked")" -eq 400 || fail "400 rows that never hold: $(tail -n 3 "$work/checked")"
! grep -q 'undecided-rule' "$work/checked" || fail "rows of a long table are not seen to be decided: $(grep undecided-rule "$work/checked")"
