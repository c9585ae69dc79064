#!/bin/sh
# SPDX-License-Identifier: MIT
# A free text has the same bounds in every door: 300 characters, of whatever script, where the pack does not say it.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "text-answers.sh: $*" >&2; exit 1; }
cp -R "$TANU_SRC/tests/packs/tiny" pack
chmod -R u+w pack
printf '  - id: school\n    type: text\n    label: What is its name?\n    why: It is written down.\n' >>pack/questions.yaml
cat >pack/rules/school.yaml <<'X'
rights:
  - id: named
    when: known(school)
    text: The name is written down.
    cites:
      - textbook
X
# name COUNT: so many letters of two bytes.
name() { printf 'Қ%.0s' $(seq "$1"); }
in_lines() { printf 'China\nAustralia\n2\n1\n4\n3\n%s\nquit\n' "$1" | "$tanu" --line --pack pack --as-of 2026-11-01 2>&1 || :; }
in_json() { printf '{"destination":"CN","school":"%s"}\n' "$1" | "$tanu" assess --pack pack --as-of 2026-11-01 || :; }
for max in '' 200 500; do
    most=${max:-300}
    sed -i '/max_length:/d' pack/questions.yaml
    test -z "$max" || sed -i "s/^    why: It is written down./&\n    max_length: $max/" pack/questions.yaml
    in_json "$(name $most)" | grep -q '"id":"named"' || fail "$most letters are refused in JSON: $(in_json "$(name $most)")"
    in_json "$(name $((most + 1)))" | grep -q "longer than $most characters" || fail "$((most + 1)) letters are taken in JSON"
    in_lines "$(name $most)" | grep -q '^ҚҚҚҚ' || fail "$most letters are refused in line mode: $(in_lines "$(name $most)")"
    in_lines "$(name $((most + 1)))" | grep -q 'That is too long' || fail "$((most + 1)) letters are taken in line mode"
done

# What nobody sees is no name: one character of each kind alone is refused, between letters it is left out.
{
    for c in 00ad 034f 115f 1160 17b4 17b5 180b 180f 200b 200d 2060 2065 206a 206f 3164 fe00 fe0f feff ffa0 fff9 fffb; do
        printf '{"destination":"CN","school":"\\u%s"}\n' $c
    done
} >invisible
"$tanu" assess --pack pack <invisible | grep -vc '"code":"bad-value"' >out || :
test "$(cat out)" = 0 || fail "a name of what nobody sees is taken"
printf '{"destination":"CN","school":"\\u200bA"}\n' | "$tanu" assess --pack pack | grep -q '"id":"named"' || fail "a letter behind what nobody sees is lost"
