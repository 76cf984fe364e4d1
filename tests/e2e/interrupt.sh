# A search that is cut short by a limit or a signal leaves a whole and right result.
. "$(dirname "$0")/lib.sh"

command -v timeout >/dev/null 2>&1 || exit 77
make_event big 60 14

is_whole() {
    holds [ -s "$1/schedule.json" ]
    holds [ -s "$1/meetings.csv" ]
    says "$1/schedule.json" '"slot"'
    run 0 verify big "$1/schedule.json"
}

# A limit was wished for; only a signal is an interruption.
run 0 solve big -o limited --time-limit 1
says limited/schedule.json '"status": *"feasible"'
is_whole limited

# timeout's child, unlike a shell's background job, does not ignore the signal.
for signal in INT TERM; do
    n_checks=$((n_checks + 1))
    timeout --preserve-status --kill-after=60 -s $signal 3 \
        "$program" solve big -o "signal_$signal" >stdout 2>stderr
    status=$?
    [ $status -eq 4 ] || {
        wrong "after SIG$signal the status is $status, not 4:"
        cat stderr >&2
    }
    is_whole "signal_$signal"
done

# A limit that is not reached cuts nothing.
run 0 solve "$tiny" -o free
run 0 solve "$tiny" -o limit_not_reached --time-limit 600
same free limit_not_reached

end_tests
