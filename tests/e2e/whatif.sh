# whatif: the table of an event with other means, as people and programs read it.
. "$(dirname "$0")/lib.sh"

run 0 whatif "$tiny" --rooms 1..4 --interpreters 0..2
silent stderr
says stdout '^tiny: 12 cases$'
says stdout '^      1             1       4/6    38 =              0       0/0       0/0$'
says stdout '^      2             1       5/6    42 =    \+4        0       0/0       0/0  <- more serves no more; as it is$'
says stdout '^  interpreters 1: the 3rd room adds nothing to what is served: 2 do as well as 4, proven$'
cp stdout with_all
for threads in 1 2 5; do
    run 0 whatif "$tiny" --rooms 1..4 --interpreters 0..2 --threads $threads
    same with_all stdout
done

# The event as it is stands below where it is none of the cases.
run 0 whatif "$tiny" --rooms 1,3..4
says stdout '^      2       5/6    42 = .* <- as it is$'

run 0 whatif "$tiny" --rooms 1..3 --csv
says stdout ',"as_it_is","more_adds_nothing","note"'
says stdout '^"2",.*,"yes","yes",'
says stdout '^"3",.*,"no","no",'
holds [ "$(grep -c '<-' stdout)" -eq 0 ]
run 0 whatif "$tiny" --interpreters 0..3
says stdout 'adds nothing to what is served: 1 does as well as 3'
holds [ "$(grep -c ' $' stdout)" -eq 0 ]

# Each case is what solve makes of that event.
served() {
    python3 -c 'import json, sys
for case in json.load(sys.stdin)["cases"]:
    if all(str(case.get(key)) == value for key, value in zip(sys.argv[1::2], sys.argv[2::2])):
        print(next(l["value"] for l in case["levels"] if l["name"] == "served"))' "$@" <cases
}
run 0 whatif "$tiny" --rooms 1..2 --interpreters 0,1 --json
cp stdout cases
cp -r "$tiny" one_room
run 0 solve one_room -o before --quiet
holds [ "$(served rooms 2 interpreters 1)" = "$(value served before/schedule.json)" ]
holds python3 -c 'import json
event = json.load(open("one_room/event.json", encoding="utf-8"))
event["rooms"] = event["rooms"][:1]
json.dump(event, open("one_room/event.json", "w", encoding="utf-8"))'
run 0 solve one_room -o after --quiet
holds [ "$(served rooms 1 interpreters 1)" = "$(value served after/schedule.json)" ]
holds python3 -c 'import json
event = json.load(open("one_room/event.json", encoding="utf-8"))
event["interpreters"] = []
json.dump(event, open("one_room/event.json", "w", encoding="utf-8"))'
run 0 solve one_room -o without --quiet
holds [ "$(served rooms 1 interpreters 0)" = "$(value served without/schedule.json)" ]

# Other hours: what is on the day moves along, and each side's burden is told.
run 0 whatif "$tiny" --start 08:00..10:00/60 --json
cp stdout cases
cp -r "$tiny" early
change early/event.json 's/"start": "09:00", "end": "10:35"/"start": "08:00", "end": "09:35"/'
run 0 solve early -o early_out --quiet
holds [ "$(served start 08:00)" = "$(value served early_out/schedule.json)" ]
holds python3 -c 'import json, sys
cases = json.load(sys.stdin)["cases"]
assert [case["start"] for case in cases] == ["08:00", "09:00", "10:00"]
assert [case["present"] for case in cases] == [False, True, False]
assert all({side["side"] for side in case["sides"]} == {"EU", "JP"} for case in cases)' <cases
run 0 whatif "$tiny" --slots 2..5 --minutes 15,20
says stdout '^tiny: 8 cases$'
says stdout '^      4       20 .*as it is$'

# A knee that is proven, in a day that is short of rooms.
startup=$source_root/examples/startup-day
run 0 whatif "$startup" --rooms 8..40/8 --json
holds python3 -c 'import json, sys
told = json.load(sys.stdin)
(knee,) = told["knees"]
assert knee["more_adds_nothing"] and knee["proven"] and knee["rooms"] == 24, knee
gains = [case.get("gain") for case in told["cases"]]
assert gains[1] > gains[2] > 0 and gains[3] == 0, gains' <stdout

# For spreadsheets.
run 0 whatif "$tiny" --rooms 1..3 --csv
holds [ "$(head -c 3 stdout | od -An -tx1 | tr -d ' ')" = efbbbf ]
holds python3 -c 'import csv, io, sys
rows = list(csv.DictReader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"))))
assert [row["rooms"] for row in rows] == ["1", "2", "3"]
assert [row["served"] for row in rows] == ["38", "42", "42"] and rows[1]["gain"] == "4"
assert all(row["burden_EU"] == "0" and row["proven"] == "yes" for row in rows)' <stdout

# What cannot be is told in its row.
cp -r "$tiny" locked
change locked/event.json 's/"requests": \[/"locks": [{"request": "r01", "slot": "am-04"}],\n&/'
run 0 whatif locked --slots 3..4
says stdout "impossible: a lock needs slot 'am-04', which is gone"
says stdout '^      4 .*as it is$'

# What people mistype.
run 2 whatif "$tiny"
says stderr 'nothing is to vary; expected --rooms'
run 2 whatif "$tiny" --rooms 4..
says stderr "\-\-rooms: found '4\.\.'; expected numbers like 8, 4\.\.20"
run 2 whatif "$tiny" --rooms 9..4
run 2 whatif "$tiny" --rooms 1..2/0
run 2 whatif "$tiny" --rooms 4/2
run 2 whatif "$tiny" --slots 0..3
run 2 whatif "$tiny" --start 8..10
says stderr 'expected clock times like 08:00'
run 2 whatif "$tiny" --rooms 1..900 --interpreters 0..9
says stderr 'more than 2000 cases'
run 2 whatif "$tiny" --rooms 1 --csv --json
run 2 whatif "$startup" --interpreters 1..2
says stderr 'this event has no list of interpreters'
silent stdout

# The README shows what is said.
awk -v first='$ matchday whatif examples/startup-day --rooms 4..28/4' '
    $0 == first { inside = 1; next }
    /^```/ { inside = 0 }
    inside' "$source_root/README.md" >shown
run 0 whatif "$startup" --rooms 4..28/4
holds [ -s shown ]
same shown stdout

end_tests
