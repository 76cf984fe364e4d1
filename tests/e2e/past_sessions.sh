# What was in a session that is over is no measure for the next one: a limit that is lowered at
# noon holds in the afternoon, whatever the morning was like.
. "$(dirname "$0")/lib.sh"

# event LIMITS: eight wishes of a, for four slots in the morning and four in the afternoon;
event() {
    {
        printf '{"format": "matchday-event/1",
 "event": {"id": "noon", "organizer": {"name": "Desk", "email": "desk@example.org"},
           "uid_domain": "example.org", "time_zone": "UTC"},
 "sessions": [{"id": "am", "date": "2026-05-19", "start": "09:00", "end": "10:20", "meeting_minutes": 20},
              {"id": "pm", "date": "2026-05-19", "start": "13:00", "end": "14:20", "meeting_minutes": 20}],
 "rooms": ["R1", "R2"], "interpreters": [],
 "objective": ["stability", "served", "compactness", "rooms"],
 "participants": [{"id": "a", %s "languages": ["en"]}' "$1"
        for who in b c d e f g h i; do
            printf ',\n  {"id": "%s", "languages": ["en"]}' $who
        done
        printf '],\n "requests": ['
        n=0
        for who in b c d e f g h i; do
            n=$((n + 1))
            printf '%s\n  {"id": "r%d", "from": "a", "to": "%s"}' "$([ $n -eq 1 ] || echo ,)" $n $who
        done
        printf ']}\n'
    } >noon.json
    sed -i 's/"rooms": \["R1", "R2"\]/"rooms": [{"id": "R1"}, {"id": "R2"}]/' noon.json
}

# slots SCHEDULE SESSION: the numbers of those with meetings
slots() {
    grep '^    {"id":"m[0-9]*","requests"' "$1" | sed -n "s/.*\"slot\":\"$2-0\([0-9]\)\".*/\1/p" |
        sort | tr -d '\n'
}

event ''
run 0 solve noon.json -o one
holds [ "$(slots one/schedule.json am) $(slots one/schedule.json pm)" = '1234 1234' ]
run 0 publish noon.json one

event '"max_consecutive": 2,'
run 0 solve noon.json -o two --previous one --freeze-before 2026-05-19T12:00
holds [ "$(slots two/schedule.json am)" = 1234 ]
case $(slots two/schedule.json pm) in
134 | 124) ;;
*) wrong "in the afternoon: $(slots two/schedule.json pm)" ;;
esac
says two/schedule.json '"cause":"limit_lowered"'
says two/schedule.json '"name":"compactness","sense":"min","value":1,"bound":1,"status":"optimal"'
run 0 verify noon.json two --previous one
# A run of the old length is a fault there.
sed 's/"max_consecutive": 2,//' noon.json >free.json
run 0 solve free.json -o three --previous one --freeze-before 2026-05-19T12:00
run 1 verify noon.json three --previous one
says stderr "participant 'a' has meetings in more than 2 slots in a row; expected at most 2"
# In a session that has begun in part, runs that the past has begun count from there.
run 0 solve noon.json -o four --previous one --freeze-before 2026-05-19T09:50
holds [ "$(slots four/schedule.json am | cut -c 1-3)" = 123 ]
run 0 verify noon.json four --previous one

# Those in other sessions do not: in the afternoon the limit is as it is, and the rerun at noon
# has nothing to change there again.
case $(slots four/schedule.json pm) in
134 | 124) ;;
*) wrong "in the afternoon after 09:50: $(slots four/schedule.json pm)" ;;
esac
run 0 publish noon.json four
run 0 solve noon.json -o four_noon --previous four --freeze-before 2026-05-19T12:00
holds [ "$(slots four_noon/schedule.json pm)" = "$(slots four/schedule.json pm)" ]
holds [ ! -e four_noon/invites ]
run 0 solve free.json -o four_free --previous one --freeze-before 2026-05-19T09:50
run 1 verify noon.json four_free --previous one
says stderr "participant 'a' has meetings in more than 2 slots in a row; expected at most 2"

# The same of an interpreter.
event ''
sed 's/"interpreters": \[\]/"interpreters": [{"id": "I1", "pairs": ["en-ja"]}]/
     /"id": "a"/!s/"languages": \["en"\]/"languages": ["ja"]/' noon.json >spoken.json
run 0 solve spoken.json -o spoken_one
holds [ "$(slots spoken_one/schedule.json am) $(slots spoken_one/schedule.json pm)" = '1234 1234' ]
sed 's/"pairs": \["en-ja"\]/&, "max_consecutive": 2/' spoken.json >tired.json
run 0 solve tired.json -o tired --previous spoken_one --freeze-before 2026-05-19T09:50
holds [ "$(slots tired/schedule.json am | cut -c 1-3)" = 123 ]
case $(slots tired/schedule.json pm) in
134 | 124) ;;
*) wrong "in the afternoon with I1: $(slots tired/schedule.json pm)" ;;
esac
run 0 verify tired.json tired --previous spoken_one
run 0 solve spoken.json -o spoken_two --previous spoken_one --freeze-before 2026-05-19T09:50
run 1 verify tired.json spoken_two --previous spoken_one
says stderr "interpreter 'I1' has meetings in more than 2 slots in a row"

# Gaps and changes of room of the morning are in the values, and count against max_gaps.
event ''
sed 's/"requests"/"locks": [{"request": "r1", "slot": "am-01", "room": "R1"},\n  {"request": "r2", "slot": "am-04", "room": "R2"}],\n &/; s/"id": "a",/& "max_meetings": 3,/' noon.json >gaps.json
sed -i 's/"stability", "served"/"served", "rooms"/; s/"compactness", "rooms"\]/"compactness"]/' gaps.json
run 0 solve gaps.json -o five
run 0 publish gaps.json five
run 0 solve gaps.json -o six --previous five --freeze-before 2026-05-19T12:00
run 0 verify gaps.json six --previous five
for value in '"name":"compactness","sense":"min","value":1,"bound":1,' '"name":"rooms","sense":"min","value":1,"bound":1,'; do
    says six/schedule.json "$value"
done
sed 's/"max_meetings": 3,/& "max_gaps": 1,/' gaps.json >few.json
run 0 solve few.json -o seven --previous five --freeze-before 2026-05-19T12:00
says seven/schedule.json '"name":"compactness","sense":"min","value":1,"bound":1,'
run 0 verify few.json seven --previous five

end_tests
