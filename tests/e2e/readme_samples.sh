# What the README shows works as it stands there: the event, what is said of mistakes
# in it, and the commands in their order.
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
# It is another event than the one that the README solves, also by its id.
run 1 verify "$tiny" out
says stderr "this is a schedule of the event 'morning'; expected one of 'tiny'"

# The quotes are a matter of taste, as the README says.
change day/participants.csv 's/"//g'
run 0 check day
silent stderr
says stdout '3 participants with 4 contacts'

# Two mistakes, and what is said of them.
cp day/requests.csv right.csv
change day/requests.csv '3s/accepted/Acepted/; 4s/vitagora/Vitagra/'
run 1 check day
sample "$(head -1 stderr)" >shown
same shown stderr
cp right.csv day/requests.csv

# Each command of a line of its own, and those whose answers are shown, but for what
# is refused: that is in lock.sh.
sample 'meeting,participant,held,absent,rating,again,share_contact,outcome,next_step' >feedback.csv
holds [ -s feedback.csv ]
awk '/^    matchday /   { sub(/^    matchday /, ""); sub(/ *#.*/, ""); print; next }
     shown && !/expected/ { print shown }
     { shown = "" }
     /^\$ matchday /     { shown = $0; sub(/^\$ matchday /, "", shown) }' \
    "$source_root/README.md" >commands
holds [ "$(wc -l <commands)" -ge 9 ]
while read -r command; do
    rm -rf examples # some commands change their event
    cp -R "$source_root/examples" examples
    # shellcheck disable=SC2086
    run 0 $command
done <commands

end_tests
