#!/bin/sh
# SPDX-License-Identifier: MIT
# The shape of the house (see CONTRIBUTING.md): refuses
#   - an include that points to a higher floor, or a quoted include without its floor,
#   - <curses.h> and friends outside the one curses file in src/front,
#   - printing to stdout or stderr below front,
#   - file-scope variables that are not const, where a line-based look can see them.
set -eu
cd "${TANU_SRC:-$(dirname "$0")/..}/src"
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

for floor in base pack engine author check tongue view case wizard paper front app; do
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

# A definition at the left margin that ends in ; or = or { and is no function, type or const.
for hit in $(find . -name '*.c' -exec grep -nE \
    '^(static |extern )?(_Thread_local )?(unsigned |signed |struct |enum |union )?[a-z_][a-z0-9_]*[ *]+[a-z_][a-z0-9_]*(\[[^]]*\])*( =|;)' \
    /dev/null {} + | grep -vE ':[0-9]*:(typedef|return|goto|case|#)|const|:[0-9]*:(struct|enum|union) [a-z0-9_]+;' |
    cut -d: -f1,2); do
    fault "${hit#./}" "file-scope variables must be static const"
done
exit $status
