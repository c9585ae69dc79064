# SPDX-License-Identifier: MIT
# The units, as systemd reads them: no word that it does not know, and how much a kiosk is exposed (systemd-analyze security, offline: 1.0
# at most). What 75 means to them. The rest is tried on a running systemd (systemd.sh).
set -eu
. "$TANU_SRC/tests/world/lib.sh"
world_packages systemd
cd "$WORLD"
check() { # UNIT MOST: tenths
    # What they start is not installed here.
    sed -e "s#/usr/lib/tanu/tanu-kiosk-font#/bin/true#; s#/usr/bin/tanu#/bin/true#; s#/usr/bin/cage#/bin/true#" \
        "$TANU_SRC/data/$1@.service" >"$1@tty1.service"
    systemd-analyze verify --man=no "./$1@tty1.service" >verify 2>&1 || fail "$1: $(cat verify)"
    test ! -s verify || fail "$1: $(cat verify)"
    systemd-analyze security --offline=true --threshold="$2" "./$1@tty1.service" >exposed 2>&1 ||
        { grep -v '✓' exposed; fail "$1 is exposed"; }
    tail -n 1 exposed
    # 75 asks for another start, with the font; nothing that keeps it from one names it.
    grep -q '^Restart=always$' "$1@tty1.service" || fail "$1 is not started again"
    ! grep -q '^RestartPreventExitStatus=.*75' "$1@tty1.service" || fail "$1 is not started again after 75"
    grep -q '^WatchdogSec=15$' "$1@tty1.service" || fail "$1 has no watchdog, or another than print_helper.h reckons with"
}
check tanu-kiosk 10
check tanu-kiosk-wayland 10
grep -q '^ExecStartPre=+-/usr/lib/tanu/tanu-kiosk-font set /dev/%I$' "$TANU_SRC/data/tanu-kiosk@.service" || fail "the font is not set at each start"
