# diff: what has changed, for whom, and who must be told; changes.csv beside it.
. "$(dirname "$0")/lib.sh"

# rows FILE WORDS...: how many rows of changes.csv have all of the words
rows() {
    file=$1
    shift
    grep '@example.org"' "$file" >rows_left
    for word; do
        grep -F -e "$word" rows_left >rows_found
        mv rows_found rows_left
    done
    wc -l <rows_left
}

mkdir event
cp "$tiny/event.json" event/
run 0 solve event -o one
holds [ ! -e one/changes.csv ]

# Nothing was published: what the drafts say is shown, and nobody knows of it.
run 0 diff event one/schedule.json one/schedule.json
says stdout '^tiny: 5 as before$'
says stdout '^Nothing of it concerns anybody\.$'

run 0 publish event one/schedule.json
run 0 diff event one/schedule.json one/schedule.json
says stdout '^Nobody must be told anything: all is as it was sent\.$'
silent stderr

# Iwate cancels, and Sendai gets its time.
change event/event.json 's/"id": "iwate", /&"status": "cancelled", /'
run 0 solve event -o two --previous one/schedule.json
run 0 diff event one/schedule.json two/schedule.json
silent stderr
says stdout '^tiny: 1 dropped, 1 added, 4 as before$'
says stdout '^    was  Tue 19 May 10:15 Brussels, 17:15 Tokyo, Room 1$'
says stdout '^    why  Iwate Prefecture has cancelled\.$'
says stdout '^  Iwate Prefecture: Sota Kikuchi \(ja\) - Asia/Tokyo$'
says stdout '^    cancelled   Tue 19 May 17:15  Room 1  Vitagora$'
says stdout '^  Vitagora: Inès Garnier \(fr\), Julien Perrot \(fr\) - Europe/Paris$'
says stdout '^    new         Tue 19 May 10:15  Room 1  City of Sendai$'
says stdout '^4 people are to be told\.$'

# As the README shows it.
awk '/^\$ matchday diff examples\/tiny/ { inside = 1; next }
     /^```/ { inside = 0 }
     inside' "$source_root/README.md" >shown
same shown stdout

# The rerun wrote the same file as diff does, which leaves all else alone.
holds [ "$(rows two/changes.csv)" -eq 7 ] # one of them for the plenary
holds [ "$(rows two/changes.csv '"cancelled"' '"iwate"' '"ja"' '2026-05-19 17:15')" -eq 1 ]
holds [ "$(rows two/changes.csv '"cancelled"' '"vitagora"' '"fr"' '2026-05-19 10:15')" -eq 2 ]
holds [ "$(rows two/changes.csv '"new"' '"sendai"' '"ja"' 'meet.example.org/1')" -eq 1 ]
holds [ "$(rows two/changes.csv gifu)" -eq 0 ]
holds [ "$(rows two/changes.csv '"cancelled"' "\"participant_cancelled\",\"Iwate Prefecture has cancelled\"")" -eq 3 ]
says two/changes.csv '"new".*,"tiny-[^"]*",,'
says two/changes.csv 'Annulé.*Rendez-vous avec Iwate Prefecture – mardi.19.mai.*10h15-10h35'
cp -r two two_before
run 0 diff event one/schedule.json two/schedule.json -o two
same two_before two
run 0 diff event one/schedule.json two/schedule.json -o alone
holds [ "$(find alone -type f | sort | tr '\n' ' ')" = 'alone/.matchday-files alone/changes.csv ' ]
same alone/changes.csv two/changes.csv
mkdir others
echo mine >others/changes.csv
run 3 diff event one/schedule.json two/schedule.json -o others
says stderr 'others/changes\.csv: exists, and is not from an earlier run'
holds grep -q mine others/changes.csv

# For programs; folders stand for the schedules in them.
run 0 diff event one two --json
says stdout '"counts": \{"dropped":1,"moved":0,"place":0,"attendance":0,"added":1,"same":4\}'
says stdout '"kind":"dropped","participants":\["iwate","vitagora"\].*"start":"2026-05-19T08:15:00Z".*"now":null'
says stdout "\"kind\":\"dropped\".*\"cause\":\"participant_cancelled\",\"reason\":\"Iwate Prefecture has cancelled\""
says stdout '"participant":"vitagora","contact":2,"name":"Julien Perrot".*"language":"fr".*"change":"new"'
holds python3 -c 'import json, sys; json.load(sys.stdin)' <stdout
sed '/"findings"/,/\]/d' stdout >by_diff
run 0 solve event -o two_again --previous one --json
sed '/"findings"/,/\]/d' stdout >by_solve
same by_diff by_solve

# As export writes it, given the schedule before.
run 0 export event two/schedule.json -o again --previous one/schedule.json
same two/changes.csv again/changes.csv
run 0 export event two/schedule.json -o again
holds [ ! -e again/changes.csv ]

# A draft in between changes nothing of what people know; back again, nobody is told.
cp event/event.json cancelled.json
cp "$tiny/event.json" event/
run 0 solve event -o three --previous two/schedule.json --objective guarantee,stability,served
run 0 diff event two/schedule.json three/schedule.json
says stdout '1 dropped'
says stdout '1 added'
says stdout '^Nobody must be told anything'
holds [ "$(rows three/changes.csv)" -eq 0 ]

# Somebody is taken out of the event: they stand there all the same.
sed -e '/"id": "iwate"/,/contacts/d' -e '/iwate/d' -e 's/T09:50"},$/T09:50"}/' \
    "$tiny/event.json" >event/event.json
run 0 solve event -o four --previous one/schedule.json
says four/changes.csv '"m0005","cancelled",,"iwate","Iwate Prefecture","Sota Kikuchi",'
run 0 diff event one/schedule.json four/schedule.json
says stdout "^    why  Iwate Prefecture is not in the event any more\.$"
says stdout '^  Iwate Prefecture: Sota Kikuchi \(ja\) - Asia/Tokyo$'

# A room and an interpreter are exchanged, at the same times.
cp "$tiny/event.json" event/
change event/event.json 's/"id": "R1", /&"available": [{"start": "2026-05-19T01:00", "end": "2026-05-19T02:00"}], /'
change event/event.json 's/"rooms": \[/&{"id": "R3", "name": "Third room"},/'
run 0 solve event -o five --previous one/schedule.json
run 0 diff event one/schedule.json five/schedule.json
says stdout '^In another room or with another interpreter, at the same time:$'
says stdout '^    room        Tue 19 May 09:00  Room 1 -> (Third room|Room 2)  '
holds [ "$(rows five/changes.csv '"room"' '"naomi.hayashi@example.org"')" -gt 0 ]
says stdout "^    why  Room 'R1' does not do then any more\.$"
says five/changes.csv "\"room\",.*\"room_lost\",\"room 'R1' does not do then any more\""

# Something is moved.
cp "$tiny/event.json" event/
change event/event.json 's/"requests": \[/"locks": [{"request": "r07", "slot": "am-01"}],&/'
run 0 solve event -o six --previous one/schedule.json
run 0 diff event one/schedule.json six/schedule.json
says stdout '^Moved:$'
says stdout '^    moved       Tue 19 May 09:25 -> 09:00  '
says stdout '^    why  A lock wants it in another slot\.$'
says six/changes.csv '"moved",.*"lock","a lock wants it in another slot"'
holds [ "$(rows six/changes.csv '"moved"' '"grand-est"' 'Auparavant')" -eq 1 ]

# Another link at the same time and place: those who have the old one are told. So is
# a contact who is new, and the address of one who is not there any more.
cp "$tiny/event.json" event/
change event/event.json 's|https://meet.example.org/1|https://meet.example.org/new|'
change event/event.json 's/yui\.abe@sendai/mio.ito@sendai/'
run 0 solve event -o linked --previous one/schedule.json
run 0 diff event one/schedule.json linked/schedule.json
says stdout '^tiny: 5 as before$'
says stdout '^    link        Tue 19 May 09:50  Room 1  Gifu Prefecture$'
says linked/changes.csv '"link",,"gifu".*"https://meet\.example\.org/new","tiny-'
holds [ "$(rows linked/changes.csv '"cancelled"' '"yui.abe@sendai.example.org"')" -eq 2 ]
holds [ "$(rows linked/changes.csv '"new"' '"mio.ito@sendai.example.org"')" -eq 2 ]
holds [ "$(rows linked/changes.csv '"grand-est"')" -eq 0 ]

# A schedule made without --previous can update nobody.
run 0 solve event -o fresh
run 0 diff event one/schedule.json fresh/schedule.json
says stderr "warning: knows nothing of [0-9]+ meetings that people were sent by one/schedule\.json.*solve --previous one/schedule\.json"
run 0 diff "$tiny" one/schedule.json fresh/schedule.json
says stderr 'warning: input_sha256: the event has changed since this schedule was made'

# Mistakes.
run 2 diff event one/schedule.json
run 3 diff event one/schedule.json nowhere.json
echo '{}' >empty.json
run 1 diff event one/schedule.json empty.json

end_tests
