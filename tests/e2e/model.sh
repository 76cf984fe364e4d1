# Another solver finds the same value in the program that `model` writes.
. "$(dirname "$0")/lib.sh"

command -v glpsol >/dev/null 2>&1 || exit 77

# agree EVENT
agree() {
    run 0 solve "$1" -o out --objective served
    run 0 model "$1" -o served.lp
    holds [ -s served.lp ]
    glpsol --lp served.lp --tmlim 60 -o solution >glpsol_says 2>&1 || {
        wrong "glpsol does not read the program of $1:"
        cat glpsol_says >&2
    }
    says solution 'INTEGER OPTIMAL'
    found=$(sed -n 's/^Objective: .*= *\([0-9]*\) (MAXimum).*/\1/p' solution)
    ours=$(value served out/schedule.json)
    holds [ -n "$ours" ]
    holds [ "$found" = "$ours" ]
}

agree "$tiny"
make_event made 6 4
agree made
make_event made 9 5
agree made

# Bytes that can be compared, and the same every time.
run 0 model "$tiny" -o once.lp
run 0 model "$tiny" -o twice.lp
same once.lp twice.lp

end_tests
