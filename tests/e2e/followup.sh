# After the day: forms, what comes back, and the event for the next round.
. "$(dirname "$0")/lib.sh"

cp -r "$tiny" event
rm -rf event/expected
run 0 solve event -o out
run 0 publish event out/schedule.json

# The forms: one for each body that has something to say, in its language.
run 0 followup event out/schedule.json --forms -o forms
says stdout '^tiny: 6 forms written to forms$'
run 0 followup event out/schedule.json --forms -o forms
cp forms/gifu.csv blank_form
printf 'filled in\n' >>forms/gifu.csv
run 3 followup event out/schedule.json --forms -o forms
says stderr 'forms/gifu\.csv: has been changed since it was made; '
says forms/gifu.csv '^filled in$'
cp blank_form forms/gifu.csv
holds [ "$(find forms -name '*.csv' | wc -l)" -eq 6 ]
says forms/gifu.csv '面談は行われましたか（はい／いいえ） \[held\]'
says forms/vitagora.csv 'Le rendez-vous a-t-il eu lieu.*oui ou non \[held\]'
says forms/kosice.csv 'Did you meet\? yes or no \[held\]'
says forms/gifu.csv '^"tiny","m0002",,"gifu","Košice Region \[kosice\]","2026年5月19日'
says forms/vitagora.csv '^"tiny",,"r03","vitagora","City of Sendai \[sendai\]"'
holds [ "$(cat forms/*.csv | grep -c '@')" -eq 0 ] # nobody's address

# As they went out they say nothing, which is no feedback.
run 1 followup event out/schedule.json --feedback forms -o silent --date 2026-06-16
says stderr '^forms: there is no answer in what --feedback names; expected'
holds [ ! -e silent ]
# With one word the rest counts as held.
printf 'meeting,participant,held\nm0001,kosice,yes\n' >one_word.csv
run 0 followup event out/schedule.json --feedback forms --feedback one_word.csv -o silent \
    --date 2026-06-16
says stdout '^tiny: 5 of 5 meetings held, 0 with a no-show; feedback on 1$'
says stderr '^forms/gifu\.csv: warning: is not filled in: of its [0-9]+ rows none has an answer; expected'
holds [ "$(grep -c 'is not filled in' stderr)" -eq 6 ]
says stdout '^tiny-followup: 4 requests: 0 to meet again, 0 first after a no-show, 4 carried over$'
run 0 check silent

# Filled in by spreadsheets here and there: semicolons, other languages, other orders.
mkdir back
sed 's/\("m0002",.*\),,,,,,,.$/\1,"いいえ","Košice Region [kosice]",,"はい",,,/' forms/gifu.csv |
    sed 's/\("m0004",.*\),,,,,,,.$/\1,"はい",,5,"はい","はい","協議中","味噌の試作品"/' >back/gifu.csv
cat >back/vitagora.csv <<'END'
participant;meeting;request;held;again;share_contact;rating;outcome;next_step
vitagora;m0004;;oui;oui;non;4;projet;
vitagora;;r03;;non;;;;
END
cat >back/sendai.csv <<'END'
meeting,participant,held,absent,rating,again,share_contact,outcome,next_step
m0001,sendai,yes,,5,yes,yes,agreement,Students
m0003,sendai,yes,,2,no,,none,
END
cp back/sendai.csv back/sendai_colleague.csv # the same twice is the same
echo 'not for us' >back/notes.txt
run 0 followup event out/schedule.json --feedback back -o next \
    --date 2026-11-10 --date 2026-11-03 --minutes 30
says stdout '^tiny: 4 of 5 meetings held, 1 with a no-show; feedback on 4$'
says stdout '^  outcomes: agreement 1, project 1, talks 0, none 1; rated 4\.0 of 5 on average$'
says stdout '^tiny-followup: 8 requests: 4 to meet again, 1 first after a no-show, 3 carried over$'
says stdout '^  1 meeting both sides want again; 4 pairs met$'
says stdout '^  2 requests left out: 1 refused, 1 no longer wanted, 0 withdrawn$'
says stdout '^  session am-1103, 2026-11-03: 2 slots of 30 minutes, 09:00-10:35 Europe/Brussels, 17:00-18:35 Asia/Tokyo$'
says stdout '^  written to next: event\.json, outcomes\.csv, contacts/ \(2 files\)$'
# The week in which the clocks change is said, once.
says stderr "^event/event.json: warning: sessions: the clocks change before 2026-11-03: session 'am-1103' begins at 09:00 in Europe/Brussels, which is then 17:00 in Asia/Tokyo, not 16:00; expected"
holds [ "$(grep -c 'clocks change' stderr)" -eq 1 ]
says stderr 'note: agenda: 1 item was of these days and left out'
says next/event.json '"id":"f003","from":"gifu","to":"vitagora","topic":"味噌の試作品","priority":3,"status":"accepted","follow_up":true'
says next/event.json '"id":"r04","from":"kosice","to":"gifu","priority":5'
says next/event.json '"a":"gifu","b":"vitagora"'
holds [ "$(grep -c '"a":"gifu","b":"kosice"' next/event.json)" -eq 0 ] # they did not meet
says next/outcomes.csv '^"m0002",.*"no","kosice".*"r04; f00[0-9]","r04: comes first"'
says next/outcomes.csv '^,,"vitagora; sendai",.*"r03",.*"r03: no longer wanted"'
# Contacts go to those alone to whom they were given.
holds [ "$(ls next/contacts | tr '\n' ' ')" = 'kosice.csv vitagora.csv ' ]
says next/contacts/vitagora.csv 'misaki.tanaka@gifu'
holds [ "$(grep -c '@' next/contacts/vitagora.csv)" -eq 1 ]

# It is an event like any other, with calendar entries of its own.
run 0 check next
silent stderr
run 0 solve next -o next_out
run 0 verify next next_out/schedule.json
grep -o '"uid":"[^"]*"' out/schedule.json | sort >uids
grep -o '"uid":"[^"]*"' next_out/schedule.json | sort >next_uids
holds [ -s next_uids ]
holds [ "$(comm -12 uids next_uids | wc -l)" -eq 0 ]
run 1 solve next -o next_out --previous out/schedule.json
says stderr "this is a schedule of the event 'tiny'; expected one of 'tiny-followup'"

# And again: a third round, which knows whom the first two brought together.
printf 'meeting,participant,held\nm0001,%s,yes\n' \
    "$(sed -n 's/.*"id":"m0001".*"participants":\["\([^"]*\)".*/\1/p' next_out/schedule.json)" >third.csv
run 0 followup next next_out/schedule.json --feedback third.csv -o third
says third/event.json '"id":"tiny-followup-2"'
says third/event.json '"name":"A small matchmaking morning: follow-up 2"'
says third/event.json '"a":"gifu","b":"vitagora"'
run 0 check third

# What goes along: wording of mails, calendars.
mkdir event/texts
printf '[agenda subject]\n{event}: bis\n' >event/texts/mail.fr.txt
printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260616T080000Z\r\nDTEND:20260616T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n' >event/gifu.ics
change event/event.json 's/"id": "gifu", /&"calendar": "gifu.ics", /'
run 0 followup event out/schedule.json --feedback back -o with --date 2026-06-16
same event/texts with/texts
same event/gifu.ics with/gifu.ics
says stdout ', 2 files of the event$'
run 0 check with --normalised read
says read/event.json '"participant":"gifu","start":"2026-06-16T08:00:00Z","end":"2026-06-16T08:35:00Z","kind":"unavailable"'

# Without a date: four weeks later, on the same day of the week; names as wished.
run 0 followup event out/schedule.json --feedback back -o later --id round-2 \
    --name 'Second round' --name-ja '第2回' --topic Next --start 10:00 --end 11:30
says later/event.json '"date":"2026-06-16","start":"10:00","end":"11:30"'
says later/event.json '"id":"round-2","name":"Second round","name_ja":"第2回"'
says later/event.json '"topic":"Next"|"topic":"Students"'

# The same input gives the same bytes, in whatever order and from whatever files.
mkdir all
for file in back/sendai.csv back/gifu.csv back/vitagora.csv; do cp $file all/; done
run 0 followup event out/schedule.json --feedback all/vitagora.csv --feedback all/sendai.csv \
    --feedback all/gifu.csv -o again --id round-2 --name 'Second round' --name-ja '第2回' \
    --topic Next --start 10:00 --end 11:30
same later again

# Findings as JSON.
run 0 followup event out/schedule.json --feedback back -o json --date 2026-11-03 --json
says stdout '"clocks change|the clocks change before 2026-11-03'

# What is wrong with feedback is told whole, and nothing is written.
cat >bad.csv <<'END'
meeting,participant,held,absent,raiting,again
m0001,gifu,yes,,3,yes
m0008,sendai,yes,,3,yes
m0001,sendai,perhaps,tokyo,3,yes
m0001,kosice,yes,sendai,3,yes
END
run 1 followup event out/schedule.json --feedback bad.csv -o bad
says stderr "^bad.csv:2: participant: 'gifu' is not one of them; expected 'kosice' or 'sendai'"
says stderr "^bad.csv:3: meeting: there is no meeting 'm0008' in the schedule; did you mean 'm0001'"
says stderr "^bad.csv:4: held: found 'perhaps'; expected yes or no"
says stderr "^bad.csv:4: absent: 'tokyo' is not one of them"
says stderr "^bad.csv:5: held: is 'yes', but with the absent"
says stderr "^bad.csv:1: warning: 'raiting' is not known and was ignored; did you mean 'rating'"
holds [ ! -e bad ]
printf 'meeting,participant,again\nm0001,sendai,no\n' >contrary.csv
run 1 followup event out/schedule.json --feedback back --feedback contrary.csv -o bad
says stderr '^contrary.csv:2: again: contradicts back/sendai.csv:2'
printf 'event,meeting,participant,again\nother,m0001,sendai,no\n' >other.csv
run 1 followup event out/schedule.json --feedback other.csv -o bad
says stderr "^other.csv:2: event: 'other' is another event; expected feedback on 'tiny'"
run 3 followup event out/schedule.json --feedback missing.csv -o bad
says stderr '^missing.csv: cannot be opened'
mkdir empty
run 1 followup event out/schedule.json --feedback empty -o none --date 2026-06-16
says stderr '^empty: has no .csv file'

# Tables of spreadsheets are read as those of the event are: by their mark, by what they can
# be alone, or as is asked for.
printf 'meeting,participant,held,absent,next_step\nm0002,gifu,no,kosice,%s\n' 味噌の試作品 >utf8.csv
run 0 followup event out/schedule.json --feedback utf8.csv -o in_utf8 --date 2026-06-16
iconv -f UTF-8 -t CP932 utf8.csv >sjis.csv
iconv -f UTF-8 -t UTF-16 utf8.csv >utf16.csv
for kind in sjis utf16; do
    run 0 followup event out/schedule.json --feedback $kind.csv -o in_$kind --date 2026-06-16
    same in_utf8 in_$kind
done
run 0 followup event out/schedule.json --feedback sjis.csv -o asked --date 2026-06-16 --encoding cp932
same in_utf8 asked
printf 'meeting,participant,held,absent,next_step\nm0004,vitagora,yes,,%s\n' Région >short.csv
iconv -f UTF-8 -t CP1252 short.csv >cp1252.csv
run 1 followup event out/schedule.json --feedback cp1252.csv -o bad --date 2026-06-16
says stderr "^cp1252.csv:2: is not UTF-8, and could be cp932 .* or cp1252 .'Région'.; say which with --encoding"
run 0 followup event out/schedule.json --feedback short.csv -o in_short --date 2026-06-16
run 0 followup event out/schedule.json --feedback cp1252.csv -o in_1252 --date 2026-06-16 --encoding cp1252
same in_short in_1252
run 1 followup event out/schedule.json --feedback sjis.csv -o bad --date 2026-06-16 --encoding utf-8
says stderr '^sjis.csv:2: the byte 0x.. is not UTF-8'
holds [ ! -e bad ]

# Days that do not fit.
change event/event.json 's/"start": "09:00", "end": "10:35"/"start": "02:00", "end": "03:35"/'
run 1 followup event out/schedule.json --feedback back -o bad --date 2026-10-25
says stderr "session 'am-1025': 02:00 on 2026-10-25 comes twice in Europe/Brussels, where the clock is changed then; expected another date, or another --start"
run 1 followup event out/schedule.json --feedback back -o bad --date 2027-03-28
says stderr "02:00 on 2027-03-28 does not exist in Europe/Brussels"
holds [ ! -e bad ]

# The command line.
run 2 followup event out/schedule.json -o bad
says stderr '^matchday followup: --feedback is missing; expected the file with it, or --forms'
run 2 followup event out/schedule.json --feedback back
says stderr 'out is missing'
run 2 followup event out/schedule.json --forms --feedback back -o bad
says stderr '^matchday followup: --forms comes before the next event'
run 2 followup event out/schedule.json --feedback back -o bad --date 2026-13-01
says stderr "^matchday followup: --date: '2026-13-01' is no date; expected one like"
run 2 followup event out/schedule.json --feedback back -o bad --date 2026-05-19
says stderr "^matchday followup: --date: '2026-05-19' is not after the event; expected a later date"
run 2 followup event out/schedule.json --feedback back -o bad --date 2026-06-19 --date 2026-06-19
says stderr "^matchday followup: --date: '2026-06-19' is given twice"
run 2 followup event out/schedule.json --feedback back -o bad --start 9h
says stderr "^matchday followup: --start: '9h' is no time of a day"
run 2 followup event out/schedule.json --feedback back -o bad --id TINY
says stderr "^matchday followup: --id: 'TINY' is the id of the event itself"
run 2 followup event out/schedule.json --feedback back -o bad --id 'a b'
says stderr "^matchday followup: --id: 'a b' is no id"
run 2 followup event out/schedule.json --feedback back -o event
says stderr "^matchday followup: --out: 'event' is the event itself; expected a folder for the next one"
holds [ ! -e bad ]

# Somebody was taken out of the event instead of being cancelled.
change later/event.json 's/{"id":"vitagora",.*"status":"registered"}/{"id":"other","languages":["en"]}/'
sed -i 's/"vitagora"/"other"/g; s/"id":"round-2"/"id":"tiny"/' later/event.json
run 0 followup later/event.json out/schedule.json --forms -o later_forms
says later_forms/gifu.csv '\[vitagora\]'
printf 'meeting,participant,held,again\nm0004,gifu,yes,yes\n' >met.csv
run 0 followup later/event.json out/schedule.json --feedback met.csv -o left --date 2026-07-14
says stderr 'note: participants: 1 wish to meet again left out, with somebody who is not in'
holds [ "$(grep -c vitagora left/event.json)" -eq 0 ]
holds [ "$(grep -c vitagora left/outcomes.csv)" -gt 0 ]
run 0 check left

# Somebody did not come and was cancelled on the day: those who were stood up come first, and
# it is told that the absent one stays cancelled.
rm -rf day
cp -r "$tiny" day
run 0 solve day -o day_one
run 0 publish day day_one
change day/event.json 's/"id": "sendai",/"id": "sendai", "status": "cancelled",/'
run 0 solve day -o day_two --previous day_one --freeze-before 2026-05-19T09:10
run 0 publish day day_two
says day_two/schedule.json '"id":"m0003","uid".*"cause":"participant_cancelled"'
printf 'meeting,participant,held,absent,again\nm0003,grand-est,no,sendai,yes\n' >stood_up.csv
run 0 followup day day_two --feedback stood_up.csv -o day_next --date 2026-06-16
says stdout ', 1 with a no-show; feedback on 1$'
says stdout '1 first after a no-show'
says stderr "warning: participants: 'sendai' is cancelled in the next event too, so that [0-9] requests cannot be held; expected \"status\": \"registered\""
says day_next/event.json '"id":"r07","from":"grand-est","to":"sendai","priority":5'
says day_next/outcomes.csv '^"m0003",.*"no","sendai"'
says day_next/outcomes.csv '"r07: comes first"'
holds [ "$(grep -c '"a":"grand-est","b":"sendai"' day_next/event.json)" -eq 0 ]
holds [ "$(grep -c 'was called off' stderr)" -eq 0 ]
# Who knew before the day was not stood up: without a run of the day that is in doubt.
run 0 solve day -o day_before --previous day_one
run 0 followup day day_before --feedback stood_up.csv -o day_doubt --date 2026-06-16
says stderr "^stood_up.csv:2: warning: meeting: 'm0003' was called off, and no run on the day"
printf 'meeting,participant,held\nm0003,grand-est,yes\n' >stood_up.csv
run 1 followup day day_two --feedback stood_up.csv -o day_none
says stderr "^stood_up.csv:2: held: is 'yes', but the meeting was called off"
change day/event.json '/"id": "r06",/s/accepted/withdrawn/'
run 0 solve day -o day_three --previous day_two
printf 'meeting,participant,held,absent\nm0005,iwate,no,vitagora\n' >stood_up.csv
run 1 followup day day_three --feedback stood_up.csv -o day_none
says stderr "^stood_up.csv:2: meeting: 'm0005' was cancelled before the event; expected a meeting that was"

end_tests
