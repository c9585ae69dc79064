#!/bin/sh
# SPDX-License-Identifier: MIT
# Do the tests notice? Makes small mistakes in the source, one at a time, runs the tests of that floor and prints the mistakes that
# nobody noticed. Not part of the check: `make mutants` or
#     tests/mutants.sh [-n COUNT] [-s SEED] [FILE...]     (default: 200 over all of src/, seed 1)
# A mistake is one token: a comparison turned or moved by one, && for ||, + for -, true for false, 0 for 1, a negation lost.
# It works on a copy of the source in a build of its own, and stops at the first test that fails, the quick and near ones first, then
# all of `make quick`.
# tests/mutants.alive lists mistakes that no test can notice (the program means the same), each with the reason.
set -eu
src=${TANU_SRC:-$(cd "$(dirname "$0")/.." && pwd)}
build=${TANU_BUILD:-$src/build}
count=200 seed=1
while getopts n:s: option; do
    case $option in
    n) count=$OPTARG ;;
    s) seed=$OPTARG ;;
    *) exit 64 ;;
    esac
done
shift $((OPTIND - 1))

# The tests that speak about a floor, the quickest first; the whole program's own come last.
whole='tests/contract.sh tests/assess.sh tests/equality/equality tests/screen/tanu-wizard.script'
tests_of() {
    case $1 in
    base) echo 'unit:arena bits date diag hash text utf8' ;;
    pack) echo 'unit:expr yaml yaml-simple pack prepared bad-packs' ;;
    engine) echo 'unit:engine_ session sources' ;;
    author | check) echo 'unit:check tests/check/' ;;
    tongue) echo 'unit:i18n mo' ;;
    view) echo 'unit:pages search sources explain wizard verbs plain' ;;
    case) echo 'unit:case json answers tests/assess' ;;
    wizard) echo 'unit:verbs wizard action line screen' ;;
    paper) echo 'unit:cells paint plain paper' ;;
    front) echo 'unit:keys line tests/assess tests/screen/' ;;
    app) echo 'unit:none tests/exit-codes tests/manual' ;;
    esac
}

work=$build/mutants
rm -rf "$work"
mkdir -p "$work/tree"
(cd "$src" && tar cf - --exclude=./build --exclude='./build-[!a]*' --exclude=./build-asan --exclude=./.git .) | (cd "$work/tree" && tar xf -)
mkdir -p "$work/tree/build"
cd "$work/tree/build"
../configure -q CFLAGS='-O1 -g' >configure.log 2>&1
# Everything is built once; then one file a mistake.
make -s -j"${TANU_JOBS:-2}" all-am check-am TESTS= >build.log 2>&1

# The names of all tests, as make has them.
printf 'include Makefile\nprint-tests:\n\t@echo $(TESTS)\n' >names.mk
all=$(make -s -f names.mk print-tests)

# chosen FLOOR: its tests in the order in which they are run.
chosen() {
    words=$(tests_of "$1")
    for word in ${words#unit:}; do
        for test in $all; do
            case $test in *"$word"*) echo "$test" ;; esac
        done
    done | awk '!seen[$0]++' | grep -v -e growth -e deletions.sh -e tanu-costs || true
    printf '%s\n' $whole
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

cd "$work/tree"
if test $# -eq 0; then
    set -- $(find src -name '*.c' | LC_ALL=C sort)
fi
for file in "$@"; do
    candidates "$file"
done >"$work/all"
awk -v seed="$seed" 'BEGIN { srand(seed) } { print rand() "\t" $0 }' "$work/all" | LC_ALL=C sort -n |
    cut -f2- | head -n "$count" >"$work/chosen"

# noticed FLOOR: true if it does not compile or a test fails. Bounded in time and memory: a mistake may loop.
noticed() {
    timeout 300 make -C build -s -j"${TANU_JOBS:-2}" all-am >build/mutant.log 2>&1 || return 0
    for test in $(chosen "$1"); do
        (ulimit -v 4000000; timeout 120 make -C build -s check-am TESTS="$test" >build/mutant.log 2>&1 </dev/null) || return 0
    done
    # What is near has not seen it: everything that a change is tried with.
    (ulimit -v 4000000; timeout 600 make -C build -s -j"${TANU_JOBS:-2}" quick >build/mutant.log 2>&1 </dev/null) || return 0
    return 1
}

alive=0 total=0
while IFS=: read -r file line column old new; do
    floor=${file#src/}
    floor=${floor%%/*}
    cp -p "$file" "$work/kept"
    awk -v line="$line" -v column="$column" -v old="$old" -v new="$new" 'FNR == line {
        $0 = substr($0, 1, column - 1) new substr($0, column + length(old)) } { print }' "$work/kept" >"$file"
    total=$((total + 1))
    if ! noticed "$floor"; then
        text=$(sed -n "${line}s/^ *//p" "$work/kept")
        if grep -qF "$file: $text: $old -> $new:" "$src/tests/mutants.alive" 2>/dev/null; then
            echo "alive, as listed: $file:$line: $old -> $new: $text"
        else
            echo "ALIVE $file:$line:$column: $old -> $new: $text"
        fi
        alive=$((alive + 1))
    fi
    cp -p "$work/kept" "$file"
    touch "$file"
done <"$work/chosen"
echo "$total mistakes, $alive not noticed"
