# What check tells of an event: demand against capacity, and numbers in words that
# agree with them.
. "$(dirname "$0")/lib.sh"

run 0 check "$tiny"
says stdout '^  8 meetings wanted, 6 possible; the rooms have 8 places over all slots$'
says stdout '^  4 of them need an interpreter, 3 possible; the interpreters have 4 places over'
says stdout '^  no interpreter has the languages of 1 of these: gifu \(ja\) and grand-est \(fr\)$'
says stdout '^  slot +Brussels Tokyo +people'
says stdout '^  am-01 +09:00    16:00 +5 '

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

run 0 check small --json
silent stderr
says stdout 'nobody of'

end_tests
