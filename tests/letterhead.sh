#!/bin/sh
# SPDX-License-Identifier: MIT
# A letterhead around letters, from outside: plain text in every format, HTML in HTML; what is wrong is named with line and column; from
# an option and from the settings.
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
mkdir -p home/.config/tanu
unset XDG_CONFIG_HOME
export HOME="$work/home"
echo '{"award_country":"AU","destination":"CN","level":"master","purpose":"further_study","mode":"online","earlier_decision":"refused"}' >case.json
letter() {
    "$tanu" letter --as-of 2026-11-28 "$@" case.json
}

# ---- plain text ---------------------------------------------------------------------------------

printf 'Мансап орталығы <Алматы> & {x y}\nAbai street 1     info@example.org\n{date}\n\n{content}\n\nOpen Monday to Friday\n' >centre.txt
letter --letterhead centre.txt >out || fail "text"
head -n 3 out | grep -qx '2026-11-28' || fail "no date: $(head -n 4 out)"
head -n 1 out | grep -qxF 'Мансап орталығы <Алматы> & {x y}' || fail "the head: $(head -n 1 out)"
sed -n '/^For you/,$p' out | grep -q 'Open Monday' && fail "the foot stands on the sheet for the person" || grep -qx 'Open Monday to Friday' out || fail "no foot"
letter --letterhead centre.txt --format html >out.html || fail "html"
test "$(words_of_html out.html)" = "$(words_of_text out)" || fail "text and HTML say different things"
if letter --letterhead centre.txt --format pdf -o out.pdf 2>err; then
    words_of_pdf out.pdf >a
    words_of_text out >b
    cmp -s a b || fail "text and PDF say different things"
    letter --letterhead centre.txt --format pdf --lang kk,en -o two.pdf || fail "two languages in PDF"
    pdftotext two.pdf - | grep -c 'Abai street' | grep -qx 1 || fail "the letterhead stands twice"
else
    grep -q HTML err || fail "without PDF: $(cat err)"
fi
letter --letterhead centre.txt --lang kk,en >two && test "$(grep -c 'Abai street' two)" = 1 || fail "the letterhead stands twice"
letter --letterhead centre.txt --lang kk,en --format html >two && test "$(grep -c 'Abai street' two)" = 1 || fail "the letterhead stands twice in HTML"

# A line that a title or a day made longer goes on in the next one.
printf 'Centre  of  careers, Abai street 1, Almaty, Kazakhstan: {title}, {date}\n{content}\n' >wide.txt
letter --letterhead wide.txt >out || fail "a title in a long line"
awk 'NR < 4 && length > 72 { bad = 1 } END { exit bad }' out || fail "a line is too long: $(head -n 3 out)"
head -n 1 out | grep -q '^Centre  of  careers, Abai street 1, ' && head -n 3 out | tr '\n' ' ' | grep -q 'decision, 2026-11-28' || fail "not whole: $(head -n 3 out)"

# ---- HTML ---------------------------------------------------------------------------------------

printf '<div style="color:#123"><b>Centre</b> {title}<img alt="" src="data:image/png;base64,AA"></div>{content}<p>Room 5</p>' >centre.html
letter --letterhead centre.html --format html >out.html || fail "HTML"
grep -qF '<b>Centre</b> Request for the reasons of a decision<img' out.html || fail "the HTML is not as it stands"
grep -q '<p>Room 5</p>' out.html || fail "no foot"
letter --letterhead centre.html 2>err && fail "HTML in text" || test $? = 78 || fail "status"
grep -q 'one in plain text' err || fail "$(cat err)"

# ---- what is refused ----------------------------------------------------------------------------

refused() { # FILE WORDS: the letterhead is refused so, and nothing is written
    status=0
    letter --format html --letterhead "$1" >out 2>err || status=$?
    test $status = 78 && test ! -s out && grep -qF -- "$2" err || fail "$1, $2: $status $(cat err)"
}
printf 'Centre\n  {centre}\n{content}\n' >bad.txt
refused bad.txt 'bad.txt:2:3: error: there is no placeholder {centre}; known are {content}, {title} and {date} [bad-placeholder]'
printf 'Centre\n' >bad.txt
refused bad.txt 'a letterhead needs {content}'
printf '{content}\n{content}\n' >bad.txt
refused bad.txt 'bad.txt:2:1: error: {content} stands here a second time'
printf 'a\tb\n{content}\n' >bad.txt
refused bad.txt 'bad.txt:1:2: error:'
printf 'x\n\342\200\256{content}\n' >bad.txt
refused bad.txt 'bad.txt:2:1: error:'
printf '%073d\n{content}\n' 1 >bad.txt
refused bad.txt 'bad.txt:1:1: error: a line of a letterhead has at most 72 characters'
head -c 70000 /dev/zero | tr '\0' x >bad.txt
refused bad.txt 'bad.txt: error: File too large'
refused none.txt 'none.txt: error: No such file'
printf '{content}<SCRIPT>alert(1)</SCRIPT>' >bad.html
refused bad.html 'bad.html:1:10: error: "<SCRIPT" has no place in a letterhead'
printf '{content}\n<img src="http://example.org/x.png">' >bad.html
refused bad.html 'bad.html:2:6: error: a picture stands in the letterhead itself'
# Nothing is loaded and nothing runs, however it is written.
for part in '<p onclick="alert(1)">' '<p/onclick="x">' '<img src = "http://x.org/a.png">' "<img src='//x.org/a.png'>" '<img src=data:image/png;base64,AA>' \
    '<a href="javascript:alert(1)">' '<a href="&#106;avascript:alert(1)">' '<svg onload="x">' '<p style="background:url(x)">' \
    '<p style="background:u\\72l(x)">' '<p style="background:ur&#108;(x)">' '<img srcset="x">' '<video poster="x">' '<form action="x">' '<!-- x -->' \
    '<style>p{}</style>' '<p title="a' '<p' '<' '<input>' '<b onload>' '<p title="{content}">'; do
    printf "$part{content}" >bad.html
    refused bad.html 'bad.html:1:'
    refused bad.html '[bad-markup]'
done
printf '<DIV Class=\047a\047 style="color: #123"><a href="https://example.org/?a=1&amp;b=2">x</a><br/><hr>{content}</DIV>' >good.html
letter --format html --letterhead good.html >out || fail "good markup"

# ---- settings -----------------------------------------------------------------------------------

echo "letterhead: $work/centre.txt" >home/.config/tanu/settings.yaml
letter >out || fail "settings"
grep -q 'Abai street 1     info@example.org' out || fail "no letterhead from the settings"
printf 'take letter reasons-of-decision text mine.txt\n' >said
"$tanu" --line --as-of 2026-11-28 --answers case.json <said >heard 2>&1 || fail "line mode with a letterhead: $(tail -n 3 heard)"
echo 'letterhead: centre.txt' >home/.config/tanu/settings.yaml
letter >out 2>err && fail "a letterhead from nowhere" || test $? = 78 || fail "status"
grep -q 'settings.yaml:1:13: error: the file of a letterhead is written whole' err || fail "$(cat err)"
