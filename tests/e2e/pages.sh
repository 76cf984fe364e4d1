# The pages of every example are well formed and need nothing else, whatever people typed;
# programme.html has every meeting and nothing that is not for everybody, report.html the
# figures that are counted again here.
. "$(dirname "$0")/lib.sh"

support=$source_root/tests/support

# judge EVENT SCHEDULE OUT
judge() {
    run 0 check "$1" --normalised plain
    holds python3 "$support/page.py" "$3/programme.html" "$3/report.html" "$3/runsheet.html"
    holds python3 "$support/programme.py" plain/event.json "$2" "$3/programme.html"
    holds python3 "$support/report.py" plain/event.json "$3"
    rm -rf plain
}

for folder in "$source_root"/examples/*/; do
    run 0 export "$folder" "$folder/expected/schedule.json" -o out
    judge "$folder" "$folder/expected/schedule.json" out
done

# Texts that mean something in HTML and in scripts; addresses in names.
mkdir nasty
holds python3 "$support/nasty_event.py" "$tiny/event.json" nasty/event.json
run 0 solve nasty -o nasty_out
holds grep -q 'To be confirmed' nasty_out/programme.html
holds python3 "$support/page.py" nasty_out/programme.html nasty_out/report.html \
    nasty_out/runsheet.html
holds python3 "$support/programme.py" nasty/event.json nasty_out/schedule.json nasty_out/programme.html
holds [ "$(grep -c 'SECRET' nasty_out/programme.html)" -eq 0 ]
holds [ "$(grep -c '…@…' nasty_out/programme.html)" -ge 1 ]
holds [ "$(grep -ic 'tanaka' nasty_out/programme.html)" -eq 0 ]
holds [ "$(grep -o 'SECRET-NOTE' nasty_out/report.html | wc -l)" -eq 11 ]

# What cancels is not told, nor who.
sed 's/"id": "iwate",/"id": "iwate", "status": "cancelled",/' "$tiny/event.json" >nasty/event.json
run 0 solve "$tiny" -o first
run 0 publish "$tiny" first/schedule.json
run 0 solve nasty -o second --previous first/schedule.json
says first/programme.html 'p=iwate'
holds [ "$(grep -ci 'iwate' second/programme.html)" -eq 0 ]
judge nasty second/schedule.json second
holds grep -q 'No schedule before was given' first/report.html
holds grep -q 'change-dropped' second/report.html
holds grep -q 'Iwate Prefecture has cancelled' second/report.html
run 0 publish nasty second/schedule.json
run 0 solve nasty -o third --previous second/schedule.json
holds grep -q 'Nothing has changed' third/report.html

# An event without a meeting has a page, too.
sed 's/"accepted"/"declined"/' "$tiny/event.json" >nasty/event.json
run 0 solve nasty -o none
holds python3 "$support/page.py" none/programme.html none/report.html none/runsheet.html
says none/programme.html 'Welcome'

# Very many rooms are a list from the start; long tables come in pieces.
mkdir many
python3 - >many/event.json <<'END'
import json

n = 151
print(json.dumps({
    "format": "matchday-event/1",
    "event": {"id": "many", "uid_domain": "example.org", "organizer": {"name": "Desk", "email": "desk@example.org"}},
    "sessions": [{"id": "s", "date": "2026-05-19", "start": "10:00", "end": "10:20", "meeting_minutes": 20}],
    "rooms": n,
    "participants": [{"id": f"{side}{k}", "side": side, "organisation": f"{side} {k}", "time_zone": "Europe/Paris"}
                     for side in ("EU", "JP") for k in range(n)],
    "requests": [{"id": f"r{k}", "from": f"EU{k}", "to": f"JP{k}"} for k in range(n)]}))
END
run 0 solve many -o many_out
judge many many_out/schedule.json many_out
holds grep -q '^<html lang="en" class="list" data-large>' many_out/programme.html
holds [ "$(grep -c 'table class="more"' many_out/report.html)" -ge 3 ]
holds [ "$(grep -c 'data-large' out/programme.html)" -eq 0 ]

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
