#!/bin/sh
# SPDX-License-Identifier: MIT
# `tanu form` from outside: the questions of a destination on paper, and what a counsellor types from a filled one as answers.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() {
    echo "FAIL: $*"
    exit 1
}
day='--as-of 2026-11-28'
questions=$TANU_SRC/questions/tokyo/questions.yaml

for lang in en kk ru; do
    for format in text html; do
        "$tanu" form CN $day --lang $lang --format $format >$lang.$format || fail "$format in $lang"
    done
    sed -e '1,/<body>/d' -e 's/<[^>]*>//g' -e 's/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g' $lang.html | tr -d '\n\t :=' >a
    tr -d '\n\t :=' <$lang.text >b
    cmp -s a b || fail "text and HTML say different things in $lang"
    grep -q '\[ \] 1 ' $lang.text || fail "no boxes in $lang"
    test "$(wc -L <$lang.text)" -le 72 || fail "long lines in $lang"
    LC_ALL=C grep -q '[[:cntrl:]]' $lang.text && fail "control characters"
    test "$(grep -c '<h2 class="sheet"' $lang.html)" -gt 2 || fail "HTML is not cut into sheets"
done
# Every sheet begins a page, and none is lost.
if "$tanu" form KZ $day --lang kk --format pdf --paper letter -o form.pdf 2>err; then
    sheets=$("$tanu" form KZ $day --lang kk | grep -c '^[0-9]*-парақ, ')
    pdftotext -layout form.pdf - | tr '\f' '\n' | grep -c '^ *[0-9]*-парақ, ' | grep -qx "$sheets" || fail "sheets in the PDF"
else
    grep -q HTML err || fail "without PDF: $(cat err)"
fi
"$tanu" form kz $day | head -n 1 | grep -q Kazakhstan || fail "small letters"
"$tanu" form CN --lang kk,en $day >two && grep -q 'Sheet 1 of' two && grep -q '1-парақ' two || fail "two languages"

# ---- typed in ----------------------------------------------------------------------------------

# What each printed line asks for: the number of the question; the headings say which it is.
lines=$(grep -A1 '^For the counsellor: the line' en.text | grep '^[0-9]' | tr '\n' ' ')
test -n "$lines" || fail "no line to type"
form=$(echo "$lines" | cut -d' ' -f3)
# The label of a printed question gives its id.
id_of() {
    label=$(sed -n "/^$1\. /,/^  /p" en.text | sed '/^  /d' | tr '\n' ' ' | sed 's/^[0-9]*\. //; s/ $//')
    awk -v label="    label: $label" '/^  - id: / { id = $3 } $0 == label { print id; exit }' "$questions"
}
test "$(id_of 1)" = purpose || fail "the first question is $(id_of 1)"
# fill ID=GROUP...: the lines of all sheets, - where nothing is given
fill() {
    for part in $lines; do
        case $part in
        *:____)
            id=$(id_of "${part%%:*}")
            group=-
            for pair in "$@"; do test "${pair%%=*}" != "$id" || group=${pair#*=}; done
            printf ' %s' "$group"
            ;;
        *) printf ' %s' "$part" ;;
        esac
    done
}
typed=$(fill purpose=1 award_country=kz level=1 target_level=3 mode=5 award_year=2021 duration_years=3,5 \
    documents_held=1,3 displaced='?' institution_status='?' start_year=2017)
"$tanu" form CN $day --read "$typed" >out || fail "a filled form is refused: $typed"
cat >want <<'END'
{"destination":"CN","purpose":"further_study","award_country":"KZ","level":"bachelor","target_level":"master","institution_status":"unknown","mode":"online","award_year":2021,"start_year":2017,"duration_years":3.5,"documents_held":["diploma","supplement"]}
END
jq -S 'del(.displaced)' out >a
jq -S . want | cmp -s - a || fail "other answers: $(cat out)"
echo "$typed" | "$tanu" form CN $day --read - | cmp - out || fail "standard input"
"$tanu" assess $day <out | jq -e .outcome >/dev/null || fail "what is read is no case"
# The number of the question may be typed too, as it is printed; that of another one is refused.
numbered=$(for part in $lines; do
    case $part in
    *:____) echo "${part%____}?" ;;
    *) echo "$part" ;;
    esac
done)
"$tanu" form CN $day --read "$numbered" >got || fail "numbers as they are printed: $numbered"
"$tanu" form CN $day --read "$(fill | sed 's/ -/ ?/g')" | cmp - got || fail "other answers with the numbers"
# Line feeds count as blanks; only one sheet; none of the boxes; nobody knows.
"$tanu" form CN $day --read "$(fill documents_held=0 | tr ' ' '\n')" | jq -e '.documents_held == []' >/dev/null || fail "none of the boxes"
"$tanu" form CN $day --read "$(fill | sed 's/-/?/g')" | jq -e '[.[] | select(. == "unknown")] | length > 10' >/dev/null || fail "I don't know"
"$tanu" form CN $day --read "1 $form 7 KZ" | jq -e '.purpose == "unknown"' >/dev/null || fail "the box for who is not sure yet"
"$tanu" form CN $day --read "1 $form 4 KZ" | jq -e '. == {"destination":"CN","purpose":"academic_title","award_country":"KZ"}' >/dev/null ||
    fail "one sheet"

refused() { # WORDS LINES
    "$tanu" form CN $day --read "$2" >out 2>err && got=0 || got=$?
    test $got -eq 65 && test ! -s out && grep -q "$1" err || fail "'$2' ends with $got, not with '$1': $(cat out err)"
}
refused 'question 1' "1 $form 99 KZ"
refused 'question 1' "1 $form 0 KZ"
refused 'question 2' "1 $form 1 XX"
refused 'question 2' "1 $form 1:1 3:KZ"
refused 'ends before question 2' "1 $form 1"
refused 'sheet' "99 $form 1 KZ"
refused 'another form' "1 1 1 KZ"
refused 'twice' "1 $form 1 KZ 1 $form 1 KZ"
refused 'the line of a sheet' ''
refused 'from 1940' "$(fill award_year=1812)"
refused '“1,,3”' "$(fill documents_held=1,,3)"
refused '“3;DROP”' "$(fill level='3;DROP')"
refused '' "$(printf '1 %s 1 \033[2J' "$form")"
grep -q "$(printf '\033')" err && fail "an escape sequence is printed"
"$tanu" form RU $day --read "1 $form 1 KZ" 2>/dev/null && fail "a line of another destination"
refused 'too long' "$(head -c 30000 /dev/zero | tr '\0' 1)"

status=0
"$tanu" form 2>err || status=$?
test $status -eq 64 || fail "no destination: $status"
for wrong in XX Kasachstan ''; do
    status=0
    "$tanu" form "$wrong" 2>err || status=$?
    test $status -eq 64 && test -s err || fail "destination '$wrong': $status"
done
status=0
"$tanu" form CN --format ics 2>err || status=$?
test $status -eq 64 && grep -q 'text, html or pdf, not .ics' err || fail "a calendar of a form: $(cat err)"
