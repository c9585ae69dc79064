#!/bin/sh
# SPDX-License-Identifier: MIT
# Somebody tries everything on a kiosk (walker.c): the same process is there at the end, nothing was started or left, and no word
# that was typed stands in its memory.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Once with all that a policy can grant, the printer too.
for more in '' 'print:\n  queue: office\nlines: yes\n'; do
    printf "languages:\n  - en\nqr: yes\ncode: yes\nidle: 3600\n$more" >"$work/kiosk.yaml"
    chmod 644 "$work/kiosk.yaml"
    "$TANU_BUILD/tests/kiosk/walker" "$work/kiosk.yaml" "$TANU_SRC/tests/packs/tiny" "${TANU_SEED:-1}" "${TANU_VISITS:-8}"
done
