"""programme.py EVENT SCHEDULE PAGE: judges programme.html by the event, as 'check
--normalised' writes it, and the schedule: it has every meeting, with time, room and
people, and nothing that is not for everybody. Prints what is wrong; exit status 1
then."""
import html
import json
import re
import sys
from html.parser import HTMLParser

REASONS = """not_accepted participant_cancelled met_before no_common_slot no_suitable_room
no_interpreter participant_full rooms_full interpreters_full outranked not_proven""".split()


class Meetings(HTMLParser):
    """What a reader without script sees: (start, end, room, people, interpreted)."""

    def __init__(self, text):
        super().__init__()
        self.found, self.directory, self.time, self.place = [], set(), None, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        if tag == "time" and "data-end" in values:
            self.time = (values["datetime"], values["data-end"])
        elif tag == "li":
            self.place = "m" if "m" in classes else None
            if self.place:
                self.found.append([*self.time, "", [], False])
        elif tag == "a" and self.place:
            self.found[-1][3].append(values["href"].removeprefix("#p="))
        elif tag == "a" and values.get("href", "").startswith("#p="):
            self.directory.add(values["href"].removeprefix("#p="))
        elif tag == "span" and self.place:
            self.place = "room" if "r" in classes else "m"
            self.found[-1][4] |= "i" in classes

    def handle_endtag(self, tag):
        self.place = "m" if self.place == "room" else None if tag == "ul" else self.place

    def handle_data(self, data):
        if self.place == "room":
            self.found[-1][2] += data


def shown(text):
    """As a page shows it: without controls and marks of direction."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "", text)


def wanted(event, schedule):
    rooms = {room["id"]: shown(room.get("name") or room["id"]) for room in event["rooms"]}
    for meeting in schedule["meetings"]:
        yield [re.sub(":00Z$", "Z", meeting["start"]), re.sub(":00Z$", "Z", meeting["end"]),
               rooms[meeting["room"]], meeting["participants"], meeting["interpreter"] is not None]


def public(event):
    yield from (event["event"].get("name") or "", event["event"].get("name_ja") or "")
    yield (event["event"].get("organizer") or {}).get("name") or ""
    for who in event["participants"]:
        yield from (who["id"], who.get("organisation") or "", who.get("organisation_ja") or "", who["time_zone"])
    for item in [*event.get("agenda", []), *event["sessions"]]:
        yield item.get("title") or ""
    for room in event["rooms"]:
        yield room.get("name") or ""


def internal(event):
    for who in [*event["participants"], *(event.get("interpreters") or [])]:
        for person in [*who.get("contacts", []), *([who] if "pairs" in who else [])]:
            for key in ("name", "name_ja", "email", "job_title"):
                yield person.get(key)
        yield from (who.get("profile"), who.get("profile_ja"), *(who.get("themes") or []))
    for organizer in [event["event"].get("organizer") or {}, *(event["event"].get("organizers") or {}).values()]:
        yield organizer.get("email")
    for request in event["requests"]:
        yield from (request.get("message"), request.get("note"), request.get("topic"))
    for place in [*event["rooms"], *event.get("agenda", [])]:
        yield place.get("url")
    yield from REASONS
    yield from ("priority", "declined", "withdrawn", "cancelled", "@example")


def judge(event, schedule, text):
    page = Meetings(text)
    found, expected = sorted(page.found), sorted(wanted(event, schedule))
    for entry in expected:
        if entry not in found:
            yield f"not there: {entry}"
    for entry in found:
        if entry not in expected:
            yield f"not in the schedule: {entry}"
    known = {who["id"] for who in event["participants"]}
    meeting = {name for entry in expected for name in entry[3]}
    if not meeting <= page.directory <= known:
        yield f"organisations: {sorted(page.directory)}"
    content = html.unescape(re.sub(r"(?s)<style.*?</style>|<script>.*?</script>", "", text)).lower()
    everybody = "\n".join(public(event)).lower()
    for secret in {(value or "").lower() for value in internal(event)}:
        if len(secret) > 3 and secret in content and secret not in everybody:
            yield f"has {secret!r}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        event = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        schedule = json.load(file)
    with open(sys.argv[3], encoding="utf-8") as file:
        text = file.read()
    wrong = list(judge(event, schedule, text))
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
