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

end_tests
