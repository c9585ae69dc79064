#!/bin/sh
# SPDX-License-Identifier: MIT
# Nothing can be taken out of the shipped pack unnoticed: without any one outcome, country file,
# treaty, source, rule, office, fact, licence or list, `tanu check` fails with the code of that loss (unresolved-reference, or gap or
# failing-case with a counter-example that shows it in `tanu assess`).
#   deletions.sh       a few of each kind (make check)
#   deletions.sh all   every single one (make check-deletions)
#   deletions.sh KIND  every single one of that kind, such as `facts`
set -eu
tanu=$TANU_BUILD/tanu
source=$TANU_SRC/questions/tokyo
which=${1-few}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0
tried=0

fail() {
    echo "deletions.sh: $*" >&2
    failed=1
}

# Every list item of rules/ and countries/ that counts: kind, id, file.
list() {
    cd "$source"
    for file in rules/*.yaml instruments/*.yaml countries/*.yaml; do
        awk -v file="$file" '
            /^[a-z_]+:/ { kind = $1; sub(":", "", kind) }
            /^  - id: / && kind ~ /^(sources|outcomes|findings|practice|convention|documents|steps|rights|notices|offices|facts|licences|lists)$/ {
                print kind, $3, file }' "$file"
    done
    for file in countries/*.yaml; do
        echo "country $(basename "$file" .yaml) $file"
    done
    for file in instruments/*.yaml; do
        echo "instrument $(basename "$file" .yaml) $file"
    done
    cd "$work"
}

# Of each kind the first, one from the middle and the last; of rows, whose loss takes a whole proof
# to see, only one.
few() {
    awk '{ n[$1]++; line[$1, n[$1]] = $0 }
        END { for (kind in n) {
            middle = int((n[kind] + 1) / 2)
            print line[kind, middle]
            if (kind == "practice" || kind == "convention") continue
            if (middle > 1) print line[kind, 1]
            if (n[kind] > middle) print line[kind, n[kind]] } }'
}

copy() {
    rm -rf pack
    mkdir pack
    # Translations do not change what is proved.
    for part in pack.yaml questions.yaml rules instruments countries cases; do
        cp -R "$source/$part" pack/
    done
    chmod -R u+w pack
}

delete() { # KIND ID FILE
    if test "$1" = country || test "$1" = instrument; then
        rm "pack/$3"
        return
    fi
    awk -v id="$2" '
        $0 == "  - id: " id { gone = 1; next }
        $1 == "-" && $2 == "id:" && $3 == id && /^  - / { gone = 1; next }
        gone && (/^    / || /^ *$/) { next }
        { gone = 0; print }' "pack/$3" >new
    cmp -s new "pack/$3" && fail "$2 was not found in $3"
    # A section without items is no section.
    awk '
        /^[a-z_]+:$/ { held = $0; next }
        held != "" && /^ +[^ #]/ { print held; held = "" }
        held != "" && /^[^ #]/ { held = "" }
        { print }' new >"pack/$3"
}

# The counter-examples that the report gives, pasted into the shell, show what it says.
reproduce() { # KIND ID
    grep -A1 "\[$code\]$" out >pairs || true
    grep '^    try: ' pairs | head -1 | sed 's/^    try: //' >try
    test -s try || { fail "$1 $2: $code without a counter-example"; return; }
    PATH=$TANU_BUILD:$PATH TANU_PACK=$work/pack sh ./try >answer ||
        { fail "$1 $2: the counter-example does not run"; return; }
    sentence=$(grep "\[$code\]$" out | head -1)
    case $sentence in
    *'comes out otherwise: the outcome is '*)
        wants=$(echo "$sentence" | sed 's/.*: the outcome is \([a-z_]*\), not .*/"outcome":"\1"/') ;;
    *'the convention position is '*)
        wants=$(echo "$sentence" | sed 's/.*the convention position is \([a-z_]*\), not .*/"convention_position":"\1"/; s/"null"/null/') ;;
    *'no row of the practice table'*) wants='"possible":\[[^]]*"individual_assessment"' ;;
    *'no row of the convention table'*) wants='"convention_position":"individual_assessment"' ;;
    *) wants='"outcome":' ;;
    esac
    grep -q "$wants" answer || fail "$1 $2: the counter-example does not show $wants"
}

try() { # KIND ID FILE
    copy
    delete "$@"
    status=0
    "$tanu" check --quiet --as-of=2026-11-01 pack >out 2>err || status=$?
    tried=$((tried + 1))
    code=
    for code in unresolved-reference unknown-choice gap failing-case none; do
        grep -q "\[$code\]$" out && break
    done
    case $status/$code in
    65/unresolved-reference) ;;
    1/gap | 1/failing-case) reproduce "$@" ;;
    *) fail "without the $1 $2 of $3: exit status $status, $(tail -3 out)" ;;
    esac
}

list >items
test "$(wc -l <items)" -gt 500 || fail "only $(wc -l <items) things were found to delete"
if test "$which" = all; then
    cp items chosen
elif test "$which" = few; then
    few <items >chosen
else
    awk -v kind="$which" '$1 == kind' items >chosen
    test -s chosen || fail "there is nothing of the kind $which"
fi
while read -r kind id file <&3; do
    try "$kind" "$id" "$file"
done 3<chosen
test "$which" = few || echo "deletions.sh: $tried deletions tried"
exit $failed
