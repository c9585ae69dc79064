# SPDX-License-Identifier: MIT
# The Debian packages: built twice in two folders, equal to the byte; lintian and blhc have nothing to say; in a bare root `apt install` of
# them gives a working tanu, autopkgtest's scripts pass, a console is given away and given back.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
world_packages debhelper lintian blhc autopoint gettext iso-codes libncurses-dev libpango1.0-dev libqrencode-dev libsodium-dev libunistring-dev \
    libyaml-dev pkg-config desktop-file-utils appstream

# One commit, whatever is committed meanwhile.
git clone -q "$TANU_SRC" "$WORLD/src"
TMPDIR=$WORLD sh "$WORLD/src/scripts/make-debs.sh" "$WORLD/one" || fail "the packages cannot be built"
mkdir -p "$WORLD/folder-of-another-length"
TMPDIR="$WORLD/folder-of-another-length" sh "$WORLD/src/scripts/make-debs.sh" "$WORLD/two" || fail "the second build"
for deb in "$WORLD"/one/*.deb; do
    cmp "$deb" "$WORLD/two/${deb##*/}" || fail "${deb##*/} differs between two builds"
done
lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs "$WORLD"/one/*.deb || fail "lintian"
blhc --debian "$WORLD/one/build.log" || fail "blhc"
desktop-file-validate "$TANU_SRC/data/tanu.desktop" || fail "the desktop entry"
appstreamcli validate --no-net "$TANU_SRC/data/org.tanu.tanu.metainfo.xml" >/dev/null || fail "the metainfo"

root=$WORLD/root
world_root bookworm "$root" ca-certificates
mkdir "$root/debs"
cp "$WORLD"/one/*.deb "$root/debs"
cp -R "$TANU_SRC/debian/tests" "$root/debs/tests"
world_in "$root" 'export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >/dev/null; apt-get install -y -q --no-install-recommends /debs/*.deb bsdutils' >"$WORLD/apt.log" 2>&1 ||
    { tail -n 30 "$WORLD/apt.log"; fail "apt install"; }
for test in check lines screen; do
    world_in "$root" "cd /tmp && /debs/tests/$test" >"$WORLD/$test.log" 2>&1 || { cat "$WORLD/$test.log"; fail "autopkgtest $test"; }
done
world_in "$root" 'set -e
    /usr/lib/tanu/tanu-kiosk-font build /tmp/font.psf
    test -z "$(/usr/lib/tanu/tanu-kiosk-font missing /tmp/font.psf)"' || fail "the font lacks letters"
world_in "$root" 'set -e
    tanu-kiosk-setup tty1
    test "$(tanu-kiosk-setup --list)" = tty1
    test -e /etc/sysctl.d/60-tanu-kiosk.conf
    apt-get remove -y -q tanu-kiosk >/dev/null 2>&1
    test ! -e /etc/sysctl.d/60-tanu-kiosk.conf
    test ! -e /etc/systemd/system/multi-user.target.wants/tanu-kiosk@tty1.service' || fail "a console is not given back"
echo "debs: all well"
