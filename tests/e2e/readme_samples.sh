# The event that the README shows, copied from it as it stands, can be scheduled.
. "$(dirname "$0")/lib.sh"

# sample FIRST_LINE: the text block of the README that begins with that line
sample() {
    awk -v first="$1" '/^```/ { inside = 0; fence = NR; next }
                       NR == fence + 1 && $0 == first { inside = 1 }
                       inside' "$source_root/README.md"
}

mkdir day
sample '{' >day/event.json
sample 'id,organisation,side,time_zone,languages,contact_name,contact_email,contact_language' \
    >day/participants.csv
sample 'id,from,to,priority,status' >day/requests.csv
holds [ -s day/event.json ]
holds [ -s day/participants.csv ]
holds [ -s day/requests.csv ]
holds grep -q '"[a-z]*;[a-z]*"' day/participants.csv

run 0 check day
silent stderr
says stdout '3 participants with 4 contacts'
run 0 solve day -o out
says stdout '2 of 2 possible meetings'

# The quotes are a matter of taste, as the README says.
change day/participants.csv 's/"//g'
run 0 check day
silent stderr
says stdout '3 participants with 4 contacts'

# So can its feedback be read; what comes of it is printed as it stands there.
sample 'meeting,participant,held,absent,rating,again,share_contact,outcome,next_step' >feedback.csv
sample '$ matchday followup examples/tiny out/tiny/schedule.json --feedback feedback.csv -o next --date 2026-11-03' |
    sed 1d >expected
holds [ -s feedback.csv ]
holds [ -s expected ]
run 0 solve "$tiny" -o tiny_out
run 0 followup "$tiny" tiny_out/schedule.json --feedback feedback.csv -o next --date 2026-11-03
same expected stdout

end_tests
