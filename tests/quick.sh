#!/bin/sh
# SPDX-License-Identifier: MIT
# quick.sh TEST...   of these tests, those that a change needs while one works on it; prints their names. For `make quick`.
# The change is what differs from the branch main, committed or not; on main itself, from the last commit but one. What a change needs:
#   src/FLOOR/FILE.c   every unit test, and the tests whose names speak about that file or its floor (tests/floor-words.sh)
#   questions/, locale/ the proof of the shipped pack, the catalogues and one whole visit
#   tests/…            that test itself
# A change of the build, or one that git cannot tell, needs all of them. SLOW names tests (between blanks) that only a word which is their
# whole name brings in.
set -eu
src=${TANU_SRC:-$(cd "$(dirname "$0")/.." && pwd)}
. "$src/tests/floor-words.sh"
cd "$src"

# changed: one path a line; fails where there is no history (a tarball).
changed() {
    base=$(git merge-base HEAD main 2>/dev/null) || return 1
    test "$base" != "$(git rev-parse HEAD)" || base=$(git rev-parse HEAD~1 2>/dev/null) || return 1
    git diff --name-only "$base" && git ls-files --others --exclude-standard
}

# wanted PATH: words, one of which the name of a needed test holds; `.` for all.
wanted() {
    case $1 in
    src/*/*.[ch]) floor=${1#src/} && echo tests/unit/ && words_of "${floor%%/*}" "${1%.?}" | tr ' ' '\n' ;;
    questions/* | locale/*.po) printf '%s\n' tests/check/shipped.sh tests/check/rests tests/catalogues tests/visit.sh ;;
    tests/screen/*.golden) echo "${1%.golden}.script" ;;
    tests/*.sh | tests/*.script) echo "$1" ;;
    tests/*.c) echo "${1%.c}" ;;
    *.md | NEWS | AUTHORS | doc/pictures/*) ;;
    doc/*) echo tests/manual ;;
    *) echo . ;;
    esac
}

paths=$(changed) || paths=configure.ac
words=$(for path in $paths; do wanted "$path"; done | sort -u)
for test in "$@"; do
    for word in $words; do
        case $test in
        "$word") ;;
        *"$word"*) case " ${SLOW-} " in *" $test "*) continue ;; esac ;;
        *) test "$word" = . || continue ;;
        esac
        echo "$test"
        break
    done
done
