#!/bin/sh
# SPDX-License-Identifier: MIT
# A visitor of a kiosk goes away (idle.c): asked, given more time, and forgotten.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '%s\n' 'languages:' '  - en' '  - kk' 'lines: yes' 'idle: 10' 'warning: 10' 'idle_lines: 10' 'warning_lines: 10' \
    'pin: "$argon2id$v=19$m=8192,t=2,p=1$c2FsdHNhbHRzYWx0$xZCXmUyfkTz13OeX9JZFmj2DcROUSIYrc/Y8z9d1xus"' >"$work/kiosk.yaml"
chmod 644 "$work/kiosk.yaml"
"$TANU_BUILD/tests/kiosk/idle" "$work/kiosk.yaml" "$TANU_SRC/questions/tokyo" lines &
"$TANU_BUILD/tests/kiosk/idle" "$work/kiosk.yaml" "$TANU_SRC/questions/tokyo" screen
wait $!
