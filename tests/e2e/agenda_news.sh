# Agenda items that are added, moved, renamed or taken out: solve, export, diff and
# changes.csv tell of them as send does.
. "$(dirname "$0")/lib.sh"

mkdir event
cp "$tiny/event.json" event/
run 0 solve event -o one
says stdout '^  1 agenda item to announce: 7 people are to be told$'
run 0 publish event one

# news SCHEDULE N: so many are mailed, and the same people are in its changes.csv
news() {
    run 0 send event "$1"
    says stdout "^$2 mails? to send; "
    grep -oE '[^ ]+@[^ ]+, from' stdout | sed 's/, from//' | sort >mailed
    grep -oE '"[^",]+@[^",]+","(en|ja|fr)"' "$1/changes.csv" | cut -d'"' -f2 | sort -u >listed
    same mailed listed
}

# Nothing differs.
run 0 solve event -o same --previous one
says stdout '^  no invites, as nothing differs from what was sent$'
holds [ "$(grep -c 'agenda item' stdout)" -eq 0 ]
holds [ "$(wc -l <same/changes.csv)" -eq 1 ]

# Moved: all who hear of it are named, on their own clock.
change event/event.json 's/"start": "2026-05-19T08:45"/"start": "2026-05-19T08:30"/'
run 0 solve event -o moved --previous one
says stdout "^  (.*, )?mail/;$"
says stdout '^  no invites, as no meeting differs from what was sent$'
says stdout '^  1 agenda item to update: 7 people are to be told$'
holds [ ! -e moved/invites ]
news moved 7
says moved/changes.csv '^,"moved","Welcome","gifu","Gifu Prefecture","Misaki Tanaka",.*"2026-05-19 15:45","2026-05-19 16:00",,,"2026-05-19 15:30","2026-05-19 16:00",,,"https://meet.example.org/plenary","tiny-agenda-welcome@'
says moved/changes.csv '"vitagora",.*,"fr","Europe/Paris","Welcome – mardi.*08h30-09h00.*Modifié\. Auparavant.*08h45-09h00'
says moved/report.html '<td[^>]*>Welcome</td>'
run 0 send event moved
says stdout 'ines\.garnier.* : votre programme a changé$'
run 0 diff event one moved
says stdout '^tiny: 5 as before; agenda items: 1 moved$'
says stdout '^    was  Tue 19 May 08:45 Brussels, 15:45 Tokyo, 15 minutes$'
says stdout '^    now  Tue 19 May 08:30 Brussels, 15:30 Tokyo, 30 minutes$'
says stdout '^    moved       Tue 19 May 15:45 -> 15:30  Welcome$'
says stdout '^7 people are to be told\.$'
run 0 diff event one moved --json
says stdout '"agenda_item":"welcome","change":"moved","tell":"Welcome'
run 0 export event moved/schedule.json -o exported --previous one
says stdout '^  1 agenda item to update: 7 people are to be told$'
same moved/changes.csv exported/changes.csv

# Told, and then nobody is any more.
run 0 publish event moved
run 0 diff event moved moved
says stdout '^Nobody must be told anything: all is as it was sent\.$'

# Another link; an item more; none.
change event/event.json 's|meet.example.org/plenary|meet.example.org/hall|'
run 0 solve event -o link --previous moved
says stdout '^  1 agenda item to update: 7 people are to be told$'
news link 7
holds [ "$(grep -c '^,"link","Welcome",' link/changes.csv)" -eq 7 ]
change event/event.json 's|"agenda": \[|&{"id": "end", "title": "Farewell", "start": "2026-05-19T10:40", "end": "2026-05-19T10:50", "audience": ["gifu"]},|'
run 0 solve event -o more --previous moved
says stdout '^  1 agenda item to announce, 1 to update: 7 people are to be told$'
news more 7
holds [ "$(grep -c '^,"new","Farewell","gifu",' more/changes.csv)" -eq 1 ]
run 0 publish event more
run 0 diff event moved more
says stdout '^tiny: 5 as before; agenda items: 1 with another title or link, 1 added$'
change event/event.json 's/"audience": \["gifu"\]/"audience": ["iwate"]/'
run 0 solve event -o others --previous more
says stdout '^  1 agenda item to update: 2 people are to be told$'
news others 2
run 0 diff event more others
says stdout '^tiny: 5 as before$'
says stdout '^    cancelled   Tue 19 May 17:40  Farewell$'
says stdout '^    new         Tue 19 May 17:40  Farewell$'
change event/event.json 's/{"id": "end".*},$//'
run 0 solve event -o fewer --previous more
says stdout '^  1 agenda item to cancel: 1 person is to be told$'
news fewer 1
says fewer/changes.csv '^,"cancelled","Farewell","gifu",.*"2026-05-19 17:40","2026-05-19 17:50",,,,,,,'
says fewer/report.html '<td[^>]*>Farewell</td>'

# Who does not come any more has no agenda.
change event/event.json 's/"id": "iwate", /&"status": "cancelled", /'
run 0 solve event -o cancelled --previous more
run 0 diff event more cancelled
says stdout '^    cancelled   Tue 19 May 15:30  Welcome$'

# An event without any meetings: its people hear of the agenda all the same.
mkdir plenary
sed 's/"status": "[a-z]*"/"status": "withdrawn"/' "$tiny/event.json" >plenary/event.json
run 0 solve plenary -o first
says stdout "^  (.*, )?mail/;$"
says stdout '^  1 agenda item to announce: 7 people are to be told$'
run 0 publish plenary first
run 1 solve plenary -o first
says stderr '^first/schedule\.json: 1 agenda item in it was published, which would be forgotten'
change plenary/event.json 's/"Welcome"/"Opening"/'
run 0 solve plenary -o second --previous first
run 0 diff plenary first second
says stdout '^tiny: no meetings; agenda items: 1 with another title or link$'
says stdout '^    was  .*, 15 minutes, Welcome, https://meet\.example\.org/plenary$'
says stdout '^    now  .*, 15 minutes, Opening, https://meet\.example\.org/plenary$'
says stdout '^7 people are to be told\.$'

end_tests
