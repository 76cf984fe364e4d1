# lock, unlock and move: the table of locks is changed, nothing else, and the next
# solve does what it says.
. "$(dirname "$0")/lib.sh"

# place ID SCHEDULE: slot, room and interpreter of a meeting
place() {
    grep -o "{\"id\": *\"$1\",.*" "$2" | head -1 |
        sed 's/"sent":.*//; s/.*"slot": *"\([^"]*\)".*"room": *"\([^"]*\)", *"interpreter": *\([^,]*\),.*/\1 \2 \3/'
}

cp -r "$tiny" event
run 0 solve event -o one
run 0 publish event one
holds [ "$(place m0003 one/schedule.json)" = 'am-02 R2 null' ]

# Without a table there is one now, and the event names it.
run 0 lock event one m0001
says stdout '^m0001  Košice Region, City of Sendai$'
says stdout '^  locked  Tue 19 May 09:00 Brussels, 16:00 Tokyo, Room 1$'
says stdout '^written to event/locks\.csv, which event/event\.json names now;'
holds [ "$(sed -n 2p event/locks.csv)" = 'kosice;sendai,,am-01,R1,lock' ]
holds [ "$(grep -c '"locks": "locks.csv"' event/event.json)" -eq 1 ]
sed '/"locks": "locks.csv",/d' event/event.json | cmp -s - "$tiny/event.json" ||
    wrong 'more of event.json has changed than the name'
run 0 check event
silent stderr
run 0 lock event one m0001
says stdout '^event/locks\.csv is as it was$'

# Moved: the next solve has it there, and everything else where it was.
cp event/locks.csv locks_before
run 0 move event one/schedule.json grand-est,sendai 10:15
says stdout '^  was     Tue 19 May 09:25 Brussels, 16:25 Tokyo, Room 2$'
says stdout '^  locked  Tue 19 May 10:15 Brussels, 17:15 Tokyo, Room 2, or another room$'
holds [ "$(sed -n 3p event/locks.csv)" = 'grand-est;sendai,,am-04,,lock' ]
run 0 solve event -o two --previous one
holds [ "$(place m0003 two/schedule.json)" = 'am-04 R2 null' ]
for id in m0001 m0002 m0004 m0005; do
    holds [ "$(place $id two/schedule.json)" = "$(place $id one/schedule.json)" ]
done
run 0 diff event one two
says stdout '^tiny: 1 moved, 4 as before$'

# Names do as well as ids, as in tables; also with a comma in them.
cp -r "$tiny" names
run 0 move names one/schedule.json 'Ｇrand est, City of  Sendai' '2026-05-19 10:15'
holds [ "$(sed -n 2p names/locks.csv)" = 'grand-est;sendai,,am-04,,lock' ]
change names/event.json 's/"Grand Est"/"Grand Est, Région"/'
run 0 lock names one 'City of Sendai,GRAND EST, région' || cat stderr
says stdout '^m0003  Grand Est, Région, City of Sendai$'
change names/event.json 's/"City of Sendai"/"Gifu Prefecture"/'
run 2 lock names one 'grand-est,Gifu Prefecture'
says stderr "several participants are called 'Gifu Prefecture'; expected the id of one"

# Again, with a room, by the time of another clock: the row changes.
run 0 move event two m0003 16:50 R2 --time-zone Asia/Tokyo
holds [ "$(sed -n 3p event/locks.csv)" = 'grand-est;sendai,,am-03,R2,lock' ]
holds [ "$(grep -c . event/locks.csv)" -eq 3 ]
run 0 solve event -o three --previous two
holds [ "$(place m0003 three/schedule.json)" = 'am-03 R2 null' ]

run 0 unlock event two r07 m0002
says stdout '^  released$'
says stdout '^  was not locked$'
same event/locks.csv locks_before

# Refused, with the reason and who would have to give way; nothing is written.
cp -r event untouched
run 1 move event one m0003 am-01
says stderr "m0003: participant 'sendai' has more than 1 meeting in slot 'am-01' \(also in 'm0001'\)"
says stderr 'note: m0003: m0001 \(Košice Region, City of Sendai: am-01, R1, locked\) would have to give way; unlock first'
says stderr 'note: m0003: without touching others it fits in am-03 \(Tue 19 May 09:50\), am-04'
silent stdout
run 1 move event one m0003 am-01 --make-way
run 1 move event one m0003 am-04 R1
says stderr "room 'R1' has more than 1 meeting in slot 'am-04'"
says stderr 'm0005 \(Iwate Prefecture, Vitagora: am-04, R1\) would have to give way; with --make-way'
run 1 move event one r06 09:50
says stderr "m0005: slot 'am-03' does not suit participant 'iwate', who is not available then"
says stderr 'note: m0005: no other slot takes it without touching others'
run 1 move event one r03 am-01
says stderr "participant 'vitagora' has more than 2 meetings; expected at most 2 \(max_meetings\)"
says stderr "participant 'sendai' has more than 1 meeting"
run 1 move event one r10 am-04
says stderr 'r10: this meeting was declined'
run 1 lock event one r09
says stderr "r09  Iwate Prefecture, Košice Region is not scheduled; expected a meeting that is; 'matchday move'"
same untouched event

# Where it is already it stays.
cp -r "$tiny" there
run 0 move there one m0003 am-02
says stdout "'matchday solve there -o OUT --previous one' keeps it there$"
# A room that nobody names is in nobody's way; one that it was locked to is told.
run 0 move there one m0003 am-02 R2
run 0 lock there one m0005
run 1 move there one m0003 am-04 R1
run 0 move there one m0003 am-04
run 0 move there one m0003 am-02 R1 --make-way
run 1 move there one m0003 am-04
says stderr "note: m0003  Grand Est, City of Sendai is locked to room 'R1' already; name another ROOM to change that"

# What was not served takes somebody's place, if they give way.
run 0 move event one r03 am-04 --make-way
says stdout '^r03  City of Sendai, Vitagora$'
says stdout '^  was     not scheduled$'
says stderr 'note: r03: m0005 .* would have to give way$'
run 0 solve event -o four --previous one
says four/schedule.json '"requests": *\["r03"\], *"participants": *\["sendai", *"vitagora"\], *"topic": *"", *"slot": *"am-04"'
says four/changes.csv '"m0005","cancelled"'

# The README shows what is said.
cp -r "$source_root/examples" examples
chmod -R u+w examples
run 0 solve examples/tiny -o out/tiny
for command in 'm0003 09:00' 'grand-est,sendai 10:15'; do
    "$program" move examples/tiny out/tiny $command >said 2>&1
    awk -v first="\$ matchday move examples/tiny out/tiny $command" '
        $0 == first { inside = 1; next }
        /^```/ { inside = 0 }
        inside' "$source_root/README.md" >shown
    holds [ -s shown ]
    same shown said
done

# For programs.
run 1 move event one r01 am-04 R1 --json
holds python3 -c 'import json, sys
said = json.load(sys.stdin)
assert said["give_way_one_of"] == ["m0005"] and said["errors"] >= 2' <stdout
run 0 lock event one m0002 --slot-only --json
holds python3 -c 'import json, sys
said = json.load(sys.stdin)
assert said["meetings"][0]["state"] == "locked" and said["meetings"][0]["slot"] == "am-02"
assert "room" not in said["meetings"][0] and said["errors"] == 0' <stdout

# People keep the table as they like it: their rows, columns and letters stay.
cp -r "$tiny" kept
change kept/event.json 's/"requests": \[/"locks": "mine.csv", &/'
printf '\357\273\277sep=;\r\n"Note";"kind";"request";"Slot"\r\n"é, x";"forbid";"r08";"am-01"\r\n\r\n"why; not";"lock";"r04";"am-02"\r\n' \
    >kept/mine.csv
printf '\357\273\277sep=;\r\n"Note";"kind";"request";"Slot";"room"\r\n"é, x";"forbid";"r08";"am-01"\r\n\r\n"why; not";"lock";"r04";"am-02";"R1"\r\n;"lock";"r07";"am-02";"R2"\r\n' \
    >wanted
run 0 lock kept one r04 r07
same kept/mine.csv wanted
run 0 check kept
run 0 unlock kept one m0003
run 0 unlock kept one m0002
printf '\357\273\277sep=;\r\n"Note";"kind";"request";"Slot";"room"\r\n"é, x";"forbid";"r08";"am-01"\r\n\r\n' >wanted
same kept/mine.csv wanted

# Locks in the event itself are the organiser's, and so is a table that it does not name.
cp -r "$tiny" inline
change inline/event.json 's/"requests": \[/"locks": [{"request": "r01"}],\n&/'
run 1 lock inline one m0001
says stderr 'inline/event\.json:[0-9]+: locks: the locks stand in the event itself.*write "locks": "locks\.csv"'
# What is there and empty is as good as left out.
for nothing in '[]' '[ \n ]' null '""'; do
    rm -rf inline
    cp -r "$tiny" inline
    change inline/event.json "s/\"requests\": \\[/\"locks\" : $nothing, &/"
    change inline/event.json 's/"A small/"A \\"locks\\": [ \\\\ small/'
    run 0 check inline
    run 0 lock inline one m0001
    says stdout '^written to inline/locks\.csv, which inline/event\.json names now'
    holds [ "$(grep -c '"locks" : "locks.csv", "requests": \[' inline/event.json)" -eq 1 ]
    run 0 check inline --normalised normal
    says normal/event.json '"kind": *"lock"'
done
cp -r "$tiny" unnamed
echo 'request,slot' >unnamed/locks.csv
run 1 lock unnamed one m0001
says stderr 'unnamed/locks\.csv is there, and this event does not name it'
holds [ "$(cat unnamed/locks.csv)" = 'request,slot' ]

# A schedule that the event has left behind.
cp -r "$tiny" later
change later/event.json 's/"id": "R1", "name"/"id": "R9", "name"/'
run 1 lock later one m0001
says stderr "m0001: is in room 'R1', which the event does not have any more"

# What people mistype.
run 2 lock event one
run 2 move event one m0001
run 2 move event one m0001 am-01 R1 more
run 2 lock event one m00001
says stderr "there is no meeting 'm00001'; did you mean 'm0001'\?"
run 2 lock event one gifu,vitagorra
says stderr "there is no participant 'vitagorra'; did you mean 'vitagora'\?"
run 2 lock event one 'Grand Es,sendai'
says stderr "there is no participant 'Grand Es'; did you mean 'Grand Est'\?; expected ids or names"
run 2 lock event one 'gifu,Sendai'
says stderr "nobody asks for a meeting of 'gifu,Sendai'"
run 2 lock event one 'gifu,Iwate Pref'
says stderr "there is no participant 'Iwate Pref'; expected ids or names of participants, with commas between$"
run 2 lock event one 'gifu,Region'
says stderr "there is no participant 'Region'; did you mean 'Košice Region'\?"
run 2 lock event one 'Grand,gifu'
says stderr "there is no participant 'Grand'; did you mean 'Grand Est'\?"
run 2 lock event one 'City of Sendai'
says stderr "'City of Sendai' is a participant; expected one of its meetings: "
run 2 lock event one gifu,sendai
says stderr "nobody asks for a meeting of 'gifu,sendai'"
run 2 unlock event one gifu
says stderr "'gifu' is a participant; expected one of its meetings: r08, m000[0-9], m000[0-9]$"
run 2 move event one m0001 am-3
says stderr "there is no slot 'am-3' in Europe/Brussels; did you mean 'am-03'\?; expected one of am-01"
run 2 move event one m0001 am-09
says stderr "there is no slot 'am-09' in Europe/Brussels; expected one of am-01"
run 2 move event one m0001 noon
says stderr "there is no slot 'noon' in Europe/Brussels; expected one of am-01 \(Tue 19 May 09:00\), am-02"
run 2 move event one m0001 09:00 'Room 3'
says stderr "there is no room 'Room 3'; did you mean 'Room 1'\?"
run 2 move event one m0001 09:00 --time-zone JST
says stderr "probably 'Asia/Tokyo'"

# A table that cannot be written stays.
chmod a-w event
[ "$(id -u)" -eq 0 ] || {
    run 3 unlock event one m0001
    same untouched/event.json event/event.json
}
chmod u+w event

# Somebody does not come: what is locked and has begun stays, for every command.
rm -rf day
cp -r "$tiny" day
run 0 solve day -o day_one
run 0 publish day day_one
run 0 lock day day_one m0001 m0003
change day/event.json 's/"id": "sendai",/"id": "sendai", "status": "cancelled",/'
run 1 solve day -o day_two --previous day_one
says stderr "day/locks.csv:2: .*locked in slot 'am-01', but 'sendai' has cancelled"
run 1 solve day -o day_two --previous day_one --freeze-before 2026-05-19T09:10
says stderr 'day/locks.csv:3: '
holds [ "$(grep -c 'locks.csv:2: the meeting' stderr)" -eq 0 ]
run 0 unlock day day_one m0003
says stdout '^  released$'
holds [ "$(grep -c . day/locks.csv)" -eq 2 ]
run 0 solve day -o day_two --previous day_one --freeze-before 2026-05-19T09:10
says stderr "day/locks.csv:2: note: meeting 'm0001' has begun and stays as it was; its lock"
holds [ "$(place m0001 day_two/schedule.json)" = 'am-01 R1 "I1"' ]
says day_two/schedule.json '"cause": *"participant_cancelled"'
run 0 verify day day_two --previous day_one
run 0 publish day day_two
run 0 diff day day_one day_two
# By hand it stays, too, and keeps nobody from the others.
cp -r day begun
run 0 unlock begun day_two m0001
run 0 lock begun day_two m0001 m0005
says stdout '^  begun   Tue 19 May 09:00 Brussels, 16:00 Tokyo, Room 1; it stays as it is, without a lock$'
says stdout '^m0005  '
holds [ "$(grep -c . begun/locks.csv)" -eq 2 ]
says begun/locks.csv '^iwate;vitagora,,am-04,R1,lock$'
cp begun/locks.csv locks_before
run 0 lock begun day_two m0001 --json
says stdout '"state": *"begun"'
run 0 move begun day_two m0001 am-01 R1
says stdout '^begun/locks.csv is as it was$'
run 1 move begun day_two m0001 am-01 R2
run 1 move begun day_two m0001 am-03 --make-way
says stderr '^day_two/schedule.json: m0001: had begun when this schedule was made, and stays'
silent stdout
same begun/locks.csv locks_before
rm -r begun
cp -r "$tiny" begun
run 0 lock begun day_two m0001
says stdout '^begun/locks.csv is not needed$'
same begun/event.json "$tiny/event.json"
run 0 solve day -o day_three --previous day_two
run 1 check day
run 1 lock day day_one m0002
run 0 lock day day_two m0002

# Locks of what is gone, too: a slot, a room, a request, all of them.
printf 'request,slot,room,kind\nr05,am-09,R7,lock\nr99,am-01,,lock\nr99,,R1,lock\n' >day/locks.csv
run 1 check day
run 0 unlock day day_two r99 m0001
says stdout '^r99  is in the event no more$'
holds [ "$(cat day/locks.csv)" = 'request,slot,room,kind' ]
run 2 unlock day day_two r99
says stderr "there is no meeting 'r99'"

end_tests
