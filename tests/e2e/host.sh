# What a host needs on the day: who changes rooms, and Zoom's tables.
. "$(dirname "$0")/lib.sh"

# Two breakout rooms behind one link.
mkdir event
sed -e 's/meet.example.org\/2/meet.example.org\/1/' "$tiny/event.json" >event/event.json
run 0 solve event -o out
holds [ "$(head -c 4 out/zoom/am-01.csv)" = 'Pre-' ]
holds [ "$(head -n 1 out/zoom/am-02.csv | tr -d '\r')" = 'Pre-assign Room Name,Email Address' ]

# Made again from the schedule alone.
python3 - event <<'END' || wrong "the host's files are not as the schedule has it"
import csv
import glob
import json
import os
import sys

event = json.load(open(os.path.join(sys.argv[1], "event.json"), encoding="utf-8"))
schedule = json.load(open("out/schedule.json", encoding="utf-8"))
people = {}
for who in event["participants"]:
    for k, contact in enumerate(who.get("contacts", []), 1):
        people[who["id"], k] = contact
for who in event["interpreters"]:
    people[who["id"], 0] = who
slots = [s["id"] for s in schedule["slots"]]
room = {s: {} for s in slots}
for m in schedule["meetings"]:
    for who in m["participants"]:
        given = (m.get("attendees") or {}).get(who)
        for key in people:
            if key[0] == who and (given is None or key[1] in given):
                room[m["slot"]][key] = m["room"]
    if m["interpreter"]:
        room[m["slot"]][m["interpreter"], 0] = m["room"]
expected = set()
for before, now in zip([None, *slots], slots):
    for key, contact in people.items():
        a, b = room[before].get(key, "") if before else "", room[now].get(key, "")
        if a != b:
            action = "enter" if not a else "leave" if not b else "move"
            expected.add((now, action, contact["name"], a, b))
rows = list(csv.DictReader(open("out/host_moves.csv", encoding="utf-8-sig", newline="")))
got = [(r["slot"], r["action"], r["person"], r["from"], r["to"]) for r in rows]
assert len(got) == len(set(got)) and set(got) == expected, (got, expected)
assert {g[1] for g in got} == {"enter", "move", "leave"}, got
assert rows[0]["start Europe/Brussels"] == "2026-05-19 09:00", rows[0]

files = sorted(glob.glob("out/zoom/*.csv"))
assert [os.path.basename(f)[:-4] for f in files] == [s for s in slots if room[s]], files
for path in files:
    data = open(path, "rb").read()
    data.decode("ascii")
    lines = data.decode().split("\r\n")
    assert lines.pop() == "" and "\n" not in "".join(lines)
    slot = os.path.basename(path)[:-4]
    wanted = sorted(f"{r},{people[k]['email']}" for k, r in room[slot].items()
                    if people[k].get("email"))
    assert sorted(lines[1:]) == wanted, (lines, wanted)
END
n_checks=$((n_checks + 1))

# The page for the day: it needs nothing else, and has each of the moves.
holds python3 "$source_root/tests/support/page.py" out/runsheet.html
python3 - <<'END' || wrong "runsheet.html is not as the schedule has it"
import csv
import html.parser
import json


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.slot, self.inside, self.moves, self.text = None, False, [], ""

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "section" and attrs.get("class") == "slot":
            self.slot = attrs["id"][len("slot="):]
        if tag == "div" and attrs.get("class") in ("where", "moves", "chat"):
            self.inside = attrs["class"] == "moves"
        if tag == "li" and self.inside:
            self.text = ""

    def handle_data(self, data):
        self.text += data

    def handle_endtag(self, tag):
        if tag == "li" and self.inside:
            self.moves.append((self.slot, self.text.strip()))


page = Page()
page.feed(open("out/runsheet.html", encoding="utf-8").read())
rows = list(csv.DictReader(open("out/host_moves.csv", encoding="utf-8-sig", newline="")))
rooms = {"R1": "Room 1", "R2": "Room 2", "": "main room"}
expected = [(r["slot"], r["person"], f"{rooms[r['from']]} → {rooms[r['to']]}") for r in rows]
assert len(page.moves) == len(expected), (page.moves, expected)
for (slot, text), (at, person, way) in zip(page.moves, expected):
    assert slot == at and text.startswith(person) and text.endswith(way), (text, person, way)
text = open("out/runsheet.html", encoding="utf-8").read()
assert "Room 1: Košice Region - City of Sendai" in text and "次の面談です" in text
for who in json.load(open("event/event.json", encoding="utf-8"))["participants"]:
    for contact in who["contacts"]:
        assert contact["email"] not in text, contact
END
n_checks=$((n_checks + 1))

# In their agendas people read what to call themselves.
says out/agendas/gifu.csv 'ビデオ会議での表示名：R1 Gifu Prefecture, Misaki Tanaka'
says out/agendas/grand-est.csv 'Nom à afficher en visioconférence : R2 Grand Est, '

# Every room has a link of its own: people find it by themselves.
run 0 solve "$tiny" -o linked
holds [ ! -e linked/zoom ]
holds [ "$(cat linked/agendas/*.csv | grep -c '表示名')" -eq 0 ]
same linked/host_moves.csv out/host_moves.csv

# many ROOMS: as many meetings at once, in rooms without links
many() {
    python3 - "$1" >"many-$1.json" <<'END'
import json, sys
n = int(sys.argv[1])
print(json.dumps({
    "format": "matchday-event/1",
    "event": {"id": "many", "time_zone": "UTC", "uid_domain": "example.org",
              "organizer": {"name": "O", "email": "o@example.org"}},
    "sessions": [{"id": "am", "date": "2026-05-19", "start": "09:00", "end": "09:20",
                  "meeting_minutes": 20}],
    "rooms": n,
    "participants": [{"id": f"p{k}", "contacts": [{"name": f"P {k}", "email": f"+p{k}@example.org"}]}
                     for k in range(2 * n)],
    "requests": [{"id": f"r{k}", "from": f"p{2 * k}", "to": f"p{2 * k + 1}"} for k in range(n)]}))
END
}
many 50
run 0 solve many-50.json -o fifty --quiet
silent stderr
says fifty/zoom/am-01.csv '^R01,[+]p0@example.org' # not guarded: Zoom would not know it
many 51
run 0 solve many-51.json -o more --quiet
says stderr "many-51.json: warning: rooms: slot 'am-01' has 51 rooms and 102 people.*some accounts"
holds [ -s more/zoom/am-01.csv ]
many 101
run 0 solve many-101.json -o most --quiet
says stderr "slot 'am-01' has 101 rooms and 202 people with addresses, and no zoom/am-01.csv is written"
holds [ ! -e most/zoom ]

end_tests
