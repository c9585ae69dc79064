#!/bin/sh
# SPDX-License-Identifier: MIT
# copy-tree.sh FROM TO FOLDER...   copies FROM/FOLDER/... to TO/FOLDER/..., without editor
# leftovers. Used by make dist and make install.
set -eu
from=$1
to=$2
shift 2
for folder in "$@"; do
    test -d "$from/$folder" || continue
    (cd "$from" && find "$folder" -type f ! -name '*~' ! -name '.*.sw?' ! -name '*.o' \
        ! -name '*.orig' ! -name '*.rej' ! -name .dirstamp -print) |
    while IFS= read -r file; do
        mkdir -p "$to/${file%/*}"
        test -f "$to/$file" || cp -p "$from/$file" "$to/$file"
        chmod u+w "$to/$file"
    done
done
