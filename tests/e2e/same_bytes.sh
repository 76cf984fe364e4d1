# The same event gives the same bytes, whatever the order of its lists, the number
# of threads, the machine's zone and the language of its user.
. "$(dirname "$0")/lib.sh"

make_event made 7 5
run 0 solve made -o first
for file in schedule.json meetings.csv unscheduled.csv participants.csv; do
    holds [ -s "first/$file" ]
done
holds [ -n "$(ls first/agendas)" ]
holds [ -n "$(ls first/invites)" ]

run 0 solve made -o again
same first again
run 0 solve made -o threads --threads 2
same first threads
run 0 solve made -o one_thread --threads 1
same first one_thread

# Larger, so that there is work to share out: also for more threads than cores.
make_event larger 30 10
run 0 solve larger -o larger_one --threads 1
for threads in 2 3 8; do
    run 0 solve larger -o larger_many --threads $threads
    same larger_one larger_many
done
TZ=Asia/Kolkata
export TZ
run 0 solve made -o zone
same first zone
TZ=:nonsense
run 0 solve made -o no_zone
same first no_zone
unset TZ
for language in ja_JP.UTF-8 fr_FR.UTF-8 de_DE tr_TR.UTF-8 C.UTF-8; do
    LC_ALL=$language
    LANG=$language
    export LC_ALL LANG
    run 0 solve made -o language
    LC_ALL=C
    same first language
done

# Into a folder with other results: nothing of them is left.
run 0 solve "$tiny" -o again
run 0 solve made -o again
same first again

# The other way round, and by a path of another kind.
mkdir turned
cp made/event.json turned/
for list in participants availability requests; do
    head -1 "made/$list.csv" >"turned/$list.csv"
    sed 1d "made/$list.csv" | sort -r >>"turned/$list.csv"
    holds [ "$(cmp "made/$list.csv" "turned/$list.csv")" ]
done
run 0 solve turned -o turned_out
same first turned_out
run 0 solve turned/event.json -o "a folder/with spaces"
same first 'a folder/with spaces'

# The outputs again from the schedule alone.
run 0 export made first/schedule.json -o exported
same first exported

# A seed is a seed.
run 0 solve made -o seed_one --seed 1
run 0 solve made -o seed_five --seed 5
run 0 solve made -o seed_five_again --seed 5
same first seed_one
same seed_five seed_five_again
holds [ "$(value served first/schedule.json)" = "$(value served seed_five/schedule.json)" ]

# --quiet leaves the results alone.
run 0 solve made -o quiet --quiet
silent stdout
silent stderr
same first quiet

end_tests
