#!/bin/sh
# SPDX-License-Identifier: MIT
# Sealed cases from outside: the folder tells nothing, every command works after the passphrase, what was cut off, altered, swapped or put
# back is refused with a sentence and nothing else, and a whole folder from a backup opens and says so.
set -eu
tanu="$TANU_BUILD/tanu"
work=$(mktemp -d)
visitor=
trap 'test -z "$visitor" || kill -9 $visitor 2>/dev/null || :; rm -rf "$work"' EXIT
cd "$work"
HOME=$work XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state
export HOME XDG_DATA_HOME XDG_STATE_HOME
folder=$XDG_DATA_HOME/tanu/cases
day=--as-of=2026-11-28
fail() {
    echo "FAIL: $*"
    exit 1
}
echo 'correct horse' >right
echo 'corect horse' >wrong
cases() { "$tanu" cases "$@" --passphrase-fd 3 3<right; }
visit() {
    name=$1
    shift
    printf '%s\n' "$@" | "$tanu" --line --lang en --case "$name" $day --passphrase-fd 3 3<right >said 2>err || fail "a visit to $name: $(cat err)"
}
said() { tr "\n" " " <said | grep -qF -- "$1" || fail "it was not said: $1
$(cat said)"; }
# refused STATUS WORDS COMMAND...: nothing is said but this.
refused() {
    wanted=$1 words=$2
    shift 2
    status=0
    "$@" >out 2>err </dev/null || status=$?
    test $status -eq "$wanted" && grep -qF -- "$words" err && test ! -s out || fail "$*: $status, $(cat out err)"
}
sealed() { ls "$folder"/*.sealed; }
# The file of the version that counts: the one that `export` of this name needs.
file_of() {
    for file in $(sealed); do
        mv "$file" "$file.away"
        cases export "$1" >/dev/null 2>&1 && found= || found=$file
        mv "$file.away" "$file"
        test -z "$found" || break
    done
    echo "$found"
}

# ---- one case, the whole desk ------------------------------------------------------------------

cat >in.jsonl <<'JSON'
{"id":"Aigul 7","award_country":"KZ","destination":"JP","level":"bachelor","purpose":"further_study","institution":"Nazarbayev"}
{"id":"Berik","award_country":"RU","destination":"KZ","level":"master","purpose":"employment"}
{"id":"Айша","award_country":"RU","destination":"KZ","level":"bachelor","purpose":"employment"}
JSON
"$tanu" cases import $day in.jsonl >/dev/null
"$tanu" cases export 'Aigul 7' >aigul.json
# The usual cost once; then a passphrase that is tried quickly.
status=0
cases seal 'Aigul 7' >said 2>err || status=$?
if test $status -eq 78 && grep -q 'built without' err; then
    echo "built without libsodium"
    exit 77
fi
test $status -eq 0 || fail "seal: $status, $(cat err)"
said 'Aigul 7 is sealed.'
test ! -e "$folder/Aigul 7.yaml" && test -e "$folder/Berik.yaml" || fail "one is sealed, the other is not: $(ls "$folder")"
cases export 'Aigul 7' | cmp -s - aigul.json || fail "it comes back otherwise"
refused 77 'not the passphrase' "$tanu" cases list --passphrase-fd 3 3<wrong
cases unseal >said
said 'Nothing is sealed any longer'
test "$(ls "$folder" | tr '\n' ,)" = 'Aigul 7.yaml,Berik.yaml,Айша.yaml,' || fail "left over: $(ls "$folder")"
test -z "$(ls state/tanu)" || fail "a mark is left"
"$tanu" cases export 'Aigul 7' | cmp -s - aigul.json || fail "unsealed, it comes back otherwise"

"$TANU_BUILD/tests/faults/seal-desk" "$folder" 'correct horse' || fail "seal-desk"
"$tanu" --line --lang en --case Berik $day --passphrase-fd 3 3<right >/dev/null <<'LINES'
#1
japan
LINES
test -e "$folder/Berik.journal" || fail "no journal"
cases seal >said
said 'All cases are sealed'
ls -A "$folder" | grep -vE '^[0-9a-f]{32}\.(sealed|unsaved)$|^desk\.seal(-lock)?$|^index\.seal~?$' && fail "names tell something"
grep -rlE 'Aigul|Berik|Nazarbayev|award_country|bachelor' data && fail "contents are in the clear"
test "$(stat -c %a "$(sealed | head -n 1)")" = 600 || fail "others can read it"
test "$(sealed | wc -l)" -eq 3 || fail "$(sealed)"

# ---- every command -----------------------------------------------------------------------------

test "$(cases list --format csv | cut -d, -f1 | tr '\n' ,)" = '"name","Aigul 7","Berik","Айша",' || fail "list: $(cases list)"
cases show 'Aigul 7' | grep -q Nazarbayev || fail "show"
cases export 'Aigul 7' | cmp -s - aigul.json || fail "export"
echo '{"id":"Dana","destination":"CN","level":"bachelor"}' >dana.jsonl
cases import $day dana.jsonl >/dev/null && test ! -e "$folder/Dana.yaml" || fail "a new case in a sealed desk is plain"
refused 1 'already' "$tanu" cases import dana.jsonl --passphrase-fd 3 3<right
cases import --force $day dana.jsonl >/dev/null || fail "import --force"
cases rename Dana Dina && refused 66 'no case' "$tanu" cases show Dana --passphrase-fd 3 3<right
refused 77 'already' "$tanu" cases rename Dina Berik --passphrase-fd 3 3<right
cases decide Dina CN recognised 'a letter' $day && cases show Dina | grep -q 'a letter' || fail "decide"
cases recheck $day --assume 'tokyo-2011 KZ in_force=2026-11-01' | grep -q '^Aigul 7$' || fail "recheck"
cases stats | grep -q destination && cases accuracy | grep -q 'too few' || fail "counts"
# One alone, opened and sealed again; a day that is over, also while it is open; what an interrupted write left goes with the purge.
cases unseal Dina >said && said 'Dina is no longer sealed.' && test -e "$folder/Dina.yaml" || fail "unseal of one"
cases list | grep -q '^Dina' || fail "the list lacks the one that is not sealed"
echo 'expires: 2026-12-01' >>"$folder/Dina.yaml"
cases seal Dina >/dev/null && test ! -e "$folder/Dina.yaml" || fail "seal of one"
cases list --as-of 2026-12-02 | grep '^Dina' | grep -q 'over$' || fail "the list does not say that it is over"
left=0 # of each case one, however often it was saved
for file in $(sealed); do
    cp "$file" "$folder/00112233445566778899aabbccddee0$left.sealed"
    left=$((left + 1))
done
mkfifo wait
: >open
"$tanu" --line --lang en --case Dina --as-of 2026-12-02 --passphrase-fd 3 3<right <wait >open 2>&1 &
visitor=$!
exec 4>wait
until grep -q 'was to be kept until' open; do :; done
status=0
cases purge --as-of 2026-12-02 >said 2>err || status=$?
test $status -eq 75 && grep -q 'it is open' err || fail "purged while it was open: $(cat said err)"
said "$left sealed files that no case has any longer, deleted."
exec 4>&-
wait $visitor || fail "the visit"
visitor=
cases purge --as-of 2026-12-02 >said && said 'Dina: kept until 2026-12-01, deleted.' || fail "not purged"
test "$(sealed | wc -l)" -eq 3 || fail "purged, and still there: $(sealed)"
cases import $day dana.jsonl >/dev/null && cases rename Dana Dina
cases delete Dina && refused 66 'no case' "$tanu" cases show Dina --passphrase-fd 3 3<right
refused 66 'no case' "$tanu" cases delete Dina --passphrase-fd 3 3<right
test "$(sealed | wc -l)" -eq 3 || fail "deleted, and still there: $(sealed)"

# The unsaved visit came along, and is taken up; the next one is sealed too.
visit Berik case save
said 'not saved last time are back'
cases export Berik | grep -q '"destination":"JP"' || fail "saved: $(cases export Berik)"
visit Berik '#1' china
ls "$folder" | grep -q unsaved || fail "no sealed journal"
visit Berik 'note called' case
said 'not saved last time are back'
said 'called'
cp "$folder"/*.unsaved old.unsaved
visit Berik save
test -z "$(ls "$folder" | grep unsaved)" || fail "a journal is left"

# Somebody who has it open is in nobody's way but his own.
mkfifo keys
: >first
"$tanu" --line --lang en --case Berik $day --passphrase-fd 3 3<right <keys >first 2>&1 &
visitor=$!
exec 4>keys
printf '#1\njapan\n' >&4
until grep -q Japan first; do :; done
visit Berik save
said 'Somebody has this case open'
cases export 'Aigul 7' | cmp -s - aigul.json || fail "the others are shut too"
refused 75 'it is open' "$tanu" cases delete Berik --passphrase-fd 3 3<right
kill -9 $visitor
wait $visitor 2>/dev/null || :
visitor=
exec 4>&-
visit Berik again yes
test -z "$(ls "$folder" | grep unsaved)" || visit Berik save

# ---- what is refused ---------------------------------------------------------------------------

look="$tanu cases export Berik --passphrase-fd 3"
file=$(file_of Berik)
test -n "$file" || fail "no file of Berik"
cp -R "$folder" whole
$look 3<right >whole-berik.json
back() { rm -rf "$folder" && cp -R whole "$folder"; }
refused 77 'not the passphrase' $look 3<wrong
sed 's/.$//' right >nearly
refused 77 'not the passphrase' $look 3<nearly
sed "s/\$/$(printf '\r')/" right >dos # a file of words from another system
$look 3<dos | cmp -s - whole-berik.json || fail "the end of a line of DOS is part of the passphrase"
refused 66 'no terminal' setsid "$tanu" cases list
printf '\n' >empty
refused 77 'no passphrase' $look 3<empty
refused 64 'open descriptor' "$tanu" cases list --passphrase-fd 77
refused 64 'open descriptor' "$tanu" cases list --passphrase-fd x
head -c 3000 /dev/zero | tr '\0' x >long
refused 77 'too long' $look 3<long
for size in 0 20 500 1063; do
    head -c $size "whole/${file##*/}" >"$file"
    refused 65 'cut off' $look 3<right
done
for at in 17 40 600 1100; do
    cp "whole/${file##*/}" "$file"
    printf 'not what it was' | dd of="$file" bs=1 seek=$at conv=notrunc 2>/dev/null
    refused 65 'altered' $look 3<right
done
other=$(file_of 'Aigul 7')
cp "$other" "$file"
refused 65 'another sealed file' $look 3<right
cases export 'Aigul 7' | cmp -s - aigul.json || fail "the other one is refused too"
rm "$file"
refused 65 'is missing' $look 3<right
ln -s /etc/passwd "$file"
refused 77 'is a link' $look 3<right
back
cases decide Berik KZ recognised later $day
new=$(file_of Berik)
cp "whole/${file##*/}" "$new"
refused 65 'an older version' $look 3<right
cases list | grep -q '^Berik .*unreadable' || fail "the list hides it: $(cases list)"
refused 65 'an older version' "$tanu" --line --case Berik --passphrase-fd 3 3<right
back
rm "$folder/index.seal"
refused 65 'is missing' $look 3<right
back
head -c 100 whole/index.seal >"$folder/index.seal"
refused 65 'cut off' $look 3<right
back
printf 'not what it was' | dd of="$folder/index.seal" bs=1 seek=70 conv=notrunc 2>/dev/null
refused 65 'altered' $look 3<right
back
printf 'not what it was' | dd of="$folder/desk.seal" bs=1 seek=70 conv=notrunc 2>/dev/null
refused 65 'altered' $look 3<right
rm "$folder/desk.seal"
refused 65 'is missing' "$tanu" cases list
back
# An unsaved visit that is over does not come back.
cp old.unsaved "$folder/$(cd "$folder" && "$tanu" --line --case Berik --passphrase-fd 3 3<"$work/right" <<LINES >/dev/null 2>&1; ls | grep unsaved
#1
turkey
LINES
)"
visit Berik quit
said 'cannot be taken up: an older version'

# ---- a backup ----------------------------------------------------------------------------------

back
cases decide Berik CN recognised later $day 2>err || fail "$(cat err)"
back
cases export 'Aigul 7' >out 2>err && cmp -s out aigul.json || fail "a folder from a backup does not open"
grep -q 'older than what was here on 20..-..-..: was it restored from a backup' err || fail "and says nothing: $(cat err)"
visit Berik quit
said 'is older than what was here'
cases decide Berik CN recognised later $day 2>/dev/null
cases list >out 2>err && test ! -s err || fail "it is said again after a write: $(cat err)"

# ---- another passphrase, and none --------------------------------------------------------------

printf 'correct horse\nbattery staple\n' | "$tanu" cases passphrase --passphrase-fd 0 | grep -q 'from now on' || fail "passphrase"
refused 77 'not the passphrase' $look 3<right
echo 'battery staple' >right
cases export 'Aigul 7' | cmp -s - aigul.json || fail "the new passphrase does not open it"
printf 'battery staple\nshort\n' >short
refused 64 'too short' "$tanu" cases passphrase --passphrase-fd 3 3<short
visit Fresh '#1' japan
refused 1 'sealed still' "$tanu" cases unseal --passphrase-fd 3 3<right
visit Fresh again yes
cases unseal | grep -q 'Nothing is sealed any longer' || fail "unseal"
ls -A "$folder" | grep -v '\.yaml$' && fail "left over"
"$tanu" cases export 'Aigul 7' | cmp -s - aigul.json || fail "unsealed, it comes back otherwise"
refused 66 'no case is sealed' "$tanu" cases unseal
refused 66 'no case is sealed' "$tanu" cases passphrase
