#!/bin/sh
# SPDX-License-Identifier: MIT
# `make install` of the content over an older one, in a folder with a blank in its name: nothing old is left to be read in place of the new,
# and removing it takes nothing else away.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "FAIL: $*"
    exit 1
}
unset MAKEFLAGS MFLAGS MAKELEVEL 2>/dev/null || true
place="$work/a place"
hook() { make -C "$TANU_BUILD" -s "$1" DESTDIR="$place" >"$work/out" 2>&1 || fail "$1: $(cat "$work/out")"; }
hook install-data-hook
content=$(find "$place" -type d -name tokyo)
echo 'old' >"$content/countries/KZ.yaml"
echo 'old' >"$content/countries/ZZ.yaml"
mkdir "$work/a"
: >"$work/a/file"
hook install-data-hook
diff -r -x local.mk "$TANU_SRC/questions/tokyo" "$content" || fail "it is not what the source has"
hook uninstall-hook
test ! -e "$content" && test -e "$work/a/file" || fail "something else was removed, or this was not"
