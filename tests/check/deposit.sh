#!/bin/sh
# SPDX-License-Identifier: MIT
# One date in one file: Kazakhstan deposits on 15 August 2026, so the Tokyo Convention links it with
# Japan from 1 October 2026 and not a day earlier; in both directions; and nothing else is touched.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp -R "$TANU_SRC/questions/tokyo" pack
chmod -R u+w pack
failed=0

applies() { # PACK DAY FROM TO
    echo "{\"destination\":\"$4\",\"award_country\":\"$3\",\"purpose\":\"further_study\",\"level\":\"bachelor\"}" |
        "$TANU_BUILD/tanu" assess --pack="$1" --as-of="$2" |
        sed -n 's/.*"id":"tokyo-2011","applies":"\([a-z]*\)".*/\1/p'
}

wants() { # PACK DAY FROM TO WANTED
    got=$(applies "$1" "$2" "$3" "$4")
    test "$got" = "$5" || {
        echo "deposit.sh: $3 to $4 on $2: the treaty applies '$got', not '$5'" >&2
        failed=1
    }
}

grep -q '^    deposit: 20' pack/instruments/tokyo-2011.yaml
sed -i '/^  - state: KZ$/a\    deposit: 2026-08-15' pack/instruments/tokyo-2011.yaml
shipped=$TANU_SRC/questions/tokyo
wants "$shipped" 2026-02-28 KZ JP no
wants "$shipped" 2026-03-01 KZ JP unknown
wants "$shipped" 2026-10-01 KZ JP unknown
wants pack 2026-03-01 KZ JP no
wants pack 2026-09-30 KZ JP no
wants pack 2026-09-30 JP KZ no
wants pack 2026-10-01 KZ JP yes
wants pack 2026-10-01 JP KZ yes
wants pack 2026-10-01 AU JP yes

# The reservation takes online study out, in both directions: no position from this treaty, and still no refusal; the Lisbon
# Convention is not touched.
online() { # FROM TO MODE
    echo "{\"destination\":\"$2\",\"award_country\":\"$1\",\"purpose\":\"further_study\",\"level\":\"master\",\"target_level\":\"doctorate\",
        \"completion\":\"awarded\",\"institution_status\":\"recognised\",\"mode\":\"$3\"}" | tr -d '\n' |
        "$TANU_BUILD/tanu" assess --pack=pack --as-of=2026-10-01
}

position() { # FROM TO MODE WANTED
    got=$(online "$1" "$2" "$3" | sed -n 's/.*"convention_position":"\([a-z_]*\)","position_from":\([a-z0-9"-]*\),.*/\1 \2/p')
    test "$got" = "$4" || {
        echo "deposit.sh: $1 to $2, $3: the position is '$got', not '$4'" >&2
        failed=1
    }
}

position KZ JP on_campus 'recognised "tokyo-2011"'
position KZ JP online 'individual_assessment null'
position JP KZ online 'individual_assessment null'
position AU KZ online 'recognised "lisbon-1997"'
# Nor are rights shown that the reservation has taken away; whom to ask is general.
rights() { # FROM TO MODE
    online "$1" "$2" "$3" | sed 's/.*"rights":\[//; s/"would_change".*//' | grep -o '"id":"tokyo-[a-z-]*"' | tr -d '\n'
}
test "$(rights KZ JP on_campus | grep -c tokyo-assessment)" -eq 1 || { echo "deposit.sh: no right to an assessment" >&2; failed=1; }
for way in "KZ JP" "JP KZ"; do
    got=$(rights $way online)
    test "$got" = '"id":"tokyo-information"' || { echo "deposit.sh: rights in spite of the reservation, $way: $got" >&2; failed=1; }
done
if online KZ JP online | grep -q '"outcome":"refusal_likely"'; then
    echo "deposit.sh: a refusal because of the reservation" >&2
    failed=1
fi
exit $failed
