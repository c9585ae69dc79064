# SPDX-License-Identifier: MIT
# A running systemd: a bare Debian in namespaces of its own, booted as PID 1, with the packages in it and a terminal of ours as tty1. The
# console is given to the kiosk and back, the PIN leads to a login; it is there again after kill -9, a hang and status 75, the tries of a PIN survive that, and a
# policy with faults does not start again and again. The same in a window (cage and foot, on a screen that is only memory). Limits of memory
# need controllers that such a place may not have: not tried here.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
root=$WORLD/root
world_debs "$WORLD/debs"
world_root bookworm "$root" ca-certificates,systemd,systemd-sysv,libpam-systemd,dbus,procps
cp -R "$WORLD/debs" "$root/debs"
world_in "$root" 'export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >/dev/null; apt-get install -y -q --no-install-recommends /debs/*.deb argon2 cage foot xwayland seatd fonts-dejavu-core' >"$WORLD/apt.log" 2>&1 ||
    { tail -n 30 "$WORLD/apt.log"; fail "apt install"; }

world_boot "$root"

# ---- a console is given away ------------------------------------------------------------------------------------------------------------

unit=tanu-kiosk@tty1
cat >"$root/etc/tanu/kiosk.yaml" <<END
languages:
  - en
lines: yes
counts: yes
$(world_in "$root" "printf '2468\n' | tanu-kiosk-setup --pin")
END
property() { world_inside "systemctl show -P $1 $unit"; }
is() { test "$(property "$1")" = "$2"; }
shown() { grep -aq "$1" "$WORLD/shown"; }
keys() { printf "$1" >"$WORLD/keys"; }
rests() { is ActiveState active && property StatusText | grep -q '^at rest' && shown 'Press any key to begin'; }
until_so world_inside 'systemctl is-active -q getty@tty1' || fail "there is no login on tty1 at first"
world_inside 'tanu-kiosk-setup tty1' >"$WORLD/setup" 2>&1 || { cat "$WORLD/setup"; fail "tanu-kiosk-setup"; }
until_so rests || { world_inside "systemctl status $unit; journalctl -n 30 -u $unit"; fail "no kiosk on tty1"; }
world_inside 'systemctl is-active -q getty@tty1' && fail "there is a login besides"
test "$(property NRestarts)" = 0 || fail "it did not start at once"
test "$(world_inside 'tanu-kiosk-setup --list')" = tty1 || fail "tty1 is in no list"
world_inside 'tanu kiosk-status' | grep -q '^kiosks=1 started=20' || fail "kiosk-status: $(world_inside 'tanu kiosk-status')"
world_inside "systemd-analyze security --threshold=10 $unit" >"$WORLD/exposed" || { grep -v '✓' "$WORLD/exposed"; fail "it is exposed"; }
tail -n 1 "$WORLD/exposed"
pid=$(property MainPID)
world_inside "test \$(stat -c %u /proc/$pid) -gt 60000 && grep -q '^Seccomp:.2' /proc/$pid/status && grep -q '^NoNewPrivs:.1' /proc/$pid/status" ||
    fail "it is not shut in: $(world_inside "grep -e Uid -e Sec -e NoNew /proc/$pid/status")"

# ---- it stays up ------------------------------------------------------------------------------------------------------------------------

# again WHAT SECONDS COMMAND: after the command it is there within so many seconds, as another process.
again() {
    what=$1 most=$2
    pid=$(property MainPID)
    : >"$WORLD/shown"
    begin=$(date +%s%N)
    eval "$3"
    another() { test "$(property MainPID)" -gt 0 && ! is MainPID "$pid" && rests; }
    until_so another || { world_inside "systemctl status $unit; journalctl -n 30 -u $unit"; fail "$what: it does not come back"; }
    took=$((($(date +%s%N) - begin) / 100000000))
    test $took -le $((most * 10)) || fail "$what: back after $took tenths of a second"
    echo "$what: back after $((took / 10)).$((took % 10)) s"
}
again 'kill -9' 4 'world_inside "kill -KILL $pid"'
# A hang: nothing but the watchdog (15 s) sees it.
again 'a hang' 20 'world_inside "kill -STOP $pid"; until_so is Result watchdog'
# New content: 75, and the font is asked for again.
font() { world_inside "journalctl -o cat -u $unit" | grep -c '^/dev/tty1: '; }
fonts=$(font)
visit() { # and over it is: between two visits content is looked for
    echo >>"$root/usr/share/tanu/questions/tokyo/pack.yaml"
    keys ' ' && until_so shown Help && keys '\033[19~' && until_so shown 'erase everything' && keys y
}
again 'new content' 20 visit
world_inside "journalctl -u $unit" | grep -q 'status=75' || fail "it did not end with 75"
test "$(font)" -gt "$fonts" || fail "the font is not asked for after 75"

# ---- the PIN ----------------------------------------------------------------------------------------------------------------------------

asks_pin() {
    : >"$WORLD/shown"
    keys ' ' && until_so shown Help && keys '\020' && until_so shown PIN
}
login() { world_inside 'systemctl is-active -q getty@tty1'; }
# The right one ends it, and there is a login; whoever only starts it anew sees none.
asks_pin || fail "nobody asks for the PIN"
keys '2468\r'
until_so login || fail "the PIN leads to no login"
test "$(property ActiveState)" = inactive && is Result success || fail "the PIN does not end it: $(property ActiveState)"
: >"$WORLD/shown"
world_inside "systemctl start $unit" && until_so rests || fail "it does not start again after the PIN"
login && fail "the login is still there"
: >"$WORLD/shown"
world_inside "systemctl restart $unit" && until_so rests || fail "it is not started anew"
login && fail "a restart leads to a login"
asks_pin || fail "nobody asks for the PIN again"
tries() { cat "$root/var/lib/private/tanu-kiosk/tty1/pin-tries" 2>/dev/null || echo none; }
counted() { test "$(tries)" != "$before"; }
for pin in 1111 2222 3333; do
    before=$(tries)
    keys "$pin\r"
    until_so counted || fail "$pin is not counted"
done
again 'kill -9 after three wrong PINs' 4 'world_inside "kill -KILL $pid"'
asks_pin || fail "nobody asks for the PIN after a restart"
: >"$WORLD/shown"
keys '2468\r'
until_so shown 'next try is possible' || fail "a restart forgets the wrong PINs: $(tail -c 400 "$WORLD/shown")"
test "$(find "$root/var/lib/private/tanu-kiosk/tty1" -type f | wc -l)" -eq 1 || fail "it wrote another file"

# ---- in a window ------------------------------------------------------------------------------------------------------------------------

mkdir "$root/etc/systemd/system/tanu-kiosk-wayland@.service.d"
printf '[Service]\nEnvironment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1\n' >"$root/etc/systemd/system/tanu-kiosk-wayland@.service.d/memory.conf"
world_inside 'tanu-kiosk-setup --touch tty1' >"$WORLD/setup" 2>&1 || { cat "$WORLD/setup"; world_inside 'journalctl -n 30'; fail "tanu-kiosk-setup --touch"; }
world_inside "systemctl is-active -q $unit" && fail "the console runs besides"
unit=tanu-kiosk-wayland@tty1
rests() { is ActiveState active && property StatusText | grep -q '^at rest'; }
until_so rests || { world_inside "systemctl status $unit; journalctl -n 30 -u $unit"; fail "no kiosk in a window"; }
shut() { world_inside "systemd-analyze security --threshold=10 $unit" >"$WORLD/exposed"; }
shut || { grep -v '✓' "$WORLD/exposed"; fail "the window is exposed"; }
tail -n 1 "$WORLD/exposed"
test "$(world_inside "cat '/sys/fs/cgroup$(property ControlGroup)/cgroup.procs'" | wc -l)" -eq 3 || fail "cage, foot and tanu are not all in the unit"
again 'what the window shows, killed' 5 'world_inside "pkill -KILL -x tanu"'
again 'what the window shows hangs' 25 'world_inside "pkill -STOP -x tanu"; until_so world_inside "! pgrep -r T -x tanu >/dev/null"'
world_inside "systemctl stop $unit"
echo 'idel: 5' >>"$root/etc/tanu/kiosk.yaml"
world_inside "systemctl start $unit" || :
is ActiveState inactive && is Result exec-condition || fail "a window with a policy with faults: $(property ActiveState), $(property Result)"
world_inside "journalctl -o cat -u $unit" | grep -q 'kiosk.yaml:.*idel' || fail "the journal of the window does not say what is wrong"
sed -i '/^idel/d' "$root/etc/tanu/kiosk.yaml"
world_inside 'tanu-kiosk-setup tty1' >"$WORLD/setup" 2>&1 || { cat "$WORLD/setup"; fail "back to the console"; }
unit=tanu-kiosk@tty1
until_so is ActiveState active || fail "no kiosk on the console again"

# ---- a stop, a policy with faults, and the end ------------------------------------------------------------------------------------------

world_inside "systemctl stop $unit" && is Result success || fail "SIGTERM is no clean end: $(property Result)"
echo 'idel: 5' >>"$root/etc/tanu/kiosk.yaml"
world_inside "systemctl start $unit" 2>/dev/null && fail "it starts with a policy with faults"
is ExecMainStatus 78 && is ActiveState failed || fail "a policy with faults: $(property ExecMainStatus), $(property ActiveState)"
world_inside "journalctl -o cat -u $unit" | grep -q 'kiosk.yaml:.*idel' || fail "the journal does not say what is wrong"
sed -i '/^idel/d' "$root/etc/tanu/kiosk.yaml"
: >"$WORLD/shown"
world_inside "systemctl start $unit" && until_so rests || fail "it does not start with the mended policy"
world_inside 'DEBIAN_FRONTEND=noninteractive apt-get remove -y -q tanu-kiosk' >"$WORLD/remove" 2>&1 || { cat "$WORLD/remove"; fail "apt remove"; }
until_so world_inside 'systemctl is-active -q getty@tty1' || fail "no login on tty1 after the removal"
world_inside 'pgrep -x tanu' && fail "a kiosk runs without its package"
world_inside 'ls /etc/systemd/logind.conf.d/tanu-kiosk.conf /etc/systemd/system/ctrl-alt-del.target' 2>/dev/null && fail "the machine stays shut"
until_so shown 'login: ' || fail "nobody asks for a name"
echo "systemd: all well"
