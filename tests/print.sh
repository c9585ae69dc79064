#!/bin/sh
# SPDX-License-Identifier: MIT
# Paper from the wizard, with a made-up lp: off unless it is set up, a title that says nothing, nothing left in a file, and a sentence for
# each thing that can go wrong. tests/world/printer.sh has a real CUPS.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() {
    echo "FAIL: $*"
    exit 1
}
mkdir bin home
cat >bin/lpstat <<'END'
#!/bin/sh
test "$LC_ALL" = C || exit 9
case "$1 $2" in
"-p office" | "-a office") ;;
*) exit 1 ;;
esac
test "$1" = -p && { test -f paused && echo "printer office disabled since Mon -" || echo "printer office is idle.  enabled since Mon"; }
test "$1" = -a && { test -f closed && echo "office not accepting requests since Mon -" || echo "office accepting requests since Mon"; }
exit 0
END
cat >bin/lp <<'END'
#!/bin/sh
echo "$@" >arguments
test -f full && exit 1
cat >printed
END
chmod +x bin/*
export PATH="$PWD/bin:$PATH" HOME="$PWD/home" TMPDIR="$PWD/home"
unset XDG_CONFIG_HOME

code=$(echo '{"destination":"CN","award_country":"KZ","level":"bachelor","purpose":"further_study","displaced":"no"}' | "$tanu" code)
say() { # LINES...: the wizard in lines, from that code on
    printf '%s\n' "code $code" "$@" quit | "$tanu" --line --as-of 2026-11-28 --lang en >out 2>err || fail "ends with $?: $(cat err)"
}
say 'take'
grep -q 'Your code: ' out || fail "no code"
grep -qi 'on paper' out && fail "a printer that nobody set up is offered"
say 'take paper'
test ! -e printed || fail "printed without being set up"

# In two languages, and counted back from a day.
say 'take also kk' 'take html two.html'
grep -q 'lang="kk"' two.html && grep -q 'lang="en"' two.html || fail "one language: $(head -c 400 two.html)"
say 'take also kk' 'take also kk' 'take html one.html'
! grep -q '<html lang="kk"' one.html && ! grep -q 'lang="kk"' one.html || fail "a language that was taken back"
say 'need 2027-09-01' 'take ics back.ics' 'need' '' 'take ics forth.ics'
grep -q 'DTEND;VALUE=DATE:20270901' back.ics || fail "not counted back: $(grep DTEND back.ics)"
grep -q 'DTSTART;VALUE=DATE:20261128' forth.ics || fail "not counted from today: $(grep DTSTART forth.ics)"

mkdir -p home/.config/tanu
settings() { printf '%s\n' "$@" >home/.config/tanu/settings.yaml; }
settings 'print:' '  queue: office'
say 'take'
grep -q 'On paper' out || fail "the printer is not offered"
say 'take paper'
grep -q 'It is being printed' out || fail "not printed: $(cat out)"
test "$(cat arguments)" = "-s -d office -t tanu" || fail "the job is called $(cat arguments)"
if head -c 4 printed | grep -q '%PDF'; then
    pdftotext printed words
    test "$(pdfinfo printed | sed -n 's/^Pages: *//p')" = 1 || fail "more than one sheet"
else
    cp printed words
fi
grep -q 'China' words || grep -q 'Next steps' words || fail "the paper does not say the result"
grep -qF "$code" words || fail "the paper does not have the code"
test -z "$(find home -type f ! -name settings.yaml)" || fail "something is left: $(find home -type f)"

# A letter to the office, too.
rm printed
full=$(sed -n '/^cat >full.json/,/^ANSWERS/p' "$TANU_SRC/tests/letter.sh" | sed '1d;$d')
test -n "$full" || fail "no answers for a letter"
echo "$full" >full.json
printf '%s\n' 'letter reasons-of-decision paper' quit y | "$tanu" --line --as-of 2026-11-28 --lang en --answers full.json >out 2>&1 || fail "a letter: $(tail -n 3 out)"
grep -q 'It is being printed' out || fail "no letter printed: $(tail -n 5 out)"
head -c 4 printed | grep -q '%PDF' && pdftotext printed words || cp printed words
grep -q 'Article III.5' words || fail "the paper is no letter"
# In a kiosk only where the policy grants it, beside a printer.
kiosk() { # LINES OF THE POLICY...
    printf '%s\n' 'print:' '  queue: office' 'code: yes' "$@" >policy.yaml
    chmod 644 policy.yaml
    printf '%s\n' '' "code $("$tanu" code full.json)" result letter quit | "$tanu" --kiosk policy.yaml --line --as-of 2026-11-28 --lang en >out 2>&1 ||
        fail "kiosk: $(tail -n 3 out)"
}
kiosk 'letters: yes'
grep -q 'A letter to the office' out || fail "no letter in a kiosk that grants it: $(tail -n 5 out)"
kiosk
grep -q 'A letter to the office' out && fail "a letter in a kiosk that does not grant it"
rm printed
broken() { # WORDS: it is said, and nothing is printed
    say 'take paper'
    grep -q "$1" out && ! grep -q 'being printed' out || fail "not said: $1: $(tail -n 5 out)"
    test ! -s printed || fail "printed all the same: $1"
}
touch paused && broken 'The printer is paused' && rm paused
touch closed && broken 'takes nothing now' && rm closed
touch full && broken 'did not take it' && rm full
settings 'print:' '  queue: attic'
broken 'no such printer'
settings 'print:' '  queue: office'
mv bin/lp lp.away
PATH="$PWD/bin" "$tanu" --line --as-of 2026-11-28 --lang en >out 2>&1 <<END
code $code
take paper
quit
END
grep -q 'did not take it' out || fail "without lp: $(tail -n 5 out)"
mv lp.away bin/lp

refused() { # WORDS: the settings are refused so
    status=0
    "$tanu" --line </dev/null >out 2>err || status=$?
    test $status -eq 78 && test ! -s out && grep -q "$1" err || fail "settings, $1: $status $(cat err)"
}
settings 'print:' '  queue: "-o x"'
refused 'settings.yaml:2:10: error: the name of a print queue'
settings 'prnit:' '  queue: office'
refused 'did you mean "print"'
settings 'print: office'
refused 'settings.yaml:1'
settings '' '# print:' '#   queue: office'
say 'take paper'
export XDG_CONFIG_HOME="$PWD/config"
mkdir -p config/tanu
printf 'print:\n  queue: office\n' >config/tanu/settings.yaml
say 'take paper'
grep -q 'It is being printed' out || fail "XDG_CONFIG_HOME is not looked at"
