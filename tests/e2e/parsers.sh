# What other programs read in our calendars is what the schedule says, in every file of
# every example, before and after a change: ical.js (Thunderbird's), icalendar and
# vobject (of Python).
. "$(dirname "$0")/lib.sh"

skipped=
python=
for candidate in /usr/bin/python3 python3; do
    if "$candidate" -c 'import icalendar, vobject' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || skipped="$skipped python3-icalendar python3-vobject"
modules=${MATCHDAY_NODE_MODULES:-$source_root/build/npm/node_modules}
[ -d "$modules/ical.js" ] && command -v node >/dev/null || skipped="$skipped ical.js"

# compare OUT READER...: a reader prints a line for each entry; those of the plenaries
# and breaks are looked at below
compare() {
    out=$1
    shift
    n_checks=$((n_checks + 1))
    "$@" "$out" >read 2>read_errors || {
        wrong "$1 does not like what is in $out:"
        head -20 read_errors >&2
    }
    sort read >all_entries
    grep -E -- '-[0-9a-f]{20}@' all_entries >entries
    same wanted entries
    n_entries=$(cat $(find "$out" -name '*.ics') | grep -c '^BEGIN:VEVENT')
    holds [ "$n_entries" -eq "$(wc -l <all_entries)" ]
}

# check_files OUT
check_files() {
    python3 "$source_root/tests/support/calendar_entries.py" "$1" | sort >wanted
    holds [ "$(wc -l <wanted)" -ge 20 ]
    if [ -n "$python" ]; then
        for module in icalendar vobject; do
            compare "$1" "$python" "$source_root/tests/support/read_calendars.py" $module
            cp all_entries by_$module
        done
        same by_icalendar by_vobject
    fi
    case $skipped in
    *ical.js*) return ;;
    esac
    compare "$1" node "$source_root/tests/support/read_calendars.mjs" "$modules"
    [ -z "$python" ] || same by_icalendar all_entries
}

cat >cancel.py <<'END'
"""cancel.py EVENT ID: that participant does not come."""
import csv, json, os, sys

folder, name = sys.argv[1:]
path = os.path.join(folder, "event.json")
with open(path, encoding="utf-8-sig") as file:
    event = json.load(file)
table = event["participants"]
if isinstance(table, list):
    for entry in table:
        if entry["id"] == name:
            entry["status"] = "cancelled"
    with open(path, "w", encoding="utf-8") as file:
        json.dump(event, file)
    sys.exit()
path = os.path.join(folder, table)
with open(path, encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(file))
for row in rows:
    row["status"] = "cancelled" if row["id"] == name else row.get("status", "")
with open(path, "w", encoding="utf-8", newline="") as file:
    writer = csv.DictWriter(file, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
END

for folder in "$source_root"/examples/*/; do
    rm -rf event first.json first second
    cp -r "$folder" event
    [ -e event/event.json ] || run 0 check event --normalised event
    cp event/expected/schedule.json first.json
    run 0 export event first.json -o first
    check_files first

    # Everybody was sent that; then somebody who has meetings cancels.
    run 0 publish event first.json
    gone=$(ls first/invites | head -1)
    n_checks=$((n_checks + 1))
    python3 cancel.py event "$gone" || wrong "$gone cannot be cancelled"
    run 0 solve event -o second --previous first.json
    holds [ -n "$(ls second/agendas/changes)" ]
    holds [ "$(cat second/invites/"$gone"/*.ics | grep -c '^METHOD:CANCEL')" -eq \
        "$(ls "first/invites/$gone" | wc -l)" ]
    check_files second
done

[ -z "$skipped" ] || [ $n_wrong -gt 0 ] || {
    echo "skipped: missing are$skipped"
    exit 77
}
end_tests
