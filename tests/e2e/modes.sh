# What the program writes is for its owner alone, whatever the user's umask: files 0600
# and folders 0700. Who opens a file to others finds it open after the next run.
. "$(dirname "$0")/lib.sh"
umask 000

# closed FOLDER: all that is in it, itself included
closed() {
    n_checks=$((n_checks + 1))
    open=$(find "$1" -type f ! -perm 0600 -o -type d ! -perm 0700)
    [ -z "$open" ] || wrong "others can reach in $1: $(ls -ld $open)"
    holds [ -n "$(find "$1" -type f)" ]
}

# Everything in here is written by the program.
if "$program" init book.xlsx >stdout 2>stderr; then
    holds [ "$(stat -c %a book.xlsx)" = 600 ]
else
    says stderr 'made without libxlsxwriter'
fi
run 0 init tables --date 2027-05-18
closed tables
mkdir event
cp "$tiny/event.json" event/
run 0 check event --normalised normalised
closed normalised
run 0 solve event -o out
closed out
run 0 export event out -o exported --drafts
closed exported
run 0 publish event out
closed out
cp event/event.json before.json
change event/event.json 's/"max_meetings": *2/"max_meetings": 3/'
run 0 solve event -o rerun --previous out
closed rerun
run 0 diff event out rerun -o changes
closed changes
run 0 anonymise event -o nobody --key key.json
closed nobody
holds [ "$(stat -c %a key.json)" = 600 ]
run 0 model event -o served.lp
holds [ "$(stat -c %a served.lp)" = 600 ]
run 0 move event out grand-est,sendai 10:15
holds [ "$(stat -c %a event/locks.csv)" = 600 ]
run 0 followup before.json out --forms -o forms
closed forms
printf 'meeting,participant,held,again,share_contact\n%s\n%s\n' \
    m0001,kosice,yes,yes,yes m0001,sendai,yes,yes,yes >feedback.csv
run 0 followup before.json out --feedback feedback.csv -o next
closed next
holds [ -d next/contacts ]
sed 's/"accepted"/"acepted"/' before.json >wrong.json
run 1 check wrong.json -o wrong_rows
[ ! -e wrong_rows ] || closed wrong_rows

# Answers, and a sending that comes to nothing: its ledger is kept all the same.
cat >answer.ics <<END
BEGIN:VCALENDAR
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
UID:$(sed -n 's/.*"participants":\["gifu","vitagora"\].*"uid":"\([^"]*\)".*/\1/p' out/schedule.json)
SEQUENCE:0
DTSTAMP:20260301T090000Z
ATTENDEE;PARTSTAT=DECLINED:mailto:misaki.tanaka@gifu.example.org
END:VEVENT
END:VCALENDAR
END
run 0 replies before.json out answer.ics -o declined
closed declined
closed out

run 0 solve before.json -o unsent
"$program" send before.json unsent --really --server smtp://localhost:1 --retries 0 \
    >stdout 2>stderr </dev/null
says stderr "not sent|built without libcurl"
closed out

# What was opened to a colleague stays so.
chmod 0750 rerun
chmod 0640 rerun/meetings.csv
run 0 solve event -o rerun --previous out --drafts
holds [ "$(stat -c %a rerun)" = 750 ]
holds [ "$(stat -c %a rerun/meetings.csv)" = 640 ]
holds [ -z "$(find rerun -type f ! -name meetings.csv ! -perm 0600)" ]

end_tests
