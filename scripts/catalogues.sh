#!/bin/sh
# SPDX-License-Identifier: MIT
# catalogues.sh SOURCE BUILD   compiles the translations that are newer than their .mo file:
#   SOURCE/locale/LL.po                    -> BUILD/locale/LL/LC_MESSAGES/tanu.mo
#   SOURCE/questions/PACK/po/LL/*.po       -> BUILD/locale/LL/LC_MESSAGES/tanu-PACK.mo
# A language is named in SOURCE/locale/LINGUAS; nothing else needs editing. Cheap when there is
# nothing to do, so make runs it every time.
set -eu
source=$1
build=$2
: "${MSGFMT:=msgfmt}" "${MSGCAT:=msgcat}"

# stale TARGET FILE...: true if TARGET is missing or older than a FILE.
stale() {
    target=$1
    shift
    test -f "$target" || return 0
    test -n "$(find "$@" "$0" -newer "$target" -print)"
}

# A file is finished before it gets its name: an interrupted run leaves no half catalogue. Texts are
# UTF-8 and stay so: without a "charset=" libintl converts nothing, and its way of finding out how
# to (where glibc ends the program when memory runs out) is never gone. Both words are as long.
compile() {
    "$MSGFMT" --check-format --check-domain --output-file="$2.$$" "$1" &&
        LC_ALL=C sed 's/; charset=UTF-8$/; charset UTF-8/' "$2.$$" >"$2.$$.8" && mv -f "$2.$$.8" "$2" &&
        rm -f "$2.$$" || { rm -f "$2.$$" "$2.$$.8"; return 1; }
}

for lang in $(sed 's/#.*//' "$source/locale/LINGUAS"); do
    folder=$build/locale/$lang/LC_MESSAGES
    mkdir -p "$folder"
    po=$source/locale/$lang.po
    if test -f "$po" && stale "$folder/tanu.mo" "$po"; then
        echo "  MSGFMT   locale/$lang/LC_MESSAGES/tanu.mo"
        compile "$po" "$folder/tanu.mo"
    fi
    for pack in "$source"/questions/*/; do
        name=$(basename "$pack")
        set -- "$pack"po/"$lang"/*.po
        test -f "$1" || continue
        # The folder counts too: a file taken away is a change.
        if stale "$folder/tanu-$name.mo" "$pack"po/"$lang" "$@"; then
            echo "  MSGFMT   locale/$lang/LC_MESSAGES/tanu-$name.mo"
            "$MSGCAT" --use-first --output-file="$folder/tanu-$name.po.$$" "$@"
            # Its header is that of the first file, which says no more than a catalogue needs.
            compile "$folder/tanu-$name.po.$$" "$folder/tanu-$name.mo" --check-format ||
                { rm -f "$folder/tanu-$name.po.$$"; exit 1; }
            rm -f "$folder/tanu-$name.po.$$"
        fi
    done
done
