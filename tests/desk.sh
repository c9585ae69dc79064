#!/bin/sh
# SPDX-License-Identifier: MIT
# `tanu --case NAME` from outside: what is kept and when, a crash in the middle, two counsellors, a damaged file; and that without a case
# nothing is ever written.
set -eu
tanu="$TANU_BUILD/tanu"
work=$(mktemp -d)
visitor=
trap 'test -z "$visitor" || kill -9 $visitor 2>/dev/null || :; chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
HOME=$work XDG_DATA_HOME=$work/data
export HOME XDG_DATA_HOME
folder=$XDG_DATA_HOME/tanu/cases
fail() {
    echo "FAIL: $*"
    exit 1
}
# visit NAME LINES...: a visit in lines; what was said is in `said`.
visit() {
    name=$1
    shift
    printf '%s\n' "$@" | "$tanu" --line --lang en --case "$name" --as-of 2026-11-28 >said 2>err || fail "a visit to $name: $(cat err)"
}
said() { grep -qF -- "$1" said || fail "it was not said: $1
$(cat said)"; }
kept() { "$tanu" cases export "$1" | grep -qF -- "$2" || fail "$1 lacks $2: $("$tanu" cases export "$1")"; }
refused() {
    wanted=$1 words=$2
    shift 2
    status=0
    "$@" >out 2>err </dev/null || status=$?
    test $status -eq "$wanted" && grep -qF -- "$words" err || fail "$*: $status, $(cat err)"
}

# Without a case nothing is written, and there is nothing to save.
printf '%s\n' '' kazakhstan save case quit | "$tanu" --line --lang en >said || fail "a visit"
grep -q 'Saved' said && fail "saved without a case"
test "$(ls)" = said || fail "something was written: $(ls)"

# A case is kept when it is saved, not before.
visit 'Aigul 7' kazakhstan
test ! -e "$folder/Aigul 7.yaml" && test -e "$folder/Aigul 7.journal" || fail "before it was saved: $(ls "$folder")"
visit 'Aigul 7' 2 save
said 'not saved last time are back'
said 'Saved.'
kept 'Aigul 7' '"destination":"KZ","purpose":"employment"'
test "$(ls "$folder")" = 'Aigul 7.yaml' || fail "left over: $(ls "$folder")"
test "$(stat -c %a "$folder")$(stat -c %a "$folder/Aigul 7.yaml")" = 700600 || fail "others can read it"

# Answers tried out stand beside the case until they are saved or thrown away.
visit 'Aigul 7' '#1' japan case quit
said 'Kazakhstan → Japan'
kept 'Aigul 7' '"destination":"KZ"'
visit 'Aigul 7' case again yes case
said 'Kazakhstan → Japan'
said 'These are the answers that are kept.'
test ! -e "$folder/Aigul 7.journal" || fail "thrown away, and still there"
visit Never kazakhstan
test -e "$folder/Never.journal" || fail "no journal of a case that was never saved"
visit Never again yes
test ! -e "$folder/Never.journal" || fail "a case that was never saved, thrown away, is still there"
visit 'Aigul 7' 'note Has: the "apostille"' 'note' case 'save Second' '#1' japan save
said '2026-11-28  Has: the "apostille"'
said 'Please type a few words'
kept Second '"destination":"JP"'
kept 'Aigul 7' '"destination":"KZ"'
visit Second 'save Aigul 7' 'save a/b' 'save .x'
said 'there is a case of that name already'
said 'this cannot be the name'

# Killed in the middle: the answers are there, the lock goes with the dead.
mkfifo keys
"$tanu" --line --lang en --case Second --as-of 2026-11-28 <keys >first 2>&1 &
visitor=$!
exec 3>keys
printf '#1\nchina\n' >&3
until grep -q 'China' first; do :; done
visit Second save 'note no' 'save Third'
said 'Somebody has this case open'
said "process $visitor"
grep -q '^Saved: 2\|note no' said && fail "a reader wrote"
kept Third '"destination":"JP"'
kept Second '"destination":"JP"'
refused 75 'it is open' "$tanu" cases delete Second
echo '{"id":"Second","destination":"KZ"}' >over.json
refused 1 'it is open' "$tanu" cases import --force over.json
refused 75 'it is open' "$tanu" cases rename Second Fifth
refused 75 'it is open' "$tanu" cases decide Second JP recognised
cp "$folder/Second.yaml" untouched
echo 'expires: 2026-01-01' >>"$folder/Second.yaml"
refused 75 'it is open' "$tanu" cases purge --as-of 2026-11-28
cat untouched >"$folder/Second.yaml"
test ! -e "$folder/Fifth.yaml" || fail "renamed while it was open"
kill -9 $visitor
wait $visitor 2>/dev/null || :
visitor=
exec 3>&-
visit Second save
said 'not saved last time are back'
kept Second '"destination":"CN"'

# A damaged file is not touched; the version before is shown, and can be kept under another name.
printf 'format: 1\nname: "Sec\nanswers: [\n' >"$folder/Second.yaml"
cp "$folder/Second.yaml" damaged
visit Second save 'note x' '#1' japan case 'save Rescued'
said 'is damaged and is left as it is'
cmp -s damaged "$folder/Second.yaml" || fail "a damaged file was overwritten"
kept Rescued '"destination":"JP"'
rm "$folder/Second.yaml~"
refused 65 'damaged' "$tanu" --line --case Second
rm "$folder/Second.yaml"

# What the content no longer has, and what a later version wrote, stays.
sed -i 's/^  purpose: employment/  purpose: to fly\n  older_question: "a: b"/' "$folder/Aigul 7.yaml"
printf 'ticks:\n  - old-paper\nlater: kept\n' >>"$folder/Aigul 7.yaml"
visit 'Aigul 7' '#1' japan save
said 'no longer fit'
for line in '  purpose: "to fly"' '  older_question: "a: b"' '  - old-paper' 'later: kept'; do
    grep -qxF -- "$line" "$folder/Aigul 7.yaml" || fail "lost: $line: $(cat "$folder/Aigul 7.yaml")"
done
sed -i 's/^format: 1/format: 2/' "$folder/Third.yaml"
cp "$folder/Third.yaml" newer
visit Third save 'note x'
said 'newer version'
cmp -s newer "$folder/Third.yaml" || fail "a newer file was written"

# Answers that are kept and not asked on the way stay.
echo '{"id":"beside","award_country":"KZ","destination":"JP","level":"bachelor","purpose":"further_study","displaced":"no","remote_from":"2020-03"}' | "$tanu" cases import >/dev/null
visit beside '#  1' china save
kept beside '"destination":"CN"'
kept beside '"remote_from":"2020-03"'

# The law moved: it is said first.
sed -i 's/^  outcome: .*/  outcome: not_recognisable/' "$folder/beside.yaml"
visit beside quit
said 'Outcome: before: Recognition as a degree is not likely; now: '
said 'What do you want to study next?' # and the questions go on

# The last day comes near, and passes.
echo 'expires: 2026-12-20' >>"$folder/beside.yaml"
visit beside quit
said 'This case is kept until 2026-12-20.'
sed -i 's/^expires: .*/expires: 2026-11-27/' "$folder/beside.yaml"
visit beside quit
said 'was to be kept until 2026-11-27'
sed -i 's/^expires: .*/expires: 2027-11-27/' "$folder/beside.yaml"
visit beside quit
grep -q 'kept until' said && fail "said a year before"

# In lines the name is said; what it begins with is no name of another case.
refused 64 'say which case' "$tanu" --line --case
visit Aigu kazakhstan save
kept Aigu '"destination":"KZ"'
"$tanu" cases delete Aigu

refused 64 'cannot be the name' "$tanu" --line --case ../x
refused 64 'keeps no cases' "$tanu" --kiosk --case x
refused 64 'leave --answers out' "$tanu" --kiosk --answers over.json
chmod 555 "$folder"
"$tanu" cases import over.json >/dev/null 2>&1 || : # root can write here all the same
test "$(stat -c %a "$folder")" = 500 || fail "a folder that may only be read was opened for writing: $(stat -c %a "$folder")"
chmod 700 "$folder"
ln -s /etc/passwd "$folder/link.yaml"
refused 77 'is a link' "$tanu" --line --case link
rm "$folder/link.yaml"
chmod 777 "$folder"
refused 77 'others can write' "$tanu" --line --case x
