#!/bin/sh
# SPDX-License-Identifier: MIT
# Ten thousand interrupted writes of a kept case: 140 a round.
set -eu
ROUNDS=${ROUNDS:-75} exec sh "$TANU_SRC/tests/faults/faults.sh"
