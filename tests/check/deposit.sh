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
exit $failed
