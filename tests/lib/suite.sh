#!/bin/sh
# The frame of a suite, which reads it first: . "$(dirname "$0")/../lib/suite.sh"
#
# The suite then runs at the top of the checkout, with English messages, the locale C and the clock at 19 March 2021, and has
#
#   bin        folder of the programs: the suite's first word; more words only where `usage` names them before this is read
#   top        the top of the checkout
#   scratch    an empty folder, removed at the end; what must be undone before that is the function `undo`
#   subject    what its lines begin with, behind "ok": the suite sets it
#   shown      a file whose first lines are shown below "not ok", after those of $scratch/faults
#
# With DEEP=1, as `make check-deep` calls it, a suite tries all it can think of; without, one of each kind: see `deep` and `some`.
# shellcheck disable=SC2034 # the suites use what is set here
set -u
if [ $# -eq 0 ] || { [ $# -gt 1 ] && [ -z "${usage:-}" ]; }; then
    echo "usage: $0 BIN${usage:+ $usage}" >&2
    exit 64
fi
bin=$(cd "$1" && pwd) || exit 66
top=$(cd "$(dirname "$0")" && pwd) || exit 66
top=${top%/tests*}
cd "$top" || exit 66
scratch=$(mktemp -d) || exit 73
undo() { :; }
trap 'undo; chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
trap 'exit 129' HUP INT TERM
unset LANG LC_MESSAGES NACHLESE_DATA
export LC_ALL=C SOURCE_DATE_EPOCH=1616112000
# The python3 of Debian: one that stands before it may be a wrapper that starts ten programs each time.
export PATH="/usr/bin:$PATH"
subject=
shown=
passed=0
failed=0
: >"$scratch/faults"

pass() {
    passed=$((passed + 1))
    echo "ok ${subject:+$subject }$1"
}

fail() {
    failed=$((failed + 1))
    echo "not ok ${subject:+$subject }$1"
    for reasons in "$scratch/faults" "$shown"; do
        [ ! -f "$reasons" ] || head -n 40 "$reasons" | cut -c 1-200 | sed 's/^/  /'
    done
}

# verdict CODE NAME: one test, which passed where CODE is 0. What $scratch/faults holds was about this test, and goes.
verdict() {
    if [ "$1" -eq 0 ]; then pass "$2"; else fail "$2"; fi
    : >"$scratch/faults"
}

# deep: true where all is to be tried.
deep() {
    [ -n "${DEEP:-}" ]
}

# some FEW ALL: these words, as is asked for.
some() {
    if deep; then echo "$2"; else echo "$1"; fi
}

# no_faults NAME: one test, which passed where nothing was written into $scratch/faults.
no_faults() {
    [ ! -s "$scratch/faults" ]
    verdict $? "$1"
}

# is FOUND WANTED NAME: one test, which passed where both are the same.
is() {
    [ "$1" = "$2" ] || echo "found $1, expected $2" >>"$scratch/faults"
    [ "$1" = "$2" ]
    verdict $? "$3"
}

# add FILE: the tests that another program printed there.
add() {
    cat "$1"
    passed=$((passed + $(grep -c '^ok ' "$1")))
    failed=$((failed + $(grep -c '^not ok ' "$1")))
}

# unpacked FILE ...: what the packed files (.odt, .xlsx) hold; nothing, and true, where python3 is not installed.
unpacked() {
    command -v python3 >/dev/null || return 0
    python3 -c 'import sys, zipfile
for path in sys.argv[1:]:
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            sys.stdout.buffer.write(packed.read(name))' "$@"
}

# The last command of a suite: its sum; false where a test failed.
finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
