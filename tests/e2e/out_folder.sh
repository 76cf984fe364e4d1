# The folder that results are written into, and what people do there.
. "$(dirname "$0")/lib.sh"

run 0 solve "$tiny" -o out
silent stderr
cp -R out first

# The list says what was written, as sha256sum checks it.
if command -v sha256sum >/dev/null; then
    n_checks=$((n_checks + 1))
    (cd out && sha256sum --quiet -c .matchday-files 2>/dev/null) ||
        wrong 'the digests in .matchday-files are not right'
fi
holds [ "$(grep -c '^schedule\.json$' out/.matchday-files)" -eq 1 ]

# Other commands go on writing schedule.json, and nobody has to hear of it.
run 0 publish "$tiny" out/schedule.json
run 0 solve "$tiny" -o out --previous out
silent stderr
run 0 solve "$tiny" -o again
run 0 solve "$tiny" -o again --drafts

# What people changed is kept, and told.
printf 'a note of mine\n' >>again/meetings.csv
printf 'another\n' >>again/agendas/gifu.ics
printf 'mine\n' >again/notes.txt
cp again/meetings.csv mine.csv
run 0 solve "$tiny" -o again
says stderr '^again/meetings\.csv: warning: was changed since it was written; what was changed is kept as again/meetings\.edited\.csv$'
says stderr '^again/agendas/gifu\.ics: warning: .* kept as again/agendas/gifu\.edited\.ics$'
holds [ "$(wc -l <stderr)" -eq 2 ]
holds cmp -s mine.csv again/meetings.edited.csv
holds [ "$(cat again/notes.txt)" = mine ]
rm again/notes.txt again/meetings.edited.csv again/agendas/gifu.edited.ics
same first again

# A folder of CSV files made by init is filled in: nothing that goes there later
# takes it away.
run 0 init day
printf 'x,A body\n' >>day/participants.csv
cp day/participants.csv filled.csv
run 0 check "$tiny" --normalised day
says stderr '^day/participants\.csv: warning: .*it stays as it is$'
holds cmp -s filled.csv day/participants.csv

# A run that was killed before there was anything: whoever asks for it next removes what it
# had built by then.
mkdir -m 1700 never.new
printf 'process 1\nbegun 1 1\nreplaces 0 0\nname never\n' >never.new/.matchday-new
echo 'Dear Ms Tanaka' >never.new/mail.eml
run 3 verify "$tiny" never
holds [ ! -e never.new ]

end_tests
