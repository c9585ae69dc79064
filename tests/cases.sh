#!/bin/sh
# SPDX-License-Identifier: MIT
# `tanu cases` from outside: what is kept, for whom it can be read, what comes back, what moved with the law; and that nothing is lost,
# followed or overwritten that should not be.
set -eu
tanu="$TANU_BUILD/tanu"
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME
folder=$XDG_DATA_HOME/tanu/cases
day=--as-of=2026-11-28
fail() {
    echo "FAIL: $*"
    exit 1
}
# refused STATUS WORDS COMMAND...
refused() {
    wanted=$1 words=$2
    shift 2
    status=0
    "$@" >out 2>err </dev/null || status=$?
    test $status -eq "$wanted" && grep -qF -- "$words" err || fail "$*: $status, $(cat err)"
}

# Nothing is made by looking.
"$tanu" cases list >out && test ! -s out && test ! -e data || fail "a look made something"

# Every word says how it is written when an operand is missing or one is too many.
usage_of() { # WORD [OPERAND]...
    "$tanu" cases "$@" 2>&1 </dev/null | sed -n "s/^tanu: write: tanu cases $1//p"
}
verbs=$("$tanu" cases 2>&1 | sed 's/.*: //; s/[,.]//g')
test "$(echo "$verbs" | wc -w)" -gt 15 || fail "the words of cases: $verbs"
for verb in $verbs; do
    case $verb in
    list | import | recheck | purge | notice | seal | unseal | passphrase | accuracy | stats) usage=$(usage_of "$verb" 1 2) least=0 ;;
    *) usage=$(usage_of "$verb") least=$(echo "${usage%%\[*}" | wc -w) ;;
    esac
    most=$(echo "$usage" | wc -w)
    test "$usage" = "${usage% }" || fail "cases $verb: a space at the end"
    refused 64 '' "$tanu" cases "$verb" $(seq $((most + 1)))
    grep -qF -e "write: tanu cases $verb$usage" -e "one operand too many" err || fail "cases $verb: $(cat err)"
    test "$least" -eq 0 || refused 64 "write: tanu cases $verb$usage" "$tanu" cases "$verb" $(seq 2 "$least")
done

cat >in.jsonl <<'END'
{"id":"Aigul 7","award_country":"KZ","destination":"JP","level":"bachelor","purpose":"further_study","documents_held":["diploma","transcript"],"duration_years":4,"institution":"Әл-Фараби \"ҚазҰУ\"","ticks":["general-diploma"]}
{"award_country":"JP","destination":"KZ","level":"master","purpose":"employment","documents_held":[],"mode":"unknown"}

{"id":"Айша","award_country":"RU","destination":"KZ","level":"bachelor","purpose":"employment"}
END
"$tanu" cases import $day in.jsonl >names || fail "import"
printf 'Aigul 7\ncase-001\nАйша\n' | diff - names || fail "names"
test "$(stat -c %a "$folder")" = 700 || fail "others can enter the folder"
test "$(stat -c %a "$folder/Aigul 7.yaml")" = 600 || fail "others can read a case"
grep -q '^format: 1$' "$folder/Aigul 7.yaml" || fail "no format"

# What comes back is what went in, and every door reads it.
"$tanu" cases export 'Aigul 7' >one.json
for word in '"id":"Aigul 7"' '"documents_held":["diploma","transcript"]' '"ticks":["general-diploma"]' 'Әл-Фараби \"ҚазҰУ\"'; do
    grep -qF "$word" one.json || fail "export lacks $word"
done
"$tanu" cases export case-001 | grep -qF '"documents_held":[]' || fail "no papers at all is an answer too"
"$tanu" cases export case-001 | "$tanu" assess --brief $day >a
sed -n 2p in.jsonl | "$tanu" assess --brief $day >b
sed 's/"id":"case-001",//' a | cmp -s - b || fail "the exported case is judged otherwise"

# A line each; the machine's forms.
test "$("$tanu" cases list | wc -l)" -eq 3 || fail "list"
"$tanu" cases list --format csv | head -n 2 | tail -n 1 | grep -q '^"Aigul 7","JP",' || fail "csv"
"$tanu" cases list --format json | head -n 1 | grep -q '"name":"Aigul 7","destination":"JP"' || fail "json"
"$tanu" cases show --lang ru Айша | grep -q Казахстан || fail "show in Russian"

# Lines with nothing on them are passed over: import answers none.
printf '\n{"id":"blank1","destination":"JP"}\n\n' >blank.jsonl
test "$("$tanu" cases import $day blank.jsonl)" = blank1 || fail "a blank line in an import"
"$tanu" cases delete blank1 >/dev/null || fail "delete"
# Mistakes in an import: the good lines come in, each other one is named.
printf '%s\n' '{"id":"x1","level":"bachelor"}' '{"id":"x2","level":"bachelr"}' '{"id":"x3","colour":"red"}' '{"id":"a/b"}' '{"id":"x4"' '{"id":"../up"}' \
    '{"id":"x5","level":"bachelor","level":"master"}' '[]' >bad.jsonl
status=0
"$tanu" cases import bad.jsonl >out 2>err || status=$?
test $status -eq 1 && test "$(cat out)" = x1 || fail "a bad import: $status, $(cat out)"
for line in 2 3 5 7 8; do grep -q "line $line" err || fail "line $line is not named"; done
grep -q 'a/b' err && test ! -e data/tanu/cases/a && test ! -e data/tanu/up.yaml || fail "a name with a slash"
refused 1 'already' "$tanu" cases import in.jsonl
"$tanu" cases import --force $day in.jsonl >/dev/null || fail "--force"
test -e "$folder/Aigul 7.yaml~" || fail "the version before is not kept"

# The same hand as everywhere: byte order marks, exponents, cleaned names, did you mean; several diplomas are judged by the one that carries.
printf '\357\273\277{"id":"y1","award_year":2.015e3,"best_rank":"1-250","institution":"A\\tB\\u200b"}\n{"id":"y2","award_country":"UK"}\n{"id":"y3","ticks":["none"]}\n' >other.jsonl
"$tanu" cases import other.jsonl >out 2>err && fail "a bad code comes in"
test "$(cat out)" = y1 || fail "a line of another world: $(cat out err)"
grep -q 'line 2: .*did you mean "GB"' err && grep -q 'line 3: .*no id of a paper' err || fail "$(cat err)"
"$tanu" cases export y1 | grep -qF '"award_year":"2015","best_rank":"1-250","institution":"A B"' || fail "$("$tanu" cases export y1)"
echo '{"id":"y4","award_country":"KZ","destination":"CN","purpose":"further_study","qualifications":[{"level":"doctorate","institution_status":"not_recognised"},{"level":"bachelor"},{"level":"master"}]}' >several.json
"$tanu" cases import $day several.json >/dev/null || fail "several diplomas"
"$tanu" cases export y4 | "$tanu" report $day --format json >got || fail "report of several"
"$tanu" cases list $day | grep '^y4' | grep -qF " $(jq -r .outcome got) " || fail "several are not judged by the one that carries: $("$tanu" cases list $day)"
# A diploma of which only what is shared is known is one more all the same; a line that has one diploma replaces several.
echo '{"id":"y5","award_country":"KZ","destination":"CN","level":"master","ticks":["general-diploma"],"qualifications":[{},{"level":"bachelor"},{}]}' >shared.json
"$tanu" cases import $day shared.json >/dev/null || fail "an empty diploma"
"$tanu" cases export y5 | jq -c .qualifications | grep -qxF '[{},{"level":"bachelor"},{}]' || fail "diplomas are lost: $("$tanu" cases export y5)"
"$tanu" cases rename y5 y6 && "$tanu" cases rename y6 y5
"$tanu" cases export y5 | "$tanu" report $day --format json | jq -e '.carries == 0 and (.qualifications | length) == 3' >/dev/null || fail "three diplomas, the first carries"
echo '{"id":"y5","destination":"JP","level":"bachelor"}' | "$tanu" cases import --force $day >/dev/null
"$tanu" cases export y5 | grep -qxF '{"id":"y5","destination":"JP","level":"bachelor"}' || fail "diplomas of before are left: $("$tanu" cases export y5)"
for name in y1 y4 y5; do "$tanu" cases delete $name; done

# Whatever people can type comes back: joiners of Persian, letters in parts as another system writes them, pictures.
i=0
for words in 'دانش\u200cگاه' '\u0418\u0306\u043e\u0448\u043a\u0430\u0440' 'Uni \u2605 \ud83c\udf93'; do
    i=$((i + 1))
    printf '{"id":"z%d","destination":"KZ","institution":"%s"}\n' $i "$words" >typed.json
    "$tanu" cases import typed.json >out || fail "import of $words"
    printf '{"institution":"%s"}' "$words" | jq -r .institution >want
    "$tanu" cases export z$i | jq -r .institution | diff want - || fail "$words does not come back"
    "$tanu" cases decide z$i KZ recognised "$(cat want)" && "$tanu" cases show z$i | grep -qF "$(cat want)" || fail "$words as a reason"
done
# What steers a terminal, and what is no text at all, is not kept, and does not damage the case.
"$tanu" cases decide z1 KZ recognised "$(printf 'be\033[31mcause\342\200\256 of\twhat')" || fail "a reason with controls"
"$tanu" cases show z1 >out || fail "a reason with controls damaged the case"
grep -q "$(printf '\033')" out && fail "a control character was kept: $(cat -v out)"
grep -q 'cause of what' out || fail "the reason is lost: $(cat -v out)"
"$tanu" cases decide z2 KZ recognised "$(printf 'no \377 text')" && "$tanu" cases show z2 | grep -q 'no . text' || fail "a reason that is no UTF-8"
sed 's/cause of/cause\\u202e of/' "$folder/z1.yaml" >spoilt && cat spoilt >"$folder/z1.yaml"
refused 65 'damaged' "$tanu" cases show z1
for name in z1 z2 z3; do "$tanu" cases delete $name; done
printf '{"id":"a\\u0000b"}\n' >zero.json
refused 1 'cannot be the name' "$tanu" cases import zero.json
for words in 'cases import' stats 'form CN --read -'; do
    status=0
    "$tanu" $words <&- >out 2>err || status=$?
    test $status -eq 74 && grep -q 'standard input' err || fail "$words without input: $status, $(cat err)"
done

# What is not known stays.
printf 'later_key: "kept"\nlater_list:\n  - a: 1\n    b: "two: words"\n' >>"$folder/Aigul 7.yaml"
head -n 1 in.jsonl | "$tanu" cases import --force >/dev/null || fail "over a case with unknown keys"
grep -q '^later_key: kept$' "$folder/Aigul 7.yaml" && grep -q '    b: "two: words"' "$folder/Aigul 7.yaml" || fail "an unknown key is lost"

# A hand may have written other things than answers, and keys that need quotes.
printf 'format: 1\nname: odd\nanswers:\n  - level\nqualifications:\n  - - x\n"a: b": "c"\n' >"$folder/odd.yaml"
chmod 600 "$folder/odd.yaml"
"$tanu" cases export odd | grep -qF '"id":"odd"' && "$tanu" cases show odd >/dev/null || fail "a list for answers"
"$tanu" cases decide odd KZ recognised && "$tanu" cases show odd >/dev/null && grep -qxF '"a: b": c' "$folder/odd.yaml" || fail "a key in quotes is not kept: $(cat "$folder/odd.yaml")"
"$tanu" cases delete odd

# The example of doc/case-file.md is read whole, and what is not changed is written as it was.
sed -n '/^```yaml$/,/^```$/p' "$TANU_SRC/doc/case-file.md" | sed '1d;$d' >example.yaml
(umask 077 && cp example.yaml "$folder/Example.yaml")
"$tanu" cases show Example $day --lang en >shown || fail "the example: $(cat shown)"
grep -q 'no longer fit' shown && fail "answers of the example do not fit: $(cat shown)"
"$tanu" cases export Example | "$tanu" report $day --format json | jq -e '.qualifications | length == 2' >/dev/null || fail "the example has two diplomas"
"$tanu" cases decide Example JP recognised 'a letter' $day || fail "the example cannot be written"
diff example.yaml "$folder/Example.yaml" | grep '^<' | grep -vE 'name: "Aigul 7"|status: applied|date: 2026-11-20|reason: "sent by post"' && fail "the example is not written as it was"
"$tanu" cases delete Example

# Rename and delete.
"$tanu" cases rename x1 'New name' && test -e "$folder/New name.yaml" && test ! -e "$folder/x1.yaml" || fail "rename"
grep -q '^name: "New name"' "$folder/New name.yaml" || fail "the name inside"
refused 77 'already' "$tanu" cases rename 'New name' Айша
refused 66 'no case' "$tanu" cases rename nobody somebody
refused 64 'cannot be the name' "$tanu" cases rename 'New name' ../x
"$tanu" cases delete 'New name' && test -z "$(ls "$folder" | grep New)" || fail "delete"
refused 66 'no case' "$tanu" cases delete 'New name'

# The law moves: exactly the cases that it concerns, by which fact.
"$tanu" cases recheck $day | grep -q 'Nothing has moved' || fail "moved by itself"
"$tanu" cases recheck $day --assume 'tokyo-2011 KZ in_force=2026-11-01' >moved
grep -q '^Aigul 7$' moved && grep -q 'position: none -> recognised' moved || fail "the deposit: $(cat moved)"
cp -R "$TANU_SRC/questions/tokyo" pack
sed -i 's/43,250 tenge in 2026 for a higher/47,575 tenge in 2026 for a higher/' pack/countries/KZ.yaml
"$tanu" cases recheck $day --pack pack >moved
grep -q '^Aigul' moved && fail "a Kazakh fee moved a case that goes to Japan"
grep -q '^Айша$' moved && grep -q 'now fee kz-fee: 47,575 .*(countries/KZ.yaml:[0-9]*)' moved || fail "the fee: $(cat moved)"
"$tanu" cases recheck $day --pack pack --against "$TANU_SRC/questions/tokyo" | grep -q '^Айша$' || fail "--against"
"$tanu" cases recheck $day --pack pack --format csv | grep -q '^"Айша","now fee kz-fee' || fail "recheck as CSV"
"$tanu" cases recheck $day --pack pack --format json | grep -q '{"name":"Айша","moved":\["' || fail "recheck as JSON"
"$tanu" cases list --pack pack | grep '^Айша' | grep -q moved || fail "no mark in the list"
# What is news the pack says.
sed -i '/^news:/,/^  - fee$/s/^  - fee$/  - register/' pack/pack.yaml
cp -R pack then
sed -i 's/47,575 tenge/43,250 tenge/' then/countries/KZ.yaml
"$tanu" cases recheck $day --pack pack --against then | grep -q 'Nothing has moved' || fail "a fee is news although the pack does not say so"

# Over its day.
printf 'expires: 2026-12-01\n' >>"$folder/Айша.yaml"
"$tanu" cases purge --as-of 2026-12-01 | grep -q 'Nothing is over' || fail "purged on the last day"
"$tanu" cases purge --as-of 2026-12-02 | grep -q '^Айша' && test ! -e "$folder/Айша.yaml" || fail "not purged"

cp "$folder/case-001.yaml" kept.yaml
printf 'expires: 2026\n' >>"$folder/case-001.yaml"
"$tanu" cases purge --as-of 2027-12-02 >out 2>err && grep -q "case-001: '2026' is no day" err && test -e "$folder/case-001.yaml" || fail "deleted by half a day: $(cat out err)"
sed -i 's/^expires: 2026$/expires: 2026-12-01/' "$folder/case-001.yaml"
"$tanu" cases list --as-of 2026-12-02 | grep '^case-001' | grep -q 'over$' || fail "the list does not say that it is over"
"$tanu" cases list --as-of 2026-12-01 | grep '^case-001' | grep -q 'over$' && fail "over on the last day"

# What the client is told: of this case, or of any; on paper, in every language, in two.
"$tanu" cases notice case-001 --lang en >notice || fail "notice"
for words in 'Name of the case: case-001' 'Until 2026-12-01' 'A copy of all that is kept' 'I agree that this is kept' 'Signature'; do
    grep -qF "$words" notice || fail "the notice lacks $words: $(cat notice)"
done
printf 'consent: 2026-11-28\n' >>"$folder/case-001.yaml"
"$tanu" cases notice case-001 --lang en | grep -q 'You agreed on 2026-11-28' || fail "the consent"
"$tanu" cases notice --lang ru | grep -q 'Что о вас хранится' || fail "the notice in Russian"
"$tanu" cases notice --lang kk | grep -q 'Сіз туралы' || fail "the notice in Kazakh"
"$tanu" cases notice --lang kk,ru --format html case-001 | grep -q 'Что о вас хранится' || fail "the notice in two languages"
"$tanu" cases notice case-001 --format html -o notice.html && grep -q '<h1' notice.html || fail "the notice as a file"
refused 77 'force' "$tanu" cases notice case-001 --format html --output notice.html
refused 64 'takes text, html' "$tanu" cases notice --format csv
refused 66 'no case' "$tanu" cases notice nobody
cat kept.yaml >"$folder/case-001.yaml"

# Damaged, newer, links, folders of others.
cp "$folder/case-001.yaml" good.yaml
printf 'format: 1\nname: "case-001\nanswers: [\n' >"$folder/case-001.yaml"
cp "$folder/case-001.yaml" damaged.yaml
refused 65 'damaged' "$tanu" cases show case-001
refused 65 'damaged' "$tanu" cases export case-001
# It is said where and why, as of any file that a person writes.
printf 'format: 1\nanswers:\n\tlevel: master\n' >"$folder/case-001.yaml"
refused 65 'case-001.yaml:3:1: error: tabs are not allowed; use two spaces' "$tanu" cases show case-001
grep -q 'damaged' err || fail "a tab: $(cat err)"
printf 'answers:\n  level: master\n' >"$folder/case-001.yaml"
refused 65 'write "format: 1" as its first line' "$tanu" cases export case-001
: >"$folder/case-001.yaml"
refused 65 'case-001.yaml:1:1: error' "$tanu" cases export case-001
cp damaged.yaml "$folder/case-001.yaml"
printf '%s\n' '{"id":"case-001","level":"master"}' >one.jsonl
refused 1 'damaged' "$tanu" cases import --force one.jsonl
cmp -s damaged.yaml "$folder/case-001.yaml" || fail "a damaged file was overwritten"
"$tanu" cases list | grep '^case-001' | grep -q damaged || fail "a damaged case is not in the list"
# A fifth diploma would be gone after the next save.
{ grep -v '^qualifications' good.yaml; printf 'qualifications:\n'; for i in 1 2 3 4 5; do printf '  - level: "master"\n'; done; } >"$folder/case-001.yaml"
refused 65 'damaged' "$tanu" cases show case-001
sed -i '$d' "$folder/case-001.yaml"
"$tanu" cases show case-001 >/dev/null || fail "four diplomas"
cp good.yaml "$folder/case-001.yaml"
# A file that was copied by hand is a case of its own name.
cp good.yaml "$folder/copied.yaml"
"$tanu" cases export copied | grep -q '^{"id":"copied"' || fail "a copied file goes by the other name"
"$tanu" cases summary copied | grep -q 'case-001' && fail "the summary of a copied file names the other case"
"$tanu" cases delete copied
sed -i 's/^format: 1/format: 2/' "$folder/case-001.yaml"
refused 1 'newer version' "$tanu" cases import --force one.jsonl
"$tanu" cases export case-001 | grep -q '"level":"master"' || fail "a newer case can be looked at"
cp good.yaml "$folder/case-001.yaml"
ln -s /etc/passwd "$folder/link.yaml"
refused 77 'is a link' "$tanu" cases export link
rm "$folder/link.yaml"
chmod 666 "$folder/case-001.yaml"
refused 77 'others can write' "$tanu" cases export case-001
chmod 600 "$folder/case-001.yaml"
head -c 1100000 /dev/zero | tr '\0' '#' >"$folder/big.yaml"
chmod 600 "$folder/big.yaml"
refused 65 'too big' "$tanu" cases export big
rm "$folder/big.yaml"
chmod 777 "$folder"
refused 77 'others can write' "$tanu" cases list
chmod 700 "$folder"
mv data real && ln -s real/tanu/cases cases-link
XDG_DATA_HOME='' HOME='' refused 78 'no place' "$tanu" cases list
mv real data

# Answers that the pack no longer has do not count and are named; the others do.
sed -i 's/^  level: master/  level: mastr/' "$folder/case-001.yaml"
"$tanu" cases show case-001 | grep -q 'no longer fit.*level' || fail "a lost answer is not named"

# Counts show nobody.
"$tanu" cases stats >counts
grep -E ' [1-4]$' counts && fail "a small count is shown"
grep -qx destination counts || fail "what is counted has no heading: $(cat counts)"
i=0
while test $i -lt 7; do
    echo '{"award_country":"KZ","destination":"JP","level":"bachelor","purpose":"further_study"}'
    i=$((i + 1))
done | "$tanu" cases import >/dev/null
"$tanu" cases stats --format csv >counts
grep -v '^"[^"]*","[^"]*","[^"]*"$' counts && fail "a line that is no record of three"
grep -q '"level","bachelor"' counts && fail "one hidden count can be found by subtraction"
grep -q '"purpose","others","11"' counts || fail "others: $(cat counts)"
"$tanu" cases accuracy | grep -q 'too few' || fail "accuracy of nothing"
refused 64 "'XX' is no country" "$tanu" cases decide case-002 XX recognised
refused 64 "'good' is no outcome" "$tanu" cases decide case-002 JP good
refused 66 'no case' "$tanu" cases decide nobody JP recognised
for n in 002 003 004 005 006 007 008; do
    "$tanu" cases decide case-$n JP recognised 'a letter of the university' --as-of 2026-12-20 || fail "decide"
done
grep -A9 '^destinations:' "$folder/case-004.yaml" >place
for line in '- country: JP' 'status: decided' 'date: 2026-12-20' 'reason: "a letter of the university"' 'decision: recognised' 'predicted: '; do
    grep -qF -- "$line" place || fail "decide lacks $line: $(cat place)"
done
"$tanu" cases accuracy --format csv | grep -q '^"destination","JP",' || fail "accuracy of what was decided: $("$tanu" cases accuracy --format csv)"
for n in 002 003 004 005 006 007 008; do sed -i '/^destinations:/,$d' "$folder/case-$n.yaml"; done
for n in 002 003 004 005 006; do
    printf 'destinations:\n  - country: JP\n    status: decided\n    predicted: recognised\n    decision: recognised\n' >>"$folder/case-$n.yaml"
done
"$tanu" cases accuracy --format csv | grep -q '"destination","JP",5,5' || fail "accuracy: $("$tanu" cases accuracy --format csv)"
"$tanu" cases accuracy | grep -q 'too few' && fail "five are said to be too few: $("$tanu" cases accuracy)"

refused 64 'say what' "$tanu" cases
refused 64 "did you mean 'list'" "$tanu" cases lst
refused 64 'NAME NEW' "$tanu" cases rename x
