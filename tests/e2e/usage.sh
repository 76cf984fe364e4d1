# How the program is called, and what it says where it is called wrongly.
. "$(dirname "$0")/lib.sh"

run 0 --help
says stdout 'matchday'
silent stderr
for command in check solve verify export model publish; do
    says stdout "^ *(matchday )?$command( |$)"
done
cp stdout help
run 0 --version
says stdout '^matchday [0-9]+\.[0-9]+\.[0-9]+$'
for library in GLPK libical cJSON libcsv utf8proc nettle tzdata; do
    says stdout "^  $library +[0-9]+[0-9a-z.]*(,|$)"
done
for library in libzip expat libxlsxwriter libcurl; do
    says stdout "^  $library +([0-9]+\.[0-9.]+(,|$)|left out$)"
done
holds [ "$(wc -l <stdout)" -eq 12 ]
silent stderr

# Of the time zones it is what lies where they are read from.
mkdir zones
TZDIR=$work/zones
export TZDIR
run 0 --version
says stdout "^  tzdata +$work/zones, which does not say its version$"
echo 2031c >zones/+VERSION
run 0 --version
says stdout "^  tzdata +2031c, $work/zones$"
printf '# version 2032a\n# more\n' >zones/tzdata.zi
run 0 --version
says stdout "^  tzdata +2032a, $work/zones$"
echo '# redacted' >zones/tzdata.zi
: >zones/+VERSION
run 0 --version
says stdout '^  tzdata +.*does not say'
unset TZDIR

for command in check solve verify export model publish; do
    run 0 $command --help
    says stdout "matchday $command"
    silent stderr

    run 2 $command
    silent stdout
    says stderr "."

    run 2 $command --no-such-option "$tiny"
    says stderr "no-such-option"
    silent stdout
done

run 2
says stderr '.'
silent stdout
run 2 no-such-command "$tiny"
says stderr 'no-such-command'
says stderr 'matchday --help'
run 2 sovle "$tiny"
says stderr "'sovle'; did you mean 'solve'"
run 2 solve "$tiny" -o out --sead 1
says stderr "did you mean '--seed'"
run 2 solve "$tiny" -o out --tiem-limit=1
says stderr "did you mean '--time-limit'"
run 2 solve "$tiny" -o out --seed=1 --beautiful
says stderr 'beautiful'
holds [ "$(grep -c 'did you mean' stderr)" = 0 ]
run 2 --no-such-option
says stderr 'no-such-option'

run 2 check "$tiny" too many
run 2 verify "$tiny"
run 2 solve "$tiny"
says stderr '-o'
holds [ ! -e schedule.json ]
run 2 solve -o out
run 2 solve "$tiny" -o
run 2 solve "$tiny" -o out --seed
run 2 solve "$tiny" -o out --seed one
says stderr "one"
run 2 solve "$tiny" -o out --time-limit soon
says stderr "soon"
run 2 solve "$tiny" -o out --time-limit -1
run 2 solve "$tiny" -o out --threads 0
run 2 solve "$tiny" -o out --threads many
run 2 solve "$tiny" -o out --objective served,beauty
says stderr "beauty"
run 2 solve "$tiny" -o out --objective guarantee,serve
says stderr "'serve' is no level; did you mean 'served'"
run 2 solve "$tiny" -o out --objective served,served
says stderr "served"
run 2 solve "$tiny" -o out --objective ''
holds [ ! -e out ]

# What is no event, and what is near one.
mkdir event
cp "$tiny/event.json" event/
run 1 check "$source_root/README.md"
says stderr 'README.md: is no event; an event is a workbook \(\.xlsx\), or a folder with event\.json'
run 3 check .
says stderr '^\.: holds neither event.json nor event.csv; an event is a workbook \(\.xlsx\), or a folder with event\.json'
run 3 check evnt
says stderr "^evnt: cannot be opened: .*; did you mean 'event'\?$"

# What is written goes nowhere near the event, and nothing stands behind why not.
for out in event event/../event ./event/; do
    run 2 solve event -o $out
    says stderr "this is the folder of the event itself; expected another one for what is written"
    holds [ "$(wc -l <stderr)" -eq 1 ]
done
(cd event && "$program" solve event.json -o . 2>../told)
says told "^\.: this is the folder of the event itself; expected another one .*'\./out'"
holds [ "$(find event | wc -l)" -eq 2 ]

# Help on a command, either way.
run 0 help
run 0 solve --help
mv stdout wanted
run 0 help solve
same wanted stdout
run 2 help slove
says stderr "there is no command 'slove'; did you mean 'solve'"

# A schedule may be named by its folder; what was written is told.
run 0 solve event -o out --quiet
silent stdout
holds [ "$(grep -c note: stderr)" -eq 0 ]
run 1 check out/schedule.json
says stderr "'matchday-schedule/1' is a schedule"
run 0 verify event out
says stdout '^out/schedule.json: 5 meetings, no rule broken$'
run 0 export event out/ -o again
says stdout '^tiny: 5 meetings of out/schedule.json$'
says stdout '^  written to again: schedule.json, .*meetings.csv'
same out again
run 0 solve event -o next --previous out
run 0 publish event out
says stdout '^out/schedule.json: 5 meetings'
run 1 export event out/meetings.csv -o none
run 1 verify event event/event.json
says stderr "expected 'matchday-schedule/1', a schedule.json that 'solve' wrote"
run 3 verify event again/agendas
says stderr '^again/agendas/schedule.json: cannot be opened'
run 0 model event -o served.lp
says stdout '^served.lp: the program of tiny, 6 possible meetings in 4 slots and 2 rooms$'

# The manual page has every command and option of the help, and each has an example.
run 0 --man
cp stdout manual
run 0 --help
commands=$(sed -n 's/^  \([a-z][a-z]*\)  *[a-z].*/\1/p' stdout)
holds [ "$(echo "$commands" | wc -l)" -ge 16 ]
for command in $commands; do
    says manual "^\\.SS matchday $command\$"
    run 0 "$command" --help
    says stdout "^example: matchday $command "
    for option in $(sed -n 's/^  .*--\([a-z-]*\) .*/\1/p' stdout); do
        [ "$option" = help ] || says manual "$(echo "--$option" | sed 's/-/.-/g')"
    done
done
if command -v groff >/dev/null 2>&1; then
    holds groff -man -Tutf8 -ww manual >page 2>complaints
    silent complaints
fi

# What is wrong with an option, and its whole letter.
run 2 solve "$tiny" -o
says stderr '^matchday solve: --out has no argument; expected --out OUT$'
run 2 solve "$tiny" -o out --json=3
says stderr "^matchday solve: '--json=3' has an argument; expected none$"
run 2 solve "$tiny" -o out --thr 1 --t 1
says stderr "no option '--t', which could be --[a-z-]* or --[a-z-]*"
run 2 solve "$tiny" -o out -xq
says stderr "^matchday solve: there is no option '-x'$"
run 2 solve "$tiny" -o out -é
says stderr "^matchday solve: there is no option '-.xc3'$"

# Nothing that a terminal would obey is told again, nor what would spoil JSON.
for name in "$(printf 'a\033[31mb')" "$(printf 'a\nb')" "$(printf 'caf\351')"; do
    run 2 check "$name" --json
    silent stdout
    says stderr '^matchday: (a\\u001b\[31mb|a\\nb|caf\\xe9): this argument has control'
done
rm -rf out
run 0 solve "$tiny" -o out
mkdir odd
echo a >"odd/$(printf 'a\033b\351').csv"
run 1 followup "$tiny" out --feedback odd -o next --json
says stdout 'a\\\\u001bb\\\\xe9\.csv'
holds python3 -c 'import json; json.load(open("stdout", encoding="utf-8"))'
run 1 followup "$tiny" out --feedback odd -o next
says stderr '^odd/a\\u001bb\\xe9\.csv: warning'

# The kinds of event are all named.
for command in check solve; do
    run 0 $command --help
    says stdout 'event\.json or with CSV tables, or a'
done

end_tests
