# Everything that was written goes, and nothing else.
. "$(dirname "$0")/lib.sh"

files() {
    find "$1" -type f | wc -l
}

run 0 solve "$tiny" -o out --quiet
holds [ "$(files out)" -gt 30 ]
n=$(($(files out) - 1)) # but for the list itself
run 0 purge out --dry-run
says stdout "^out: $n files would be removed$"
says stdout '^  agendas/gifu\.csv$'
says stdout "^  and $((n - 20)) more$"
holds [ "$(files out)" -eq $((n + 1)) ]
run 0 purge out
says stdout "^out: $n files removed$"
silent stderr
holds [ ! -e out ]

# With what is written beside a schedule while it is sent and answered.
run 0 solve "$tiny" -o out --quiet
run 0 publish "$tiny" out
printf 'old' >out/sending.json
printf 'old' >out/sent.ledger
printf 'old' >out/replies.json
printf 'old' >out/replies.csv
run 0 purge out/
holds [ ! -e out ]

# What others have put there stays, also where it stands in our way.
run 0 solve "$tiny" -o out --quiet
mkdir -p out/mine/deep out/mail/kept
printf 'notes' >out/mine/deep/notes.txt
printf 'notes' >out/mail/kept/notes.txt
ln -s ../tiny-elsewhere out/link
esc=$(printf '\033')
printf 'notes' >"out/${esc}[31m.txt"
rm out/agendas/gifu.ics
ln -s ../../elsewhere.ics out/agendas/gifu.ics
printf 'elsewhere' >elsewhere.ics
run 0 purge out
says stdout '^5 files stay, not written by matchday; look for personal data there yourself:$'
says stdout '^  mine/deep/notes\.txt$'
says stdout '^  mail/kept/notes\.txt$'
says stdout '^  agendas/gifu\.ics$'
says stdout '^  \\u001b\[31m\.txt$'
holds [ "$(cat elsewhere.ics)" = elsewhere ]
holds [ "$(files out)" -eq 3 ]
holds [ -L out/link ]
holds [ -L out/agendas/gifu.ics ]

# It is no folder of ours any more.
run 3 purge out
says stderr '^out: there is no list of what was written there; expected a folder that was given to -o$'
holds [ "$(files out)" -eq 3 ]
run 3 purge nowhere
says stderr '^nowhere: is no folder'
run 3 purge "$tiny/event.json"
says stderr 'is no folder'
cp -R "$tiny" day
run 3 purge day
same "$tiny" day
run 2 purge

# A file that somebody has worked in is not thrown away unasked, nor half of the rest.
run 0 solve "$tiny" -o changed --quiet
printf 'call them,,\n' >>changed/meetings.csv
cp -R changed before
run 3 purge changed
says stderr 'nothing is removed, as 1 file was changed since it was written; save what is needed, and say --changed'
says stderr '^  meetings\.csv$'
same before changed
run 0 purge changed --changed
holds [ ! -e changed ]

# The copy that was kept of it when a new one was written goes only then, too.
run 0 solve "$tiny" -o kept --quiet
printf 'call them,,\n' >>kept/meetings.csv
run 0 solve "$tiny" -o kept --quiet --seed 2
holds [ -e kept/meetings.edited.csv ]
run 3 purge kept
says stderr '^  meetings\.edited\.csv$'
run 0 purge kept --changed
holds [ ! -e kept ]

# What a killed run has left is ours.
run 0 solve "$tiny" -o left --quiet
true & # whose process is gone when it is waited for
gone=$!
wait
name=$(sed -n 's/.*"\(\.matchday-[a-z]*\)-%ld.*/\1/p' "$source_root/io/file.c" | head -1)
holds [ -n "$name" ]
printf 'half' >"left/$name-$gone-0"
run 0 purge left
holds [ ! -e left ]

# Where nothing is said, nothing is removed.
if [ "$(id -u)" -ne 0 ]; then
    run 0 solve "$tiny" -o closed --quiet
    chmod 0 closed/mail
    run 3 purge closed
    says stderr 'closed/mail: cannot be looked into'
    chmod 700 closed/mail
fi

# Other folders of ours, too, but not what has the name of a schedule's companion there.
run 0 check "$tiny" --normalised plain
printf 'mine' >plain/replies.csv
run 0 purge plain
says stdout '^  replies\.csv$'
holds [ "$(ls -A plain)" = replies.csv ]
run 0 solve "$tiny" -o out2 --quiet
run 0 followup "$tiny" out2 --forms -o forms
run 0 purge forms
holds [ ! -e forms ]

end_tests
