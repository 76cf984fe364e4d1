# What every test of the whole program begins with:
#
#     . "$(dirname "$0")/lib.sh"     called as: sh NAME.sh PROGRAM SOURCE_ROOT
#
# Work is done in a folder of its own, $work, which is the current one and goes away
# at the end. A wrong result is told and counted, and the test goes on; end_tests
# makes the exit status.

set -u
LC_ALL=C
SOURCE_DATE_EPOCH=1600000000
export LC_ALL SOURCE_DATE_EPOCH
unset TZ LANG LANGUAGE

program=$1
source_root=$2
case $program in
/*) ;;
*) program=$PWD/$program ;;
esac
tiny=$source_root/examples/tiny
n_wrong=0
n_checks=0

work=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1

wrong() {
    printf 'WRONG: %s\n' "$1" >&2
    n_wrong=$((n_wrong + 1))
}

# run STATUS ARGUMENT...: the program's output is left in "stdout" and "stderr".
run() {
    expected=$1
    shift
    n_checks=$((n_checks + 1))
    "$program" "$@" >stdout 2>stderr </dev/null
    status=$?
    if [ $status -ne "$expected" ]; then
        wrong "matchday $* ends with $status, not $expected:"
        cat stdout stderr >&2
    fi
}

# says FILE PATTERN: an extended regular expression
says() {
    n_checks=$((n_checks + 1))
    if ! grep -qE -e "$2" "$1"; then
        wrong "$1 does not say '$2':"
        cat "$1" >&2
    fi
}

silent() {
    n_checks=$((n_checks + 1))
    if [ -s "$1" ]; then
        wrong "$1 should be empty:"
        cat "$1" >&2
    fi
}

# holds COMMAND...: a condition, such as: holds [ -e out ]
holds() {
    n_checks=$((n_checks + 1))
    "$@" || wrong "not true: $*"
}

same() {
    n_checks=$((n_checks + 1))
    diff -r "$1" "$2" >difference 2>&1 || {
        wrong "$1 and $2 differ:"
        head -20 difference >&2
    }
}

# value LEVEL SCHEDULE: what the level came to
value() {
    sed -n "s/.*\"name\": *\"$1\".*\"value\": *\\([0-9]*\\).*/\\1/p" "$2" | head -1
}

# change FILE SED_SCRIPT: it must change something
change() {
    n_checks=$((n_checks + 1))
    cp "$1" before_change
    sed "$2" before_change >"$1"
    if cmp -s "$1" before_change; then
        wrong "nothing to change in $1 by: $2"
    fi
}

# make_event FOLDER SIDE_SIZE N_SLOTS: an event of two sides of that size, each
# asking for several of the other. Everything is in CSV files, so that rows can be
# put into another order.
make_event() {
    mkdir -p "$1"
    awk -v folder="$1" -v size="$2" -v slots="$3" '
    function next_number(n) {
        state = (state * 4093 + 12345) % 65536
        return int(state * n / 65536)
    }
    BEGIN {
        state = 1
        minutes = 25 * slots
        printf "{\"format\": \"matchday-event/1\",\n \"event\": {\"id\": \"made\"," \
            " \"uid_domain\": \"example.org\", \"time_zone\": \"Europe/Brussels\"," \
            " \"organizer\": {\"name\": \"Desk\", \"email\": \"desk@example.org\"}},\n" \
            " \"sessions\": [{\"id\": \"s\", \"date\": \"2026-05-19\", \"start\": \"08:00\"," \
            " \"end\": \"%02d:%02d\", \"meeting_minutes\": 20, \"changeover_minutes\": 5}],\n" \
            " \"rooms\": %d,\n \"participants\": \"participants.csv\"," \
            " \"availability\": \"availability.csv\", \"requests\": \"requests.csv\"}\n",
            8 + int(minutes / 60), minutes % 60, int(size * 2 / 3) + 1 > (folder "/event.json")

        file = folder "/participants.csv"
        print "id,organisation,side,time_zone,contact_name,contact_email" > file
        for (k = 0; k < size; k++) {
            printf "eu%03d,Cluster %d,EU,Europe/Brussels,E %d,e%d@example.org\n", k, k, k, k > file
            printf "jp%03d,Prefecture %d,JP,Asia/Tokyo,J %d,j%d@example.org\n", k, k, k, k > file
        }
        file = folder "/availability.csv"
        print "participant,start,end,kind" > file
        for (k = 0; k < size; k += 2) {
            printf "jp%03d,2026-05-19T15:00,2026-05-19T%02d:30,available\n", k,
                16 + next_number(4) > file
        }
        file = folder "/requests.csv"
        print "id,from,to,priority" > file
        for (k = 0; k < size; k++) {
            for (times = 0; times < slots; times++) {
                other = int(next_number(size) * next_number(size) / size)
                if (!((k, other) in wanted)) {
                    wanted[k, other] = 1
                    side = next_number(2)
                    printf "r%04d,%s%03d,%s%03d,%d\n", ++n, side ? "eu" : "jp",
                        side ? k : other, side ? "jp" : "eu", side ? other : k,
                        1 + next_number(5) > file
                }
            }
        }
    }'
}

end_tests() {
    if [ $n_checks -eq 0 ]; then
        wrong 'nothing was checked'
    fi
    printf '%d checks, %d wrong\n' $n_checks $n_wrong
    [ $n_wrong -eq 0 ]
    exit
}
