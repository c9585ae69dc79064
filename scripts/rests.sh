#!/bin/sh
# SPDX-License-Identifier: MIT
# What a favourable outcome rests on: one flawless degree of four countries is put to every destination for study, work and title.
#   scripts/rests.sh TANU PACK     prints, as rows of a table, where nothing of the destination itself was read: the outcome is favourable by
#                                  general findings alone ("general"), or the case is looked at by itself ("by itself")
# The rows stand in doc/unknown.md; tests/check/rests.sh keeps them there.
set -eu
tanu=$1
pack=$2
degree='"level":"bachelor","completion":"awarded","institution_status":"recognised","programme_accredited":"yes","mode":"on_campus"'
degree=$degree',"provision":"own_campus","duration_years":4,"credits_ects":240,"presence":"full","entry_requirement":"school_12"'
degree=$degree',"orientation":"academic","research_component":"yes","displaced":"no","earlier_decision":"never","award_year":2024'
degree=$degree',"start_year":2020,"remote_until":"2000-01","best_rank":0,"field":"05"'
for file in "$pack"/countries/*.yaml; do
    to=$(basename "$file" .yaml)
    for purpose in further_study employment academic_title; do
        more=
        test $purpose = further_study && more=',"target_level":"master","programme_aim":"taught"'
        test $purpose = employment && more=',"profession":"none"'
        for from in GB IN KZ RU; do
            test $from = "$to" && continue
            echo "{\"id\":\"$to $purpose $from\",\"destination\":\"$to\",\"purpose\":\"$purpose\",\"award_country\":\"$from\",\"citizenship\":\"$from\",$degree$more}"
        done
    done
done | "$tanu" assess --pack="$pack" --as-of=2026-11-28 | awk '
    function word(text, key,    at) { # the value of "key":"…" in text
        at = index(text, "\"" key "\":\"")
        if (!at) return ""
        text = substr(text, at + length(key) + 4)
        return substr(text, 1, index(text, "\"") - 1)
    }
    {
        split(word($0, "id"), who, " ")
        outcome = word($0, "outcome")
        findings = $0
        sub(/^.*"findings":\[/, "", findings)
        sub(/\],"documents":.*$/, "", findings)
        own = 0
        n = split(findings, finding, /\{"id":"/)
        for (i = 2; i <= n; i++) {
            name = substr(finding[i], 1, index(finding[i], "\"") - 1)
            if (word(finding[i], "live") != "yes" || word(finding[i], "effect") == "note") continue
            if (index(name, tolower(who[1]) "-") == 1 || name ~ /-binds$/ || name ~ /^eaeu-/) own = 1
        }
        if (outcome == "individual_assessment" && !own) kind = "by itself"
        else if (outcome ~ /^(recognised|recognition_not_needed|authenticity_check_only)$/ && !own) kind = "general"
        else next
        key = who[1] " | " who[2] " | " kind
        if (!(key in from)) order[++rows] = key
        from[key] = from[key] (from[key] == "" ? "" : " ") who[3]
    }
    END { for (i = 1; i <= rows; i++) print "| " order[i] " | " from[order[i]] " |" }'
