#!/bin/sh
# SPDX-License-Identifier: MIT
# Nothing of a kept case is lost: each call that changes a file fails once (a full disk, a fault of the device), is the last one before
# the process dies, or is done in half; behind each the case is whole, and either as it was or as it was going to be. What was said to be
# saved is saved. The same of a sealed desk, of sealing and unsealing. ROUNDS (default 1) does it again and again, with a case that grows.
set -eu
tanu="$TANU_BUILD/tanu"
layer="$TANU_BUILD/tests/faults/faults.so"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
HOME=$work XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state TANU_PACK=$TANU_SRC/tests/packs/tiny
export HOME XDG_DATA_HOME XDG_STATE_HOME TANU_PACK
folder=$XDG_DATA_HOME/tanu/cases
faults=0
fail() {
    echo "FAIL: call $at, $how, $what: $*"
    exit 1
}
echo 'correct horse' >passphrase
# On a plain desk nobody asks for it.
tanu() { "$tanu" "$@" --passphrase-fd 3 3<passphrase; }
state() { tanu cases export case; }

# What is done under the fault: `before` and `after` are the two good states.
act() {
    case $what in
    import) tanu cases import --force new.json ;;
    note) printf ':note %s\n' "$words" | tanu --line --lang en --case case ;;
    rename) tanu cases rename case other ;;
    seal) tanu cases seal case ;;
    unseal) tanu cases unseal case ;;
    delete) tanu cases delete case ;;
    esac
}

# Every fault of one act, until there is no such call any more.
each() {
    what=$1 how=$2 at=0
    while :; do
        at=$((at + 1))
        rm -rf seen data state
        cp -R good data
        test ! -e good-state || cp -R good-state state
        status=0
        (FAULT_AT=$at FAULT_HOW=$how FAULT_SEEN=$work/seen LD_PRELOAD=$layer && export FAULT_AT FAULT_HOW FAULT_SEEN LD_PRELOAD && act) \
            >said 2>err || status=$?
        test -e seen || break
        faults=$((faults + 1))
        if test $what = rename && ! state >/dev/null 2>&1; then
            tanu cases rename other case 2>err2 || fail "both names are gone: $(ls "$folder")"
        fi
        if test $what = delete; then
            state 2>err2 | cmp -s - before && continue
            tanu cases delete case >/dev/null 2>&1 || : # the name was left
            test -z "$(tanu cases list)" || fail "it cannot be deleted again: $(tanu cases list)"
            ls "$folder" | grep -E '^case\.[yj]|sealed$' && fail "something of it is left"
            continue
        fi
        state >now 2>err2 || fail "it cannot be read: $(cat err2)"
        cmp -s now before || cmp -s now after || fail "neither as before nor as after: $(cat now)"
        # Who was told that all is well can rely on it.
        if test $what = import && test $status -eq 0; then
            cmp -s now after || fail "said to be done, and is not"
        fi
        if test $what = note && grep -q 'Saved\.' said; then
            tanu cases show case | grep -qF "$words" || fail "said to be saved, and is not"
        fi
        # Nobody is kept out afterwards.
        case $what in *seal) tanu cases $what case >/dev/null 2>err2 || fail "it cannot be done again: $(cat err2)" ;; esac
        tanu cases import --force new.json >/dev/null 2>err2 || fail "no next write: $(cat err2)"
        state | cmp -s - after || fail "the next write is not there"
    done
    test $at -gt 3 || fail "the layer is not in the way"
}

# A desk with one case; `before` is its state, `after` that after the import.
begin() {
    words="note $round: $(printf '%0*d' $((round % 50 * 20 + 1)) 0)"
    rm -rf data state good good-state
    echo '{"id":"case","destination":"JP"}' | tanu cases import >/dev/null
    case $1 in
    sealed | half-sealed) "$TANU_BUILD/tests/faults/seal-desk" "$folder" 'correct horse' || return 1 ;;
    esac
    test $1 != sealed || tanu cases seal case >/dev/null
    cp -R data good
    test ! -e state || cp -R state good-state
    state >before
    echo '{"id":"case","destination":"KZ","award_country":"CN"}' >new.json
    tanu cases import --force new.json >/dev/null
    state >after
}

# all ACTS: every fault of each of them.
all() {
    for act; do
        for how in $hows; do
            each $act $how
        done
    done
}

round=0
while test $round -lt "${ROUNDS:-1}"; do
    round=$((round + 1))
    hows='kill half 28 5'
    begin plain
    all import note rename delete
    test "${ROUNDS:-1}" -gt 1 || hows='kill 5' # what else can come takes the same way
    begin half-sealed || continue # a build without libsodium
    all seal
    begin sealed
    all import note rename unseal delete
done
test $faults -gt 50 || { echo "FAIL: only $faults faults"; exit 1; }
echo "$faults faults, nothing lost"
