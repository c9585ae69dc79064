#!/bin/sh
# SPDX-License-Identifier: MIT
# completion.sh PROGRAM bash|zsh   completion for the shell, made from the program's --help, which is made from its tables of
# commands and options. An option that takes a value is completed with its `=`.
set -eu
program=$1
shell=$2
LC_ALL=C
LANGUAGE=
export LC_ALL LANGUAGE
unset TANU_LANG

help_of() {
    "$program" "$@" --help
}
# "--name" or "--name=" a line
options() {
    sed -n 's/^  \(--[a-z][a-z-]*=\{0,1\}\).*/\1/p'
}
# "--name[=]:help" a line
described() {
    sed -n "s/^  \(--[a-z][a-z-]*=\{0,1\}\)[^ ]*  *\(.*\)/\1:\2/p" | tr -d "'[]"
}
commands=$(help_of | sed -n 's/^  tanu \([a-z][a-z-]*\) .*/\1/p')

bash_completion() {
    cat <<'END'
# bash completion for tanu
_tanu() {
    local cur=${COMP_WORDS[COMP_CWORD]} word command= words
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
        -*) ;;
        *) command=$word; break ;;
        esac
    done
    case $command in
END
    for command in $commands; do
        echo "    $command) words='$(help_of "$command" | options | tr '\n' ' ')' ;;"
    done
    cat <<END
    *) words='$(help_of | options | tr '\n' ' ')$(echo $commands)' ;;
    esac
    if [[ -z \$command || \$cur == -* ]]; then
        COMPREPLY=(\$(compgen -W "\$words" -- "\$cur"))
        [[ \${COMPREPLY[0]-} == *= ]] && compopt -o nospace
    else
        COMPREPLY=(\$(compgen -f -- "\$cur"))
    fi
    return 0
}
complete -o filenames -F _tanu tanu
END
}

zsh_completion() {
    cat <<'END'
#compdef tanu
local command
local -a options commands
if (( CURRENT > 2 )); then command=${${words[2,CURRENT-1]}[(r)[^-]*]-}; else command=; fi
case $command in
END
    for command in $commands; do
        echo "$command) options=("
        help_of "$command" | described | sed "s/.*/    '&'/"
        echo ') ;;'
    done
    echo '*) options=('
    help_of | described | sed "s/.*/    '&'/"
    echo ') commands=('
    help_of | sed -n "s/^  tanu \([a-z][a-z-]*\) [^ ]*  *\(.*\)/    '\1:\2'/p"
    cat <<'END'
) ;;
esac
if [[ $PREFIX == -* ]]; then
    _describe -o option options -S ''
elif (( ${#commands} )); then
    _describe command commands
else
    _files
fi
END
}

case $shell in
bash) bash_completion ;;
zsh) zsh_completion ;;
*) exit 64 ;;
esac
