# What check tells of an event: demand against capacity, and numbers in words that
# agree with them.
. "$(dirname "$0")/lib.sh"

run 0 check "$tiny"
says stdout '^  8 meetings wanted, 6 possible; the rooms have 8 places over all slots$'
says stdout '^  4 of them need an interpreter, 3 possible; the interpreters have 4 places over'
says stdout '^  no interpreter has the languages of 1 of these: gifu \(ja\) and grand-est \(fr\)$'
says stdout '^  slot +Brussels Tokyo +people'
says stdout '^  am-01 +09:00    16:00 +5 '
says stdout '^  side EU: 3 participants, wanted in 6 meetings together, time for 5$'
says stdout '^  3 change-overs, at each up to 2 meetings to end and as many to begin$'
says stdout '^  vitagora +3 meetings possible, time for 2 \(`max_meetings`\): Vitagora$'
says stdout '^  1 wanted meeting has no slot in which all are free; so much more time'
says stdout '^  iwate and kosice: 20 minutes of iwate in am-01, Tue 19 May 09:00 Brussels, 16:00 Tokyo$'

# With that time the meeting is possible.
cp -R "$tiny" longer
sed -i -e 's/"2026-05-19T17:00"/"2026-05-19T16:00"/' longer/event.json
run 0 check longer
says stdout '^  8 meetings wanted, 7 possible; '
holds [ "$(grep -c 'more time' stdout)" -eq 0 ]

mkdir small
cat >small/event.json <<'EOF'
{"format": "matchday-event/1",
 "event": {"id": "small", "time_zone": "America/Los_Angeles"},
 "sessions": [{"id": "am", "date": "2021-05-18", "start": "09:00", "end": "09:20", "meeting_minutes": 20}],
 "rooms": 1,
 "participants": [{"id": "a", "contacts": [{"email": "a@example.org"}]}, {"id": "b"}],
 "requests": [{"id": "r1", "from": "a", "to": "b"}]}
EOF
cat >expected <<'EOF'
small: 2 participants with 1 contact
  1 request, 1 of them counts; they make 1 meeting
  1 meeting wanted, 1 possible; the rooms have 1 place over all slots
  session am, 2021-05-18: 1 slot of 20 minutes, 09:00-09:20 America/Los_Angeles, 01:00-01:20 Asia/Tokyo

  slot         Los Angeles Tokyo   people  rooms   meetings
EOF
run 0 check small
head -6 stdout >got
says stderr "event\.json:5: warning: participants\[1\]: nobody of 'b' gets an invite"
same got expected
cp -R small crowded
sed -i -e 's/"rooms": 1/"rooms": 0/' crowded/event.json
run 0 check crowded
says stdout '^  1 meeting wanted, 0 possible; the rooms have 0 places over all slots$'
says stderr 'event\.json:4: warning: rooms: has no room'
sed -i -e 's/"rooms": 0/"rooms": 1, "locks": []/' \
    -e 's/{"id": "b"}/{"id": "b"}, {"id": "c"}/' \
    -e 's/"to": "b"}/"to": "b"}, {"id": "r2", "from": "a", "to": "c"}/' crowded/event.json
run 0 check crowded
says stdout '^  2 meetings wanted, 2 possible; the rooms have 1 place over all slots, 1 too few$'
says stdout '^  1 participant is wanted in more meetings'
says stdout '^  a +2 meetings possible, time for 1$'
says stderr "nobody of 'b' and 'c' gets an invite"

# Two meetings of a in one slot, of which only one can be; both are locked.
sed -e 's/"locks": \[\]/"locks": [{"request": "r1"}, {"request": "r2"}]/' crowded/event.json >locked.json
run 1 check locked.json
says stderr 'locked.json:[0-9]+: locks\[0\]: this lock \(a and b\) cannot hold together with the 1 other lock'
says stderr '2 meetings of a have only am-01, where 1 can take place'
silent stdout

# A room that three need, and slots that two have alone.
cat >scarce.json <<'EOF'
{"format": "matchday-event/1",
 "event": {"id": "scarce", "time_zone": "Europe/Paris"},
 "sessions": [{"id": "am", "date": "2021-05-18", "start": "09:00", "end": "10:00", "meeting_minutes": 20}],
 "rooms": [{"id": "R1", "features": ["screen"],
            "available": [{"start": "2021-05-18T09:00", "end": "2021-05-18T09:40"}]}, {"id": "R2"}],
 "participants": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d", "max_consecutive": 1}, {"id": "e"}],
 "availability": [{"participant": "b", "start": "2021-05-18T09:00", "end": "2021-05-18T09:20"},
                  {"participant": "c", "start": "2021-05-18T09:00", "end": "2021-05-18T09:20"}],
 "requests": [{"id": "r1", "from": "a", "to": "b", "room_features": ["screen"]},
              {"id": "r2", "from": "a", "to": "c", "room_features": ["screen"]},
              {"id": "r3", "from": "a", "to": "d", "room_features": ["screen"]},
              {"id": "r4", "from": "d", "to": "e"}, {"id": "r5", "from": "d", "to": "b"}]}
EOF
run 0 check scarce.json
says stdout '^    for 3 of them only R1 will do, which can take 2, 1 too few \(2 of them only in am-01, where 1 fits\)$'
says stdout '^  a +3 meetings possible, time for 2 \(2 of them only in am-01, where 1 fits\)$'
says stdout '^  d +3 meetings possible, time for 2 \(`max_consecutive` 1\)$'

run 0 check small --json
silent stderr
says stdout 'nobody of'

end_tests
