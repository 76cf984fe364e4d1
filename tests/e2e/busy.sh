# Calendars of participants: busy times are taken away, in JSON and in CSV, and what
# was understood reads back as the same event.
. "$(dirname "$0")/lib.sh"

mkdir event csv
cp "$tiny/event.json" event/
change event/event.json 's/"id": "sendai",/& "calendar": "sendai.ics",/'

# calendar LINE...: with CRLF
calendar() {
    printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//x//y//EN' "$@" END:VCALENDAR
}
event() {
    calendar BEGIN:VEVENT UID:1 DTSTAMP:20260101T000000Z "$@" END:VEVENT
}

# 16:00-16:45 in Tokyo on working days: the first two slots.
event 'DTSTART;TZID=Tokyo Standard Time:20250106T160000' DURATION:PT45M \
    'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' >event/sendai.ics
run 0 check event --normalised plain
says plain/event.json '"participant":"sendai","start":"2026-05-19T07:00:00Z","end":"2026-05-19T07:45:00Z","kind":"unavailable"'
run 0 check plain --normalised again
same plain again
run 0 solve event -o out
run 0 verify plain out/schedule.json
holds [ "$(sed -n '/"meetings"/,/"unscheduled"/p' out/schedule.json |
    grep '"sendai"' | grep -c '"slot":"am-0[12]"')" -eq 0 ]
run 0 solve plain -o out_plain
holds cmp -s out/schedule.json out_plain/schedule.json

# A column of a CSV file, a contact on each of two rows.
cp event/event.json event/sendai.ics csv/
awk '/"participants": \[/ { print "  \"participants\": \"people.csv\","; skip = 1 }
    !skip { print } /^  \],/ { skip = 0 }' event/event.json >csv/event.json
cat >csv/people.csv <<'END'
id,side,time_zone,languages,calendar,contact_email
grand-est,EU,Europe/Paris,fr,,a@example.org
kosice,EU,Europe/Bratislava,sk;en,,b@example.org
vitagora,EU,Europe/Paris,fr;en,,c@example.org
gifu,JP,Asia/Tokyo,ja,,d@example.org
iwate,JP,Asia/Tokyo,ja;en,,e@example.org
sendai,JP,Asia/Tokyo,ja;fr,sendai.ics,f@example.org
sendai,,,,,g@example.org
END
run 0 check csv --normalised out_csv
says out_csv/event.json '"participant":"sendai","start":"2026-05-19T07:00:00Z","end":"2026-05-19T07:45:00Z","kind":"unavailable"'

# What cannot be read is an error with its place; an empty calendar a warning.
refused() {
    run 1 check event
    says stderr "$1"
}
calendar >event/sendai.ics
run 0 check event
says stderr '^event/sendai.ics:1: warning: the calendar is empty'
event 'DTSTART;TZID=Tokio:20260519T160000' >event/sendai.ics
refused "^event/sendai.ics:7: DTSTART: time zone 'Tokio' is unknown; .*; or a VTIMEZONE in the file that defines 'Tokio': export the calendar with its time zones, or in UTC$"
event DTSTART:20261332T256199Z >event/sendai.ics
refused "^event/sendai.ics:7: DTSTART: '20261332T256199Z' is no such time; expected one like 20210518T090000Z$"
event DTSTART:20260519T070000Z 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30' >event/sendai.ics
refused '^event/sendai.ics:8: RRULE: found FREQ=SECONDLY; expected DAILY, WEEKLY, MONTHLY or YEARLY'
event DTSTART:20260519T070000Z | head -c 120 >event/sendai.ics
refused '^event/sendai.ics:[0-9]+: the file ends inside of VEVENT, begun on line 4; expected'
printf '<!DOCTYPE html>\n<html>' >event/sendai.ics
refused "^event/sendai.ics:1: found '<!DOCTYPE html>'; expected an iCalendar file, which begins"
rm event/sendai.ics
refused '^event/event.json:[0-9]+: participants\[5\].calendar: event/sendai.ics: cannot be opened'
change event/event.json 's|"sendai.ics"|"../sendai.ics"|'
refused "calendar: '../sendai.ics' is no plain file name; expected a file beside the event, such as 'sendai.ics'"
change event/event.json 's|"../sendai.ics"|"sendai.ics"|'

# Bombs end: seconds of every day for thousands of years, deep nests, long lines, many
# events. `timeout` is far above what they take.
seconds=$(awk 'BEGIN { printf "0"; for (k = 1; k < 60; k++) printf ",%d", k }')
for n in 1 2 3 4 5 6 7 8 9; do
    printf '%s\r\n' BEGIN:VEVENT "UID:$n" DTSTAMP:20260101T000000Z \
        DTSTART:19000101T000000Z "DTEND:20000101T000000Z" \
        "RRULE:FREQ=DAILY;BYMINUTE=$seconds;BYSECOND=$seconds;BYSETPOS=-1,1" END:VEVENT
done >bomb
calendar "$(cat bomb)" >event/sendai.ics
program_before=$program
program=timeout
run 1 600 "$program_before" check event
says stderr 'event/sendai.ics:[0-9]+: what is repeated in this calendar takes more work than any'
holds [ "$(grep -c . stderr)" -eq 1 ]
awk 'BEGIN { for (k = 0; k < 200000; k++) print "BEGIN:VCALENDAR" }' >event/sendai.ics
run 1 600 "$program_before" check event
says stderr '^event/sendai.ics:2: found BEGIN:VCALENDAR inside a component'
awk 'BEGIN { print "BEGIN:VCALENDAR"; for (k = 0; k < 200000; k++) print "BEGIN:X" }' >event/sendai.ics
run 1 600 "$program_before" check event
says stderr '^event/sendai.ics:17: components are nested more than 16 deep'
{
    printf 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260519T070000Z\r\nDTEND:20260519T071000Z\r\nSUMMARY:'
    head -c 5000000 /dev/zero | tr '\0' x
    printf '\r\nEXDATE:20200101T000000Z'
    awk 'BEGIN { for (k = 0; k < 200000; k++) printf ",20200101T000000Z" }'
    printf '\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
} >event/sendai.ics
run 0 600 "$program_before" check event
awk 'BEGIN { print "BEGIN:VCALENDAR"
    for (k = 0; k < 30000; k++) {
        print "BEGIN:VEVENT\nUID:" k "\nDTSTAMP:20260101T000000Z\nDTSTART:20000101T070000Z\n" \
            "DTEND:20000101T080000Z\nRRULE:FREQ=YEARLY;COUNT=" k % 40 + 1 "\nEND:VEVENT" }
    print "END:VCALENDAR" }' >event/sendai.ics
run 0 600 "$program_before" check event

end_tests
