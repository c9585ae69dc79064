#!/bin/sh
# SPDX-License-Identifier: MIT
# Languages and the charsets of terminals: the list of LANGUAGE in its order, what cannot be shown is not offered, what is
# read as well comes before English.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "FAIL: $*"
    exit 1
}
first() { "$@" "$tanu" --help | head -n 1; }
is() { # LANGUAGE-OF-HELP COMMAND...
    want=$1
    shift
    got=$(first "$@")
    case $want:$got in
    en:Usage:* | kk:Қолданылуы:* | ru:Использование:*) ;;
    *) fail "$* gives '$got', not $want" ;;
    esac
}
is ru env LANGUAGE=ky:ru
is ru env LANGUAGE=uz:ru:kk
is kk env LANGUAGE=tg_TJ:kk_KZ:ru
is ru env LANGUAGE=ky LC_ALL=ru_RU.UTF-8
is en env LANGUAGE=ky
is kk env TANU_LANG=xx:kk LANGUAGE=ru

# Locales of other charsets, made for this test.
charset() { # LOCALE CHARSET
    localedef -c -i "$1" -f "$2" "$work/$1.$2" >/dev/null 2>&1 || test -d "$work/$1.$2" ||
        fail "localedef cannot make $1.$2; install the package 'locales'"
}
charset ru_RU KOI8-R
charset zh_CN GB18030
charset ja_JP EUC-JP
export LOCPATH="$work"
koi8=$(LC_ALL=ru_RU.KOI8-R LANGUAGE=kk "$tanu" --help | head -n 1 | iconv -f KOI8-R -t UTF-8)
case $koi8 in
Использование:*) ;;
*) fail "KOI8-R with Kazakh wished gives '$koi8'" ;;
esac
# A terminal gets its own charset, a file UTF-8.
echo '{"destination":"CN","award_country":"KZ"}' >"$work/case"
for command in report 'compare --to CN,RU' 'compare --to XX'; do
    LC_ALL=ru_RU.KOI8-R LANGUAGE=ru script -qec "$tanu $command $work/case" /dev/null | iconv -f KOI8-R -t UTF-8 |
        grep -q 'Китай\|кода страны' || fail "$command is not in the charset of the terminal"
    LC_ALL=ru_RU.KOI8-R LANGUAGE=ru "$tanu" $command "$work/case" >"$work/out" 2>&1 || :
    iconv -f UTF-8 "$work/out" >/dev/null 2>&1 || iconv -f KOI8-R -t UTF-8 "$work/out" | grep -q 'кода страны' || fail "$command into a file is not UTF-8"
done
# So with JSON, which a terminal of another charset gets in ASCII.
LC_ALL=ru_RU.KOI8-R "$tanu" assess --lang ru "$work/case" | grep -q 'ы' || fail "JSON into a file is not UTF-8"
LC_ALL=ru_RU.KOI8-R script -qec "$tanu assess --lang ru $work/case" /dev/null | LC_ALL=C grep -q '[^ -~[:space:]]' && fail "JSON on a terminal is not ASCII"
for locale in zh_CN.GB18030 ja_JP.EUC-JP; do
    got=$(LC_ALL=$locale LANGUAGE=ru "$tanu" --help | head -n 1)
    case $got in
    Usage:*) ;;
    *) fail "Cyrillic of two cells a letter is used in $locale: $got" ;;
    esac
    # A file is UTF-8 in any language.
    echo '{"destination":"CN","award_country":"KZ"}' >"$work/case"
    LC_ALL=$locale LANGUAGE=ru "$tanu" report -o "$work/$locale.txt" "$work/case"
    grep -q Казахстан "$work/$locale.txt" || fail "a file written in $locale is not in Russian"
done
