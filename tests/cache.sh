#!/bin/sh
# SPDX-License-Identifier: MIT
# The same assessments without a cache, while it is written, from it, and with a damaged one.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cat >"$home/lines" <<'END'
{"id":1,"purpose":"further_study","destination":"CN","award_country":"KZ","level":"bachelor"}
{"id":2,"purpose":"employment","destination":"JP","award_country":"UZ","level":"master","mode":"online"}
{"id":3,"destination":"KZ","award_country":"RU","level":"candidate_of_sciences","legalisation":"apostille"}
{"id":4,"purpose":"regulated_profession","destination":"AU","award_country":"KG","profession":"nursing"}
{"id":5,"award_country":"VN","level":"short_course"}
END
answers() {
    HOME=$home "$TANU_BUILD/tanu" assess --as-of 2026-11-01 --lang "$1" <"$home/lines"
}
unset XDG_CACHE_HOME
for lang in en ru; do
    TANU_CACHE=off answers $lang >"$home/off"
    test ! -e "$home/.cache"
    unset TANU_CACHE
    answers $lang >"$home/cold"
    ls "$home"/.cache/tanu/tokyo-*.pack >/dev/null
    answers $lang >"$home/warm"
    for file in "$home"/.cache/tanu/*; do
        printf 'x' | dd of="$file" bs=1 seek=9999 conv=notrunc 2>/dev/null
    done
    answers $lang >"$home/damaged"
    for kind in cold warm damaged; do
        cmp "$home/off" "$home/$kind"
    done
    rm -r "$home/.cache"
done
test "$(wc -l <"$home/off")" -eq 5
