#!/usr/bin/env python3
"""Changes an event again and again, runs it again after each change, and tells what that cost.

usage: changes.py MATCHDAY [--family day | --event FOLDER] [--seeds 1,2,3] [--changes 10]
                  [--on-the-day 0] [--judge COMMAND] [--keep FOLDER] [SOLVE OPTION]...

The first schedule is published; after each change `solve --previous` follows the one
before, and every third of them is published. The last of the changes, as many as
--on-the-day says, come while the day runs, a slot or two apart (--freeze-before). Each
schedule is verified. COMMAND is another judge, called with the event, the schedule,
--previous and the schedule before, and --freeze-before. The table tells what became of
the meetings of before, what that cost and what it has to cost at least. A change after
which there is no schedule is told with the reason, and another one takes its place.
"""
import argparse
import copy
import json
import os
import random
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta

from made_event import FAMILIES, make_event
from measure import measured

LISTS = ("participants", "requests", "rooms", "interpreters", "availability", "locks")


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def write_json(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False)


def key_of(meeting):
    return tuple(sorted(meeting["participants"])), meeting.get("topic", "")


class Day:
    """An event between two runs, and the schedule of the last one."""

    def __init__(self, event, dice):
        self.event, self.dice, self.schedule, self.number = event, dice, None, 0
        if isinstance(event.get("rooms"), int):
            event["rooms"] = [{"id": f"R{k + 1:02d}"} for k in range(event["rooms"])]
        for name in LISTS:
            event.setdefault(name, [])

    def meeting(self):
        return self.dice.choice(self.schedule["meetings"])

    def participant(self):
        """Somebody who has a meeting."""
        who = self.dice.choice(self.meeting()["participants"])
        return next(p for p in self.event["participants"] if p["id"] == who)

    def request_of(self, meeting):
        return next(q for q in self.event["requests"] if q["id"] == meeting["requests"][0])

    def fresh(self, letter):
        self.number += 1
        return f"{letter}-late-{self.number}"

    def wish(self, asker, partner):
        return {"id": self.fresh("w"), "from": asker["id"], "to": partner["id"],
                "priority": self.dice.randint(2, 5), "status": "accepted"}

    def day_of(self, session):
        """Whether something begins on that day, by its date as it is written."""
        return lambda row: str(row.get("start", "")).startswith(session["date"])

    def is_wished(self, a, b):
        return any({q["from"], q["to"]} == {a["id"], b["id"]} for q in self.event["requests"])

    # Changes: each returns what it did.

    def cancel(self):
        who = self.participant()
        who["status"] = "cancelled"
        return f"{who['id']} cancels"

    def come_back(self):
        gone = [p for p in self.event["participants"] if p.get("status") == "cancelled"]
        if not gone:
            return None
        who = self.dice.choice(gone)
        del who["status"]
        return f"{who['id']} comes after all"

    def be_away(self):
        meeting = self.meeting()
        who = self.dice.choice(meeting["participants"])
        self.event["availability"].append(
            {"participant": who, "start": meeting["start"], "end": meeting["end"],
             "kind": "unavailable"})
        return f"{who} is away at {meeting['start'][11:16]}"

    def leave_early(self):
        meeting = self.meeting()
        who = self.dice.choice(meeting["participants"])
        end = max(s["end"] for s in self.schedule["slots"] if s["start"][:10] == meeting["start"][:10])
        self.event["availability"].append(
            {"participant": who, "start": meeting["start"], "end": end, "kind": "unavailable"})
        return f"{who} leaves at {meeting['start'][11:16]}"

    def lose_room(self):
        if len(self.event["rooms"]) < 2:
            return None
        room = self.dice.choice(self.event["rooms"])
        self.event["rooms"].remove(room)
        for lock in [x for x in self.event["locks"] if x.get("room") == room["id"]]:
            self.event["locks"].remove(lock)
        return f"room {room['id']} is lost"

    def lose_interpreter(self):
        busy = sorted({m["interpreter"] for m in self.schedule["meetings"] if m["interpreter"]})
        if not busy:
            return None
        gone = self.dice.choice(busy)
        self.event["interpreters"] = [i for i in self.event["interpreters"] if i["id"] != gone]
        return f"interpreter {gone} is ill"

    def withdraw(self):
        request = self.request_of(self.meeting())
        request["status"] = "withdrawn"
        self.forget_locks(request)
        return f"{request['id']} is withdrawn"

    def decline(self):
        request = self.request_of(self.meeting())
        request["status"] = "declined"
        self.forget_locks(request)
        return f"{request['id']} is declined"

    def forget_locks(self, request):
        self.event["locks"] = [x for x in self.event["locks"] if x.get("request") != request["id"]]

    def ask(self):
        for _ in range(100):
            a, b = self.participant(), self.participant()
            if a.get("side") != b.get("side") and not self.is_wished(a, b):
                self.event["requests"].append(self.wish(a, b))
                return f"{a['id']} asks for {b['id']}"
        return None

    def arrive(self):
        """A late arrival, like somebody there, with wishes of its own."""
        like = self.participant()
        body = {k: copy.deepcopy(v) for k, v in like.items() if k != "contacts"}
        body["id"] = self.fresh("p")
        body["contacts"] = [{"name": body["id"], "email": f"{body['id']}@example.org"}]
        others = [p for p in self.event["participants"] if p.get("side") != body.get("side")]
        self.event["participants"].append(body)
        for other in self.dice.sample(others, min(4, len(others))):
            self.event["requests"].append(self.wish(body, other))
        return f"{body['id']} registers with wishes"

    def lock_elsewhere(self):
        """The organiser wants a meeting in another slot."""
        meeting = self.meeting()
        others = [s["id"] for s in self.schedule["slots"] if s["id"] != meeting["slot"]]
        if not others:
            return None
        lock = {"request": meeting["requests"][0], "slot": self.dice.choice(others), "kind": "lock"}
        self.event["locks"] = [x for x in self.event["locks"]
                               if x.get("request") not in meeting["requests"]] + [lock]
        return f"{meeting['id']} is locked to {lock['slot']}"

    def forbid(self):
        meeting = self.meeting()
        self.event["locks"].append(
            {"request": meeting["requests"][0], "slot": meeting["slot"], "kind": "forbid"})
        return f"{meeting['id']} may not stay in {meeting['slot']}"

    def shorten(self):
        session = self.dice.choice(self.event["sessions"])
        end = datetime.strptime(session["end"], "%H:%M")
        step = session["meeting_minutes"] + session.get("changeover_minutes", 0)
        session["end"] = f"{end - timedelta(minutes=step):%H:%M}"
        return f"session {session['id']} ends a slot earlier"

    def pause(self):
        """A coffee break of 15 minutes where a slot begins: later slots shift."""
        session = self.dice.choice(self.event["sessions"])
        slots = [s for s in self.schedule["slots"] if s["session"] == session["id"]]
        if session.get("breaks") or len(slots) < 4:
            return None
        start = datetime.strptime(session["start"], "%H:%M")
        first = datetime.strptime(slots[0]["start"], "%Y-%m-%dT%H:%M:%SZ")
        at = datetime.strptime(slots[-3]["start"], "%Y-%m-%dT%H:%M:%SZ")
        start += at - first
        session["breaks"] = [{"start": f"{start:%H:%M}", "end": f"{start + timedelta(minutes=15):%H:%M}",
                              "title": "Coffee"}]
        return f"a break in session {session['id']}"

    def another_day(self):
        """A session goes to the day behind the last one, and the hours of its day with it."""
        session = self.dice.choice(self.event["sessions"])
        old = session["date"]
        last = max(s["date"] for s in self.event["sessions"])
        new = f"{datetime.strptime(last, '%Y-%m-%d') + timedelta(days=1):%Y-%m-%d}"
        if sum(s["date"] == old for s in self.event["sessions"]) > 1:
            return None
        for row in filter(self.day_of(session), self.event["availability"]):
            row["start"] = row["start"].replace(old, new)
            row["end"] = row["end"].replace(old, new)
        session["date"] = new
        return f"session {session['id']} moves to {new}"

    def another_start(self):
        session = self.dice.choice(self.event["sessions"])
        if session.get("breaks"):
            return None
        minutes = self.dice.choice([-25, 10, 25, 30])
        for field in ("start", "end"):
            at = datetime.strptime(session[field], "%H:%M") + timedelta(minutes=minutes)
            session[field] = f"{at:%H:%M}"
        return f"session {session['id']} begins {minutes:+} minutes"

    def another_zone(self):
        who = self.participant()
        zones = ["Europe/London", "Europe/Helsinki", "Asia/Seoul", "Asia/Singapore"]
        who["time_zone"] = self.dice.choice(zones)
        return f"{who['id']} will be in {who['time_zone']}"

    def tire(self):
        """Somebody may have one meeting less, or fewer in a row."""
        who = self.participant()
        held = sum(who["id"] in m["participants"] for m in self.schedule["meetings"])
        if self.dice.random() < 0.5:
            who["max_consecutive"] = self.dice.randint(1, 2)
            return f"{who['id']} has at most {who['max_consecutive']} in a row"
        who["max_meetings"] = max(1, held - 1)
        return f"{who['id']} has at most {who['max_meetings']} meetings"

    def think_again(self):
        """Priorities change, which moves nobody."""
        some = self.dice.sample(self.event["requests"], min(20, len(self.event["requests"])))
        for request in some:
            request["priority"] = self.dice.randint(1, 5)
        return f"{len(some)} requests have other priorities"

    def rename(self):
        who, room = self.participant(), self.dice.choice(self.event["rooms"])
        who["organisation"] = f"{who.get('organisation', who['id'])} (new)"
        room["name"] = f"Hall {room['id']}"
        return f"{who['id']} and {room['id']} have other names"

    def several(self):
        some = [change(self, CHANGES) for _ in range(self.dice.randint(2, 4))]
        return " + ".join(some)

    def grow(self):
        who = self.participant()
        who["people"] = who.get("people", len(who.get("contacts", [])) or 1) + 3
        return f"{who['id']} brings 3 people more"

    def change_hours(self):
        rules = self.event.setdefault("rules", {})
        earliest = self.dice.choice(["06:00", "07:00", "08:00"])
        rules["social_hours"] = [{"from": "09:00", "to": "18:00", "cost": 0},
                                 {"from": earliest, "to": "21:00", "cost": 2}]
        return f"social hours from {earliest}"


CHANGES = (Day.cancel, Day.come_back, Day.be_away, Day.leave_early, Day.lose_room,
           Day.lose_interpreter, Day.withdraw, Day.decline, Day.ask, Day.arrive,
           Day.lock_elsewhere, Day.forbid, Day.shorten, Day.pause, Day.grow,
           Day.change_hours, Day.another_zone, Day.tire, Day.think_again, Day.rename)
BEFORE_THE_DAY = CHANGES + (Day.another_day, Day.another_start, Day.several)


def change(day, changes):
    while True:
        what = day.dice.choice(changes)(day)
        if what:
            return what


def outcome(before, after):
    """kept, of another room or interpreter, moved, dropped"""
    now = {key_of(m): m for m in after["meetings"]}
    count = [0, 0, 0, 0]
    for old in before["meetings"]:
        new = now.get(key_of(old))
        if not new:
            count[3] += 1
        elif (new["start"], new["end"]) != (old["start"], old["end"]):
            count[2] += 1
        else:
            count[(new["room"], new["interpreter"]) != (old["room"], old["interpreter"])] += 1
    return count


class Rerun:
    """Events and schedules of a sequence, each in a folder of its own."""

    def __init__(self, given, day, folder):
        self.given, self.day, self.folder, self.step = given, day, folder, 0
        self.out = self.freeze = None

    def later(self):
        """The day runs: a slot or two have begun since."""
        starts = sorted({s["start"] for s in self.day.schedule["slots"]})
        behind = [s for s in starts if not self.freeze or s > self.freeze]
        if len(behind) > 2:
            self.freeze = behind[self.day.dice.randint(1, 2)]

    def path(self, name):
        return os.path.join(self.folder, f"{self.step:02d}", name)

    def solve(self):
        """Seconds, or None with the event as it was where it has no schedule."""
        os.makedirs(os.path.join(self.folder, f"{self.step:02d}"), exist_ok=True)
        write_json(self.path("event.json"), self.day.event)
        command = [self.given.matchday, "solve", self.path(""), "-o", self.path("out"),
                   "--quiet", *self.given.option]
        command += ["--previous", self.out] if self.out else []
        command += ["--freeze-before", self.freeze] if self.freeze else []
        run = measured(command, 600)
        if run["status"] != 0:
            return None, run
        self.before, self.out = self.out, self.path("out/schedule.json")
        self.day.schedule = read_json(self.out)
        return run["seconds"], run

    def judge(self):
        """What the judges say, "" if nothing."""
        judges = [[self.given.matchday, "verify"]]
        judges += [shlex.split(self.given.judge)] if self.given.judge else []
        said = ""
        for judge in judges:
            command = [*judge, self.path(""), self.out]
            command += ["--previous", self.before] if self.before else []
            command += ["--freeze-before", self.freeze] if self.freeze else []
            run = subprocess.run(command, capture_output=True, text=True)
            said += "" if run.returncode == 0 else run.stdout + run.stderr
        return said

    def publish(self):
        subprocess.run([self.given.matchday, "publish", self.path(""), self.out],
                       check=True, capture_output=True)


def errors_of(text):
    """What stands against a schedule, without notes and warnings."""
    return [line for line in text.splitlines()
            if line and ": note: " not in line and ": warning: " not in line] or ["nothing was said"]


def run_sequence(given, seed, folder):
    dice = random.Random(seed)
    event = (read_json(os.path.join(given.event, "event.json")) if given.event
             else make_event(*FAMILIES[given.family], seed))
    rerun = Rerun(given, Day(event, dice), folder)
    seconds, run = rerun.solve()
    if seconds is None:
        sys.exit(run["text"])
    print(f"  first schedule: {len(rerun.day.schedule['meetings'])} meetings, {seconds:.2f} s")
    print(f"  {'change':44} {'kept':>5} {'place':>5} {'moved':>5} {'gone':>5} "
          f"{'cost':>5} {'least':>5} {'seconds':>7} {'of processor':>12}")
    rerun.publish()
    figures, n_refused = [], 0
    while rerun.step < given.changes:
        kept_event = copy.deepcopy(rerun.day.event)
        before = rerun.day.schedule
        is_today = given.changes - rerun.step <= given.on_the_day
        what = change(rerun.day, CHANGES if is_today else BEFORE_THE_DAY)
        rerun.step += 1
        kept_freeze = rerun.freeze
        if is_today:
            rerun.later()
        seconds, run = rerun.solve()
        if seconds is None:
            n_refused += 1
            print(f"  {what}: {'refused' if run['status'] == 1 else 'FAILED'}\n    "
                  + "\n    ".join(errors_of(run["text"])[:4]), flush=True)
            if run["status"] != 1:
                figures.append({"seconds": 600, "processor_s": 600, "proven": False, "sound": False})
            rerun.day.event, rerun.freeze = kept_event, kept_freeze
            rerun.step -= 1
            if n_refused > 10 * given.changes:
                break
            continue
        what += f" ({rerun.freeze[11:16]})" if is_today and rerun.freeze else ""
        level = next(x for x in rerun.day.schedule["objective"] if x["name"] == "stability")
        said = rerun.judge()
        count = outcome(before, rerun.day.schedule)
        print(f"  {what:44} {count[0]:5} {count[1]:5} {count[2]:5} {count[3]:5} "
              f"{level['value']:5} {level['bound']:5} {seconds:7.2f} {run['processor_s']:12.2f}"
              + (" NOT PROVEN" if level["status"] != "optimal" else "")
              + (" BROKEN\n" + said if said else ""), flush=True)
        figures.append({"seconds": seconds, "processor_s": run["processor_s"],
                        "proven": level["status"] == "optimal",
                        "sound": not said})
        if rerun.step % 3 == 0:
            rerun.publish()
    return figures, n_refused


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("matchday")
    parser.add_argument("--family", choices=FAMILIES, default="day")
    parser.add_argument("--event")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--changes", type=int, default=10)
    parser.add_argument("--on-the-day", type=int, default=0)
    parser.add_argument("--judge")
    parser.add_argument("--keep", help="folder for the events and schedules")
    given, given.option = parser.parse_known_args()
    figures, n_refused = [], 0
    for seed in given.seeds.split(","):
        print(f"{given.event or given.family}, seed {seed}")
        folder = (os.path.join(given.keep, seed) if given.keep
                  else tempfile.mkdtemp(prefix="changes-"))
        try:
            more, n = run_sequence(given, int(seed), folder)
            figures, n_refused = figures + more, n_refused + n
        finally:
            if not given.keep:
                shutil.rmtree(folder)
    seconds = [f["seconds"] for f in figures]
    processor_s = [f["processor_s"] for f in figures]
    print(f"{len(figures)} reruns: median {statistics.median(seconds):.2f} s "
          f"({statistics.median(processor_s):.2f} s of processor time), longest "
          f"{max(seconds):.2f} s; stability proven {sum(f['proven'] for f in figures)}; "
          f"sound {sum(f['sound'] for f in figures)}; {n_refused} changes without a schedule")


if __name__ == "__main__":
    main()
