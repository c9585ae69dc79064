#!/bin/sh
# SPDX-License-Identifier: MIT
# `tanu letter` from outside: letters that argue with what binds both countries, and none where nothing does; text, HTML and PDF say the
# same; what is not known stands as a line to fill in; what somebody typed is text and nothing else.
set -eu
. "$TANU_SRC/tests/paper/words.sh"
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() {
    echo "FAIL: $*"
    exit 1
}
day='--as-of 2026-11-28'

# case NAME ANSWERS: NAME.json
answers() {
    printf '{%s}\n' "$2" >"$1.json"
}
# fits NAME ID...: exactly these letters, in this order
fits() {
    name=$1
    shift
    "$tanu" letter --list $day "$name.json" >list || fail "--list of $name"
    sed 's/:.*//' list | tr '\n' ' ' | sed 's/ $//' >ids
    test "$(cat ids)" = "$*" || fail "letters of $name: $(cat ids)"
}

study='"level":"master","purpose":"further_study"'
answers tokyo '"award_country":"AU","destination":"CN","mode":"online",'"$study"',"earlier_decision":"refused","institution":"Some University"'
answers before '"award_country":"AU","destination":"CN","mode":"online",'"$study"
answers lisbon '"award_country":"KZ","destination":"TR",'"$study"',"earlier_decision":"refused"'
answers part '"award_country":"KZ","destination":"TR",'"$study"',"earlier_decision":"partial"'
answers waiting '"award_country":"KZ","destination":"TR",'"$study"',"earlier_decision":"pending"'
answers nothing '"award_country":"US","destination":"CN","mode":"online",'"$study"',"earlier_decision":"refused"'
answers good '"award_country":"KZ","destination":"TR",'"$study"',"mode":"on_campus"'
answers silent '"award_country":"IN","destination":"KZ",'"$study"',"earlier_decision":"refused"'

fits tokyo reasons-of-decision review-of-decision
fits before fair-assessment
fits lisbon reasons-of-decision review-of-decision
fits part reasons-of-decision review-of-decision
fits waiting decision-in-time
# Nothing links the two countries; nothing is amiss; what links them is a treaty whose articles nobody read.
for name in nothing good silent; do
    fits $name
    for format in text html; do
        "$tanu" letter $day --format $format $name.json >out 2>err && fail "a letter for $name" || test $? = 1 || fail "status of $name"
        test ! -s out || fail "paper where nothing fits"
        grep -q 'nothing to write about' err || fail "no sentence: $(cat err)"
    done
    "$tanu" letter $day -o none.html --format html $name.json 2>err && fail "a file for $name" || test ! -e none.html || fail "half a file"
done

# ---- what a letter says ------------------------------------------------------------------------

one_line() { # of a document, so that lines do not matter
    tr '\n' ' ' <"$1" | sed 's/  */ /g'
}
has() {
    one_line "$1" | grep -qF -- "$2" || fail "$1 lacks: $2"
}
lacks() {
    one_line "$1" | grep -qF -- "$2" && fail "$1 has: $2" || :
}
"$tanu" letter $day tokyo.json >out
has out 'To: Chinese Service Center for Scholarly Exchange'
has out "Qualification: Master's degree, Some University, Australia"
has out 'From: ____'
has out 'By your decision of ____'
has out 'file number ____'
has out 'China is bound since 2018-02-01. Australia is bound since 2018-02-01.'
has out 'Article III.5: Whoever decides not to treat'
has out 'https://qaupdates.niad.ac.jp/2018/03/15/tokyocvnineffect'
lacks out '{'
lacks out Lisbon
"$tanu" letter $day --about review-of-decision tokyo.json >out
has out 'Article III.1: '
has out 'I ask you to look at this decision again.'
"$tanu" letter $day --about review-of-decision lisbon.json >out
has out 'It is for the authority to show that there is a substantial difference'
has out 'appeal under the law of'
# Of the articles of Lisbon nobody read the sections in a good copy: none is named.
lacks out 'Article '
lacks out Tokyo
"$tanu" letter $day part.json >out
has out 'only in part or with conditions'
lacks out 'was not recognised'
"$tanu" letter $day waiting.json >out
has out 'four months from a complete file'
"$tanu" letter $day before.json >out
has out 'If you do not intend to recognise it'
lacks out 'By your decision'
lacks out 'a list of institutions'
answers listed '"award_country":"AU","destination":"CN","destination_list":"stopped",'"$study"
"$tanu" letter $day listed.json >out
has out 'If a list of institutions stands in the way'
"$tanu" letter $day --about review tokyo.json | grep -q 'Request for a review' || fail "a letter by what it asks for"
# Before its day a treaty binds nobody.
"$tanu" letter --as-of 2017-06-01 tokyo.json 2>err && fail "a letter before the convention" || grep -q 'nothing to write about' err

# In lines: where none fits it is said once.
code=$(echo '{"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study"}' | "$tanu" code)
printf '%s\n' "code $code" result letter quit y | "$tanu" --line --lang en --as-of 2026-11-28 >lines || fail "lines"
test "$(grep -c 'nothing to write about' lines)" -eq 1 || fail "said $(grep -c 'nothing to write about' lines) times in lines"

# ---- formats, languages ------------------------------------------------------------------------

hostile='<b>X & \\\"Y\\\"</b> \u202e\\\\input{a} {destination} %s'
answers hostile '"award_country":"AU","destination":"CN","mode":"online",'"$study"',"earlier_decision":"refused","institution":"'"$hostile"'"'
sed -i 's/\\\\\\"/\\"/g' hostile.json
pdf=yes
"$tanu" letter $day --format pdf -o try.pdf tokyo.json 2>err || { grep -q HTML err || fail "without PDF: $(cat err)"; pdf=no; }
for name in tokyo lisbon hostile; do
    for lang in en kk ru; do
        for format in text html; do
            "$tanu" letter $day --lang $lang --about review-of-decision --format $format $name.json >$lang.$format || fail "$format in $lang"
        done
        test "$(words_of_html $lang.html)" = "$(words_of_text $lang.text)" || fail "text and HTML of $name say different things in $lang"
        test "$(wc -L <$lang.text)" -le 72 || fail "long lines in $lang"
        LC_ALL=C tr -d '\n' <$lang.text | LC_ALL=C grep -q '[[:cntrl:]]' && fail "control characters"
        grep -q '<b>X' $lang.html && fail "HTML of a name is HTML"
        test $pdf = no || {
            "$tanu" letter $day --lang $lang --about review-of-decision --format pdf --force -o $lang.pdf $name.json || fail "pdf in $lang"
            words_of_pdf $lang.pdf >a
            words_of_text $lang.text | sed 's/-*$//' >b
            cmp -s a b || fail "text and PDF of $name say different things in $lang"
        }
    done
    grep -qE 'Dear Sir|I ask you|Whoever' kk.text && fail "English in a Kazakh letter" || :
done
grep -qF '<b>X & "Y"</b>' en.text && grep -qF '{destination}' en.text || fail "the hostile name is not shown as it is"
"$tanu" letter $day --lang kk,en tokyo.json >two
has two 'Whoever decides not to treat'
has two 'Шетелдік біліктілікті'
"$tanu" letter $day --lang kk,en --format html tokyo.json >two.html
grep -q '<div lang="kk">' two.html && grep -q '<div lang="en">' two.html || fail "two languages in HTML"

# ---- in line mode -------------------------------------------------------------------------------

# Where the questions end, so that all answers count.
cat >full.json <<'ANSWERS'
{"award_country":"AU","destination":"CN","level":"master","purpose":"further_study","mode":"online"
,"earlier_decision":"refused","institution_status":"recognised","completion":"awarded","award_year":2019
,"institution":"Some University","co_award_country":"none","provision":"own_campus","study_country":"AU"
,"displaced":"no","documents_held":["diploma"],"programme_accredited":"yes","target_level":"doctorate"
,"duration_years":2,"programme_aim":"unknown","profession":"unknown","taught_at":"unknown"
,"programme_approved":"unknown","start_year":"unknown","remote_until":"unknown","remote_from":"unknown"
,"presence":"unknown","orientation":"unknown","research_component":"unknown","entry_requirement":"unknown"
,"preparatory_course":"unknown","years_taken":"unknown","credits_ects":"unknown","field":"unknown"
,"citizenship":"unknown","public_funding":"unknown","best_rank":"unknown","second_rank":"unknown"
,"destination_list":"unknown","profession_list":"unknown","legalisation":"unknown","translation":"unknown"}
ANSWERS
printf 'letter\nletter nonsense\ntake also kk\nletter review-of-decision text mine.txt\ntake letter reasons-of-decision text other.txt\n' >said
"$tanu" --line $day --answers full.json <said >out 2>&1 || fail "line mode: $(tail -n 3 out)"
one_line out >heard
test "$(grep -o 'take letter reasons-of-decision text letter.txt' heard | wc -l)" = 2 || fail "line mode does not tell which letters fit"
grep -q 'Saved: mine.txt' heard || fail "line mode: $(tail -n 3 out)"
has mine.txt 'I ask you to look at this decision again.'
has mine.txt 'Құрметпен,'
has other.txt 'I ask you to state the reasons'

# ---- in the book --------------------------------------------------------------------------------

"$tanu" book >book.html
for part in 'id="letter-review-of-decision"' 'id="argument-tokyo-states-reasons"' 'href="#right-tokyo-reasons"'; do
    grep -qF "$part" book.html || fail "the book lacks $part"
done

# ---- what is refused ---------------------------------------------------------------------------

"$tanu" letter $day --about nonsense tokyo.json 2>err && fail "a letter that is not there" || test $? = 64 || fail "status"
grep -q "no letter 'nonsense'" err || fail "$(cat err)"
"$tanu" letter $day --about decision-in-time tokyo.json 2>err && fail "a letter that does not fit" || test $? = 1 || fail "status"
grep -q 'does not fit' err || fail "$(cat err)"
"$tanu" letter $day --format ics tokyo.json 2>err && fail "a calendar" || grep -q 'text, html or pdf' err || fail "$(cat err)"
: >there
"$tanu" letter $day -o there tokyo.json 2>err && fail "wrote over a file" || test $? = 77 || fail "status"
test ! -s there || fail "half a file"
