# SPDX-License-Identifier: MIT
# The remote door: a real sshd on the loopback with data/sshd-tanu.conf. A session in lines and one on a terminal, 50 at once, no shell by any
# option, no forwarding, no sftp, the environment ignored.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
test "$(id -u)" -eq 0 || fail "needs root: sshd and an account"
world_packages openssh-server openssh-client
made=
id tanu-door >/dev/null 2>&1 || { useradd --system --no-create-home --home-dir / --shell /bin/sh tanu-door; made=yes; }
passwd -q -d tanu-door
cleanup() {
    test ! -e "$WORLD/pid" || kill "$(cat "$WORLD/pid")" 2>/dev/null || true
    rm -f /etc/security/limits.d/tanu-door.conf
    test -z "$made" || userdel tanu-door
}
trap cleanup EXIT

# The program where the account can read it, as if it were installed.
mkdir -p "$WORLD/root"
make -C "$TANU_BUILD" -s install prefix="$WORLD/root" >/dev/null 2>&1 || fail "make install"
chmod -R go+rX "$WORLD"
tanu=$WORLD/root/bin/tanu
pack=$TANU_SRC/questions/tokyo
cp -R "$pack" "$WORLD/pack"
chmod -R go+rX "$WORLD/pack"
printf 'languages:\n  - en\n' >"$WORLD/kiosk.yaml"
chmod 644 "$WORLD/kiosk.yaml"

ssh-keygen -q -t ed25519 -N '' -f "$WORLD/host"
port=$((20000 + $$ % 20000))
mkdir -p /run/sshd
settings() {
    echo "Port $port"
    echo "ListenAddress 127.0.0.1"
    echo "HostKey $WORLD/host"
    echo "PidFile $WORLD/pid"
    echo "UsePAM no"
    echo "StrictModes no"
    echo "Subsystem sftp internal-sftp"
    sed -e 's/^Match User tanu$/Match User tanu-door/' -e "s|exec /usr/bin/tanu --kiosk|exec $tanu --kiosk $WORLD/kiosk.yaml --pack $WORLD/pack|" \
        "$TANU_SRC/data/sshd-tanu.conf"
}
settings | sed -e 's/^PerSourceMaxStartups .*/PerSourceMaxStartups 60/' -e 's/^MaxStartups .*/MaxStartups 60/' \
    -e 's/^LoginGraceTime .*/LoginGraceTime 120/' >"$WORLD/sshd_config"
/usr/sbin/sshd -t -f "$WORLD/sshd_config" || fail "sshd refuses the configuration"
/usr/sbin/sshd -f "$WORLD/sshd_config" -E "$WORLD/sshd.log"

door() {
    timeout "${door_seconds:-180}" ssh -q -F none -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -p "$port" "$@"
}
at=tanu-door@127.0.0.1
session() { printf '\n\nCN\nquit\n'; }
session | door -T $at >"$WORLD/plain" || true
grep -q 'China' "$WORLD/plain" || { cat "$WORLD/plain" "$WORLD/sshd.log"; fail "no session in lines"; }
session | door -T $at 2>&1 >/dev/null | grep . && fail "sshd says something of its own to a visitor"

# No shell by any option: whatever is asked for, it is the kiosk that answers.
for words in 'id' '/bin/sh' 'sh -i' 'tanu --help' '$(id)' '--help' '; id' '-- id'; do
    session | door -T $at -- "$words" >"$WORLD/out" 2>&1 || true
    ! grep -q -e 'uid=' -e 'Usage' "$WORLD/out" || fail "'$words' did something"
    grep -q 'China' "$WORLD/out" || fail "'$words' is not the kiosk"
done
session | door -T -s $at sftp >"$WORLD/out" 2>&1 || true
grep -q 'China' "$WORLD/out" || fail "sftp is not the kiosk"
for option in '-L 127.0.0.1:0:127.0.0.1:22' '-R 0:127.0.0.1:22' '-D 127.0.0.1:0' '-A' '-X' '-w 0:0'; do
    # shellcheck disable=SC2086
    session | door -T $option $at >"$WORLD/out" 2>&1 || true
    ! grep -q 'uid=' "$WORLD/out" || fail "$option"
done
session | door -N -o ExitOnForwardFailure=yes -R 0:127.0.0.1:22 $at >"$WORLD/out" 2>&1 && fail "a port is forwarded"

# The environment is nobody's: another language or pack is not taken.
session | TANU_LANG=kk LANGUAGE=kk LANG=kk_KZ.UTF-8 TANU_PACK=/nowhere door -T -o 'SendEnv=*' -o SetEnv=TANU_LANG=kk $at >"$WORLD/out" 2>&1 || true
grep -q 'China' "$WORLD/out" || fail "the environment came along"

# On a terminal, which ends with the client: the kiosk stays up.
{ sleep 3; printf ' '; sleep 1; printf '\003\032\034'; sleep 1; } | door_seconds=20 door -tt $at >"$WORLD/screen" 2>&1 || true
grep -q 'Answer a few questions' "$WORLD/screen" || fail "no screen"

# Fifty at once.
for i in $(seq 50); do
    { session | door -T $at >"$WORLD/many.$i" 2>&1 || true; } &
done
wait
good=$(grep -l 'China' "$WORLD"/many.* | wc -l)
test "$good" -eq 50 || fail "$good of 50 sessions"

# Who only knocks, and more than four times at once, is not heard; who comes from elsewhere is, and so are they when they have gone.
kill "$(cat "$WORLD/pid")"
until_so test ! -e "$WORLD/pid" || fail "sshd does not end"
settings >"$WORLD/sshd_config"
/usr/sbin/sshd -f "$WORLD/sshd_config" -E "$WORLD/sshd.log"
world_packages python3
python3 - "$port" "$WORLD/knocked" <<'END' &
import socket, sys, time
heard, knocks = 0, [socket.create_connection(("127.0.0.1", int(sys.argv[1]))) for i in range(12)]
for knock in knocks:
    knock.settimeout(10)
    try:
        heard += knock.recv(4).startswith(b"SSH-")
    except OSError:
        pass
open(sys.argv[2], "w").write(f"{heard}\n")
time.sleep(8)
END
knocking=$!
until_so test -s "$WORLD/knocked" || fail "nobody answers who knocks"
test "$(cat "$WORLD/knocked")" -le 4 || fail "$(cat "$WORLD/knocked") of 12 who only knock are heard"
session | door -T -b 127.0.0.2 $at >"$WORLD/out" 2>&1 || true
grep -q 'China' "$WORLD/out" || fail "who comes from elsewhere is not heard"
session | door -T $at >"$WORLD/out" 2>&1 && fail "who knocks too often is heard"
! grep -q 'China' "$WORLD/out" || fail "who knocks too often is heard"
wait "$knocking"
session | door -T $at >"$WORLD/out" 2>&1 || true
grep -q 'China' "$WORLD/out" || fail "nobody is heard any more"

# No more are inside at once than the limits say, here three; when they have gone others come in.
kill "$(cat "$WORLD/pid")"
until_so test ! -e "$WORLD/pid" || fail "sshd does not end"
sed -e 's/^tanu /tanu-door /' -e 's/nproc 120/nproc 6/' "$TANU_SRC/data/limits-tanu.conf" >/etc/security/limits.d/tanu-door.conf
sed -e 's/^UsePAM .*/UsePAM yes/' -e 's/^PerSourceMaxStartups .*/PerSourceMaxStartups 60/' "$WORLD/sshd_config" >"$WORLD/sshd_pam"
/usr/sbin/sshd -f "$WORLD/sshd_pam" -E "$WORLD/sshd.log"
none_inside() { ! pgrep -u tanu-door >/dev/null; }
until_so none_inside || fail "earlier visitors do not go"
for visitor in 1 2 3; do
    : >"$WORLD/inside.$visitor"
    { { session; sleep 45; } | door -T $at >"$WORLD/inside.$visitor" 2>&1 || true; } &
    until_so grep -q 'China' "$WORLD/inside.$visitor" || fail "the limit keeps number $visitor out"
done
session | door -T $at >"$WORLD/out" 2>&1 && fail "a fourth is inside"
! grep -q 'China' "$WORLD/out" || fail "a fourth is inside"
wait
session | door -T $at >"$WORLD/out" 2>&1 || true
grep -q 'China' "$WORLD/out" || fail "nobody comes in any more"
echo "sshd: all well"
