#!/bin/sh
# SPDX-License-Identifier: MIT
# Nothing of a kept case is lost: each call that changes a file fails once (a full disk, a fault of the device), is the last one before
# the process dies, or is done in half; behind each the case is whole, and either as it was or as it was going to be. What was said to be
# saved is saved. ROUNDS (default 1) does it again and again, with a case that grows.
set -eu
tanu="$TANU_BUILD/tanu"
layer="$TANU_BUILD/tests/faults/faults.so"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
HOME=$work XDG_DATA_HOME=$work/data TANU_PACK=$TANU_SRC/tests/packs/tiny
export HOME XDG_DATA_HOME TANU_PACK
folder=$XDG_DATA_HOME/tanu/cases
faults=0
fail() {
    echo "FAIL: call $at, $how, $what: $*"
    exit 1
}
state() { "$tanu" cases export case; }

# What is done under the fault: `before` and `after` are the two good states.
act() {
    case $what in
    import) "$tanu" cases import --force new.json ;;
    note) printf ':note %s\n' "$words" | "$tanu" --line --lang en --case case ;;
    rename) "$tanu" cases rename case other ;;
    esac
}

# Every fault of one act, until there is no such call any more.
each() {
    what=$1 how=$2 at=0
    while :; do
        at=$((at + 1))
        rm -rf seen "$folder"
        cp -R good "$folder"
        status=0
        (FAULT_AT=$at FAULT_HOW=$how FAULT_SEEN=$work/seen LD_PRELOAD=$layer && export FAULT_AT FAULT_HOW FAULT_SEEN LD_PRELOAD && act) \
            >said 2>err || status=$?
        test -e seen || break
        faults=$((faults + 1))
        if test $what = rename && test ! -e "$folder/case.yaml"; then
            "$tanu" cases rename other case 2>err2 || fail "both names are gone: $(ls "$folder")"
        fi
        state >now 2>err2 || fail "it cannot be read: $(cat err2)"
        cmp -s now before || cmp -s now after || fail "neither as before nor as after: $(cat now)"
        # Who was told that all is well can rely on it.
        if test $what = import && test $status -eq 0; then
            cmp -s now after || fail "said to be done, and is not"
        fi
        if test $what = note && grep -q 'Saved\.' said; then
            grep -qF "$words" "$folder/case.yaml" || fail "said to be saved, and is not"
        fi
        # Nobody is kept out afterwards.
        "$tanu" cases import --force new.json >/dev/null 2>err2 || fail "no next write: $(cat err2)"
        state | cmp -s - after || fail "the next write is not there"
    done
    test $at -gt 3 || fail "the layer is not in the way"
}

round=0
while test $round -lt "${ROUNDS:-1}"; do
    round=$((round + 1))
    words="note $round: $(printf '%0*d' $((round % 50 * 20 + 1)) 0)"
    rm -rf "$folder" good
    echo '{"id":"case","destination":"JP"}' | "$tanu" cases import --force >/dev/null
    cp -R "$folder" good
    state >before
    echo '{"id":"case","destination":"KZ","award_country":"CN"}' >new.json
    "$tanu" cases import --force new.json >/dev/null
    state >after
    for act in import note rename; do
        for how in kill half 28 5; do
            each $act $how
        done
    done
done
test $faults -gt 50 || { echo "FAIL: only $faults faults"; exit 1; }
echo "$faults faults, nothing lost"
