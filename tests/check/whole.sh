#!/bin/sh
# SPDX-License-Identifier: MIT
# What editors and lawyers take away of the small packs, whole: the book, the graph, the template for translators and what the check
# says, compared with golden files. GENERATE=1 writes them anew, on purpose: then the diff is to be read.
set -eu
tanu=$TANU_BUILD/tanu
golden=$TANU_SRC/tests/check/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$TANU_SRC/tests"
failed=0

# like NAME COMMAND...: its lines without what changes with every edit of a pack, and its exit status.
like() {
    name=$1
    shift
    "$@" >"$work/all" 2>&1 && status=0 || status=$?
    sed -e '/^<style>/d' -e 's/Checksum [0-9a-f]*/Checksum/' -e "s|$work/||g" -e "s|$TANU_SRC/||g" "$work/all" >"$work/out"
    echo "status $status" >>"$work/out"
    if test -n "${GENERATE:-}"; then
        cp "$work/out" "$golden/$name"
    elif ! cmp -s "$golden/$name" "$work/out"; then
        echo "whole.sh: $name: golden, and now:" >&2
        diff "$golden/$name" "$work/out" | head -20 >&2
        failed=1
    fi
}

day=--as-of=2026-11-01
for pack in guild pages maze; do
    like "book-$pack" "$tanu" book $day --pack=packs/$pack
    like "graph-$pack" "$tanu" graph $day --to=KZ --pack=packs/$pack
    like "pot-$pack" "$tanu" pot $day --pack=packs/$pack
    like "check-$pack" "$tanu" check $day --coverage --pack=packs/$pack
done
like check-small "$tanu" check $day --coverage --pack=check/small
like check-small-json "$tanu" check $day --format=json --pack=check/small
like check-tiny "$tanu" check $day --format=json --pack=packs/tiny
like book-small "$tanu" book $day --pack=check/small
cp -R check/small "$work/half" # two files of texts, and translations of the first only
chmod -R u+w "$work/half"
sed -i '/^msgctxt "\(documents\|findings\|outcomes\)/,/^$/d; s/^msgctxt "traits/msgctxt "traitors/' "$work/half/po/kk/all.po"
like check-untranslated "$tanu" check $day --pack="$work/half"
like pot-file "$tanu" pot $day --pack=check/small rules/papers.yaml
exit $failed
