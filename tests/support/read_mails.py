"""Reads messages as a mail program does and tells what is in them:

    read_mails.py FILE...

One line for each: recipient, subject, method of the calendar, its number of events.
Exit status 1, with a line on standard error, for each message that is not as RFC 5322,
2047 and 6047 want it, or that names an address other than its sender's and
recipient's.
"""

import email
import email.policy
import re
import sys

ADDRESS = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
n_wrong = 0


def wrong(name, text):
    global n_wrong
    n_wrong += 1
    print(f"{name}: {text}", file=sys.stderr)


def unfold(text):
    return re.sub(r"\r\n[ \t]", "", text)


def check_bytes(name, data):
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        wrong(name, "has lone CR or LF")
    if any(c > 126 for c in data):
        wrong(name, "is not ASCII")
    if max(len(line) for line in data.split(b"\r\n")) > 78:
        wrong(name, "has a line of more than 78 characters")
    if not data.endswith(b"\r\n"):
        wrong(name, "does not end with a line's end")


def check_privacy(name, message, texts):
    allowed = {a.addr_spec.lower() for field in ("from", "to", "reply-to")
               for a in message[field].addresses}
    for text in texts:
        text = re.sub(r"^UID:.*$", "", text, flags=re.M)
        for address in ADDRESS.findall(text):
            if address.lower() not in allowed:
                wrong(name, f"holds the address {address}")


def check(name):
    data = open(name, "rb").read()
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = list(message.walk())
    types = [part.get_content_type() for part in parts]
    check_bytes(name, data)
    for part in parts:
        if part.defects:
            wrong(name, f"{part.get_content_type()}: {part.defects}")
    agenda = ["multipart/mixed", "multipart/alternative", "text/plain", "text/html",
              "text/calendar"]
    if types not in (agenda, agenda + ["application/ics"]):
        wrong(name, f"is made of {types}")
        return
    for field in ("date", "from", "reply-to", "to", "subject", "message-id",
                  "mime-version"):
        if len(message.get_all(field, [])) != 1:
            wrong(name, f"has not one field {field}")
    plain, html, calendar, attachment = parts[2:5] + parts[-1:]
    ics = calendar.get_payload(decode=True)
    method = calendar.get_param("method")
    text = unfold(ics.decode())
    if (method == "PUBLISH") != (calendar is attachment):
        wrong(name, f"is made of {types} for {method}")
    if attachment.get_content_disposition() != "attachment":
        wrong(name, "has no attachment")
    if ics != attachment.get_payload(decode=True):
        wrong(name, "the attachment is another calendar")
    if calendar.get_content_charset() != "utf-8":
        wrong(name, "the calendar's charset is not said")
    if re.findall(r"^METHOD:(.*?)\r$", text, re.M) != [method]:
        wrong(name, "Content-Type and calendar have different methods")
    attendees = re.findall(r"^ATTENDEE.*mailto:(.*?)\r$", text, re.M)
    organizers = set(re.findall(r"^ORGANIZER.*?mailto:(.*?)\r$", text, re.M))
    if organizers != {message["from"].addresses[0].addr_spec}:
        wrong(name, f"comes from another than the organiser, {organizers}")
    to = message["to"].addresses[0].addr_spec
    if attendees != ([] if method == "PUBLISH" else [to]):
        wrong(name, f"has the attendees {attendees}")
    body = plain.get_content()
    for url in set(re.findall(r"^URL:(.*?)\r$", text, re.M)):
        if url not in body or url.replace("&", "&amp;") not in html.get_content():
            wrong(name, f"the text has no link {url}")
    check_privacy(name, message, [body, html.get_content(), text])
    print(to, message["subject"], method, text.count("BEGIN:VEVENT"), sep=" | ")


for file in sys.argv[1:]:
    check(file)
sys.exit(1 if n_wrong else 0)
