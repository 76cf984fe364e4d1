# Drafts, publication and a change after it: who is told what.
. "$(dirname "$0")/lib.sh"

mkdir event
cp "$tiny/event.json" event/
invites() {
    find "$1/invites" -name '*.ics' 2>/dev/null | wc -l
}

# A draft of a draft changes nothing.
run 0 solve event -o one
says one/schedule.json '"sent": *null'
holds [ "$(invites one)" -gt 0 ]
run 0 solve event -o draft --previous one/schedule.json
holds [ "$(grep -c '"sequence": *0' draft/schedule.json)" -eq \
    "$(grep -c '"uid"' draft/schedule.json)" ]

# Published: it is recorded in the file, and there is nobody left to tell.
cp one/schedule.json sent.json
run 0 publish event sent.json
says stdout '^sent\.json: 5 meetings and 1 agenda item are recorded as sent$'
holds [ "$(grep -c link stdout)" -eq 0 ]
says sent.json '"state": *"confirmed"'
holds [ "$(grep -c '"sent": *null' sent.json)" -eq 0 ]
run 0 verify event sent.json
says stdout 'claimed optimal'
run 1 verify event sent.json --previous one/schedule.json
says stderr "warning: this schedule is recorded as sent; expected no --previous after 'publish'"
cp sent.json sent_twice.json
run 0 publish event sent_twice.json
says stdout '^sent_twice\.json: was recorded as sent before, and nothing differs since$'
same sent.json sent_twice.json

run 0 solve event -o two --previous sent.json
holds [ "$(invites two)" -eq 0 ]
holds [ "$(grep -c '"sequence": *[1-9]' two/schedule.json)" -eq 0 ]
for level in guarantee served balance comfort burden compactness rooms; do
    holds [ "$(value $level one/schedule.json)" = "$(value $level two/schedule.json)" ]
done
holds [ "$(value stability two/schedule.json)" = 0 ]

# A link changes: time and place of the schedule are as sent, and yet those who have
# the old one are told, once.
change event/event.json 's|https://meet.example.org/1|https://meet.example.org/new|'
run 0 solve event -o link --previous sent.json
says stdout '\(4 meetings to update\)$'
holds [ "$(invites link)" -eq 8 ]
says link/agendas/gifu.ics 'meet.example.org/new'
holds [ "$(grep -c '"sequence": *[1-9]' link/schedule.json)" -eq 0 ]
for file in link/invites/*/*.ics; do
    says "$file" '^METHOD:REQUEST'
    says "$file" '^SEQUENCE:1'
done
run 0 publish event link/schedule.json
run 0 verify event link/schedule.json
run 0 solve event -o link_twice --previous link/schedule.json
says stdout 'no invites, as nothing differs from what was sent'
holds [ "$(invites link_twice)" -eq 0 ]
# A schedule that knows no links of before, as an older program made it.
python3 - sent.json old.json <<'END'
import json, sys

with open(sys.argv[1], encoding="utf-8") as file:
    schedule = json.load(file)
for meeting in schedule["meetings"]:
    del meeting["told"]
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(schedule, file)
END
run 0 solve event -o old --previous old.json
says stdout 'no invites, as nothing differs from what was sent'
run 0 publish event old.json
says stdout 'what links people had before is not known'
change event/event.json 's|https://meet.example.org/new|https://meet.example.org/1|'

# The event changes so that the schedule breaks a rule: who looks is told that first,
# and neither 'send' nor 'publish' takes it.
cp -r event broken
cp one/schedule.json stale.json
change broken/event.json 's/"id": "iwate", /&"status": "cancelled", /'
run 1 verify broken stale.json
holds [ "$(head -1 stderr | grep -c 'input_sha256: the event has changed since this schedule was made, or is another one with the same id .tiny.; what follows')" -eq 1 ]
holds [ "$(wc -l <stderr)" -ge 2 ]
refuses() { # COMMAND WHAT ARGUMENT...: one line, with what is to be done
    command=$1
    what=$2
    shift 2
    run 1 "$command" broken stale.json "$@"
    holds [ "$(wc -l <stderr)" -eq 1 ]
    says stderr "^stale.json: input_sha256: the event has changed since this schedule was made, which breaks its rules now, $what. Make a new one from it, 'matchday solve broken -o OUT --previous stale.json'"
    says stderr "In [0-9]+ places? it does not fit any more \('matchday verify' lists them\), first: .*'iwate'"
}
refuses send 'so that nothing is sent'
refuses publish 'so that it is not recorded as sent \(--unjudged does it all the same\)'
refuses export 'so that nothing is written' -o exported
holds [ ! -e exported ]
same one/schedule.json stale.json
run 0 publish broken stale.json --unjudged
says stderr 'it is recorded as sent as it is'
# A change that breaks nothing.
cp one/schedule.json stale.json
change event/event.json 's/"organisation": "Grand Est"/"organisation": "Grand-Est"/'
for command in verify send publish; do
    run 0 $command event stale.json
    says stderr 'warning: input_sha256: the event has changed since this schedule was made; it breaks no rule'
done
change event/event.json 's/"organisation": "Grand-Est"/"organisation": "Grand Est"/'
# What stability counts can be judged by 'verify' alone, which is told.
run 0 solve event -o steady --previous sent.json
run 0 verify event steady/schedule.json
says stderr 'stability: this value was not judged'
run 0 send event steady/schedule.json
silent stderr
run 0 publish event steady/schedule.json
silent stderr

# Nobody to write to: the summary does not speak of invites that are not there.
cat >nobody.json <<'END'
{"format": "matchday-event/1",
 "event": {"id": "nobody", "organizer": {"name": "Desk", "email": "desk@example.org"},
           "uid_domain": "example.org"},
 "sessions": [{"id": "s", "date": "2026-05-19", "start": "09:00", "end": "09:20",
               "meeting_minutes": 20}],
 "rooms": 1, "participants": [{"id": "a"}, {"id": "b"}],
 "requests": [{"id": "r1", "from": "a", "to": "b"}]}
END
run 0 check nobody.json
holds [ "$(grep -c interpreters stdout)" -eq 0 ]
run 0 solve nobody.json -o nobody
says stdout '1 of 1 possible meeting in 1 slot and 1 room$'
says stdout 'no invites, as none of those to be invited has an e-mail address'
holds [ ! -e nobody/invites ]

# Iwate cancels: its meeting is called off, the others do not move.
change event/event.json 's/"id": "iwate", /&"status": "cancelled", /'
run 0 solve event -o three --previous sent.json
run 0 verify event three/schedule.json
says three/schedule.json '"cancelled"'
gone=$(find three/invites/iwate -name '*.ics')
holds [ "$(printf '%s\n' "$gone" | grep -c .)" -eq 1 ]
says "$gone" '^METHOD:CANCEL'
says "$gone" '^SEQUENCE:1'
holds [ "$(find three/invites/kosice three/invites/grand-est -name '*.ics' 2>/dev/null | wc -l)" -eq 0 ]
says three/schedule.json 'participant_cancelled'

# Iwate comes back, which costs Sendai the meeting that took its place: stability
# would not have it, so it must not come first. The same uid, one further on.
uid=$(sed -n 's/^UID:\(.*\)/\1/p' "$gone" | tr -d '\r' | cut -c1-20)
holds [ -n "$uid" ]
run 0 publish event three/schedule.json
change event/event.json 's/"status": "cancelled", //'
run 0 solve event -o four --previous three/schedule.json \
    --objective guarantee,stability,served
run 0 verify event four/schedule.json
back=$(find four/invites/iwate -name '*.ics')
holds [ -n "$back" ]
says "$back" '^METHOD:REQUEST'
says "$back" "^UID:$uid"
says "$back" '^SEQUENCE:2'

end_tests
