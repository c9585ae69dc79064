#!/bin/sh
# SPDX-License-Identifier: MIT
# tanu graph, tanu book and tanu pot: complete, well formed, and everything escaped.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0

fail() {
    echo "papers.sh: $*" >&2
    failed=1
}

# A copy of the small pack with a text that wants escaping in all three formats.
cp -R "$TANU_SRC/tests/check/small" pack
chmod -R u+w pack
sed -i "s|^    text: The award is below.*|    text: 'Level <b>\"A\" \& B</b> is \\\\ below.'|" pack/rules/findings.yaml
grep -q '<b>"A" & B</b> is \\ below' pack/rules/findings.yaml || fail "the text was not changed"
sed -i 's|^title: .*|title: Small \& "tiny" <pack>|' pack/pack.yaml

# ---- graph ---------------------------------------------------------------------------------------
"$tanu" graph --pack=pack >graph || fail "graph: exit status $?"
for line in 'digraph "small" {' '"question:mode" -> "finding:online-refused"' \
    '"finding:online-refused" -> "practice:p-refused"' '"practice:p-refused" -> "outcome:refusal_likely"' \
    '"matter:mode" -> "finding:online-protected"' 'label="Small & \"tiny\" <pack>"'; do
    grep -qF "$line" graph || fail "graph: no '$line'"
done
grep -q 'kz-online' graph && fail "graph: rules of a country that was not asked for"
"$tanu" graph --pack=pack --to=KZ >graph || fail "graph --to: exit status $?"
grep -qF '"finding:kz-online" -> "finding:online-refused" [color=red' graph || fail "graph: no override"
if command -v dot >/dev/null; then
    "$tanu" graph --pack=pack --to=KZ --svg >svg || fail "graph --svg: exit status $?"
    grep -q '</svg>' svg || fail "graph --svg: no picture"
fi
# What `dot` says by its status is believed: 0 is a picture, anything else none.
mkdir bin
for ended in 0 1 2; do
    printf '#!/bin/sh\ncat >/dev/null\necho "<svg></svg>"\nexit %s\n' $ended >bin/dot
    chmod +x bin/dot
    status=0
    PATH=$PWD/bin:$PATH "$tanu" graph --pack=pack --svg >svg 2>err || status=$?
    test $status -eq $((ended ? 71 : 0)) || fail "graph --svg: 'dot' ends with $ended, tanu with $status: $(cat err)"
done
status=0
PATH=/nowhere "$tanu" graph --pack=pack --svg >svg 2>err || status=$?
test $status -eq 71 || fail "graph --svg without dot: exit status $status"
grep -q "cannot run 'dot'.*graphviz" err || fail "graph --svg without dot: $(cat err)"

# ---- book ----------------------------------------------------------------------------------------
"$tanu" book --pack=pack --as-of=2026-11-01 >book || fail "book: exit status $?"
grep -qF 'Level &lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt; is \ below.' book || fail "book: not escaped"
grep -qF '<title>Small &amp; &quot;tiny&quot; &lt;pack&gt;</title>' book || fail "book: title"
# Every rule, question, outcome, treaty, source and case has its entry.
(cd pack && awk '/^[a-z]/ { kind = $1 } /^  - id: / && kind != "traits:" { print $3 }' questions.yaml rules/*.yaml countries/*.yaml cases/*.yaml) |
    while read -r id; do
        grep -q "id=\"[a-z]*-$id\"" book || echo "$id"
    done >missing
test ! -s missing || fail "book: no entry for $(cat missing)"
# Every link leads somewhere, no place has two names, every element is closed.
check_html() {
    grep -o 'href="#[^"]*"' "$1" | sed 's/href="#//; s/"$//' | sort -u >links
    grep -o ' id="[^"]*"' "$1" | sed 's/ id="//; s/"$//' | sort >ids
    sort -u ids >names
    cmp -s ids names || fail "$1: a name twice: $(uniq -d ids)"
    test -z "$(comm -23 links names)" || fail "$1: a link to nowhere: $(comm -23 links names)"
    grep -oE '</?[a-z][a-z0-9]*' "$1" | grep -vE '^<(meta|br)$' | awk '
        /^<\// { if (stack[n] != substr($0, 3)) { print $0, NR; exit 1 } n--; next }
        { stack[++n] = substr($0, 2) }
        END { if (n) exit 1 }' || fail "$1: an element is not closed"
}
check_html book
"$tanu" book --pack="$TANU_SRC/questions/tokyo" >tokyo.html || fail "book: exit status $?"
check_html tokyo.html

# ---- pot -----------------------------------------------------------------------------------------
"$tanu" pot --pack=pack >pot || fail "pot: exit status $?"
grep -qF 'msgid "Level <b>\"A\" & B</b> is \\ below."' pot || fail "pot: not escaped"
grep -qF '#: rules/papers.yaml:' pot || fail "pot: no place"
grep -B1 '^msgctxt "steps/apply/text"' pot | grep -q python-brace-format || fail "pot: no flag"
if command -v msgfmt >/dev/null; then
    msgfmt --check-format --output-file=/dev/null pot || fail "pot: not for gettext"
fi
"$tanu" pot --pack=pack countries/KZ.yaml >one || fail "pot FILE: exit status $?"
test "$(grep -c '^msgctxt' one)" -lt "$(grep -c '^msgctxt' pot)" || fail "pot FILE: not one file"
grep -q 'msgctxt "offices/kz-centre/name"' one || fail "pot FILE: no office"
status=0
"$tanu" pot --pack=pack countries/XX.yaml >one 2>err || status=$?
test $status -eq 66 || fail "pot of a file that is not there: exit status $status"
# The shipped translations are of texts that the program itself lists.
"$tanu" pot --pack="$TANU_SRC/questions/tokyo" | grep '^msgctxt' | sort >listed
for language in kk ru; do
    cat "$TANU_SRC/questions/tokyo/po/$language"/*.po | grep '^msgctxt' | sort >translated
    test "$(comm -12 listed translated | wc -l)" -gt 1000 || fail "po/$language is of other texts"
done
exit $failed
