#!/bin/sh
# SPDX-License-Identifier: MIT
# The program speaks each language whole, also where it only tells how it is called.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
"$TANU_BUILD/tanu" --lang en --help >"$work/en"
for lang in $(sed 's/#.*//' "$TANU_SRC/locale/LINGUAS"); do
    "$TANU_BUILD/tanu" --lang "$lang" --help >"$work/own"
    grep -Fxf "$work/en" "$work/own" | grep . && { echo "$lang: error: --help says this in English"; status=1; }
done
exit $status
