# SPDX-License-Identifier: MIT
# A kiosk in cage and foot, as tanu-kiosk-wayland@.service has it, on a screen that is only memory: it is shown, in letters that no console
# font has; it is shut in; when it ends, however that is, all of it ends, so that it is started again. Fingers cannot be played here (cage
# has no protocol for it): tests/screen/tanu-touch.script has what they send, tests/kiosk/console.sh says what is left for a real screen.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
world_packages cage foot xwayland grim fonts-dejavu-core python3
test "$(id -u)" -eq 0 || fail "needs root: to be somebody else, for cage will not be root"
cd "$WORLD"
chmod 755 .
mkdir run
chmod 700 run
chown nobody run
printf 'languages:\n  - kk\n  - ru\nlarge: yes\nstill: yes\n' >kiosk.yaml
chmod 644 kiosk.yaml
foot --config="$TANU_SRC/data/foot.ini" --check-config 2>foot.log || fail "foot.ini: $(cat foot.log)"
as_nobody() {
    setpriv --reuid=nobody --regid=nogroup --clear-groups env -i PATH=/usr/bin:/bin HOME="$WORLD/run" XDG_RUNTIME_DIR="$WORLD/run" \
        LANG=C.UTF-8 WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 WAYLAND_DISPLAY=wayland-0 "$@"
}
grep '^ExecStart=/usr/bin/cage -- /usr/bin/foot --config=/usr/share/tanu-kiosk/foot.ini /usr/bin/tanu --kiosk$' \
    "$TANU_SRC/data/tanu-kiosk-wayland@.service" >/dev/null || fail "the unit starts something else than this test"

kiosk() { # its number, where it runs
    for status in $(grep -ls '^Name:[[:space:]]*tanu$' /proc/[0-9]*/status); do echo "$status" | tr -dc '0-9\n'; done | while read -r pid; do
        tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "--kiosk $WORLD/kiosk.yaml" && echo "$pid"
    done 2>/dev/null
}
runs() { test -n "$(kiosk)"; }
shows() { # a picture with letters: some of it is neither the ground nor black
    as_nobody grim -t ppm "$WORLD/run/picture.ppm" 2>/dev/null && python3 - <<END
data = open("$WORLD/run/picture.ppm", "rb").read().split(b"\n", 3)[3]
pixels = [data[i:i + 3] for i in range(0, len(data), 3)]
bright = sum(1 for p in pixels if min(p) > 0x80)
raise SystemExit(not 0.005 < bright / len(pixels) < 0.3)
END
}
start() {
    rm -f run/wayland-*
    as_nobody timeout 120 cage -- foot --config="$TANU_SRC/data/foot.ini" "$TANU_BUILD/tanu" --kiosk "$WORLD/kiosk.yaml" >cage.log 2>&1 &
    cage=$!
    trap 'kill $cage $(kiosk) 2>/dev/null || :' EXIT
    until_so runs || fail "no kiosk: $(grep -v 'output test failed' cage.log | tail)"
}
ends() { ! kill -0 $cage 2>/dev/null; }

start
until_so shows || fail "nothing is shown"
grep -q '^Seccomp:[[:space:]]*2' "/proc/$(kiosk | head -n 1)/status" || fail "it is not shut in"
kill -TERM $(kiosk)
until_so ends || fail "it goes on without what it shows"
wait $cage || fail "SIGTERM of what it shows is no clean end: $?"
start
until_so shows || fail "nothing is shown the second time"
kill -KILL $(kiosk)
until_so ends || fail "it goes on without what it shows, after kill -9"
echo "cage and foot show a kiosk"
