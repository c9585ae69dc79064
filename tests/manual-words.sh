#!/bin/sh
# SPDX-License-Identifier: MIT
# tanu(1) names every command and option of --help, every question of the pack that comes along, every member of an
# assessment and every code of an error of `tanu assess`; and it names no option that is not there.
set -eu
tanu=$TANU_BUILD/tanu
page=$TANU_SRC/doc/tanu.1
failed=0
miss() {
    echo "doc/tanu.1 lacks $1"
    failed=1
}

options_of() { # all words that begin with two dashes at the start of a line of the help
    sed -n 's/^  --\([a-z][a-z-]*\).*/\1/p'
}

commands=$("$tanu" --help | sed -n 's/^  tanu \([a-z][a-z]*\) .*/\1/p')
test -n "$commands"
all=$({ "$tanu" --help; for c in $commands; do "$tanu" "$c" --help; done; } | options_of | sort -u)
for c in $commands; do
    grep -q "^\.It Cm $c\>" "$page" || miss "the command $c"
    for o in $("$tanu" "$c" --help | options_of); do
        grep -q "^\.It Fl \\\\-$o\>" "$page" || miss "--$o of $c"
    done
done
for o in $("$tanu" --help | options_of); do
    grep -q "^\.It Fl \\\\-$o\>" "$page" || miss "--$o"
done
for o in $(grep -o 'Fl \\-[a-z-]*' "$page" | sed 's/.*\\-//' | sort -u); do
    echo "$all" | grep -qx -- "$o" || { echo "doc/tanu.1 has --$o, the program has not"; failed=1; }
done

for id in $(sed -n 's/^  - id: //p' "$TANU_SRC/questions/tokyo/questions.yaml"); do
    grep -q "^\.It Li $id\$" "$page" || miss "the question $id"
done
# Groups of choices are no answers.
for id in $(sed -n '/^    groups:/,/^    choices:/d; s/^      - id: //p' "$TANU_SRC/questions/tokyo/questions.yaml" | tr -d "\"'" | sort -u); do
    grep -q "^\.Li $id [,.]\$" "$page" || miss "the choice $id"
done
# The members of an assessment stand at the beginning of a line or behind a comma that ends a member; all names count here.
members=$(echo '{"award_country":"AU","destination":"CN","level":"master","mode":"online","purpose":"further_study"}' | "$tanu" assess |
    grep -o '"[a-z_]*":' | tr -d '":' | sort -u)
for name in $members; do
    grep -q "Li $name\>" "$page" || miss "the member $name"
done
for code in $(sed -n 's/^\/\/ The codes of errors, for the manual: \(.*\)\.$/\1/p' "$TANU_SRC/src/case/json_line.h" | tr -d ,); do
    grep -q "^\.It Li $code\$" "$page" || miss "the code $code"
done
exit $failed
