#!/bin/sh
# SPDX-License-Identifier: MIT
# make-debs.sh [OUT]   builds tanu, tanu-pack-tokyo and tanu-kiosk as Debian packages from a clean clone of what is committed, into
# OUT (default: debs). For Debian 12 and 13; the packages that it needs are those of debian/control (apt build-dep .).
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
out=${1:-debs}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/tanu-debs.XXXXXX")
trap 'rm -rf "$work"' EXIT

git clone -q "$top" "$work/tanu"
cd "$work/tanu"
# The same day for everybody who builds this commit.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
rm -rf .git
LC_ALL=C.UTF-8 dpkg-buildpackage -us -uc -b -j"${TANU_JOBS:-2}" >"$out/build.log" 2>&1 || {
    tail -n 40 "$out/build.log" >&2
    exit 1
}
mv "$work"/*.deb "$work"/*.changes "$work"/*.buildinfo "$out"
ls "$out"/*.deb
