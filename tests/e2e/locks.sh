# Locks that cannot hold together are named, each at its place, and what stands against
# them.
. "$(dirname "$0")/lib.sh"

mkdir rooms
cat >rooms/event.json <<'END'
{"format": "matchday-event/1",
 "event": {"id": "locked", "time_zone": "Europe/Paris", "uid_domain": "example.org",
           "organizer": {"name": "Desk", "email": "desk@example.org"}},
 "sessions": [{"id": "am", "date": "2026-05-19", "start": "09:00", "end": "09:50",
               "meeting_minutes": 20, "changeover_minutes": 5}],
 "rooms": 1,
 "participants": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}, {"id": "e"}, {"id": "f"}],
 "requests": [{"id": "r1", "from": "a", "to": "b"}, {"id": "r2", "from": "c", "to": "d"},
              {"id": "r3", "from": "e", "to": "f"}],
 "locks": [{"kind": "lock", "request": "r1"},
           {"kind": "lock", "request": "r2"},
           {"kind": "lock", "request": "r3"}]}
END

# Two slots with one room each, for three: no single slot or person is too full.
run 1 solve rooms -o out
says stderr 'event\.json:11: locks\[1\]: this lock \(c and d\) cannot hold together with the 2 other locks named here;'
holds [ "$(grep -c 'cannot hold together' stderr)" -eq 3 ]
holds [ ! -e out ]

# Two of them in one slot; the third lock has nothing to do with it.
cp -R rooms slot
sed -i -e 's/"request": "r\([12]\)"}/"request": "r\1", "slot": "am-01"}/' slot/event.json
run 1 solve slot -o out
says stderr 'locks\[0\]: .* the 1 other lock named here: 2 meetings have only am-01, where there is 1 room for them; expected'
holds [ "$(grep -c 'cannot hold together' stderr)" -eq 2 ]

# One person with three meetings in two slots.
cp -R rooms person
sed -i -e 's/"rooms": 1/"rooms": 3/' -e 's/"from": "c"/"from": "a"/' \
    -e 's/"from": "e"/"from": "a"/' person/event.json
run 1 solve person -o out
says stderr 'locks\[2\]: this lock \(a and f\) .*: 3 meetings of a have only am-01 and am-02, where 2 can take place; expected'

# One person who wants two meetings at most.
cp -R person most
sed -i -e 's/{"id": "a"}/{"id": "a", "max_meetings": 2}/' -e 's/"09:50"/"12:00"/' most/event.json
run 1 solve most -o out
says stderr ': a would have 3 meetings and may have 2; expected'
holds [ ! -e out ]

end_tests
