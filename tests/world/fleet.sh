# SPDX-License-Identifier: MIT
# Many kiosks: what doc/kiosk.md says about an apt repository of one's own and about Ansible is taken from that page and done, in a bare
# Debian that is booted for it (systemd.sh tries the units). Two packs of content, one after the other; a kiosk takes the new one up.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
root=$WORLD/root
page=$TANU_SRC/doc/kiosk.md
world_debs "$WORLD/debs"
world_root bookworm "$root" ca-certificates,systemd,systemd-sysv,dbus,procps
# What the page installs comes beforehand: what is booted has no network. Likewise what the packages of tanu need, and not they.
cp -R "$WORLD/debs" "$root/debs"
world_in "$root" 'export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >/dev/null
    apt-get install -y -q --no-install-recommends /debs/*.deb reprepro gpg gpg-agent ansible-core python3-apt &&
        apt-get purge -y -q tanu tanu-pack-tokyo tanu-kiosk' >"$WORLD/apt.log" 2>&1 || { tail -n 30 "$WORLD/apt.log"; fail "apt install"; }
world_in "$root" 'command -v tanu' && fail "tanu is there before"

# block NUMBER SECTION: that block of code of the page.
block() {
    awk -v want="$1" -v section="## $2." '
        /^## / { inside = index($0, section) == 1 }
        inside && /^```/ { open = !open; n += open; next }
        inside && open && n == want' "$page"
}
world_boot "$root"
run() { # FILE: a script, inside
    cp "$1" "$root/root/step"
    world_inside 'cd /root && sh -e /root/step' >"$WORLD/step.log" 2>&1 || { cat "$1" "$WORLD/step.log"; fail "a step of $page"; }
}

# ---- the machine that serves, once, and for a version ------------------------------------------------------------------------------------

block 2 5 | sed -e "s/^apt install reprepro$/command -v reprepro/; s/^gpg --quick-generate-key /gpg --batch --passphrase '' --quick-generate-key /" >"$WORLD/once"
grep -q '^gpg --batch' "$WORLD/once" && grep -q '^command -v reprepro' "$WORLD/once" || fail "the page says something else"
run "$WORLD/once"
block 3 5 | grep '^reprepro' | sed 's#out/\*#/debs/*#' >"$WORLD/version"
run "$WORLD/version"
block 4 5 | grep '^gpg --export' >"$WORLD/key" || fail "the page exports no key"
run "$WORLD/key"
world_inside 'mkdir -p /srv/www && ln -s /srv/apt/dists /srv/apt/pool /srv/www/ &&
    systemd-run -q --unit=web python3 -m http.server --bind 127.0.0.1 --directory /srv/www 8080' || fail "no web server"
here='s#https://apt.centre.example#http://127.0.0.1:8080#'

# ---- a kiosk, by Ansible ------------------------------------------------------------------------------------------------------------------

# Nothing but what is served here.
rm -rf "$root/etc/apt/sources.list" "$root/etc/apt/sources.list.d"/*
printf 'languages:\n  - kk\n  - en\n' >"$root/root/kiosk.yaml"
block 1 6 | sed -e "$here" >"$root/root/kiosks.yaml"
printf '[kiosks]\nlocalhost ansible_connection=local ansible_python_interpreter=/usr/bin/python3\n' >"$root/root/inventory"
play() {
    world_inside 'cd /root && ANSIBLE_NOCOLOR=1 ansible-playbook -i inventory kiosks.yaml' >"$WORLD/play" 2>&1 || { cat "$WORLD/play"; fail "ansible-playbook"; }
}
play
grep -q 'changed=[1-9]' "$WORLD/play" || fail "Ansible changed nothing: $(cat "$WORLD/play")"
world_inside 'tanu kiosk-status' >"$WORLD/status" && grep -q '^kiosks=1 ' "$WORLD/status" || fail "no kiosk runs: $(cat "$WORLD/status")"
grep -q "$(block 5 5 | sed -e "$here" -e 's/.*] //')" "$root/etc/apt/sources.list.d/centre.list" || fail "Ansible and apt are told different lines"
play
grep -q 'changed=0 ' "$WORLD/play" || fail "done twice it changes something: $(cat "$WORLD/play")"
echo 'idel: 5' >>"$root/root/kiosk.yaml"
world_inside 'cd /root && ansible-playbook -i inventory kiosks.yaml' >"$WORLD/play" 2>&1 && fail "a policy with faults is handed out"
grep -q 'idel' "$root/etc/tanu/kiosk.yaml" && fail "a policy with faults is there"

# ---- new content --------------------------------------------------------------------------------------------------------------------------

pid=$(world_inside 'systemctl show -P MainPID tanu-kiosk@tty1')
world_inside 'set -e
    cd /root && dpkg-deb -R /debs/tanu-pack-tokyo_*.deb next
    sed -i "s/^Version: .*/&+next/" next/DEBIAN/control
    sed -i "s/^version: .*/version: 2099.1.1/" next/usr/share/tanu/questions/tokyo/pack.yaml
    (cd next && find usr -type f -exec md5sum {} + >DEBIAN/md5sums)
    mkdir more && dpkg-deb --root-owner-group -b next more/next.deb' >"$WORLD/next.log" 2>&1 || { cat "$WORLD/next.log"; fail "another version"; }
sed 's#/debs/\*#/root/more/*#' "$WORLD/version" >"$WORLD/version2"
run "$WORLD/version2"
world_inside 'export DEBIAN_FRONTEND=noninteractive; apt-get update -q && apt-get upgrade -y -q' >"$WORLD/upgrade" 2>&1 || { cat "$WORLD/upgrade"; fail "apt upgrade"; }
keys() { printf "$1" >"$WORLD/keys"; }
shown() { grep -aq "$1" "$WORLD/shown"; }
: >"$WORLD/shown"
keys ' ' && until_so shown F8 && : >"$WORLD/shown" && keys '\033[19~' && until_so shown y && keys y
taken_up() { world_inside 'systemctl show -P StatusText tanu-kiosk@tty1' | grep -q 2099.1.1; }
until_so taken_up || fail "the new content is not taken up: $(world_inside 'systemctl status tanu-kiosk@tty1')"
test "$(world_inside 'systemctl show -P MainPID tanu-kiosk@tty1')" != "$pid" || fail "it was not started anew"
# One that another key has signed is not taken.
world_inside 'export GNUPGHOME=/root/other; mkdir -m 700 $GNUPGHOME && gpg --batch --passphrase "" --quick-generate-key other default sign never && reprepro -b /srv/apt export &&
    apt-get update -q' >"$WORLD/other" 2>&1 || true
grep -q 'NO_PUBKEY\|not signed' "$WORLD/other" || { cat "$WORLD/other"; fail "what another key signed is believed"; }
echo "fleet: all well"
