#!/bin/sh
# SPDX-License-Identifier: MIT
# What a phone reads: every QR code of the eight visits in three languages, as it stands in a file and as a terminal shows it, drawn to
# pixels and read by zbarimg.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
tanu=$TANU_BUILD/tanu
world_packages zbar-tools bsdutils jq
cd "$WORLD"

. "$TANU_SRC/tests/pixels.sh"

# read_all FILE: every part is read back whole, in its order; the words stand in FILE.words.
read_all() {
    pixels "$1"
    : >"$1.words"
    parts=$(tr -d '\r' <"$1" | grep -c '^[1-6]/[1-6]$')
    for i in $(seq "$parts"); do
        zbarimg -q --raw "$1.$i.pbm" >one 2>/dev/null || fail "$1: code $i is not read"
        head -n 1 one | grep -q "^$i/$parts ." || fail "$1: code $i says $(head -n 1 one)"
        cat one >>"$1.words"
    done
}

world_visits 'Әл-Фараби атындағы Қазақ ұлттық университеті'
n=0 calendars=0
while read -r case; do
    n=$((n + 1))
    echo "$case" >case.json
    code=$("$tanu" code case.json)
    for lang in en kk ru; do
        "$tanu" report --format qr --lang $lang case.json >"$n.$lang"
        read_all "$n.$lang"
        if grep -q 'calendar$' "$n.$lang"; then
            zbarimg -q --raw "$n.$lang.$((parts + 1)).pbm" >one 2>/dev/null && grep -q '^BEGIN:VCALENDAR' one || fail "the calendar of $n.$lang"
            calendars=$((calendars + 1))
        fi
        grep -q " $code\$" "$n.$lang.words" || fail "no code of the case in $n.$lang"
        title=$("$tanu" report --short --lang $lang case.json | head -n 1 | cut -c 1-20)
        grep -qF "$title" "$n.$lang.words" || fail "the answer is not in $n.$lang"
    done
done <visits
test $calendars -gt 0 || fail "no calendar fits into a code"

# On a terminal: black on white, and no larger than its window.
shown() { # ROWS COLUMNS LOCALE FILE
    script -qec "stty rows $1 cols $2; TERM=xterm LC_ALL=$3 '$tanu' report --format qr --lang en case.json" /dev/null </dev/null >"$4" 2>&1 || true
}
shown 24 80 C.UTF-8 terminal
grep -q "$(printf '\033')\[30;107m" terminal || fail "no colours on a terminal"
read_all terminal
longest=$(tr -d '\r' <terminal | awk '/^[1-6]\// { if (n > most) most = n; n = 0; next } { n++ } END { if (n > most) most = n; print most }')
test "$longest" -le 23 || fail "a code of $longest rows in a window of 24"
shown 44 100 POSIX cells
read_all cells
shown 24 80 POSIX none
grep -q 'too small' none || fail "a window that is too small: $(cat none)"

# In the wizard, as the record of the screen test has it (with its colours).
screen() { # FRAME FILE
    sed -n "/^== $1 /,/^-- /p" "$TANU_SRC/tests/screen/golden/tanu-take.golden" >frame
    wide=$(sed -n 's/^  b\(f*\)$/\1/p' frame | head -n 1 | tr -d '\n' | wc -c)
    test "$wide" -gt 0 || fail "no white ground in '$1'"
    sed -n 's/^ *[0-9]*|//p' frame | head -n $(((wide + 1) / 2)) |
        sed "s/\$/$(printf '%*s' "$wide" '')/; s/^\(.\{$wide\}\).*/\1/" >"$2"
    pixels "$2"
    zbarimg -q --raw "$2.1.pbm" >one 2>/dev/null && grep -q '^1/[1-6] ' one || fail "the picture '$1' is not read"
}
screen 'first picture' first
screen 'a large one' large
screen 'a picture in Kazakh' kazakh
grep -q 'Қазақстан' one || fail "the phone does not speak Kazakh: $(cat one)"
# A terminal without half blocks and colours: reversed cells, two a module.
sed -n '/^== a picture without half blocks/,/^-- /s/^  ~\(.*\)$/\1/p' "$TANU_SRC/tests/screen/golden/tanu-take.golden" |
    sed 's/B.*//; s/RR/0/g; s/\.\./1/g; s/[^01].*//' | awk '{ if (!n) n = length($0); print substr($0, 1, n) }' | head -n 33 >reversed
pixels reversed
zbarimg -q --raw reversed.1.pbm >one 2>/dev/null && grep -q '^1/[1-6] ' one || fail "the picture of reversed cells is not read"
echo "all codes are read"
