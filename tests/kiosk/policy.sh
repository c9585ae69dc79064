#!/bin/sh
# SPDX-License-Identifier: MIT
# The policy of a kiosk: every key optional, what is wrong is named with its place and what would be right, and a file that
# others can write is refused. Line mode under --kiosk.
set -eu
tanu=$TANU_BUILD/tanu
pack=$TANU_SRC/tests/packs/tiny
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0

# Help in line mode tells of what this kiosk can do, and of nothing else.
printf 'languages:\n  - en\n' >policy.yaml
chmod 644 policy.yaml
printf '\n\n?\n' | "$tanu" --kiosk policy.yaml --line --pack "$TANU_SRC/questions/tokyo" >told || :
grep -q '^undo: ' told || { echo "help in line mode tells of nothing"; failed=1; }
! grep -E '^(take|letter|cases?|save): ' told || { echo "help tells of what this kiosk cannot do"; failed=1; }

# refused STATUS WORDS...: that status, nothing on standard output, and each of these on standard error
refused() {
    want=$1
    shift
    status=0
    "$tanu" --kiosk policy.yaml --line --pack "$pack" </dev/null >out 2>err || status=$?
    test "$status" = "$want" || { echo "status $status, not $want: $*"; failed=1; }
    test ! -s out || { echo "something was started: $*"; failed=1; }
    for words; do
        grep -qF -- "$words" err || { echo "not said: $words"; cat err; failed=1; }
    done
}
policy() {
    rm -f policy.yaml
    printf '%s\n' "$@" >policy.yaml
    chmod 644 policy.yaml
}

policy 'languages:' '  - kz'
refused 78 'policy.yaml:2:5: error: "kz" is no language of tanu' 'such as kk or ru' '    ^'
policy 'idle: 3'
refused 78 'policy.yaml:1:7: error: idle: takes 10 to 3600 seconds'
# Every value that is not right, in words that say what would be.
for words in 0 4 -5 3601 12.5 0x20 1e2 30s 99999999999999999999 yes; do
    for row in 'idle 10 3600' 'warning 5 600' 'idle_lines 10 3600' 'warning_lines 5 600'; do
        set -- $row
        policy "$1: $words"
        refused 78 "policy.yaml:1:$((${#1} + 3)): error: $1: takes $2 to $3 seconds, written as a number"
    done
done
policy 'idle:'
refused 78 'policy.yaml:1:6: error: a value is missing after "idle"; fill it or remove the key'
policy 'langauges:' '  - kk'
refused 78 'policy.yaml:1:1: error:' 'did you mean "languages"?'
policy 'night_from: 25:00' 'night_until: 7'
refused 78 ':1:13: error: "25:00" is no time of the day such as 22:30' ':2:14: error: "7" is no time'
policy 'night_from: 22:30'
refused 78 'a night needs both'
policy 'night_from: 22:00' 'night_until: 22:00'
refused 78 'policy.yaml:2:14: error: the night would end when it begins'
policy 'print:' '  queue: "-d x; rm"'
refused 78 'policy.yaml:2:10: error: the name of a print queue'
policy 'print:' '  queue: .hidden'
refused 78 'policy.yaml:2:10: error: the name of a print queue'
policy 'qr: perhaps'
refused 78 'policy.yaml:1:5: error: "perhaps" is not known here; it is one of: no, yes'
# "on" is not a slip of "no".
for words in on off true y 1 '~'; do
    policy "counts: $words"
    refused 78 "policy.yaml:1:9: error: \"$words\" is not known here; it is one of: no, yes"
done
policy 'pin: 1234'
refused 78 'policy.yaml:1:6: error: a PIN stands here as its Argon2id hash'
if grep -q '^SODIUM_LIBS = .*sodium' "$TANU_BUILD/Makefile"; then
    # A hash that was copied in part, and one that would take all memory of the unit.
    policy 'pin: "$argon2id$v=19$m=8192,t=2,p=1$c2FsdHNhbHRzYWx0$xZCXmUyf"'
    refused 78 'policy.yaml:1:6: error: this is no whole hash' 'tanu-kiosk-setup --pin'
    policy 'pin: "$argon2id$v=19$m=8192,t=2,p=1$"'
    refused 78 'policy.yaml:1:6: error: this is no whole hash'
    policy 'pin: "$argon2id$v=19$m=1048576,t=2,p=1$c2FsdHNhbHRzYWx0$xZCXmUyfkTz13OeX9JZFmj2DcROUSIYrc/Y8z9d1xus"'
    refused 78 'policy.yaml:1:6: error: to look at this hash takes more than 128 MiB'
    policy 'pin: "$argon2id$v=19$m=8192,t=1000,p=1$c2FsdHNhbHRzYWx0$xZCXmUyfkTz13OeX9JZFmj2DcROUSIYrc/Y8z9d1xus"'
    refused 78 'policy.yaml:1:6: error: to look at this hash takes so long that the kiosk would count as hung'
fi
# Every key that there is stands in the manual, and in the file that is installed.
for key in $(sed -n 's/^    FIELD[A-Z_]*("\([a-z_]*\)".*/\1/p' "$TANU_SRC/src/app/policy.c"); do
    grep -q "^\.It Li .*\<$key\>" "$TANU_SRC/doc/tanu-kiosk.8" || { echo "$key: not in tanu-kiosk(8)"; failed=1; }
    grep -q "^#$key:" "$TANU_SRC/data/kiosk.yaml" || { echo "$key: not in kiosk.yaml"; failed=1; }
done
policy 'pack: ../x'
refused 78 'policy.yaml:1:7: error: the folder of a pack is written whole'
policy 'count_countries: yes'
refused 78 'policy.yaml:1:18: error: countries are counted only with "counts: yes"'
policy 'letters: yes'
refused 78 'policy.yaml:1:10: error: letters are only printed: they need "print:" with its "queue:"'
policy 'idle: 30' 'idle: 40'
refused 78 'policy.yaml:2:1: error:'
policy '- idle'
refused 78 'policy.yaml:1:1: error:'
policy 'idle: [30]'
refused 78 'policy.yaml:1:7: error:'

# What a YAML reader would take in another way than somebody who reads the file.
policy 'print:' '	queue: office'
refused 78 'policy.yaml:2:1: error: tabs are not allowed; use two spaces'
policy 'idle: &a 30'
refused 78 'policy.yaml:1:7: error: anchors (&a) are not used here; write the value out'
policy 'idle: !!int 30'
refused 78 'policy.yaml:1:7: error: tags (tag:yaml.org,2002:int) are not used here; remove it'
policy '{idle: 30}'
refused 78 'policy.yaml:1:1: error: write the mapping in block style, one key a line'
policy 'languages: [kk, ru]'
refused 78 'policy.yaml:1:12: error: write the list in block style, one item a line'
policy 'qr: yes' 'code: yes' 'qr: no'
refused 78 'policy.yaml:3:1: error: the key "qr" is already on line 1; keep one of them'
policy 'languages:' '  - kk' '  - kk'
refused 78 'policy.yaml:3:5: error: "kk" stands in this list already'
policy 'help: "a\x1b[31m"'
refused 78 'policy.yaml:1:7: error: control characters are not allowed'

# Whoever may write there would decide what a kiosk may do.
policy 'idle: 30'
chmod 664 policy.yaml
refused 78 'policy.yaml: error: nobody but its owner may write this file'
chmod 606 policy.yaml
refused 78 'policy.yaml: error: nobody but its owner may write this file'
if [ "$(id -u)" = 0 ]; then
    chmod 644 policy.yaml
    chown 12345 policy.yaml
    refused 78 'policy.yaml: error: the policy of a kiosk belongs to root'
    # A link of root is one way to keep files; whose link it is says where it points.
    policy 'qr: perhaps'
    mv policy.yaml kept.yaml
    ln -s kept.yaml policy.yaml
    refused 78 'policy.yaml:1:5: error: "perhaps"'
    chown -h 12345 policy.yaml
    refused 78 'policy.yaml: error: this is a link of somebody else; put the file itself there'
fi
rm -f policy.yaml
mkdir policy.yaml
refused 78 'policy.yaml: error: this is no file'
rmdir policy.yaml
refused 66 'policy.yaml: error: No such file'
# A file that cannot be read says why.
if test -e /proc/self/mem; then
    ln -s /proc/self/mem policy.yaml
    refused 78 'policy.yaml: error: Input/output error'
    rm policy.yaml
fi
# That of the system need not be there: then nothing is granted.
system=$(sed -n 's/^sysconfdir = //p' "$TANU_BUILD/Makefile")
prefix=$(sed -n 's/^prefix = //p' "$TANU_BUILD/Makefile")
if test ! -e "$(echo "$system" | sed "s|\${prefix}|$prefix|")/tanu/kiosk.yaml"; then
    printf '%s\n' '' '' KZ '?' again yes | "$tanu" --kiosk --line --pack "$pack" >out 2>err || { echo "no policy of the system: $?"; cat err; failed=1; }
    grep -q 'All answers are forgotten' out && ! grep -q quit: out || { echo "without a policy: $(cat out)"; failed=1; }
fi
head -c 70000 /dev/zero | tr '\0' '#' >policy.yaml
chmod 644 policy.yaml
refused 78 'a policy has 65536 bytes at most'

# talk LINES...: a session in lines
talk() {
    printf '%s\n' "$@" | "$tanu" --kiosk policy.yaml --line --pack "$pack" --as-of 2026-11-01 >out 2>err || {
        echo "line mode ended with $?"
        cat err
        failed=1
    }
}
# Several diplomas, unless it says no.
policy 'idle: 30'
talk '' '' KZ '?' another diploma again yes
grep -q '^another: ' out && grep -q '^Diploma 2: Question ' out || { echo "no second diploma"; failed=1; }
policy 'diplomas: no'
talk '' '' KZ '?' another diploma again yes
! grep -q '^another: \|Diploma 2' out || { echo "a second diploma, though it says no"; failed=1; }

# An empty policy and one of comments are policies that grant nothing; --kiosk=FILE is the same.
for words in '' '# nothing'; do
    policy "$words"
    talk '' '' KZ again yes '' '' quit '?' ':quit' CN
    grep -q 'Press Enter to begin' out
    grep -q 'All answers are forgotten' out
    ! grep -q 'quit:' out || { echo "quit is offered"; failed=1; }
    # a word that is no command there is an answer, and nobody left
    grep -q 'You answered: China' out || { echo "quit means something"; failed=1; }
    cp out before
    printf '%s\n' '' '' KZ again yes '' '' quit '?' ':quit' CN | "$tanu" --kiosk=policy.yaml --line --pack "$pack" --as-of 2026-11-01 >out
    cmp before out
done
# A language that the content does not speak is not offered, and whoever wrote the policy is told.
policy 'languages:' '  - tr' '  - en'
talk '' ''
grep -q "names 'tr', but the content has no texts in it" err || { echo "a language that is not there is not told of: $(cat err)"; failed=1; }
! grep -q "'en'" err || { echo "English is not there"; failed=1; }
policy 'idle: 30'
# Nobody is told of a word that is not there.
talk '' '' '?'
! grep -iw quit out || { echo "quit is told of"; failed=1; }
# The first line only wakes.
policy 'desk: Room 12'
talk KZ '' '?'
grep -q 'Question 1' out
! grep -q 'Question 2' out || { echo "the first line was an answer"; failed=1; }
grep -q 'Room 12' out
# The environment is not believed.
TANU_PACK=/nowhere LANGUAGE=kk TANU_LANG=kk LINES=1 COLUMNS=1 talk '' KZ
grep -q 'You answered' out || { echo "the environment was believed"; failed=1; }
# In line mode too the staff can end it, with the PIN and nothing else; without one in the policy there is no such word.
export STATE_DIRECTORY="$work"
policy 'desk: Room 12'
talk '' '' staff '?'
! grep -q PIN out || { echo "a PIN is asked for that the policy does not have"; failed=1; }
policy 'pin: "$argon2id$v=19$m=8192,t=2,p=1$c2FsdHNhbHRzYWx0$xZCXmUyfkTz13OeX9JZFmj2DcROUSIYrc/Y8z9d1xus"'
talk '' '' '?' :staff 1357 '' KZ :staff 2468 CN
grep -q 'staff: For the staff only' out || { echo "nobody says how the PIN is asked for"; failed=1; }
test "$(grep -c 'PIN, or Enter alone' out)" = 3 || { echo "the PIN is not asked for three times"; failed=1; }
grep -q 'This PIN is wrong' out
grep -q 'You answered: Kazakhstan' out || { echo "Enter alone does not lead back"; failed=1; }
! grep -q 'You answered: China' out || { echo "the right PIN does not end it"; failed=1; }
! grep -q -e 1357 -e 2468 out || { echo "a PIN is said"; failed=1; }
test "$(cat pin-tries 2>/dev/null | wc -l)" -le 1

# New content is taken up between two visits in line mode too; what cannot be loaded leaves what there was.
cp -R "$pack" pack
policy 'languages:' '  - en'
mkfifo lines said
"$tanu" --kiosk policy.yaml --line --pack pack <lines >said 2>err &
kiosk=$!
exec 3>lines 4<said
head -c 1 <&4 >visit # it speaks, so it has read the old
# visit: one that ends, and whose title is in `visit`
visit() {
    printf '\n\nagain\nyes\n' >&3
    timeout 30 sed -u '/All answers are forgotten/q' <&4 >visit || { echo "no visit"; failed=1; }
}
sed 's/^title:.*/title: Another pack for tests/' "$pack/pack.yaml" >pack/new && touch -d '2026-01-01' pack/new && mv pack/new pack/pack.yaml
visit # begun with the old
visit
grep -q 'Another pack for tests' visit || { echo "new content is not taken up"; failed=1; }
echo 'id: [' >pack/pack.yaml && touch -d '2026-01-02' pack/pack.yaml
visit
visit
grep -q 'Another pack for tests' visit || { echo "content that cannot be loaded ends the visits"; failed=1; }
# Written anew in its place; and another file of the same second.
sed 's/^title:.*/title: A third pack for tests/' "$pack/pack.yaml" >pack/pack.yaml && touch -d '2026-01-03' pack/pack.yaml
visit
visit
grep -q 'A third pack for tests' visit || { echo "content that was written in its place is not taken up"; failed=1; }
sed 's/^title:.*/title: A fourth pack for tests/' "$pack/pack.yaml" >pack/new && touch -r pack/pack.yaml pack/new && mv pack/new pack/pack.yaml
visit
visit
grep -q 'A fourth pack for tests' visit || { echo "content of the same second is not taken up"; failed=1; }
kill -TERM $kiosk
wait $kiosk || { echo "SIGTERM gives $?"; failed=1; }
exec 3>&- 4<&-
exit $failed
