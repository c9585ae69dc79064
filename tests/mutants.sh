#!/bin/sh
# SPDX-License-Identifier: MIT
# Do the tests notice? Makes small mistakes in the source, one at a time, runs the tests of that floor and prints the mistakes that
# nobody noticed. Not part of the check: `make mutants` or
#     tests/mutants.sh [-n COUNT] [-s SEED] [-c] [-l LIST] [FILE...]
# (default: 200 over all of src/, seed 1; -c goes on with a run that was cut; -l tries the mistakes of a file, as the verdicts name them)
# A mistake is one token: a comparison turned or moved by one, && for ||, + for -, true for false, 0 for 1, a negation lost;
# and it makes another program of the source (see same_program).
# It works on a copy of the source in a build of its own, which the next run brings up to date, and stops at the first test that fails, first
# what has noticed most for its time (build/mutants.noticed remembers that); of the tests only those that reach the line (gcov says so, once
# for all lines: another draw from the same source asks nobody again). A test that fails without any mistake, or takes long, is left out, so the count is
# rather too high than too low. What nobody notices is tried once more with the sanitizers, by the near tests: `make check` has them too,
# and a step behind the end of a list is often seen by them alone.
# Every verdict is written down as it falls: build/mutants/verdicts (verdict, mistake, the test that noticed, the line; tabs between).
# tests/mutants.alive lists mistakes that no test can notice (the program means the same), each with the reason.
set -eu
src=${TANU_SRC:-$(cd "$(dirname "$0")/.." && pwd)}
build=${TANU_BUILD:-$src/build}
count=200 seed=1 go_on= list=
while getopts n:s:cl: option; do
    case $option in
    n) count=$OPTARG ;;
    s) seed=$OPTARG ;;
    c) go_on=yes ;;
    l) list=$(cd "$(dirname "$OPTARG")" && pwd)/$(basename "$OPTARG") ;;
    *) exit 64 ;;
    esac
done
shift $((OPTIND - 1))
work=$build/mutants
tree=$work/tree
noticed=$build/mutants.noticed # file and test, a line each time one noticed something

. "$src/tests/floor-words.sh"
near_limit=20000 far_limit=5000 # milliseconds of the processor that a test takes without a mistake

# What the program, its tests and their builds are made of: checksum and name.
listed_files() {
    (cd "$1" && find . -path './build*' ! -path './build-aux*' -prune -o \( -path ./.git -o -path ./cover -o -path ./asan \) -prune -o -type f -exec sha256sum {} + | LC_ALL=C sort)
}

# The copy becomes as the source is. What is the same keeps its time, so that only what changed is built again.
copy_source() {
    listed_files "$src" >"$work/wanted"
    listed_files "$tree" >"$work/there"
    LC_ALL=C comm -13 "$work/wanted" "$work/there" | cut -c67- >"$work/changed"
    (cd "$tree" && tr '\n' '\0' <"$work/changed" | xargs -0r rm -f)
    LC_ALL=C comm -23 "$work/wanted" "$work/there" | cut -c67- >"$work/newer"
    fresh=m
    test -f "$tree/configure" || fresh= # of the first copy the times are in order
    test ! -s "$work/newer" || (cd "$src" && tar cf - -T "$work/newer") | (cd "$tree" && tar x${fresh}f -)
    cat "$work/newer" >>"$work/changed"
}

# Everything is built once, a little optimised (the tests that reckon longest would take too long); then one file a mistake.
prepare() {
    mkdir -p "$tree" "$work/home"
    rm -rf "$work/chosen" "$work/verdicts" "$work/reached" "$work/kept.name" "$work/right"
    copy_source
    test -s "$work/changed" || test ! -f "$work/measured" || return 0
    rm -rf "$work/measured" "$work/covered"
    for flags in build:-O1 cover:'-O0 --coverage' asan:'-O1 -g1'; do
        mkdir -p "$tree/${flags%%:*}"
        cd "$tree/${flags%%:*}"
        sanitizers=
        test "${flags%%:*}" != asan || sanitizers=--enable-sanitizers
        test -f Makefile || ../configure -q $sanitizers CFLAGS="${flags#*:}" >configure.log 2>&1
        make -s -j"${TANU_JOBS:-2}" all-am check-am TESTS= >build.log 2>&1
    done
    cd "$tree/build"
    printf 'include Makefile\nprint-tests:\n\t@echo $(TESTS)\nprint-programs:\n\t@echo $(check_PROGRAMS)\nprint-module:\n\t@echo $(module_PROGRAMS)\n' >names.mk
    make -s -f names.mk print-module >"$work/module" # loaded while it runs; in no program
    # What asks about the source, the growth or the tools instead of what the program does.
    make -s -f names.mk print-tests | tr ' ' '\n' | grep -v -e growth -e deletions -e lint -e floors -e memory -e toy- \
        -e selftest -e pictures -e fuzz -e catalogues >"$work/tests"
    # Which sources are in which program, of the unit tests and of those that scripts call.
    for program in $(make -s -f names.mk print-programs | tr ' ' '\n' | grep -v -e fuzz -e bench); do
        nm -a "$program" | awk -v p="$program" '$2 == "a" { print $3, p }'
    done | sort -u >"$work/linked"
}

# run_test SECONDS TEST: in the build that is the working folder, as make runs it. Bounded in time and memory: a mistake may loop.
run_test() {
    case $2 in
    *.sh) set -- "$1" sh "../$2" ;;
    *.script) set -- "$1" tests/screen/screentest "../$2" ;;
    *) set -- "$1" sh ../tests/unit/ended.sh "$2" ;;
    esac
    (
        test "${PWD##*/}" = asan || ulimit -v 4000000 # which the sanitizers need for themselves
        ulimit -t 21 # of one process: more than a test may take at all
        exec env -u LANGUAGE -u TANU_PACK -u NO_COLOR -u ACCESSIBLE TANU_SRC="$tree" TANU_BUILD="$PWD" CC="${CC:-gcc}" LC_ALL=C.UTF-8 \
            HOME="$work/home" timeout -k 5 "$@" >mutant.log 2>&1 </dev/null
    )
}

# What each test takes without a mistake (milliseconds, status, name), and which lines it reaches; both go on side by side. What counts is
# the time of the processor: a machine that is busy with other things leaves no test out.
measure() {
    mkdir -p "$work/covered"
    rm -f "$work/times" "$work/code"
    touch "$work/times" "$work/code"
    (
        while read -r test; do
            until grep -q " $test\$" "$work/times"; do sleep 1; done
            awk -v test="$test" -v limit="$near_limit" '$3 == test && $2 == 0 && $1 <= limit { fits = 1 } END { exit !fits }' "$work/times" &&
                cover "$test"
        done <"$work/tests"
    ) &
    coverer=$!
    cd "$tree/build"
    while read -r test; do
        (
            run_test 120 "$test" && status=0 || status=$?
            times >"$work/spent"
            exit "$status"
        ) && status=0 || status=$?
        took=$(awk 'NR == 2 { for (i = 1; i < 3; i++) { split($i, t, "[ms]"); ms += t[1] * 60000 + t[2] * 1000 } printf "%d", ms }' "$work/spent")
        echo "$took $status $test" >>"$work/times"
    done <"$work/tests"
    wait "$coverer"
    touch "$work/measured"
}

# cover TEST: covered/TEST gets the lines that it reaches, or "any" where it fails when it is looked at; `code` those that are code.
cover() {
    cd "$tree/cover"
    into=$work/covered/$(echo "$1" | tr / +)
    find . -name '*.gcda' -exec rm -f {} +
    if ! run_test 60 "$1"; then
        echo any >"$into"
        return
    fi
    : >"$work/code.new"
    find src -name '*.gcda' | xargs -r gcov -t 2>/dev/null | awk -v reached="$into" -v code="$work/code.new" '
        $2 == 0 && $3 == "Source" { sub(/^(\.\.\/)+/, "", $4); file = $4; next }
        $1 !~ /-/ && file ~ /^src\// { at = file ":" $2 + 0; print at > code; if ($1 + 0 > 0) print at > reached }' FS='[ \t]*:[ \t]*' -
    touch "$into"
    sort -u "$work/code" "$work/code.new" -o "$work/code"
}

# The chosen lines, each with the tests that reach it; of code that nobody reaches: nobody.
reach() {
    cut -d: -f1,2 "$work/chosen" | sort -u >"$work/lines"
    grep -xFf "$work/lines" "$work/code" | sed 's/$/ nobody/' >"$work/reached" || true
    for into in "$work"/covered/*; do
        test=$(basename "$into" | tr + /)
        grep -xF -e any -f "$work/lines" "$into" | sort -u | sed "s|\$| $test|" >>"$work/reached" || true
    done
}

# chosen FILE LINE: its tests in the order in which they are run, after the word of the group: near, far. First comes what has noticed most
# for its time: of mistakes in this file, then on this floor. A line without code (a table)
# is reached by all, one that nobody is seen to reach (of a process that ends otherwise than by exit) by the near ones.
chosen() {
    floor=${1#src/}
    floor=${floor%%/*}
    words_of "$floor" "$1" | tr ' ' '\n' >"$work/words"
    touch "$noticed"
    awk -v file="$(basename "$1")" -v path="$1" -v floor="src/$floor/" -v at="$1:$2" -v near_limit="$near_limit" -v far_limit="$far_limit" '
        FILENAME ~ /words$/ { words[$1] = 1; next }
        FILENAME ~ /noticed$/ { good[$2] += $1 == path ? 5 : index($1, floor) == 1; next }
        FILENAME ~ /linked$/ { if ($1 == file) linked[$2] = 1; next }
        FILENAME ~ /reached$/ {
            if ($1 == at) code = 1
            if ($1 == at || $1 == "any") reached[$2] = 1
            if ($1 == at && $2 != "nobody") seen = 1
            next
        }
        $2 != 0 || (code && seen && !($3 in reached)) { next }
        {
            program = $3 !~ /\.(sh|script)$/
            if (program && !($3 in linked)) next
            near = 0
            for (word in words) if (index($3, word)) near = 1
            if ($1 > (near ? near_limit : far_limit) || (code && !seen && !near)) next
            worth = ($1 + 300) / (1 + 9 * near + 4 * good[$3])
            print worth, (near ? "near" : "far"), $3
        }' "$work/words" "$noticed" "$work/linked" "$work/reached" "$work/times" | LC_ALL=C sort -n | cut -d' ' -f2-
}

# A program that runs on although its test has ended (a mistake may have made it deaf).
end_strays() {
    for exe in /proc/[0-9]*/exe; do
        case $(readlink "$exe" 2>/dev/null) in
        "$tree"/build/*)
            process=${exe#/proc/}
            kill -9 "${process%/exe}" 2>/dev/null || true
            ;;
        esac
    done
}

# Every possible mistake in a file as FILE:LINE:COLUMN:OLD:NEW. Strings, comments and directives are left alone.
candidates() {
    awk '
        function out(old, new) { printf "%s:%d:%d:%s:%s\n", FILENAME, FNR, i, old, new }
        /^[ \t]*#/ { next }
        {
            line = $0
            for (i = 1; i <= length(line); i++) {
                two = substr(line, i, 2); one = substr(line, i, 1)
                before = i > 1 ? substr(line, i - 1, 1) : " "; after = substr(line, i + 1, 1)
                if (comment) { if (two == "*/") { comment = 0; i++ } continue }
                if (quote != "") { if (one == "\\") i++; else if (one == quote) quote = ""; continue }
                if (two == "//") break
                if (two == "/*") { comment = 1; i++; continue }
                if (one == "\"" || one == "\047") { quote = one; continue }
                if (two == "==") { out("==", "!="); i++ }
                else if (two == "!=") { out("!=", "=="); i++ }
                else if (two == "<=") { out("<=", "<"); i++ }
                else if (two == ">=") { out(">=", ">"); i++ }
                else if (two == "&&") { out("&&", "||"); i++ }
                else if (two == "||") { out("||", "&&"); i++ }
                else if (two ~ /^(->|<<|>>|\+\+|--|\+=|-=)$/) i++
                else if (one == "<" && before == " " && after == " ") out("<", "<=")
                else if (one == ">" && before == " " && after == " ") out(">", ">=")
                else if (one == "+" && before == " " && after == " ") out("+", "-")
                else if (one == "-" && before == " " && after == " ") out("-", "+")
                else if (one == "!" && after != "=") out("!", "")
                else if (one ~ /[01]/ && before !~ /[A-Za-z0-9_.]/ && after !~ /[A-Za-z0-9_.]/)
                    out(one, one == "0" ? "1" : "0")
                else if (before !~ /[A-Za-z0-9_]/ && match(substr(line, i), /^(true|false)[^A-Za-z0-9_]/)) {
                    word = substr(line, i, RLENGTH - 1)
                    out(word, word == "true" ? "false" : "true")
                    i += RLENGTH - 2
                }
            }
        }' "$1"
}

choose() {
    cd "$tree"
    if test -n "$list"; then
        cp "$list" "$work/chosen"
        return
    fi
    if test $# -eq 0; then
        set -- $(find src -name '*.c' | LC_ALL=C sort)
    fi
    for file in "$@"; do
        candidates "$file"
    done >"$work/all"
    awk -v seed="$seed" 'BEGIN { srand(seed) } { print rand() "\t" $0 }' "$work/all" | LC_ALL=C sort -n | cut -f2- >"$work/order"
    : >"$work/drawn"
    while IFS=: read -r file line column old new; do
        same_program "$file" "$line" "$column" "$old" "$new" && continue
        echo "$file:$line:$column:$old:$new" >>"$work/drawn"
        test "$(wc -l <"$work/drawn")" -lt "$count" || break
    done <"$work/order"
    mv "$work/drawn" "$work/chosen"
}

# spoil FILE LINE COLUMN OLD NEW: makes the mistake; restore FILE takes it back.
spoil() {
    cp -p "$tree/$1" "$work/kept"
    echo "$1" >"$work/kept.name"
    awk -v line="$2" -v column="$3" -v old="$4" -v new="$5" 'FNR == line {
        $0 = substr($0, 1, column - 1) new substr($0, column + length(old)) } { print }' "$work/kept" >"$tree/$1"
}

restore() {
    cp -p "$work/kept" "$tree/$1"
    touch "$tree/$1"
    rm "$work/kept.name"
}

# translated FILE INTO: what the compiler makes of it at its best, without what only debuggers read.
translated() {
    object=$tree/build/${1%.c}.o
    rm -f "$object"
    make -s -C "$tree/build" "${1%.c}.o" CFLAGS='-O2 -g0' >"$work/translated.log" 2>&1 && mv "$object" "$2"
}

# A mistake of which the compiler makes the very same program is none (`a > b ? a : b` and `a >= b ? a : b`), and is not drawn.
same_program() {
    right=$work/right/$1.o
    mkdir -p "${right%/*}"
    test -f "$right" || translated "$1" "$right" || return 1
    spoil "$@"
    translated "$1" "$work/spoilt.o" && cmp -s "$right" "$work/spoilt.o" && same=yes || same=
    restore "$1"
    test -n "$same"
}

# noticed FILE LINE: true, and `by` says by what, if it does not compile or a test fails. What is not run is not linked either.
noticed() {
    called=$(awk -v file="$(basename "$1")" 'FILENAME ~ /tests$/ { test[$1] = 1; next } $1 == file && !($2 in test) { print $2 }' \
        "$work/tests" "$work/linked")
    linked=
    chosen "$1" "$2" >"$work/order"
    for test in $(cut -d' ' -f2 "$work/order") last; do
        by=compiler
        case $test in
        *.sh | *.script | last)
            test -n "$linked" || timeout 300 make -s tanu $(cat "$work/module") $called >mutant.log 2>&1 || return 0
            linked=yes
            test "$test" != last || break
            ;;
        *) timeout 300 make -s "$test" >mutant.log 2>&1 || return 0 ;;
        esac
        by=$test
        run_test 120 "$test" && continue
        echo "$1 $test" >>"$noticed"
        return 0
    done
    with_sanitizers $(sed -n 's/^near //p' "$work/order")
}

# sanitized TEST: with the source as it stands.
sanitized() {
    case $1 in
    *.sh | *.script) program= ;;
    *) program=$1 ;;
    esac
    cd "$tree/asan"
    timeout 300 make -s tanu $(cat "$work/module") $program >mutant.log 2>&1 && run_test 120 "$1" && held=yes || held=
    cd "$tree/build"
    test -n "$held"
}

with_sanitizers() {
    for test in "$@"; do
        sanitized "$test" && continue
        by=$test doubt=$test # does it hold without the mistake? See try
        return 0
    done
    return 1
}

# try FILE LINE COLUMN OLD NEW: makes the mistake, asks, takes it back.
try() {
    spoil "$@"
    text=$(sed -n "${2}s/^ *//p" "$work/kept")
    verdict=noticed doubt=
    noticed "$1" "$2" || verdict=ALIVE
    end_strays
    restore "$1"
    test -z "$doubt" || sanitized "$doubt" || verdict=ALIVE
    if test "$verdict" = ALIVE; then
        by=-
        grep -qF "$1: $text: $4 -> $5:" "$src/tests/mutants.alive" 2>/dev/null && verdict=listed
    fi
    printf '%s\t%s:%s:%s:%s:%s\t%s\t%s\n' "$verdict" "$1" "$2" "$3" "$4" "$5" "$by" "$text" >>"$work/verdicts"
    test "$verdict" = noticed || printf '%s %s:%s:%s: %s -> %s: %s\n' "$verdict" "$1" "$2" "$3" "$4" "$5" "$text"
}

# A run that was cut left its last mistake behind.
test ! -f "$work/kept.name" || cp "$work/kept" "$tree/$(cat "$work/kept.name")"
test -n "$go_on" || prepare
test -f "$work/measured" || measure
test -s "$work/chosen" || choose "$@"
test -s "$work/reached" || reach
cd "$tree/build"
touch "$work/verdicts"
while IFS=: read -r file line column old new; do
    grep -qF "	$file:$line:$column:$old:$new	" "$work/verdicts" || try "$file" "$line" "$column" "$old" "$new"
done <"$work/chosen"
awk -F'\t' '{ n[$1]++ } END { printf "%d mistakes, %d not noticed, %d of them as listed\n", NR, n["ALIVE"] + n["listed"], n["listed"] }' "$work/verdicts"
