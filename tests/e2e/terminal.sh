# What people see on a terminal while the program works: one line that says how far it
# is, wiped at the end, and never a colour.
. "$(dirname "$0")/lib.sh"

command -v script >/dev/null 2>&1 || exit 77
script -qec true /dev/null >/dev/null 2>&1 </dev/null || exit 77
make_event big 40 12
escape=$(printf '\033')

# on_terminal COMMAND: its lines as the terminal got them are left in "seen".
on_terminal() {
    n_checks=$((n_checks + 1))
    script -qec "stty cols 100; $*" /dev/null >typed 2>&1 </dev/null || {
        wrong "$* fails on a terminal:"
        cat typed >&2
    }
    tr '\r' '\n' <typed >seen
}

no_colours() {
    holds [ "$(grep -c "$escape\[[0-9;]*m" seen)" -eq 0 ]
}

for colours in '' 'NO_COLOR=1'; do
    on_terminal "TERM=xterm-256color $colours '$program' solve big -o out --time-limit 3"
    no_colours
    says seen "^$escape\[K[0-9]+ s, [0-9]+ s left: "
    says seen 'written to out: schedule\.json'
done
on_terminal "'$program' check big"
no_colours
id=$(sed -n '2s/^"\([A-Za-z0-9]*\).*/\1/p' out/unscheduled.csv)
on_terminal "'$program' explain big out $id --time-limit 3"
no_colours

# Nothing of it where there is no terminal.
run 0 solve big -o out --time-limit 2
holds [ "$(grep -c "$escape" stderr stdout | grep -vc ':0$')" -eq 0 ]

end_tests
