#!/usr/bin/env python3
"""Solves published instances of the B2B meeting scheduling problem.

usage: published.py MATCHDAY FOLDER [--limit S] [--only PART-OF-NAME]

FOLDER holds .dzn files (Bofill et al., JAIR 74, 2022; not part of this project) and
perhaps a table known.csv with the columns `instance` and `optimum_d2` (empty or "inf."
where there is no schedule). For each: whether all meetings are served with as few gaps
as is published, whether that is proven, or that it is proven that they cannot be.
"""
import argparse
import csv
import glob
import json
import os
import re
import tempfile

import measure

SLOT_MINUTES = 20


def read_dzn(path):
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"%.*", "", file.read())
    entries = {}
    for name, body in re.findall(r"(\w+)\s*=\s*([^;]*);", text):
        if body.startswith("[") and "{" in body:
            entries[name] = [[int(n) for n in re.findall(r"\d+", group) if int(n) > 0]
                             for group in re.findall(r"\{([^}]*)\}", body)]
        elif body.startswith("["):
            entries[name] = [int(n) for n in re.findall(r"-?\d+", body)]
        else:
            entries[name] = int(body)
    return entries


def clock(slot):
    minutes = 8 * 60 + slot * SLOT_MINUTES
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def moment(slot):
    return "2026-06-01T" + clock(slot)


def requests_of(dzn):
    """Session 1 is the morning, 2 the afternoon, 3 both."""
    noon, times_met = moment(dzn["nMorningSlots"]), {}
    flat, before = dzn["requested"], dzn["precedences"]
    for m in range(dzn["nMeetings"]):
        a, b, session = flat[3 * m:3 * m + 3]
        nth = times_met[frozenset((a, b))] = times_met.get(frozenset((a, b)), 0) + 1
        yield {"id": f"m{m + 1}", "from": f"b{a}", "to": f"b{b}",
               "topic": "" if nth == 1 else f"again {nth}",
               "latest": noon if session == 1 else None,
               "earliest": noon if session == 2 else None,
               "after": [f"m{other}" for other in before[m]]}


def to_event(dzn, name):
    """Everything is worth the same, nobody has more than two gaps."""
    return {
        "format": "matchday-event/1",
        "event": {"id": name, "name": name, "uid_domain": "example.org",
                  "organizer": {"name": "Desk", "email": "desk@example.org"}},
        "sessions": [{"id": "d", "date": "2026-06-01", "start": clock(0),
                      "end": clock(dzn["nTotalSlots"]),
                      "meeting_minutes": SLOT_MINUTES, "changeover_minutes": 0}],
        "rooms": dzn["nTables"],
        "participants": [{"id": f"b{b + 1}"} for b in range(dzn["nBusiness"])],
        "availability": [{"participant": f"b{b + 1}", "kind": "unavailable",
                          "start": moment(slot - 1), "end": moment(slot)}
                         for b, slots in enumerate(dzn["forbidden"]) for slot in slots],
        "requests": list(requests_of(dzn)),
        "locks": [{"request": f"m{m + 1}", "slot": f"d-{slot:02d}", "kind": "lock"}
                  for m, slot in enumerate(dzn["fixed"]) if slot > 0],
        "rules": {"min_meetings": 0, "max_gaps": 2},
        "weights": {"priority": [1, 1, 1, 1, 1]},
    }


UNKNOWN = object()


def read_known(folder):
    path = os.path.join(folder, "known.csv")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8", newline="") as file:
        return {row["instance"]: int(row["optimum_d2"])
                if row["optimum_d2"].isdigit() else None
                for row in csv.DictReader(file)}


def verdict(run, n_meetings, known):
    """(told, is what is published) of one run; known: gaps, None where there is no
    schedule, or UNKNOWN."""
    if not run["in_time"]:
        return "not in time", False
    if not run["levels"]:
        return ("refuted", known is None) if run["status"] == 1 else \
            (f"exit {run['status']}", False)
    served, gaps = run["levels"]["served"], run["levels"]["compactness"]
    if served["bound"] is not None and served["bound"] < n_meetings:
        return "refuted", known is None
    if served["value"] < n_meetings:
        return f"serves {served['value']} of {n_meetings}", False
    bound = gaps["bound"] if gaps["bound"] is not None else 0
    told = f"{gaps['value']} gaps, " + (
        "proven" if gaps["status"] == "optimal" else f"at least {bound}")
    return told, gaps["value"] == known and gaps["status"] == "optimal"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    known, total, worst, right, n = read_known(given.folder), 0, 0, 0, 0
    print(measure.machine())
    with tempfile.TemporaryDirectory() as scratch:
        for path in sorted(glob.glob(os.path.join(given.folder, "*.dzn"))):
            name = os.path.basename(path)[:-len(".dzn")]
            if given.only not in name:
                continue
            dzn = read_dzn(path)
            event = os.path.join(scratch, name + ".json")
            with open(event, "w", encoding="utf-8") as file:
                json.dump(to_event(dzn, name), file)
            run = measure.matchday(given.program, event, os.path.join(scratch, name),
                                   given.limit, "--objective", "served,compactness")
            told, is_right = verdict(run, dzn["nMeetings"], known.get(name, UNKNOWN))
            total, worst = total + run["seconds"], max(worst, run["seconds"])
            n, right = n + 1, right + is_right
            print(f"{name:34} {told:28} {run['seconds']:7.2f} s  {run['processor_s']:7.2f} s of processor  "
                  f"{'as published' if is_right else 'NOT as published' if name in known else ''}",
                  flush=True)
    print(f"{right} of {n} as published, {total:.1f} s in all, worst {worst:.1f} s")


if __name__ == "__main__":
    main()
