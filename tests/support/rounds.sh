# What the tests of one event through many states share: reading a schedule, and judging
# each state. The event is the folder "event".
#
# MATCHDAY_JUDGE=COMMAND: "COMMAND EVENT SCHEDULE [--previous OLD] [--freeze-before TIME]" must find
# each of them right too.

# meetings FILE, cancelled FILE: their lines; each has its uid
meetings() {
    grep '^    {"id":"m[0-9]*","requests"' "$1"
}
cancelled() {
    grep '^    {"id":"m[0-9]*","uid"' "$1"
}
uids() {
    sed -n 's/.*"uid":"\([^"]*\)".*/\1/p' | sort
}
sequence() { # of the state, not of what was sent
    sed 's/.*"uid":"[^"]*","sequence":\([0-9]*\).*/\1/'
}

# judge EVENT SCHEDULE ARGUMENT...: verify, and the judge from outside if there is one
judge() {
    judged_event=$1
    judged=$2
    shift 2
    run 0 verify "$judged_event" "$judged" "$@"
    if [ -n "${MATCHDAY_JUDGE:-}" ]; then
        n_checks=$((n_checks + 1))
        rm -rf normal
        "$program" check "$judged_event" --normalised normal >/dev/null 2>&1
        $MATCHDAY_JUDGE normal "$judged" "$@" >judgement 2>&1 || {
            wrong "the judge finds $judged wrong:"
            cat judgement >&2
        }
    fi
}

# Everybody for whom something differs from what was sent has a file that says it, and
# nobody else has one.
check_invites() {
    : >expected_invites
    meetings "$1/schedule.json" >lines
    cancelled "$1/schedule.json" >>lines || true
    while IFS= read -r line; do
        now=$(printf '%s\n' "$line" | sequence)
        before=$(printf '%s\n' "$line" | sed -n 's/.*"sent":{.*"sequence":\([0-9]*\)}.*/\1/p')
        if [ "$now" != "$before" ]; then
            id=$(printf '%s\n' "$line" | sed 's/^    {"id":"\([^"]*\)".*/\1/')
            printf '%s\n' "$line" | sed 's/.*"participants":\["\([^]]*\)"\].*/\1/; s/","/\n/g' |
                sed "s|.*|$1/invites/&/$id.ics|" >>expected_invites
        fi
    done <lines
    sort expected_invites >expected_sorted
    find "$1/invites" -name '*.ics' 2>/dev/null | sort >found_invites
    same expected_sorted found_invites
    cancelled "$1/schedule.json" | grep -v '"sent":{"state":"cancelled"' >lines
    while IFS= read -r line; do
        id=$(printf '%s\n' "$line" | sed 's/^    {"id":"\([^"]*\)".*/\1/')
        printf '%s\n' "$line" | sed 's/.*"participants":\["\([^]]*\)"\].*/\1/; s/","/\n/g' >people
        while read -r person; do
            says "$1/invites/$person/$id.ics" '^METHOD:CANCEL'
        done <people
    done <lines
}

# What was sent stands in the new schedule once: as a meeting, or as a cancelled one.
check_history() {
    grep '"sent":{' "$1" | uids >sent_before
    { meetings "$2"; cancelled "$2"; } | uids >now
    holds [ "$(uniq -d now | wc -l)" -eq 0 ]
    holds [ "$(comm -23 sent_before now | wc -l)" -eq 0 ]
}

# step NAME PREVIOUS ARGUMENT...: the next state, judged
step() {
    name=$1
    previous=$2
    shift 2
    run 0 solve event -o "$name" --previous "$previous/schedule.json" "$@"
    judge event "$name/schedule.json" --previous "$previous/schedule.json" "$@"
    check_history "$previous/schedule.json" "$name/schedule.json"
    check_invites "$name"
}
