# Two drafts, publication, changes with their causes, and a no-show on the day.
. "$(dirname "$0")/lib.sh"

# event FILE: a short morning in UTC; the variables say what has changed since.
d_status=registered c_status=registered r2_status=accepted sessions_end=11:00
locks='{"request": "r1", "slot": "s-03", "kind": "lock"},
       {"request": "r2", "slot": "s-01", "kind": "lock"}'
availability= rules= a_people=1
event() {
    cat >"$1" <<END_EVENT
{"format": "matchday-event/1",
 "event": {"id": "day", "organizer": {"name": "Desk", "email": "desk@example.org"},
           "uid_domain": "example.org", "time_zone": "Europe/Brussels"},
 "sessions": [{"id": "s", "date": "2026-05-19", "start": "09:00", "end": "$sessions_end",
               "meeting_minutes": 30}],
 "rooms": [{"id": "R1", "capacity": 2}, {"id": "R2", "capacity": 9}],
 "participants": [
   {"id": "a", "max_meetings": 2, "people": $a_people, "contacts": [{"name": "A", "email": "a@example.org"}]},
   {"id": "c", "status": "$c_status", "contacts": [{"name": "C", "email": "c@example.org"}]},
   {"id": "d", "status": "$d_status", "contacts": [{"name": "D", "email": "d@example.org"}]},
   {"id": "e", "contacts": [{"name": "E", "email": "e@example.org"}]},
   {"id": "f", "contacts": [{"name": "F", "email": "f@example.org"}]}],
 "requests": [
   {"id": "r1", "from": "a", "to": "c", "priority": 5},
   {"id": "r2", "from": "a", "to": "d", "priority": 5, "status": "$r2_status"},
   {"id": "r3", "from": "e", "to": "a", "priority": 1},
   {"id": "r4", "from": "e", "to": "f", "priority": 2}],
 "availability": [$availability], "locks": [$locks], "rules": {$rules}}
END_EVENT
}

# slot_of FILE REQUEST: where its meeting is, "" if it is not scheduled
slot_of() {
    sed -n '/"meetings"/,/"unscheduled"/p' "$1" |
        sed -n "s/.*\"requests\": *\[[^]]*\"$2\".*\"slot\": *\"\([^\"]*\)\".*/\1/p"
}

# Two drafts: nothing is sent, nothing is cancelled.
event day.json
run 0 solve day.json -o one
holds [ "$(slot_of one/schedule.json r1)" = s-03 ]
holds [ "$(slot_of one/schedule.json r2)" = s-01 ]
holds [ "$(slot_of one/schedule.json r3)" = "" ]
run 0 solve day.json -o two --previous one/schedule.json
says stdout '0 of 3 meetings of before changed$'
locks=
event day.json
run 0 solve day.json -o three --previous two/schedule.json
holds [ "$(value stability three/schedule.json)" = 0 ]
run 0 publish day.json three/schedule.json

# First change: somebody is away. The meeting moves, and the cause is said.
availability='{"participant": "c", "start": "2026-05-19T10:00", "end": "2026-05-19T10:30", "kind": "unavailable"}'
event day.json
run 0 solve day.json -o moved --previous three/schedule.json
says stdout '1 of 3 meetings of before changed:$'
says stdout 'moved to s-0[24] +unavailable +.c. is not available then$'
holds [ "$(value stability moved/schedule.json)" = 10 ]
run 0 verify day.json moved/schedule.json --previous three/schedule.json

# The same, but what was published is to be listed, not moved.
rules='"on_change": "list"'
event day.json
run 0 solve day.json -o listed --previous three/schedule.json
says stdout 'dropped +unavailable +.c. is not available then$'
says listed/schedule.json '"cause": *"unavailable", *"reason": *".c. is not available then"'
holds [ "$(slot_of listed/schedule.json r1)" = "" ]
run 0 verify day.json listed/schedule.json --previous three/schedule.json
says listed/unscheduled.csv '^"r1",.*"outranked","It was published for a time that has become impossible, .*'
# Drafts and publications later it is still left out, until its time is possible again.
run 0 solve day.json -o listed2 --previous listed/schedule.json
same listed/invites listed2/invites
same listed/meetings.csv listed2/meetings.csv
run 0 publish day.json listed2/schedule.json
run 0 solve day.json -o listed3 --previous listed2/schedule.json
holds [ ! -e listed3/invites ]
run 0 verify day.json listed3/schedule.json --previous listed2/schedule.json
availability=
event day.json
run 0 solve day.json -o listed4 --previous listed3/schedule.json
holds [ "$(grep -c 'It was published' listed4/unscheduled.csv)" -eq 0 ]

# At most so many changes: the least number is told, and more are enough.
rules= availability=
sessions_end=09:30
event short.json
run 1 solve short.json -o short --previous three/schedule.json --max-moves 0
says stderr 'at least [12] meetings? of the schedule before cannot stay as'
says stderr 'at most 0 may change; expected --max-moves [12] or more$'
holds [ ! -e short ]
run 0 solve short.json -o short --previous three/schedule.json --max-moves 3
says stdout 'session_changed +no session has a slot of that time any more$'

# Second and third change: more people than the room takes; a request is withdrawn.
sessions_end=11:00 a_people=4
event day.json
run 0 solve day.json -o people --previous three/schedule.json
run 0 verify day.json people/schedule.json --previous three/schedule.json
holds [ "$(grep -c '"room": *"R1".*"participants": *\["a"' people/schedule.json)" -eq 0 ]
a_people=1 r2_status=withdrawn
event day.json
run 0 solve day.json -o withdrawn --previous people/schedule.json
says withdrawn/schedule.json '"cause": *"request_withdrawn"'
holds [ "$(slot_of withdrawn/schedule.json r3)" != "" ]
r2_status=accepted
event day.json
run 0 solve day.json -o back --previous withdrawn/schedule.json
run 0 verify day.json back/schedule.json --previous withdrawn/schedule.json

# On the day, at ten: c does not come. What was is not touched, though d has
# cancelled since, and a meets somebody from the waiting list.
c_status=cancelled d_status=cancelled
event day.json
run 0 solve day.json -o ten --previous three/schedule.json --freeze-before 2026-05-19T10:00
holds [ "$(slot_of ten/schedule.json r2)" = s-01 ]
holds [ "$(slot_of ten/schedule.json r1)" = "" ]
case $(slot_of ten/schedule.json r3) in
s-03 | s-04) ;;
*) wrong "a meets e in '$(slot_of ten/schedule.json r3)'" ;;
esac
says stdout 'participant_cancelled .c. has cancelled$'
run 0 verify day.json ten/schedule.json --previous three/schedule.json --freeze-before 2026-05-19T08:00Z
run 0 verify day.json ten/schedule.json --previous three/schedule.json
# The same time as tables have it, and as people say it of one day.
run 0 solve day.json -o blank --previous three/schedule.json --freeze-before '2026-05-19 10:00'
same blank/schedule.json ten/schedule.json
run 0 solve day.json -o alone --previous three/schedule.json --freeze-before 10:00
same alone/schedule.json ten/schedule.json
run 0 verify day.json ten/schedule.json --previous three/schedule.json --freeze-before '2026-05-19 08:00Z'
# The schedule knows when that was: what begins by then and is new, or is not as it was,
# is judged without being told the time again.
says ten/schedule.json '"frozen_before": *"2026-05-19T08:00:00Z"'
cp ten/schedule.json late.json
change late.json 's/"frozen_before": *"2026-05-19T08:00:00Z"/"frozen_before": "2026-05-19T09:00:00Z"/'
run 1 verify day.json late.json
says stderr 'm000[0-9]: begins at 2026-05-19T08:[03]0:00Z, and was not there when that time came'
cp ten/schedule.json melted.json
change melted.json 's/, *"frozen": *true//'
run 1 verify day.json melted.json --previous three/schedule.json
says stderr 'm000[0-9]: this meeting had begun before 2026-05-19T08:00:00Z and is not as it was'
run 0 publish day.json ten/schedule.json
SOURCE_DATE_EPOCH=1779177600 # 10:00 in Brussels
run 0 solve day.json -o now --previous three/schedule.json --freeze-before now
says stderr "^note: --freeze-before: 'now' is Tue 19 May 10:00 Brussels.*, by the variable SOURCE_DATE_EPOCH; unset"
holds [ "$(slot_of now/schedule.json r2)" = s-01 ]
holds [ "$(slot_of now/schedule.json r3)" = "$(slot_of ten/schedule.json r3)" ]
# No clock is in it: five minutes before ten all is the same.
SOURCE_DATE_EPOCH=1779177300
run 0 solve day.json -o soon --previous three/schedule.json --freeze-before now
same now/schedule.json soon/schedule.json
SOURCE_DATE_EPOCH=1600000000

# Without the variable it is the clock.
unset SOURCE_DATE_EPOCH
run 0 solve day.json -o clock --previous three/schedule.json --freeze-before now
holds [ "$(grep -c SOURCE_DATE_EPOCH stderr)" -eq 0 ]
SOURCE_DATE_EPOCH=1600000000
export SOURCE_DATE_EPOCH

# For whom no time is left is told so, and a time behind the whole day is no slip.
run 0 solve day.json -o over --previous three/schedule.json --freeze-before 2026-05-19T10:31
says stderr "^warning: --freeze-before: all slots begin before that time, .*until Tue 19 May 10:30 Brussels, "
says over/unscheduled.csv '^"r3",.*"no_common_slot","No time is left: .* could have met in s-01, s-02, s-03 and s-04, which'
run 0 verify day.json over/schedule.json --previous three/schedule.json
run 0 solve day.json -o early --previous three/schedule.json --freeze-before 2025-05-19T10:00
says stderr '^note: --freeze-before: nothing begins before that time: the first slot does at Tue 19 May 09:00 Brussels'
holds [ "$(grep -c frozen early/schedule.json)" -eq 0 ]

# A lock on what has begun does nothing on the day, and that is said.
mkdir hand
d_status=registered
event hand/event.json
change hand/event.json 's/"locks": *\[[^]]*\],*//'
run 1 move hand ten r2 s-04
says stderr "^ten/schedule\.json: m[0-9]*: had begun when this schedule was made, and stays as it is; expected a meeting that is to come; 'matchday solve --previous' with an earlier --freeze-before plans"
holds [ ! -e hand/locks.csv ]
run 0 move hand three r2 s-04
says hand/locks.csv '^a;d,,s-04,,lock$'
run 0 solve hand -o hand_out --previous ten --freeze-before 2026-05-19T10:00
holds [ "$(slot_of hand_out/schedule.json r2)" = s-01 ]
d_status=cancelled
event day.json

# Without --freeze-before the past would change, unless the schedule knows that it is
# past: what had begun stays, as long as nobody names an earlier time.
run 0 solve day.json -o past --previous three/schedule.json
holds [ "$(slot_of past/schedule.json r2)" = "" ]
run 0 solve day.json -o after --previous ten
says stderr '^ten/schedule\.json: note: what begins before Tue 19 May 10:00 Brussels'
holds [ "$(slot_of after/schedule.json r2)" = s-01 ]
says after/schedule.json '"frozen": *true'
holds [ ! -e after/invites ]
run 0 verify day.json after/schedule.json --previous ten/schedule.json
run 0 solve day.json -o thawed --previous ten --freeze-before 2026-05-19T08:00
holds [ "$(grep -c 'had begun' stderr)" -eq 0 ]
holds [ "$(slot_of thawed/schedule.json r2)" = "" ]
says thawed/changes.csv '"cancelled",,"d"'

# Who is deleted once it has met has met, and counts; nobody is told otherwise.
sed -e '/"id": "d"/d' -e '/"id": "r2"/d' day.json >deleted.json
run 0 solve deleted.json -o deleted --previous ten --freeze-before 2026-05-19T10:00
says deleted/schedule.json '"participants": *\["a", *"d"\]'
holds [ ! -e deleted/invites ]
holds [ ! -e deleted/mail ]
says deleted/agendas/d.ics '^STATUS:CONFIRMED'
run 0 verify deleted.json deleted/schedule.json --previous ten/schedule.json
run 0 publish deleted.json deleted/schedule.json
run 0 solve deleted.json -o deleted2 --previous deleted
holds [ ! -e deleted2/mail ]
holds [ "$(wc -l <deleted2/changes.csv)" -eq 1 ]

# A meeting of the past that nobody asks for any more counts for every limit that reaches
# over the instant: a needs a pause behind it.
d_status=registered c_status=registered
locks='{"request": "r1", "slot": "s-03", "kind": "lock"},
       {"request": "r2", "slot": "s-02", "kind": "lock"}'
event pause.json
run 0 solve pause.json -o pause
locks=
event pause.json
change pause.json '/"id": "d"/d; /"id": "r2"/d; s/"max_meetings": 2,/"max_consecutive": 1,/'
run 0 solve pause.json -o paused --previous pause --freeze-before 2026-05-19T10:00
holds [ "$(slot_of paused/schedule.json r1)" = s-04 ]
run 0 verify pause.json paused/schedule.json --previous pause/schedule.json
# Limits that the past exceeds count from there, and what was at one time was.
change pause.json 's/"max_consecutive": 1,/"max_meetings": 1, "max_gaps": 0,/'
run 0 solve pause.json -o enough --previous paused
holds [ "$(slot_of enough/schedule.json r1)" = "" ]
run 0 verify pause.json enough/schedule.json --previous paused/schedule.json
run 0 solve pause.json -o all --previous paused --freeze-before 2026-05-19T11:00
holds [ "$(slot_of all/schedule.json r1)" = s-04 ]
run 0 verify pause.json all/schedule.json --previous paused/schedule.json
locks='{"request": "r1", "slot": "s-01", "kind": "lock"},
       {"request": "r2", "slot": "s-01", "kind": "lock"}'
event two.json
change two.json 's/"id": "a", /&"parallel": 2, /'
run 0 solve two.json -o two_at_once
change two.json 's/"parallel": 2, //; s/"locks": *\[[^]]*\]/"locks": []/'
run 1 solve two.json -o no --previous two_at_once --freeze-before 2026-05-19T10:00
says stderr "two.json:[0-9]*: parallel: 'a' was in 2 meetings at a time when .*; expected 2, as it was until then"
locks=

# What the command line says wrongly.
run 2 solve day.json -o no --freeze-before now
says stderr 'expected --previous beside it$'
run 2 solve day.json -o no --max-moves 1
says stderr 'expected --previous beside it$'
run 2 solve day.json -o no --previous three/schedule.json --freeze-before noon
says stderr "'noon' is no time; expected 'now', one like '09:30' or '2026-05-19 09:30' on the event's clock"
run 2 solve day.json -o no --previous three/schedule.json --freeze-before 24:00
says stderr "'24:00' is no time"
sed 's/"sessions": \[/&{"id": "t", "date": "2026-05-20", "start": "09:00", "end": "10:00", "meeting_minutes": 20}, /' day.json >days.json
run 2 solve days.json -o no --previous three/schedule.json --freeze-before 9:30
says stderr "'9:30' could be on several days, .*; expected the day before it, like '2026-05-19 9:30'$"
run 0 solve days.json -o days --previous three/schedule.json --freeze-before '2026-05-19 9:30'
sessions_end=09:30 c_status=registered d_status=registered
event short.json
run 1 solve short.json -o no --previous three/schedule.json --freeze-before 2026-05-19T10:30
says stderr "which has begun; expected sessions as they were until then.*; or, to plan such meetings anew, --freeze-before with an earlier time"
# The same without the option, once the schedule before has begun; and the way out.
run 0 solve day.json -o half --previous three/schedule.json --freeze-before 2026-05-19T10:30
run 1 solve short.json -o no --previous half
says stderr "or, to plan such meetings anew, --freeze-before with an earlier time"
run 0 solve short.json -o anew --previous half --freeze-before 2026-05-19T08:00

end_tests
