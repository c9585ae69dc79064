#!/bin/sh
# SPDX-License-Identifier: MIT
# Completion knows every command and every option that --help names; the files are sound shell.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for shell in bash zsh; do
    sh "$TANU_SRC/scripts/completion.sh" "$tanu" $shell >"$work/$shell"
    for word in $("$tanu" --help | sed -n 's/^  tanu \([a-z-]*\) .*/\1/p; s/^  \(--[a-z-]*\).*/\1/p'); do
        grep -qF -- "$word" "$work/$shell" || { echo "$shell: error: $word is missing"; exit 1; }
    done
done
bash -n "$work/bash"
cat >"$work/ask" <<END
source "$work/bash"
ask() { COMP_WORDS=(tanu "\$@"); COMP_CWORD=\$#; COMPREPLY=(); _tanu 2>/dev/null; echo "\${COMPREPLY[*]}"; }
ask rep
ask report --form
ask --li
END
bash "$work/ask" >"$work/got"
printf 'report\n--format=\n--line\n' | diff - "$work/got"
