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

# At any moment: what was there before stays, or the new result is there, whole.
cp -R limited before
for delay in 0 0.01 0.03 0.1 0.3 1; do
    n_checks=$((n_checks + 1))
    cp -R before moment
    "$program" solve big -o moment >stdout 2>stderr &
    pid=$!
    sleep $delay
    kill -s TERM $pid
    wait $pid
    status=$?
    case $status in
    4)  is_whole moment ;;
    143) # it had not begun to listen
        same before moment ;;
    *)  wrong "after SIGTERM at $delay s the status is $status, not 4:"
        cat stderr >&2 ;;
    esac
    rm -rf moment
done

# Nobody waits for the second signal, and what was there before is not touched.
cp -R before moment
n_checks=$((n_checks + 1))
"$program" solve big -o moment >stdout 2>stderr &
pid=$!
sleep 1
for _ in 1 2 3 4 5 6 7 8 9 10; do # those of the same moment count as one
    kill -s TERM $pid 2>/dev/null
    sleep 0.02
done
wait $pid
status=$?
[ $status -eq 143 ] || wrong "after many signals the status is $status, not 143"
is_whole moment

# A limit that is not reached cuts nothing.
run 0 solve "$tiny" -o free
run 0 solve "$tiny" -o limit_not_reached --time-limit 600
same free limit_not_reached

end_tests
