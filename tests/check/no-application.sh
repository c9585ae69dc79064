#!/bin/sh
# SPDX-License-Identifier: MIT
# Whose institution is not recognised is sent to no office with an application, and to no office that takes a fee: whatever the destination
# asks of others, nothing is paid before the office has said that it looks at such a diploma. A new step of a country that asks for either
# has `group: apply`, a new paper that costs money `group: application`.
set -eu
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
for file in "$TANU_SRC"/questions/tokyo/countries/*.yaml; do
    to=$(basename "$file" .yaml)
    for from in RU NG GB; do
        test $from = "$to" && continue
        for purpose in further_study academic_title residence employment 'regulated_profession","profession":"medicine'; do
            for level in bachelor doctorate candidate_of_sciences professional_first_degree school_leaving; do
                for status in not_recognised suspected_mill; do
                    echo "{\"id\":\"$to from $from, $level, $status\",\"destination\":\"$to\",\"award_country\":\"$from\",\"level\":\"$level\",\"purpose\":\"$purpose\",\"completion\":\"awarded\",\"institution_status\":\"$status\",\"mode\":\"on_campus\",\"award_year\":2022,\"displaced\":\"no\"}"
                done
            done
        done
    done
done | "$TANU_BUILD/tanu" assess --pack="$TANU_SRC/questions/tokyo" --as-of=2026-11-29 >"$lines"
test "$(wc -l <"$lines")" -gt 3000 || { echo "too few cases were assessed"; exit 1; }
awk '
    {
        id = $0
        sub(/^\{"id":"/, "", id)
        sub(/".*$/, "", id)
        if (!index($0, "\"outcome\":\"not_recognisable\"")) print id ": not refused"
        steps = $0
        sub(/^.*"steps":\[/, "", steps)
        sub(/\],"rights":.*$/, "", steps)
        n = split(steps, step, /\{"id":"/)
        for (i = 2; i <= n; i++) {
            name = step[i]
            sub(/".*$/, "", name)
            if (name ~ /-apply/ && name !~ /^(general-apply-institution|jp-apply-university)$/ || step[i] !~ /"fee":(null|"Not known)/)
                print id ": " name
        }
        if (match($0, /"id":"[a-z-]*(fee-receipt|application-form|legalised-diploma)"/)) print id ": " substr($0, RSTART, RLENGTH)
    }
' "$lines" | sort | uniq -c >"$lines.bad"
bad=$(wc -l <"$lines.bad")
head -20 "$lines.bad"
rm -f "$lines.bad"
test "$bad" -eq 0 || { echo "$bad cases pay for what cannot be recognised"; exit 1; }
