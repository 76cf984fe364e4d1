#!/bin/sh
# The example follow-up is what followup makes of ejrc-2021 and its feedback, and a
# few wishes that came afterwards, whose ids begin with n:
#
#     sh follow_up.sh PROGRAM SOURCE_ROOT
#
# Compared are what is printed, the event without those wishes, and outcomes.csv.
# MATCHDAY_BLESS=1 writes them anew, and leaves the wishes where they are.
set -eu
LC_ALL=C
export LC_ALL

program=$(realpath "$1")
source_root=$(realpath "$2")
example=$source_root/examples/follow-up
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ln -s "$source_root/examples" examples
mkdir got

"$program" followup examples/ejrc-2021 examples/follow-up/schedule.json \
    --feedback examples/follow-up/feedback.csv --feedback examples/follow-up/wishes.csv \
    --date 2021-10-26 --date 2021-11-09 --minutes 30 -o out/follow-up \
    >got/followup.txt 2>followup_errors || {
    cat followup_errors >&2
    exit 1
}
cat followup_errors >>got/followup.txt
cp out/follow-up/outcomes.csv got/
new_wish='^    {"id":"n[0-9]'

if [ -n "${MATCHDAY_BLESS:-}" ]; then
    grep "$new_wish" "$example/event.json" >new_wishes || true
    # Requests are sorted by id: new ones stand behind those to meet again.
    awk 'FNR == NR { new[++n] = $0; next }
         !done && /^    {"id":"r[0-9]/ { for (k = 1; k <= n; k++) print new[k]; done = 1 }
         { print }' new_wishes out/follow-up/event.json >"$example/event.json"
    mkdir -p "$example/made"
    cp got/* "$example/made/"
    printf 'Written: %s\n' "$example"
else
    for file in followup.txt outcomes.csv; do
        diff "$example/made/$file" "got/$file"
    done
    grep -v "$new_wish" "$example/event.json" | diff - out/follow-up/event.json
fi
