"""Has khal, a calendar program, import what people get:

    khal.py FOLDER import OUT...
        into two calendars for everybody, in the order of the output folders of
        matchday: "agendas-ID" gets the agendas, "invites-ID" the invitations.

    khal.py FOLDER check OUT
        looks whether khal shows in them what OUT/schedule.json wants, each once and
        nothing else that is not cancelled.

Prints what is wrong, a line each, then how many calendars there are and how many
entries they have. Exit status 1 if anything is wrong.
"""

import os
import subprocess
import sys

import calendar_entries

CONF = """[calendars]
[[all]]
path = {0}/calendars/*
type = discover
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H%M
dateformat = %Y%m%d
longdateformat = %Y%m%d
datetimeformat = %Y%m%dT%H%M00Z
longdatetimeformat = %Y%m%dT%H%M00Z
[sqlite]
path = {0}/khal.db
[default]
default_calendar = {1}
"""
n_wrong = 0


def wrong(text):
    global n_wrong
    n_wrong += 1
    print(text)


def khal(folder, *arguments):
    done = subprocess.run(["khal", "-c", os.path.join(folder, "conf"), *arguments],
                          env={**os.environ, "LC_ALL": "C.UTF-8", "HOME": folder},
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0 or "error" in done.stderr.lower():
        wrong(f"khal {' '.join(arguments)}: {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def ics_files(place):
    names = sorted(os.listdir(place)) if os.path.isdir(place) else []
    return [os.path.join(place, name) for name in names if name.endswith(".ics")]


def calendars_of(out):
    """Each calendar with the files of this run that go there."""
    files = {}
    for kind in ("agendas", "agendas/interpreters"):
        for path in ics_files(os.path.join(out, kind)):
            files["agendas-" + os.path.basename(path)[:-4]] = [path]
    invites = os.path.join(out, "invites")
    for name in os.listdir(invites) if os.path.isdir(invites) else []:
        files["invites-" + name] = ics_files(os.path.join(invites, name))
    return files


def import_all(folder, outs):
    calendars = {}
    for out in outs:
        for name, files in calendars_of(out).items():
            calendars.setdefault(name, []).extend(files)
    for name in calendars:
        os.makedirs(os.path.join(folder, "calendars", name), exist_ok=True)
    with open(os.path.join(folder, "conf"), "w", encoding="utf-8") as conf:
        conf.write(CONF.format(folder, min(calendars)))
    for name, files in sorted(calendars.items()):
        khal(folder, "import", "--batch", "-a", name, *files)


def shown(folder, days):
    """What khal shows of each calendar, but for its sequence, which khal does not."""
    found = {name: [] for name in os.listdir(os.path.join(folder, "calendars"))}
    for day in days:
        for line in khal(folder, "list", "--notstarted", "--day-format", "", "--format",
                         "{calendar} {uid} {start} {end} {status}", day,
                         "1d").splitlines():
            if line.strip():
                name, *one = line.split()
                found[name].append(tuple(one))
    return found


def check_calendar(name, entries, wanted):
    found = [one for one in entries if calendar_entries.is_live(one)
             and not calendar_entries.is_agenda_item(one)]
    for one in sorted(set(found) - wanted):
        wrong(f"{name} has {' '.join(one)}")
    for one in sorted(wanted - set(found)):
        wrong(f"{name} has not {' '.join(one)}")
    if len(found) != len(set(found)):
        wrong(f"{name} has an entry twice")
    return len(found)


def check_all(folder, out):
    schedule = calendar_entries.read_schedule(os.path.join(out, "schedule.json"))
    days = sorted({meeting["start"][:10].replace("-", "") for meeting, _ in
                   calendar_entries.all_meetings(schedule)})
    calendars = shown(folder, days)
    n_entries = 0
    for name, found in sorted(calendars.items()):
        who = name.split("-", 1)[1]
        kind = ("participant" if who in calendar_entries.participants(schedule)
                else "interpreter")
        entries = calendar_entries.entries_of(schedule, **{kind: who})
        n_entries += check_calendar(
            name, found, {one[:4] for one in entries if calendar_entries.is_live(one)})
    print(f"{len(calendars)} calendars, {n_entries} entries")


folder, command, outs = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:]
if command == "import":
    os.makedirs(folder, exist_ok=True)
    import_all(folder, outs)
else:
    check_all(folder, outs[0])
sys.exit(1 if n_wrong else 0)
