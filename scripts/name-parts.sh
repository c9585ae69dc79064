#!/bin/sh
# SPDX-License-Identifier: MIT
# Names facts, offices, licences and lists of countries in worked cases of a pack, where `tanu check`
# says that none does (unnamed-part) and which case shows them:
#   scripts/name-parts.sh [PACK] [TANU]
# What it writes is to be read: the case then fails if that part goes away.
set -eu
pack=${1:-$(dirname "$0")/../questions/tokyo}
tanu=${2:-$(dirname "$0")/../build/tanu}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$tanu" check --quiet "$pack" >"$work/report" || test $? -eq 1

# Key, id, case.
sed -n 's/.*no worked case names the [a-z]* "\([^"]*\)".* name it under "expect:", "\([a-z]*\):", for example in the case "\([^"]*\)".*/\2 \1 \3/p' \
    "$work/report" >"$work/names"
for file in "$pack"/cases/*.yaml; do
    awk -v names="$work/names" '
        function put(key) {
            printf "%s", wanted[id, key]
            wanted[id, key] = ""
        }
        function put_new(key) {
            if (wanted[id, key] == "" || given[id, key]) return
            print "      " key ":"
            put(key)
        }
        BEGIN {
            while ((getline line < names) > 0) {
                split(line, of, " ")
                wanted[of[3], of[1]] = wanted[of[3], of[1]] "        - " of[2] "\n"
            }
        }
        /^  - id: / { id = $3 }
        /^      (facts|offices|licences|lists):$/ { key = $1; sub(":", "", key) } # a list that is there already
        NR == FNR { if (/^      (facts|offices|licences|lists):$/) given[id, key] = 1; next }
        { print }
        /^      (facts|offices|licences|lists):$/ { put(key) }
        /^    expect:$/ { put_new("facts"); put_new("offices"); put_new("licences"); put_new("lists") }
    ' "$file" "$file" >"$work/new"
    cmp -s "$work/new" "$file" || cp "$work/new" "$file"
done
