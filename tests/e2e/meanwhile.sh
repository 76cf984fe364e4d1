# Commands that write into one folder at the same time: what one has recorded there is
# not lost by the other, which had read what was there before.
. "$(dirname "$0")/lib.sh"

[ -d /proc/self/fd ] || exit 77 # what others have open cannot be seen here

mkdir event
cp "$tiny/event.json" event/

real=$(pwd -P)

# hold FOLDER: keeps it as a run does that writes there, until let_go
hold() {
    rm -f held
    python3 -c 'import fcntl, os, sys, time
fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX)
open("held", "w").close()
time.sleep(100)' "$1" &
    holder=$!
    await [ -e held ]
}

let_go() {
    kill $holder
    wait $holder 2>/dev/null
}

# await COMMAND...: until it is true
await() {
    n=0
    until "$@"; do
        sleep 0.05
        n=$((n + 1))
        [ $n -lt 1200 ] || { wrong "in vain: $*"; return; }
    done
}

# waits_for PROCESS FOLDER: it has come to where it opens the folder to lock it
waits_for() {
    find "/proc/$1/fd" -type l -exec readlink {} + 2>/dev/null | grep -qx "$2"
}

# overtaken ARGUMENT...: starts the command, which reads what is there and has to wait
# with writing into out; it stands still until it is to go on
overtaken() {
    hold out
    "$program" "$@" >its_stdout 2>its_stderr </dev/null &
    other=$!
    await waits_for $other "$real/out"
    kill -STOP $other
    await grep -q '^State:.*T' "/proc/$other/status"
    let_go
}

# goes_on STATUS: lets it
goes_on() {
    n_checks=$((n_checks + 1))
    kill -CONT $other
    wait $other
    status=$?
    if [ $status -ne "$1" ]; then
        wrong "what was overtaken ends with $status, not $1:"
        cat its_stdout its_stderr >&2
    fi
}

# A schedule is published while a new one is made from it.
run 0 solve event -o out
change event/event.json 's/"id": "iwate", /&"status": "cancelled", /'
overtaken solve event --previous out -o out
run 0 publish event out --unjudged
cp -r out published
goes_on 3
says its_stderr '^out/schedule\.json: was published meanwhile, .*nothing is written, .*run the same command again$'
same published out
run 0 solve event --previous out -o out
holds [ "$(find out/invites/iwate -name '*.ics' | wc -l)" -eq 1 ]

# Or without being made from it, or written again.
change event/event.json 's/"status": "cancelled", //'
run 0 solve event -o again
for command in 'solve event' 'export event again'; do
    rm -rf out
    cp -r again out
    # shellcheck disable=SC2086
    overtaken $command -o out
    run 0 publish event out
    cp -r out published.again
    goes_on 3
    same published.again out
    rm -rf published.again
done

# A draft is nobody's: the last one counts.
rm -rf out
cp -r again out
change event/event.json 's/"id": "iwate", /&"status": "cancelled", /'
overtaken solve event -o out
change event/event.json 's/"status": "cancelled", //'
run 0 solve event --objective served -o out
goes_on 0
holds [ "$(grep -c '"iwate"' out/meetings.csv)" -eq 0 ]

# Those who publish wait for who writes.
rm -rf out
cp -r again out
run 0 publish event out
cp out/schedule.json published.json
cp again/schedule.json out/
hold out
"$program" publish event out >its_stdout 2>its_stderr </dev/null &
other=$!
await waits_for $other "$real/out"
same again/schedule.json out/schedule.json
let_go
goes_on 0
same published.json out/schedule.json

# Answers that come while a new schedule is made with those before.
answer() { # ADDRESS PARTICIPANT PARTICIPANT: accepts the meeting of the two
    uid=$(sed -n "s/.*\"participants\":\\[\"$2\",\"$3\"\\].*\"uid\":\"\\([^\"]*\\)\".*/\\1/p" \
        out/schedule.json)
    printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nMETHOD:REPLY\r\n'
    printf 'BEGIN:VEVENT\r\nUID:%s\r\nSEQUENCE:0\r\nDTSTAMP:20260301T090000Z\r\n' "$uid"
    printf 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n' "$1"
}
rm -rf out
cp -r again out
answer misaki.tanaka@gifu.example.org gifu kosice >first.ics
answer yui.abe@sendai.example.org kosice sendai >second.ics
run 0 publish event out
run 0 replies event out first.ics
says stdout ' 1 new: 1 accepted'
overtaken solve event --previous out -o out
run 0 replies event out second.ics
says stdout ' 1 new: 2 accepted'
goes_on 3
says its_stderr '^out/replies\.json: got other answers meanwhile, which would be lost; nothing is written'
run 0 solve event --previous out -o out
holds [ "$(grep -c '"email"' out/replies.json)" -eq 2 ]

end_tests
