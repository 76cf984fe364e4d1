# Beginning an event from an earlier one: what is kept, what is left out, who has met.
. "$(dirname "$0")/lib.sh"

# kept FIRST SECOND: what an event keeps of another is the same in both, as normalised.
cat >kept.py <<'EOF'
import json, sys

def kept(path):
    event = json.load(open(path + '/event.json'))
    for who in event['participants']:
        who.pop('calendar', None)
        who['status'] = 'registered'
        for contact in who.get('contacts', []):
            contact.pop('confirm', None)
    for one in event['rooms'] + event.get('interpreters', []):
        one.pop('available', None)
    for key in 'id', 'name', 'name_ja':
        event['event'].pop(key, None)
    return {key: event.get(key) for key in
            ('event', 'participants', 'rooms', 'interpreters', 'rules', 'weights', 'objective')}

def pairs(path):
    return {(pair['a'], pair['b']) for pair in json.load(open(path + '/event.json')).get('met_before', [])}

old, new = sys.argv[1:]
one, two = kept(old), kept(new)
for key in one:
    if one[key] != two[key]:
        print(key, 'differs')
        for a, b in zip(one[key], two[key]):
            if a != b:
                print(a, b, sep='\n')
if pairs(old) - pairs(new):
    print('forgotten:', pairs(old) - pairs(new))
EOF
kept() {
    python3 kept.py "$1" "$2" >different 2>&1
    silent different
}

for name in tiny ejrc-2021 startup-day occitanie-mission shizuoka-2024; do
    event=$source_root/examples/$name
    run 0 check "$event" --normalised old-$name
    for new in new-$name new-$name.xlsx; do
        run 0 init "$new" --from "$event" --date 2027-05-18
        run 0 check "$new" --normalised read
        says stderr "warning: contact_confirm: [0-9]+ contacts of an earlier event are still marked to be confirmed: "
        kept old-$name read
        rm -r read
    done
done

# Wording of mails comes along.
if [ -d "$source_root/examples/occitanie-mission/texts" ]; then
    same "$source_root/examples/occitanie-mission/texts" new-occitanie-mission/texts
fi

# What is not kept is told, each in a line; who met in the schedule is.
run 0 solve "$tiny" -o out --quiet
run 0 init next --from "$tiny" out
cat >expected <<'EOF'
next: made from tiny of 2026-05-19
  event: id 'tiny-2027', name 'A small matchmaking morning': look whether they are right
  kept: 6 participants with 7 contacts, each marked to be confirmed; 2 rooms; 1 interpreter; the rules
  met before: 5 pairs, 5 of them in meetings of out
  left out: the dates of 1 session
  left out: the hours of 2 participants
  left out: 11 requests
  left out: 1 agenda item
next: fill in its tables, then 'matchday check next'
EOF
same expected stdout
silent stderr
holds [ "$(wc -l <next/met_before.csv)" -eq 6 ]
says next/met_before.csv '^"gifu","kosice"'
holds [ "$(grep -c '"confirm"' next/participants.csv)" -eq 7 ]
says next/event.csv '^"Id / イベントID","tiny-2027"'

# Dates are to be filled in; the marks go one by one.
run 1 check next
says stderr '^next/sessions\.csv:2: date: is missing; expected a date'
change next/sessions.csv '2s/^"am",\([^,]*\),,/"am",\1,"2027-05-19",/'
run 0 check next
says stderr 'participants\.csv:2: warning: contact_confirm: 7 contacts .*: Misaki Tanaka \(gifu\), .* and others; expected'
change next/participants.csv '2,7s/"confirm"/ok/'
run 0 check next
says stderr 'participants\.csv:8: warning: contact_confirm: 1 contact of an earlier event is still marked .*: [^,]* \([a-z]*\); expected'
run 0 check next --normalised marked
says marked/event.json '"confirm":true'
run 0 check marked
says stderr 'event\.json:[0-9]*: warning: participants\[5\]\.contacts\[.\]\.confirm: 1 contact'
cat >next/requests.csv <<'EOF'
from,to
gifu,vitagora
grand-est,gifu
EOF
run 0 solve next -o nextout --quiet
change next/participants.csv '8s/"confirm"//'
run 0 verify next nextout
holds [ "$(grep -c 'has changed' stderr)" -eq 0 ] # a mark is no change of the event
says nextout/unscheduled.csv met_before

# Feedback says which meetings were held.
printf 'meeting,participant,held\nm0001,kosice,no\n' >feedback.csv
run 0 init again --from "$tiny" out --feedback feedback.csv
says stdout '^  met before: 4 pairs, 4 of them in meetings of out$'
run 1 init wrong --from "$tiny" out --feedback next/requests.csv
holds [ ! -e wrong ]

# The year in a name goes on; an id never stays the same.
cp -R "$tiny" y
change y/event.json 's/"id": "tiny"/"id": "day-2026-x"/; s/A small matchmaking morning/Day 2026 (12026)/'
run 0 init y2 --from y
says stdout "^  event: id 'day-2027-x', name 'Day 2027 \(12026\)'"
run 0 init y3 --from y --date 2026-11-03
says stdout "^  event: id 'day-2026-x-2', name 'Day 2026 \(12026\)'"
# The day is like the one before unless said otherwise.
says stdout '^2026-11-03, Tuesday: 95 minutes$'
says y3/sessions.csv '^"am","Meetings","2026-11-03",.*"20","5"'
says y3/form.en.txt '^am-04: '
run 0 init y4 --from y --date 2026-11-03 --slots 2 --minutes 30 --changeover 0 --zones Asia/Tokyo
says stdout '^2026-11-03, Tuesday: 60 minutes$'
says y4/event.csv '"Time zone / タイムゾーン","Asia/Tokyo"'

run 2 init z --from y --date 2026-05-19
says stderr "^--date: '2026-05-19' is not after 'day-2026-x', which ends on 2026-05-19"
run 2 init z out
says stderr '^matchday init: a schedule is of an earlier event; expected --from EVENT with it$'
run 2 init z --from y --feedback feedback.csv
says stderr '^matchday init: --feedback is about the meetings of a schedule'
run 2 init z --from y out out
says stderr '^matchday init: too many operands'
run 1 init z --from y out
says stderr "this is a schedule of the event 'tiny'"
run 3 init next --from y
says stderr 'next: is there already'
holds [ ! -e z ]

end_tests
