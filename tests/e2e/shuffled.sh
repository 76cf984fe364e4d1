# Ids identify: the order of lists, in the event and in the schedule before, changes no
# byte of a rerun.
. "$(dirname "$0")/lib.sh"

if ! command -v python3 >/dev/null; then
    echo "python3 is not installed: lists cannot be shuffled"
    exit 77
fi
shuffle() {
    python3 "$source_root/tests/support/shuffle_lists.py" "$@" || wrong "not shuffled: $2"
}

# Every kind of list and field that the examples have.
for example in follow-up occitanie-mission shizuoka-2024 startup-day; do
    event=$source_root/examples/$example
    [ ! -e "$event/$example.xlsx" ] || event=$event/$example.xlsx
    run 0 check "$event" --normalised "$example"
    run 0 solve "$example" -o first --quiet
    shuffle 6 "$example/event.json" shuffled.json
    run 0 solve shuffled.json -o shuffled --quiet
    same first shuffled
    rm -rf first shuffled
done

for example in tiny ejrc-2021; do
    rm -rf first rerun
    run 0 check "$source_root/examples/$example" --normalised "$example"
    cp "$example/event.json" first.json
    run 0 solve first.json -o first --quiet
    run 0 publish first.json first/schedule.json

    # Somebody cancels, somebody is deleted, a room is lost, a wish is taken back.
    python3 - "$example" <<'PYTHON'
import json, sys
with open("first.json", encoding="utf-8") as file:
    event = json.load(file)
with open("first/schedule.json", encoding="utf-8") as file:
    meetings = json.load(file)["meetings"]
gone = meetings[0]["participants"][0]
for body in event["participants"]:
    if body["id"] == gone:
        body["status"] = "cancelled"
for request in event["requests"]:
    if request["id"] == meetings[-1]["requests"][0]:
        request["status"] = "withdrawn"
deleted = meetings[1]["participants"][1]
if deleted != gone:
    event["participants"] = [p for p in event["participants"] if p["id"] != deleted]
    for name in ("requests", "availability", "locks", "met_before", "agenda"):
        event[name] = [row for row in event.get(name, [])
                       if deleted not in json.dumps(row)]
    for room in event["rooms"]:
        room["reserved_for"] = [p for p in room.get("reserved_for", []) if p != deleted]
used = {lock.get("room") for lock in event.get("locks", [])}
event["rooms"].remove([room for room in event["rooms"] if room["id"] not in used][-1])
event["locks"] = [lock for lock in event.get("locks", [])
                  if gone not in lock.get("participants", [])]
with open("event.json", "w", encoding="utf-8") as file:
    json.dump(event, file)
PYTHON
    run 0 solve event.json -o rerun --quiet --previous first/schedule.json
    for seed in 1 2 3; do
        shuffle $seed event.json shuffled.json
        shuffle $seed first/schedule.json before.json
        run 0 solve shuffled.json -o shuffled --quiet --previous before.json
        same rerun shuffled
        rm -rf shuffled
    done

    # What people say afterwards, too.
    awk 'BEGIN { print "meeting,participant,held,again" }' >feedback.csv
    python3 - >>feedback.csv <<'PYTHON'
import json
with open("rerun/schedule.json", encoding="utf-8") as file:
    for meeting in json.load(file)["meetings"][:6]:
        print(meeting["id"], meeting["participants"][0], "yes", "yes", sep=",")
PYTHON
    rm -rf next
    run 0 followup event.json rerun/schedule.json --feedback feedback.csv -o next
    for seed in 4 5; do
        shuffle $seed event.json shuffled.json
        shuffle $seed rerun/schedule.json before.json
        run 0 followup shuffled.json before.json --feedback feedback.csv -o again
        same next again
        rm -rf again
    done
done

end_tests
