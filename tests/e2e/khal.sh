# Calendars in khal, which takes files one by one: nothing stands there twice, and after
# every run there is the last schedule.
. "$(dirname "$0")/lib.sh"
. "$source_root/tests/support/reruns.sh"

if ! command -v khal >/dev/null; then
    echo 'skipped: khal is missing'
    exit 77
fi

# khal STATUS ARGUMENT...: what was found is in the file "found"
khal() {
    wanted=$1
    shift
    n_checks=$((n_checks + 1))
    python3 "$source_root/tests/support/khal.py" calendars "$@" >found
    status=$?
    if [ $status -ne "$wanted" ]; then
        wrong "khal.py $* ends with $status, not $wanted:"
        cat found >&2
    fi
}

make_reruns
khal 0 import run1
khal 0 check run1
says found '^13 calendars, [1-9][0-9]* entries$'
cp found once
khal 0 import run1
khal 0 check run1
same once found
holds [ "$(cat calendars/calendars/*/*.ics | grep -c '^BEGIN:VEVENT')" -eq \
    "$(cat run1/agendas/*.ics run1/agendas/*/*.ics run1/invites/*/*.ics |
        grep -c '^BEGIN:VEVENT')" ]

khal 0 import run2 run3
khal 0 check run3
khal 0 import run4 run5
khal 0 check run5
khal 0 import run6
khal 0 check run6
khal 0 import run7 run8
khal 0 check run8

# The comparison is one: it sees that another schedule is another.
khal 1 check run2
says found '^agendas-[a-z-]* has [^ ]* [0-9TZ]* [0-9TZ]* CONFIRMED$'
says found '^invites-[a-z-]* has not '

end_tests
