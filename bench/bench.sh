#!/bin/sh
# SPDX-License-Identifier: MIT
# `make bench`: the wizard and the filter beside their peers, interleaved, medians; growth; memory.
# Prints a table and writes it to bench/results/. Peers that are not installed are left out.
#
#     BENCH_ROUNDS=15 BENCH_LINES=100000 BENCH_PARTS="wizard filter growth memory" make bench
#
# Needs nothing but what is installed. NODE_PATH tells where json-logic-engine and zen-engine are. Goals are
# medians of the ratios of the rounds: what runs side by side is slowed down alike when others use the machine.
set -eu
rounds=${BENCH_ROUNDS:-15} lines=${BENCH_LINES:-100000}
parts=${BENCH_PARTS:-wizard filter engines growth memory}
bench=$TANU_BUILD/bench tanu=$TANU_BUILD/tanu pack=$TANU_SRC/questions/tokyo
as_of=2026-11-01
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
export LC_ALL=C.UTF-8
unset TANU_PREPARED TANU_PACK TANU_LANG LANGUAGE NO_COLOR ACCESSIBLE
raw=$work/raw
: >"$raw"

have() {
    command -v "$1" >/dev/null 2>&1
}

# note CONTESTANT PAIRS...: NAME VALUE pairs of one run into the raw file.
note() {
    contestant=$1
    shift
    while test $# -gt 1; do
        echo "$contestant $1 $2"
        shift 2
    done >>"$raw"
}

# median CONTESTANT NAME: of all rounds, or - if there was none.
median() {
    awk -v c="$1" -v n="$2" '$1 == c && $2 == n { print $3 }' "$raw" | sort -n |
        awk '{ v[NR] = $1 } END { if (NR) print v[int((NR + 1) / 2)]; else print "-" }'
}

# ratio CONTESTANT OTHER NAME: the median over the rounds of the first one's value divided by the other's.
ratio() {
    awk -v a="$1" -v b="$2" -v n="$3" '$2 == n && $1 == a { x[++i] = $3 } $2 == n && $1 == b { y[++k] = $3 }
        END { for (r = 1; r <= i && r <= k; r++) if (y[r] > 0) print x[r] / y[r] }' "$raw" | sort -n |
        awk '{ v[NR] = $1 } END { if (NR) printf "%.2f\n", v[int((NR + 1) / 2)]; else print "-" }'
}

# goal WORDS VALUE MOST|LEAST BOUND
goal() {
    awk -v w="$1" -v v="$2" -v k="$3" -v b="$4" 'BEGIN {
        good = v == "-" ? "not measured" : (k == "most" ? v <= b : v >= b) ? "holds" : "MISSED"
        printf "  %-74s %9s  (at %s %s)  %s\n", w, v, k, b, good }'
}

row() {
    format=$1
    shift
    # shellcheck disable=SC2059
    printf "$format\n" "$@"
}

# ---- the machine -------------------------------------------------------------------------------

machine() {
    cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
    row "tanu bench, %s" "$(date -u '+%Y-%m-%d %H:%M UTC')"
    row "machine: %s, %s processors, Linux %s; load at the start %s" "${cpu:-unknown}" "$(nproc)" "$(uname -r)" "$(cut -d' ' -f1-3 /proc/loadavg)"
    row "program: %s; %s" "$("$tanu" --version | head -n 1)" "$(git -C "$TANU_SRC" log -1 --format='commit %h' 2>/dev/null || echo 'no commit known')"
    row "pack:    %s countries with a file, %s files, %s KB of YAML" "$(ls "$pack/countries" | wc -l)" \
        "$(find "$pack" -name '*.yaml' ! -path '*/cases/*' | wc -l)" "$(find "$pack" -name '*.yaml' ! -path '*/cases/*' -exec cat {} + | wc -c | awk '{ print int($1 / 1000) }')"
}

busy() {
    awk -v n="$(nproc)" '{ if ($1 > n * 0.7) printf "note: other work ran here (load %s on %d processors): times of several processes, and wall times, say little\n", $1, n }' /proc/loadavg
}

# ---- the wizard --------------------------------------------------------------------------------

wizard_round() {
    "$bench/pty" -e -n 10 -s 10 -- "$tanu" >"$work/one" && note tanu $(cat "$work/one")
    TANU_PREPARED=off "$bench/pty" -e -n 10 -s 10 -- "$tanu" >"$work/one" && note uncached $(cat "$work/one")
    if have dialog; then
        "$bench/pty" -n 10 -s 10 -- sh -c 'exec "$@"' sh $dialog_words >"$work/one" && note dialog $(cat "$work/one")
    fi
    if have whiptail; then
        "$bench/pty" -n 10 -s 10 -- whiptail --menu Country 22 76 14 $country_words >"$work/one" && note whiptail $(cat "$work/one")
    fi
    if have fzf; then
        "$bench/pty" -w 300 -n 10 -s 10 -- sh -c 'exec fzf <"$0"' "$work/countries" >"$work/one" && note fzf $(cat "$work/one")
    fi
}

wizard_row() {
    row "  %-38s %10s %10s %10s %10s %10s" "$1" "$(median tanu "$2")" "$(median uncached "$2")" "$(median dialog "$2")" "$(median whiptail "$2")" "$(median fzf "$2")"
}

wizard() {
    # Underscores for blanks: the words go through the shell unquoted.
    "$bench/makelines" "$pack" countries 1 | tr ' ' '_' >"$work/countries"
    country_words=$(awk '{ split($0, a, "\t"); print a[1], a[2] }' "$work/countries")
    dialog_words="dialog --menu Country 22 76 14 $country_words"
    i=0
    while test $i -lt "$rounds"; do
        wizard_round
        i=$((i + 1))
    done
    row ""
    row "Wizard, 80x24, xterm-256color, %s countries, medians of %s interleaved runs" "$(wc -l <"$work/countries")" "$rounds"
    row "  %-38s %10s %10s %10s %10s %10s" "" "tanu" "from YAML" dialog whiptail fzf
    wizard_row "first paint complete, ms after exec" painted_ms
    wizard_row "CPU for start, keys and end, ms" cpu_ms
    wizard_row "first paint, bytes" first_bytes
    wizard_row "arrow key, bytes" key_bytes
    wizard_row "arrow key, us until its last byte" key_us
    wizard_row "scrolled row, bytes" row_bytes
    wizard_row "scrolled row, us" row_us
    wizard_row "resident, KiB" rss_kib
    wizard_row "resident at most, KiB" peak_kib
    row "  goals"
    goal "first paint / dialog's" "$(ratio tanu dialog painted_ms)" most 1
    goal "first paint from YAML / dialog's" "$(ratio uncached dialog painted_ms)" most 2
    goal "first paint, bytes" "$(median tanu first_bytes)" most 1500
    goal "arrow key, bytes" "$(median tanu key_bytes)" most 50
    goal "arrow key, time / dialog's" "$(ratio tanu dialog key_us)" most 1
    goal "scrolled row, bytes" "$(median tanu row_bytes)" most 100
    goal "resident memory / dialog's" "$(ratio tanu dialog rss_kib)" most 2
}

# ---- the filter --------------------------------------------------------------------------------

filter_round() {
    kind=$1 file=$work/$1.jsonl
    have node && note "node-$kind" $("$bench/run" node "$TANU_SRC/bench/peers/reemit.js" "$file")
    note "c-$kind" $("$bench/run" "$bench/reemit" "$file")
    for again in 1 2 3; do # short, so more often
        note "brief-$kind" $("$bench/run" "$tanu" assess --as-of $as_of --brief "$file")
        note "brief2-$kind" $("$bench/run" "$tanu" assess --as-of $as_of --brief --jobs 2 "$file")
    done
    note "full-$kind" $("$bench/run" "$tanu" assess --as-of $as_of "$file")
    note "full2-$kind" $("$bench/run" "$tanu" assess --as-of $as_of --jobs 2 "$file")
}

rate() { # CONTESTANT NAME: thousand lines a second
    awk -v l="$lines" -v ms="$(median "$1" "$2")" 'BEGIN { if (ms == "-") print "-"; else printf "%.0f\n", l / ms }'
}

filter_rows() {
    row "  %-38s %10s %10s %10s %10s" "$3" "thousand/s" "of CPU" "wall ms" "peak KiB"
    for c in node c brief brief2 full full2; do
        case $c in
        node) name="Node: parse, write again" ;;
        c) name="plain C: take apart, write again" ;;
        brief) name="tanu assess --brief" ;;
        brief2) name="tanu assess --brief --jobs 2" ;;
        full) name="tanu assess (with what-if)" ;;
        full2) name="tanu assess --jobs 2" ;;
        esac
        row "  %-38s %10s %10s %10s %10s" "$name" "$(rate "$c-$1" wall_ms)" "$(rate "$c-$1" cpu_ms)" "$(median "$c-$1" wall_ms)" "$(median "$c-$1" peak_kib)"
    done
}

filter() {
    for kind in full dozen; do
        "$bench/makelines" "$pack" $kind "$lines" 1 >"$work/$kind.jsonl"
    done
    i=0
    while test $i -lt "$rounds"; do
        filter_round full
        filter_round dozen
        i=$((i + 3)) # a third of the rounds: each takes seconds
    done
    row ""
    row "Filter, %s lines each, whole process, medians of interleaved runs" "$lines"
    filter_rows full x "every question answered ($(wc -c <"$work/full.jsonl" | awk -v l="$lines" '{ print int($1 / l) }') bytes a line)"
    filter_rows dozen x "a dozen answers ($(wc -c <"$work/dozen.jsonl" | awk -v l="$lines" '{ print int($1 / l) }') bytes a line)"
    row "  goals (of CPU, on one core; --jobs of wall)"
    goal "every question answered: --brief / Node that only writes again" "$(ratio node-full brief-full cpu_ms)" least 2
    goal "every question answered: --brief / plain C that only writes again" "$(ratio c-full brief-full cpu_ms)" least 0.33
    goal "a dozen answers: --brief / Node that only writes again" "$(ratio node-dozen brief-dozen cpu_ms)" least 1
    goal "full with what-if, every question answered, thousand a second" "$(rate full-full cpu_ms)" least 20
    goal "full with what-if, a dozen answers, thousand a second" "$(rate full-dozen cpu_ms)" least 20
    goal "--brief, peak KiB" "$(median brief-dozen peak_kib)" most 20480
    goal "full, peak KiB" "$(median full-dozen peak_kib)" most 20480
    goal "--brief --jobs 2 / one job, every question answered" "$(ratio brief-full brief2-full wall_ms)" least 1.7
    goal "--brief --jobs 2 / one job, a dozen answers" "$(ratio brief-dozen brief2-dozen wall_ms)" least 1.7
    goal "full --jobs 2 / one job, every question answered" "$(ratio full-full full2-full wall_ms)" least 1.7
    goal "full --jobs 2 / one job, a dozen answers" "$(ratio full-dozen full2-dozen wall_ms)" least 1.7
    goal "full --jobs 2, peak KiB" "$(median full2-dozen peak_kib)" most 20480
}

# ---- other engines -----------------------------------------------------------------------------

engines() {
    have node || return 0
    test -f "$work/full.jsonl" || "$bench/makelines" "$pack" full "$lines" 1 >"$work/full.jsonl"
    head -n 20000 "$work/full.jsonl" >"$work/some.jsonl"
    row ""
    row "Other engines, 150 rules of three comparisons that must all be tried (bench/peers/rules.js), decisions a second"
    node "$TANU_SRC/bench/peers/rules.js" "$work/some.jsonl" | sed 's/^/  /'
}

# ---- growth ------------------------------------------------------------------------------------

made_cpu() { # ARGUMENTS...: the CPU of `tanu assess` on the generated pack in ms, the middle one of three runs
    for run in 1 2 3; do
        "$bench/run" "$tanu" assess --pack "$work/made" --as-of $as_of "$@" | awk '{ print $4 }'
    done | sort -n | sed -n 2p
}

# Per case: the CPU of all lines less that of the first half, so that what happens once is not in it; the middle one of five.
per_case() {
    for run in 1 2 3 4 5; do
        for part in half whole; do
            "$bench/run" "$tanu" assess --pack "$work/made" --as-of $as_of "$@" "$work/$part.jsonl"
        done | awk '{ cpu[NR] = $4 } END { printf "%.2f\n", (cpu[2] - cpu[1]) / 100 }'
    done | sort -n | sed -n 3p
}

growth_row() { # COUNTRIES RULES
    sh "$TANU_SRC/bench/makepack.sh" "$TANU_SRC/tests/packs/tiny" "$work/made" "$1" "$2"
    "$bench/makelines" "$work/made" full 200000 1 10 >"$work/whole.jsonl"
    head -n 100000 "$work/whole.jsonl" >"$work/half.jsonl"
    ls "$work/made/countries" | sed 's/\(.*\)\.yaml/{"destination":"\1"}/' >"$work/each.jsonl"
    load=$(export TANU_PREPARED=off && made_cpu /dev/null)
    law=$(awk -v a="$(made_cpu --brief /dev/null)" -v b="$(made_cpu --brief "$work/each.jsonl")" -v n="$1" 'BEGIN { printf "%.2f\n", (b - a) / n }')
    peak=$("$bench/run" "$tanu" assess --pack "$work/made" --brief "$work/each.jsonl" | awk '{ print $6 }')
    check=$("$bench/run" -k timeout 1200 "$tanu" check --quiet "$work/made" 2>"$work/proof" | awk '{ print $8 == 124 ? "over 1200" : sprintf("%.2f", $2 / 1000) }')
    row "$growth_columns" "$1" "$2" "$(awk -v c="$1" -v r="$2" 'BEGIN { printf "%.1f", r / 2 / c }')" "$(find "$work/made" -name '*.yaml' -exec cat {} + | wc -c | awk '{ print int($1 / 1000) }')" \
        "$load" "$law" "$(per_case --brief)" "$(per_case)" "$peak" "$(sed -n 's/.* laws (\([0-9]*\) hold all others).*/\1/p' "$work/proof")" "$check"
}

growth() {
    growth_columns="  %10s %7s %5s %8s %8s %8s %9s %9s %9s %9s %9s"
    row ""
    row "Growth, generated packs (one half of the rules is general, each about one awarding country; the other half belongs to destinations)"
    row "  met: general rules about a case's own awarding country; the others cannot concern it. load: a process without a line, from YAML."
    row "  law: compiling the rules of one destination, once. peak: every destination named. laws: different ones that are proved."
    row "$growth_columns" countries rules met "YAML KB" "load ms" "law ms" "brief us" "full us" "peak KiB" laws "check s"
    for size in ${BENCH_SIZES:-10,1000 100,1000 1000,1000 100,100 100,10000 310,4500}; do
        growth_row "${size%,*}" "${size#*,}"
    done
    row "  310 countries and 4,500 rules are ten times the shipped pack, whose check takes %s" "$("$bench/run" "$tanu" check --quiet "$pack" | awk '{ printf "%.2f s", $2 / 1000 }')"
}

# ---- memory ------------------------------------------------------------------------------------

memory() {
    row ""
    row "Memory, lines of a dozen answers from a pipe through tanu assess --brief"
    for n in 100000 1000000; do
        peak=$("$bench/makelines" "$pack" dozen $n 2 | "$bench/run" "$tanu" assess --as-of $as_of --brief | awk '{ print $6 }')
        row "  %-38s %10s KiB at most" "$n lines" "$peak"
        note "memory-$n" peak "$peak"
    done
    goal "1,000,000 lines / 100,000 lines" "$(ratio memory-1000000 memory-100000 peak)" most 1.05
}

results=$TANU_SRC/bench/results
slug=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1 | tr 'A-Z' 'a-z' | tr -cs 'a-z0-9' '-' | sed 's/-$//')
mkdir -p "$results" 2>/dev/null || results=$TANU_BUILD
{
    machine
    for part in $parts; do
        $part
        busy
    done
} | tee "$work/table"
file=$results/$(date -u +%F)-${slug:-machine}.txt
cp "$work/table" "$file" && echo "written to $file"
