"""nasty_event.py TINY_EVENT RESULT: the event with texts that mean something in HTML and in
scripts, with addresses in names, and with what is not for everybody marked as SECRET."""
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
