#!/bin/sh
# SPDX-License-Identifier: MIT
# Somebody tries everything on a kiosk, in a world with faults (walker.c): the same process is there at the end, nothing was started or
# left, no word that was typed stands in its memory, and the memory stays flat.
#     TANU_SEED, TANU_VISITS (of each policy), TANU_FATAL (one visit in so many ends in a fault that ends the program)
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$TANU_SRC/tests/packs/tiny" "$work/pack"
chmod -R u+w "$work/pack"
pin='$argon2id$v=19$m=8192,t=2,p=1$c2FsdHNhbHRzYWx0$xZCXmUyfkTz13OeX9JZFmj2DcROUSIYrc/Y8z9d1xus'
# Once with what a policy grants in most places, once with all that one can.
for more in '' "print:
  queue: office
lines: yes
pin: \"$pin\""; do
    printf 'languages:\n  - en\nqr: yes\ncode: yes\nidle: 3600\n%s\n' "$more" >"$work/kiosk.yaml"
    chmod 644 "$work/kiosk.yaml"
    "$TANU_BUILD/tests/kiosk/walker" "$work/kiosk.yaml" "$work/pack" "${TANU_SEED:-1}" "${TANU_VISITS:-24}" "${TANU_FATAL:-3}"
done
