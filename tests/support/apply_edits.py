"""apply_edits.py EVENT.json EXPLAINED.json WHICH OUT.json: makes the edits of one
proposal that `explain --json` gave in a normalised event, as an organiser would.

WHICH is REQUEST/N (N from 0, "forced" or "yielding"). Without WHICH and OUT: lists all
that there are."""
import json, sys


def proposals(explained):
    for entry in explained["explained"]:
        for n, proposal in enumerate(entry.get("proposals", [])):
            yield f"{entry['request']}/{n}", proposal
        for name in ("forced", "yielding"):
            if name in entry:
                yield f"{entry['request']}/{name}", entry[name]


def apply(event, edit):
    rows = event.setdefault(edit["list"], [])
    if "set" in edit:
        (row,) = [row for row in rows if row["id"] == edit["id"]]
        row.update(edit["set"])
    elif "remove" in edit:
        wanted = edit["remove"].items()
        rows.remove(next(row for row in rows if wanted <= row.items()))
    else:
        rows.append(edit["add"])


with open(sys.argv[1], encoding="utf-8-sig") as file:
    event = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    explained = json.load(file)
found = dict(proposals(explained))
if len(sys.argv) == 3:
    print(*found, sep="\n")
    sys.exit()
for edit in found[sys.argv[3]]["edits"]:
    apply(event, edit)
with open(sys.argv[4], "w", encoding="utf-8") as file:
    json.dump(event, file, ensure_ascii=False)
