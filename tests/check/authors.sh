#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every example of doc/authors.md, in order, on a copy of the small pack:
#   ```file NAME   the block becomes pack/NAME
#   ```edit NAME   lines with -, + or a space in front are a change of pack/NAME
#   ```sh          each line with $ is run; the lines below it must stand in its output, in this
#                  order; `...` stands for anything
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp -R "$TANU_SRC/tests/check/small" pack
chmod -R u+w pack
PATH=$TANU_BUILD:$PATH
export PATH
failed=0

fail() {
    echo "authors.sh: doc/authors.md:$line: $*" >&2
    failed=1
}

# Block N goes to N.head ("kind argument line") and N.body.
awk '
    /^```[a-z]/ { n++; open = 1; sub(/^```/, ""); split($0, word, " ")
        name = sprintf("%03d", n); printf "%s %s %d\n", word[1], word[2] ? word[2] : "-", NR >name ".head"
        printf "" >name ".body"; next }
    /^```$/ { open = 0; next }
    open { print >name ".body" }' "$TANU_SRC/doc/authors.md"

# Replaces the block of old lines, which must occur once, by the new ones.
edit() { # BODY FILE
    awk '
        NR == FNR {
            mark = substr($0, 1, 1); rest = substr($0, 2)
            if (mark != "+") old = old rest "\n"
            if (mark != "-") new = new rest "\n"
            next }
        { text = text $0 "\n" }
        END {
            at = index(text, old)
            if (!at || index(substr(text, at + 1), old)) exit 1
            printf "%s%s%s", substr(text, 1, at - 1), new, substr(text, at + length(old)) }' \
        "$1" "$2" >edited && mv edited "$2"
}

# The promised lines must stand in the output, in order.
compare() { # PROMISED OUTPUT
    awk '
        function fits(promise, line,   part, n, i, at) {
            n = split(promise, part, /\.\.\./)
            if (substr(line, 1, length(part[1])) != part[1]) return 0
            line = substr(line, length(part[1]) + 1)
            for (i = 2; i <= n; i++) {
                if (part[i] == "") { if (i == n) return 1; continue }
                at = index(line, part[i])
                if (!at) return 0
                if (i == n) return substr(line, length(line) - length(part[i]) + 1) == part[i]
                line = substr(line, at + length(part[i]))
            }
            return n > 1 || line == "" }
        NR == FNR { promise[++promises] = $0; next }
        wanted < promises && fits(promise[wanted + 1], $0) { wanted++ }
        END { if (wanted < promises) { print promise[wanted + 1]; exit 1 } }' "$1" "$2"
}

run() { # BODY
    : >promised
    command=
    while IFS= read -r text; do
        case $text in
        '$ '*)
            finish
            command=${text#'$ '}
            : >promised
            ;;
        *) printf '%s\n' "$text" >>promised ;;
        esac
    done <"$1"
    finish
}

finish() {
    test -n "$command" || return 0
    sh -c "$command" >output 2>&1 || true
    missing=$(compare promised output) ||
        fail "'$command' does not print: $missing
$(tail -5 output | cut -c1-300)"
}

for head in [0-9]*.head; do
    read -r kind name line <"$head"
    body=${head%.head}.body
    case $kind in
    file) cp "$body" "pack/$name" ;;
    edit) edit "$body" "pack/$name" || fail "the lines to change are not once in $name" ;;
    sh) run "$body" ;;
    yaml | text) ;;
    *) fail "a block of the kind '$kind'" ;;
    esac
done
test "$(ls [0-9]*.head | wc -l)" -gt 15 || { echo "authors.sh: the guide has hardly any examples" >&2; failed=1; }
exit $failed
