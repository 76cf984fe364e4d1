#!/bin/sh
# Solves one example and compares with what it gave before:
#
#     sh example.sh PROGRAM SOURCE_ROOT EXAMPLE
#
# Compared are the output of check and solve and the schedule, with the files in
# examples/EXAMPLE/expected. MATCHDAY_BLESS=1 writes those files anew. With
# MATCHDAY_JUDGE=COMMAND, "COMMAND EVENT SCHEDULE" must find the schedule right too.
set -eu
LC_ALL=C
SOURCE_DATE_EPOCH=1600000000
export LC_ALL SOURCE_DATE_EPOCH

program=$(realpath "$1")
source_root=$(realpath "$2")
example=$3
expected=$source_root/examples/$example/expected
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The paths in the output are then those that a reader of the examples sees.
cd "$work"
mkdir got
ln -s "$source_root/examples" examples

"$program" check "examples/$example" >got/check.txt 2>&1
"$program" solve "examples/$example" -o "out/$example" >got/solve.txt 2>solve_errors ||
    {
        cat solve_errors >&2
        exit 1
    }
cp "out/$example/schedule.json" got/
"$program" verify "examples/$example" got/schedule.json
if [ -n "${MATCHDAY_JUDGE:-}" ]; then
    "$MATCHDAY_JUDGE" "examples/$example" got/schedule.json
fi

if [ -n "${MATCHDAY_BLESS:-}" ]; then
    mkdir -p "$expected"
    cp got/* "$expected/"
    printf 'Written: %s\n' "$expected"
else
    diff -r "$expected" got
fi
