#!/bin/sh
# SPDX-License-Identifier: MIT
# The favourable outcomes that rest on general findings alone, and the cases looked at by themselves for want of a rule, stand in
# doc/unknown.md, no more and no fewer. After a change of the pack: put the rows that scripts/rests.sh prints into the page.
set -eu
rows=$(mktemp)
trap 'rm -f "$rows" "$rows.page"' EXIT
sh "$TANU_SRC/scripts/rests.sh" "$TANU_BUILD/tanu" "$TANU_SRC/questions/tokyo" >"$rows"
test -s "$rows" || { echo "scripts/rests.sh printed nothing"; exit 1; }
grep -E '^\| [A-Z]{2} \| [a-z_]+ \| (general|by itself) \| ' "$TANU_SRC/doc/unknown.md" >"$rows.page" || :
diff "$rows.page" "$rows" || { echo "doc/unknown.md differs from what scripts/rests.sh prints (< page, > program)"; exit 1; }
