#!/bin/sh
# SPDX-License-Identifier: MIT
# Terminals of eight bits: every door speaks their charset, nothing of UTF-8 gets there (its second bytes are control characters
# for them), JSON is ASCII and stays the same JSON. In files everything is UTF-8, whatever the terminal.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
world_packages locales bsdutils jq
export HOME="$WORLD" LOCPATH="$WORLD/locales" TERM=xterm
mkdir "$LOCPATH"
for row in ru_RU:KOI8-R ru_RU:CP1251 kk_KZ:PT154 en_US:ISO-8859-1; do
    localedef -i "${row%:*}" -f "${row#*:}" "$LOCPATH/${row%:*}.${row#*:}" 2>/dev/null || test -d "$LOCPATH/${row%:*}.${row#*:}" ||
        fail "no locale $row"
done
cd "$WORLD"
echo '{"id":1,"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study","institution":"Әл-Фараби"}' >case
tanu=$TANU_BUILD/tanu

# shown LOCALE ARGUMENTS: what the terminal got, as UTF-8, in the file "shown".
shown() {
    LC_ALL=$1 script -qec "$tanu $2" /dev/null </dev/null | tr -d '\r' >raw
    iconv -f "${1#*.}" -t UTF-8 raw >shown || fail "$1: $2 is not ${1#*.}"
    if grep -q 'Ð\|Ñ\|п╟\|тАЬ' shown; then
        fail "$1: $2: bytes of UTF-8"
    fi
}
for row in 'ru_RU.KOI8-R Признание Казахстан' 'ru_RU.CP1251 Признание Казахстан' 'kk_KZ.PT154 Қазақстан Қытай' 'en_US.ISO-8859-1 recognition Kazakhstan'; do
    # shellcheck disable=SC2086
    set -- $row
    shown "$1" "report case"
    grep -qi "$2" shown || fail "$1: report: no $2"
    shown "$1" "compare --to KZ,CN case"
    grep -qi "$3" shown || fail "$1: compare: no $3"
    shown "$1" --help
    shown "$1" "--line"
    shown "$1" "report no-such-file"
    for command in "report --format json case" "assess case"; do
        shown "$1" "$command"
        LC_ALL=C grep -q '[^ -~]' raw && fail "$1: $command is not ASCII"
        # shellcheck disable=SC2086
        LC_ALL=$1 "$tanu" $command >file
        test "$(jq -S . raw)" = "$(jq -S . file)" || fail "$1: $command is another JSON in a file"
        LC_ALL=$1 "$tanu" report case >file
        iconv -f UTF-8 -t UTF-8 file >/dev/null || fail "$1: a file that is not UTF-8"
    done
    echo "$1: report, compare, line mode, JSON"
done

# The wizard: a paste in the terminal's charset finds a country; on leaving, the status is good.
(
    sleep 1
    printf '\033[200~каз\033[201~' | iconv -f UTF-8 -t KOI8-R
    sleep 1
    printf '\003y'
    sleep 1
) | LC_ALL=ru_RU.KOI8-R script -qec "$tanu" /dev/null >raw || fail "the wizard: status $?"
iconv -f KOI8-R -t UTF-8 raw | grep -q 'Казахстан' || fail 'the wizard: a paste in KOI8-R'
echo 'the wizard: a paste'
