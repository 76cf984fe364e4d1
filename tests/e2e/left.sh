# Whoever loses a published meeting is told so, also those who are in the event's files
# no more: nothing that was sent disappears in silence.
. "$(dirname "$0")/lib.sh"

# told_off FOLDER BEFORE N: the rerun in FOLDER goes out, and N people lose meetings.
told_off() {
    cp "$1/schedule.json" "$1.json"
    run 0 verify event "$1/schedule.json" --previous "$2"
    run 0 publish event "$1.json"
    n_checks=$((n_checks + 1))
    python3 "$source_root/tests/support/told_off.py" "$2" "$1" "$1.json" >found ||
        wrong "$1: $(cat found)"
    says found "^$3 told off\$"
    # All is told: nobody hears of it again.
    run 0 solve event -o "$1.again" --previous "$1.json"
    holds [ ! -e "$1.again/invites" ]
    holds [ ! -e "$1.again/mail" ]
    holds [ "$(wc -l <"$1.again/changes.csv")" -eq 1 ]
    run 0 verify event "$1.again/schedule.json" --previous "$1.json"
    run 0 diff event "$1.json" "$1.again"
    says stdout '^Nobody must be told anything: all is as it was sent\.$'
}

# as_before: the event as it was published first
as_before() {
    rm -rf event
    mkdir event
    cp "$tiny/event.json" event/
}

# edit WHAT ID...: the event without some of its objects, and without what refers to them
edit() {
    n_checks=$((n_checks + 1))
    python3 - "$@" <<'END' || wrong "edit $*"
import json, sys
what, *ids = sys.argv[1:]
event = json.load(open("event/event.json"))
def drop(name, keep):
    before = len(event.get(name, []))
    event[name] = [row for row in event.get(name, []) if keep(row)]
    return before != len(event[name])
if what == "drop-participant":
    done = drop("participants", lambda row: row["id"] not in ids)
    drop("requests", lambda row: row["from"] not in ids and row["to"] not in ids)
    drop("availability", lambda row: row["participant"] not in ids)
elif what == "drop-contact":
    done = False
    for row in event["participants"]:
        n = len(row["contacts"])
        row["contacts"] = [c for c in row["contacts"] if c["email"] not in ids]
        done |= len(row["contacts"]) != n
elif what == "change-address":
    done = False
    for row in event["participants"]:
        for contact in row["contacts"]:
            if contact["email"] == ids[0]:
                contact["email"], done = ids[1], True
elif what == "drop-availability":
    done = bool(event.pop("availability"))
else:
    done = drop(what, lambda row: row["id"] not in ids)
json.dump(event, open("event/event.json", "w"), ensure_ascii=False)
sys.exit(not done)
END
}


as_before
run 0 solve event -o first
cp first/schedule.json first.json
run 0 publish event first.json
says first.json '"addressees"'
run 0 verify event first.json

# A participant is deleted, with all that it wished.
edit drop-participant gifu
run 0 solve event -o gone --previous first.json
says gone/changes.csv '^"m0002","cancelled",,"gifu","Gifu Prefecture",.*"ja","Asia/Tokyo"'
holds [ "$(grep -c gifu gone/participants.csv)" -eq 0 ]
says gone/mail/gifu-1.eml '^ <misaki.tanaka@gifu.example.org>'
says gone/agendas/changes/gifu.ics '^UID:tiny-agenda-welcome@'
run 0 diff event first.json gone
says stdout '^  Gifu Prefecture: Misaki Tanaka \(ja\) - Asia/Tokyo$'
run 0 send event gone/schedule.json --invites
says stdout 'cancellation m0002 to misaki.tanaka@gifu'
told_off gone first.json 7
# The calendar goes on saying it, and a later rerun does, too.
says gone.again/agendas/gifu.ics '^STATUS:CANCELLED'
run 0 export event gone.json -o gone.export
same gone.export/agendas gone.again/agendas

# It comes back: its meetings are new to it, under their old numbers.
as_before
run 0 solve event -o back --previous gone.json
says back/invites/gifu/m0002.ics '^METHOD:REQUEST'
says back/invites/gifu/m0002.ics '^SEQUENCE:2'
told_off back gone.json 0

# Before anybody was told, a draft had forgotten it: nothing happened.
edit requests r03
run 0 solve event -o draft0
cp draft0/schedule.json draft0.json
run 0 publish event draft0.json
edit drop-participant gifu
run 0 solve event -o draft1 --previous draft0.json
says draft1/invites/gifu/m0002.ics '^METHOD:CANCEL'
as_before
edit requests r03
run 0 solve event -o draft2 --previous draft1/schedule.json
run 0 verify event draft2/schedule.json --previous draft1/schedule.json
holds [ ! -e draft2/invites ]

# Everybody of a meeting is deleted.
as_before
edit drop-participant gifu kosice
run 0 solve event -o both --previous first.json
told_off both first.json 10

# Where the numbers of meetings outgrow their four digits, 10000 comes after 9999.
as_before
run 0 solve event -o many
sed 's/"m0001"/"m9998"/g; s/"m0002"/"m9999"/g; s/"m000\([345]\)"/"m1000\1"/g' many/schedule.json >many.json
run 0 publish event many.json
edit drop-participant gifu kosice
run 0 solve event -o outgrown --previous many.json
holds [ "$(grep -o '^    {"id":"m[0-9]*","uid"' outgrown/schedule.json | tr -dc 'm0-9')" = m9998m9999m10004 ]
told_off outgrown many.json 10

# A wish is deleted.
as_before
edit requests r06
run 0 solve event -o wish --previous first.json
told_off wish first.json 3

# The interpreter is deleted: somebody else takes over, or nobody does.
as_before
change event/event.json 's/"id": "I1", "name": "Naomi Hayashi"/"id": "I2", "name": "Ken Mori"/'
run 0 solve event -o other --previous first.json
says other/changes.csv '^"m0002","cancelled",,"I1",,"Naomi Hayashi","naomi.hayashi@'
says other/changes.csv '^"m0002","new",,"I2",,"Ken Mori"'
told_off other first.json 3
edit interpreters I2
run 0 solve event -o none --previous other.json
told_off none other.json 10
run 0 solve event -o none_at_once --previous first.json
told_off none_at_once first.json 10

# A contact is deleted, and another one has a new address.
as_before
edit drop-contact ines.garnier@vitagora.example.org
edit change-address marek.hudak@kosice.example.org hudak@kosice.example.org
run 0 solve event -o contacts --previous first.json
says contacts/changes.csv ',"cancelled",,"kosice",.*"marek.hudak@kosice'
says contacts/changes.csv ',"new",,"kosice",.*"hudak@kosice'
told_off contacts first.json 4

# Then the body itself goes: both who were told are told, each of what they have.
edit drop-participant vitagora
run 0 solve event -o later --previous contacts.json
told_off later contacts.json 5

# A room is deleted, then the day moves and has one slot alone.
as_before
edit rooms R2
run 0 solve event -o room --previous first.json
told_off room first.json 2
# Its people know it by its name, and are told by that, whatever the event calls it now.
says room/changes.csv '"m0003",.*Room 2'
cp -r event without_room
holds [ "$(grep -c 'Room R2' room/changes.csv)" -eq 0 ]
run 0 diff event first.json room
says stdout '^    was  .*, Room 2$'
holds [ "$(grep -c 'Room R2' stdout)" -eq 0 ]
as_before
change event/event.json 's/"name": "Room 2"/"name": "Blue room", "available": [{"start": "2026-05-19T06:00", "end": "2026-05-19T06:30"}]/'
run 0 solve event -o renamed --previous first.json
says renamed/changes.csv '"m0003",.*,"Room 2",'
holds [ "$(grep -c 'Blue room' renamed/changes.csv)" -eq 0 ]
# What has begun in a room that is gone goes on where people were told it is.
as_before
edit rooms R2
run 0 solve event -o begun --previous first.json --freeze-before 2026-05-19T09:26
says begun/meetings.csv '"R2","Room 2","https://meet.example.org/2"'
tr -d '\r' <begun/agendas/sendai.ics | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' >agenda
says agenda '^LOCATION:Room 2 – https://meet.example.org/2$'
cp begun/schedule.json begun.json
run 0 publish event begun.json
says begun.json '"room_name": *"Room 2"'
rm -r event
mv without_room event
change event/event.json 's/"2026-05-19", "start": "09:00", "end": "10:35"/"2026-05-20", "start": "09:00", "end": "09:20"/'
edit drop-availability
run 0 solve event -o day --previous room.json
told_off day room.json 9

# A schedule that an older program published knows addresses, and nothing else.
as_before
edit drop-participant gifu
python3 - <<'END'
import json
schedule = json.load(open("first.json"))
del schedule["addressees"]
json.dump(schedule, open("older.json", "w"))
END
run 0 solve event -o addresses --previous older.json
says addresses/changes.csv '^"m0002","cancelled",,"gifu",,,"misaki.tanaka@gifu.example.org","ja","Europe/Brussels"'
told_off addresses older.json 7
end_tests
