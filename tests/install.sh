#!/bin/sh
# SPDX-License-Identifier: MIT
# `tanu pack install`: a good pack is switched to in one step; whatever is not good (older, expired, cut off, altered, by another key, too
# big, hostile names, links, not passing its check) is refused with a sentence, and what was installed before stays.
set -eu
tanu=$TANU_BUILD/tanu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() {
    echo "FAIL: $*"
    exit 1
}
command -v minisign >/dev/null || fail "minisign is missing (Debian: minisign)"

mkdir trusted.d
minisign -G -W -p trusted.d/this.pub -s secret >/dev/null
minisign -G -W -p trusted.d/next.pub -s secret-next >/dev/null
minisign -G -W -p strange.pub -s secret-strange >/dev/null
echo "no key" >trusted.d/junk.pub

# make_pack NAME VERSION: the small pack of the tests under the id tokyo.
make_pack() {
    rm -rf tree
    cp -R "$TANU_SRC/tests/check/small" tree
    sed -i "s/^id: .*/id: tokyo/; s/^version: .*/version: $2/" tree/pack.yaml
    tar --format=ustar --owner=0 --group=0 -C tree -cf "$1" .
}
# sign FILE VERSION EXPIRES [SECRET]
sign() {
    minisign -S -W -s "${4:-secret}" -m "$1" -t "pack=tokyo version=$2 expires=$3" >/dev/null
}
install() {
    "$tanu" pack install --as-of 2026-11-28 --keys trusted.d --into packs "$1" >out 2>err
}
# Every name with its kind, rights and target, and every file's sum. No times: a folder that was used has a new one.
standing() {
    { find packs -printf '%p %M %l\n' && find packs -type f -exec cksum {} +; } 2>/dev/null | sort
}
# refused FILE STATUS WORDS: and nothing has moved.
refused() {
    before=$(standing)
    status=0
    install "$1" || status=$?
    test $status -eq "$2" && grep -q "$3" err || fail "$1: $status, $(cat err)"
    test "$before" = "$(standing)" || fail "$1: something was left behind"
}

make_pack a.tar 2026.12.1
sign a.tar 2026.12.1 2027-06-30
install a.tar || fail "a good pack: $(cat err)"
grep -q 'tokyo 2026.12.1' out && test "$(readlink packs/tokyo/current)" = 2026.12.1 || fail "not switched to"
test -s packs/tokyo/current.pack || fail "it was not prepared"
echo '{}' | "$tanu" assess --pack packs/tokyo/current >/dev/null || fail "the installed pack cannot be used"

make_pack b.tar 2026.12.10
sign b.tar 2026.12.10 2027-06-30 secret-next
install b.tar || fail "the next key: $(cat err)"
test "$(readlink packs/tokyo/current)" = 2026.12.10 && test "$(readlink packs/tokyo/previous)" = 2026.12.1 || fail "previous is not kept"

refused a.tar 65 'not newer than 2026.12.10'
refused b.tar 65 'not newer'
make_pack c.tar 2027.1.1
sign c.tar 2027.1.1 2026-11-27
refused c.tar 65 'expired on 2026-11-27'
sign c.tar 2027.1.1 2027-06-30 secret-strange
refused c.tar 77 'not trusted'
sign c.tar 2027.1.1 2027-06-30
cp c.tar.minisig kept
sed -i 's/version=2027.1.1/version=2027.9.9/' c.tar.minisig
refused c.tar 65 altered
head -c 100 kept >c.tar.minisig
refused c.tar 65 'cut off'
rm c.tar.minisig
refused c.tar 66 'signature cannot be read'
cp kept c.tar.minisig
printf x | dd of=c.tar bs=1 seek=2000 conv=notrunc 2>/dev/null
refused c.tar 65 altered
make_pack d.tar 2027.1.1
head -c 5000 d.tar >d2.tar
sign d2.tar 2027.1.1 2027-06-30
refused d2.tar 65 'cut off'
minisign -S -W -s secret -m d.tar -t "pack=tokyo version=2027.1.1" >/dev/null
refused d.tar 65 'expires='
minisign -S -W -s secret -m d.tar -t "pack=../x version=2027.1.1 expires=2027-06-30" >/dev/null
refused d.tar 65 'expires='
sign d.tar 2027.2.2 2027-06-30
refused d.tar 65 'another pack or version'
refused nothing.tar 66 nothing.tar

# Archives that are not what they should be, each with a good signature.
hostile() { # NAME WORDS TAR-ARGUMENTS...
    name=$1 words=$2
    shift 2
    tar --format=ustar -P -cf "$name" "$@"
    sign "$name" 2027.1.1 2027-06-30
    refused "$name" 65 "$words"
}
make_pack tree.tar 2027.1.1
ln -s /etc/passwd tree/link
hostile link.tar 'link' -C tree .
rm tree/link
ln tree/pack.yaml tree/hard
hostile hard.tar 'link' -C tree .
rm tree/hard
mkfifo tree/pipe
hostile pipe.tar 'device' -C tree .
rm tree/pipe
hostile up.tar 'not allowed' --transform 's#^pack.yaml#../pack.yaml#' -C tree pack.yaml
hostile root.tar 'not allowed' --transform "s#^pack.yaml#$work/pwned#" -C tree pack.yaml
test ! -e "$work/pwned" || fail "a name led out of the folder"
touch tree/.hidden
hostile hidden.tar 'not allowed' -C tree .
rm tree/.hidden
mkdir -p tree/1/2/3/4/5/6/7 && touch tree/1/2/3/4/5/6/7/8
hostile deep.tar 'not allowed' -C tree .
rm -r tree/1
mkdir tree/many && (cd tree/many && seq 2100 | xargs touch)
hostile many.tar 'too big' -C tree .
rm -r tree/many
head -c 17000000 /dev/zero >tree/big.yaml
hostile big.tar 'too big' -C tree .
rm tree/big.yaml
gzip -c tree.tar >zip.tar
sign zip.tar 2027.1.1 2027-06-30
refused zip.tar 65 'no ustar'
sed -i 's/outcome: recognised$/outcome: recognized/' tree/rules/*.yaml
hostile faulty.tar 'does not pass its check' -C tree .

# After all of that the good one still comes.
make_pack e.tar 2027.1.1
sign e.tar 2027.1.1 2027-06-30
install e.tar || fail "after the refusals: $(cat err)"
test "$(readlink packs/tokyo/current)" = 2027.1.1 || fail "not switched to"
test -z "$(find packs -name '.new*')" || fail "something half is left"
