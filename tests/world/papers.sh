# SPDX-License-Identifier: MIT
# The papers of the eight visits in three languages, read by real programs: pdfinfo and pdftotext, a parser of calendars; the text, the
# page and the PDF say the same.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
. "$TANU_SRC/tests/paper/words.sh"
tanu=$TANU_BUILD/tanu read_ics=$TANU_BUILD/tests/paper/ics-read
world_packages poppler-utils
test -x "$read_ics" || fail "tests/paper/ics-read is missing (Debian: libical-dev); run make check once"
cd "$WORLD"

world_visits 'Әл-Фараби атындағы Қазақ ұлттық университеті'
n=0
while read -r case; do
    n=$((n + 1))
    echo "$case" >case.json
    for lang in en kk ru; do
        for format in text html pdf ics; do
            "$tanu" report --format $format --lang $lang --as-of 2026-11-28 --force -o paper.$format case.json || fail "$n $lang $format"
        done
        pdfinfo paper.pdf >info 2>faults || fail "$n $lang: pdfinfo"
        test ! -s faults || fail "$n $lang: $(cat faults)"
        grep -q 'Tagged: *yes' info && grep -q '^Title: *.' info || fail "$n $lang: $(cat info)"
        words_of_text paper.text >text
        words_of_html paper.html >html
        words_of_pdf paper.pdf >pdf
        cmp -s text html || fail "$n $lang: text and HTML say different things"
        cmp -s text pdf || fail "$n $lang: text and PDF say different things"
        "$read_ics" <paper.ics >events || fail "$n $lang: the calendar is unsound"
        test -s events && sort -c events || fail "$n $lang: events are missing, or not in their order"
    done
done <visits
echo "$n visits in three languages"
