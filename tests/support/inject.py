"""inject.py PROGRAM NASTY FORM SEED ROUNDS: puts strings that mean something elsewhere into
every text of an event, as JSON, CSV tables or a workbook (FORM: json, csv, xlsx), lets the
program make all of its outputs, and judges each by a parser of its kind. ROUNDS 0 is every
string in every field. Works in the present folder; prints what is wrong; exit status 1 then.
What is left in out/ and later/ is of the last round."""
import copy
import csv
import email
import email.policy
import glob
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys

program, nasty_file, form, seed, rounds = sys.argv[1:]
nasty = json.load(open(nasty_file, encoding="utf-8"))
support = os.path.dirname(os.path.abspath(__file__))
draw = random.Random(int(seed))
wrong = []
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠\t\r]")
PEOPLE = {"a": "ann", "b": "ben", "c": "cai", "d": "dee"}

PLAIN = {
    "format": "matchday-event/1",
    "event": {"id": "day", "time_zone": "Europe/Brussels", "uid_domain": "example.org",
              "organizer": {"name": "Desk", "email": "desk@example.org"}},
    "sessions": [{"id": "am", "date": "2026-05-19", "start": "09:00", "end": "10:20", "meeting_minutes": 20}],
    "agenda": [{"id": "welcome", "start": "2026-05-19T08:30", "end": "2026-05-19T09:00", "audience": "all"}],
    "rooms": [{"id": "R1"}, {"id": "R2"}],
    "interpreters": [{"id": "I1", "email": "int@example.org", "pairs": ["en-ja"]}],
    "participants": [{"id": k, "languages": ["en" if k in "ab" else "ja"],
                      "contacts": [{"email": f"{name}@example.org", "language": language}]}
                     for (k, name), language in zip(PEOPLE.items(), ["en", "fr", "ja", "en"])],
    "requests": [{"id": f"r{k}", "from": f, "to": t} for k, (f, t) in enumerate(
        [("a", "b"), ("a", "c"), ("b", "c"), ("d", "a"), ("d", "c")])]}
# Every text that people write; what refers to something is an id, and tested elsewhere.
FIELDS = {"event": ["name", "name_ja"], "sessions": ["title"], "agenda": ["title", "url"],
          "rooms": ["name", "url"], "interpreters": ["name"],
          "participants": ["organisation", "organisation_ja", "country", "side", "profile", "profile_ja"],
          "contacts": ["name", "name_ja", "job_title"], "requests": ["topic", "message", "note"]}


def complain(text):
    if len(wrong) < 60:
        wrong.append(text)


def rows(event):
    """Each object with texts, and which of them."""
    for name, keys in FIELDS.items():
        if name == "contacts":
            for who in event["participants"]:
                yield from ((contact, keys) for contact in who["contacts"])
        elif name == "event":
            yield event["event"], keys
        else:
            yield from ((row, keys) for row in event[name])
    yield event["event"]["organizer"], ["name"]


def filled(choose):
    event = copy.deepcopy(PLAIN)
    for k, (row, key) in enumerate((row, key) for row, keys in rows(event) for key in keys):
        row[key] = choose(k) if key != "url" else f"https://example.org/{k}" + re.sub(r'[^!-~]|["<>\\^`{|}]', "", choose(k))
    return event


def tables(event):
    """The same as tables: name, rows of texts."""
    head = event["event"]
    yield "event", [["id", "day"], ["time zone", "Europe/Brussels"], ["domain", "example.org"],
                    ["organizer email", "desk@example.org"], ["name", head["name"]],
                    ["name_ja", head["name_ja"]], ["organizer", head["organizer"]["name"]]]
    for name in ["sessions", "agenda", "rooms", "interpreters", "participants", "requests"]:
        all_rows = []
        for row in event[name]:
            flat = {key: ";".join(value) if isinstance(value, list) else value
                    for key, value in row.items() if key != "contacts"}
            for contact in row.get("contacts", [])[:1]:
                flat.update({"contact_" + key: value for key, value in contact.items()})
            all_rows.append(flat)
        keys = list(dict.fromkeys(key for row in all_rows for key in row))
        yield name, [keys] + [[row.get(key, "") for key in keys] for row in all_rows]


def write(event, folder, form):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    if form == "json":
        json.dump(event, open(f"{folder}/event.json", "w", encoding="utf-8"))
    elif form == "csv":
        for name, table in tables(event):
            with open(f"{folder}/{name}.csv", "w", encoding="utf-8", newline="") as file:
                csv.writer(file, quoting=csv.QUOTE_ALL).writerows(table)
    else:
        import openpyxl
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, table in tables(event):
            sheet = book.create_sheet(name.capitalize())
            for r, row in enumerate(table, 1):
                for c, text in enumerate(row, 1):
                    cell = sheet.cell(r, c)
                    cell.value = re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", str(text))
                    cell.data_type = "s"
        book.save(f"{folder}/day.xlsx")


def run(what, codes, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, timeout=120)
    if done.returncode not in codes:
        complain(f"{what}: matchday {' '.join(arguments)} ends with {done.returncode}: {done.stderr[-400:]}")
    for stream in (done.stdout, done.stderr):
        try:
            found = CONTROL.search(stream.decode())
        except UnicodeDecodeError as error:
            found = error
        if found:
            complain(f"{what}: matchday {arguments[0]} prints {found}")
    if "--json" in arguments:
        try:
            json.loads(done.stdout)
        except ValueError as error:
            complain(f"{what}: matchday {arguments[0]} --json: {error}")
    return done


def judge_csv(path, data):
    if "/zoom/" in path:
        return  # its importer takes names as they are
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    if len({len(row) for row in table}) > 1:
        complain(f"{path}: rows of different lengths")
    for cell in (cell for row in table for cell in row):
        if FORMULA.match(cell) and not re.fullmatch(r"-?\d+", cell):
            complain(f"{path}: {cell!r} is a formula")


def judge_xlsx(path):
    import openpyxl
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    complain(f"{path}: {sheet.title}!{cell.coordinate} is the formula {cell.value!r}")
                link = cell.hyperlink and cell.hyperlink.target
                if link and not re.match("(https?|mailto):", link):
                    complain(f"{path}: links to {link!r}")


def judge_mail(path, data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    known = {"from", "to", "reply-to", "subject", "date", "message-id", "mime-version", "content-type",
             "content-transfer-encoding", "content-disposition", "auto-submitted", "x-unsent", "content-language",
             "references", "in-reply-to", "content-id"}
    for part in message.walk():
        odd = {name.lower() for name in part.keys()} - known
        if odd or part.defects:
            complain(f"{path}: headers {odd} {part.defects}")
    to = [a.addr_spec for a in message["to"].addresses]
    mine = {f"{name}@example.org" for name in PEOPLE.values()} | {"int@example.org"}
    if len(to) != 1 or to[0] not in mine or message.get_all("bcc") or message.get_all("cc"):
        complain(f"{path}: goes to {to}")
    if any(len(line) > 998 for line in data.split(b"\r\n")) or max(data) > 126:
        complain(f"{path}: is not 7 bit")


def judge_files(what, folder):
    """Every output by its own parser; returns what must be the same whatever the texts are."""
    shape = {}
    for path in sorted(glob.glob(f"{folder}/**/*", recursive=True)):
        if os.path.isdir(path):
            continue
        data = open(path, "rb").read()
        kind = path.rsplit(".", 1)[-1]
        where = f"{what}: {path}"
        try:
            if kind != "xlsx" and kind != "lp" and CONTROL.search(data.decode().replace("\r\n", "\n").replace("\t", " ")):
                complain(f"{where}: has {CONTROL.search(data.decode().replace(chr(13), ''))}")
            if kind == "json":
                json.loads(data)
            elif kind == "csv":
                judge_csv(where, data)
            elif kind == "xlsx":
                judge_xlsx(path)
            elif kind == "eml":
                judge_mail(where, data)
        except Exception as error:  # whatever a parser throws is the finding
            complain(f"{where}: {type(error).__name__}: {error}")
        entries = re.sub(rb"\r?\n[ \t]", b"", data).count(b"\nBEGIN:VEVENT") if kind == "ics" else 0
        shape[path] = entries
    pages = sorted(glob.glob(f"{folder}/*.html"))
    for command in [["page.py", *pages]] * bool(pages) + [["judge_calendars.py", folder]]:
        done = subprocess.run([sys.executable, os.path.join(support, command[0]), *command[1:]],
                              capture_output=True, text=True)
        if done.returncode != 0:
            complain(f"{what}: {command[0]}: {done.stdout[:600]}{done.stderr[-300:]}")
    return shape


def answer(what, text):
    """What somebody sends back, with that text in it: an answer to an invitation, and a form."""
    uid = json.load(open("out/schedule.json"))["meetings"][0]["uid"]
    escaped = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
    name = re.sub('["\n]', "", text)
    with open("answer.ics", "w", encoding="utf-8", newline="") as file:
        file.write("\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", "METHOD:REPLY", "BEGIN:VEVENT",
                                "UID:" + uid, "SEQUENCE:0", "DTSTAMP:20260301T090000Z",
                                f'ATTENDEE;CN="{name}";PARTSTAT=DECLINED:mailto:ann@example.org', "COMMENT:" + escaped,
                                "SUMMARY:" + escaped, "END:VEVENT", "END:VCALENDAR", ""]))
    run(what, {0, 1}, "replies", "event", "out", "answer.ics", "--json")
    for path in glob.glob("forms/*.csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            table = list(csv.reader(file))
        for row in table[1:]:
            row[7], row[9], row[10], row[-1] = "yes", "5", "yes", text
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(table)
    run(what, {0}, "followup", "event", "out", "--feedback", "forms", "-o", "next", "--date", "2026-06-16", "--json")


def everything(what, event, form):
    """All outputs of an event; a second one in which a meeting is withdrawn, gone on from."""
    for folder in ("out", "later", "forms", "next"):
        shutil.rmtree(folder, ignore_errors=True)
    write(event, "event", form)
    run(what, {0}, "check", "event", "--json")
    if run(what, {0}, "solve", "event", "-o", "out", "--drafts").returncode != 0:
        return {}
    run(what, {0}, "verify", "event", "out")
    run(what, {0}, "explain", "event", "out", "--for", "a")
    run(what, {0}, "explain", "event", "out", "r0", "r2", "--json")
    run(what, {0}, "send", "event", "out", "--invites")
    run(what, {0}, "followup", "event", "out", "--forms", "-o", "forms")
    run(what, {0}, "publish", "event", "out")
    forms = judge_files(what, "forms")
    answer(what, event["requests"][1]["message"])
    later = copy.deepcopy(event)
    later["requests"][0]["status"] = "withdrawn"
    later["participants"][1]["organisation"] += "x"
    write(later, "event", form)
    run(what, {0}, "solve", "event", "-o", "later", "--previous", "out", "--drafts", "--json")
    run(what, {0}, "diff", "event", "out", "later")
    run(what, {0}, "diff", "event", "out", "later", "--json")
    return {"forms": forms, **{folder: judge_files(what, folder) for folder in ("out", "later", "next")}}


def same_shape(what, plain, got):
    for folder in plain:
        if plain[folder] != got.get(folder):
            odd = set(plain[folder].items()) ^ set(got.get(folder, {}).items())
            complain(f"{what}: other files or entries than with plain texts: {sorted(odd)[:6]}")


def judge_refused():
    """Alone in each field it is refused, and told so that it does no harm."""
    texts = nasty["refused"] if rounds == "0" else draw.sample(nasty["refused"], 2)
    keys = [key for _, keys in rows(copy.deepcopy(PLAIN)) for key in keys]
    fields = [k for k, key in enumerate(keys) if key != "url"]  # whose odd letters filled() takes out
    for text in texts:
        for k in fields if rounds == "0" else draw.sample(fields, 6):
            write(filled(lambda i: text if i == k else "plain"), "event", "json")
            run(f"{text!r} in field {k}", {1}, "check", "event", "--json" if k % 2 else "--encoding=cp932")
    for code in nasty["bytes"]:
        write(filled(lambda i: "plain"), "event", "csv")
        for path in sorted(glob.glob("event/*.csv"))[:7 if rounds == "0" else 2]:
            data = open(path, "rb").read()
            open(path, "wb").write(data.replace(b"plain", bytes.fromhex(code)))
            run(f"bytes {code} in {path}", {0, 1}, "check", "event")
            open(path, "wb").write(data)


texts = nasty["accepted"]
plain = everything("plain", filled(lambda k: f"plain {k}"), form)
shift = list(range(len(texts)))
draw.shuffle(shift)
for k in shift[:int(rounds)] if rounds != "0" else shift:
    what = f"{form}, shift {k}"
    same_shape(what, plain, everything(what, filled(lambda i: texts[(i + k) % len(texts)]), form))
judge_refused()
if os.path.exists("hit"):
    complain("something ran")
print("\n".join(wrong), end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
