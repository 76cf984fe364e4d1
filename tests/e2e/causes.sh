# Why a published meeting is off: what stands against what people know of it, as the event is
# now, for as long as they were not told.
. "$(dirname "$0")/lib.sh"

# cause ID SCHEDULE: of a cancelled meeting
cause() {
    sed -n "s/.*{\"id\":\"$1\",\"uid\".*\"cause\":\"\([^\"]*\)\".*/\1/p" "$2"
}

cp -r "$tiny" event
run 0 solve event -o one
run 0 publish event one

# A limit that is lower than what people were told, over any number of drafts.
cp -r event fewer
change fewer/event.json 's/"max_meetings": 2/"max_meetings": 1/'
run 0 solve fewer -o fewer_one --previous one
id=$(sed -n 's/.*{"id":"\([^"]*\)","uid".*/\1/p' fewer_one/schedule.json)
holds [ "$(cause "$id" fewer_one/schedule.json)" = limit_lowered ]
says fewer_one/schedule.json '"reason":"Vitagora may have at most 1 meeting"'
says fewer_one/changes.csv '"limit_lowered",'
says stdout "$id +dropped +limit_lowered +Vitagora may have at most 1 meeting"
run 0 solve fewer -o fewer_two --previous fewer_one
holds [ "$(cause "$id" fewer_two/schedule.json)" = limit_lowered ]

# A draft's cause is forgotten with what it came from; one that people were told is not.
change event/event.json 's/"id": "sendai",/"id": "sendai", "status": "cancelled",/'
run 0 solve event -o two --previous one
holds [ "$(cause m0003 two/schedule.json)" = participant_cancelled ]
change event/event.json 's/ "status": "cancelled",//'
change event/event.json '/"id": "r07",/s/accepted/withdrawn/'
run 0 solve event -o three --previous two
holds [ "$(cause m0003 three/schedule.json)" = request_withdrawn ]
run 0 publish event three
change event/event.json '/"id": "r07",/s/withdrawn/declined/'
run 0 solve event -o four --previous three
holds [ "$(cause m0003 four/schedule.json)" = request_withdrawn ]

# What counts for on_change, too, is the time that people were sent.
cp -r "$tiny" listed
change listed/event.json 's/"availability": \[/"rules": {"on_change": "list"}, &/'
run 0 solve listed -o day_one
run 0 publish listed day_one
run 0 move listed day_one m0003 am-04
run 0 solve listed -o day_two --previous day_one
run 0 unlock listed day_two m0003
change listed/event.json 's/"availability": \[/&{"participant": "sendai", "kind": "unavailable", "start": "2026-05-19T17:15", "end": "2026-05-19T17:35"},/'
run 0 solve listed -o day_three --previous day_two
holds [ "$(grep -c '"cause"' day_three/schedule.json)" -eq 0 ]
change listed/event.json 's/T17:15", "end": "2026-05-19T17:35/T16:25", "end": "2026-05-19T16:45/'
run 0 solve listed -o day_four --previous day_two
holds [ "$(cause m0003 day_four/schedule.json)" = unavailable ]

# What the event can have against a meeting, one thing after the other: the meeting, what is said,
# and the change.
n_causes=0
while read -r id cause script; do
    [ -n "$id" ] || continue
    n_causes=$((n_causes + 1))
    rm -rf one_thing
    cp -r "$tiny" one_thing
    change one_thing/event.json "$script"
    run 0 solve one_thing -o "for_$cause" --previous day_one
    says stdout "^    $id +[a-z].* $cause +[^ ]"
    says "for_$cause/changes.csv" "^\"$id\",.*\"$cause\","
    run 0 diff one_thing day_one "for_$cause" --json
    says stdout "\"cause\": *\"$cause\""
done <<'END_CAUSES'
m0003 participant_cancelled s/"id": "grand-est",/& "status": "cancelled",/
m0003 request_withdrawn /"id": "r07"/s/accepted/withdrawn/
m0003 request_declined /"id": "r07"/s/accepted/declined/
m0003 request_pending /"id": "r07"/s/accepted/pending/
m0003 request_changed s/"id": "r07",/& "earliest": "2026-05-19T09:50",/
m0003 met_before s/"requests": \[/"met_before": [{"a": "grand-est", "b": "sendai"}], &/
m0003 lock s/"requests": \[/"locks": [{"request": "r07", "kind": "forbid", "slot": "am-02"}], &/
m0003 session_changed s/"start": "09:00", "end": "10:35"/"start": "09:05", "end": "10:40"/
m0003 unavailable s/"availability": \[/&{"participant": "sendai", "kind": "unavailable", "start": "2026-05-19T16:25", "end": "2026-05-19T16:45"},/
m0003 agenda s/"agenda": \[/&{"id": "talk", "title": "Talk", "start": "2026-05-19T09:25", "end": "2026-05-19T09:45", "audience": ["grand-est"]},/
m0003 hours_changed s/"requests": \[/"rules": {"social_hours": [{"from": "08:00", "to": "18:00", "cost": 0}, {"side": "JP", "from": "16:50", "to": "21:00", "cost": 0}]}, &/
m0003 room_lost s/"id": "R2", "name": "Room 2"/"id": "R3", "name": "Room 3"/
m0003 people_added s/"id": "R2",/& "capacity": 3,/; s/"id": "grand-est",/& "people": 5,/
m0002 interpreter_lost s/"pairs": \["en-ja"\],/& "available": [{"start": "2026-05-19T16:50", "end": "2026-05-19T18:00"}],/
m0003 interpreter_needed s/"languages": \["ja", "fr"\]/"languages": ["ja"]/
m0003 predecessor s/"id": "r07",/& "after": ["r06"],/
m0004 limit_lowered s/"max_meetings": 2/"max_meetings": 1/
m0005 displaced s/"requests": \[/"locks": [{"request": "r03", "slot": "am-04"}], &/
END_CAUSES
# None is missing.
holds [ $n_causes -eq "$(sed -n '/^    \[CAUSE_/p' "$source_root/scheduler/model/cause.c" | wc -l)" ]

end_tests
