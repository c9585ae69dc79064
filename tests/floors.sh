#!/bin/sh
# SPDX-License-Identifier: MIT
# The shape of the house (see CONTRIBUTING.md): refuses
#   - an include that points to a higher floor, or a quoted include without its floor,
#   - <curses.h> and friends outside the one curses file in src/front,
#   - printing to stdout or stderr below front,
#   - anything at file scope that can be changed, and calls to a higher floor (both read from the objects),
#   - a header that does not compile alone,
#   - a file of over 500 lines, a function of over 80,
#   - a list of programs and tests (local.mk) that no Makefile includes.
set -eu
src=${TANU_SRC:-$(cd "$(dirname "$0")/.." && pwd)}/src
TANU_BUILD=${TANU_BUILD:-${src%/src}/build}
cd "$src"
floors='base pack engine author check tongue view case wizard paper front app'
curses_file=front/curses.c
status=0

fault() {
    echo "src/$1: error: $2"
    status=1
}

# What a floor may include besides itself.
below() {
    case $1 in
    base) echo base ;;
    pack) echo base pack ;;
    engine) echo base pack engine ;;
    author) echo base pack engine author ;;
    check) echo base pack engine author check ;;
    tongue) echo base pack engine tongue ;;
    view) echo base pack engine tongue view ;;
    case) echo base pack engine tongue view case ;;
    wizard) echo base pack engine tongue view case wizard ;;
    paper) echo base pack engine tongue view case wizard paper ;;
    front) echo base pack engine tongue view case wizard paper front ;;
    app) echo base pack engine author check tongue view case wizard paper front app ;;
    esac
}

# Prints file:line:text of every line of the floor's sources that matches.
look() {
    find "$1" -name '*.[ch]' -exec grep -nE "$2" /dev/null {} + || true
}

for floor in $floors; do
    allowed=" $(below $floor) config.h "
    look $floor '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' >"${TMPDIR:-/tmp}/floors.$$"
    while IFS= read -r hit; do
        target=${hit#*\"}
        target=${target%%\"*}
        case $allowed in
        *" ${target%%/*} "*) ;;
        *) fault "${hit%%:*}" "may not include \"$target\" (floors allowed:$allowed)" ;;
        esac
    done <"${TMPDIR:-/tmp}/floors.$$"
    rm -f "${TMPDIR:-/tmp}/floors.$$"
done

for hit in $(look . '#[[:space:]]*include[[:space:]]*<(n?curses[a-z]*|term|panel)(\.h|/)' |
    cut -d: -f1,2); do
    case ${hit#./} in
    $curses_file:*) ;;
    *) fault "${hit#./}" "only src/$curses_file may include curses" ;;
    esac
done

for floor in base pack engine author check tongue view case wizard paper; do
    for hit in $(look $floor \
        '(^|[^a-z_])(printf|puts|putchar|vprintf|perror)[[:space:]]*\(|[(,[:space:]](stdout|stderr)[^a-z_]' |
        grep -vE '^[^:]*:[0-9]*:[[:space:]]*(//|\*)' | cut -d: -f1,2); do
        fault "$hit" "floors below front do not print"
    done
done

# ---- the objects: what a line-based look at the source cannot see ----------------------------------

cd "$TANU_BUILD"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Common symbols (-fcommon) are in no section yet. Sanitizers add writable data of their own: __odr_asan.NAME (gcc) and __unnamed_7 (clang).
for object in $(find src -name '*.o'); do
    objdump -t "$object" | awk -v object="$object" '
        $0 ~ /[ \t](\*COM\*|\.(data|bss|tdata|tbss)([.][^ \t]*)?)[ \t]/ && $0 !~ /\.data\.rel\.ro/ && $(NF - 1) !~ /^0+$/ &&
            $NF !~ /^(__odr_asan[.].*|__unnamed_[0-9]+)$/ {
            print object ": error: " $NF " can be changed; only constants may stand at file scope"
        }'
done >"$work/mutable"
if test -s "$work/mutable"; then
    cat "$work/mutable"
    status=1
fi

# The archive of a floor; the program itself is in none.
objects_of() {
    case $1 in
    app) find src/app -name '*.o' ;;
    *) echo "src/$1/lib$1.a" ;;
    esac
}

# Who defines what, then who asks for it: a call upwards has no include and still links in the program.
for floor in $floors; do
    nm --defined-only $(objects_of $floor) >"$work/names" || fault $floor "no archive in $TANU_BUILD"
    awk -v f=$floor 'NF == 3 && $2 ~ /^[A-Z]$/ { print $3, f }' "$work/names" >>"$work/defined"
done
for floor in $floors; do
    nm -u $(objects_of $floor) | awk 'NF == 2 { print $2 }' | sort -u |
        awk -v floor=$floor -v allowed=" $(below $floor) " '
            FNR == NR { home[$1] = $2; next }
            ($1 in home) && index(allowed, " " home[$1] " ") == 0 {
                print "src/" floor ": error: uses " $1 ", which stands on the higher floor " home[$1]
            }' "$work/defined" -
done >"$work/upwards"
if test -s "$work/upwards"; then
    cat "$work/upwards"
    status=1
fi

# A header is whole: it compiles alone, with the warnings of the build. One of an optional part needs that part's library.
flags=$(sed -n 's/^TANU_CFLAGS = //p' Makefile | tr ' ' '\n' | grep -e '^-W' -e '^-std=')
cd "$src"
for library in pangocairo; do
    flags="$flags $(pkg-config --cflags $library 2>/dev/null || true)"
done
for header in $(find . -name '*.h'); do
    case $header in
    */pdf_parts.h) pkg-config --exists pangocairo || { echo "no Pango here: $header is not looked at"; continue; } ;;
    esac
    printf '#include "%s"\n' "${header#./}" |
        ${CC:-cc} -D_GNU_SOURCE -fsyntax-only -I. -I"$TANU_BUILD" $flags -Werror -x c - 2>"$work/header" || {
        fault "${header#./}" "does not compile alone: $(grep -m 1 error "$work/header")"
    }
done

cd "$src/.."
# A list of programs that no Makefile reads is a test that nobody runs.
for list in $(find . -name local.mk ! -path './build*'); do
    grep -qs "^include ${list#./}\$" Makefile.am tests/local.mk || { echo "${list#./}: error: no Makefile includes it"; status=1; }
done
find src tests bench -name '*.[ch]' -exec awk '
    FNR == 500 { long = FILENAME } FNR == 501 { print long ": error: more than 500 lines" }
    FNR == 1 { begun = 0 }
    /^\{/ { begun = FNR }
    /^\}/ { if (begun && FNR - begun > 81) print FILENAME ":" begun ": error: a function of " FNR - begun - 1 " lines"; begun = 0 }
    ' {} + >"$work/large"
if test -s "$work/large"; then
    cat "$work/large"
    status=1
fi
exit $status
