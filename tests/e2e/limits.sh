# What is too large, too deep or leads elsewhere is refused where it stands, in bounded
# time and memory; what is only odd works: no room, nobody who meets, 10^6 requests.
. "$(dirname "$0")/lib.sh"

cat >make.py <<'END'
"""make.py FOLDER KIND: a small event with one thing in it that is out of bounds."""
import csv, json, os, sys

folder, kind = sys.argv[1:]
event = {
    "format": "matchday-event/1",
    "event": {"id": "d", "time_zone": "Europe/Brussels", "uid_domain": "example.org",
              "organizer": {"name": "Desk", "email": "desk@example.org"}},
    "sessions": [{"id": "am", "date": "2021-05-18", "start": "09:00", "end": "12:00",
                  "meeting_minutes": 20}],
    "rooms": 3,
    "participants": [{"id": k, "organisation": k.upper(), "contacts": [{"email": k + "@example.org"}]}
                     for k in ["a", "b", "c"]],
    "requests": [{"id": "r1", "from": "a", "to": "b"}, {"id": "r2", "from": "b", "to": "c"}]}
people, requests, session = event["participants"], event["requests"], event["sessions"][0]
raw = None


def table(name, rows):
    event[name] = name + ".csv"
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as file:
        file.writelines(row + "\n" for row in rows)


os.makedirs(folder, exist_ok=True)
what, _, value = kind.partition("=")
if what == "id":
    people[0]["id"] = requests[0]["from"] = value.replace("300", "x" * 300)
elif what == "id_of":
    event[value][0]["id"] = "../x"
elif what == "case":
    people.append({"id": "A"})
elif what == "table":
    event["participants"] = value
elif what == "calendar":
    people[0]["calendar"] = value
elif what == "year":
    session["date"] = value + "-05-18"
elif what == "rooms":
    event["rooms"] = int(value)
elif what == "minutes":
    session["meeting_minutes"] = json.loads(value)
elif what == "number":
    people[0]["max_meetings"] = json.loads(value)
elif what == "declined":
    for request in requests:
        request["status"] = value
elif what == "nobody":
    event["requests"] = []
elif what == "name":
    people[0]["organisation"] = json.loads('"' + value + '"')
elif what == "length":
    people[0]["organisation"] = "x" * int(value)
elif what == "depth":
    raw = json.dumps(event)[:-1] + ', "x": ' + "[" * int(value) + "]" * int(value) + "}"
elif what == "columns":
    table("participants", ["id" + ",c" * int(value), "a"])
elif what == "people":
    table("participants", ["id,organisation"] + [f"p{k},Gifu" for k in range(int(value))])
    event["requests"] = []
elif what == "requests":
    n = 2000
    table("participants", ["id,organisation"] + [f"p{k},Org {k}" for k in range(n)])
    table("requests", ["id,from,to"] + [f"r{k},p{k % n},p{(k % n + 1 + k // n) % n}"
                                        for k in range(int(value))])
elif what == "same":
    table("requests", ["id,from,to"] + [f"r{k},a,b" for k in range(int(value))])
elif what == "size":
    with open(os.path.join(folder, "rooms.csv"), "wb") as file:
        file.truncate(int(value))
    event["rooms"] = "rooms.csv"
with open(os.path.join(folder, "event.json"), "w", encoding="utf-8") as file:
    file.write(raw or json.dumps(event, ensure_ascii=False))
END

# refused KIND PATTERN: check names it, and so does solve, which writes nothing
refused() {
    rm -rf event out
    python3 make.py event "$1" || wrong "$1 cannot be made"
    run 1 check event
    says stderr "$2"
    run 1 solve event -o out --quiet
    says stderr "$2"
    holds [ ! -e out ]
}

# accepted KIND [PATTERN]: it is scheduled, perhaps with a warning, and the schedule is sound
accepted() {
    rm -rf event out
    python3 make.py event "$1" || wrong "$1 cannot be made"
    run 0 solve event -o out --quiet
    [ $# -lt 2 ] || says stderr "$2"
    run 0 verify event out
}

for id in ../x /etc/x con CON.txt nul aux com1 .. . 'a/b' 'a\b' -x 300; do
    refused "id=$id" '^event/event\.json:1: participants\[0\]\.id: .* is no id; expected 1 to 64 letters'
done
for list in sessions requests; do
    refused "id_of=$list" "^event/event\\.json:1: $list\\[0\\]\\.id: '\\.\\./x' is no id"
done
refused case "participants\[3\]\.id: 'A' differs only in case from 'a'"
for name in ../people.csv /etc/passwd a/b.csv .. 'c:\people.csv'; do
    refused "table=$name" 'event\.json:1: participants: .* is no plain file name'
    refused "calendar=$name" 'event\.json:1: participants\[0\]\.calendar: '
done

refused year=1900 'date: .1900-05-18. is before 1971; expected the day of the meetings'
refused year=10000 'date: .10000-05-18. is no date'
accepted year=9999
refused rooms=-1 'rooms: found -1; expected a whole number from 0 to 10000'
refused rooms=10001 'rooms: found 10001; expected a whole number from 0 to 10000'
accepted rooms=0 'rooms: has no room, so nothing can be scheduled'
for number in 0 -20 1441 20.5 1e300 '"NaN"' 99999999999999999999; do
    refused "minutes=$number" 'meeting_minutes: found .*; expected a whole number from 1 to 1440'
done
for number in -1 1000001 1.5 1e19 '"x"'; do
    refused "number=$number" 'max_meetings: found .*; expected a whole number from 0 to 1000000'
done
accepted declined=declined
accepted declined=withdrawn
accepted declined=pending
accepted nobody "requests: is empty, so nobody meets"

for name in '\u001b[31m' '\u0007' '\u202eabc' '\u2066abc' '\u009b31m' 'a\u007f'; do
    refused "name=$name" 'organisation: .* has control characters; expected text without them'
done
refused 'name=a\u0000b' "'.u0000' is refused: no text here may hold a NUL"
for name in '\u200b' '\ufeff' '\u200f' '\u061c' '\u00ad' '\u3164'; do
    accepted "name=Gi${name}fu" 'organisation: .* has the character U\+[0-9A-F]*, which cannot be seen'
done
accepted length=100000
refused length=100001 'organisation: has 100001 bytes; expected at most 100000'
refused depth=65 'nested more than 64 deep'
refused depth=300000 'nested more than 64 deep'
refused columns=100000 'participants\.csv:1: has 100001 columns; expected at most 16384'
refused people=100001 'participants: has 100001 rows; expected at most 100000'
refused same=20000 "requests\.csv:3: request 'r1' states the same wish as 'r0'"
says stderr '[0-9]+ more errors are not shown'
refused requests=1000001 'requests: has 1000001 rows; expected at most 1000000'
refused size=300000000 'rooms\.csv: is larger than'
refused size=2000000 'rooms\.csv:1: '

# So many are read and counted, in bounded memory; which is more where every byte of it
# is watched.
if ! readelf -sW "$program" 2>/dev/null | grep -q __asan_init; then
    rm -rf event
    python3 make.py event requests=1000000
    (
        ulimit -v 16000000
        exec "$program" check event >counted 2>complaints
    ) || wrong '10^6 requests cannot be checked'
    says counted '^  1000000 requests, 1000000 of them count; they make 1000000 meetings$'
fi

end_tests
