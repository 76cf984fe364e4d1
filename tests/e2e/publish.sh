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
says sent.json '"state": *"confirmed"'
holds [ "$(grep -c '"sent": *null' sent.json)" -eq 0 ]
run 0 verify event sent.json
cp sent.json sent_twice.json
run 0 publish event sent_twice.json
same sent.json sent_twice.json

run 0 solve event -o two --previous sent.json
holds [ "$(invites two)" -eq 0 ]
holds [ "$(grep -c '"sequence": *[1-9]' two/schedule.json)" -eq 0 ]
for level in guarantee served balance comfort burden compactness rooms; do
    holds [ "$(value $level one/schedule.json)" = "$(value $level two/schedule.json)" ]
done
holds [ "$(value stability two/schedule.json)" = 0 ]

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
