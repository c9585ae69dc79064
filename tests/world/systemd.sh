# SPDX-License-Identifier: MIT
# A running systemd: a bare Debian in namespaces of its own, booted as PID 1, with the packages in it and a terminal of ours as tty1. The
# console is given to the kiosk and back; it is there again after kill -9, a hang and status 75, the tries of a PIN survive that, and a
# policy with faults does not start again and again. The same in a window (cage and foot, on a screen that is only memory). Limits of memory
# need controllers that such a place may not have: not tried here.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
test "$(id -u)" -eq 0 || fail "needs root: namespaces and a root"
world_packages debhelper autopoint gettext iso-codes libncurses-dev libpango1.0-dev libqrencode-dev libsodium-dev libunistring-dev libyaml-dev \
    pkg-config python3
groups=$(findmnt -n -t cgroup2 -o TARGET | head -n 1)
test -n "$groups" || fail "needs a cgroup2 file system"
root=$WORLD/root
git clone -q "$TANU_SRC" "$WORLD/src"
TMPDIR=$WORLD sh "$WORLD/src/scripts/make-debs.sh" "$WORLD/debs" >/dev/null || fail "the packages cannot be built"
world_root bookworm "$root" ca-certificates,systemd,systemd-sysv,libpam-systemd,dbus,procps
mkdir "$root/debs"
cp "$WORLD"/debs/tanu_*.deb "$WORLD"/debs/tanu-pack*.deb "$WORLD"/debs/tanu-kiosk*.deb "$root/debs"
world_in "$root" 'export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >/dev/null; apt-get install -y -q --no-install-recommends /debs/*.deb argon2 cage foot xwayland seatd fonts-dejavu-core' >"$WORLD/apt.log" 2>&1 ||
    { tail -n 30 "$WORLD/apt.log"; fail "apt install"; }

# ---- boot ----------------------------------------------------------------------------------------------------------------------------

group=$groups/tanu-world.$$
started= holder=
ends() {
    for pid in $started $holder; do
        for below in $(cat "/proc/$pid/task/$pid/children" 2>/dev/null); do kill -KILL "$below"; done
        kill -KILL "$pid" 2>/dev/null || true
    done
    wait
    find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || true
}
trap ends EXIT
mkfifo "$WORLD/keys"
python3 "$TANU_SRC/tests/world/hold.py" "$WORLD/name" "$WORLD/keys" "$WORLD/shown" &
holder=$!
until_so test -s "$WORLD/name" || fail "no terminal"
# The namespaces of users in the units are only allowed where the root is one, and not a chroot.
cat >"$WORLD/boot" <<END
set -e
mount --make-rprivate /
mount --bind "$root" "$root"
cd "$root"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=755 tmpfs dev
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
for device in 'null c 1 3' 'zero c 1 5' 'full c 1 7' 'random c 1 8' 'urandom c 1 9' 'tty c 5 0'; do mknod -m 666 dev/\$device; done
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
: >dev/tty0
: >dev/tty1
mount --bind "$(cat "$WORLD/name")" dev/tty1
pivot_root . mnt
umount -l /mnt
exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --log-target=journal
END
mkdir "$group" || fail "no cgroup can be made in $groups"
sh -c 'echo $$ >"$1/cgroup.procs" && exec setsid unshare --mount --pid --fork --cgroup --uts --ipc --net sh "$2"' sh "$group" "$WORLD/boot" \
    >"$WORLD/boot.log" 2>&1 </dev/null &
started=$!
inside() { # COMMAND
    first=$(cat "/proc/$started/task/$started/children")
    nsenter -t "${first% }" -m -p -u -i -C -n -r -w env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 sh -c "$1"
}
is_up() { inside 'test -S /run/systemd/private && systemctl is-system-running --wait' >"$WORLD/up" 2>&1; }
until_so is_up || { cat "$WORLD/boot.log" "$WORLD/up"; inside 'systemctl --failed; journalctl -n 30' || true; fail "it does not boot"; }
echo "up: systemd $(inside 'systemctl --version' | sed -n '1s/^systemd \([0-9]*\).*/\1/p')"

# ---- a console is given away ------------------------------------------------------------------------------------------------------------

unit=tanu-kiosk@tty1
cat >"$root/etc/tanu/kiosk.yaml" <<END
languages:
  - en
lines: yes
counts: yes
$(world_in "$root" "printf '2468\n' | tanu-kiosk-setup --pin")
END
property() { inside "systemctl show -P $1 $unit"; }
is() { test "$(property "$1")" = "$2"; }
shown() { grep -aq "$1" "$WORLD/shown"; }
keys() { printf "$1" >"$WORLD/keys"; }
rests() { is ActiveState active && property StatusText | grep -q '^at rest' && shown 'Press any key to begin'; }
until_so inside 'systemctl is-active -q getty@tty1' || fail "there is no login on tty1 at first"
inside 'tanu-kiosk-setup tty1' >"$WORLD/setup" 2>&1 || { cat "$WORLD/setup"; fail "tanu-kiosk-setup"; }
until_so rests || { inside "systemctl status $unit; journalctl -n 30 -u $unit"; fail "no kiosk on tty1"; }
inside 'systemctl is-active -q getty@tty1' && fail "there is a login besides"
test "$(property NRestarts)" = 0 || fail "it did not start at once"
test "$(inside 'tanu-kiosk-setup --list')" = tty1 || fail "tty1 is in no list"
inside 'tanu kiosk-status' | grep -q '^kiosks=1 started=20' || fail "kiosk-status: $(inside 'tanu kiosk-status')"
inside "systemd-analyze security --threshold=10 $unit" >"$WORLD/exposed" || { grep -v '✓' "$WORLD/exposed"; fail "it is exposed"; }
tail -n 1 "$WORLD/exposed"
pid=$(property MainPID)
inside "test \$(stat -c %u /proc/$pid) -gt 60000 && grep -q '^Seccomp:.2' /proc/$pid/status && grep -q '^NoNewPrivs:.1' /proc/$pid/status" ||
    fail "it is not shut in: $(inside "grep -e Uid -e Sec -e NoNew /proc/$pid/status")"

# ---- it stays up ------------------------------------------------------------------------------------------------------------------------

# again WHAT SECONDS COMMAND: after the command it is there within so many seconds, as another process.
again() {
    what=$1 most=$2
    pid=$(property MainPID)
    : >"$WORLD/shown"
    begin=$(date +%s%N)
    eval "$3"
    another() { test "$(property MainPID)" -gt 0 && ! is MainPID "$pid" && rests; }
    until_so another || { inside "systemctl status $unit; journalctl -n 30 -u $unit"; fail "$what: it does not come back"; }
    took=$((($(date +%s%N) - begin) / 100000000))
    test $took -le $((most * 10)) || fail "$what: back after $took tenths of a second"
    echo "$what: back after $((took / 10)).$((took % 10)) s"
}
again 'kill -9' 3 'inside "kill -KILL $pid"'
# A hang: nothing but the watchdog (15 s) sees it.
again 'a hang' 20 'inside "kill -STOP $pid"; until_so is Result watchdog'
# New content: 75, and the font is asked for again.
font() { inside "journalctl -o cat -u $unit" | grep -c '^/dev/tty1: '; }
fonts=$(font)
visit() { # and over it is: between two visits content is looked for
    echo >>"$root/usr/share/tanu/questions/tokyo/pack.yaml"
    keys ' ' && until_so shown Help && keys '\033[19~' && until_so shown 'erase everything' && keys y
}
again 'new content' 20 visit
inside "journalctl -u $unit" | grep -q 'status=75' || fail "it did not end with 75"
test "$(font)" -gt "$fonts" || fail "the font is not asked for after 75"

# ---- the PIN ----------------------------------------------------------------------------------------------------------------------------

keys ' '
until_so shown 'Help' || fail "it does not wake"
keys '\020'
until_so shown 'PIN' || fail "nobody asks for the PIN"
tries() { cat "$root/var/lib/private/tanu-kiosk/tty1/pin-tries" 2>/dev/null || echo none; }
counted() { test "$(tries)" != "$before"; }
for pin in 1111 2222 3333; do
    before=$(tries)
    keys "$pin\r"
    until_so counted || fail "$pin is not counted"
done
again 'kill -9 after three wrong PINs' 3 'inside "kill -KILL $pid"'
keys ' '
until_so shown 'Help' || fail "it does not wake again"
keys '\020'
until_so shown 'PIN' || fail "nobody asks for the PIN again"
: >"$WORLD/shown"
keys '2468\r'
until_so shown 'next try is possible' || fail "a restart forgets the wrong PINs: $(tail -c 400 "$WORLD/shown")"
test "$(find "$root/var/lib/private/tanu-kiosk/tty1" -type f | wc -l)" -eq 1 || fail "it wrote another file"

# ---- in a window ------------------------------------------------------------------------------------------------------------------------

mkdir "$root/etc/systemd/system/tanu-kiosk-wayland@.service.d"
printf '[Service]\nEnvironment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1\n' >"$root/etc/systemd/system/tanu-kiosk-wayland@.service.d/memory.conf"
inside 'tanu-kiosk-setup --touch tty1' >"$WORLD/setup" 2>&1 || { cat "$WORLD/setup"; inside 'journalctl -n 30'; fail "tanu-kiosk-setup --touch"; }
inside "systemctl is-active -q $unit" && fail "the console runs besides"
unit=tanu-kiosk-wayland@tty1
rests() { is ActiveState active && property StatusText | grep -q '^at rest'; }
until_so rests || { inside "systemctl status $unit; journalctl -n 30 -u $unit"; fail "no kiosk in a window"; }
shut() { inside "systemd-analyze security --threshold=10 $unit" >"$WORLD/exposed"; }
shut || { grep -v '✓' "$WORLD/exposed"; fail "the window is exposed"; }
tail -n 1 "$WORLD/exposed"
test "$(inside "cat /sys/fs/cgroup$(property ControlGroup)/cgroup.procs" | wc -l)" -eq 3 || fail "cage, foot and tanu are not all in the unit"
again 'what the window shows, killed' 5 'inside "pkill -KILL -x tanu"'
again 'what the window shows hangs' 25 'inside "pkill -STOP -x tanu"; until_so inside "! pgrep -r T -x tanu"'
inside 'tanu-kiosk-setup tty1' >"$WORLD/setup" 2>&1 || { cat "$WORLD/setup"; fail "back to the console"; }
unit=tanu-kiosk@tty1
until_so is ActiveState active || fail "no kiosk on the console again"

# ---- a stop, a policy with faults, and the end ------------------------------------------------------------------------------------------

inside "systemctl stop $unit" && is Result success || fail "SIGTERM is no clean end: $(property Result)"
echo 'idel: 5' >>"$root/etc/tanu/kiosk.yaml"
inside "systemctl start $unit" 2>/dev/null && fail "it starts with a policy with faults"
is ExecMainStatus 78 && is ActiveState failed || fail "a policy with faults: $(property ExecMainStatus), $(property ActiveState)"
inside "journalctl -o cat -u $unit" | grep -q 'kiosk.yaml:.*idel' || fail "the journal does not say what is wrong"
sed -i '/^idel/d' "$root/etc/tanu/kiosk.yaml"
: >"$WORLD/shown"
inside "systemctl start $unit" && until_so rests || fail "it does not start with the mended policy"
inside 'DEBIAN_FRONTEND=noninteractive apt-get remove -y -q tanu-kiosk' >"$WORLD/remove" 2>&1 || { cat "$WORLD/remove"; fail "apt remove"; }
until_so inside 'systemctl is-active -q getty@tty1' || fail "no login on tty1 after the removal"
inside 'pgrep -x tanu' && fail "a kiosk runs without its package"
inside 'ls /etc/systemd/logind.conf.d/tanu-kiosk.conf /etc/systemd/system/ctrl-alt-del.target' 2>/dev/null && fail "the machine stays shut"
until_so shown 'login: ' || fail "nobody asks for a name"
echo "systemd: all well"
