#!/bin/sh
# SPDX-License-Identifier: MIT
# The same assessments from YAML, from the prepared pack, and with one that is damaged, stale, cut, or not its owner's alone; from
# outside, with the real program copied beside its files. And at run time nothing is written anywhere.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=$work/home
mkdir -p "$home" "$work/bin/locale" "$work/src/questions"
cp "$TANU_BUILD/tanu" "$work/bin/tanu"
echo "$work/src" >"$work/bin/tanu.tree"
cp -R "$TANU_SRC/questions/tokyo" "$work/src/questions/tokyo"
chmod -R u+w "$work/src"
tanu=$work/bin/tanu pack=$work/bin/tokyo.pack
cat >"$work/lines" <<'END'
{"id":1,"purpose":"further_study","destination":"CN","award_country":"KZ","level":"bachelor"}
{"id":2,"purpose":"employment","destination":"JP","award_country":"UZ","level":"master","mode":"online"}
{"id":3,"destination":"KZ","award_country":"RU","level":"candidate_of_sciences","legalisation":"apostille"}
{"id":4,"purpose":"regulated_profession","destination":"AU","award_country":"KG","profession":"nursing"}
{"id":5,"award_country":"VN","level":"short_course"}
END
failed=0
fault() {
    echo "FAIL: $*"
    failed=1
}
unset TANU_PREPARED
export HOME="$home" XDG_CACHE_HOME="$home/cache"
answers() {
    "$tanu" assess --as-of 2026-11-01
}
same() {
    answers <"$work/lines" >"$work/now" || fault "$1: status $?"
    cmp "$work/yaml" "$work/now" || fault "$1"
}
TANU_PREPARED=off answers <"$work/lines" >"$work/yaml"
test "$(wc -l <"$work/yaml")" -eq 5
same 'no prepared pack'
test ! -e "$pack" || fault 'a start has written a file'

"$tanu" pack prepare "$pack"
test "$(stat -c %a "$pack")" = 644 || fault 'the mode of the prepared pack'
if strings -a "$pack" | grep -q "$work"; then
    fault 'the prepared pack names the folder it was made from'
fi
same 'prepared'
before=$(stat -c %i "$pack")
"$tanu" pack prepare "$pack"
test "$before" = "$(stat -c %i "$pack")" || fault 'a file that fits is left alone'
cp "$pack" "$work/good"

for at in 0 9 17 25 33 40 41 9999 20000; do
    printf '\377' | dd of="$pack" bs=1 seek=$at conv=notrunc 2>/dev/null
    same "a byte changed at $at"
    cp "$work/good" "$pack"
done
for size in 0 1 39 40 41 9000; do
    truncate -s $size "$pack"
    same "cut to $size"
done
cp "$work/good" "$pack"
printf x >>"$pack"
same 'one byte more'
rm "$pack"
mkdir "$pack"
same 'a folder'
rmdir "$pack"
mkfifo "$pack"
same 'a pipe'
rm "$pack"
ln -s "$work/good" "$pack"
same 'a link'
rm "$pack"

# Cut while the program runs.
cp "$work/good" "$pack"
mkfifo "$work/pipe"
answers <"$work/pipe" >"$work/now" &
program=$!
exec 3>"$work/pipe"
head -n 1 "$work/lines" >&3
until test -s "$work/now"; do :; done
truncate -s 0 "$pack"
tail -n +2 "$work/lines" >&3
exec 3>&-
wait $program || fault "cut while it runs: status $?"
cmp "$work/yaml" "$work/now" || fault 'cut while it runs'

# The sources change: the old file is not used, and made anew when asked.
cp "$work/good" "$pack"
sed -i 's/^version: .*/version: 9.9.9/' "$work/src/questions/tokyo/pack.yaml"
answers <"$work/lines" | grep -q '"version":"9.9.9"' || fault 'a stale prepared pack was used'
"$tanu" pack prepare "$pack"
cmp -s "$work/good" "$pack" && fault 'not made anew'
answers <"$work/lines" | grep -q '"version":"9.9.9"' || fault 'made anew'

# A pack with a warning is not prepared, nor one that is faulty.
: >"$work/src/questions/tokyo/rules/stray.yml"
rm "$pack"
"$tanu" pack prepare "$pack" 2>"$work/err" && fault 'a pack with a warning was prepared'
test ! -e "$pack" || fault 'a pack with a warning left a file'
rm "$work/src/questions/tokyo/rules/stray.yml"
echo 'nonsense: 1' >>"$work/src/questions/tokyo/pack.yaml"
"$tanu" pack prepare "$pack" 2>"$work/err" && fault 'a faulty pack was prepared'
test ! -e "$pack" || fault 'a faulty pack left a file'
test "$(wc -l <"$work/err")" -eq 1 || fault 'a faulty pack is one sentence'
"$tanu" pack prepare --pack "$TANU_SRC/tests/packs/tiny" /nonexistent/x.pack 2>"$work/err" && fault 'no such folder'

test -z "$(ls -A "$home")" || fault "written at run time: $(ls -A "$home")"
exit $failed
