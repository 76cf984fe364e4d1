# One event through all its states: two drafts, publication, three rounds of changes,
# somebody who does not come on the day, feedback, and the round after. In each state the schedule
# keeps every rule and everything that people were sent; who must be told has a file,
# and nobody else.
. "$(dirname "$0")/lib.sh"
. "$source_root/tests/support/rounds.sh"

make_event event 14 6
sed -i 's/"uid_domain"/"name": "Made day", "uid_domain"/' event/event.json
holds grep -q '"rooms": 10,' event/event.json

# Two drafts: the second for one wish more. Nobody was sent anything.
run 0 solve event -o draft1
judge event draft1/schedule.json
check_invites draft1
echo 'r9001,eu013,jp013,5' >>event/requests.csv
step draft2 draft1
holds [ "$(cat draft1/schedule.json draft2/schedule.json | grep -c '"sent":{')" -eq 0 ]
holds [ "$(meetings draft2/schedule.json | sequence | sort -u)" = 0 ]
holds [ "$(cancelled draft2/schedule.json | wc -l)" -eq 0 ]
says draft2/schedule.json '"requests":\["r9001"'

run 0 publish event draft2/schedule.json
n_sent=$(meetings draft2/schedule.json | wc -l)
holds [ "$(grep -c '"sent":{"state":"confirmed"' draft2/schedule.json)" -eq "$n_sent" ]

# First round: two bodies cancel, a late one comes with wishes.
sed -i '1s/$/,status/; /^eu003,/s/$/,cancelled/; /^jp005,/s/$/,cancelled/' event/participants.csv
echo 'jp099,Late Prefecture,JP,Asia/Tokyo,L,late@example.org,' >>event/participants.csv
printf 'r9002,jp099,eu001,5\nr9003,eu002,jp099,4\n' >>event/requests.csv
step round1 draft2
n_gone=$(grep -cE '"participants":\[[^]]*"(eu003|jp005)"' draft2/schedule.json)
holds [ "$(cancelled round1/schedule.json | grep -cE '"(eu003|jp005)"')" -gt 0 ]
holds [ "$n_gone" -gt 0 ]
says round1/schedule.json '"requests":\["r9003"|"requests":\["r9002"'
# The level stability is first, and proven.
says round1/schedule.json '{"name":"stability","sense":"min","value":[0-9]*,"bound":[0-9]*,"status":"optimal"}'
# A draft on a draft: what was sent stays what was sent.
step round1_again round1
same round1/schedule.json round1_again/schedule.json
run 0 diff event draft2/schedule.json round1/schedule.json
run 0 publish event round1/schedule.json

# Second round: a room is lost, another body is away for an hour, a wish is withdrawn.
change event/event.json 's/"rooms": 10/"rooms": 8/'
echo 'eu001,2026-05-19T08:00,2026-05-19T09:00,unavailable' >>event/availability.csv
withdrawn=$(meetings round1/schedule.json | sed -n '1s/.*"requests":\["\([^"]*\)"\].*/\1/p')
holds [ -n "$withdrawn" ]
sed -i "1s/\$/,status/; /^$withdrawn,/s/\$/,withdrawn/" event/requests.csv
step round2 round1
holds [ "$(meetings round2/schedule.json | sed 's/"uid".*//' | grep -c '"room":"R09"\|"room":"R10"')" -eq 0 ]
says round2/schedule.json "\"requests\":\\[\"$withdrawn\"\\].*\"reason\":\"withdrawn\""
run 0 publish event round2/schedule.json

# Third round: one who cancelled comes back, the day ends one slot earlier.
sed -i '/^eu003,/s/,cancelled$/,/' event/participants.csv
change event/event.json 's/"end": "10:30"/"end": "10:10"/'
step round3 round2
holds [ "$(meetings round3/schedule.json | sed 's/"uid".*//' | grep -c '"slot":"s-06"')" -eq 0 ]
# Who comes back is told under the identity that was called off.
cancelled round2/schedule.json | uids >called_off
meetings round3/schedule.json | uids >on_again
back=$(comm -12 called_off on_again | head -1)
if [ -n "$back" ]; then
    meetings round3/schedule.json | grep "$back" >line
    holds [ "$(sequence <line)" -ge 2 ]
    says line '"sent":{"state":"cancelled"'
fi
run 0 publish event round3/schedule.json
# Published and nothing changed: nobody is told anything.
step quiet round3
holds [ ! -e quiet/invites ]

# On the day, before the third slot: one who has talks in it does not come, and has had
# some. What has begun stays, theirs too, and so do the talks of all others.
absent=$(meetings round3/schedule.json | sed 's/"uid".*//' |
    sed -n '/"slot":"s-03"/s/.*"participants":\["[^"]*","\(jp[0-9]*\)"\].*/\1/p' |
    while read -r one; do
        meetings round3/schedule.json | sed 's/"uid".*//' | grep '"slot":"s-0[12]"' |
            grep -o "\"$one\"" | tr -d '"'
    done | head -1)
holds [ -n "$absent" ]
change event/participants.csv "/^$absent,/s/,*\$/,cancelled/"
step on_the_day round3 --freeze-before 2026-05-19T06:50:00Z
early() {
    meetings "$1/schedule.json" | grep '"slot":"s-0[12]"' | sed 's/,"frozen":true//' | sort
}
early round3 >early_before
early on_the_day >early_after
holds [ -s early_before ]
holds grep -q "\"$absent\"" early_after
same early_before early_after
holds [ "$(meetings on_the_day/schedule.json | grep -c '"frozen":true')" -eq "$(wc -l <early_after)" ]
holds [ "$(meetings on_the_day/schedule.json | sed 's/"uid".*//' |
    grep '"slot":"s-0[345]"' | grep -c "\"$absent\"")" -eq 0 ]
holds [ "$(cancelled on_the_day/schedule.json | grep -v '"sent":{"state":"cancelled"' |
    grep "\"$absent\"" | grep -c '"cause":"participant_cancelled"')" -gt 0 ]
says on_the_day/changes.csv "\"cancelled\",.*\"participant_cancelled\",\"[^\"]* has cancelled\""
# In time for the next slot.
run 0 publish event on_the_day/schedule.json
held=on_the_day

# Feedback: two were stood up, some want to go on, one does not.
first=$(meetings "$held/schedule.json" | sed -n '1s/.*"id":"\(m[0-9]*\)".*/\1/p')
run 0 followup event "$held/schedule.json" --forms -o forms
holds [ "$(find forms -name '*.csv' | wc -l)" -gt 20 ]
{
    echo 'meeting,participant,held,absent,rating,again,share_contact,outcome,next_step'
    meetings "$held/schedule.json" |
        sed 's/^    {"id":"\([^"]*\)".*"participants":\["\([^"]*\)","\([^"]*\)"\].*/\1 \2 \3/' |
        awk 'NR % 7 == 1 { printf "%s,%s,no,%s,,,,,\n", $1, $2, $3; next }
             NR % 7 == 2 { printf "%s,%s,yes,,5,yes,yes,project,Step %d\n%s,%s,yes,,4,yes,no,talks,\n",
                               $1, $2, NR, $1, $3; next }
             NR % 7 == 3 { printf "%s,%s,yes,,4,yes,,,Wish %d\n", $1, $3, NR; next }
             NR % 7 == 4 { printf "%s,%s,yes,,4,yes,,,\n%s,%s,yes,,1,no,no,none,\n", $1, $2, $1, $3 }'
} >feedback.csv
run 0 followup event "$held/schedule.json" --feedback feedback.csv -o second \
    --date 2026-06-16 --date 2026-10-27
says stderr 'the clocks change before 2026-10-27'
says second/outcomes.csv "^\"$first\".*\"no\",.*comes first"
holds [ "$(grep -c '"follow_up":true' second/event.json)" -gt 5 ]
run 0 solve second -o second_out
judge second second_out/schedule.json
{ meetings "$held/schedule.json"; cancelled "$held/schedule.json"; } | uids >first_round
meetings second_out/schedule.json | uids >second_round
holds [ -s second_round ]
holds [ "$(comm -12 first_round second_round | wc -l)" -eq 0 ]
# Whoever met meets again only for a follow-up.
meetings second_out/schedule.json | grep -o '"requests":\["f[0-9]*"' >follow_ups
holds [ -s follow_ups ]

# The second round lives like the first: published, changed, judged.
run 0 publish second second_out/schedule.json
change second/event.json 's/{"id":"eu002",\(.*\)"status":"registered"}/{"id":"eu002",\1"status":"cancelled"}/'
run 0 solve second -o second_again --previous second_out/schedule.json
judge second second_again/schedule.json --previous second_out/schedule.json
check_history second_out/schedule.json second_again/schedule.json
check_invites second_again

end_tests
