#!/bin/sh
# SPDX-License-Identifier: MIT
# A visit to a kiosk with three diplomas (several.c): each keeps its own answers, and nothing of any stays in its memory; ways to lines
# and back take no memory.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf 'languages:\n  - en\nqr: yes\nlines: yes\ncode: yes\nidle: 3600\n' >"$work/kiosk.yaml"
chmod 644 "$work/kiosk.yaml"
"$TANU_BUILD/tests/kiosk/several" "$work/kiosk.yaml" "$TANU_SRC/questions/tokyo"
