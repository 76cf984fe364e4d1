#!/bin/sh
# The README shows what examples/tiny really gives: sh readme.sh SOURCE_ROOT
set -eu
cd "$1"
shown=$(awk '/^\$ matchday solve examples\/tiny/ { inside = 1; next }
             /^```/ { inside = 0 }
             inside' README.md)
printf '%s\n' "$shown" | diff examples/tiny/expected/solve.txt -
