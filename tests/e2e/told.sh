# Who must be told what, person by person: contacts and interpreters who hand a meeting
# over, what is confirmed, and languages.
. "$(dirname "$0")/lib.sh"

# event CONTACTS_OF_A STATUS INTERPRETERS ROWS_OF_AVAILABILITY
event() {
    mkdir -p event
    cat >event/event.json <<END
{"format": "matchday-event/1",
 "event": {"id": "told", "organizer": {"name": "Desk", "email": "desk@example.org"},
           "uid_domain": "example.org", "time_zone": "Europe/Brussels"},
 "sessions": [{"id": "s", "date": "2026-05-19", "start": "09:00", "end": "10:15",
               "meeting_minutes": 20, "changeover_minutes": 5}],
 "rooms": [{"id": "R1", "url": "https://meet.example.org/1"},
           {"id": "R2", "url": "https://meet.example.org/2"}],
 "interpreters": [$3],
 "rules": {"pending": "schedule"},
 "participants": [
   {"id": "a", "organisation": "Alpha", "parallel": 2, "languages": ["en"], "contacts": [$1]},
   {"id": "b", "organisation": "Beta", "languages": ["en"],
    "contacts": [{"name": "Bo", "email": "bo@b.example.org", "language": "en"}]},
   {"id": "c", "organisation": "Gamma", "languages": ["ja"],
    "contacts": [{"name": "Chie", "email": "chie@c.example.org", "language": "ja"}]}],
 "requests": [{"id": "r1", "from": "a", "to": "b", "status": "$2"},
              {"id": "r2", "from": "a", "to": "c"}],
 "locks": [{"request": "r1", "slot": "s-01", "room": "R1"},
           {"request": "r2", "slot": "s-01", "room": "R2"}]}
END
}
ada='{"name": "Ada", "email": "ada@a.example.org", "language": "en"}'
abe='{"name": "Abe", "email": "abe@a.example.org", "language": "fr"}'
zoe='{"name": "Zoe", "email": "zoe@a.example.org", "language": "en"}'
iris='{"id": "I1", "name": "Iris", "email": "iris@i.example.org", "pairs": ["en-ja"]}'
ivan='{"id": "I2", "name": "Ivan", "email": "ivan@i.example.org", "pairs": ["en-ja"]}'
away='"available": [{"start": "2026-05-19T10:00", "end": "2026-05-19T10:15"}]'

files() {
    (cd "$1" && find invites mail -type f 2>/dev/null | sort | tr '\n' ' ')
}
unfolded() {
    tr -d '\r' <"$1" | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g'
}

event "$ada, $abe" pending "$iris"
run 0 solve event -o one
run 0 publish event one/schedule.json
run 0 verify event one/schedule.json
# Abe is contact 1, as addresses are in order, and is in the meeting in R1.
unfolded one/invites/a/m0001.ics >invite
says invite '^ATTENDEE.*mailto:abe@a.example.org'
says invite '^STATUS:TENTATIVE'
unfolded one/invites/a/m0002.ics >invite
says invite '^ATTENDEE.*mailto:ada@a.example.org'

# Nothing has changed: nobody is told anything.
run 0 solve event -o same --previous one/schedule.json
holds [ -z "$(files same)" ]
run 0 send event one/schedule.json
says stdout '^one/schedule.json: nobody has to be told anything, as nothing differs'

# It is confirmed: those of that meeting are told, and nobody else.
event "$ada, $abe" accepted "$iris"
run 0 solve event -o two --previous one/schedule.json
holds [ "$(files two)" = 'invites/a/m0001.ics invites/b/m0001.ics mail/a-1.eml mail/b-1.eml ' ]
unfolded two/invites/b/m0001.ics >invite
says invite '^STATUS:CONFIRMED'
says invite '^SEQUENCE:1'
unfolded two/agendas/changes/a.ics >agenda
holds [ "$(grep -c '^BEGIN:VEVENT' agenda)" -eq 1 ]
says agenda '^SEQUENCE:1'
run 0 verify event two/schedule.json --previous one/schedule.json
run 0 send event two/schedule.json
says stdout 'new agenda to abe@a.example.org'
says stdout '^2 mails to send'
run 0 send event two/schedule.json --invites
says stdout 'invite m0001 to bo@b.example.org'
run 0 publish event two/schedule.json
run 0 verify event two/schedule.json

# Zoe comes for Abe: Ada stays where she is, although the numbers are others now.
event "$zoe, $ada" accepted "$iris"
run 0 solve event -o three --previous two/schedule.json
run 0 verify event three/schedule.json --previous two/schedule.json
holds [ "$(files three)" = 'invites/a/m0001-cancel.ics invites/a/m0001.ics mail/a-2.eml mail/left/a-1.eml ' ]
unfolded three/invites/a/m0001-cancel.ics >invite
says invite '^METHOD:CANCEL'
says invite '^SEQUENCE:2'
says invite '^ATTENDEE.*mailto:abe@a.example.org'
holds [ "$(grep -c '^STATUS' invite)" -eq 0 ]
holds [ "$(grep -c zoe invite)" -eq 0 ]
unfolded three/invites/a/m0001.ics >invite
says invite '^METHOD:REQUEST'
says invite '^SEQUENCE:2'
says invite '^ATTENDEE.*mailto:zoe@a.example.org'
holds [ "$(grep -c abe@ invite)" -eq 0 ]
run 0 send event three/schedule.json --invites
says stdout '^would send: cancellation m0001 to abe@a.example.org'
says stdout '^would send: invite m0001 to zoe@a.example.org'
says stdout '^2 mails to send'
# An answer of Beta to what it has, number 1, is not out of date.
run 0 publish event three/schedule.json
cat >yes.ics <<END
BEGIN:VCALENDAR
METHOD:REPLY
BEGIN:VEVENT
UID:$(sed -n 's/^UID://p' invite)
DTSTAMP:20260101T000000Z
SEQUENCE:1
ORGANIZER:mailto:desk@example.org
ATTENDEE;PARTSTAT=DECLINED:mailto:bo@b.example.org
END:VEVENT
END:VCALENDAR
END
run 0 replies event three/schedule.json yes.ics
says stdout '1 meeting is declined'

# All is told: nobody hears of it again, and Abe's agenda is nobody's.
run 0 solve event -o three_same --previous three/schedule.json
holds [ -z "$(files three_same)" ]
run 0 verify event three_same/schedule.json --previous three/schedule.json

# Ada reads another language.
event "$zoe, $(echo "$ada" | sed 's/"en"/"fr"/')" accepted "$iris"
run 0 solve event -o french --previous three/schedule.json
holds [ "$(files french)" = 'invites/a/m0002.ics mail/a-1.eml ' ]
holds [ "$(wc -l <french/changes.csv)" -eq 2 ]
says french/changes.csv '"m0002","language",,"a","Alpha","Ada",.*,"fr",.*Désormais en français\.","2026-05-19 09:00"'
run 0 diff event three/schedule.json french
says stdout '^    language    Tue 19 May 09:00  Room R2  Gamma$'
says stdout '^1 person is to be told\.$'
holds python3 -c 'import email, email.policy
mail = email.message_from_file(open("french/mail/a-1.eml"), policy=email.policy.default)
assert "Désormais en français." in mail.get_body(("plain",)).get_content()'

# Ivan interprets for Iris, who keeps the meeting as called off for good.
event "$zoe, $ada" accepted "$(echo "$iris" | sed "s/}$/, $away}/"), $ivan"
run 0 solve event -o four --previous three/schedule.json
run 0 publish event four/schedule.json
run 0 solve event -o four_same --previous four/schedule.json
for folder in four four_same; do
    unfolded $folder/agendas/interpreters/I1.ics >agenda
    says agenda '^STATUS:CANCELLED'
    says agenda '^SEQUENCE:1'
done
says four/mail/interpreters/I1.eml 'meetings which you interpret'
holds [ ! -e four_same/mail ]
holds [ ! -e four_same/agendas/changes ]

# Iris is back, and Ivan is told. Both numbers go up.
event "$zoe, $ada" accepted "$iris, $(echo "$ivan" | sed "s/}$/, $away}/")"
run 0 solve event -o five --previous four/schedule.json
unfolded five/agendas/interpreters/I1.ics >agenda
says agenda '^STATUS:CONFIRMED'
says agenda '^SEQUENCE:2'
unfolded five/agendas/interpreters/I2.ics >agenda
says agenda '^STATUS:CANCELLED'
says agenda '^SEQUENCE:2'

# Whatever people are called, each mail has a file of its own.
event "$ada, $abe" accepted "$iris"
change event/event.json 's/"c"/"a-left"/g'
run 0 solve event -o named
run 0 publish event named/schedule.json
event "$zoe, $ada" accepted "$iris"
change event/event.json 's/"c"/"a-left"/g; s/"s-01"/"s-02"/g'
run 0 solve event -o named2 --previous named/schedule.json
says named2/mail/a-left-1.eml '<chie@c.example.org>'
says named2/mail/left/a-1.eml 'abe@a.example.org'

end_tests
