"""Reads .ics files as programs in Python do that know calendars:

    read_calendars.py icalendar|vobject FOLDER

One line "FILE UID START END STATUS SEQUENCE" for each entry of each file below the
folder, sorted. Exit status 1, with a line on standard error, for each file that the
module cannot read or calls faulty.
"""

import os
import sys

n_wrong = 0


def wrong(name, text):
    global n_wrong
    n_wrong += 1
    print(f"{name}: {text}", file=sys.stderr)


def utc(time):
    return time.strftime("%Y%m%dT%H%M%SZ") if time.utcoffset() is not None and \
        not time.utcoffset() else f"not UTC: {time}"


def read_icalendar(name, data):
    import icalendar

    for calendar in icalendar.Calendar.from_ical(data, multiple=True):
        for part in calendar.walk():
            for error in part.errors:
                wrong(name, f"{part.name}: {error}")
            for field in part.required:
                if field not in part:
                    wrong(name, f"{part.name} has no {field}")
            for field in part.singletons:
                if isinstance(part.get(field), list):
                    wrong(name, f"{part.name} has {field} twice")
        for event in calendar.walk("VEVENT"):
            yield (str(event["UID"]), utc(event["DTSTART"].dt), utc(event["DTEND"].dt),
                   str(event["STATUS"]), str(event["SEQUENCE"]))


def read_vobject(name, data):
    import vobject

    for calendar in vobject.readComponents(data.decode("utf-8")):
        calendar.validate(raiseException=True)
        for event in calendar.vevent_list:
            yield (event.uid.value, utc(event.dtstart.value), utc(event.dtend.value),
                   event.status.value, event.sequence.value)


read = {"icalendar": read_icalendar, "vobject": read_vobject}[sys.argv[1]]
folder = sys.argv[2]
lines = []
for place, _, files in os.walk(folder):
    for file in files:
        if not file.endswith(".ics"):
            continue
        path = os.path.join(place, file)
        name = os.path.relpath(path, folder)
        with open(path, "rb") as opened:
            data = opened.read()
        try:
            lines += [" ".join((name,) + one) for one in read(name, data)]
        except Exception as error:  # whatever the module throws is the finding
            wrong(name, f"{type(error).__name__}: {error}")
print("\n".join(sorted(lines)))
sys.exit(1 if n_wrong else 0)
