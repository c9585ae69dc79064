#!/bin/sh
# SPDX-License-Identifier: MIT
# HTML in a real browser: axe-core finds nothing in the reports of the eight visits in three languages, in two languages side by side, in
# the short form and in a blank form, light and dark, on a phone and on a wide screen; and nothing is loaded from outside.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
tanu=$TANU_BUILD/tanu
world_packages chromium jq
command -v npm >/dev/null || world_packages npm
cd "$WORLD"
npm pack --silent axe-core >/dev/null 2>&1 || fail "npm has no axe-core"
tar -xzf axe-core-*.tgz package/axe.min.js

# with_axe FILE: the same page with the program that looks for faults; what it finds replaces the page.
with_axe() {
    sed 's|</body>|<script src="package/axe.min.js"></script><script>axe.run({runOnly:{type:"tag",values:["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}}).then(function(r){document.documentElement.innerHTML="<body><pre>AXE "+r.passes.length+" "+r.violations.map(function(v){return v.id+": "+v.nodes.length+" "+v.nodes[0].target}).join("; ")+" END</pre></body>"})</script></body>|' "$1" >axe.html
}
chrome() { # WIDTH OPTION...
    wide=$1
    shift
    HOME=$WORLD chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="$wide",900 --virtual-time-budget=30000 \
        --allow-file-access-from-files "$@" "file://$WORLD/axe.html" 2>/dev/null
}
looks_at() { # FILE WIDTH OPTION...
    file=$1
    shift
    with_axe "$file"
    found=$(chrome "$@" --dump-dom | sed -n 's/.*AXE \(.*\) END.*/\1/p')
    test -n "$found" || fail "$file: axe said nothing"
    test "${found%% *}" -gt 10 || fail "$file: only ${found%% *} rules were tried"
    test "${found#* }" = "" || fail "$file, $*: ${found#* }"
}

# A page with faults is found out: without language and title, light grey on white.
echo '<!DOCTYPE html><html><head></head><body><p style="color:#ddd">grey</p></body></html>' >faulty.html
with_axe faulty.html
chrome 1200 --dump-dom | grep -q 'color-contrast.*html-has-lang' || fail "axe does not see what is wrong"

world_visits '<b>Әл-Фараби</b> & \"co\"'
n=0
while read -r case; do
    n=$((n + 1))
    echo "$case" >case.json
    for lang in en kk ru; do
        "$tanu" report --format html --lang $lang case.json >"$n.$lang.html"
        looks_at "$n.$lang.html" 1200
    done
done <visits
"$tanu" report --format html --lang kk,ru case.json >two.html
"$tanu" report --format html --short --lang ru case.json >short.html
"$tanu" form KZ --format html --lang kk >form.html
for file in two.html short.html form.html 1.kk.html; do
    looks_at $file 1200
    looks_at $file 360
    looks_at $file 1200 --force-dark-mode --blink-settings=preferredColorScheme=0
done
# No address is asked for: every name leads nowhere, and what would be loaded is counted.
cp 1.en.html axe.html
HOME=$WORLD chromium --headless --no-sandbox --disable-gpu --log-net-log="$WORLD/net.json" --virtual-time-budget=5000 --dump-dom \
    "file://$WORLD/axe.html" >dom 2>/dev/null
grep -q '<h1' dom || fail "the page is not shown"
for host in $(grep -o 'https\{0,1\}://[a-z0-9.-]*' 1.en.html | sed 's|.*//||' | sort -u); do
    grep -qF "$host" net.json && fail "the page loads something from $host"
done
echo "axe finds nothing on $n visits"
