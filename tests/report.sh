#!/bin/sh
# SPDX-License-Identifier: MIT
# `tanu report` from outside: every format of --format, in one language and in two; text and HTML say the same; a file is there whole or
# not at all; what somebody typed is text and nothing else.
set -eu
. "$TANU_SRC/tests/paper/words.sh"
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
fail() {
    echo "FAIL: $*"
    exit 1
}

cat >case.json <<'END'
{"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study","institution":"<b>X & \"Y\"</b> 'Z' \\input{a} (x) showpage"}
END

# What may link the two countries and asks for nothing here is no convention that might ask.
echo '{"award_country":"BR","destination":"KR"}' | "$tanu" report --lang en >links.text
tr '\n' ' ' <links.text | grep -q 'Whether agreements link the two countries is not known; none of them is known to ask' ||
    fail "an agreement without a duty that may link the countries is not told as one"

# This program may have been built without PDF; then it says so and offers HTML.
pdf=yes
"$tanu" report --format pdf -o try.pdf case.json 2>err || { grep -q HTML err || fail "without PDF: $(cat err)"; pdf=no; }

for lang in en kk ru; do
    for format in text html json; do
        "$tanu" report --lang $lang --format $format case.json >$lang.$format || fail "$format in $lang"
        test -s $lang.$format || fail "$format in $lang is empty"
    done
    test "$(words_of_html $lang.html)" = "$(words_of_text $lang.text)" || {
        words_of_html $lang.html | fold -w 60 >a
        words_of_text $lang.text | fold -w 60 >b
        diff a b | head -n 6
        fail "text and HTML say different things in $lang"
    }
    if test $pdf = yes; then
        "$tanu" report --lang $lang --format pdf -o $lang.pdf case.json || fail "pdf in $lang"
        words_of_pdf $lang.pdf | fold -w 60 >a
        words_of_text $lang.text | sed 's/-*$//' | fold -w 60 >b
        cmp -s a b || { diff a b | head -n 6; fail "text and PDF say different things in $lang"; }
        pdfinfo $lang.pdf >info
        pages=$(sed -n 's/^Pages: *//p' info)
        for page in 1 $pages; do
            pdftotext -f $page -l $page $lang.pdf - | grep -qx "$page */ *$pages" || fail "page $page of the PDF in $lang has no number"
        done
        grep -q 'Tagged: *yes' info && grep -q 'A4' info && grep -q '^Title: *.' info || fail "pdf of $lang: $(cat info)"
        grep -aq "/Lang ($lang)" $lang.pdf && grep -aq '/DisplayDocTitle true' $lang.pdf || fail "no language in the PDF"
        pdfinfo -struct $lang.pdf | awk '/^ *(Document|H1|H2|P|L|LI)( |$)/ { seen[$1] = 1 }
            END { exit !(seen["Document"] && seen["H1"] && seen["H2"] && seen["P"] && seen["L"]) }' || fail "tags"
    fi
    grep -q "^<html lang=\"$lang\">" $lang.html || fail "the language of the page"
    awk 'length($0) > 72 * 4 { exit 1 }' $lang.text || fail "long lines"
done

# A fact that leaves a profession out is not shown to it: a doctor in India reads nothing of the certificate, the fee and the review of
# UGC, an engineer does.
doctor='{"destination":"IN","purpose":"regulated_profession","profession":"PROFESSION","award_country":"RU","level":"professional_first_degree","completion":"awarded","institution_status":"recognised"}'
for profession in medicine engineering; do
    echo "$doctor" | sed "s/PROFESSION/$profession/" >doctor.json
    "$tanu" report --as-of 2026-11-29 doctor.json | tr '\n' ' ' | tr -s ' ' >$profession.text
done
for words in 'An equivalence certificate of UGC' 'UGC takes a fee' 'the refusal of UGC'; do
    ! grep -q "$words" medicine.text || fail "a doctor reads \"$words\""
    grep -q "$words" engineering.text || fail "an engineer does not read \"$words\""
done

# The worked cases nearest to the answers, in the language of the report, in text and HTML; not in the
# short form.
echo '{"destination":"CN","purpose":"further_study","award_country":"KZ","level":"bachelor","target_level":"master","completion":"awarded","institution_status":"recognised","mode":"on_campus"}' >near.json
"$tanu" report --as-of 2026-11-01 near.json | tr '\n' ' ' | tr -s ' ' >near.text
grep -q 'Worked cases near yours . Kazakhstan → China, .*It ended: .* ([a-z0-9-]*)\. [0-9]* answers are the same\.' near.text || fail "near cases: $(cat near.text)"
for id in $(grep -o '([a-z0-9]*-[a-z0-9-]*)\. [0-9]* answer' near.text | tr -d '()' | cut -d. -f1); do
    grep -rqF "id: $id" "$TANU_SRC/questions/tokyo/cases" || fail "no case $id"
done
"$tanu" report --lang ru --format html --as-of 2026-11-01 near.json | grep -q 'Разобранные примеры' || fail "near cases in HTML"
! "$tanu" report --short --as-of 2026-11-01 near.json | grep -q 'Worked cases' || fail "near cases in the short form"

# A seller of degrees is likely: whatever the destination, one line of the head warns not to pay. Old
# facts are a line of the head. Every report says whom to tell of a wrong fact, and of which content.
for file in "$TANU_SRC"/questions/tokyo/countries/*.yaml; do
    to=$(basename "$file" .yaml)
    for purpose in further_study regulated_profession; do
        echo "{\"destination\":\"$to\",\"purpose\":\"$purpose\",\"award_country\":\"GB\",\"level\":\"bachelor\",\"institution_status\":\"suspected_mill\",\"profession\":\"medicine\"}" >mill.json
        "$tanu" report --short --as-of 2026-11-01 mill.json >mill.text
        grep -q '^! .*[Pp]ay ' mill.text || fail "$to, $purpose: nobody warns not to pay: $(cat mill.text)"
    done
done
for form in '' --short; do
    "$tanu" report $form --as-of 2036-01-01 near.json | head -8 | grep -q 'facts are old: ask first' || fail "old facts $form"
done
"$tanu" report --as-of 2026-11-01 near.json | tr '\n' ' ' | grep -q 'Content: tokyo 20[0-9.]*, .*Is a fact wrong? .* this version[.]' || fail "nobody is told of a wrong fact"

# The short form is one sheet in one language, and in two that are both long.
for lang in en kk,en ru,kk; do
    test $pdf = no && break
    "$tanu" report --short --lang $lang --format pdf --force -o short.pdf case.json || fail "short pdf in $lang"
    pdfinfo short.pdf | grep -q '^Pages: *1$' || fail "the short form in $lang takes $(pdfinfo short.pdf | grep Pages)"
done

# The timeline: bars, the same in words, and counted back from a day.
"$tanu" report --as-of 2026-11-28 --deadline 2027-09-01 case.json >back.text
grep -q '^ *[0-9]* *█' back.text && grep -q 'To be ready by 2027-09-01 begin by 2027-0' back.text || fail "the timeline"
"$tanu" report --as-of 2026-11-28 --deadline 2026-12-02 case.json | tr '\n' ' ' | grep -q 'too late for this way' || fail "too late"
"$tanu" report --format html --as-of 2026-11-28 --deadline 2027-09-01 case.json | grep -q '<svg role="img" .*aria-label="[^"]' || fail "no drawing with words"

# Names are text.
grep -q '&lt;b&gt;X &amp; &quot;Y&quot;&lt;/b&gt;' en.html || fail "a name is not escaped"
grep -qiE '<script|<b>|src=|javascript:' en.html && fail "HTML from outside, or an address that is loaded"
grep -q 'https\{0,1\}://' en.html || fail "no links"

# Names in any script, of wide letters, of letters that no font has, with marks that turn or end text.
n=0
while IFS= read -r name; do
    n=$((n + 1))
    printf '{"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study","institution":"%s"}\n' "$name" >name.json
    for format in text html ics qr json pdf; do
        test $format != pdf || test $pdf = yes || continue
        "$tanu" report --format $format -o name.$n.$format name.json 2>err || fail "name $n in $format: $(cat err)"
        test $format != pdf || { pdftotext name.$n.pdf words && mv words name.$n.pdf; }
        LC_ALL=C grep -qa "$(printf '\342\200\256\|\342\201\246\|\033')" name.$n.$format && fail "name $n in $format: a mark that turns text, or an escape"
        test $format != html || ! grep -qi '<script\|<img' name.$n.html || fail "name $n is HTML"
    done
    test "$(wc -L <name.$n.text)" -le 72 || fail "name $n breaks the lines of text"
    awk 'length($0) > 76 { exit 1 }' name.$n.ics || fail "name $n breaks the lines of the calendar"
done <<'END'
\u202egrubmaH\u202c \u2066x\u2069 <img src=x onerror=alert(1)> &amp; </style><script>1</script>
%!PS (x) showpage \\input{/etc/passwd} $(id) `id` ]]> --> \u0007 \u001b[2J
北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學北京大學
हिन्दी विश्वविद्यालय 👩‍🎓 ਪੰਜਾਬ
BEGIN:VEVENT\nEND:VCALENDAR;,\\;
END

# Two languages: both are there, the page says which is which.
# What a line among the papers stands for is told of last, though it may decide most.
"$tanu" report --as-of 2026-11-01 near.json >open.text
sed -n '/^It depends most/,/^[!P]/p' open.text | grep -q 'flee' && fail "flight decides most: $(head -12 open.text)"
sed -n '/^What to find out first/,/^Sources/p' open.text | grep '^1\.' | grep -qv 'flee' || fail "flight is to be found out first"
"$tanu" assess --as-of 2026-11-01 near.json | grep -q '"missing":\[[^]]*"displaced"' || fail "it is missing no more"

# What is not known of a step is asked at its own office, not at the authority.
echo '{"award_country":"KG","destination":"IN","level":"professional_first_degree","purpose":"regulated_profession","profession":"medicine","completion":"awarded"}' >doctor.json
"$tanu" report --as-of 2026-11-01 doctor.json | sed -n '/^Steps/,/^The licence/p' >steps.text
grep -q '^  Office: National Medical Commission' steps.text && grep -q '^  Fee and time: Not known. Ask the office of step 2.$' steps.text &&
    ! grep -q 'UGC)' steps.text || fail "a doctor is sent elsewhere: $(cat steps.text)"

# An office's own name stands beside the reader's, unless that is the same.
printf '{"award_country":"UZ","destination":"RU","level":"specialist","purpose":"employment"}' >moscow.json
"$tanu" report --lang ru moscow.json | tr -s '\n ' '  ' >names
grep -q '(Рособрнадзор)' names && ! grep -q 'Рособрнадзор; Рособрнадзор\|(Рособрнадзор); Рособрнадзор' names || fail "a name twice"
"$tanu" report --lang en moscow.json | grep -q 'Главэкспертцентр' || fail "the own name of an office"

tr '\n' ' ' <en.html | grep -q '</ul> <ul\|</dl> <dl\|</ol> <ol' && fail "a list in pieces"
"$tanu" report --lang kk,en --format html case.json >two.html
grep -q '<div lang="kk">' two.html && grep -q '<div lang="en">' two.html || fail "two languages in HTML"
grep -q '<h1' two.html && grep -q '<p class="h1' two.html || fail "one of two languages does not begin with the outcome"
"$tanu" report --lang kk,en case.json >two.text
for lang in kk en; do
    sed -n 1p $lang.text | grep -qxf - two.text || fail "two languages in text lack $lang"
done
"$tanu" report --lang kk,xx case.json >/dev/null 2>err && fail "a language that is not there"
grep -q xx err || fail "the language is not named"

# Files: private, whole, not over another without being told.
"$tanu" report --format html -o out.html case.json
cmp -s out.html en.html || "$tanu" report --format html case.json | cmp - out.html || fail "a file says something else"
test "$(stat -c %a out.html)" = 600 || fail "a file that others can read"
status=0
"$tanu" report -o out.html case.json 2>err || status=$?
test $status -eq 77 && grep -q -- --force err && cmp -s out.html en.html || fail "an existing file: $status"
"$tanu" report --force -o out.html case.json && grep -q . out.html || fail "--force"
mkdir folder
status=0
"$tanu" report -o folder case.json 2>err || status=$?
test $status -ne 0 || fail "a folder is no file"
status=0
"$tanu" report --force -o /dev/full case.json 2>err || status=$?
test $status -eq 74 && grep -q /dev/full err || fail "a full disk: $status"
status=0
"$tanu" report -o none/out.txt case.json 2>err || status=$?
test $status -ne 0 && test ! -e none || fail "a folder that is not there"
test -z "$(find . -name '.tanu-*')" || fail "something half is left"
status=0
"$tanu" report --format word case.json 2>err || status=$?
test $status -eq 64 && grep -q word err || fail "an unknown format: $status"
grep -q 'takes text, html, pdf, ics, qr or json, not' err || fail "which formats there are: $(cat err)"

# QR codes, ink on paper: at most six, each a text of its own with its number, square, in a quiet zone of four modules; a phone
# reads them in tests/world/phone.sh.
if "$tanu" report --format qr --lang kk case.json >codes 2>err; then
    n=$(grep -c '^[1-6]/[1-6]$' codes)
    test "$n" -ge 2 && test "$n" -le 6 && grep -qx "1/$n" codes && grep -qx "$n/$n" codes || fail "$n codes"
    LC_ALL=C grep -q "$(printf '\033')" codes && fail "colours in a file"
    sed 's/ /0/g; s/▀/u/g; s/▄/d/g; s/█/b/g' codes | awk -v n="$n" '
        function ended() { if (rows && (columns != 2 * rows && columns != 2 * rows - 1)) bad = 1; rows = 0 }
        /^[1-6]\// || /[^0udb]/ { ended(); next }
        { rows++; columns = length($0); if (rows < 3 && $0 !~ /^0*$/) bad = 1; if ($0 !~ /^0000.*0000$/) bad = 1 }
        END { ended(); exit bad }' || fail "a code is not square, or its quiet zone is not quiet"
    "$tanu" report --format qr -o codes.txt --lang kk case.json && cmp codes codes.txt || fail "codes in a file"
    # A file is the same whoever's terminal writes it.
    LC_ALL=C "$tanu" report --format qr --lang kk case.json | cmp - codes || fail "the locale changes the file of codes"
else
    grep -q 'QR' err || fail "without QR codes: $(cat err)"
fi

# The calendar, read by a real parser: an event for each step, in their order, the same UIDs the second time.
# A case without a name is known by what it is about: an event of another diploma is another event, one of the same the same.
uids() { "$tanu" report --format ics --as-of 2026-11-28 "$1" | grep '^UID:' | sort; }
for about in '"award_country":"GB","level":"bachelor"' '"award_country":"KZ","level":"bachelor"' '"award_country":"GB","level":"master"'; do
    printf '{"destination":"MY","purpose":"employment",%s}' "$about" >about.json
    uids about.json
done >uids.each
test -s uids.each && test -z "$(sort uids.each | uniq -d)" || fail "two diplomas have one event: $(sort uids.each | uniq -d | head -n 1)"
uids about.json >uids.last && tail -n "$(wc -l <uids.last)" uids.each | cmp -s - uids.last || fail "the same case has other events"
if test -x "$TANU_BUILD/tests/paper/ics-read"; then
    read_ics="$TANU_BUILD/tests/paper/ics-read"
    steps=$("$tanu" report --format json case.json | grep -o '"steps":\[.*\],"rights"' | grep -o '"id":' | wc -l)
    for lang in en kk ru; do
        "$tanu" report --lang $lang --as-of 2026-11-28 --format ics case.json >$lang.ics
        "$read_ics" <$lang.ics >events || fail "the calendar in $lang is unsound"
        test "$(wc -l <events)" -eq "$steps" || fail "$(wc -l <events) events for $steps steps"
        sort -c events || fail "events are not in their order"
        awk '$3 != 1 { exit 1 }' events || fail "an event without its alarm"
        cut -d' ' -f4 events >$lang.uids
        test -z "$(sort $lang.uids | uniq -d)" || fail "an UID twice"
        cmp -s en.uids $lang.uids || fail "UIDs depend on the language"
        head -n 1 events | grep -q ^2026-11-28 || fail "it does not begin today"
    done
    "$tanu" report --format ics --start 2027-03-01 case.json | "$read_ics" | head -n 1 | grep -q ^2027-03-01 || fail "--start"
    "$tanu" report --format ics --as-of 2026-11-28 --deadline 2027-09-01 case.json | "$read_ics" >events
    grep -q '^2027-09-01 2027-09-02' events || fail "--deadline has no day of its own"
    awk '$2 > "2027-09-02" { exit 1 }' events || fail "a step after the deadline"
    "$tanu" report --format ics --as-of 2026-11-28 --deadline 2026-11-29 case.json | tr -d '\r' | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' |
        grep -q 'this is too late' || fail "too late is not said"
    "$tanu" report --format ics --start tomorrow case.json 2>err && fail "a day that is none"
    grep -q 2027-09-01 err || fail "no example of a date"
    "$tanu" report --format ics --start 2026-12-01 --deadline 2027-09-01 case.json >out 2>err && fail "a calendar that begins and is counted back"
    grep -q 'take one of them' err && test ! -s out || fail "--start and --deadline: $(cat err)"
else
    echo "libical is not here: the calendar is not read by a real parser"
fi

# An agreement that binds both countries and leaves the case out by its own words: the person reads what it asks for; assess says `no`.
echo '{"award_country":"BY","destination":"UZ","level":"bachelor","purpose":"further_study","mode":"on_campus","award_year":2015}' >left-out.json
for lang in en kk ru; do
    "$tanu" report --lang $lang --format html left-out.json >left-out.html
    test "$(words_of_html left-out.html)" = "$("$tanu" report --lang $lang --format text left-out.json >t && words_of_text t)" || fail "left out in $lang"
    "$tanu" assess --lang $lang left-out.json | grep -o '"id":"uz-by-2019","applies":"no","why":"[^"]*"' | sed 's/.*"why":"//; s/"$//' >why
    grep -q 2020 why || fail "assess does not say why in $lang: $(cat why)"
    tr -s '\n ' '  ' <t | grep -qF "$(cat why)" || fail "the report does not say what the agreement asks for in $lang"
done
sed 's/2015/2023/' left-out.json | "$tanu" assess | grep -q '"id":"uz-by-2019","applies":"yes"' || fail "a paper of 2023 is in it"

# A right by agreement is for a diploma that the agreement is about: never for a seller of degrees, unfinished study or distance study.
diploma='"destination":"RU","award_country":"CN","purpose":"employment","profession":"none","level":"bachelor"'
rights() { echo "{$diploma,$1}" | "$tanu" assess | grep -o '"rights":\[.*\],"level"' | grep -c ru-cn-counts || :; }
test "$(rights '"completion":"awarded","institution_status":"recognised","mode":"on_campus"')" -eq 1 || fail "the right by the agreement of 1995 is gone"
test "$(rights '"completion":"awarded","institution_status":"suspected_mill","mode":"on_campus"')" -eq 0 || fail "a right for a seller of degrees"
test "$(rights '"completion":"partly_completed","institution_status":"recognised","mode":"on_campus"')" -eq 0 || fail "a right for unfinished study"
test "$(rights '"completion":"awarded","institution_status":"recognised","mode":"online"')" -eq 0 || fail "a right for distance study"

# Nobody who may have studied at one university is told that most depends on a second country: what applies comes first.
echo '{"destination":"TR","award_country":"IN","purpose":"further_study","level":"bachelor","institution_status":"recognised","completion":"awarded","mode":"on_campus","destination_list":"stopped"}' >whole.json
"$tanu" assess whole.json | grep -q '"missing":\["co_award_country"' || fail "the case does not show it any more"
"$tanu" report --short whole.json | tr -s '\n ' '  ' | grep -q 'depends most on this: Did you study at the university that gave the diploma' || fail "what may not apply is said to decide most"
# Where a usual answer bars, the reason that is told hangs on the question that is named; else the one that leaves least comes first.
for profession in law medicine; do
    printf '{"award_country":"GB","destination":"TH","level":"bachelor","purpose":"regulated_profession","profession":"%s"}' $profession >usual.json
    "$tanu" report --short usual.json | tr -s '\n ' '  ' >$profession.text
done
grep -q 'depends most on this: Which country are you a citizen of' law.text || fail "a lawyer has to be a citizen, and another question is named"
grep -q 'depends most on this: Was your university or school recognised' medicine.text || fail "without a bar the first of the open questions is named"
# Where nobody says which charset (a console starts its child with an empty environment) it is UTF-8; with a name that is not installed too.
for locale in '' LC_ALL=xx_XX.UTF-8; do
    env -i HOME="$HOME" PATH="$PATH" TANU_SRC="$TANU_SRC" LANGUAGE=ru ${locale:+"$locale"} "$tanu" report --short usual.json | grep -q 'Пока рано говорить' ||
        fail "no UTF-8 in an empty environment${locale:+ but $locale}"
done

# A comparison to take away: the same cells as on the terminal, in one language or two.
"$tanu" compare --to CN,JP near.json >table.text || fail "compare"
"$tanu" compare --to CN,JP --lang en,kk --format html near.json >table.html || fail "a comparison in HTML"
test "$(grep -o '<table' table.html | wc -l)" -eq 2 || fail "not a table in each language"
for words in Japan NIC-Japan '360 yuan' Жапония; do
    grep -q "$words" table.html || fail "the comparison in HTML does not name $words"
done
sed 's/<[^>]*>/ /g' table.html | tr -s '\n ' '  ' >table.words
# The first step is the land's own, with its office; what is asked everywhere tells nothing there.
for words in 'Ask the university which papers it wants. (The admissions office of the Chinese university)' 'Ask the university whether it takes your diploma. (The admissions office of the Japanese university)'; do
    grep -qF "$words" table.words || fail "the first step there is not: $words"
done
! grep -q 'on its official list' table.words || fail "the first step is the same in all countries"
grep -q "$(sed -n 's/^\* Papers to get *\([0-9]* of [0-9]*\).*/\1/p' table.text)" table.words || fail "the cells of the table are lost in HTML"
if test $pdf = yes; then
    # Nothing is added where a long word, for example an address, has to be broken.
    printf '{"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study","institution":"%s"}\n' \
        "$(printf %200s | tr ' ' w)" >long.json
    "$tanu" report --format pdf -o long.pdf long.json || fail "a long word in PDF"
    pdftotext -raw long.pdf - | grep -q w || fail "the long word is lost in PDF"
    ! pdftotext -raw long.pdf - | grep -q "$(printf '\342\200\220')" || fail "a hyphen was put into a long word in PDF"
    # What is to be brought is not shouted: headings are bold, papers are not.
    pdftohtml -xml -i -stdout long.pdf >bold.xml
    grep -q '<b>Papers' bold.xml && grep 'Your passport or identity card' bold.xml >papers.xml && ! grep -q '<b>' papers.xml ||
        fail "which words are bold in PDF: $(cat papers.xml)"
    "$tanu" compare --to CN,JP --format pdf -o table.pdf near.json || fail "a comparison in PDF"
    pdftotext -layout table.pdf - | grep -q '360 yuan' || fail "the cells of the table are lost in PDF"
    # A table for those who listen, with a line below each row; its words are of nine points, those of what is said above it of eight.
    pdfinfo -struct table.pdf | awk '{ n[$1]++ } END { exit !(n["Table"] == 1 && n["TR"] > 5 && n["TH"] > n["TR"] && n["TD"] > n["TR"]) }' ||
        fail "the table in PDF: $(pdfinfo -struct table.pdf)"
    pdftocairo -svg -f 1 -l 1 table.pdf table.svg
    test "$(grep -c 'stroke-width' table.svg)" -gt 5 || fail "no lines in the table in PDF"
    pdftotext -bbox -f 1 -l 1 table.pdf - | awk -F'"' '/<word/ { high = $8 - $4 } />asterisk</ { small = high } />Japan</ { cell = high }
        />Comparison</ { title = high }
        END { exit !(cell / small > 1.1 && cell / small < 1.15 && title / small > 1.95 && title / small < 2.05) }' ||
        fail "the words of the table in PDF have another size"
fi
"$tanu" compare --to CN,JP --format json near.json 2>err && fail "a comparison in JSON"
grep -q 'text, html or pdf' err || fail "which formats a comparison has: $(cat err)"

# The first screen leads to the body of the licence, however many steps come before it, and to an office with its fee where none is asked for.
echo '{"destination":"KG","award_country":"GB","level":"bachelor","purpose":"regulated_profession","profession":"nursing","completion":"awarded","institution_status":"recognised","mode":"on_campus"}' >nurse.json
"$tanu" report --short nurse.json | sed -n '/^Next steps/,/^Likely/p' | tr -s '\n ' '  ' | grep -q 'Ask about the licence.*Ministry of Health' || fail "the body of the licence is not among the next steps"
"$tanu" assess nurse.json | jq -e '[.steps[].id] | index("general-licence-body") > 2' >/dev/null || fail "the case shows it no more"
sed 's/"KG"/"NZ"/; s/regulated_profession/residence/' nurse.json | "$tanu" report --short | sed -n '/^Next steps/,/^Likely/p' | grep -q '^5\. Apply to NZQA' || fail "a step to hand in waits behind what is folded"

# An office for some levels is named to holders of such diplomas, and to those who have not said what theirs is.
for row in master:0 doctorate:1; do
    printf '{"destination":"RU","award_country":"GB","purpose":"further_study","level":"%s"}' ${row%:*} >office.json
    "$tanu" report office.json | tr -s '\n ' '  ' >office.text
    grep -q 'Rosobrnadzor' office.text || fail "no office for a ${row%:*}"
    test "$(grep -c 'Ministry of Science and Higher Education of Russia, for research degrees' office.text || :)" -eq ${row#*:} || fail "the office for research degrees and a ${row%:*}"
    "$tanu" assess office.json | grep -o '"sources":\[[^]]*\]' | grep -c ru-science-contacts >count || :
    test "$(cat count)" -eq ${row#*:} || fail "the sources of a ${row%:*}"
done
echo '{"destination":"RU","award_country":"GB","purpose":"further_study"}' | "$tanu" report | tr -s '\n ' '  ' | grep -q 'Russia, for research degrees' || fail "the level is not known: the office may concern"
