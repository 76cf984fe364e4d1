# No file that reaches one participant or interpreter has an address of another one:
# every file of every example is read, as it is sent and after a change.
. "$(dirname "$0")/lib.sh"

cat >look.py <<'END'
"""look.py EVENT OUT: prints what is leaked, and how many files and addresses were
looked at."""
import csv, email, email.policy, json, os, re, sys

folder, out = sys.argv[1:]
with open(os.path.join(folder, "event.json"), encoding="utf-8-sig") as file:
    event = json.load(file)


def rows(name):
    entries = event.get(name, [])
    if isinstance(entries, str):
        with open(os.path.join(folder, entries), encoding="utf-8-sig", newline="") as file:
            entries = list(csv.DictReader(file))
    return entries


owned = {}
for name in ("participants", "interpreters"):
    for entry in rows(name):
        mine = owned.setdefault((name, entry["id"]), set())
        for address in [entry.get("email"), entry.get("contact_email")] + [
            contact.get("email") for contact in entry.get("contacts", [])
        ]:
            if address:
                mine.add(address.lower())
everybody = set().union(*owned.values())


def texts(path):
    with open(path, "rb") as file:
        data = file.read()
    if path.endswith(".eml"):
        message = email.message_from_bytes(data, policy=email.policy.default)
        for part in message.walk():
            yield "\n".join(f"{key}: {value}" for key, value in part.items())
            if not part.is_multipart():
                yield part.get_payload(decode=True).decode("utf-8", "replace")
    yield data.decode("utf-8")


def owner(path):
    """Who gets the file, and whether it may name their own addresses."""
    part = path.split("/")
    if part[0] == "agendas":
        part = [name for name in part[1:] if name != "changes"]
        whose = "interpreters" if len(part) > 1 else "participants"
        return (whose, part[-1].rsplit(".", 1)[0]), False
    if part[0] == "invites":
        return ("participants", part[1]), True
    if part[:2] == ["mail", "interpreters"]:
        return ("interpreters", part[2].rsplit(".", 1)[0]), True
    if part[0] == "mail":
        return ("participants", part[-1].rsplit("-", 1)[0]), True
    return None, False


n_files = n_own = 0
for place, _, names in os.walk(out):
    for name in names:
        path = os.path.relpath(os.path.join(place, name), out)
        whose, own_allowed = owner(path)
        if not whose:
            continue
        n_files += 1
        if whose not in owned:
            print("nobody's:", path)
            continue
        allowed = owned[whose] if own_allowed else set()
        for text in texts(os.path.join(out, path)):
            text = re.sub(r"\r?\n[ \t]", "", text).lower()
            found = {address for address in everybody if address in text}
            n_own += len(found & allowed)
            for address in sorted(found - allowed):
                print(f"{path} has {address}")
print(f"{n_files} files, {n_own} own addresses of {len(everybody)}")
END

# change_sent SCHEDULE: as if some meetings had been sent with another room, and one
# had been called off since
cat >change_sent.py <<'END'
import json, sys

with open(sys.argv[1], encoding="utf-8") as file:
    schedule = json.load(file)
for meeting in schedule["meetings"][::3]:
    meeting["sent"]["start"] = meeting["sent"]["start"][:14] + "01:00Z"
    meeting["sequence"] += 1
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(schedule, file)
END

look() {
    python3 look.py "$1" "$2" >found
    holds [ "$(wc -l <found)" -eq 1 ]
    says found "^$3 files, [1-9][0-9]* own addresses of [1-9]"
}

for folder in "$source_root"/examples/*/; do
    example=$(basename "$folder")
    rm -rf first second plain schedule.json
    cp "$folder/expected/schedule.json" schedule.json
    [ -e "$folder/event.json" ] || {
        run 0 check "$folder" --normalised plain # which look.py can read
        folder=plain
    }
    run 0 export "$folder" schedule.json -o first
    look "$folder" first '[1-9][0-9]*'
    run 0 publish "$folder" schedule.json
    python3 change_sent.py schedule.json
    run 0 export "$folder" schedule.json -o second
    holds [ -n "$(ls second/agendas/changes)" ]
    look "$folder" second '[1-9][0-9]*'
done

# Addresses that people typed into what their partners read are told of, and left out.
mkdir typed
sed 's/"message": "Fermented food: /"topic": "Ask Chloe.Marchal@grand-est.example.org.", "message": "(misaki.tanaka@gifu.example.org, chloe.marchal@grand-est.example.org, or shop@example.net) /' \
    "$tiny/event.json" >typed/event.json
run 0 check typed
says stderr "message: 'misaki\.tanaka@gifu\.example\.org' is somebody's address, which partners"
says stderr "topic: 'Chloe\.Marchal@grand-est\.example\.org' is somebody's address"
holds [ "$(grep -c "is somebody's address" stderr)" -eq 2 ]
run 0 solve typed -o typed_out
look typed typed_out '[1-9][0-9]*'
cat typed_out/agendas/*.ics | tr -d '\r\n' | sed 's/ //g' >agendas
says agendas '(…@…\\,…@…\\,orshop@example.net)'
says agendas 'Ask…@…\.'

# Into names, too: of bodies, interpreters, rooms and agenda items, as they are and as
# people were told of them who are told of something else now. A link stays as it is.
mkdir named
sed -e 's/"organisation": "Vitagora"/"organisation": "Vitagora, ines.garnier@vitagora.example.org"/' \
    -e 's/"name": "Naomi Hayashi"/"name": "naomi.hayashi@example.org"/' \
    -e 's/"name": "Room 1"/"name": "Room 1 (misaki.tanaka@gifu.example.org)"/' \
    -e '/"id": "am"/s/"title": "/&yui.abe@sendai.example.org: /' \
    -e 's/"title": "Welcome"/"title": "Welcome by sota.kikuchi@iwate.example.org"/' \
    "$tiny/event.json" >named/event.json
run 0 check named
holds [ "$(grep -c "is somebody's address, which partners" stderr)" -eq 5 ]
says stderr "participants\[[0-9]\]\.organisation: 'ines\.garnier@vitagora\.example\.org' is somebody's address"
says stderr "interpreters\[0\]\.name: 'naomi\.hayashi@example\.org' is"
says stderr "rooms\[0\]\.name: 'misaki\.tanaka@gifu\.example\.org' is"
says stderr "sessions\[0\]\.title: 'yui\.abe@sendai\.example\.org' is"
says stderr "agenda\[0\]\.title: 'sota\.kikuchi@iwate\.example\.org' is"
run 0 solve named -o named_out
look named named_out '[1-9][0-9]*'
holds [ "$(grep -cE '(garnier|hayashi|tanaka|kikuchi|abe)@' named_out/programme.html)" -eq 0 ]
cat named_out/agendas/*.ics | tr -d '\r\n' | sed 's/ //g' >agendas
says agendas 'SUMMARY:Welcomeby…@…'
says agendas 'LOCATION:Room1\(…@…\)'
says agendas 'Vitagora\\,…@…'
run 0 publish named named_out
run 0 explain named named_out --for sendai --language en
holds [ "$(grep -c 'ines.garnier' stdout)" -eq 0 ]
run 0 followup named named_out --forms -o named_forms
holds [ "$(cat named_forms/forms/*.csv named_forms/*.csv 2>/dev/null | grep -c 'ines.garnier')" -eq 0 ]
change named/event.json '/"id": "welcome"/,/"audience"/d; s/{"id": "R1".*/{"id": "R3", "name": "Room 3", "url": "https:\/\/meet.example.org\/?who=Yui.Abe@sendai.example.org"},/'
run 0 check named
says stderr "rooms\[0\]\.url: 'Yui\.Abe@sendai\.example\.org' is somebody's address, and whoever gets this link"
change named/event.json 's/?who=Yui.Abe@sendai.example.org/3/'
run 0 solve named -o named_next --previous named_out
look named named_next '[1-9][0-9]*'
cat named_next/mail/*.eml named_next/agendas/changes/*.ics | tr -d '\r\n' | sed 's/=//g; s/ //g' >agendas
says agendas 'Welcomeby'

# The test itself notices a leak.
mkdir -p leak/agendas
printf 'DESCRIPTION:chloe.marchal@grand-est.exa\r\n mple.org\r\n' >leak/agendas/gifu.ics
python3 look.py "$tiny" leak >found
says found '^agendas/gifu\.ics has chloe\.marchal@grand-est\.example\.org$'

end_tests
