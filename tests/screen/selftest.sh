#!/bin/sh
# SPDX-License-Identifier: MIT
# The harness finds what it is there to find: a changed golden file, a hung program, a text that does not come, a wrong
# exit status, a program that is left running. (The toy-*.script files show that the right things pass.)
set -u
: "${TANU_SRC:?}" "${TANU_BUILD:?}"
runner=$TANU_BUILD/tests/screen/screentest
dir=$(mktemp -d) || exit 99
trap 'rm -rf "$dir"' EXIT
unset GENERATE
failures=0

# must_fail NAME TEXT: the script on standard input fails, and says TEXT.
must_fail()
{
    { echo 'program tests/screen/toy'; echo 'size 40x12'; cat; } >"$dir/$1.script"
    if "$runner" "$dir/$1.script" >"$dir/out" 2>&1; then
        echo "FAIL: $1 should have failed"
        failures=1
    elif ! grep -qF -e "$2" "$dir/out"; then
        echo "FAIL: $1 does not say \"$2\" but:"
        cat "$dir/out"
        failures=1
    else
        echo "ok: $1"
    fi
}

must_fail no-golden 'GENERATE=1' <<'END'
run
key q
expect-exit 0
END

mkdir -p "$dir/golden"
GENERATE=1 "$runner" "$dir/no-golden.script" || failures=1
if ! "$runner" "$dir/no-golden.script"; then
    echo "FAIL: the record just made does not compare equal"
    failures=1
fi
sed 's/exit 0/exit 9/' "$dir/golden/no-golden.golden" >"$dir/golden/changed.golden"
must_fail changed '-== exit 9' <<'END'
run
key q
expect-exit 0
END

must_fail walk-without-end '"Nowhere" does not come within 60 pages' <<'END'
run
walk <down> until Nowhere
END

must_fail rule-without-page 'no page showed "Nowhere"' <<'END'
when Nowhere => 1
run
key q
expect-exit 0
END

must_fail rule-without-keys 'write a text and keys' <<'END'
when Nowhere
END

must_fail hung 'the program hangs' <<'END'
deadline 0.5
run
key h
END

must_fail hung-shows-screen '> Bachelor' <<'END'
deadline 0.5
run
key h
END

must_fail never-stops 'the program hangs' <<'END'
deadline 0.5
program /usr/bin/yes
run
END

must_fail never-stops-piped 'the program hangs' <<'END'
deadline 0.5
program /usr/bin/yes
pipe
run
END

must_fail text-missing '"Doctorate" does not come' <<'END'
deadline 0.5
run
wait Doctorate
END

must_fail wrong-exit 'the exit status is 3, not 0' <<'END'
run
key d
expect-exit 0
END

must_fail still-running 'it waits for input' <<'END'
run
expect-exit 0
END

must_fail too-many-bytes 'at most 5 are allowed' <<'END'
run
key <down>
at-most 5 bytes
END

must_fail not-a-key 'there is no key <dwon>' <<'END'
run
key <dwon>
END

must_fail not-a-command 'there is no command "frmae"' <<'END'
frmae
END

exit "$failures"
