# verify accepts what solve wrote and finds each change that breaks a rule or a claim.
. "$(dirname "$0")/lib.sh"

run 0 solve "$tiny" -o out
run 0 verify "$tiny" out/schedule.json
silent stderr
run 0 verify "$tiny/event.json" out/schedule.json

# tampered SED_SCRIPT PATTERN: with the change, verify says so
tampered() {
    cp out/schedule.json changed.json
    change changed.json "$1"
    run 1 verify "$tiny" changed.json
    cat stdout stderr >said
    says said "$2"
}

# Where two meetings of the first slot begin.
first=$(grep -n '"slot": *"am-01"' out/schedule.json | head -1 | cut -d: -f1)
line_of_gifu=$(grep -n '"requests": *\["r01"' out/schedule.json | head -1 | cut -d: -f1)
holds [ -n "$first" ]
holds [ -n "$line_of_gifu" ]

tampered "${line_of_gifu}s/\"slot\": *\"am-0[0-9]\"/\"slot\": \"am-04\"/" 'am-0'
tampered "${line_of_gifu}s/\"room\": *\"R[12]\"/\"room\": \"R9\"/" 'R9'
tampered "${line_of_gifu}s/\"interpreter\": *\"I1\"/\"interpreter\": null/" 'interpreter'
tampered "${line_of_gifu}s/\"requests\": *\\[\"r01\", */\"requests\": [/" 'r01'
tampered "${line_of_gifu}s/\"vitagora\"/\"iwate\"/" '.'
tampered 's/\("name": *"served".*"value": *\)[0-9]*/\1999/' 'served'
tampered 's/\("name": *"served".*"bound": *\)[0-9]*/\11/' 'served'
tampered 's/\("name": *"guarantee", *"sense": *\)"min"/\1"max"/' 'guarantee'
tampered 's/"event": *"tiny"/"event": "other"/' 'other'

# A meeting left out, and with it its requests.
cp out/schedule.json changed.json
change changed.json "${line_of_gifu}d"
run 1 verify "$tiny" changed.json

# The schedule stays, the event moves: what it rests on is gone.
mkdir moved
sed 's/"participant": "iwate", "start": "2026-05-19T17:00"/"participant": "iwate", "start": "2026-05-19T17:30"/' \
    "$tiny/event.json" >moved/event.json
run 1 verify moved out/schedule.json
cat stdout stderr >said
says said 'iwate|am-04'

end_tests
