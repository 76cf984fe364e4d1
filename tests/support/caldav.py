"""Talks to a CalDAV server as calendar programs do:

    caldav.py URL put OUT...
        puts all calendars of an output folder of matchday there, of one folder after
        the other. Everybody has three collections: "agendas-ID" gets the agenda each
        time, "changes-ID" the agenda first and then what has changed, "invites-ID" the
        invitations. Entries are kept under their UIDs.

    caldav.py URL check OUT [OLD]
        looks whether the collections hold what OUT/schedule.json wants, and nothing
        else that is not cancelled; in all three, and by a query for each stretch of
        time that stands in there or in OLD/schedule.json.

Prints what is wrong, a line each, then how much was done. Exit status 1 if anything is
wrong.
"""

import http.client
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree

import calendar_entries

LOGIN = "Basic dGVzdDp0ZXN0"  # test:test, whom the server believes
CALENDAR = "text/calendar; charset=utf-8"
QUERY = """<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
<d:prop><c:calendar-data/></d:prop>
<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">%s</c:comp-filter>
</c:comp-filter></c:filter></c:calendar-query>"""
DATA = "{urn:ietf:params:xml:ns:caldav}calendar-data"
n_wrong = 0


def wrong(text):
    global n_wrong
    n_wrong += 1
    print(text)


class Server:
    def __init__(self, url):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc,
                                                     timeout=60)
        self.collections = set()
        self.n_requests = 0

    def ask(self, method, path, body="", **headers):
        self.n_requests += 1
        self.connection.request(method, "/test/" + path, body.encode("utf-8"),
                                {"Authorization": LOGIN, **headers})
        response = self.connection.getresponse()
        return response.status, response.read().decode("utf-8")

    def make(self, collection):
        if collection not in self.collections:
            self.ask("MKCALENDAR", collection + "/")  # which may be there
            self.collections.add(collection)

    def put(self, collection, file):
        self.make(collection)
        with open(file, encoding="utf-8", newline="") as opened:
            text = opened.read()
        for uid, item in calendar_entries.split(text):
            path = f"{collection}/{urllib.parse.quote(uid)}.ics"
            status, answer = self.ask("PUT", path, item, **{"Content-Type": CALENDAR})
            if status not in (201, 204):
                wrong(f"{file}: {uid}: the server answers {status}: {answer[:200]}")

    def find(self, collection, start=None, end=None):
        """The entries that the server finds there, cancelled ones too."""
        stretch = f'<c:time-range start="{start}" end="{end}"/>' if start else ""
        status, answer = self.ask("REPORT", collection + "/", QUERY % stretch, Depth="1",
                                  **{"Content-Type": "application/xml"})
        if status != 207:
            return []
        # XML knows no CR: the server's line ends arrive as LF.
        texts = [data.text.replace("\r", "").replace("\n", "\r\n")
                 for data in xml.etree.ElementTree.fromstring(answer).iter(DATA)]
        return [one for text in texts for one in calendar_entries.read_entries(text)]


def files_of(folder):
    """The .ics files in a folder, each with what it is called."""
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    return [(name[:-4], os.path.join(folder, name)) for name in names
            if name.endswith(".ics")]


def put_all(server, out):
    agendas, changes = os.path.join(out, "agendas"), os.path.join(out, "agendas/changes")
    invites = os.path.join(out, "invites")
    for kind in ("", "interpreters"):
        for name, file in files_of(os.path.join(agendas, kind)):
            server.put("agendas-" + name, file)
            if not os.path.isdir(changes):
                server.put("changes-" + name, file)
        for name, file in files_of(os.path.join(changes, kind)):
            server.put("changes-" + name, file)
    for name in sorted(os.listdir(invites)) if os.path.isdir(invites) else []:
        for _, file in files_of(os.path.join(invites, name)):
            server.put("invites-" + name, file)


def judge(what, found, wanted):
    for one in sorted(set(found) - wanted):
        wrong(f"{what} has {' '.join(one)}")
    for one in sorted(wanted - set(found)):
        wrong(f"{what} has not {' '.join(one)}")
    if len(found) != len(set(found)):
        wrong(f"{what} has an entry twice")


def check_collection(server, collection, wanted, stretches):
    def live(*stretch):
        return [one for one in server.find(collection, *stretch)
                if calendar_entries.is_live(one) and
                not calendar_entries.is_agenda_item(one)]

    judge(collection, live(), wanted)
    for start, end in stretches:
        judge(f"{collection} from {start} to {end}", live(start, end),
              {one for one in wanted if one[1] < end and one[2] > start})


def live_items(file):
    with open(file, encoding="utf-8", newline="") as opened:
        entries = calendar_entries.read_entries(opened.read())
    return {one for one in entries if calendar_entries.is_live(one) and
            calendar_entries.is_agenda_item(one)}


def check_items(server, name, file):
    """The plenaries and breaks of the day, by the last agenda. Their numbers may have
    gone up for somebody else, who came back: those for whom nothing has changed are
    not told that."""
    wanted = {one[:4] for one in live_items(file)} if os.path.exists(file) else set()
    for kind in ("agendas", "changes"):
        found = [one[:4] for one in server.find(f"{kind}-{name}")
                 if calendar_entries.is_live(one) and
                 calendar_entries.is_agenda_item(one)]
        judge(f"{kind}-{name}", found, wanted)


def check_all(server, out, old):
    schedules = [calendar_entries.read_schedule(os.path.join(folder, "schedule.json"))
                 for folder in (out, *old)]
    stretches = sorted({one[1:3] for schedule in schedules
                        for one in calendar_entries.entries_of(schedule)})
    people = [("", ("agendas", "changes", "invites"), calendar_entries.participants),
              ("interpreters/", ("agendas", "changes"),
               calendar_entries.told_interpreters)]
    for place, kinds, names in people:
        for name in sorted(set().union(*map(names, schedules))):
            who = {"interpreter" if place else "participant": name}
            wanted = set(filter(calendar_entries.is_live,
                                calendar_entries.entries_of(schedules[0], **who)))
            for kind in kinds:
                check_collection(server, f"{kind}-{name}", wanted, stretches)
            check_items(server, name, os.path.join(out, "agendas", place, name + ".ics"))


url, command, folders = sys.argv[1], sys.argv[2], sys.argv[3:]
server = Server(url)
if command == "put":
    for folder in folders:
        put_all(server, folder)
else:
    check_all(server, folders[0], folders[1:])
print(f"{server.n_requests} requests, {n_wrong} wrong")
sys.exit(1 if n_wrong else 0)
