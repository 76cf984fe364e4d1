# A sending that is cut off, and what comes after it: who has a mail is forgotten by
# nobody, and who has none gets their first.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/lib_smtp.sh"

mkdir event
cp "$tiny/event.json" event/
run 0 solve event -o out

# "subject | method | entries" of what a mail file has
calendar_of() {
    "$python" -c 'import email, sys
for part in email.message_from_binary_file(open(sys.argv[1], "rb")).walk():
    if part.get_content_type() == "text/calendar":
        print(part.get_payload(decode=True).decode().replace("\r\n ", ""))' "$1" >calendar
}

# cut_off EVENT FOLDER SERVER ADDRESS: kills 'send' while the server has the mail to that
# address and has not answered
n_cuts=0
cut_off() {
    n_cuts=$((n_cuts + 1)) # a rule that is new to the server
    printf '%s hang %d\n' "$4" $n_cuts >"$3/rules"
    start_send "$1" "$2"
    wait_for has_taken "$3" "$4"
    [ "${during-}" = "" ] || $during
    kill -9 $sender
    wait $sender 2>/dev/null
    : >"$3/rules"
}

# Nothing went out: nothing is different.
start_server first starttls
if "$program" send event out/schedule.json --really --server smtp://localhost:1 \
    --retries 0 2>&1 </dev/null | grep -q 'built without libcurl'; then
    skip 'the program was built without libcurl'
fi
rm -f out/sent.ledger
cp out/schedule.json unsent.json
port=1
send 3 event out/schedule.json --retries 0
same unsent.json out/schedule.json
holds [ ! -e out/sending.json ]
rm -f out/sent.ledger
port=$(cat first/port)

# Three have their mail, a fourth perhaps. While 'send' is at work nobody goes on from it.
meanwhile() {
    run 3 solve event -o meanwhile --previous killed
    says stderr "killed/sent\.ledger: 'matchday send' is at work; wait for its end"
    run 3 publish event killed
}
cp -r out killed
during=meanwhile
cut_off event killed first marek.hudak@kosice.example.org
during=
holds [ "$(mails first)" -eq 4 ]
holds [ -e killed/sending.json ]
says killed/schedule.json '"sent": *null'
says killed/schedule.json '^  "sending": "[0-9a-f]{32}",$'
run 0 verify event killed

# To be gone on with: the rest is sent, and what is recorded is what a sending without
# interruption records.
cp -r killed ended
send 3 event ended/schedule.json
says stdout '^4 mails sent, 3 sent before, 1 in doubt$'
holds [ -e ended/sending.json ]
send 0 event ended/schedule.json --resend-in-doubt
holds [ ! -e ended/sending.json ]
cp -r out whole
run 0 publish event whole
same whole/schedule.json ended/schedule.json
rm -f first/*.eml first/*.to

# To be recorded by hand, only if that is meant.
cp -r killed published
run 1 publish event published
says stderr '^published/schedule\.json: sending: .matchday send. mailed it to some only: 3 of 8 mails \(1 more in doubt\) went out\. Recorded as sent, nobody would mail it to the others any more; expected .matchday send. once more'
same killed published
run 0 publish event published --others-told
same whole/schedule.json published/schedule.json
holds [ ! -e published/sending.json ]

# Not to be overwritten by what knows nothing of it, nor taken elsewhere.
run 1 solve event -o killed
says stderr "killed/schedule\.json: 'matchday send' has begun to mail it, and who has a mail would be forgotten; expected --previous killed/schedule\.json, or another folder"
run 0 export event killed -o elsewhere
run 1 solve event -o next --previous elsewhere
says stderr "elsewhere/schedule\.json: sending: .*, and sending\.json, which says who has a mail, is not beside it"
send 1 event elsewhere/schedule.json
cp killed/sending.json elsewhere/
run 1 publish event elsewhere
says stderr 'and sent\.ledger, which says who has a mail, is not beside it'
cp -r killed broken
head -c 300 killed/sending.json >broken/sending.json
run 1 solve event -o next --previous broken
says stderr '^broken/sending\.json:[0-9]+: '
holds [ ! -e next ]
change broken/schedule.json 's/"sending": "./&0/'
cp killed/sending.json broken/
run 1 solve event -o next --previous broken
says stderr 'sending\.json, which says who has a mail, is not beside it or belongs to another one'
run 0 export event killed -o killed
holds [ -e killed/sending.json ]

# Something changes: Iwate, who has a mail, cancels, and a link is another one; Grand
# Est, who has one too, is taken out of the event's files.
cp -r event changed
change changed/event.json 's/"id": "iwate", /&"status": "cancelled", /; s#meet.example.org/1"#meet.example.org/one"#'
send 1 changed killed/schedule.json
says stderr 'the event has changed since this schedule was made, which breaks its rules'
run 0 solve changed -o next --previous killed
says stderr '^killed/schedule\.json: warning: sending: .matchday send. mailed it to some only: 3 of 8 mails \(1 more in doubt\) went out\. Whoever has one will be told what changes, all others get their first mail about it: send the new schedule, and this one no more$'
run 0 verify changed next --previous killed
says next/schedule.json '"cancelled": \['
holds [ ! -e next/sending.json ]
run 0 send changed next
says stdout '^would send: new agenda to sota\.kikuchi@iwate' # called off
says stdout '^would send: new agenda to misaki\.tanaka@gifu' # the link
says stdout '^would send: new agenda to marek\.hudak@kosice' # in doubt
says stdout '^would send: agenda to yui\.abe@sendai'
says stdout '^would send: agenda to julien\.perrot@vitagora'
says stdout '^would send: agenda to ines\.garnier@vitagora'
says stdout '^would send: agenda to naomi\.hayashi'
run 0 diff changed killed next
says stdout 'cancelled +Tue 19 May 17:15 .*Vitagora'
calendar_of next/mail/iwate-1.eml
holds [ "$(grep -c '^STATUS:CANCELLED' calendar)" -ge 1 ]
calendar_of next/mail/vitagora-1.eml
holds [ "$(grep -c '^STATUS:CANCELLED' calendar)" -eq 0 ]
# Sendai, who has no mail, has not been told of anything, whatever changes.
holds [ "$(grep -c '"contact":"yui.abe@sendai' next/schedule.json)" -eq 0 ]
says next/schedule.json '"contact":"marek.hudak@kosice.example.org",[^}]*"missed":true'
send 0 changed next/schedule.json
holds [ "$(times_taken first sota.kikuchi@iwate.example.org)" -eq 1 ]
run 0 send changed next
says stdout 'nobody has to be told anything'

# Who is deleted is reached all the same.
cp -r event left
"$python" - left/event.json <<'END'
import json, sys

with open(sys.argv[1], encoding="utf-8") as file:
    event = json.load(file)
event["participants"] = [p for p in event["participants"] if p["id"] != "grand-est"]
event["requests"] = [
    r for r in event["requests"] if "grand-est" not in (r["from"], r["to"])
]
event["availability"] = [
    a for a in event.get("availability", []) if a.get("participant") != "grand-est"
]
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(event, file)
END
run 0 solve left -o left_out --previous killed
run 0 send left left_out
says stdout '^would send: new agenda to chloe\.marchal@grand-est'

# In the same folder: what is new knows all, and nothing is left of the old.
cp -r killed again
run 0 solve changed -o again --previous again
same next/invites again/invites
holds [ ! -e again/sending.json ]
holds [ "$(grep -c '"sending"' again/schedule.json)" -eq 0 ]

# The event changes so that no rule is broken: those who have a mail would have an old
# link, so another schedule is needed. An address of who has none may be mended.
cp -r event linked
change linked/event.json 's#meet.example.org/1"#meet.example.org/one"#'
send 1 linked killed/schedule.json
says stderr "^killed/schedule\.json: sending: 3 of 8 mails \(1 more in doubt\) went out before the event changed, and [1-4] of them would not say the same now, so that nothing is sent\. Make a new schedule from it, 'matchday solve linked -o OUT --previous killed/schedule\.json', and send that"
cp -r event mended
change mended/event.json 's/ines\.garnier@vitagora\.example\.org/i.garnier@vitagora.example.org/'
cp -r killed mended_out
rm -f first/*.eml first/*.to
send 3 mended mended_out/schedule.json
says stdout '^4 mails sent, 3 sent before, 1 in doubt$'
holds [ "$(times_taken first i.garnier@vitagora.example.org)" -eq 1 ]

# An update is cut off: whoever has the old state still is told of the new one, a
# plenary's time with it; who was told before is told nothing wrong.
cp -r event moved
change moved/event.json 's/"start": "2026-05-19T08:45"/"start": "2026-05-19T08:40"/; s#meet.example.org/1"#meet.example.org/one"#'
run 0 solve moved -o update --previous whole
run 0 send moved update
says stdout '^8 mails to send|^7 mails to send'
rm -f first/*.eml first/*.to
cut_off moved update first marek.hudak@kosice.example.org
run 0 solve moved -o after --previous update
run 0 send moved after
for address in marek.hudak@kosice yui.abe@sendai julien.perrot@vitagora; do
    says stdout "^would send: new agenda to $address"
done
calendar_of after/mail/sendai-1.eml
says calendar '^DTSTART:20260519T064000Z'
run 0 verify moved after --previous update

# Invites: by meeting.
rm -f first/*.eml first/*.to
cp -r out invites
send_invites() {
    "$program" send event invites/schedule.json --really --server "smtp://localhost:$port" \
        --cacert cert.pem --user desk --password-file password --rate 60000 --invites \
        >killed_stdout 2>killed_stderr </dev/null &
    sender=$!
}
printf 'marek.hudak@kosice.example.org hang 9\n' >first/rules
send_invites
wait_for has_taken first marek.hudak@kosice.example.org
kill -9 $sender
wait $sender 2>/dev/null
: >first/rules
run 0 solve changed -o invites_next --previous invites
run 0 send changed invites_next --invites
says stdout '^would send: cancellation m[0-9]* to sota\.kikuchi@iwate'
holds [ "$(grep -c 'cancellation.*vitagora' stdout)" -eq 0 ]
# Begun with invites, ended with agendas; the invite in doubt stays so.
send 3 event invites/schedule.json --agendas
says stdout '^8 mails sent$'
says stderr 'an older mail to marek\.hudak@kosice\.example\.org .*: in doubt since'
holds [ ! -e invites/sending.json ]

end_tests
