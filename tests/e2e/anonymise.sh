# An event with pseudonyms is scheduled as before, and tells nobody's name.
. "$(dirname "$0")/lib.sh"

if ! command -v python3 >/dev/null; then
    echo "python3 is not installed: what anonymise writes cannot be compared"
    exit 77
fi

# names.py EVENT SHOWN: what stands for what, by the places of both in two event.json;
# says of every text that survives
cat >names.py <<'END'
import json, sys

KEPT = {"format", "time_zone", "display_time_zones", "languages", "language", "pairs",
        "start", "end", "from_time", "date", "kind", "status", "default_status",
        "pending", "met_before", "on_change", "objective", "interpreter",
        "meeting_minutes", "breaks_start", "earliest", "latest", "state", "sense",
        "reason_code", "version", "cause", "contact_language"}
EVERYBODY = {"all", ""}


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def texts(value, key=""):
    """All texts of an event or a schedule but those that say nothing of anybody."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "objective" or name == "reason" and "detail" in value:
                continue
            if name in {"organizers", "attendees"}:
                yield from inner
            if name == "social_hours":
                inner = [{k: v for k, v in row.items() if k == "side"}
                         for row in inner]
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)
    elif isinstance(value, str) and key not in KEPT and value not in EVERYBODY:
        yield value


def pair(before, after, names):
    """Both have the same shape, but for what is left out."""
    if isinstance(before, dict):
        if set(before) != set(after) and not set(before) & set(after):
            before, after = (list(of.items()) for of in (before, after))
            return pair([[*row] for row in before], [[*row] for row in after], names)
        for key, inner in before.items():
            if key in after:
                pair(inner, after[key], names)
            else:
                assert key in {"country", "profile", "profile_ja", "message",
                               "note"}, key
    elif isinstance(before, list):
        assert len(before) == len(after), (before, after)
        for one, other in zip(before, after):
            pair(one, other, names)
    elif isinstance(before, str):
        names.setdefault(before, set()).add(after)
    else:
        assert before == after, (before, after)


def renamed(value, key, ids, slots):
    if isinstance(value, dict):
        return {ids.get(name, name): renamed(inner, name, ids, slots)
                for name, inner in value.items()
                if name not in {"uid", "input_sha256"}}
    if isinstance(value, list):
        return [renamed(inner, key, ids, slots) for inner in value]
    if isinstance(value, str):
        if key in {"slot", "slots"} or value in slots:
            return slots.get(value, value)
        return ids.get(value, value)
    return value


def id_names(before, after):
    ids = {before["event"]["id"]: after["event"]["id"]}
    for name in ("sessions", "agenda", "rooms", "interpreters", "participants",
                 "requests"):
        for one, other in zip(before.get(name, []), after.get(name, [])):
            ids[one["id"]] = other["id"]
            if one.get("topic"):
                ids[one["topic"]] = other["topic"]
    return ids


def meeting_id(text):
    return text[0] == "m" and text[1:].isdigit()


command, *paths = sys.argv[1:]
if command == "same":
    # same EVENT SHOWN SCHEDULE SHOWN-SCHEDULE: the same schedule but for names
    before, after, schedule, shown = map(load, paths)
    ids = id_names(before, after)
    slots = {}
    for row in schedule["slots"]:
        slots[row["id"]] = ids[row["session"]] + "-" + row["id"].rsplit("-", 1)[1]
        row["id"] = slots[row["id"]]
    mine = renamed(schedule, "", ids, slots)
    theirs = renamed(shown, "", {}, {})
    if mine != theirs:
        for key in mine:
            if mine[key] != theirs[key]:
                print("differs:", key)
                print(json.dumps(mine[key])[:2000])
                print(json.dumps(theirs[key])[:2000])
elif command == "pairs":
    before, after = map(load, paths)
    names = {}
    pair(before, after, names)
    print(len(names))
elif command == "left":
    # left OTHER FILE...: names of an event or a schedule that the files still have
    names = {text for text in texts(load(paths[0])) if not meeting_id(text)}
    names -= {"matchday", "accepted", "declined", "withdrawn", "schedule", "skip",
              "forbid", "allow", "auto", "never", "always", "registered", "cancelled"}
    for path in paths[1:]:
        whole = load(path)
        known = set(texts(whole))
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for name in sorted(names):
            if name in known or (len(name) > 5 and name in text):
                print(f"{path} has {name!r}")
    print(f"{len(names)} names")
END

names() {
    python3 names.py "$@" >names.out 2>&1 || wrong "names.py $*: $(cat names.out)"
}

for folder in "$source_root"/examples/*/; do
    example=$(basename "$folder")
    rm -rf plain shown again who.json first shown_first
    run 0 check "$folder" --normalised plain
    run 0 anonymise "$folder" -o shown --key who.json
    holds [ "$(stat -c %a who.json)" = 600 ]
    run 0 anonymise "$folder" -o again
    same shown again
    rm -r again
    run 0 check shown --normalised again
    holds cmp shown/event.json again/event.json
    names pairs plain/event.json shown/event.json
    names left plain/event.json shown/event.json
    says names.out '^[0-9]+ names$'
    holds [ "$(wc -l <names.out)" -eq 1 ]

    levels=guarantee,served,balance
    [ "$example" != tiny ] || levels=$levels,burden,comfort,compactness,rooms
    run 0 solve plain -o first --quiet --objective $levels
    run 0 solve shown -o shown_first --quiet --objective $levels
    names same plain/event.json shown/event.json first/schedule.json \
        shown_first/schedule.json
    silent names.out
    [ "$example" != ejrc-2021 ] || mkdir ejrc
    [ "$example" != ejrc-2021 ] || mv plain first ejrc
done

# A schedule that was sent, with it: what is told to whom afterwards is the same.
rm -rf plain shown first
mv ejrc/plain ejrc/first .
run 0 publish plain first
run 0 anonymise plain first -o shown --key who.json
holds [ "$(value served first/schedule.json)" = "$(value served shown/schedule.json)" ]
names left plain/event.json shown/event.json shown/schedule.json
holds [ "$(wc -l <names.out)" -eq 1 ]
names left first/schedule.json shown/schedule.json
holds [ "$(wc -l <names.out)" -eq 1 ]
run 0 verify shown shown
run 0 diff shown shown shown
rerun() {
    python3 - "$1" "$2" <<'END'
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    event = json.load(file)
event["participants"][3]["status"] = "cancelled"
event["rooms"][1]["name"] += " moved"
del event["rooms"][-1]
event["requests"][5]["status"] = "withdrawn"
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(event, file)
END
}
mkdir later shown_later
rerun plain/event.json later/event.json
rerun shown/event.json shown_later/event.json
run 0 solve later -o next --previous first --quiet --objective served
run 0 solve shown_later -o shown_next --previous shown --quiet --objective served
run 0 diff later first next
cut -d: -f1 stdout >told
run 0 diff shown_later shown shown_next
holds [ "$(wc -l <told)" -eq "$(wc -l <stdout)" ]

# With meetings that are off, people who left, and others than we would have written.
python3 - next/schedule.json <<'END'
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    schedule = json.load(file)
assert schedule["cancelled"] and schedule["addressees"]
schedule["generator"]["version"] = "by Tanaka"
schedule["cancelled"][0]["cause"] = "Tanaka is ill"
schedule["cancelled"][0]["reason"] = "Tanaka is ill"
schedule["cancelled"][0]["id"] = "Tanaka-1"
schedule["cancelled"][0]["uid"] = "tanaka@example.com"
for person in schedule["meetings"][0]["told"]["people"]:
    if "contact" in person:
        person["contact"] = person["contact"].upper()
for row in schedule["unscheduled"]:
    if row["detail"].get("slots"):
        row["detail"]["slots"][0] = "day-Tanaka"
        break
schedule["sending"] = "tanaka"
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(schedule, file)
END
run 0 anonymise later next -o shown_next2
holds [ -z "$(grep -il tanaka shown_next2/*.json)" ]
names left later/event.json shown_next2/event.json shown_next2/schedule.json
holds [ "$(wc -l <names.out)" -eq 1 ]
run 0 diff shown_next2 shown_next2 shown_next2

# The key: pseudonyms stay when people come and go.
rm -rf shown
mkdir grown
python3 - plain/event.json grown/event.json <<'END'
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    event = json.load(file)
first = event["participants"][0]
for place in ("0", "ga", "zzz"):
    event["participants"].append({"id": place + "-new", "organisation": "New " + place,
        "side": first["side"], "time_zone": first["time_zone"], "languages": ["en"]})
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(event, file)
END
cp who.json before.json
run 0 anonymise grown -o shown --key who.json
holds [ "$(grep -cFf before.json who.json)" -ge "$(grep -c pseudonym before.json)" ]
for name in 0-new ga-new zzz-new; do
    holds [ "$(grep -c "\"name\":\"$name\"" who.json)" -eq 1 ]
done
run 0 check shown

# Faults of the key.
run 2 anonymise "$tiny" -o shown --key shown/who.json
says stderr 'shown/who\.json.*lies in the folder that is shown'
mkdir shown/below
run 2 anonymise "$tiny" -o shown --key shown/below/who.json
says stderr 'lies in the folder that is shown'
rmdir shown/below

# Nothing else is shown, and nothing of an event is written over.
run 0 anonymise "$tiny" -o shown
cp -R "$tiny" day
run 3 anonymise day -o day
says stderr '^day: there are files in it already that .anonymise. did not write'
same "$tiny" day
run 3 anonymise plain -o plain
run 3 anonymise plain first -o first
says stderr '^first: there are files in it already'
printf 'mine' >shown/notes.txt
run 3 anonymise "$tiny" -o shown
rm shown/notes.txt
mkdir empty
run 0 anonymise "$tiny" -o empty
same shown empty

printf '{"format": "matchday-pseudonyms/1", "names": [{"kind": "participant", "pseudonym": "../x", "name": "gifu"}, {"kind": "town", "pseudonym": "body1", "name": "a"}]}' >bad.json
run 1 anonymise "$tiny" -o other --key bad.json
says stderr "names\[0\]\.pseudonym: '\.\./x' is no pseudonym"
says stderr "names\[1\]\.kind: .*town"
holds [ ! -e other ]
printf '{"format": "matchday-pseudonyms/1", "names": [{"kind": "participant", "pseudonym": "body2", "name": "gifu"}, {"kind": "participant", "pseudonym": "body1", "name": "kosice"}]}' >bad.json
run 1 anonymise "$tiny" -o other --key bad.json
says stderr "bad\.json: the pseudonym 'body1' is not in the order of the names"
printf '[]' >bad.json
run 1 anonymise "$tiny" -o other --key bad.json
says stderr 'expected an object with names'
run 2 anonymise "$tiny" a b -o other
says stderr "'b' is one too many"
run 3 anonymise "$tiny" -o other --key no/such/folder.json
holds [ ! -e other ]

end_tests
