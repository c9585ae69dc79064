#!/bin/sh
# SPDX-License-Identifier: MIT
# Draws the pictures of the documentation from the real program: doc/pictures/*.png.
#
#   doc/pictures.sh [BUILD-FOLDER]        (default: build; run `make check` there once before)
#
# Each picture is one frame of a screen test, so a picture never shows what the tests do not prove. Add one:
# a line "picture script frame" at the end of this file. Needs (Debian) librsvg2-bin, fonts-dejavu-core,
# fonts-noto-cjk, poppler-utils, chromium; nothing else in the build needs them.
set -eu
src=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:-$src/build}" && pwd)
runner=$build/tests/screen/screentest

command -v rsvg-convert >/dev/null || { echo "pictures.sh: rsvg-convert is missing (Debian: librsvg2-bin)" >&2; exit 1; }
[ -x "$runner" ] || { echo "pictures.sh: $runner is missing; run make check in $build first" >&2; exit 1; }

mkdir -p "$src/doc/pictures"
svg=$(mktemp)
trap 'rm -f "$svg"' EXIT

while read -r picture script frame; do
    case $picture in '' | \#*) continue ;; esac
    "$runner" --srcdir "$src" --builddir "$build" --svg "$frame" "$src/tests/screen/$script.script" >"$svg"
    rsvg-convert --zoom 1.5 "$svg" -o "$src/doc/pictures/$picture.png"
    echo "doc/pictures/$picture.png"
done <<'END'
# picture     script    frame (the name after "frame" in the script)
first-en      pictures  first page, en
first-kk      pictures  first page, kk
first-ru      pictures  first page, ru
answer-en     pictures  first answer, en
answer-kk     pictures  first answer, kk
answer-ru     pictures  first answer, ru
question-en   pictures  question, en
question-kk   pictures  question, kk
question-ru   pictures  question, ru
result-en     pictures  result, en
result-kk     pictures  result, kk
result-ru     pictures  result, ru
papers-en     pictures  papers, en
papers-kk     pictures  papers, kk
papers-ru     pictures  papers, ru
compare-en    pictures  comparison, en
compare-kk    pictures  comparison, kk
compare-ru    pictures  comparison, ru
diplomas-en   visit-counsellor both
diplomas-kk   visit-counsellor China, kk
diplomas-ru   visit-counsellor China, ru
kiosk-attract-kk  tanu-kiosk  attract
kiosk-language-kk tanu-kiosk  the first page
kiosk-touch-kk    tanu-touch  the first touch wakes
phone-en      tanu-take first picture
phone-kk      tanu-take a picture in Kazakh
phone-ru      tanu-take a picture in Russian
timeline-en   tanu-need the steps as bars
cases-kk      tanu-moved the list
moved-kk      tanu-moved the difference
case-kk       session-hour the case
END

# The paper, as an office gets it: the short form, and beside the person's language that of the office.
pages=$(mktemp -d)
trap 'rm -rf "$svg" "$pages"' EXIT
echo '{"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study","target_level":"master",
    "completion":"awarded","institution_status":"recognised","mode":"on_campus","provision":"own_campus","award_year":2025,
    "remote_until":"2000-01","presence":"full","displaced":"no","destination_list":"not_listed"}' >"$pages/case.json"
for languages in en kk,en; do
    name=paper-$(echo $languages | tr , -)
    "$build/tanu" report --short --format pdf --lang $languages --as-of 2026-11-23 --force -o "$pages/paper.pdf" "$pages/case.json"
    pdftoppm -r 70 -png -singlefile "$pages/paper.pdf" "$src/doc/pictures/$name"
    echo "doc/pictures/$name.png"
done

# The page in the browser of a phone, and the summary of an appointment.
"$build/tanu" report --format html --lang ru --as-of 2026-11-23 --force -o "$pages/page.html" "$pages/case.json"
HOME="$pages" chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=500,900 --force-device-scale-factor=1 \
    --screenshot="$src/doc/pictures/page-ru.png" "file://$pages/page.html" 2>/dev/null
echo doc/pictures/page-ru.png
export XDG_DATA_HOME="$pages"
sed 's/^{/{"id":"Айгүл 7",/' "$pages/case.json" | tr -d '\n' | "$build/tanu" cases import --as-of 2026-11-23 - >/dev/null
"$build/tanu" cases agree --as-of 2026-11-23 'Айгүл 7' 'транскрипт жіберу' клиент 2026-12-15
"$build/tanu" cases refer --as-of 2026-11-23 'Айгүл 7' 'заң клиникасы' 'қайта қарау мерзімі'
"$build/tanu" cases summary --as-of 2026-11-23 --lang kk --format pdf --force -o "$pages/paper.pdf" 'Айгүл 7'
pdftoppm -r 70 -png -singlefile "$pages/paper.pdf" "$src/doc/pictures/summary-kk"
echo doc/pictures/summary-kk.png
