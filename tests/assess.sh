#!/bin/sh
# SPDX-License-Identifier: MIT
# The filter from outside: order, several threads, errors that do not stop the stream, fields handed back, exit statuses.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "assess.sh: $*" >&2; exit 1; }
same() { cmp -s "$1" "$2" || { diff "$1" "$2" | head -5 >&2; fail "$3"; }; }
# expect STATUS COMMAND...
expect() {
    want=$1
    shift
    "$@" >"$work/out" 2>"$work/err" && got=0 || got=$?
    test "$got" -eq "$want" || fail "status $got instead of $want: $* ($(cat "$work/err"))"
}

# Some thousand lines that differ, some of them bad, one far too long, the last without a newline.
for to in KZ CN JP NZ AU RU; do
    for from in KZ AU DE CN XX; do
        for mode in on_campus online blended bad; do
            echo "{\"id\":\"$from-$to-$mode\",\"region\":7,\"award_country\":\"$from\",\"destination\":\"$to\",\"level\":\"master\",\"mode\":\"$mode\",\"purpose\":\"employment\"}"
        done
    done
done >"$work/some"
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do cat "$work/some"; done >"$work/lines"
head -c 200000 /dev/zero | tr '\0' x >>"$work/lines"
printf '\n\nnot JSON' >>"$work/lines"

expect 1 "$tanu" assess --brief --echo region "$work/lines"
mv "$work/out" "$work/one"
test "$(wc -l <"$work/one")" -eq 3003 || fail "$(wc -l <"$work/one") answers for 3003 lines"
# However they are taken, each answer stands where its line stood, and is the one that the line gets by itself.
head -n 3000 "$work/one" | cut -d, -f1 >"$work/ids"
head -n 3000 "$work/lines" | cut -d, -f1 | same - "$work/ids" "the answers stand in another order than the lines"
awk -F'"line":' 'NF > 1 && $2 + 0 != NR' "$work/one" >"$work/astray"
test ! -s "$work/astray" || fail "an error names another line: $(head -n 1 "$work/astray")"
for line in 1 2 27 50 111 2871; do
    sed -n ${line}p "$work/lines" >"$work/alone"
    expect 0 "$tanu" assess --brief --echo region "$work/alone"
    sed -n ${line}p "$work/one" | same - "$work/out" "line $line is answered otherwise among others"
done
for jobs in 2 3 5; do
    expect 1 "$tanu" assess --brief --echo region --jobs $jobs "$work/lines"
    same "$work/one" "$work/out" "--jobs $jobs answers otherwise than one job"
done
# The name of an institution has up to 300 characters in any script; numbers may have an exponent.
name=$(printf 'Қ%.0s' $(seq 300))
printf '{"institution":"%s","award_year":2.015e3,"id":1e5}\n{"institution":"%sҚ"}\n' "$name" "$name" >"$work/names"
expect 1 "$tanu" assess --brief "$work/names"
sed -n 1p "$work/out" | grep -q '^{"id":1e5,"outcome"' || fail "300 characters or a number with an exponent are refused: $(sed -n 1p "$work/out")"
sed -n 2p "$work/out" | grep -q '"bad-value".*300 characters' || fail "301 characters are taken: $(sed -n 2p "$work/out")"

# Full answers are long: small chunks, and some that must wait for their turn.
expect 1 "$tanu" assess --lang ru "$work/lines"
mv "$work/out" "$work/full"
for jobs in 2 7; do
    expect 1 "$tanu" assess --lang ru --jobs $jobs "$work/lines"
    same "$work/full" "$work/out" "--jobs $jobs answers otherwise than one job, in full"
done
# Short lines with long answers: more than may be held back, so it goes out while the chunk is worked on.
for i in $(seq 500); do echo '{"destination":"CN"}'; done >"$work/short"
expect 0 "$tanu" assess --jobs 1 "$work/short"
mv "$work/out" "$work/full"
expect 0 timeout 60 "$tanu" assess --jobs 3 "$work/short"
same "$work/full" "$work/out" "--jobs 3 answers otherwise than one job, where much must wait"
expect 1 "$tanu" assess --brief --echo region --jobs 2 <"$work/lines"
same "$work/one" "$work/out" "standard input answers otherwise than a file"

# Errors name line and reason, keep the id, and the stream goes on.
sed -n 4p "$work/one" | grep -q '^{"id":"KZ-KZ-bad","region":7,"error":{"line":4,"code":"bad-value"' || fail "$(sed -n 4p "$work/one")"
sed -n 3001p "$work/one" | grep -q '"line":3001,"code":"too-long"' || fail "$(sed -n 3001p "$work/one")"
sed -n 3003p "$work/one" | grep -q '"line":3003,"code":"not-an-object"' || fail "$(sed -n 3003p "$work/one")"

# How far it is, is told to a person who looks, and to nothing else that happens to be open.
: >"$work/given"
"$tanu" assess --brief --jobs 2 "$work/names" >"$work/out" 2>/dev/null 0<>"$work/given" || :
"$tanu" assess --brief "$work/names" >"$work/out" 2>/dev/null 0<>"$work/given" || :
test ! -s "$work/given" || fail "it writes to its standard input: $(cat "$work/given")"

# Brief is exactly the contract's fields.
printf '{"destination":"KZ"}\n' >"$work/good"
expect 0 "$tanu" assess --brief "$work/good"
keys=$(tr -d '[]' <"$work/out" | grep -o '"[a-z_]*":' | tr -d '\n')
test "$keys" = '"outcome":"possible":"convention_position":"instruments":"findings":' || fail "brief has $keys"
expect 0 "$tanu" assess --jobs 3 /dev/null
test ! -s "$work/out" || fail "an answer without a line"
expect 66 "$tanu" assess "$work/nothing"
for jobs in 1 2 3; do # an input that cannot be read is no dead process
    expect 74 "$tanu" assess --jobs $jobs "$work"
    grep -q 'Is a directory' "$work/err" || fail "$(cat "$work/err")"
done
# Nothing is kept back while the input makes us wait, and nobody waits for input once the output is broken.
mkfifo "$work/ask" "$work/answer"
for jobs in 1 2; do
    "$tanu" assess --brief --jobs $jobs <"$work/ask" >"$work/answer" &
    exec 3>"$work/ask" 4<"$work/answer"
    for i in 1 2 3; do
        printf '{"id":%s,"destination":"KZ"}\n{"id":' $i >&3 # the next line is begun
        read -r line <&4
        case $line in
        "{\"id\":$i,"*) ;;
        *) fail "asked $i, answered $line" ;;
        esac
        printf '0}\n' >&3
        read -r line <&4
    done
    exec 3>&- 4<&-
    wait $!
    exec 3<>"$work/ask" # stays open: no end of the input
    cat "$work/some" "$work/some" >&3
    expect 74 timeout 60 sh -c "'$tanu' assess --jobs $jobs <&3 >/dev/full"
    head -n 1 "$work/some" >&3 # so little that all the others wait for more
    expect 74 timeout 20 sh -c "'$tanu' assess --jobs $jobs <&3 >/dev/full"
    exec 3>&-
done
expect 64 "$tanu" assess --jobs 0 "$work/good"
expect 64 "$tanu" assess --echo level "$work/good"

# Whichever question stands first in the pack, the answers mean the same.
for to in CN KZ JP; do
    for from in AU KZ RU; do
        for level in bachelor doctorate; do
            printf '{"award_country":"%s","destination":"%s","level":"%s","purpose":"employment","mode":"online","duration_years":2}\n' $from $to $level
            printf '{"award_country":"%s","destination":"%s","level":"%s"}\n' $from $to $level
        done
    done
done >"$work/cases"
"$tanu" assess --brief --as-of 2026-11-01 --pack "$TANU_SRC/tests/packs/tiny" "$work/cases" >"$work/plain"
# turned PACK QUESTION: $work/turned, where the question stands at the front.
turned() {
    rm -rf "$work/turned"
    cp -R "$TANU_SRC/tests/packs/$1" "$work/turned"
    chmod -R u+w "$work/turned"
    awk -v first="$2" '
        /^  - id: / { block = $3 } { if (block == "") head = head $0 "\n"; else if (block == first) own = own $0 "\n"; else rest = rest $0 "\n" }
        END { printf "%s%s%s", head, own, rest }' "$TANU_SRC/tests/packs/$1/questions.yaml" >"$work/turned/questions.yaml"
    "$tanu" assess --brief --as-of 2026-11-01 --pack "$work/turned" "$work/cases" >"$work/out"
    same "$work/plain" "$work/out" "$1: with the question $2 at the front cases come out otherwise"
}
for first in award_country purpose level mode; do turned tiny $first; done
# One that has a usual answer, on which the outcome hangs.
printf '{"destination":"CN","award_country":"AU","level":"master","profession":"medicine","destination_list":"not_listed"}\n' >"$work/cases"
"$tanu" assess --brief --as-of 2026-11-01 --pack "$TANU_SRC/tests/packs/guild" "$work/cases" >"$work/plain"
turned guild purpose

# While the destination is not known, nobody knows either whether the pack covers it.
cp -R "$TANU_SRC/tests/packs/tiny" "$work/wide"
chmod -R u+w "$work/wide"
sed -i 's/when: covered(destination)/when: not covered(destination)/' "$work/wide/rules/papers.yaml"
echo '{"award_country":"AU"}' >"$work/case"
"$tanu" assess --as-of 2026-11-01 --pack "$work/wide" "$work/case" >"$work/out"
grep -q '"steps":\[\]' "$work/out" || fail "a step for countries without a file is shown while the destination is open: $(cat "$work/out")"
# And two things that are not known are two.
for other in 'country(destination).uses_rankings' "party('old-pact', destination)" "party('tokyo-2011', destination)"; do
    sed -i "s/when: .*(destination.*/when: country(destination).advisory or not $other/" "$work/wide/rules/papers.yaml"
    "$tanu" assess --as-of 2026-11-01 --pack "$work/wide" "$work/case" >"$work/out"
    grep -q '"steps":\[\]' "$work/out" || fail "one open fact stands for another, $other: $(cat "$work/out")"
done

# Whether the office is strict nobody knows: what that would set aside stays, and a finding says that it may not count.
printf '{"award_country":"AU","destination":"KZ","level":"master","purpose":"study","mode":"online","years":4}\n' >"$work/case"
maze="--as-of=2026-11-01 --pack=$TANU_SRC/tests/packs/maze"
"$tanu" assess $maze "$work/case" >"$work/out"
grep -q '"id":"calm",[^}]*}*[^}]*"live":"overridden","overridden_by":"calm-strict"' "$work/out" || fail "a finding that an open fact may set aside is lost"
grep -q '"steps":\[{"id":"apply"' "$work/out" || fail "a step that an open fact may set aside is lost"
grep -q ask-strict "$work/out" && fail "a step is shown that hangs on an open fact"
"$tanu" explain $maze "$work/case" calm >"$work/out"
grep -q 'Does not count if this holds, and we could not find out: Strict.' "$work/out" || fail "the rule does not say what would set it aside"
