#!/bin/sh
# SPDX-License-Identifier: MIT
# The manual page lists every exit status of src/app/exit.h, and no other.
set -eu
cd "${TANU_SRC:-$(dirname "$0")/..}"
# Signals are written as "128 and more" in the manual.
code=$(sed -n 's/^ *EXIT_[A-Z_]* = \([0-9][0-9]*\),\{0,1\}.*/\1/p' src/app/exit.h | grep -vx 128 | sort -n | tr '\n' ' ')
manual=$(sed -n '/^\.Sh EXIT STATUS/,/^\.Sh EXAMPLES/s/^\.It \([0-9][0-9]*\)$/\1/p' doc/tanu.1 | sort -n | tr '\n' ' ')
test "$code" = "$manual" || {
    echo "src/app/exit.h has: $code"
    echo "doc/tanu.1 has:     $manual"
    exit 1
}
