# Beginning an event for a date: when to start, what stands against it, what to ask.
. "$(dirname "$0")/lib.sh"

run 0 init day --date 2027-05-18
says stdout '^2027-05-18, Tuesday: 220 minutes$'
says stdout '^  08:00-11:40 +15:00-18:40 +60 +40 +100 +0  <- proposed$'
says stderr '^note: 2027-05-17 is a public holiday in BE: Whit Monday$'
holds [ "$(ls day | tr '\n' ' ')" = 'availability.csv event.csv form.en.txt form.fr.txt form.ja.txt interpreters.csv locks.csv participants.csv requests.csv rooms.csv sessions.csv ' ]
says day/sessions.csv '^"am",,"2027-05-18","08:00","11:40","Europe/Brussels","20","5"'
says day/form.en.txt '^am-01: 08:00-08:20 Brussels / 15:00-15:20 Tokyo$'
says day/form.ja.txt '^2027年5月18日（火）$'
says day/form.fr.txt '^am-09: 11h20-11h40 Brussels / 18h20-18h40 Tokyo$'
holds [ "$(grep -c '^am-' day/form.en.txt)" -eq 9 ]
run 3 init day --date 2027-05-18
says stderr 'day: is there already'

# Filled in, it is an event whose slots are those of the form.
cat >day/participants.csv <<'END'
Organisation,Side,Time zone,Languages,Name,Email
Gifu Prefecture,JP,Asia/Tokyo,ja;en,Hanako Sato,s@example.org
Vitagora,EU,Europe/Paris,fr;en,Inès Garnier,i@example.org
END
printf 'From,To\nVitagora,Gifu Prefecture\n' >day/requests.csv
sed -i -e 's/^"Name \/.*/"Name","A day"/' -e 's/^"Rooms .*/"Rooms","2"/' \
    -e 's/^"Organizer \/.*/"Organizer","Desk"/' -e 's/^"Organizer email .*/"Organizer email","d@example.org"/' \
    -e 's/^"Domain .*/"Domain","example.org"/' day/event.csv
run 0 check day
says stdout '^  session am, 2027-05-18: 9 slots of 20 minutes, 08:00-11:40 Europe/Brussels, 15:00-18:40 Asia/Tokyo$'
says stdout '^  am-09 +11:20 +18:20 '

run 0 init far --date 2026-05-04 --zones America/New_York,Asia/Tokyo --slots 2 --start 21:00
says stdout '  <- as asked$'
says stderr '^warning: 2026-05-05 is a public holiday in JP'
says far/form.en.txt '^am-01: 21:00-21:20 New York / 10:00-10:20 Tokyo \(Tue 5 May 2026\)$'
run 0 init week --date 2027-03-27
says stderr '^warning: 2027-03-27 is a Saturday$'
says stderr '^note: the clocks of Europe/Brussels change 1 day after this date'

# Names of files that are none of ours; folders on the way.
for name in day.xls day.CSV day.ods d/day.json; do
    run 2 init $name
    says stderr "'$name' ends with '.*', which is not written; expected '${name%.*}.xlsx' for a workbook, or '${name%.*}' for a folder"
    holds [ ! -e $name ]
done
run 0 init a/b/c --date 2027-05-18
holds [ -s a/b/c/event.csv ]

run 2 init none --date 2027-02-30
says stderr "'2027-02-30' is no date"
run 2 init none --date 2027-05-18 --zones CET
says stderr "'CET' is an abbreviation"
run 2 init none --date 2027-05-18 --start 9:10
says stderr "'9:10' is no half hour of Europe/Brussels"
run 2 init none --date 2027-05-18 --zones ,
says stderr 'names no zone'
holds [ ! -e none ]

end_tests
