#!/bin/sh
# SPDX-License-Identifier: MIT
# Gives every file of tests/fuzz/corpus/NAME to the fuzz target fuzz-NAME: none may crash it.
set -eu
failed=0
for folder in "$TANU_SRC"/tests/fuzz/corpus/*/; do
    name=$(basename "$folder")
    program=$TANU_BUILD/tests/fuzz/fuzz-$name
    if [ ! -x "$program" ]; then
        echo "FAIL: no target $program for the corpus $name"
        failed=1
    elif ! "$program" "$folder"*; then
        echo "FAIL: $name"
        failed=1
    fi
done
exit $failed
