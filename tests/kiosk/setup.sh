#!/bin/sh
# SPDX-License-Identifier: MIT
# A console is given to the kiosk and given back, in a folder that stands for an installation: links, logins, the keys that speak to the
# kernel; never two kiosks on one console; a policy with faults, a console that is none.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ROOT="$work/root"
mkdir -p "$ROOT/usr/bin" "$ROOT/usr/lib/systemd/system" "$ROOT/etc/tanu"
cp "$TANU_SRC"/data/*.service "$ROOT/usr/lib/systemd/system/"
ln -s "$TANU_BUILD/tanu" "$ROOT/usr/bin/tanu"
wants=$ROOT/etc/systemd/system/multi-user.target.wants
fail() {
    echo "FAIL: $*"
    find "$ROOT/etc"
    exit 1
}
setup() {
    sh "$TANU_SRC/data/tanu-kiosk-setup" "$@" 2>"$work/said"
}
refuses() { # WORDS ARGUMENT...
    words=$1
    shift
    if setup "$@"; then fail "$* is taken"; fi
    grep -q -e "$words" "$work/said" || fail "$*: $(cat "$work/said")"
}
setup tty1 || fail "tty1"
test "$(setup --list)" = tty1 || fail "the list"
test "$(readlink "$wants/tanu-kiosk@tty1.service")" = /usr/lib/systemd/system/tanu-kiosk@.service || fail "no link to the unit"
test -e "$ROOT/etc/sysctl.d/60-tanu-kiosk.conf" && test -L "$ROOT/etc/systemd/system/ctrl-alt-del.target" || fail "the machine is not shut"
refuses 'cage is missing' --touch tty1
mkdir -p "$ROOT/usr/sbin"
touch "$ROOT/usr/bin/cage" "$ROOT/usr/bin/foot" "$ROOT/usr/sbin/seatd"
chmod +x "$ROOT/usr/bin/cage" "$ROOT/usr/bin/foot"
refuses 'seatd is missing' --touch tty1
chmod +x "$ROOT/usr/sbin/seatd"
setup --touch tty1 || fail "--touch"
test "$(setup --list)" = tty1 || fail "two kiosks on one console: $(setup --list)"
test -L "$wants/tanu-kiosk-wayland@tty1.service" && test ! -L "$wants/tanu-kiosk@tty1.service" || fail "the wrong unit"
setup tty2 || fail "tty2"
setup --remove tty1 || fail "--remove tty1"
test "$(setup --list)" = tty2 && test -e "$ROOT/etc/sysctl.d/60-tanu-kiosk.conf" || fail "one is left"
setup --remove tty2 || fail "--remove tty2"
test -z "$(find "$ROOT/etc" ! -type d)" || fail "something stays"
refuses 'is no kiosk' --remove tty2
refuses 'is no console' ../tty1
refuses 'is no console' tty64
refuses 'tanu-kiosk-setup --touch TTY' --fingers
printf 'idle: 3\n' >"$ROOT/etc/tanu/kiosk.yaml"
chmod 644 "$ROOT/etc/tanu/kiosk.yaml"
refuses 'mend this first' tty1
test ! -e "$wants/tanu-kiosk@tty1.service" || fail "a kiosk with such a policy"
