#!/bin/sh
# SPDX-License-Identifier: MIT
# What machines can read in the source: the tree is formatted by its own .clang-format, gcc's analyzer and cppcheck find nothing.
# A finding that is wrong is suppressed where it stands, with the reason beside it.
set -eu
cd "$TANU_SRC"
status=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# clang-format changes its mind between versions; the tree follows the one that .clang-format names.
wanted=$(sed -n 's/^# clang-format \([0-9]*\).*/\1/p' .clang-format)
test -n "$wanted" || { echo ".clang-format: error: names no version"; exit 1; }
if clang-format --version | grep -q "version $wanted\."; then
    find src tests bench -name '*.[ch]' -exec clang-format --dry-run -Werror {} + 2>"$work/format" ||
        { grep 'error:' "$work/format" | cut -d: -f1 | sort -u | sed 's/$/: error: not formatted (clang-format -i)/'; status=1; }
else
    echo "clang-format $wanted is not here ($(clang-format --version)): the formatting is checked where it is"
fi

# One process a file. The places stand for the paths that the build passes.
pango=$(pkg-config --cflags pangocairo 2>/dev/null || echo none)
analyse() {
    # What draws PDF is read where Pango is.
    test "$pango" != none && pdf= || { pdf='/pdf'; pango=; }
    find src -name '*.c' | grep -v "${pdf:-^$}" | xargs -P "${TANU_JOBS:-2}" -I{} \
        gcc -std=c11 -D_GNU_SOURCE -I. -Isrc -I"$TANU_BUILD" -O1 -fanalyzer -c {} -o /dev/null \
        -DTANU_PKGDATADIR='""' -DTANU_LOCALEDIR='""' -DTANU_STATEDIR='""' -DTANU_CONFDIR='""' -DTANU_ISOCODES_LOCALEDIR='""' -DTANU_ISOCODES_JSONDIR='""' \
        -DTANU_PREPAREDDIR='""' -DTANU_MODULEDIR='""' $pango
}
analyse 2>"$work/analyzer" || status=1
if grep -E 'warning:|error:' "$work/analyzer"; then
    status=1
fi

cppcheck -q --std=c11 -D_GNU_SOURCE -Isrc -I"$TANU_BUILD" --enable=warning,performance,portability \
    --suppress=normalCheckLevelMaxBranches --inline-suppr --error-exitcode=1 src 2>"$work/cppcheck" || { cat "$work/cppcheck"; status=1; }
exit $status
