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
