#!/bin/sh
# SPDX-License-Identifier: MIT
# Paper by way of a real CUPS: a cupsd of our own, on a socket and in folders of its own, with a printer that is a file. What was
# printed is the short form; afterwards nothing is left in the spool. No printer, paused, refused, no room.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
world_packages cups-daemon cups-client jq poppler-utils
test "$(id -u)" -eq 0 || fail "needs root: cupsd"
cd "$WORLD"
chmod 755 .
mkdir etc spool cache state log home
cat >etc/cupsd.conf <<END
Listen $WORLD/cups.sock
PreserveJobHistory No
PreserveJobFiles No
Browsing Off
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
END
cat >etc/cups-files.conf <<END
ServerRoot $WORLD/etc
RequestRoot $WORLD/spool
CacheDir $WORLD/cache
StateDir $WORLD/state
ErrorLog $WORLD/log/error
AccessLog $WORLD/log/access
PageLog $WORLD/log/page
ServerBin $WORLD/programs
SystemGroup root
User lp
Group lp
END
chown -R lp:lp spool cache state log
# A printer that puts what comes out into a file; CUPS's own file: writes nothing of what needs no filter.
mkdir programs && cp -as /usr/lib/cups/. programs/
cat >programs/backend/tray <<END
#!/bin/sh
test \$# -gt 0 || exit 0
cat "\${6:--}" >"$WORLD/printed"
echo "\$3" >"$WORLD/title"
END
chmod 755 programs/backend/tray
: >printed && : >title && chmod 666 printed title
/usr/sbin/cupsd -f -c "$WORLD/etc/cupsd.conf" -s "$WORLD/etc/cups-files.conf" >cupsd.log 2>&1 &
cupsd=$!
trap 'kill $cupsd 2>/dev/null || true; umount "$WORLD/spool" 2>/dev/null || true' EXIT
export CUPS_SERVER="$WORLD/cups.sock" HOME="$WORLD/home"
unset XDG_CONFIG_HOME
i=0
until lpstat -r 2>/dev/null | grep -q 'is running'; do
    i=$((i + 1))
    test $i -lt 100 || fail "cupsd does not start: $(cat cupsd.log log/error)"
    sleep 0.1
done
lpadmin -p office -E -v tray:/office 2>lpadmin.log || fail "no queue: $(cat lpadmin.log)"

code=$(echo '{"destination":"CN","award_country":"KZ","level":"bachelor","purpose":"further_study","displaced":"no"}' | "$TANU_BUILD/tanu" code)
mkdir -p home/.config/tanu
printf 'print:\n  queue: office\n' >home/.config/tanu/settings.yaml
say() {
    printf '%s\n' "code $code" 'take paper' quit | "$TANU_BUILD/tanu" --line --as-of 2026-11-28 --lang kk >out 2>&1 || fail "$(cat out)"
}
spool_empty() { test -z "$(find spool -type f)"; }
say
grep -q 'Басып шығарылып жатыр' out || fail "not printed: $(tail -n 5 out)"
until_so test -s printed || fail "nothing came out: $(lpstat -W completed -o 2>&1) $(tail -n 20 log/error)"
test "$(cat title)" = tanu || fail "the job is called '$(cat title)'"
until_so spool_empty || fail "left in the spool: $(find spool -type f)"
if head -c 4 printed | grep -q '%PDF'; then pdftotext printed words; else cp printed words; fi
grep -qF "$code" words || fail "no code on the paper"
grep -q 'Енді не істеу керек' words || fail "the paper is not in Kazakh"
test -z "$(find home -type f ! -name settings.yaml)" || fail "left at home"
grep -rqF "$code" log cache state etc && fail "the answers stand in a log"

# A kiosk believes no environment and is shut in: it finds the CUPS of the system, which is ours in here.
printf 'languages:\n  - kk\ncode: yes\nprint:\n  queue: office\n' >kiosk.yaml
chmod 644 kiosk.yaml
: >printed
mkdir -p /run/cups
printf '%s\n' '' "code $code" 'take paper' | unshare --mount sh -c '
    mount -t tmpfs none /run/cups && ln -s "$WORLD/cups.sock" /run/cups/cups.sock
    exec "$TANU_BUILD/tanu" --kiosk kiosk.yaml --line --as-of 2026-11-28' >out 2>&1 || fail "the kiosk: $(cat out)"
grep -q 'Басып шығарылып жатыр' out || fail "a kiosk does not print: $(tail -n 5 out)"
until_so test -s printed || fail "nothing came out of a kiosk: $(tail -n 20 log/error)"
if head -c 4 printed | grep -q '%PDF'; then pdftotext printed words; else cp printed words; fi
grep -qF "$code" words || fail "no code on the paper of a kiosk"
until_so spool_empty || fail "a kiosk leaves something in the spool"

# A letter to the office, where the policy grants it; in the language of the visit.
sed -n '/^cat >full.json/,/^ANSWERS/p' "$TANU_SRC/tests/letter.sh" | sed '1d;$d' >full.json
test -s full.json || fail "no answers for a letter"
kiosk_says() { # LINES: after a code
    : >printed
    : >title
    printf '%s\n' '' "code $("$TANU_BUILD/tanu" code full.json)" "$@" | unshare --mount sh -c '
        mount -t tmpfs none /run/cups && ln -s "$WORLD/cups.sock" /run/cups/cups.sock
        exec "$TANU_BUILD/tanu" --kiosk kiosk.yaml --line --as-of 2026-11-28' >out 2>&1 || fail "the kiosk: $(cat out)"
}
kiosk_says ':letter reasons-of-decision paper'
test ! -s printed || fail "a letter is printed that the policy does not grant"
echo 'letters: yes' >>kiosk.yaml
kiosk_says ':letter reasons-of-decision paper'
grep -q 'Басып шығарылып жатыр' out || fail "a kiosk prints no letter: $(tail -n 5 out)"
until_so test -s printed || fail "no letter came out of a kiosk: $(tail -n 20 log/error)"
if head -c 4 printed | grep -q '%PDF'; then pdftotext printed words; else cp printed words; fi
grep -q 'III.5-бап' words || fail "the paper of a kiosk is no letter: $(head -n 20 words)"
test "$(cat title)" = tanu || fail "the letter is called '$(cat title)'"
until_so spool_empty || fail "a letter is left in the spool"
name=$(sed -n 's/.*"institution": *"\([^"]*\)".*/\1/p' full.json | head -n 1)
test -z "$name" || ! grep -rqF "$name" log cache state etc || fail "the letter stands in a log"

broken() { # WORDS
    : >printed
    say
    grep -q "$1" out || fail "not said: $1: $(tail -n 5 out)"
    test ! -s printed || fail "printed all the same: $1"
}
cupsdisable office && broken 'Принтер тоқтатылған'
cupsenable office
cupsreject office && broken 'ештеңе қабылдамайды'
cupsaccept office
mount -t tmpfs -o size=8k,mode=1777 none spool && chown lp:lp spool
broken 'қабылдамады'
umount spool
lpadmin -x office && broken 'Мұндай принтер жоқ'
kill $cupsd && wait $cupsd 2>/dev/null || true
broken 'Мұндай принтер жоқ'
echo "paper comes out, and every fault has its sentence"
