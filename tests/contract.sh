#!/bin/sh
# SPDX-License-Identifier: MIT
# The public contract of `tanu assess`, from outside and on the real pack: what a batch user relies on.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# answers TEXT...: one line for assess; the answer stands in $work/out. Further words are options.
assess() {
    line=$1
    shift
    printf '%s\n' "$line" | "$tanu" assess --as-of 2026-11-01 "$@" >"$work/out" 2>"$work/err" || :
}

has() {
    grep -qF -- "$1" "$work/out" && return
    echo "FAIL: $line: no $1"
    failed=1
}

lacks() {
    grep -qF -- "$1" "$work/out" || return 0
    echo "FAIL: $line: has $1"
    failed=1
}

# ---- the examples of the contract --------------------------------------------------------------

bachelor='"award_country":"KZ","destination":"CN","level":"bachelor","completion":"awarded","mode":"on_campus"'
bachelor=$bachelor',"institution_status":"recognised","purpose":"further_study"'
assess "{$bachelor}"
has '{"id":"bangkok-1983","applies":"yes"'
has '{"id":"tokyo-2011","applies":"unknown","why":"Kazakhstan: it is not known whether it is bound yet.'
for key in outcome possible state academic licence convention_position position_from challenge instruments findings documents steps rights level \
    would_change missing notices sources content; do
    has "\"$key\":"
done

assess "{\"id\":\"b\",$bachelor}" --brief
keys=$(grep -oE '"(id|outcome|possible|convention_position|instruments|findings)":' "$work/out" | tr -d '":\n')
test "$keys" = idoutcomepossibleconvention_positioninstrumentsfindings || { echo "FAIL: --brief has $keys"; failed=1; }
test "$(grep -o '":' "$work/out" | wc -l)" -eq 6 || { echo "FAIL: --brief has more keys"; failed=1; }

online='"award_country":"AU","mode":"online","award_year":2025,"level":"master"'
assess "{$online,\"destination\":\"CN\"}"
has '"outcome":"refusal_likely"'
has '"position_from":"tokyo-2011","challenge":{"grounds":["cn-online"]'
has '"ask":["Ask for the reasons in writing' # of the first ground
has '"rights":[{"id":"tokyo-assessment"'
lacks '"convention_position":"refusal_likely"'
lacks '"to":"partly_completed"' # nobody is told to leave before the end
assess "{$online,\"destination\":\"KZ\"}"
has 'Kazakhstan has announced a reservation'
has 'not yet operative'
has '"position_from":"lisbon-1997"'

# Bangkok links the two, and its articles were not read: not decided, and not null, which says that nothing links them.
assess "{$bachelor}"
has '"convention_position":"individual_assessment","position_from":null,"challenge":null'
assess "{$bachelor}" --brief
has '"convention_position":"individual_assessment"'
assess '{"destination":"LK","award_country":"JP","level":"bachelor","purpose":"further_study"}'
has '"convention_position":null'

# What only may apply gives no position.
assess '{"destination":"VA","award_country":"KZ","purpose":"unknown"}'
has '{"id":"lisbon-1997","applies":"unknown"'
has '"convention_position":"individual_assessment","position_from":null'

# ---- two decisions: the award and the licence; on a pack made for them -------------------------

guild="--pack $TANU_SRC/tests/packs/guild"
doctor='"destination":"KZ","award_country":"AU","purpose":"regulated_profession","level":"master","duration_years":4,"years_taken":0'
assess "{$doctor,\"profession\":\"law\",\"citizenship\":\"AU\",\"best_rank\":100}" $guild
has '"outcome":"refusal_likely","possible":["refusal_likely"],"state":"decided","academic":"recognised","licence":{'
has '"body":{"office":"The council","address":"https://example.org/council"},"outcome":"refusal_likely","conditions":["kz-citizens"]'
has '"documents":["certificate"],"fee":"5 units.","time":null,"appeal":null,"cites":["book"]}'
# What nobody has confirmed is not handed on as a fee: null, in the licence and in a step.
unsure=$work/unsure
cp -R "$TANU_SRC/tests/packs/guild" "$unsure"
chmod -R u+w "$unsure"
sed -i '/text: 5 units/,/status:/s/status: verified/status: unverified/' "$unsure/countries/KZ.yaml"
assess "{$doctor,\"profession\":\"law\",\"citizenship\":\"AU\",\"best_rank\":100}" --pack "$unsure"
lacks '5 units'
has '"documents":["certificate"],"fee":null,"time":null'
rm -r "$unsure"
cp -R "$TANU_SRC/tests/packs/tiny" "$unsure"
chmod -R u+w "$unsure"
assess "{\"award_country\":\"KZ\",\"destination\":\"CN\",\"level\":\"bachelor\",\"purpose\":\"further_study\"}" --pack "$unsure"
has '"fee":"360 yuan."'
calendar() { # the same line as a calendar
    printf '%s\n' "$line" | "$tanu" report --format ics --as-of 2026-11-01 --pack "$unsure" >"$work/out" 2>"$work/err" || :
}
calendar
has '360 yuan.'
sed -i '/text: 360 yuan/,/status:/s/status: verified/status: unverified/' "$unsure/countries/CN.yaml"
assess "{\"award_country\":\"KZ\",\"destination\":\"CN\",\"level\":\"bachelor\",\"purpose\":\"further_study\"}" --pack "$unsure"
lacks '360 yuan'
has '"fee":null'
calendar
has 'BEGIN:VEVENT'
lacks '360 yuan'
# Only the body is known: its outcome is null and counts as a condition.
assess "{$doctor,\"profession\":\"engineering\",\"best_rank\":100,\"destination_list\":\"accepted\"}" $guild
has '"outcome":"recognised_with_conditions","possible":["recognised_with_conditions"],"state":"decided","academic":"recognised","licence":{'
has '"outcome":null,"conditions":[]'
# No licence is asked for: there is one decision.
assess "{$doctor,\"profession\":\"none\",\"best_rank\":100,\"destination_list\":\"accepted\"}" $guild
has '"outcome":"recognised","possible":["recognised"],"state":"decided","academic":"recognised","licence":null'
# The citizenship is that of the award country where it is not said.
assess "{$doctor,\"profession\":\"law\",\"best_rank\":100}" $guild
has '"id":"assumed-citizenship"'
has '"state":"open","academic":"recognised","licence":{'

# A list that the destination keeps answers by the institution's name, on its days; what the person says counts.
student="${doctor%\"purpose*}\"purpose\":\"further_study\",\"level\":\"master\",\"duration_years\":4,\"years_taken\":0,\"best_rank\":100"
assess "{$student,\"institution\":\"the  COLLEGE.\"}" $guild
has '"outcome":"refusal_likely","possible":["refusal_likely"],"state":"decided"'
has '"because":[{"question":"destination_list","value":"stopped"}]'
has '{"id":"list-answers","text":"A list of this country names The College: No longer.'
assess "{$student,\"institution\":\"Колледж\",\"destination_list\":\"unknown\"}" $guild
has '"outcome":"refusal_likely","possible":["refusal_likely"]'
assess "{$student,\"institution\":\"The College\",\"destination_list\":\"accepted\"}" $guild
has '"outcome":"recognised","possible":["recognised"],"state":"decided"'
has '{"id":"list-contradicts-answer","text":"A list of this country names The College: No longer. You answered: Accepted.'
assess "{$student,\"institution\":\"The College\"}" $guild --as-of 2027-01-01
lacks '"list-answers"'
assess "{$student,\"institution\":\"Old School\"}" $guild --as-of 2024-12-31
has '"outcome":"recognised"'
has '"list-answers"'
assess "{$(echo "$student" | sed s/AU/CN/),\"institution\":\"Old School\"}" $guild --as-of 2024-12-31
lacks '"list-answers"'

# A band: possible is what some value in it gives; where it falls inside one class it is like a value.
lawyer="$doctor,\"profession\":\"none\",\"destination_list\":\"accepted\""
assess "{$lawyer,\"best_rank\":\"1-250\"}" $guild
has '"outcome":"recognised","possible":["recognised"],"state":"decided"'
has '"missing":[]'
assess "{$lawyer,\"best_rank\":\"201-300\"}" $guild
has '"possible":["recognised","recognised_with_conditions","individual_assessment"],"state":"open"'
has '"missing":["best_rank"]'
assess "{$lawyer,\"best_rank\":\"301-500\"}" $guild
has '"because":[{"question":"best_rank","value":"301-500"}]'
for wrong in 300-201 1- -5 1-9999 1-2.5 a-b; do
    assess "{$lawyer,\"best_rank\":\"$wrong\"}" $guild
    has '"code":"bad-value"'
done

# ---- the law of another day --------------------------------------------------------------------

assess "{$bachelor}" --as-of 2017-06-01
has '{"id":"tokyo-2011","applies":"no"'
assess "{$bachelor}" --as-of 2026-02-28
has '{"id":"tokyo-2011","applies":"no"'
assess "{$bachelor}" --as-of 2026-03-01
has '{"id":"tokyo-2011","applies":"unknown"'

# ---- what is off the path, open or assumed -----------------------------------------------------

assess '{"destination":"KZ","award_country":"JP","purpose":"employment","target_level":"doctorate"}'
has '{"id":"off-path-target_level",'
assess '{"destination":"KZ","award_country":"JP","purpose":"unsure"}'
lacks '"assumed-purpose"'
has '"missing":['
assess '{"destination":"KZ","award_country":"JP"}'
has '"assumed-purpose"'
all='"purpose":"unknown","level":"unknown","completion":"unknown","displaced":"unknown","institution_status":"unknown"'
assess "{\"destination\":\"JP\",\"award_country\":\"unknown\",$all}"
has '"outcome":"individual_assessment"'
lacks '"id":"assumed-'
has '{"id":"general-diploma",'
has '{"id":"general-ask-centre",'
assess '{"destination":"CN","award_country":"KZ","purpose":"regulated_profession"}'
has '{"id":"general-licence","text":"Ask the body of your profession about the licence. It decides apart from the recognition of the degree.","office":"Not known. Ask: '

# ---- how one reaches an office -----------------------------------------------------------------

# That an address is second-hand is said also when it is old by now, and neither of a fresh and verified one.
office() { # DESTINATION AS_OF WORDS: what stands behind the address
    line="the offices of $1 on $2"
    printf '%s\n' '{"destination":"'"$1"'","award_country":"KZ","level":"bachelor","purpose":"regulated_profession","profession":"nursing"}' >"$work/case"
    shift
    "$tanu" report --as-of="$1" --format=text "$work/case" | tr -s ' \n' '  ' >"$work/out"
    has "$2"
}
mark='(second-hand, not confirmed by the authority)' old='(This is old and may have changed: ask.)'
office CN 2026-11-28 "https://en.nhc.gov.cn $mark"
lacks "https://en.nhc.gov.cn $mark $old"
office NZ 2026-11-28 "https://www2.nzqa.govt.nz"
lacks "https://www2.nzqa.govt.nz ("
office CN 2031-06-01 "https://en.nhc.gov.cn $mark $old"

# ---- lines that are wrong ----------------------------------------------------------------------

printf '%s\n' '{"destination":"QQ","id":7}' '{"destination":"KZ","id":8}' '{"x":{"id":1},"id":"n"}' \
    '{"documents_held":["diploma","no"],"id":10}' 'no json' '{"award_year":1800}' >"$work/in"
status=0
"$tanu" assess --brief "$work/in" >"$work/out" || status=$?
line="six lines"
test "$status" -eq 1 || { echo "FAIL: bad lines end with $status"; failed=1; }
has '{"id":7,"error":{"line":1,"code":"bad-value","text":"'
has '{"id":8,"outcome":'
has '{"id":"n","error":{"line":3,"code":"unknown-key","text":"'
has '{"id":10,"error":{"line":4,"code":"bad-value","text":"'
has '{"error":{"line":5,"code":"not-an-object","text":"'
has 'Give a year from 1940 to this year.'
test "$(wc -l <"$work/out")" -eq 6 || { echo "FAIL: not one answer for each line"; failed=1; }

# ---- which notices ------------------------------------------------------------------------------

# notices PACK DAY ANSWERS ID...: these, in that order, the first of the pack and the last of a country among them
notices() {
    line=$3
    printf '%s\n' "$3" | "$tanu" assess --as-of "$2" --pack "$TANU_SRC/tests/packs/$1" >"$work/out"
    shift 3
    got=$(sed 's/.*"notices":\[//; s/\],"sources":.*//' "$work/out" | grep -o '"id":"[^"]*"' | sed 's/"id":"//; s/"//' | tr '\n' ' ') || :
    test "$got" = "$*${1:+ }" || { echo "FAIL: $line: notices $got"; failed=1; }
}
notices rich 2026-11-01 '{"destination":"CN"}'
notices rich 2026-11-01 '{"destination":"CN","started":2025,"awarded":2020}' order-awarded
notices rich 2026-11-01 '{"destination":"CN","purpose":"study"}' seldom
notices rich 2026-11-01 '{"destination":"CN","purpose":"study","quality":"no"}' seldom sellers
notices rich 2026-11-01 '{"destination":"KZ","purpose":"study","quality":"no"}' seldom sellers open-pact old-kz-fee-desk old-kz-desk
# Old, the first fact and the first office among them.
notices rich 2040-01-01 '{"destination":"KZ"}' open-pact old-kz-fee old-kz-fee-fast old-kz-fee-slow old-kz-fee-doctors old-kz-fee-desk old-kz-court-fee \
    old-kz-council-fee old-kz-centre old-kz-desk old-kz-school old-kz-works old-kz-doctors old-kz-lawyers old-kz-court
notices tiny 2019-11-01 '{"destination":"KZ","award_country":"CN","level":"bachelor"}' young-treaty
notices tiny 2026-11-01 '{"destination":"KZ","award_country":"CN","level":"bachelor"}' open-tokyo-2011
notices guild 2026-11-01 '{"destination":"KZ","institution":"The College"}' list-answers open-pact
notices guild 2026-11-01 '{"destination":"KZ","institution":"The College","destination_list":"accepted"}' list-contradicts-answer open-pact
notices guild 2026-11-01 '{"destination":"KZ","institution":"The College","level":"master","years_taken":1}' list-answers named open-pact
notices guild 2026-11-01 '{"destination":"CN","award_country":"AU","profession_list":"accepted"}' \
    assumed-purpose assumed-duration_years assumed-years_taken off-path-profession_list open-pact

# ---- what is missing ----------------------------------------------------------------------------

# Also while the destination is open: what narrows the outcomes of all of them most comes first.
missing() { # PACK ANSWERS QUESTIONS
    line=$2
    got=$(printf '%s\n' "$2" | "$tanu" assess --as-of 2026-11-01 --pack "$TANU_SRC/tests/packs/$1" | sed 's/.*"missing":\[//; s/\].*//' | tr -d '"')
    test "$got" = "$3" || { echo "FAIL: $line: missing $got"; failed=1; }
}
missing guild '{"purpose": "regulated_profession", "years_taken": 5, "documents_held": []}' \
    destination,profession,duration_years,award_country,citizenship,level,best_rank,destination_list,profession_list
missing maze '{"award_country": "AU", "level": "master", "study_country": "KZ", "documents_held": ["diploma"]}' destination,years,mode,purpose,online_until

# ---- what would change it -----------------------------------------------------------------------

# Of two changes that come to the same and are as near the first one is told; a nearer one before both.
cp -R "$TANU_SRC/tests/check/small" "$work/pack"
chmod -R u+w "$work/pack"
cat >>"$work/pack/questions.yaml" <<'X'
  - id: colour
    type: one
    label: Which colour?
    changeable: yes
    choices:
X
for colour in red orange green blue violet; do printf '      - id: %s\n        label: %s\n' $colour $colour; done >>"$work/pack/questions.yaml"
cat >"$work/pack/rules/colour.yaml" <<'X'
findings:
  - id: coloured
    matter: level
    reading: practice
    effect: bar
    when: colour in {orange, green, violet}
    text: Not in that colour.
    cites:
      - textbook
X
to() { # COLOUR NOW: told to change from NOW to it
    assess "{\"destination\":\"CN\",\"award_country\":\"AU\",\"purpose\":\"employment\",\"level\":\"master\",\"mode\":\"on_campus\",\"duration_years\":4,\"colour\":\"$2\"}" \
        --pack "$work/pack"
    has "\"would_change\":[{\"question\":\"colour\",\"to\":\"$1\""
}
to red orange
to blue green
to blue violet
sed -i 's/{orange, green, violet}/{orange, green, blue}/' "$work/pack/rules/colour.yaml"
to red orange
to red green
to violet blue
sed -i 's/in {orange, green, blue}/== green/' "$work/pack/rules/colour.yaml"
to orange green
# Also where the rules tell the two apart.
sed 's/coloured/named/; s/bar$/note/; s/== green/== blue/; 1d' "$work/pack/rules/colour.yaml" >"$work/more"
cat "$work/more" >>"$work/pack/rules/colour.yaml"
to orange green

exit $failed
