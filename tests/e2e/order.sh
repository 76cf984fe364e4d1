# Chains of `after` and locks that they leave no slot.
. "$(dirname "$0")/lib.sh"

# make LOCKS MAX: five meetings of a to f, one after the other, in four slots; d may
# have MAX meetings
make() {
    cat >event.json <<END
{"format": "matchday-event/1", "event": {"id": "chain",
   "uid_domain": "example.org", "organizer": {"name": "Desk", "email": "desk@example.org"}},
 "sessions": [{"id": "s", "date": "2026-05-19", "start": "09:00", "end": "10:20",
   "meeting_minutes": 20}],
 "participants": [{"id": "a", "organisation": "A"}, {"id": "b", "organisation": "B"},
   {"id": "c", "organisation": "C"}, {"id": "d", "organisation": "D", "max_meetings": $2},
   {"id": "e", "organisation": "E"}, {"id": "f", "organisation": "F"}],
 "requests": [{"id": "r5", "from": "a", "to": "f", "after": ["r4"], "priority": 5},
   {"id": "r1", "from": "e", "to": "f"}, {"id": "r2", "from": "a", "to": "b", "after": ["r1"]},
   {"id": "r3", "from": "c", "to": "d", "after": ["r2"]},
   {"id": "r4", "from": "b", "to": "e", "after": ["r3"]}],
 "locks": [$1]}
END
}

make '' 9
run 0 solve event.json -o out
holds [ "$(grep -c '"slot": *"s-0' out/schedule.json)" -eq 4 ]
says out/schedule.json '"r5".*"reason": *"predecessor".*"r4"'
run 0 verify event.json out/schedule.json

cp out/schedule.json changed.json
change changed.json 's/"reason": *"predecessor"/"reason": "outranked"/'
run 1 verify event.json changed.json
cat stdout stderr >said
says said 'r5: .*leave it no slot'

# What nobody can hold is told before anything is solved, at the lock.
make '{"request": "r5"}' 9
run 1 check event.json
cat stdout stderr >said
says said "event.json:[0-9]+: locks\[0\].*locked, but it has to follow request 'r4', whose meeting can be in 's-04' at the earliest"
make '{"request": "r3", "slot": "s-02"}' 9
run 1 check event.json
cat stdout stderr >said
says said "locked in slot 's-02', but it has to follow request 'r2', whose meeting can be in 's-02' at the earliest"
make '{"request": "r3"}' 0
run 1 check event.json
cat stdout stderr >said
says said "locked, but 'd' may have no meetings"

make '{"request": "r4", "slot": "s-04"}' 9
run 0 check event.json
run 0 solve event.json -o out

# Without d nobody waits in time.
make '' 0
run 0 solve event.json -o out
says out/schedule.json '"r3".*"reason": *"participant_full"'
says out/schedule.json '"r4".*"reason": *"predecessor".*"r3"'
says out/schedule.json '"r5".*"reason": *"predecessor".*"r4"'

end_tests
