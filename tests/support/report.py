"""report.py EVENT OUT: judges OUT/report.html by the event, as 'check --normalised'
writes it, and by the schedule and the tables in OUT: its figures are counted again
here. Prints what is wrong; exit status 1 then."""
import collections
import csv
import datetime
import json
import os
import re
import sys
import zoneinfo
from html.parser import HTMLParser


class Tables(HTMLParser):
    """table[class] is a list of tables, each a list of rows of texts."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.rows, self.cell = collections.defaultdict(list), None, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get("class") or "").split()
        if tag == "div" and classes[:1] == ["table"]:
            self.rows = []
            self.tables[classes[1]].append(self.rows)
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell = [tag, ""]

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            if tag == "td":
                self.rows[-1].append(" ".join(self.cell[1].split()))
            self.cell = None

    def handle_data(self, data):
        if self.cell:
            self.cell[1] += data

    def of(self, name, n=0):
        return [row for row in self.tables[name][n] if row]


def table(out, name):
    with open(os.path.join(out, name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def judge_proof(found, schedule):
    for level, row in zip(schedule["objective"], found.of("proof"), strict=True):
        if row[:1] + row[2:3] != [level["name"], str(level["value"])]:
            yield f"proof: {row}"
        if (row[3] == "Nothing better exists") != (level["status"] == "optimal"):
            yield f"proof: {row}"
        if level["status"] != "optimal" and level["bound"] is not None and str(level["bound"]) not in row[3]:
            yield f"proof: {row}"


def judge_fairness(found, event, schedule, people):
    sides = sorted({who.get("side") or "" for who in event["participants"]})
    side = {who["id"]: who.get("side") or "" for who in event["participants"]}
    zone = {who["id"]: zoneinfo.ZoneInfo(who["time_zone"]) for who in event["participants"]}
    hours, held = collections.Counter(), collections.Counter()
    for meeting in schedule["meetings"]:
        for who in meeting["participants"]:
            hours[f"{instant(meeting['start']).astimezone(zone[who]).hour:02d}:00", side[who]] += 1
            held[side[who]] += 1
    cost = collections.Counter()
    for row in people:
        cost[row["side"]] += int(row["comfort cost"])
    counted, social = found.of("sides", 0), found.of("sides", 1)
    if [[row[0], row[5]] for row in counted] != [[name or "–", str(held[name])] for name in sides]:
        yield f"held by side: {counted}, not {held}"
    if [row[4] for row in social] != [str(cost[name]) for name in sides]:
        yield f"cost by side: {social}, not {cost}"
    wanted = [[hour, *(str(hours[hour, name]) for name in sides)] for hour in sorted({hour for hour, _ in hours})]
    if found.of("by-side") != wanted:
        yield f"by hour: {found.of('by-side')}, not {wanted}"
    if sum(int(row[k + 1]) * int(row[0]) for row in found.of("by-side", 1) for k in range(len(sides))) != sum(held.values()):
        yield f"by number: {found.of('by-side', 1)}"


def judge_load(found, event, schedule):
    used = collections.Counter()
    for meeting in schedule["meetings"]:
        used.update([("slot", meeting["slot"]), ("room", meeting["room"]), ("interpreter", meeting["interpreter"])])
    slots = [str(used["slot", slot["id"]]) for slot in schedule["slots"]]
    if [row[1].split(" ")[0] for row in found.of("slots")] != slots:
        yield f"slots: {found.of('slots')}, not {slots}"
    for name, row in zip(sorted(room["id"] for room in event["rooms"]), found.of("rooms"), strict=True):
        if row[0].split(" ")[0] != name or row[2].split(" ")[0] != str(used["room", name]):
            yield f"room {name}: {row}"
    for who in event.get("interpreters") or []:
        row = next(row for row in found.of("interpreters") if row[0].split(" ")[0] == who["id"])
        if row[2].split(" ")[0] != str(used["interpreter", who["id"]]):
            yield f"interpreter: {row}"


def judge_lists(found, schedule, out, people):
    rows = [row for entry in found.tables["meetings"] for row in entry if row]
    ids = [row[0].split(" ")[0] for row in rows]
    if sorted(ids) != sorted(meeting["id"] for meeting in schedule["meetings"]):
        yield f"meetings: {ids}"
    unserved = {(row["requests"], row["reason"], row["explanation"]) for row in table(out, "unscheduled.csv")}
    shown = found.of("unserved") if unserved else []
    for requests, reason, explanation in unserved:
        names = requests.split("; ")
        matching = [row for row in shown if row[3] == " ".join(explanation.split()) and row[2].endswith(reason) and
                    all(re.search(rf"(^|\W){re.escape(name)}(\W|$)", row[0]) for name in names)]
        if len(matching) < 1:
            yield f"not served: {requests} {reason}"
    if len(shown) != len(unserved):
        yield f"{len(shown)} not served, not {len(unserved)}"
    for row, wanted in zip(found.of("organisations"), people, strict=True):
        figures = [wanted[key] for key in ("asked", "possible", "scheduled", "shortfall", "comfort cost", "gaps", "room changes")]
        if wanted["id"] not in row[0] or row[2:9] != figures:
            yield f"organisation: {row}, not {figures}"


def main():
    event_path, out = sys.argv[1:]
    with open(event_path, encoding="utf-8") as file:
        event = json.load(file)
    with open(os.path.join(out, "schedule.json"), encoding="utf-8") as file:
        schedule = json.load(file)
    with open(os.path.join(out, "report.html"), encoding="utf-8") as file:
        found = Tables(file.read())
    people = table(out, "participants.csv")
    wrong = [*judge_proof(found, schedule), *judge_fairness(found, event, schedule, people),
             *judge_load(found, event, schedule), *judge_lists(found, schedule, out, people)]
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
