# Every calendar that is written, of every example, before and after a change, by the rules
# of those who read it.
. "$(dirname "$0")/lib.sh"

judge() {
    python3 "$source_root/tests/support/judge_calendars.py" "$@" >found
}

# change_event EVENT SCHEDULE: somebody cancels, a room is lost, a link and an agenda item
# are other ones
cat >change_event.py <<'END'
import json, sys

event_path, schedule_path = sys.argv[1:]
with open(event_path, encoding="utf-8") as file:
    event = json.load(file)
with open(schedule_path, encoding="utf-8") as file:
    meetings = json.load(file)["meetings"]
gone = meetings[0]["participants"][0]
next(p for p in event["participants"] if p["id"] == gone)["status"] = "cancelled"
event["rooms"] = [r for r in event["rooms"] if r["id"] != meetings[-1]["room"]]
event["rooms"][0]["url"] = "https://meet.example.org/moved"
event["locks"] = []
for item in event.get("agenda", [])[:1]:
    item["title"] += ", later"
event["event"]["alarm_minutes"] = 10
with open(event_path, "w", encoding="utf-8") as file:
    json.dump(event, file, ensure_ascii=False)
END

for folder in "$source_root"/examples/*/; do
    rm -rf plain before after schedule.json
    cp "$folder/expected/schedule.json" schedule.json
    run 0 export "$folder" schedule.json -o before
    run 0 publish "$folder" schedule.json
    run 0 check "$folder" --normalised plain
    python3 change_event.py plain/event.json schedule.json
    run 0 solve plain -o after --previous schedule.json -q
    judge before after
    holds [ "$(wc -l <found)" -eq 1 ]
    says found '^[1-9][0-9]+ calendars, [1-9][0-9]+ entries$'
    for kind in agendas/changes invites mail; do
        holds [ -n "$(ls after/$kind)" ]
    done
    holds [ "$(grep -rl METHOD:CANCEL after/invites | wc -l)" -ge 1 ]
    holds [ "$(grep -rl BEGIN:VALARM after/agendas | wc -l)" -ge 1 ]
done

# The judge notices what is wrong: each line changes one agenda, invite or cancellation
# of the last example.
cp "$(ls -S before/agendas/*.ics | head -1)" agenda.ics
cp "$(find before/invites -name '*.ics' | sort | head -1)" invite.ics
cp "$(grep -rl 'METHOD:CANCEL' after/invites | sort | head -1)" cancel.ics
noticed() {
    n_checks=$((n_checks + 1))
    rm -rf one
    mkdir one
    sed "$2" "$1" >one/one.ics
    judge one
    if cmp -s "$1" one/one.ics || [ "$(wc -l <found)" -eq 1 ]; then
        wrong "not noticed: $1 $2"
    fi
}
for file in agenda.ics invite.ics cancel.ics; do
    rm -rf one
    mkdir one
    cp $file one/
    judge one
    says found '^1 calendars, [1-9]'
    while IFS= read -r fault; do
        noticed $file "$fault"
    done <<'END'
s/\r$//
1s/^/\xef\xbb\xbf/
/^VERSION/d
/^PRODID/d
/^METHOD/s/.*/METHOD:REPLY\r/
/^METHOD/{p}
/^VERSION/s/2.0/1.0/
0,/^UID/{/^UID/d}
0,/^DTSTAMP/{/^DTSTAMP/{p}}
0,/^DTSTART/{/^DTSTART/d}
0,/^DTSTART/{s/^DTSTART:20/DTSTART:99/}
0,/^DTSTART/{s/^DTSTART:\([0-9T]*\)Z/DTSTART;TZID=Europe\/Paris:\1/}
0,/^DTEND/{s/^DTEND:....../DTEND:200013/}
0,/^DTEND/{/^DTEND/{p}}
0,/^SEQUENCE/{/^SEQUENCE/d}
0,/^SUMMARY/{s/^SUMMARY:/&a,b/}
0,/^SUMMARY/{s/^SUMMARY:/&\\x/}
0,/^SUMMARY/{s/^SUMMARY:.*/&\n\r/}
0,/^SUMMARY/{s/^SUMMARY:/&\x01/}
0,/^SUMMARY/{s/^SUMMARY:/&01234567890123456789012345678901234567890123456789012345678901234567890123456789/}
0,/^SUMMARY/{s/^SUMMARY:/&\xc3\r\n \xa9/}
0,/^ORGANIZER/{s/^ORGANIZER/X-A/}
0,/^ORGANIZER/{s/^ORGANIZER.*/ORGANIZER:mailto:a@b, c@d\r/}
0,/^ORGANIZER/{s/^ORGANIZER.*/ORGANIZER;CN=Dés:mailto:a@b.org\r/}
0,/^END:VEVENT/{s/^END:VEVENT/END:VTODO/}
0,/^END:VEVENT/{s/^END:VEVENT/RRULE-of nothing\r\n&/}
$s/.*/&\nX-A:b\r/
END
done
noticed agenda.ics '0,/^STATUS/{s/^STATUS.*/STATUS:DONE\r/}'
noticed agenda.ics '0,/^STATUS/{s/^STATUS.*/&\nATTENDEE:mailto:a@b.org\r/}'
noticed agenda.ics 's/^UID:.*/UID:same\r/'
noticed agenda.ics '0,/^CONFERENCE/{s/VALUE=URI;//}'
noticed agenda.ics '/^X-WR-CALNAME/d'
noticed invite.ics 's/^VERSION.*/&\nX-WR-CALNAME:a\r/'
noticed invite.ics 's/^STATUS.*/STATUS:CANCELLED\r/'
noticed invite.ics 's/NEEDS-ACTION/ACCEPTED/'
noticed invite.ics 's/^ATTENDEE/X-A/'
noticed invite.ics 's/^END:VEVENT/BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nDESCRIPTION:a\r\nEND:VALARM\r\n&/'
noticed cancel.ics 's/^SEQUENCE.*/SEQUENCE:0\r/'
noticed cancel.ics 's/^STATUS.*/STATUS:CONFIRMED\r/'

# And what is wrong with the way from one to the other.
lost() {
    n_checks=$((n_checks + 1))
    rm -rf one other
    mkdir -p one/agendas other/agendas
    cp agenda.ics one/agendas/a.ics
    sed "$1" agenda.ics >other/agendas/a.ics
    judge one other
    [ "$(wc -l <found)" -gt 1 ] || wrong "not noticed: $1"
}
lost '/^BEGIN:VEVENT/,/^END:VEVENT/d'
lost '0,/^DTEND/{s/^\(DTEND.*\)\(.\)Z/\19Z/; s/^DTEND:20/DTEND:21/}'
lost '0,/^DTSTAMP/{s/^DTSTAMP:20/DTSTAMP:19/}'

end_tests
