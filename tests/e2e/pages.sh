# programme.html of every example: well formed, needing nothing else, with every meeting
# and nothing that is not for everybody; whatever people typed.
. "$(dirname "$0")/lib.sh"

support=$source_root/tests/support

# judge EVENT SCHEDULE OUT
judge() {
    run 0 check "$1" --normalised plain
    holds python3 "$support/page.py" "$3/programme.html"
    holds python3 "$support/programme.py" plain/event.json "$2" "$3/programme.html"
    rm -rf plain
}

for folder in "$source_root"/examples/*/; do
    run 0 export "$folder" "$folder/expected/schedule.json" -o out
    judge "$folder" "$folder/expected/schedule.json" out
done

# Texts that mean something in HTML, in scripts and to eyes; addresses in names.
cat >nasty.py <<'END'
import json, sys

with open(sys.argv[1], encoding="utf-8") as file:
    event = json.load(file)
nasty = ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "``${x}",
         "\" onclick=\"alert(1)", "' x='", "</style><!-- ", "&lt;b&gt; & <b>", "{1} %s \\u003c",
         "javascript:alert(1)", "Ask misaki.tanaka@gifu.example.org"]
event["event"]["name"] = nasty[0]
event["event"]["name_ja"] = nasty[1]
event["event"]["organizer"]["name"] = nasty[3]
for k, who in enumerate(event["participants"]):
    who["organisation"] = f"{k} {nasty[k % len(nasty)]}"
    who["organisation_ja"] = f"岐{nasty[(k + 3) % len(nasty)]}"
    who["country"] = nasty[3] if k else "FR"
    who["side"] = nasty[4 + k % 2]
for k, room in enumerate(event["rooms"]):
    room["name"] = nasty[5 + k]
event["agenda"] = [dict(event["agenda"][0], id=f"a{k}", title=text, audience=audience)
                   for k, text in enumerate(nasty)
                   for audience in [["all", {"side": nasty[4]}, ["gifu", "iwate"], ["I1"]][k % 4]]]
event["agenda"].append(dict(event["agenda"][3], id="briefing", title="TOP-SECRET briefing"))
event["sessions"][0]["title"] = nasty[9]
event["sessions"][0]["breaks"] = [{"start": "09:45", "end": "09:50", "title": nasty[0]}]
for k, request in enumerate(event["requests"]):
    request["message"] = f"SECRET-MESSAGE {k}"
    request["note"] = f"SECRET-NOTE {k}"
event["requests"][0]["topic"] = event["requests"][1]["topic"] = "SECRET-TOPIC"
event["requests"][5]["status"] = "pending"
event["rules"] = {"pending": "schedule"}
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(event, file)
END
mkdir nasty
holds python3 nasty.py "$tiny/event.json" nasty/event.json
run 0 solve nasty -o nasty_out
holds grep -q 'To be confirmed' nasty_out/programme.html
holds python3 "$support/page.py" nasty_out/programme.html
holds python3 "$support/programme.py" nasty/event.json nasty_out/schedule.json nasty_out/programme.html
holds [ "$(grep -c 'SECRET' nasty_out/programme.html)" -eq 0 ]
holds [ "$(grep -c '…@…' nasty_out/programme.html)" -ge 1 ]
holds [ "$(grep -ic 'tanaka' nasty_out/programme.html)" -eq 0 ]

# What cancels is not told, nor who.
sed 's/"id": "iwate",/"id": "iwate", "status": "cancelled",/' "$tiny/event.json" >nasty/event.json
run 0 solve "$tiny" -o first
run 0 publish "$tiny" first/schedule.json
run 0 solve nasty -o second --previous first/schedule.json
says first/programme.html 'p=iwate'
holds [ "$(grep -ci 'iwate' second/programme.html)" -eq 0 ]
judge nasty second/schedule.json second

# An event without a meeting has a page, too.
sed 's/"accepted"/"declined"/' "$tiny/event.json" >nasty/event.json
run 0 solve nasty -o none
holds python3 "$support/page.py" none/programme.html
says none/programme.html 'Welcome'

# The judges themselves notice what is wrong.
refuse() {
    n_checks=$((n_checks + 1))
    cp out/programme.html broken.html
    change broken.html "$1"
    if python3 "$support/page.py" broken.html >/dev/null; then
        wrong "the judge does not mind: $1"
    fi
}
refuse 's|</main>|</div>|'
refuse 's|<h1|<h1 onclick="x"|'
refuse 's|<h1|<h1 style="x"|'
refuse 's|<main|<a href="https://example.org/">x</a><main|'
refuse 's|"use strict"|"use  strict"|'
refuse 's|box-sizing|box-sizinG|'
run 0 check "$tiny" --normalised plain
run 0 export "$tiny" "$tiny/expected/schedule.json" -o out
for edit in 's|Room 1|Room 3|' 's|href="#p=kosice"|href="#p=gifu"|' 's|<main|<p>Chloé Marchal</p><main|' \
    's|<footer|<p>no_common_slot</p><footer|'; do
    cp out/programme.html broken.html
    change broken.html "$edit"
    n_checks=$((n_checks + 1))
    if python3 "$support/programme.py" plain/event.json out/schedule.json broken.html >/dev/null; then
        wrong "the judge does not mind: $edit"
    fi
done

end_tests
