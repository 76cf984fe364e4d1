# Files that are missing, broken or not to be written; nothing half done is left.
. "$(dirname "$0")/lib.sh"

# bad NAME TEXT PATTERN: an event.json of that text is the input's fault
bad() {
    mkdir -p "$1"
    printf '%s' "$2" >"$1/event.json"
    run 1 check "$1"
    says stderr "event\.json"
    says stderr "$3"
    run 1 solve "$1" -o "out_of_$1"
    says stderr "$3"
    holds [ ! -e "out_of_$1" ]
}

run 3 check no-such-folder
says stderr 'no-such-folder'
run 3 solve no-such-folder -o out
holds [ ! -e out ]
mkdir empty
run 3 check empty
says stderr 'event\.json'

bad nothing '' 'event\.json'
bad broken '{"format": "matchday-event/1", "event": {"id": "x"' 'event\.json'
bad array '[]' 'object'
bad other '{"format": "matchday-event/9"}' 'matchday-event/1'
bad unnamed '{"format": "matchday-event/1", "event": {}, "sessions": [], "participants": [], "requests": []}' \
    'event\.id'

# All faults are told at once, each with its line.
mkdir faults
sed -e 's/"to": "gifu", "priority": 5, "status": "accepted"/"to": "gifoo", "priority": 9, "status": "perhaps"/' \
    -e 's/"end": "10:35"/"end": "25:35"/' "$tiny/event.json" >faults/event.json
run 1 check faults
says stderr 'event\.json:[0-9]+: .*gifoo'
says stderr 'event\.json:[0-9]+: .*priority'
says stderr 'event\.json:[0-9]+: .*perhaps'
says stderr 'event\.json:[0-9]+: .*25:35'

# A list in a file: the file and its line are named.
make_event made 4 3
change made/requests.csv '3s/,[a-z]*[0-9]*,/,nobody,/'
run 1 check made
says stderr 'requests\.csv:3: .*nobody'
rm made/requests.csv
run 1 check made
says stderr 'event\.json:[0-9]+: .*made/requests\.csv'

# A misspelt field is told, and the rest is done.
make_event made 4 3
change made/participants.csv '1s/contact_email/contact_emial/'
run 0 check made
says stderr "participants\.csv:[12]: .*contact_emial.*contact_email"

# Bad input leaves a folder with earlier results as it is.
run 0 solve "$tiny" -o out
cp -R out earlier
run 1 solve faults -o out
same out earlier
run 1 export faults out/schedule.json -o out
same out earlier

# Nor is anything written where it cannot be.
printf 'a file' >in_the_way
run 3 solve "$tiny" -o in_the_way
says stderr 'in_the_way'
run 3 solve "$tiny" -o in_the_way/below
says stderr 'in_the_way'
holds [ "$(cat in_the_way)" = 'a file' ]
run 3 model "$tiny" -o no/such/folder.lp
says stderr 'no/such/folder'
if [ "$(id -u)" -ne 0 ]; then
    mkdir closed
    chmod a-w closed
    run 3 solve "$tiny" -o closed/out
    says stderr 'closed'
fi

# A disk that is full: what was there stays, and nothing is added.
for folder in out fresh; do
    n_checks=$((n_checks + 1))
    (
        trap '' XFSZ
        ulimit -f 6
        "$program" solve "$tiny" -o $folder --seed 2 -q
        echo "status $?"
    ) 2>&1 | cat >stderr
    says stderr "^$folder/.*: cannot be written: File too large"
    says stderr '^status 3'
done
holds [ ! -e fresh ]
same out earlier

# Schedules that are none.
run 3 verify "$tiny" no-such-file.json
says stderr 'no-such-file'
printf '{' >broken.json
run 1 verify "$tiny" broken.json
says stderr 'broken\.json'
run 1 verify "$tiny" "$tiny/event.json"
says stderr 'matchday-schedule/1'
run 1 export "$tiny" broken.json -o out
same out earlier
run 1 publish "$tiny" broken.json
holds [ "$(cat broken.json)" = '{' ]
run 1 solve "$tiny" -o out --previous broken.json
same out earlier
run 3 solve "$tiny" -o out --previous no-such-file.json
same out earlier

# Locks that hold alone and not together: no schedule, and both are named.
mkdir locks
sed 's/^  "requests": \[/  "locks": [{"request": "r01", "slot": "am-01"}, {"request": "r04", "slot": "am-01"}],\n&/' \
    "$tiny/event.json" >locks/event.json
run 1 check locks
run 1 solve locks -o out
says stderr 'locks\[0\].*gifu.*vitagora'
says stderr 'locks\[1\].*gifu.*kosice'
same out earlier

# What people wrote cannot steer the terminal.
sed 's/"to": "gifu"/"to": "gi\\u001b[31mfu"/' "$tiny/event.json" >faults/event.json
run 1 check faults
says stderr 'u001b'
holds [ "$(tr -d '\033' <stderr | cmp - stderr)" = '' ]

end_tests
