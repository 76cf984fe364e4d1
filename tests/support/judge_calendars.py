"""Judges calendar files by the rules that programs which read them go by (RFC 5545, 5546,
6047, 7986), and by those of our own: times in UTC, one UID for each message.

    judge_calendars.py FOLDER [LATER]

reads every .ics file of FOLDER, and the calendars in its .eml files. With LATER, the
same of what was written after a change, and how each person's calendar gets from the one
to the other. Prints what is wrong, one line each, then "N calendars, N entries".
"""

import datetime
import email
import email.policy
import os
import re
import sys

LINE = re.compile(
    r'([A-Za-z][A-Za-z0-9-]*)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)'
    r'(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.S)
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
UTC = re.compile(r"\d{8}T\d{6}Z")
ONCE = {"UID", "DTSTAMP"}
AT_MOST_ONCE = {
    "CLASS", "CREATED", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", "GEO",
    "LAST-MODIFIED", "LOCATION", "ORGANIZER", "PRIORITY", "SEQUENCE", "STATUS", "SUMMARY",
    "TRANSP", "URL", "COLOR",
}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "NAME", "X-WR-CALNAME", "CATEGORIES"}
ADDRESS = re.compile(r"mailto:[^\s@<>,;:\"]+@[^\s@<>,;:\"]+", re.I)


class Component:
    def __init__(self, name):
        self.name = name
        self.properties = []  # (name, parameters, value)
        self.children = []

    def all(self, name):
        return [(p, v) for n, p, v in self.properties if n == name]

    def value(self, name):
        found = self.all(name)
        return found[0][1] if found else None


class Judge:
    """Of one calendar; where is how it is called."""

    def __init__(self, where, problems):
        self.where = where
        self.problems = problems

    def wrong(self, text):
        self.problems.append(f"{self.where}: {text}")

    def judge_bytes(self, data):
        """Lines end with CR LF, have at most 75 octets and are cut between characters."""
        if not data.endswith(b"\r\n"):
            self.wrong("the last line has no end")
        for number, line in enumerate(data.split(b"\r\n")[:-1], 1):
            if len(line) > 75:
                self.wrong(f"line {number} has {len(line)} octets")
            if not line.strip(b" \t"):
                self.wrong(f"line {number} is blank")
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                self.wrong(f"line {number} is cut inside of a character, or no UTF-8")
                continue
            for c in text:
                if (ord(c) < 32 and c != "\t") or 0x7F <= ord(c) < 0xA0 or c == "\ufeff":
                    self.wrong(f"line {number} has the character U+{ord(c):04X}")

    def parse(self, text):
        """The components on the outermost level."""
        root = Component("")
        open_ones = [root]
        for line in re.sub(r"\r\n[ \t]", "", text).split("\r\n")[:-1]:
            match = LINE.fullmatch(line)
            if not match:
                self.wrong(f"no property: {line[:60]!r}")
                continue
            name, value = match.group(1).upper(), match.group(3)
            parameters = {n.upper(): v for n, v in PARAMETER.findall(match.group(2))}
            if name == "BEGIN":
                child = Component(value)
                open_ones[-1].children.append(child)
                open_ones.append(child)
            elif name == "END":
                if open_ones[-1].name != value or len(open_ones) == 1:
                    self.wrong(f"END:{value} where {open_ones[-1].name} is open")
                    return []
                open_ones.pop()
            else:
                open_ones[-1].properties.append((name, parameters, value))
        if len(open_ones) > 1:
            self.wrong(f"{open_ones[-1].name} has no end")
        if root.properties:
            self.wrong("a property stands outside")
        return root.children

    def judge_counts(self, component, once, at_most_once):
        for name in once:
            if len(component.all(name)) != 1:
                self.wrong(f"{component.name}: {name} stands there {len(component.all(name))} times")
        for name in at_most_once:
            if len(component.all(name)) > 1:
                self.wrong(f"{component.name}: {name} stands there more than once")

    def judge_values(self, component):
        for name, parameters, value in component.properties:
            if name in TEXTS:
                rest = re.sub(r"\\[\\;,nN]", "", value)
                if "\\" in rest or ";" in rest or ("," in rest and name != "CATEGORIES"):
                    self.wrong(f"{name} is not escaped: {value[:60]!r}")
                if value != value.strip():
                    self.wrong(f"{name} begins or ends with a blank")
            if name in ("ORGANIZER", "ATTENDEE") and not ADDRESS.fullmatch(value):
                self.wrong(f"{name} is no address: {value!r}")
            if name in ("URL", "CONFERENCE") and not re.fullmatch(r"https?://[!-~]+", value):
                self.wrong(f"{name} is no link: {value!r}")
            if name == "CONFERENCE" and parameters.get("VALUE") != "URI":
                self.wrong("CONFERENCE does not say VALUE=URI")
            for key, said in parameters.items():
                if "^" in said or "\\" in said:
                    self.wrong(f"{name};{key} has characters that programs read differently")
                if re.search(r"[^ -~]", said) and not said.startswith('"'):
                    self.wrong(f"{name};{key} has other letters than ASCII without quotes")

    def time(self, event, name):
        found = event.all(name)
        if not found:
            return None
        parameters, value = found[0]
        if parameters or not UTC.fullmatch(value):
            self.wrong(f"{name} is no time in UTC: {parameters} {value!r}")
            return None
        try:
            return datetime.datetime.strptime(value, "%Y%m%dT%H%M%SZ")
        except ValueError:
            self.wrong(f"{name} is no time: {value!r}")
            return None

    def judge_event(self, event, method):
        self.judge_counts(event, ONCE, AT_MOST_ONCE)
        self.judge_values(event)
        start, end = self.time(event, "DTSTART"), self.time(event, "DTEND")
        self.time(event, "DTSTAMP")
        if not start or not end or end <= start:
            self.wrong(f"{event.value('UID')} does not begin, and end after that")
        if not re.fullmatch(r"\d+", event.value("SEQUENCE") or ""):
            self.wrong("an entry has no SEQUENCE")
        if not event.value("SUMMARY"):
            self.wrong("an entry has no SUMMARY")
        if not re.fullmatch(r"[!-~]{1,255}", event.value("UID") or ""):
            self.wrong(f"the UID {event.value('UID')!r} is none that programs keep")
        if len(event.all("ORGANIZER")) != 1:
            self.wrong("an entry has not one ORGANIZER")
        status = event.value("STATUS")
        if status not in ("CONFIRMED", "TENTATIVE", "CANCELLED") and (
                method != "CANCEL" or event.all("STATUS")):  # one of several is uninvited
            self.wrong(f"STATUS is {status}")
        if status == "CANCELLED" and event.children:
            self.wrong("what is off reminds of itself")
        for alarm in event.children:
            self.judge_alarm(alarm, method)
        attendees = event.all("ATTENDEE")
        if method == "PUBLISH" and attendees:
            self.wrong("PUBLISH has an ATTENDEE")
        if method in ("REQUEST", "CANCEL"):
            self.judge_message(event, method, attendees)

    def judge_alarm(self, alarm, method):
        if alarm.name != "VALARM" or method != "PUBLISH":
            self.wrong(f"{alarm.name} stands in an entry of {method}")
        self.judge_counts(alarm, {"ACTION", "TRIGGER", "DESCRIPTION"}, set())
        self.judge_values(alarm)
        if not re.fullmatch(r"-PT\d+M", alarm.value("TRIGGER") or ""):
            self.wrong("TRIGGER is not before the entry")

    def judge_message(self, event, method, attendees):
        status = event.value("STATUS")
        if not attendees:
            self.wrong(f"{method} has no ATTENDEE")
        if len({v.lower() for _, v in attendees}) < len(attendees):
            self.wrong("an ATTENDEE stands there twice")
        if method == "CANCEL" and (status in ("CONFIRMED", "TENTATIVE")
                                   or event.value("SEQUENCE") == "0"):
            self.wrong("CANCEL does not say so, or is as old as what it calls off")
        if method == "REQUEST" and status == "CANCELLED":
            self.wrong("REQUEST asks for what is off")
        for parameters, _ in attendees:
            if method == "REQUEST" and "PARTSTAT" not in parameters:
                self.wrong("ATTENDEE has no PARTSTAT")
            asks = parameters.get("RSVP") == "TRUE"
            if method == "REQUEST" and asks != (parameters.get("PARTSTAT") == "NEEDS-ACTION"):
                self.wrong("RSVP and PARTSTAT do not belong together")

    def judge(self, data):
        """The calendar's method and entries."""
        self.judge_bytes(data)
        outermost = self.parse(data.decode("utf-8", "replace"))
        if [c.name for c in outermost] != ["VCALENDAR"]:
            self.wrong(f"holds {[c.name for c in outermost]}")
            return None, []
        calendar = outermost[0]
        self.judge_counts(calendar, {"VERSION", "PRODID", "METHOD"}, {"CALSCALE", "NAME"})
        self.judge_values(calendar)
        if calendar.value("VERSION") != "2.0":
            self.wrong("VERSION is not 2.0")
        method, events = calendar.value("METHOD"), calendar.children
        if method not in ("PUBLISH", "REQUEST", "CANCEL"):
            self.wrong(f"METHOD is {method}")
        for event in events:
            if event.name != "VEVENT":
                self.wrong(f"has a {event.name}")
            self.judge_event(event, method)
        uids = [event.value("UID") for event in events]
        if len(set(uids)) < len(uids):
            self.wrong("a UID stands there twice")
        if method != "PUBLISH" and len(events) != 1:
            self.wrong(f"{method} has {len(events)} entries")
        has_name = bool(calendar.all("X-WR-CALNAME"))
        if has_name != (method == "PUBLISH"):
            self.wrong("a calendar has a name, and a message none")
        return method, events


def calendars(folder):
    """(path, what it is called there, method that the mail says or None, bytes)"""
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(place, name)
            where = os.path.relpath(path, folder)
            if name.endswith(".ics"):
                with open(path, "rb") as file:
                    yield where, None, file.read()
            elif name.endswith(".eml"):
                with open(path, "rb") as file:
                    mail = email.message_from_bytes(file.read(), policy=email.policy.default)
                for part in mail.walk():
                    if part.get_content_type() == "text/calendar":
                        if part.get_content_charset() != "utf-8":
                            yield where, "no charset", b""
                        yield where, part.get_param("method") or "none", part.get_payload(decode=True)


def read(folder, problems):
    """{path: {uid: entry}} of the .ics files, and the number of all calendars."""
    found, n_calendars = {}, 0
    for where, said, data in calendars(folder):
        judge = Judge(where, problems)
        method, events = judge.judge(data)
        n_calendars += 1
        if said and said != method:
            judge.wrong(f"the mail says {said}, and the calendar {method}")
        if where.endswith(".ics"):
            found[where] = {event.value("UID"): event for event in events}
    return found, n_calendars


def state(event):
    return [event.value(name) for name in ("DTSTART", "DTEND", "STATUS", "LOCATION")]


def compare(before, after, problems):
    """Whoever had an entry still has it, or that it is off; numbers say what is newer."""
    for where, entries in before.items():
        is_agenda = where.startswith("agendas/") and not where.startswith("agendas/changes")
        if not is_agenda and where != "event.ics":
            continue
        for uid, old in entries.items():
            new = after.get(where, {}).get(uid)
            if not new:
                if old.value("STATUS") != "CANCELLED":
                    problems.append(f"{where}: {uid} is lost")
                continue
            step = int(new.value("SEQUENCE")) - int(old.value("SEQUENCE"))
            if step < 0 or (step == 0 and state(old) != state(new)):
                problems.append(f"{where}: {uid} is changed by {step}: {state(old)} {state(new)}")
            if new.value("DTSTAMP") < old.value("DTSTAMP"):
                problems.append(f"{where}: {uid} is older than before")


def main():
    problems = []
    found, n_calendars = read(sys.argv[1], problems)
    if len(sys.argv) > 2:
        later, n = read(sys.argv[2], problems)
        n_calendars += n
        compare(found, later, problems)
        found.update({"later/" + where: entries for where, entries in later.items()})
    for problem in problems:
        print(problem)
    n_entries = sum(len(entries) for entries in found.values())
    print(f"{n_calendars} calendars, {n_entries} entries")


main()
