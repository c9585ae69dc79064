#!/bin/sh
# SPDX-License-Identifier: MIT
# Nothing foreign steers the terminal: the same hostile word (a title sequence, C1 in UTF-8 and as a byte, direction marks, a line
# separator, DEL, a tab) through every door: options, operands, names of files and folders, the environment, cases, the pack. No
# output, good or bad, may hold a control character but the line feed, a mark of direction or a separator; JSON stays JSON.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0
esc=$(printf '\033]0;x\007')
c1=$(printf '\302\23331m\233')
marks=$(printf '\342\200\256\342\200\217\342\201\246\342\200\250\330\234\177\t')
word="w$esc$c1$marks"
utf8_word="w$(printf '\302\23331m')$(printf '\342\200\256\342\200\217\342\201\246\342\200\250\330\234\177')" # may stand in JSON as it is
escapes='w\u001b]0;x\u0007\u009b31m\u202e\u200f\u2066\u2028\u061c\u007f\t'

# harmless NAME FILE: bytes of control, and the UTF-8 of C1 and of what changes the direction or the line.
harmless() {
    if LC_ALL=C grep -nqP '[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]' "$2"; then
        echo "FAIL: $1"
        LC_ALL=C grep -nP '[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]' "$2" | head -n 3 | cat -v
        failed=1
    fi
}
# door NAME COMMAND...: standard input comes from the caller; something must have been said.
door() {
    name=$1
    shift
    "$@" >out 2>err || :
    test -s out || test -s err || { echo "FAIL: $name: silence"; failed=1; }
    harmless "$name" out
    harmless "$name (stderr)" err
    iconv -f UTF-8 -t UTF-8 out >/dev/null || { echo "FAIL: $name: not UTF-8"; failed=1; }
}
json() {
    jq -e . out >/dev/null || { echo "FAIL: $1: not JSON"; failed=1; }
}
case='{"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study"}'
echo "$case" >case.json
cp case.json "$(printf 'case\033]0;x\007\302\233.json')"
cp -R "$TANU_SRC/tests/packs/tiny" "$(printf 'pack\033]0;x\007\302\233')"

# ---- options, operands, names ------------------------------------------------------------------
for command in '' assess report compare check graph book pot; do
    # A language that is none does not keep `check` from its proof: of a small pack. That of the shipped one is check/shipped.sh.
    small=
    test "$command" != check || small=TANU_PACK=$TANU_SRC/tests/packs/tiny
    for option in --pack --lang --as-of --format --jobs --echo --to --no-such; do
        # shellcheck disable=SC2086
        door "$command $option" env ${small:+"$small"} "$tanu" $command "$option=$word" <case.json
    done
    # shellcheck disable=SC2086
    door "$command operand" "$tanu" $command "$word" "$word" <case.json
done
door 'a file that cannot be written' "$tanu" report --output="/nonexistent/$word" <case.json
door 'line mode' "$tanu" --line </dev/null
door 'a name of a file that is there' "$tanu" report "$(printf 'case\033]0;x\007\302\233.json')"
door 'a name of a folder that is there' "$tanu" check "$(printf 'pack\033]0;x\007\302\233')"
door 'a line feed in a name' "$tanu" report "$(printf 'no\nfile')"
test "$(wc -l <err)" -eq 1 || { echo 'FAIL: a complaint is one line'; failed=1; }

# ---- the environment ---------------------------------------------------------------------------
for name in TANU_PACK TANU_LANG LANGUAGE LC_ALL LANG TERM HOME TANU_PREPARED ACCESSIBLE NO_COLOR COLUMNS; do
    door "environment $name" env "$name=$word" "$tanu" report case.json
    door "environment $name, line mode" env "$name=$word" "$tanu" --line </dev/null
done

# ---- cases -------------------------------------------------------------------------------------
for value in "\"$word\"" "\"$utf8_word\"" "\"$escapes\"" '"\ud800"' '"\udc00\ud83d\ude00\ud83d"' "[\"$escapes\"]"; do
    for key in id level institution duration_years award_country documents_held; do
        echo "{\"$key\":$value,\"destination\":\"CN\"}" >lines
        door "report $key $value" "$tanu" report lines
        door "report --format json $key $value" "$tanu" report --format json lines
        door "compare $key $value" "$tanu" compare --to KZ,CN lines
        for form in '' --brief; do
            # shellcheck disable=SC2086
            door "assess $form $key $value" "$tanu" assess $form lines
            json "assess $form $key $value"
        done
    done
    echo "{\"region\":$value,\"$escapes\":1}" >lines
    door "assess: echo and an unknown key $value" "$tanu" assess --echo region lines
    json "assess: echo and an unknown key $value"
    printf '%s\n?\n%s\nquit\n' "$value" "$word" >typed
    door "line mode: typed $value" "$tanu" --line <typed
done
printf '{"id":"\\ud83d\\ude00\\ud800","destination":"CN"}\n' | "$tanu" assess --brief >out
test "$(jq -r .id out)" = "$(printf '\360\237\230\200\357\277\275')" || { echo 'FAIL: half a pair becomes U+FFFD'; failed=1; }
printf '{"id":"%s","destination":"CN"}\n' "$utf8_word" | "$tanu" assess --brief >out
test "$(jq -r .id out)" = "$utf8_word" || { echo 'FAIL: an id comes back as it was'; failed=1; }

# ---- packs -------------------------------------------------------------------------------------
for text in '"360 \e[31m yuan"' '"360 \x9b31m\u202e yuan"' "360 $utf8_word yuan" "360 $word yuan"; do
    rm -rf bad
    cp -R "$TANU_SRC/tests/packs/tiny" bad
    awk -v text="$(printf '%s' "$text" | sed 's/\\/\\\\/g')" '/text: 360 yuan/ { print "    text: " text; next } { print }' \
        bad/countries/CN.yaml >cn && cp cn bad/countries/CN.yaml
    grep -q '360 .' bad/countries/CN.yaml
    for command in 'report case.json' check 'check --format json' graph book pot 'assess case.json'; do
        # shellcheck disable=SC2086
        door "pack: $command: $text" "$tanu" $command --pack bad
    done
done
exit $failed
