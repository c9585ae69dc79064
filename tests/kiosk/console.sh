#!/bin/sh
# SPDX-License-Identifier: MIT
# A kiosk on a real Linux console, by hand or in a virtual machine: sh tests/kiosk/console.sh [CONSOLE]   (default /dev/tty62, not in use)
#
# Needs root, a kernel with consoles (/dev/ttyN, /dev/vcsuN) and python3; for the font kbd and console-setup-linux, and a console that takes
# fonts. What it lacks it says, and ends with 77. It looks at what the console shows, presses keys there, and sets the font of the kiosk.
#
# What a person has to look at on the screen itself: that nothing of another console comes up with Ctrl-Alt-F2, Alt-Right, SysRq or
# Ctrl-Alt-Del once tanu-kiosk-setup has given tty1 away; that letters are letters and no squares after three starts of the machine; that
# the kiosk is back within a second after `kill -9`; with --touch, that a finger on any row, its second one too, takes it.
set -eu
TANU_SRC=${TANU_SRC:-$(cd "$(dirname "$0")/../.." && pwd)}
TANU_BUILD=${TANU_BUILD:-$TANU_SRC/build}
console=${1:-/dev/tty62}
shown=/dev/vcsu${console#/dev/tty}
skip() {
    echo "SKIPPED: $*"
    exit 77
}
test "$(id -u)" -eq 0 || skip "needs root, for a console"
command -v python3 >/dev/null || skip "needs python3"
test -c "$console" || skip "$console: there is no such console"
work=$(mktemp -d)
kiosk=
trap 'test -z "$kiosk" || kill "$kiosk" 2>/dev/null || :; rm -rf "$work"' EXIT
fail() {
    echo "FAIL: $*"
    look
    exit 1
}
console() { # has LETTERS | show | press BYTES
    python3 - "$console" "$shown" "$@" <<'END'
import array, fcntl, os, struct, sys
console, shown, what, *words = sys.argv[1:]
KDGKBTYPE, GIO_UNIMAP, TIOCSTI = 0x4B33, 0x4B66, 0x5412
fd = os.open(console, os.O_RDWR | os.O_NOCTTY)
if what == "is":
    fcntl.ioctl(fd, KDGKBTYPE, bytearray(1))
elif what == "has":
    pairs = array.array("H", [0] * 2 * 65535)
    told = fcntl.ioctl(fd, GIO_UNIMAP, struct.pack("HxxxxxxP", 65535, pairs.buffer_info()[0]))
    have = {pairs[2 * i] for i in range(struct.unpack("HxxxxxxP", told)[0])}
    sys.exit(not all(ord(c) in have for c in words[0]))
elif what == "show":
    rows, columns = struct.unpack("HHHH", fcntl.ioctl(fd, 0x5413, bytes(8)))[:2]
    text = open(shown, "rb").read().decode("utf-32-le", "replace")
    print("\n".join(text[i:i + columns].rstrip() for i in range(0, len(text), columns)))
else:
    for byte in words[0].encode().decode("unicode_escape").encode("latin-1"):
        fcntl.ioctl(fd, TIOCSTI, bytes([byte]))
END
}
look() { console show; }
console is 2>/dev/null || skip "$console is no console of the kernel"
test -r "$shown" || look >/dev/null 2>&1 || skip "$shown: this kernel does not tell what a console shows"
# shows WORDS: within ten seconds
shows() {
    i=0
    until look 2>/dev/null | grep -qF -- "$1"; do
        i=$((i + 1))
        test $i -lt 100 || fail "not shown: $1"
        kill -0 "$kiosk" 2>/dev/null || fail "it ended"
        sleep 0.1
    done
}
press() { console press "$1" || skip "no key can be pressed here (TIOCSTI)"; }
start() {
    printf 'languages:\n  - kk\n  - ru\n  - en\nstill: yes\n' >"$work/kiosk.yaml"
    chmod 644 "$work/kiosk.yaml"
    env -i TERM=linux LANG=C.UTF-8 NOTIFY_SOCKET="$work/nobody" setsid "$TANU_BUILD/tanu" --kiosk "$work/kiosk.yaml" --as-of 2026-11-01 \
        <"$console" >"$console" 2>"$work/err" &
    kiosk=$!
}
ended() { # STATUS
    status=0
    wait "$kiosk" || status=$?
    kiosk=
    test "$status" = "$1" || fail "it ended with $status, not $1: $(cat "$work/err")"
}

# The first page, with the languages that the font can draw and no other.
visit() {
    start
    if console has 'ӘҒҚҢӨҰҮҺІ'; then
        shows 'Бастау үшін'
    elif console has 'ЁёЯяЩщЪъ'; then
        shows 'Нажмите любую'
    else
        shows 'Press any key'
    fi
    press '\r'
    shows 'F8'
    ! console has 'ӘҒҚҢӨҰҮҺІ' || look 2>/dev/null | grep -qF 'Қазақ тілі' || fail "Kazakh is not offered"
    console has 'ӘҒҚҢӨҰҮҺІ' || ! look 2>/dev/null | grep -qF 'Қазақ' || fail "Kazakh is offered, and cannot be drawn"
    # What ends a program elsewhere: the same process is there afterwards.
    press '\x03\x1a\x1c\x11\x13\x04'
    press '\x1b[A'
    shows 'F8'
    kill -TERM "$kiosk"
    ended 0
}
visit
echo "shown on $console, with the font that it has"

if ! command -v setfont >/dev/null || ! python3 "$TANU_SRC/data/tanu-kiosk-font" build "$work/font.psf" 2>"$work/err"; then
    echo "NOT TRIED: the font; install kbd and console-setup-linux"
elif ! setfont -C "$console" "$work/font.psf" 2>"$work/err"; then
    echo "NOT TRIED: the font; $console takes none: $(cat "$work/err")"
else
    console has 'ӘҒҚҢӨҰҮҺІ' || fail "the font of the kiosk lacks letters"
    visit
    echo "shown with the font of the kiosk"
    # Another driver takes the console over, and brings its own font: at the end of the visit somebody is asked to set it again.
    start
    shows 'Бастау үшін'
    press '\r'
    shows 'F8'
    setfont -C "$console" Lat15-Fixed16
    press '\x1b[19~'
    press 'y'
    ended 75
    echo "75 where the font was lost"
fi
