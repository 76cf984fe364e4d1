# explain: what it proposes is done by hand, and serves the request; what may be sent
# on has nothing of others in it.
. "$(dirname "$0")/lib.sh"
support=$source_root/tests/support

run 0 solve "$tiny" -o one

# A request: what is in the way, what would serve it, what it would cost.
run 0 explain "$tiny" one r03
says stdout '^r03  City of Sendai, Vitagora: not served, participant_full; worth 4$'
says stdout '^      - Vitagora is in m0004 \(Gifu Prefecture, Vitagora; worth 24\)$'
says stdout '^    1\. Vitagora: max_meetings 3 instead of 2 \(participants: max_meetings of .vitagora.\)$'
says stdout '^       and request r03 \(Vitagora to City of Sendai\) is locked$'
says stdout '^         served 46 instead of 42, '
says stdout '^         not held: m0004 \(Gifu Prefecture, Vitagora; worth 24\)$'
silent stderr
run 0 explain "$tiny" one r08
says stdout '^    1\. one more FR-JA interpreter in am-01, Tue 19 May 09:00 Brussels, 16:00 Tokyo$'
says stdout '^  as things are it cannot be held at all, whoever gives way: proven$'
run 0 explain "$tiny" one r09
says stdout 'Košice Region stays 20 minutes longer: is available Tue 19 May 09:50 Brussels'
says stdout 'Iwate Prefecture comes 10 minutes earlier'

# A meeting, by its id or a request of it: where else it could be.
run 0 explain "$tiny" one m0003
says stdout '^m0003  Grand Est, City of Sendai; worth 4$'
says stdout '^    am-02, .*: here$'
says stdout '^      - fits, all else staying where it is; compactness 1 instead of 0$'
says stdout '^      - with others moved, the best there has no less served, proven$'
cp stdout by_id
run 0 explain "$tiny" one r07
same by_id stdout

# A participant: asked, possible, served, why not the rest.
run 0 explain "$tiny" one vitagora
says stdout '^vitagora  Vitagora: 3 meetings asked for, 3 possible, 2 served$'
says stdout '^  r03 to City of Sendai: not served, participant_full$'
run 0 explain "$tiny" one participant:vitagora r03 --json
holds python3 -c 'import json, sys
said = json.load(sys.stdin)["explained"]
assert said[0]["participant"] == "vitagora" and said[0]["possible"] == 3
assert said[1]["request"] == "r03" and said[1]["reason"] == "participant_full"
assert said[1]["proposals"][0]["changes"][0]["kind"] == "max_meetings"' <stdout

# Where nobody interprets the languages, none is said to be taken.
run 0 explain "$tiny" one r08 --for 'Gifu Prefecture' --language en
says stdout '^No interpreter of the languages of this meeting is there at the times in question\.$'
run 0 explain "$tiny" one r08 --for gifu
says stdout '^該当する時間帯には、この面談の言語に対応できる通訳者がおりません。$'

# A limit of time says what was not tried, and claims nothing about it.
run 0 explain "$tiny" one r08 --time-limit 0.000001
says stdout '^  [0-9]+ changes that might serve it were not tried: there was no time left$'
says stdout '^  what it would cost others to hold it was not found out: there was no time left$'
says stdout '^      - no suitable interpreter is left$'
says stderr '^matchday explain: the time limit of 1e-06 s was reached, so not all was tried; --time-limit gives more$'
holds [ "$(grep -c 'no small change\|proven\|solve' stdout)" -eq 0 ]
run 0 explain "$tiny" one m0003 --time-limit 0.000001
says stdout '^      - with others moved: not tried, as there was no time left$'
holds [ "$(grep -c 'the best there' stdout)" -eq 0 ]
run 0 explain "$tiny" one r03 m0003 --time-limit 0.000001 --json
holds python3 -c 'import json, sys
said = json.load(sys.stdin)
assert not said["complete"] and said["explained"][0]["not_tried"] > 0
assert said["explained"][0]["forced_not_tried"] and not said["explained"][0]["cannot_be_forced"]
assert any(slot.get("not_tried") for slot in said["explained"][1]["slots"])' <stdout
run 0 explain "$tiny" one r03 m0003 --time-limit 100 --json
holds python3 -c 'import json, sys
said = json.load(sys.stdin)
assert said["complete"] and said["explained"][0]["not_tried"] == 0' <stdout
run 0 explain "$tiny" one r03 --for vitagora --time-limit 0.000001
says stderr 'the time limit of 1e-06 s was reached'
run 2 explain "$tiny" one r03 --time-limit 0

# What people mistype.
run 2 explain "$tiny" one
run 2 explain "$tiny" one r3
says stderr "no request, meeting or participant 'r3'; did you mean 'r03'\?"
run 2 explain "$tiny" one --for vitagra
says stderr "there is no participant 'vitagra'; did you mean 'vitagora'\?"
run 2 explain "$tiny" one --for Prefecture
says stderr "there is no participant 'Prefecture'; expected an id or a name of one"
run 2 explain "$tiny" one --for 'Est'
says stderr "there is no participant 'Est'; did you mean 'Grand Est'\?; expected an id or a name"
run 2 explain "$tiny" one 'City of Senda'
says stderr "no request, meeting or participant 'City of Senda'; did you mean 'City of Sendai'\?"
run 2 explain "$tiny" one r08 --for vitagora
says stderr "'vitagora' is in none of that"
silent stdout
run 2 explain "$tiny" one --for vitagora --language de
says stderr "expected 'en', 'ja' or 'fr'"

# The same for any number of threads.
run 0 explain "$tiny" one r03 r08 r09 r10 r11 m0004 --json --threads 1
cp stdout with_one
run 0 explain "$tiny" one r03 r08 r09 r10 r11 m0004 --json --threads 3
same with_one stdout

# served REQUEST SCHEDULE: whether it stands in a meeting
served() {
    python3 -c 'import json, sys
request, path = sys.argv[1:]
meetings = json.load(open(path, encoding="utf-8"))["meetings"]
sys.exit(not any(request in meeting["requests"] for meeting in meetings))' "$1" "$2"
}

# try_all EVENT SCHEDULE EXPLAINED: every proposal, by hand, in both ways
try_all() {
    rm -rf normal
    run 0 check "$1" --normalised normal
    python3 "$support/apply_edits.py" normal/event.json "$3" >all
    holds [ -s all ]
    while read -r which; do
        rm -rf changed fresh rerun
        mkdir changed
        holds python3 "$support/apply_edits.py" normal/event.json "$3" "$which" \
            changed/event.json
        run 0 solve changed -o fresh --quiet
        holds served "${which%/*}" fresh/schedule.json
        run 0 solve changed -o rerun --previous "$2" --quiet
        holds served "${which%/*}" rerun/schedule.json
        # What was told of them is what they are.
        holds python3 -c 'import json, sys
explained, which = json.load(open(sys.argv[1], encoding="utf-8")), sys.argv[2]
request, n = which.split("/")
entry = next(e for e in explained["explained"] if e["request"] == request)
told = entry["proposals"][int(n)] if n.isdigit() else entry[n]
for key, path in (("solve", "fresh"), ("solve_previous", "rerun")):
    levels = json.load(open(path + "/schedule.json", encoding="utf-8"))["objective"]
    now = {level["name"]: level["value"] for level in levels}
    for level in told[key]["levels"]:
        assert now[level["name"]] == level["value"], (which, key, level, now)' "$3" "$which"
    done <all
}
try_all "$tiny" one with_one
holds [ "$(wc -l <all)" -ge 5 ]

# A day of which more is known: one request for each reason that limits have.
shizuoka=$source_root/examples/shizuoka-2024
run 0 solve "$shizuoka" -o two --quiet
requests=$(python3 -c 'import json
first = {}
for entry in json.load(open("two/schedule.json", encoding="utf-8"))["unscheduled"]:
    first.setdefault(entry["reason"], entry["requests"][0])
print(*(first[r] for r in ("participant_full", "interpreters_full")))')
# shellcheck disable=SC2086
run 0 explain "$shizuoka" two $requests --json
cp stdout explained
try_all "$shizuoka" two explained

# Letters: to everybody about all, in each language; of the larger event to some.
cat >look.py <<'END'
"""look.py EVENT.json SCHEDULE.json READER LETTER: prints what is in the letter that is
nobody's business: names and addresses of others, notes, messages, ids, answers."""
import json, re, sys

event = json.load(open(sys.argv[1], encoding="utf-8"))
schedule = json.load(open(sys.argv[2], encoding="utf-8"))
reader, text = sys.argv[3], open(sys.argv[4], encoding="utf-8").read()
mine = {reader}
served = {request for meeting in schedule["meetings"] for request in meeting["requests"]}
for request in event["requests"]:
    people = {request["from"], request["to"], *request.get("also", [])}
    if request["from"] == reader and request["id"] not in served:
        mine |= people
secret = set()
for entry in event["participants"]:
    words = [contact.get(key) for contact in entry.get("contacts", [])
             for key in ("name", "name_ja", "email")]
    if entry["id"] not in mine:
        words += [entry.get(key) for key in ("organisation", "organisation_ja")]
    secret |= {word for word in words if word}
for entry in event.get("interpreters", []):
    secret |= {word for word in (entry.get("name"), entry.get("email")) if word}
for request in event["requests"]:
    secret |= {word for word in (request.get("message"), request.get("note")) if word}
secret |= {meeting["id"] for meeting in schedule["meetings"]}
names = [entry.get(key) or "" for entry in event["participants"] if entry["id"] in mine
         for key in ("organisation", "organisation_ja")]
desk = json.dumps(event["event"], ensure_ascii=False)
for word in sorted(secret):
    if word in text and word not in desk and not any(word in name for name in names):
        print(reader, "is told", repr(word))
for word in ("declin", "refus", "辞退", "withdr", "priorit", "優先", "rank", "locked", "outranked",
             "not_"):
    if word in text.lower():
        print(reader, "is told", repr(word))
END
n_letters=0
n_choices=0
for folder in tiny shizuoka-2024; do
    out=one
    languages='en ja fr'
    [ $folder = tiny ] || {
        out=two
        languages=en
    }
    rm -rf normal
    run 0 check "$source_root/examples/$folder" --normalised normal
    for reader in $(python3 -c 'import json
for entry in json.load(open("normal/event.json", encoding="utf-8"))["participants"][:6]:
    print(entry["id"])'); do
        for language in $languages; do
            run 0 explain "$source_root/examples/$folder" $out --for "$reader" \
                --language $language
            n_letters=$((n_letters + 1))
            n_choices=$((n_choices + $(grep -cE '^  [1-3]\. ' stdout)))
            cp stdout letter
            holds [ "$(grep -cE '^  4\. ' letter)" = 0 ]
            python3 look.py normal/event.json $out/schedule.json "$reader" letter >told ||
                wrong "letters of $reader cannot be looked at"
            silent told
        done
    done
done
holds [ $n_letters -ge 24 ]
holds [ $n_choices -ge 3 ]
# An answer of somebody else's is told in the same words as want of room in the day.
run 0 explain "$tiny" one r10 --for grand-est --language en
says stdout '^Not every wish could find a place in the programme of the day\.$'
says stdout '^Should it become possible after all, we will let you know at once\.$'
run 0 explain "$tiny" one r03 --for vitagora --language fr
says stdout "^À l’attention de Vitagora$"
says stdout "^  1\. vous acceptez jusqu’à 3 rendez-vous ; le rendez-vous aurait lieu : mardi 19 mai 2026"
run 0 explain "$tiny" one --for sendai --json
holds python3 -c 'import json, sys
(said,) = json.load(sys.stdin)["explained"]
assert said["for"] == "sendai" and said["language"] == "ja" and "御中" in said["text"]' <stdout

# The README shows what is said.
mkdir examples
cp -r "$tiny" examples/tiny
run 0 solve examples/tiny -o out/tiny
"$program" explain examples/tiny out/tiny r08 >said 2>&1
awk -v first='$ matchday explain examples/tiny out/tiny r08' '
    $0 == first { inside = 1; next }
    /^```/ { inside = 0 }
    inside' "$source_root/README.md" >shown
holds [ -s shown ]
same shown said

end_tests
