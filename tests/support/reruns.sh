# The history of a small event: what is published of it, in order. For the tests with
# real calendar programs, which source this file behind tests/e2e/lib.sh and call
# make_reruns.

# publish_run FOLDER: what was made there goes out. The calendars stay as people got
# them.
publish_run() {
    cp "$1/schedule.json" "$1.json"
    run 0 publish event "$1.json"
}

# delete_person ID: a participant goes out of the event's file, with all its wishes.
delete_person() {
    n_checks=$((n_checks + 1))
    python3 - "$1" <<'END' || wrong "nobody to delete: $1"
import json
import sys

with open("event/event.json", encoding="utf-8") as file:
    event = json.load(file)
n = len(event["participants"])
for name, keys in (("participants", ["id"]), ("requests", ["from", "to"]),
                   ("availability", ["participant"])):
    event[name] = [row for row in event[name]
                   if sys.argv[1] not in [row[key] for key in keys]]
with open("event/event.json", "w", encoding="utf-8") as file:
    json.dump(event, file, ensure_ascii=False, indent=0)
sys.exit(len(event["participants"]) == n)
END
}

# make_reruns: the folders run1 … run8. In between somebody drafts what nobody gets.
make_reruns() {
    mkdir event
    cp "$tiny/event.json" event/
    run 0 solve event -o draft1
    cp event/event.json before
    change event/event.json 's/"id": "sendai", /&"status": "cancelled", /'
    run 0 solve event -o draft2 --previous draft1/schedule.json
    cp before event/event.json
    run 0 solve event -o run1 --previous draft2/schedule.json
    publish_run run1

    # Iwate cancels.
    change event/event.json 's/"id": "iwate", /&"status": "cancelled", /'
    run 0 solve event -o run2 --previous run1.json
    publish_run run2

    # The day moves by five minutes, and there is another plenary; before that, a draft
    # without Gifu.
    cp event/event.json before
    change event/event.json 's/"id": "gifu", /&"status": "cancelled", /'
    run 0 solve event -o draft3 --previous run2.json
    cp before event/event.json
    change event/event.json \
        's/"start": "09:00", "end": "10:35"/"start": "09:05", "end": "10:40"/'
    change event/event.json 's/"id": "welcome"/"id": "opening"/'
    run 0 solve event -o run3 --previous draft3/schedule.json
    publish_run run3

    # Iwate comes back, Sendai loses a meeting by it.
    change event/event.json 's/"status": "cancelled", //'
    run 0 solve event -o run4 --previous run3.json \
        --objective guarantee,stability,served
    publish_run run4

    # The second room is lost, and another interpreter takes over.
    change event/event.json '/"id": "R2"/d; s|\(meet.example.org/1"}\),|\1|'
    change event/event.json \
        's/{"id": "I1",/{"id": "I2", "pairs": ["en-ja"]}, & "max_meetings": 0,/'
    run 0 solve event -o run5 --previous run4.json
    publish_run run5

    # Another room, and nothing else.
    change event/event.json 's/"id": "R1", "name": "Room 1"/"id": "R9", "name": "Room 9"/'
    run 0 solve event -o run6 --previous run5.json
    publish_run run6

    # Gifu and the interpreter are deleted; a third interpreter comes.
    cp event/event.json before
    delete_person gifu
    change event/event.json 's/"I1"/"I3"/; s/"max_meetings": 0/"max_meetings": 9/; s/"I2"/"I4"/'
    run 0 solve event -o run7 --previous run6.json
    publish_run run7

    # Gifu is back, and so are those who interpreted first.
    cp before event/event.json
    change event/event.json 's/"max_meetings": 0,//'
    run 0 solve event -o run8 --previous run7.json
    publish_run run8
}
