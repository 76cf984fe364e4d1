# Two of the examples through all their states, as rounds.sh has a made one: two drafts, publication,
# three rounds of changes, somebody who does not come on the day, feedback, and the round
# after.
. "$(dirname "$0")/lib.sh"
. "$source_root/tests/support/rounds.sh"

# pick WHAT SCHEDULE: ids in it for the changes below
pick() {
    python3 - "$1" "$2" <<'END'
import json, sys
what, path = sys.argv[1:]
meetings = json.load(open(path, encoding="utf-8"))["meetings"]
starts = sorted({m["start"] for m in meetings})
middle = meetings[len(meetings) // 2]
late = [m for m in meetings if m["start"] >= starts[2]]
early = {p for m in meetings if m["start"] < starts[2] for p in m["participants"]}
print({
    "participant": lambda: middle["participants"][0],
    "request": lambda: middle["requests"][0],
    "room": lambda: middle["room"],
    "interpreter": lambda: next(m["interpreter"] for m in meetings if m["interpreter"]),
    "third slot": lambda: starts[2],
    "absent": lambda: next(p for m in late for p in m["participants"] if p in early),
}[what]())
END
}

# edit LIST ID [FIELD VALUE]: sets the field of that entry, or takes the entry out
edit() {
    n_checks=$((n_checks + 1))
    python3 - "$@" <<'END' || wrong "cannot edit $*"
import json, sys
name, id, *change = sys.argv[1:]
event = json.load(open("event/event.json", encoding="utf-8"))
entry = next(e for e in event[name] if e["id"] == id)
if change:
    entry[change[0]] = int(change[1]) if change[1].isdigit() else change[1]
else:
    event[name].remove(entry)
json.dump(event, open("event/event.json", "w", encoding="utf-8"), ensure_ascii=False)
END
}

# unlock_all: locks that can no longer hold, as of those who cancel, would be errors
unlock_all() {
    python3 - <<'END'
import json
event = json.load(open("event/event.json", encoding="utf-8"))
event["locks"] = []
json.dump(event, open("event/event.json", "w", encoding="utf-8"), ensure_ascii=False)
END
}

# lock_begun SCHEDULE ID: locks the first meeting of that participant to where it is
lock_begun() {
    python3 - "$1" "$2" <<'END'
import json, sys
path, id = sys.argv[1:]
meetings = json.load(open(path, encoding="utf-8"))["meetings"]
first = next(m for m in meetings if id in m["participants"])
event = json.load(open("event/event.json", encoding="utf-8"))
event["locks"] = [{"participants": first["participants"], "topic": first["topic"],
                   "slot": first["slot"], "room": first["room"]}]
json.dump(event, open("event/event.json", "w", encoding="utf-8"), ensure_ascii=False)
END
}

# live NAME DATE: all states of that example; its next round is on that date
live() {
    rm -rf event state_* forms next
    run 0 check "$source_root/examples/$1" --normalised event
    unlock_all
    run 0 solve event -o state_draft1
    judge event state_draft1/schedule.json
    edit requests "$(pick request state_draft1/schedule.json)" status withdrawn
    step state_draft2 state_draft1
    holds [ "$(cat state_draft?/schedule.json | grep -c '"sent":{')" -eq 0 ]
    run 0 publish event state_draft2

    edit participants "$(pick participant state_draft2/schedule.json)" status cancelled
    step state_round1 state_draft2
    says state_round1/schedule.json '"cause":"participant_cancelled"'
    run 0 publish event state_round1

    edit requests "$(pick request state_round1/schedule.json)" status declined
    step state_round2 state_round1
    says state_round2/schedule.json '"cause":"request_declined"'
    run 0 publish event state_round2

    room=$(pick room state_round2/schedule.json)
    edit rooms "$room"
    edit interpreters "$(pick interpreter state_round2/schedule.json)" max_consecutive 1
    step state_round3 state_round2
    says state_round3/changes.csv '"room_lost",'
    holds [ "$(meetings state_round3/schedule.json | sed 's/"uid".*//' | grep -c "\"room\":\"$room\"")" -eq 0 ]
    run 0 publish event state_round3

    time=$(pick "third slot" state_round3/schedule.json)
    absent=$(pick absent state_round3/schedule.json)
    edit participants "$absent" status cancelled
    lock_begun state_round3/schedule.json "$absent"
    run 1 solve event -o state_early --previous state_round3
    says stderr 'is locked in slot .* has cancelled'
    step state_day state_round3 --freeze-before "$time"
    meetings state_day/schedule.json | grep '"frozen":true' | grep -c "\"$absent\"" >n_held
    holds [ "$(cat n_held)" -gt 0 ]
    holds [ "$(meetings state_day/schedule.json | grep -v '"frozen":true' | sed 's/"uid".*//' | grep -c "\"$absent\"")" -eq 0 ]
    says state_day/changes.csv "\"[^\"]* has cancelled\""
    run 0 publish event state_day

    run 0 followup event state_day --forms -o forms
    {
        echo 'meeting,participant,held,absent,rating,again,share_contact,outcome,next_step'
        meetings state_day/schedule.json |
            sed 's/^    {"id":"\([^"]*\)".*"participants":\["\([^"]*\)","\([^"]*\)".*/\1 \2 \3/' |
            awk 'NR % 5 == 1 { printf "%s,%s,no,%s,,,,,\n", $1, $2, $3 }
                 NR % 5 == 2 { printf "%s,%s,yes,,5,yes,yes,project,Step %d\n", $1, $2, NR }'
    } >feedback.csv
    run 0 followup event state_day --feedback feedback.csv -o next --date "$2"
    says stdout 'first after a no-show'
    run 0 solve next -o state_next
    judge next state_next/schedule.json
    { meetings state_day/schedule.json; cancelled state_day/schedule.json; } | uids >first_round
    meetings state_next/schedule.json | uids >second_round
    holds [ -s second_round ]
    holds [ "$(comm -12 first_round second_round | wc -l)" -eq 0 ]
}

live shizuoka-2024 2025-02-18
live follow-up 2022-02-15

end_tests
