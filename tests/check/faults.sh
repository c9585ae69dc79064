#!/bin/sh
# SPDX-License-Identifier: MIT
# Every code of `tanu check`: the small pack with one fault in it must give that code, and the small
# pack itself nothing but notes. A code without a faulty pack here, or without an entry in
# doc/tanu-check.7, or the other way round, fails. All that is said of them is compared with a golden file; GENERATE=1 writes it anew,
# on purpose: then the diff is to be read.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0
seen=

fail() {
    echo "faults.sh: $*" >&2
    failed=1
}

# begin: a fresh copy of the small pack in ./pack
begin() {
    rm -rf pack
    cp -R "$TANU_SRC/tests/check/small" pack
    chmod -R u+w pack
}

# keep: what the check has said of this pack goes to the golden file, once.
keep() {
    test -f kept || : >kept
    cmp -s out kept || { echo "== $code" && cat out; } >>told
    cp out kept
}

# With one processor there is one prover (src/check/provers.c).
one="taskset -c $(taskset -cp $$ | sed 's/.*: //; s/[,-].*//')"

# wants CODE STATUS [OPTION...]: checks ./pack; the code must be reported and the exit status be so.
wants() {
    code=$1
    status=$2
    shift 2
    got=0
    "$tanu" check --as-of=2026-11-01 "$@" pack >out 2>err || got=$?
    test "$got" -eq "$status" || fail "$code: exit status $got instead of $status: $(cat out err)"
    grep -q "\[$code\]$" out || fail "$code: not reported: $(cat out err)"
    $one "$tanu" check --as-of=2026-11-01 "$@" pack >alone 2>/dev/null || true
    cmp -s out alone || fail "$code: one processor finds something else: $(diff out alone)"
    keep
    "$tanu" check --as-of=2026-11-01 --format=json "$@" pack >json || true
    grep -q "\"code\":\"$code\"" json || fail "$code: not in the JSON report"
    seen="$seen $code"
}

# reproduces TEXT: the counter-example, pasted into the shell as it stands, prints TEXT.
reproduces() {
    grep '^    try: ' out | head -1 | sed 's/^    try: //' >try
    test -s try || { fail "no counter-example in: $(cat out)"; return; }
    PATH=$TANU_BUILD:$PATH TANU_PACK=$work/pack sh ./try >answer ||
        fail "the counter-example does not run: $(cat try)"
    grep -q "$1" answer || fail "the counter-example does not show $1: $(cat try answer)"
}

# More rules go into a file of their own.
extra() {
    cat >>pack/rules/extra.yaml
}

# shows CODE TEXT: pasted into the shell, the counter-example of that fault prints TEXT.
shows() {
    grep -A1 "\[$1\]$" out | sed -n 's/^    try: //p' | head -1 >try
    test -s try || { fail "$1: no counter-example in: $(cat out)"; return; }
    PATH=$TANU_BUILD:$PATH TANU_PACK=$work/pack sh ./try >answer ||
        fail "$1: the counter-example does not run: $(cat try)"
    grep -q "$2" answer || fail "$1: the counter-example does not show $2: $(cat try answer)"
}

# drop ID FILE: takes a list item away, from its "- id:" to the next line that is not deeper.
drop() {
    awk -v id="  - id: $1" '
        $0 == id { gone = 1; next }
        gone && /^(    |$)/ { next }
        { gone = 0; print }' "pack/$2" >new && mv new "pack/$2"
}

begin
"$tanu" check --as-of=2026-11-01 pack >out || fail "the small pack has errors: $(cat out)"
grep -q '^0 errors, 0 warnings, ' out || fail "the small pack has warnings: $(cat out)"
tail -1 out | grep -q '^Proved: 5 destinations .*; cases passed: 6 of 6\.$' ||
    fail "no totals: $(tail -1 out)"
wants unread-choice 0

begin
printf 'codes:\n  - id: destination\n    type: country\noutcomes:\n  - recognised\n' >pack/codes.yaml
wants no-number 1
begin
printf 'codes:\n  - id: award_country\n    type: country\noutcomes:\n  - recognised\n' >pack/codes.yaml
wants no-number 1
grep -q 'the question "destination" has no number' out || fail "the first question is not looked at: $(cat out)"

# ---- proofs --------------------------------------------------------------------------------------
begin
drop p-recognised rules/outcomes.yaml
sed -i '/^      outcome: recognised$/d; /^      challenge: no$/d' pack/cases/cases.yaml
wants gap 1
reproduces '"possible":\["individual_assessment"\]'

begin
extra <<'X'
findings:
  - id: extra
    matter: mode
    reading: practice
    effect: supports
    when: mode == online and level == master
    text: Online study is fine.
    cites:
      - textbook
X
wants contradiction 1
reproduces '"extra"'
reproduces '"online-refused"\|"kz-online"'

# The example names the papers that it takes, and no others.
for when in 'mode == blended' 'transcript in documents_held'; do
    begin
    extra <<X
findings:
  - id: extra
    matter: level
    decision: licence
    reading: practice
    effect: bar
    when: $when
    text: No licence.
    cites:
      - textbook
X
    wants licence-elsewhere 1
    shows licence-elsewhere '"extra"'
done

begin
extra <<'X'
steps:
  - id: extra
    decision: licence
    when: mode == blended
    text: Ask for the licence.
    order: 20
    cites:
      - textbook
X
wants licence-elsewhere 1
shows licence-elsewhere '"extra"'

begin
extra <<'X'
rights:
  - id: extra
    when: level == master
    excludes:
      - transcript
    text: You need no transcript.
    cites:
      - textbook
X
wants excluded-together 1
shows excluded-together '"transcript".*"extra"'
grep -q '"level":"master"' try || fail "the counter-example is another: $(cat try)"

begin
extra <<'X'
notices:
  - id: extra
    when: level == master
    severity: info
    text: Look at the {instrument}.
    cites:
      - textbook
X
wants placeholder-without-value 1
shows placeholder-without-value 'Look at the convention'

begin
cat >>pack/questions.yaml <<'X'
  - id: profession
    type: one
    label: Which work?
    choices:
      - id: none
        label: None
      - id: medicine
        label: Doctor
X
sed -i 's/^traits:/  - id: kz-council\n    role: profession\n    name: A council\n    phone: 1\n    source: kz-order\n    as_of: 2026-11\n    status: verified\ntraits:/' pack/countries/KZ.yaml
cat >>pack/countries/KZ.yaml <<'X'
  - id: kz-licence
    decision: licence
    when: profession == medicine
    office: kz-centre
    text: Ask for the licence.
    order: 20
    cites:
      - kz-order
licences:
  - id: kz-medicine
    professions:
      - medicine
    needed: yes
    office: kz-council
    text: It decides.
    cites:
      - kz-order
X
wants step-elsewhere 1
shows step-elsewhere '"kz-licence".*"office":"The Kazakh centre"'

begin
sed -i '/^    phone: /d' pack/countries/KZ.yaml
wants office-without-contact 0
shows office-without-contact '"office":"The Kazakh centre"'

begin
cat >>pack/questions.yaml <<'X'
  - id: citizenship
    type: country
    label: Whose citizen are you?
    relevant: destination in {CN}
X
sed -i 's/when: level != doctorate/when: level != doctorate or citizenship == AU/' pack/countries/KZ.yaml
wants not-asked-here 1
grep -q 'KZ.yaml:[0-9]*:[0-9]*: error: the question "citizenship" is never asked where the destination is KZ' out ||
    fail "where it stands is not said: $(cat out)"

begin
cat >>pack/questions.yaml <<'X'
  - id: colour
    type: one
    label: Which colour is the diploma?
    choices:
      - id: red
        label: Red
X
wants unread-question 1
sed -i 's/^    label: Which colour.*/&\n    relevant: never/' pack/questions.yaml
wants unreachable-question 1
wants unreachable-choice 1
# Also of the first question.
begin
sed -i 's/^questions:/&\n  - id: colour\n    type: one\n    label: Which colour?\n    relevant: never\n    choices:\n      - id: red\n        label: Red/' pack/questions.yaml
wants unreachable-question 1
wants unreachable-choice 1

# A choice is also named by what the instruments and the countries say of it, the first and the last of them.
begin
for level in pact tokyo cn kz nobody; do
    sed -i "/^  - id: level/,/^  - id: target/s/^    choices:/&\n      - id: $level\n        label: The level of $level/" pack/questions.yaml
done
sed -i 's/^  levels:/&\n    - pact/' pack/instruments/old-pact.yaml
sed -i 's/^  levels:/&\n    - tokyo/' pack/instruments/tokyo-2011.yaml
for country in cn kz; do
    file=pack/countries/$(echo $country | tr a-z A-Z).yaml
    sed -i "s/^levels:/&\n  - level: $country\n    award: other\n    source: textbook\n    as_of: 2026-11\n    status: verified/" "$file"
done
wants unread-choice 0
rm -rf pack
cp -R "$TANU_SRC/tests/packs/guild" pack
chmod -R u+w pack
sed -i 's/^covers:/&\n  professions_left_out:\n    - engineering/' pack/instruments/pact.yaml
wants unread-choice 1
! grep 'the choice "engineering"' out || fail "a profession that an instrument leaves out is named"
begin
extra <<'X'
outcomes:
  - id: extra
    title: Something else
    text: Something else.
    position: Something else.
    favour: 1
X
wants unreachable-outcome 1

begin
extra <<'X'
findings:
  - id: extra-finding
    matter: level
    reading: both
    effect: note
    when: level == bachelor and level == master
    text: Never seen.
    cites:
      - textbook
  - id: extra-over
    matter: level
    reading: both
    effect: note
    when: level == bachelor
    overrides:
      - extra-finding
    text: Overrides what never holds.
    cites:
      - textbook
documents:
  - id: extra-document
    when: duration_years < 2 and duration_years > 3
    text: Never seen.
    order: 1
    cites:
      - textbook
steps:
  - id: extra-step
    when: target_level == master and purpose == employment
    text: Never seen.
    order: 1
    cites:
      - textbook
rights:
  - id: extra-right
    when: party('old-pact', destination) and destination in {AU}
    text: Never seen.
    cites:
      - textbook
notices:
  - id: extra-notice
    when: as_of < 2000-01-01 and as_of > 2001-01-01
    severity: info
    text: Never seen.
    cites:
      - textbook
practice:
  - id: p-extra
    outcome: recognised
    when: never
X
for thing in finding document step right notice row; do
    wants "unreachable-$thing" 1
done

begin
extra <<'X'
practice:
  - id: p-late
    outcome: recognised
    when: level == master
X
mv pack/rules/extra.yaml pack/rules/z.yaml # behind the total table
wants dead-row 1
grep -q '"p-late" is never reached.*"p-recognised"' out || fail "who shadows the row is not said"
shows dead-row '"outcome":"'
grep -q '"level":"master"' try || fail "the counter-example of the row is another: $(cat try)"
# In front of it the row is hit, but the same outcome follows without it.
{ cat pack/rules/z.yaml; } | sed 's/level == master/level == master and bar()/; s/outcome: .*/outcome: refusal_likely/; s/when: /when: covered(destination) and /' >pack/rules/a.yaml
rm pack/rules/z.yaml
wants redundant-row 1

begin
extra <<'X'
findings:
  - id: extra-finding
    matter: level
    reading: both
    effect: note
    when: level == bachelor
    overrides:
      - level-too-low
    text: Hides.
    cites:
      - textbook
  - id: extra-hidden
    matter: level
    reading: both
    effect: note
    when: level == master
    text: Hidden.
    cites:
      - textbook
  - id: extra-hides
    matter: level
    reading: both
    effect: note
    when: level == master
    overrides:
      - extra-hidden
    text: Hides.
    cites:
      - textbook
documents:
  - id: extra-document
    when: level == master
    overrides:
      - transcript
    text: Hides.
    order: 1
    cites:
      - textbook
  - id: extra-all
    when: always
    overrides:
      - extra-document
    text: Hides.
    order: 1
    cites:
      - textbook
steps:
  - id: extra-step
    when: always
    overrides:
      - apply
    text: Hides.
    order: 1
    cites:
      - textbook
X
wants dead-finding 1
shows dead-finding '"live":"overridden"'
wants dead-document 1
wants dead-step 1
wants failing-case 1

# ---- evidence ------------------------------------------------------------------------------------
begin
sed -i '/number: III.5/,/status/s/status: .*/status: unverified/' pack/instruments/tokyo-2011.yaml
wants unverified-article 1

begin
extra <<'X'
sources:
  - id: extra
    text: Never cited
    as_of: 2026
    status: verified
matters:
  - id: extra
    label: Never used
documents:
  - id: extra
    text: Never used
    order: 1
X
sed -i 's/^groups:/&\n  - id: extra\n    countries:\n      - AU/; s/^traits:/&\n  - id: extra\n    text: Never read/' pack/pack.yaml
sed -i 's/^traits:/&\n  - id: extra\n    value: unknown/' pack/countries/*.yaml
sed -i 's/^articles:/&\n  - number: I\n    text: Words.\n    source: textbook\n    as_of: 2026\n    status: verified/' pack/instruments/tokyo-2011.yaml
for thing in source matter entry group trait article; do
    wants "unused-$thing" 1
done

# The first document of all may be the one that uses an entry.
begin
cat >pack/rules/a.yaml <<'X'
documents:
  - id: extra-user
    use: extra-entry
    when: always
    cites:
      - textbook
X
extra <<'X'
documents:
  - id: extra-entry
    text: Used once
    order: 1
X
"$tanu" check --as-of=2026-11-01 pack >out 2>&1 || true
grep -q '"extra-user"' out && ! grep -q unused-entry out || fail "an entry that the first document uses: $(cat out)"

# Whatever may rest on a source keeps it: each mention gets a source of its own, and none of them is unused.
for pack in check/small packs/rich packs/guild packs/maze; do
    rm -rf pack
    cp -R "$TANU_SRC/tests/$pack" pack
    chmod -R u+w pack
    find pack -name '*.yaml' ! -path '*/cases/*' | LC_ALL=C sort >files
    awk '/^[a-z]+:/ { list = $1 == "sources:" } list && $1 == "-" && $2 == "id:" { print $3 }' $(cat files) >ids
    printf 'sources:\n' >once
    for file in $(cat files); do
        awk -v n="$(grep -c id: once || true)" '
            FILENAME == "ids" { known[$1] = 1; next }
            function own() { n++; printf "  - id: once-%d\n    text: Once\n    url: https://example.org/once/%d\n    as_of: 2026\n    status: verified\n", n, n >>"once"; return "once-" n }
            $1 == "source:" && $2 in known { sub(/source:.*/, "source: " own()) }
            $1 == "-" && NF == 2 && $2 in known { sub(/- .*/, "- " own()) }
            { print }' ids "$file" >new
        mv new "$file"
    done
    cp once pack/rules/once.yaml
    test "$(grep -c id: once)" -gt 15 || fail "$pack: too few mentions of sources"
    "$tanu" check --as-of=2026-11-01 pack >out 2>&1 || true
    grep -q '^Proved' out || fail "$pack with a source for each mention: $(head -3 out)"
    if grep '"once-' out | grep unused; then fail "$pack: a source that is mentioned is called unused"; fi
done

begin
sed -i 's|https://example.org/book|https://example.org/|' pack/rules/findings.yaml
wants bare-host 0

# The first list of the first country has an address as well.
rm -rf pack
cp -R "$TANU_SRC/tests/packs/guild" pack
chmod -R u+w pack
cat >>pack/countries/CN.yaml <<'X'
lists:
  - id: cn-watch
    kind: institutions
    text: What is watched.
    url: https://example.org/
    source: book
    as_of: 2026-11
    status: verified
    entries:
      - name: A college
        listed: stopped
X
"$tanu" check --as-of=2026-11-01 pack >out 2>&1 || true
grep -q '"cn-watch".*\[bare-host\]' out || fail "the address of a list: $(cat out)"

# A page that was read again on another day is another source; read on the same day it is not.
begin
again='sources:\n  - id: again\n    text: The same book\n    url: https://example.org/book\n    as_of: 2025\n    status: verified'
sed -i "s|^sources:|$again|" pack/rules/findings.yaml
"$tanu" check --as-of=2026-11-01 pack >out 2>&1 || true
if grep -q page-twice out; then fail "page-twice: another day is another source"; fi
sed -i 's/as_of: 2025$/as_of: 2026-11/' pack/rules/findings.yaml
wants page-twice 1
# One without an address is never the same page, neither before nor behind the others.
paper='  - id: paper\n    text: A book on paper\n    as_of: 2026-11\n    status: verified'
sed -i "s|^sources:|&\n$paper|; s|^matters:|$(printf '%s' "$paper" | sed 's/paper/leaf/')\n&|" pack/rules/findings.yaml
wants page-twice 1
test "$(grep -c page-twice out)" -eq 1 || fail "page-twice: what has no address: $(cat out)"

begin
wants old-fact 0 --as-of=2029-02-01
# To the day: read in November 2026, good for 24 months.
"$tanu" check --as-of=2028-11-28 pack >out || true
if grep old-fact out; then fail "a fact is old on its last day"; fi
"$tanu" check --as-of=2028-11-29 pack >out || true
grep -q old-fact out || fail "a fact is not old on the day after its last one"
begin # an office that can be reached ages too, one without an address does not
sed -i 's/months: 24/&\n  - kind: office\n    months: 12/' pack/pack.yaml
sed -i '/^    phone: /d' pack/countries/KZ.yaml
wants old-fact 0 --as-of=2028-02-01
grep -q '"cn-centre".*old-fact' out && ! grep -q '"kz-centre".*old-fact' out || fail "the age of offices: $(cat out)"

# ---- translations --------------------------------------------------------------------------------
begin
sed -i '0,/^msgstr "қаз.*/s//msgstr ""/' pack/po/kk/all.po
wants untranslated 0
begin
sed -i '0,/^msgctxt/s//#, fuzzy\nmsgctxt/' pack/po/kk/all.po
wants untranslated 0
begin
printf '\nmsgctxt "findings/gone/text"\nmsgid "Gone."\nmsgstr "Жоқ."\n' >>pack/po/kk/all.po
wants stale-translation 0
begin
sed -i 's/^\(msgstr.*\){office}/\1{destination}/' pack/po/kk/all.po
wants placeholder-differs 1
begin
printf '\nmsgctxt "unfinished\n' >>pack/po/kk/all.po
wants po-syntax 1

# Forms of the names of countries: an entry for each code, and for a country that is not known.
begin
sed -i 's/^\(msgstr.*\){destination}/\1{destination:genitive}/' pack/po/kk/all.po
grep -q '{destination:genitive}' pack/po/kk/all.po || fail "no text of the small pack names the destination"
wants unknown-form 1
printf '\nmsgctxt "countries/KZ/genitive"\nmsgid "KZ"\nmsgstr "Қазақстанның"\n' >>pack/po/kk/all.po
wants missing-form 0
grep -q 'missing for 7 of 8 names of countries; the first is "countries/AU/genitive"' out || fail "missing-form: $(cat out)"
printf '\nmsgctxt "countries/QQ/genitive"\nmsgid "QQ"\nmsgstr "Жоқ"\n' >>pack/po/kk/all.po
wants stale-translation 0
begin
sed -i 's/^\(msgstr.*\){office}/\1{office:genitive}/' pack/po/kk/all.po
wants placeholder-differs 1

# The official terms of a language: forbidden words are found where a word begins, also with a
# capital letter, and not inside another word.
begin
mkdir terms
printf '# comment\nrecognition\tтану\thttps://example.org/\tnever|a tiny pack\n' >terms/kk.tsv
wants forbidden-term 1 --terms=terms
grep -q 'pack/title says "a tiny pack"; for "recognition" write "тану" (https://example.org/)' out ||
    fail "forbidden-term: the sentence: $(cat out)"
printf 'recognition\tтану\thttps://example.org/\tiny pack\n' >terms/kk.tsv
"$tanu" check --as-of=2026-11-01 --quiet --terms=terms pack >out || fail "forbidden inside a word: $(cat out)"
printf 'recognition\tтану\n' >terms/kk.tsv
wants terms-syntax 1 --terms=terms
printf '\377' >terms/kk.tsv
wants terms-syntax 1 --terms=terms
rm -r terms && mkdir terms
"$tanu" check --as-of=2026-11-01 --quiet --terms=terms pack >out || fail "a language without terms: $(cat out)"

# ---- cases ---------------------------------------------------------------------------------------
begin
sed -i 's/^      outcome: not_covered/      outcome: recognised/' pack/cases/cases.yaml
wants failing-case 1
grep -q 'the outcome is not_covered, not recognised' out || fail "what differs is not said"
reproduces '"outcome":"not_covered"'

begin
sed -i '/- id: bachelor-to-doctorate/,/- id: online/s/^      findings:/      no_findings:/' pack/cases/cases.yaml
wants failing-case 1
grep -q 'the finding level-too-low is live' out || fail "the first of the live findings is not wanted: $(cat out)"

begin
sed -i '/^        - young-treaty/d; /^      notices:/d' pack/cases/cases.yaml
wants unnamed-rule 1
begin
drop online-to-australia cases/cases.yaml
wants undecided-rule 1 --coverage
grep -q '^    notice young-treaty$' out || fail "--coverage does not list the notice"

# A row without which an open case would have no outcome is decided by that case.
begin
drop online-to-china cases/cases.yaml
drop online-to-kazakhstan cases/cases.yaml
sed -i '/^      mode: on_campus$/d' pack/cases/cases.yaml
wants undecided-rule 1
! grep -q '"p-refused"' out || fail "a row that an open case needs is undecided: $(cat out)"
begin
sed -i '/^        - cn-fee$/d; /^      facts:$/d' pack/cases/cases.yaml
sed -i 's/^        - kz-fee$/      facts:\n        - kz-fee/' pack/cases/cases.yaml
wants unnamed-part 1
grep -q 'no worked case names the fact "cn-fee", .*"facts:", for example in the case "' out || fail "unnamed-part: $(cat out)"
sh "$TANU_SRC/scripts/name-parts.sh" pack "$tanu"
"$tanu" check --as-of=2026-11-01 --quiet pack >out || fail "name-parts.sh did not name cn-fee: $(cat out)"
sed -i 's/^        - cn-fee$/        - kz-fee/' pack/cases/cases.yaml
"$tanu" check --as-of=2026-11-01 pack >out && fail "a case names a fact of another country"
grep -q 'the file of the destination of this case has nothing "kz-fee" under "facts:".*\[unresolved-reference\]$' out ||
    fail "a fact of another country: $(cat out)"
begin
sed -i '/^        - old-pact$/d; /^      applies:$/d; /^      position_from: old-pact/d' pack/cases/cases.yaml
wants unnamed-instrument 1

begin
extra <<'X'
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
wants open-rule 0

# Three ways of pairing the same choices: no order of the questions keeps them together.
begin
for list in a b; do
    printf '  - id: list_%s\n    type: many\n    label: Which?\n    why: It decides.\n    choices:\n' $list
    for i in $(seq 0 40); do printf '      - id: %s%s\n        label: Choice %s\n' $list "$i" "$i"; done
done >>pack/questions.yaml
pairs() { for i in $(seq 0 40); do printf '%sa%s in list_a and b%s in list_b' "${or-}" "$i" $((i * $1 % 41)); or=' or '; done; or=; }
for step in 1 7 16; do
    extra <<X
$(test $step -ne 1 || echo findings:)
  - id: pairs-$step
    matter: level
    reading: both
    effect: note
    when: $(pairs $step)
    text: A choice of one list with one of the other.
    cites:
      - textbook
X
done
wants too-complex 65

# ---- what does not load --------------------------------------------------------------------------
begin
sed -i 's/- textbook/- textbok/' pack/rules/papers.yaml
wants unresolved-reference 65
begin
rm pack/questions.yaml
wants missing-file 65
got=0
"$tanu" check "$work/nowhere" >out 2>err || got=$?
test "$got" -eq 66 || fail "a pack that is not there: exit status $got"

golden=$TANU_SRC/tests/check/golden/faults
if test -n "${GENERATE:-}"; then
    cp told "$golden"
elif ! cmp -s "$golden" told; then
    fail "golden, and now: $(diff "$golden" told | head -20)"
fi

# ---- the list of codes ---------------------------------------------------------------------------
sed -n 's/^    {"\([a-z-]*\)", CHECK_.*/\1/p' "$TANU_SRC/src/check/codes.c" | sort >codes
sed -n 's/^\.It Ic \([a-z-]*\).*/\1/p' "$TANU_SRC/doc/tanu-check.7" | sort >documented
for code in $seen; do echo "$code"; done | sort -u >tested
diff codes documented >difference || fail "codes and doc/tanu-check.7 differ: $(cat difference)"
comm -23 codes tested >untested
test ! -s untested || fail "no faulty pack for: $(cat untested)"
while read -r code severity; do
    grep -q "^\.It Ic $code $severity\$" "$TANU_SRC/doc/tanu-check.7" ||
        fail "doc/tanu-check.7 has another severity for $code"
done <<X
$(sed -n 's/^    {"\([a-z-]*\)", CHECK_\([A-Z]*\)},/\1 \2/p' "$TANU_SRC/src/check/codes.c" | tr A-Z a-z)
X
exit $failed
