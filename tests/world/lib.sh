# SPDX-License-Identifier: MIT
# What the scripts of this folder share; read with `. "$TANU_SRC/tests/world/lib.sh"`.

fail() {
    echo "FAIL: $*"
    exit 1
}

# until_so COMMAND...: within twenty seconds it is so.
until_so() {
    i=0
    until "$@"; do
        i=$((i + 1))
        test $i -lt 200 || return 1
        sleep 0.1
    done
}

# world_packages NAME...: they are there afterwards, or the script ends.
world_packages() {
    lacking=
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || lacking="$lacking $package"
    done
    test -n "$lacking" || return 0
    test "$(id -u)" -eq 0 || fail "these packages are missing; install them as root:$lacking"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    apt-get install -y -q --no-install-recommends $lacking >/dev/null 2>&1 || {
        apt-get update -q >/dev/null
        # shellcheck disable=SC2086
        apt-get install -y -q --no-install-recommends $lacking >/dev/null || fail "could not install:$lacking"
    }
}

# world_root SUITE DIR PACKAGES: a bare Debian in DIR with these packages (comma between), the mirror of this machine.
world_root() {
    test "$(id -u)" -eq 0 || fail "needs root: debootstrap and chroot"
    world_packages debootstrap
    mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\{0,1\}\(http[^ ]*\).*/\2/p' /etc/apt/sources.list.d/*.sources \
        /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | grep -v security | head -n 1)
    debootstrap --variant=minbase --include="$3" "$1" "$2" "${mirror:-http://deb.debian.org/debian}" >"$2.log" 2>&1 ||
        { tail -n 20 "$2.log"; fail "debootstrap of $1"; }
    cp /etc/resolv.conf "$2/etc/resolv.conf" 2>/dev/null || true
    cp /etc/apt/apt.conf.d/*proxy* "$2/etc/apt/apt.conf.d/" 2>/dev/null || true
}

# world_in DIR COMMAND: a shell command inside a root, with /proc, /dev and terminals.
world_in() {
    unshare --mount --pid --fork sh -c '
        mount --bind /dev "$1/dev" && mount --bind /dev/pts "$1/dev/pts" && mount -t proc proc "$1/proc" || exit 1
        exec chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=xterm LC_ALL=C.UTF-8 sh -c "$2"' sh "$1" "$2"
}

# world_visits NAME: the eight visits (doc/visits.md) that papers are made of, one line a case, into the file `visits`; NAME: the
# institution of the first, as JSON writes it.
world_visits() {
    cat >visits <<END
{"purpose":"further_study","destination":"CN","award_country":"KZ","level":"bachelor","target_level":"master","award_year":2024,"completion":"awarded","institution_status":"recognised","institution":"$1"}
{"purpose":"employment","destination":"RU","award_country":"UZ","level":"specialist","award_year":1998}
{"purpose":"further_study","destination":"NZ","award_country":"IN","level":"bachelor","target_level":"master","duration_years":3,"field":"04","award_year":2022}
{"purpose":"regulated_profession","destination":"IN","award_country":"KG","level":"professional_first_degree","profession":"medicine","award_year":2020,"citizenship":"KG"}
{"purpose":"further_study","destination":"KZ","award_country":"AF","level":"bachelor","target_level":"bachelor","completion":"partly_completed","displaced":"some_documents"}
{"purpose":"employment","destination":"MY","award_country":"GB","level":"bachelor","provision":"joint_degree","taught_at":"branch_campus","study_country":"CN","co_award_country":"CN","award_year":2023}
{"purpose":"unsure","destination":"JP","award_country":"KG","level":"bachelor","mode":"unknown","institution_status":"unknown","completion":"unknown","displaced":"unknown"}
{"purpose":"employment","destination":"KZ","award_country":"KG","level":"bachelor","award_year":2019}
END
}

# world_debs OUT: the packages of what is committed, into OUT.
world_debs() {
    world_packages debhelper autopoint gettext iso-codes libncurses-dev libpango1.0-dev libqrencode-dev libsodium-dev libunistring-dev \
        libyaml-dev pkg-config
    git clone -q "$TANU_SRC" "$WORLD/src"
    mkdir "$WORLD/build"
    TMPDIR=$WORLD sh "$WORLD/src/scripts/make-debs.sh" "$WORLD/build" >/dev/null || fail "the packages cannot be built"
    mkdir "$1"
    for deb in "$WORLD"/build/*.deb; do
        case $deb in *dbgsym*) ;; *) cp "$deb" "$1" ;; esac
    done
}

# world_boot DIR: the systemd of a root as PID 1 of namespaces of its own, without a network but the loopback. tty1 is a terminal of ours:
# what comes through the fifo $WORLD/keys is typed, what it shows is added to the file $WORLD/shown. Until world_shutdown, or the end.
world_started='' world_holder='' world_group=''
world_boot() {
    test "$(id -u)" -eq 0 || fail "needs root: namespaces"
    world_packages python3
    groups=$(findmnt -n -t cgroup2 -o TARGET | head -n 1)
    test -n "$groups" || fail "needs a cgroup2 file system"
    world_group=$groups/tanu-world.$$
    mkfifo "$WORLD/keys"
    python3 "$TANU_SRC/tests/world/hold.py" "$WORLD/name" "$WORLD/keys" "$WORLD/shown" &
    world_holder=$!
    trap world_shutdown EXIT
    until_so test -s "$WORLD/name" || fail "no terminal"
    # Units may have namespaces of users only where the root is one, and not a chroot.
    cat >"$WORLD/boot" <<END
set -e
mount --make-rprivate /
mount --bind "$1" "$1"
cd "$1"
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
    mkdir "$world_group" || fail "no cgroup can be made in $groups"
    sh -c 'echo $$ >"$1/cgroup.procs" && exec setsid unshare --mount --pid --fork --cgroup --uts --ipc --net sh "$2"' sh \
        "$world_group" "$WORLD/boot" >"$WORLD/boot.log" 2>&1 </dev/null &
    world_started=$!
    until_so world_up || { cat "$WORLD/boot.log"; world_inside 'systemctl --failed; journalctl -n 30' || true; fail "it does not boot"; }
}
world_up() { world_inside 'test -S /run/systemd/private && systemctl is-system-running --wait' >/dev/null 2>&1; }
# world_inside COMMAND: a shell command in what was booted.
world_inside() {
    first=$(cat "/proc/$world_started/task/$world_started/children")
    test -n "$first" || return 1
    nsenter -t "${first% }" -m -p -u -i -C -n -r -w env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=xterm LC_ALL=C.UTF-8 sh -c "$1"
}
world_shutdown() {
    for pid in $world_started $world_holder; do
        for below in $(cat "/proc/$pid/task/$pid/children" 2>/dev/null); do kill -KILL "$below"; done
        kill -KILL "$pid" 2>/dev/null || true
    done
    wait
    test -z "$world_group" || find "$world_group" -depth -type d -exec rmdir {} + 2>/dev/null || true
}
