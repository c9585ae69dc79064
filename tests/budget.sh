#!/bin/sh
# SPDX-License-Identifier: MIT
# Rules that double with every choice: where another order of the questions helps, it is found; where none does, every door
# says which rule it was and leaves with 65, and nothing is told of what was not understood.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "budget.sh: $*" >&2; exit 1; }

# paired N STEP...: the tiny pack with two lists of N choices, and for each STEP a bar that pairs them in another way.
paired() {
    n=$1
    shift
    rm -rf pack
    cp -R "$TANU_SRC/tests/packs/tiny" pack
    chmod -R u+w pack
    for list in a b; do
        printf '  - id: list_%s\n    type: many\n    label: Which?\n    why: It decides.\n    choices:\n' $list
        for i in $(seq 0 $((n - 1))); do printf '      - id: %s%s\n        label: Choice %s\n' $list "$i" "$i"; done
    done >>pack/questions.yaml
    echo findings: >pack/rules/pairs.yaml
    for step; do
        printf '  - id: pairs-%s\n    matter: mode\n    reading: practice\n    effect: bar\n    text: Pairs.\n    cites:\n      - textbook\n    when: ' "$step"
        or=
        for i in $(seq 0 $((n - 1))); do
            printf '%sa%s in list_a and b%s in list_b' "$or" "$i" $((i * step % n))
            or=' or '
        done
        echo
    done >>pack/rules/pairs.yaml
}

one='"destination":"CN","award_country":"AU","purpose":"employment","level":"master"'
findings_of() { echo "{$one,\"list_a\":[$1],\"list_b\":[$2]}" | "$tanu" assess --brief --pack pack --as-of 2026-11-01; }

for n in 18 40 62; do
    paired $n 1
    findings_of '"a0","a3"' '"b7","b3"' | grep -q '"pairs-1"' || fail "a pair of $n is not seen"
    findings_of '"a0","a4"' '"b7","b3"' | grep -q '"findings":\[\]' || fail "a pair of $n is seen where none is"
    echo "{$one,\"list_a\":[\"a3\"]}" | "$tanu" assess --pack pack --as-of 2026-11-01 >told
    grep -q '"missing":\[[^]]*"list_b"' told || fail "what decides among $n is not asked for"
done

paired 41 1 7 16
# refused WHAT COMMAND...: status 65, the rule is named, and nothing else is said.
refused() {
    what=$1
    shift
    got=0
    "$@" >out 2>err || got=$?
    test $got -eq 65 || fail "$what: status $got instead of 65: $(cat out err)"
    cat out err | grep -q 'rules/pairs.yaml:[0-9:]*.* with the finding .*pairs-' || fail "$what does not name the rule: $(cat out err)"
    ! grep -qi 'likely\|judged one by one' out || fail "$what tells something all the same: $(cat out)"
}
echo "{$one}" >case
refused assess "$tanu" assess --pack pack case
refused 'assess with two jobs' "$tanu" assess --jobs 2 --brief --pack pack case
refused report "$tanu" report --pack pack case
refused 'report as JSON' "$tanu" report --format json --pack pack case
refused compare "$tanu" compare --to CN,KZ --pack pack case
refused check "$tanu" check --pack pack
printf 'China\nAustralia\n' >lines
line() { "$tanu" --line --pack pack <lines; }
refused 'line mode' line

# Rules that lean twice on the next one, sixty deep, in findings, in what decides whether a question applies, and in reasons.
rm -rf pack
cp -R "$TANU_SRC/tests/packs/tiny" pack
chmod -R u+w pack
seq 60 | awk 'NR == 1 { print "findings:" } { w = $1 == 60 ? "mode == online" : "live(\047f" $1 + 1 "\047) and not (level == bachelor and not live(\047f" $1 + 1 "\047))"
    printf "  - id: f%d\n    matter: mode\n    reading: practice\n    effect: note\n    when: %s\n    text: T.\n    cites:\n      - textbook\n", $1, w }' >pack/rules/twice.yaml
sed -i "/- id: duration_years/a\    relevant: not live('f1')" pack/questions.yaml
echo "{$one,\"mode\":\"online\"}" | "$tanu" assess --pack pack --as-of 2026-11-01 >told
grep -q '"id":"f1",.*"because":\[[^]]*{"question":"mode","value":"online"}' told || fail "the reason of f1 is not told: $(head -c 3000 told)"
printf 'China\nAustralia\n2\n3\nquit\n' | "$tanu" --line --pack pack --as-of 2026-11-01 >talk 2>&1 || :
grep -q 'You chose 3, Online' talk || fail "line mode does not get there: $(cat talk)"

# As long a chain as a pack may have, of conditions as long as they may be.
rm -rf pack
cp -R "$TANU_SRC/tests/packs/tiny" pack
chmod -R u+w pack
seq 250 | awk 'NR == 1 { print "findings:" } { w = $1 == 250 ? "mode == online" : "live(\047f" $1 + 1 "\047)"
    for (i = 0; i < 110; i++) w = w " or level == bachelor"
    printf "  - id: f%d\n    matter: mode\n    reading: practice\n    effect: note\n    when: %s\n    text: T.\n    cites:\n      - textbook\n", $1, w }' >pack/rules/deep.yaml
sed -i "/- id: duration_years/a\    relevant: not live('f1')" pack/questions.yaml
echo "{$one,\"mode\":\"online\"}" | "$tanu" assess --pack pack --as-of 2026-11-01 | grep -q '"id":"f1"' || fail "a long chain is not followed"
printf 'China\nquit\n' | "$tanu" --line --pack pack --as-of 2026-11-01 | grep -q 'at most' || fail "line mode does not follow a long chain"
