"""Looks whether everybody who loses a meeting is told so:

    told_off.py BEFORE OUT AFTER

BEFORE is a published schedule, OUT the folder of the rerun that followed, AFTER its
schedule once it was published. Whoever had a meeting by BEFORE and has not by AFTER
must stand in OUT/changes.csv and have a CANCEL file of it, or, as an interpreter, the
entry cancelled in a calendar and a mail. A meeting that nobody has any more stands in
`cancelled`. Prints what is missing, a line each, then "N told off". Exit status 1 if
anything is missing.
"""

import csv
import json
import os
import sys

import calendar_entries

n_wrong = n_told_off = 0


def wrong(*words):
    global n_wrong
    n_wrong += 1
    print(*words)


def meetings_of(path):
    schedule = calendar_entries.read_schedule(path)
    return {meeting["uid"]: (meeting, state)
            for meeting, state in calendar_entries.all_meetings(schedule)}


def have_it(meeting):
    """Who has the meeting in their calendar: (kind, id, address)."""
    people = meeting.get("told", {}).get("people", [])
    return {("interpreter", one["interpreter"], None) if "interpreter" in one
            else ("participant", one["participant"], one["contact"])
            for one in people if not one.get("off")}


def read_text(*path):
    path = os.path.join(*path)
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8", newline="") as file:
        return calendar_entries.unfold(file.read())


def check_contact(out, meeting, who, address):
    texts = [read_text(out, "invites", who, meeting["id"] + end + ".ics")
             for end in ("", "-cancel")]
    if not any("METHOD:CANCEL\r\n" in text and f"mailto:{address}\r\n" in text
               and f"UID:{meeting['uid']}\r\n" in text for text in texts):
        wrong(meeting["id"], "has no CANCEL file for", who, address)


def check_interpreter(out, meeting, who):
    for folder in ("agendas", "agendas/changes"):
        text = read_text(out, folder, "interpreters", who + ".ics")
        if not any(one[0] == meeting["uid"] and one[3] == "CANCELLED"
                   for one in calendar_entries.read_entries(text)):
            wrong(meeting["id"], "is not cancelled in", folder, "of", who)
    if not os.path.exists(os.path.join(out, "mail/interpreters", who + ".eml")):
        wrong(meeting["id"], "is in no mail to", who)


def check_person(out, rows, meeting, kind, who, address):
    global n_told_off
    n_told_off += 1
    found = [row for row in rows if row["meeting"] == meeting["id"]
             and row["change"] == "cancelled" and row["participant"] == who
             and (not address or address in (row["email"], row["name"]))]
    if len(found) != 1 or not found[0]["email"] + found[0]["name"]:
        wrong(meeting["id"], "stands", len(found), "times in changes.csv for", who)
    if kind == "interpreter":
        check_interpreter(out, meeting, who)
    else:
        check_contact(out, meeting, who, address)


def check(before, out, after):
    with open(os.path.join(out, "changes.csv"), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    now = meetings_of(after)
    for uid, (meeting, state) in meetings_of(before).items():
        if uid not in now:
            wrong(meeting["id"], "is neither held nor cancelled")
            continue
        new, new_state = now[uid]
        if state == "confirmed" and new_state == "cancelled" and not new.get("reason"):
            wrong(meeting["id"], "is cancelled without a reason")
        for person in sorted(have_it(meeting) - have_it(new), key=str):
            check_person(out, rows, meeting, *person)


check(*sys.argv[1:])
print(n_told_off, "told off")
sys.exit(1 if n_wrong else 0)
