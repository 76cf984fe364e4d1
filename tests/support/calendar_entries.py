"""What stands in calendars, as tuples of texts (UID, START, END, STATUS, SEQUENCE): what
a schedule wants there, and what .ics files have. For the tests with real clients, which
find out in ways of their own what they have.

    calendar_entries.py OUT

prints what OUT/schedule.json wants in each .ics file of OUT that has meetings, one line
"FILE UID START END STATUS SEQUENCE" for each, sorted.
"""

import json
import os
import re
import sys


def unfold(text):
    return re.sub(r"\r\n[ \t]", "", text)


def read_schedule(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def utc(text):
    """2026-05-19T07:00:00Z as calendars write it."""
    return text.replace("-", "").replace(":", "")


def entry(meeting, status):
    return (meeting["uid"], utc(meeting["start"]), utc(meeting["end"]), status,
            str(meeting["sequence"]))


def is_as_sent(meeting, state):
    sent = meeting["sent"]
    keys = ["start", "end"] + ["room", "interpreter"] * (state == "confirmed")
    return bool(sent) and sent["state"] == state and all(
        sent[key] == meeting[key] for key in keys)


def all_meetings(schedule):
    """Each meeting with its state, those that were called off behind the others."""
    return [(meeting, "confirmed") for meeting in schedule["meetings"]] + [
        (meeting, "cancelled") for meeting in schedule["cancelled"]]


def participants(schedule):
    return {name for meeting, _ in all_meetings(schedule)
            for name in meeting["participants"]}


def interpreters(schedule):
    return {name for meeting, _ in all_meetings(schedule)
            for name in (meeting.get("interpreter"),
                         (meeting["sent"] or {}).get("interpreter")) if name}


def told_interpreters(schedule):
    """Those of now, and all who were ever told of a meeting."""
    return interpreters(schedule) | {
        person["interpreter"] for meeting, _ in all_meetings(schedule)
        for person in meeting.get("told", {}).get("people", []) if "interpreter" in person}


def entries_of(schedule, participant=None, interpreter=None, changed=False):
    """What stands in somebody's calendar; without a name in the organiser's. Who has
    lost a meeting to another interpreter has it cancelled."""
    found = set()
    for meeting, state in all_meetings(schedule):
        if participant and participant not in meeting["participants"]:
            continue
        if changed and is_as_sent(meeting, state):
            continue
        status = "CANCELLED" if state == "cancelled" else meeting["status"].upper()
        if interpreter and meeting.get("interpreter") != interpreter:
            if (meeting["sent"] or {}).get("interpreter") != interpreter:
                continue
            status = "CANCELLED"
        found.add(entry(meeting, status))
    return found


def is_live(one):
    return one[3] != "CANCELLED"


def wanted_files(out):
    """Each .ics file that has meetings, relative to out, with its entries."""
    schedule = read_schedule(os.path.join(out, "schedule.json"))
    files = {"event.ics": entries_of(schedule)}
    sent = any(meeting["sent"] for meeting, _ in all_meetings(schedule))
    for name in participants(schedule):
        files[f"agendas/{name}.ics"] = entries_of(schedule, participant=name)
        if sent:
            files[f"agendas/changes/{name}.ics"] = entries_of(
                schedule, participant=name, changed=True)
    for name in interpreters(schedule):
        files[f"agendas/interpreters/{name}.ics"] = entries_of(
            schedule, interpreter=name)
        if sent:
            files[f"agendas/changes/interpreters/{name}.ics"] = entries_of(
                schedule, interpreter=name, changed=True)
    for meeting, state in all_meetings(schedule):
        if not is_as_sent(meeting, state):
            status = "CANCELLED" if state == "cancelled" else meeting["status"].upper()
            for name in meeting["participants"]:
                files[f"invites/{name}/{meeting['id']}.ics"] = {entry(meeting, status)}
    return {path: entries for path, entries in files.items() if entries}


def split(text):
    """The calendars of a file as items: pairs of a UID and a calendar with that entry
    alone, as a client keeps them. A calendar that is kept has no METHOD (RFC 4791)."""
    head, *blocks = re.split(r"(?=^BEGIN:VEVENT\r$)", text, flags=re.M)
    head = re.sub(r"^METHOD:.*\r\n", "", head, flags=re.M)
    for block in blocks:
        block = block.replace("END:VCALENDAR\r\n", "")
        uid = re.search(r"^UID:(.*)\r$", unfold(block), re.M).group(1)
        yield uid, head + block + "END:VCALENDAR\r\n"


def read_entries(text):
    """The entries of a calendar's text."""
    text = unfold(text)

    def value(block, name):
        return re.search(rf"^{name}(?:;[^:]*)?:(.*)\r$", block, re.M).group(1)

    return [tuple(value(block, name) for name in
                  ("UID", "DTSTART", "DTEND", "STATUS", "SEQUENCE"))
            for block in re.findall(r"^BEGIN:VEVENT\r\n.*?^END:VEVENT\r$", text,
                                    re.M | re.S)]


def is_agenda_item(one):
    """Their names begin with that of the event; a meeting's goes on with digits."""
    return not re.search(r"-[0-9a-f]{20}@", one[0])


if __name__ == "__main__":
    lines = [" ".join((path,) + one) for path, entries in wanted_files(sys.argv[1]).items()
             for one in entries]
    print("\n".join(sorted(lines)))
