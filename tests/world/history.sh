#!/bin/sh
# SPDX-License-Identifier: MIT
# The scroll-back of GNU screen and of tmux, both as delivered: after a visit it holds what the shell said, and nothing of the visit.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
world_packages screen tmux
export HOME="$WORLD" TANU_PACK="$TANU_SRC/tests/packs/tiny" TERM=xterm-256color SCREENDIR="$WORLD/s" TMUX_TMPDIR="$WORLD"
unset STY TMUX
mkdir -m 700 "$WORLD/s"
cat >"$WORLD/shell" <<END
#!/bin/sh
echo BEFORE
"$TANU_BUILD/tanu" --as-of 2026-11-01
echo "AFTER \$?"
exec sleep 60
END
chmod +x "$WORLD/shell"
words='Further\|Kazakhstan\|Leave\|degree\|Country\|recognised\|Question'

# until WORD COMMAND...: what the command prints holds the word, within ten seconds.
until_shown() {
    word=$1
    shift
    i=0
    until "$@" 2>/dev/null | grep -q "$word"; do
        i=$((i + 1))
        test $i -lt 100 || { "$@" || true; fail "$word does not come"; }
        sleep 0.1
    done
}
# visit SEND SHOW: a visit with lists that scroll, pages, help; `SEND KEYS` types, `SHOW` prints the screen and all above it.
visit() {
    until_shown Begin "$2"
    "$1" "$(printf '\r')"
    until_shown 'Question 1' "$2"
    "$1" kaz "$(printf '\r')"
    until_shown 'Question 2' "$2"
    "$1" aus "$(printf '\r')"
    until_shown 'Question 3' "$2"
    "$1" 1
    until_shown 'Question 4' "$2"
    "$1" 1
    until_shown 'First answer' "$2"
    "$1" "$(printf '\r')"
    until_shown 'Question 5' "$2"
    for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
        "$1" "$(printf '\033[B')"
    done
    "$1" "$(printf '\033OP')"
    until_shown 'Keys' "$2"
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        "$1" "$(printf '\033[B')"
    done
    "$1" "$(printf '\003')"
    until_shown 'Leave' "$2"
    "$1" y
    until_shown 'AFTER 0' "$2"
    "$2" >"$WORLD/left"
    grep -q BEFORE "$WORLD/left" || echo "the words before are gone"
    if grep "$words" "$WORLD/left"; then
        fail "rows of the visit are left"
    fi
}

screen_send() {
    for keys in "$@"; do
        screen -S visit -X stuff "$keys"
    done
}
screen_show() {
    rm -f "$WORLD/copy"
    screen -S visit -X hardcopy -h "$WORLD/copy"
    i=0
    while test ! -s "$WORLD/copy" && test $i -lt 50; do
        i=$((i + 1))
        sleep 0.02
    done
    cat -v "$WORLD/copy"
}
tmux_send() {
    for keys in "$@"; do
        tmux send-keys -t visit -l "$keys"
    done
}
tmux_show() {
    tmux capture-pane -p -t visit -S - -E -
}

screen -dmS visit -h 1000 "$WORLD/shell"
visit screen_send screen_show
screen -S visit -X quit
echo 'GNU screen: nothing left'
tmux -f /dev/null new-session -d -s visit -x 80 -y 24 "$WORLD/shell"
visit tmux_send tmux_show
tmux kill-session -t visit
echo 'tmux: nothing left'
