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
