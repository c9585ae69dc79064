#!/bin/sh
# SPDX-License-Identifier: MIT
# make soak: libFuzzer with ASan and UBSan on every fuzz target, SOAK_SECONDS (default 60) each, from the corpus and on.
# What it finds stays in $TANU_BUILD/soak/fuzz; add it to tests/fuzz/corpus when it is mended.
set -eu
out=$TANU_BUILD/soak/fuzz
mkdir -p "$out"
if ! test -f "$out/build/Makefile"; then
    mkdir -p "$out/build"
    (cd "$out/build" && "$TANU_SRC/configure" -q CC=clang CFLAGS='-O1 -g' --enable-fuzzing --enable-sanitizers \
        --srcdir="$TANU_SRC" >configure.log 2>&1) || { tail "$out/build/configure.log"; exit 1; }
fi
make -C "$out/build" -s -j"${TANU_JOBS:-2}" all-am check-am TESTS= >"$out/build.log" 2>&1 || { tail -n 40 "$out/build.log"; exit 1; }
status=0
for program in "$out"/build/tests/fuzz/fuzz-*; do
    test -x "$program" || continue
    case $program in *.o) continue ;; esac
    name=${program##*/fuzz-}
    mkdir -p "$out/corpus/$name"
    folder=$TANU_SRC/tests/fuzz/corpus/$name
    test -d "$folder" || { echo "$name: error: no corpus"; status=1; continue; }
    if (cd "$out" && TANU_SRC=$TANU_SRC "$program" -max_total_time="${SOAK_SECONDS:-60}" -max_len=8192 -rss_limit_mb=3000 -timeout=20 \
        -print_final_stats=1 "corpus/$name" "$folder" >"$out/$name.log" 2>&1); then
        echo "$name: $(sed -n 's/^stat::number_of_executed_units: */runs: /p' "$out/$name.log")"
    else
        tail -n 30 "$out/$name.log"
        echo "$name: FAILED"
        status=1
    fi
done
exit $status
