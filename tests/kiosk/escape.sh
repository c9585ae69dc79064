#!/bin/sh
# SPDX-License-Identifier: MIT
# All that a terminal can send, on each screen of a kiosk (escape.c): the same process is there, at its first page, and nothing was left.
#     TANU_PART: every so many-th pair of a screen and a kind of input (1: all, some minutes)
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
code=$(echo '{"destination":"CN","award_country":"KZ","level":"bachelor","purpose":"further_study"}' | "$TANU_BUILD/tanu" code)
cat >"$work/kiosk.yaml" <<'END'
languages:
  - en
qr: yes
code: yes
letters: yes
lines: yes
idle: 3600
idle_lines: 3600
print:
  queue: office
pin: "$argon2id$v=19$m=8192,t=2,p=1$c2FsdHNhbHRzYWx0$xZCXmUyfkTz13OeX9JZFmj2DcROUSIYrc/Y8z9d1xus"
END
chmod 644 "$work/kiosk.yaml"
TANU_PART=${TANU_PART:-7} "$TANU_BUILD/tests/kiosk/escape" "$work/kiosk.yaml" "$code"
