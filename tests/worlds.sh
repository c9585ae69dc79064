#!/bin/sh
# SPDX-License-Identifier: MIT
# Input of other worlds, at every door that takes a file: what spreadsheets, editors, keyboards and exporters make of a case.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0
fail() {
    echo "FAIL: $*"
    failed=1
}

# takes LINE WORDS: assess takes the line, and WORDS stand in its answer. Escapes of printf are resolved, % is written %%.
takes() {
    printf "$1\n" >line
    "$tanu" assess line >out 2>err || fail "refused: $1 ($(cat out))"
    grep -qF -- "$2" out || fail "no $2 for $1"
}
# refuses LINE CODE WORDS...
refuses() {
    printf "$1\n" >line
    "$tanu" assess line >out 2>err && fail "taken: $1"
    line=$1
    grep -qF "\"code\":\"$2\"" out || fail "no code $2 for $line: $(cat out)"
    shift 2
    for words in "$@"; do grep -qF -- "$words" out || fail "no $words for $line: $(cat out)"; done
}
# words of a report, on one line
report() {
    printf "$1" >case.json
    "$tanu" report --format text case.json >out 2>err || fail "report refuses $1: $(cat err)"
    tr -s ' \n' '  ' <out >flat
}

start='"award_country":"KZ","destination":"CN","level":"bachelor","purpose":"further_study"'

# ---- names that were copied --------------------------------------------------------------------

bom='\357\273\277' zwsp='\342\200\213' lrm='\342\200\216' shy='\302\255' zwnj='\342\200\214'
for name in '\\tNazarbayev\\r\\n University ' "${bom}Nazarbayev$zwsp ${lrm}Univer${shy}sity" '\\u200bNazarbayev\\u00a0\\u200eUniversity\\ufeff'; do
    takes "{$start,\"institution\":\"$name\"}" '"outcome":'
    report "{$start,\"institution\":\"$name\"}"
    grep -qF 'Nazarbayev University' flat || fail "the report does not say Nazarbayev University: $name"
done
report "{$start,\"institution\":\"می${zwnj}خواهم\"}"
printf "می${zwnj}خواهم" >name
grep -qFf name flat || fail "the non-joiner of Persian is spelling"
refuses "{$start,\"institution\":\"$zwsp \\\\t\"}" bad-value 'is empty'
long=$(printf '%0300d' 0 | sed 's/0/Қ/g')
takes "{$start,\"institution\":\"$long\"}" '"outcome":'
refuses "{$start,\"institution\":\"${long}Қ\"}" bad-value 'longer than 300 characters'

# ---- numbers and digits ------------------------------------------------------------------------

takes "{\"id\":1e5,$start,\"award_year\":2.015e3}" '"id":1e5,'
takes "{$start,\"duration_years\":35E-1,\"credits_ects\":2.4e+2}" '"outcome":'
takes "{$start,\"award_year\":\"۲۰۱۵\",\"duration_years\":\"٣٫٥\",\"start_year\":\"２０１１\"}" '"outcome":'
refuses "{$start,\"award_year\":2.0155e3}" bad-value 'award_year'
refuses "{$start,\"award_year\":2e}" syntax

# ---- letters of JSON ---------------------------------------------------------------------------

refuses "{$start,\"institution\":\"a\\\\u0000b\",\"id\":9}" bad-value 'zero character' '"id":9,'
refuses "{$start,\"institution\":\"\\\\ud800\",\"id\":9}" bad-value 'surrogate' '"id":9,'
refuses "{$start,\"institution\":\"\\\\x\"}" syntax 'escape'
takes "{\"id\":\"\\\\ud800\\\\u0000\",$start}" '"id":"\ufffd\u0000",'
takes "$bom{$start}" '"outcome":'
printf "$bom{$start}" >bom.json
"$tanu" report bom.json >out 2>err || fail "report refuses a byte order mark: $(cat err)"
"$tanu" compare --to RU,KZ bom.json >out 2>err || fail "compare refuses a byte order mark: $(cat err)"
for charset in UTF-16 UTF-16LE UTF-16BE; do
    printf "{$start}\n{$start}\n" | iconv -t $charset >wide
    "$tanu" assess wide >out && fail "$charset is taken"
    grep -q '"line":1,"code":"utf8","text":"This is UTF-16; save it as UTF-8."' out || fail "$charset is not named: $(cat out)"
    "$tanu" report wide >out 2>err && fail "report takes $charset"
    grep -q 'UTF-16' err || fail "report does not name $charset: $(cat err)"
done

# ---- did you mean ------------------------------------------------------------------------------

from() { refuses "{\"award_country\":\"$1\",\"destination\":\"CN\"}" bad-value "$2"; }
from UK 'did you mean \"GB\"?'
from kz 'did you mean \"KZ\"?'
from 'KZ ' 'did you mean \"KZ\"?'
from CHN 'did you mean \"CN\"?'
from Kazakhstan 'did you mean \"KZ\"?'
from Россия 'did you mean \"RU\"?'
from '🇰🇿' 'did you mean \"KZ\"?'
from SU 'AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ'
from СССР 'RU TJ TM UA UZ'
from Yugoslavia 'BA HR ME MK RS SI'
from CS 'ME RS, CZ SK'
from DDR 'today: DE.'
from '...' 'is no value of'
refuses "{\"DESTINATION\":\"CN\"}" unknown-key 'did you mean \"destination\"?'
refuses "{\"award country\":\"CN\"}" unknown-key 'did you mean \"award_country\"?'
refuses "{$start,\"mode\":\"On campus\"}" bad-value 'did you mean \"on_campus\"?'
refuses "{$start,\"documents_held\":[\"Diploma\"]}" bad-value 'did you mean \"diploma\"?'

# ---- lists and codes among the options ---------------------------------------------------------

printf "{$start}" >case.json
"$tanu" compare --to 'RU , KZ,JP ' case.json >out 2>err || fail "blanks after the commas: $(cat err)"
"$tanu" compare --to RU,kz case.json >out 2>err && fail "a code in small letters"
grep -q "did you mean KZ?" err || fail "compare --to kz: $(cat err)"
"$tanu" compare --to RU,CHN case.json 2>err || :
grep -q "did you mean CN?" err || fail "compare --to CHN: $(cat err)"
printf "{$start,\"region\":1,\"office\":2}" | "$tanu" assess --brief --echo 'region, office' | grep -q '"region":1,"office":2' || fail "--echo with a blank"
"$tanu" graph --to ' KZ ' >out 2>err || fail "graph --to with blanks: $(cat err)"
"$tanu" graph --to Kazakhstan 2>err && fail "graph --to Kazakhstan"
grep -q "did you mean KZ?" err || fail "graph: $(cat err)"
exit $failed
