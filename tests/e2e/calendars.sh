# What stands in people's calendars before and after a change.
. "$(dirname "$0")/lib.sh"

# unfold FILE: content lines, as they were before they were folded
unfold() {
    tr -d '\r' <"$1" | awk '
        /^ / { printf "%s", substr($0, 2); next }
        { if (NR > 1) printf "\n"; printf "%s", $0 }
        END { print "" }'
}

# entry FILE PART: the entry whose lines have PART, with "|" between them
entry() {
    unfold "$1" | awk -v part="$2" '
        /^BEGIN:VEVENT/ { text = "" }
        { text = text $0 "|" }
        /^END:VEVENT/ { if (index(text, part)) print text }'
}

n_entries() {
    grep -c '^BEGIN:VEVENT' "$1"
}

uids() {
    cat "$1"/agendas/*.ics | tr -d '\r' | grep '^UID:' | sort -u
}

mkdir event
cp "$tiny/event.json" event/
change event/event.json 's/"uid_domain"/"alarm_minutes": 15, &/'

# The first run: all is in the agendas, nothing has changed yet.
run 0 solve event -o one
holds [ ! -e one/agendas/changes ]
holds [ "$(n_entries one/event.ics)" -eq 6 ]
for id in gifu grand-est iwate kosice sendai vitagora; do
    holds [ -s one/agendas/$id.ics ]
    holds [ "$(grep -c '^"[^"]*","05/19/2026","' one/agendas/$id.csv)" -eq \
        "$(n_entries one/agendas/$id.ics)" ]
done
says one/agendas/interpreters/I1.ics '^METHOD:PUBLISH'
holds [ "$(grep -c 'TRIGGER:-PT15M' one/agendas/gifu.ics)" -eq \
    "$(n_entries one/agendas/gifu.ics)" ]
holds [ "$(cat one/invites/*/*.ics | grep -c VALARM)" -eq 0 ]

# Each reads in their own language, with their own clock first.
entry one/agendas/gifu.ics Vitagora >read
says read 'SUMMARY:Vitagoraとの個別面談\|DESCRIPTION:2026年5月19日（火）16:50～17:10（UTC\+09:00、Asia/Tokyo）\\n2026年5月19日（火）09:50～10:10（UTC\+02:00、Europe/Paris）'
says read 'LOCATION:Room 1 – https://meet.example.org/1\|.*URL:https://meet.example.org/1\|CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Room 1:https://meet.example.org/1\|'
entry one/agendas/vitagora.ics Gifu >read
says read 'SUMMARY:Rendez-vous avec Gifu Prefecture\|DESCRIPTION:mardi 19 mai 2026\\, 09h50-10h10 \(UTC\+02:00'
entry one/event.ics Gifu >read
says read 'SUMMARY:Meeting: Gifu Prefecture\\, Vitagora\|'
says one/agendas/gifu.csv '^"Vitagoraとの個別面談","05/19/2026","04:50 PM","05/19/2026","05:10 PM","False","2026年'
says one/agendas/vitagora.csv '^"Rendez-vous avec Gifu Prefecture","05/19/2026","09:50 AM","05/19/2026","10:10 AM","False","mardi'

# Iwate cancels after that was sent. Only those concerned have changes.
run 0 publish event one/schedule.json
change event/event.json 's/"id": "iwate", /&"status": "cancelled", /'
run 0 solve event -o two --previous one/schedule.json
same one/agendas/kosice.ics two/agendas/kosice.ics
holds [ "$(ls two/agendas/changes | tr '\n' ' ')" = 'iwate.ics sendai.ics vitagora.ics ' ]
holds [ "$(n_entries two/agendas/changes/iwate.ics)" -eq 2 ]
says two/agendas/changes/iwate.ics '^SUMMARY:【中止】Welcome'
holds [ "$(n_entries two/agendas/changes/vitagora.ics)" -eq 2 ]
for file in two/agendas/changes/iwate.ics two/agendas/iwate.ics \
    two/agendas/changes/vitagora.ics two/agendas/vitagora.ics two/event.ics; do
    entry $file STATUS:CANCELLED >cancelled
    grep -v Welcome cancelled >read
    holds [ "$(wc -l <read)" -eq 1 ]
    says read 'SEQUENCE:1\|'
    says read 'TRANSP:TRANSPARENT\|'
    holds [ "$(grep -cE 'VALARM|meet\.example' read)" -eq 0 ]
done
says two/agendas/changes/iwate.ics '^METHOD:PUBLISH'
entry two/agendas/changes/sendai.ics Vitagora >read
says read 'SEQUENCE:0\|.*STATUS:CONFIRMED\|'
holds [ ! -e two/agendas/iwate.csv ]
holds [ "$(grep -ciE 'iwate|annul' two/agendas/vitagora.csv)" -eq 0 ]
uids one >uids_one
uids two >uids_two
holds [ -z "$(comm -23 uids_one uids_two)" ]

# Once that was sent there are no changes, and the agendas still say what is off.
run 0 publish event two/schedule.json
run 0 solve event -o three --previous two/schedule.json
holds [ ! -e three/agendas/changes ]
holds [ ! -e three/invites ]
says three/agendas/iwate.ics '^STATUS:CANCELLED'
uids three >uids_three
same uids_two uids_three

# The day moves by five minutes: everything that is held goes one number up and
# keeps its name, and the changes have it all.
change event/event.json 's/"start": "09:00", "end": "10:35"/"start": "09:05", "end": "10:40"/'
change event/event.json 's/"end": "2026-05-19T09:00"/"end": "2026-05-19T09:05"/'
run 0 solve event -o four --previous three/schedule.json
holds [ "$(n_entries four/agendas/changes/gifu.ics)" -eq \
    "$(n_entries four/agendas/gifu.ics)" ]
entry four/agendas/gifu.ics Welcome >read
says read 'SEQUENCE:1\|.*STATUS:CONFIRMED\|'
entry four/agendas/changes/gifu.ics Vitagora >read
says read 'SEQUENCE:1\|.*DTSTART:20260519T075500Z\|'
holds [ "$(cat four/invites/gifu/*.ics | grep -c '^SEQUENCE:1')" -eq \
    "$(($(n_entries four/agendas/changes/gifu.ics) - 1))" ]
uids four >uids_four
same uids_three uids_four

# A plenary with another link, and then title, is news; unless a program that did not
# record them had told people of it.
run 0 publish event four/schedule.json
cp four/schedule.json as_told.json
change event/event.json 's#example.org/plenary"#example.org/plenary-2"#'
run 0 solve event -o five --previous four/schedule.json
entry five/agendas/changes/gifu.ics Welcome >read
says read 'SEQUENCE:2\|.*DTSTART:20260519T064500Z\|'
holds [ "$(n_entries five/agendas/changes/gifu.ics)" -eq 1 ]
run 0 publish event five/schedule.json
change event/event.json 's/"title": "Welcome"/"title": "Opening"/'
run 0 solve event -o six --previous five/schedule.json
entry six/agendas/changes/gifu.ics Opening >read
says read 'SEQUENCE:3\|'
change as_told.json 's/"title":"Welcome","url":"[^"]*",//'
run 0 solve event -o seven --previous as_told.json
holds [ ! -e seven/agendas/changes ]

# So is it where there are no meetings at all.
cat >plenary.json <<'END'
{"format": "matchday-event/1",
 "event": {"id": "plenary", "organizer": {"name": "Desk", "email": "desk@example.org"},
           "uid_domain": "example.org"},
 "sessions": [{"id": "s", "date": "2026-05-19", "start": "09:00", "end": "10:00",
               "meeting_minutes": 20}],
 "agenda": [{"id": "talk", "title": "Talk", "start": "2026-05-19T10:00", "end": "2026-05-19T11:00", "audience": "all"}],
 "rooms": 1, "participants": [{"id": "a"}], "requests": []}
END
run 0 solve plenary.json -o plenary
run 0 publish plenary.json plenary/schedule.json
change plenary.json 's/T11:00/T11:30/'
run 0 solve plenary.json -o plenary_2 --previous plenary/schedule.json
holds [ "$(n_entries plenary_2/agendas/changes/a.ics)" -eq 1 ]

# An event with the worst names that ids allow.
cat >names.json <<'END'
{"format": "matchday-event/1",
 "event": {"id": "names", "organizer": {"name": "Desk", "email": "desk@example.org"},
           "uid_domain": "example.org"},
 "sessions": [{"id": "s", "date": "2026-05-19", "start": "09:00", "end": "10:00",
               "meeting_minutes": 20}],
 "rooms": 2, "participants": [{"id": "changes"}, {"id": "interpreters"},
    {"id": "event"}, {"id": "event.ics"}, {"id": "changes.ics"}],
 "requests": [{"id": "r1", "from": "changes", "to": "interpreters"},
              {"id": "r2", "from": "event", "to": "event.ics"},
              {"id": "r3", "from": "event", "to": "changes.ics"}]}
END
run 0 solve names.json -o names
run 0 publish names.json names/schedule.json
change names.json 's/"09:00", "end": "10:00"/"09:05", "end": "10:05"/'
run 0 solve names.json -o names2 --previous names/schedule.json
holds [ "$(find names2 -name '*.ics' | wc -l)" -eq 11 ]
holds [ "$(find names2/agendas -name '*.csv' | wc -l)" -eq 5 ]

end_tests
