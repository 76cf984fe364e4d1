#!/bin/sh
# Guards the direction of includes: sh includes.sh SOURCE_ROOT
#
# Prints "file:line: what is wrong" for each include that goes against the
# direction in which the folders may know each other, for each library's header
# outside the files kept for it, and for spellings that are not from the root;
# exit status 1 then. First it judges a made-up tree in which each rule is broken
# once, so that a rule that has stopped working is noticed.
set -eu
LC_ALL=C
export LC_ALL

fail() {
    printf 'includes.sh: %s\n' "$1" >&2
    exit 1
}

# judge_tree ROOT: one line for each broken rule.
judge_tree() {
    (
        cd "$1"
        find scheduler solver io tests -name '*.[ch]' | sort | xargs awk "$rules"
    )
}

rules='
BEGIN {
    for (i = 1; i < ARGC; i++) {
        exists[ARGV[i]] = 1
    }

    # What each folder may include of ours; the first match counts.
    n = 0
    add("^scheduler/base/",     "^scheduler/base/")
    add("^scheduler/model/",    "^scheduler/(base|model)/")
    add("^scheduler/messages/", "^scheduler/(base|messages)/")
    add("^scheduler/commands/", "^(scheduler|solver|io)/")
    add("^scheduler/main[.]c$", "^(scheduler|solver|io)/")
    add("^scheduler/",          "^(scheduler/(base|model)|solver)/|^scheduler/plan[^/]*$")
    add("^solver/",             "^(scheduler/base|solver)/")
    add("^io/",                 "^(scheduler/(base|model)|io)/")
    add("^tests/",              "^(scheduler|solver|io|tests)/")

    # Where each library stays.
    m = 0
    keep("(^|/)glpk[.]h$",       "^solver/glpk_[^/]*[.]c$",    "solver/glpk_*.c")
    keep("(^|/)cJSON[.]h$",      "^io/json_[^/]*[.]c$",        "io/json_*.c")
    keep("(^|/)ical[a-z_]*[.]h$", "^(io|tests/unit)/ics_[^/]*[.]c$", "io/ics_*.c")
    keep("(^|/)csv[.]h$",        "^io/csv_[^/]*[.]c$",         "io/csv_*.c")
    keep("^(zip|expat|xlsxwriter)[.]h$", "^io/xlsx_[^/]*[.]c$",  "io/xlsx_*.c")
    keep("^utf8proc[.]h$",       "^io/unicode[.]c$",           "io/unicode.c")
    keep("^curl/",               "^io/mail_curl[^/]*[.]c$",    "io/mail_curl*.c")
    keep("^nettle/",             "^scheduler/base/digest[.]c$", "scheduler/base/digest.c")
}

function add(from, to) { n++; file_of[n] = from; may[n] = to }
function keep(header, file, name) { m++; header_of[m] = header; home[m] = file; home_name[m] = name }
function complain(text) { printf "%s:%d: %s\n", FILENAME, FNR, text }

function judge_own_header(target,    own) {
    own = FILENAME
    if (sub(/[.]c$/, ".h", own) && exists[own] && !seen[FILENAME] && target != own) {
        complain("the first include of this file must be its own header " own)
    }
    seen[FILENAME] = 1
}

function judge_direction(target,    i) {
    for (i = 1; i <= n; i++) {
        if (FILENAME ~ file_of[i]) {
            if (target !~ may[i]) {
                complain("must not include " target)
            }
            return
        }
    }
    complain("lies in a folder for which no direction is known")
}

function judge_library(target,    i) {
    for (i = 1; i <= m; i++) {
        if (target ~ header_of[i] && FILENAME !~ home[i]) {
            complain(target " belongs only in " home_name[i])
        }
    }
}

/^[ \t]*#[ \t]*include/ {
    if (!match($0, /["<][^">]*[">]/)) {
        complain("an include must name its file")
        next
    }
    target = substr($0, RSTART + 1, RLENGTH - 2)
    is_quoted = substr($0, RSTART, 1) == "\""
    is_ours = target ~ /^(scheduler|solver|io|tests)\//
    judge_own_header(target)
    judge_library(target)
    if (is_ours && !is_quoted) {
        complain("our header " target " belongs in quotes")
    }
    if (is_quoted && !is_ours) {
        complain("\"" target "\" is not spelled from the root (a library belongs in <>)")
    } else if (is_ours) {
        judge_direction(target)
    }
}
'

# put FILE LINE...: a file of the made-up tree.
put() {
    mkdir -p "$made_up/$(dirname "$1")"
    made_up_file=$made_up/$1
    shift
    printf '%s\n' "$@" >"$made_up_file"
}

make_good_tree() {
    put scheduler/base/text.h '#include <stddef.h>' '#include "scheduler/base/arena.h"'
    put scheduler/base/digest.c '#include <nettle/sha2.h>'
    put scheduler/base/text.c '/* one */' '#include "scheduler/base/text.h"' \
        '#include <string.h>'
    put scheduler/model/slot.c '#include "scheduler/base/text.h"' \
        '#include "scheduler/model/event.h"'
    put scheduler/plan_a.c '#include "scheduler/plan.h"' '#include "solver/solver.h"' \
        '#include "scheduler/model/event.h"'
    put scheduler/commands/solve.c '#include "io/file.h"' '#include "scheduler/plan.h"'
    put scheduler/main.c '#include "scheduler/commands/commands.h"'
    put solver/glpk_bound.c '#  include <glpk.h>' '#include "solver/solver.h"'
    put io/json_event.c '#include <cjson/cJSON.h>' '#include "scheduler/model/event.h"'
    put io/ics_agenda.c '#include <libical/ical.h>'
    put io/csv_read.c '#include <csv.h>' '#include "io/file.h"'
    put io/mail_curl.c '#include <curl/curl.h>'
    put tests/unit/text.c '#include "tests/support/check.h"' '#include "io/file.h"'
}

make_bad_tree() {
    put scheduler/base/zone.c '#include <nettle/sha2.h>' \
        '#include "scheduler/model/event.h"' '#include "solver/solver.h"'
    put scheduler/model/slot.c '#include "io/file.h"' '#include "solver/solver.h"' \
        '#include "scheduler/plan.h"'
    put scheduler/plan.c '#include "io/file.h"' '#include "scheduler/commands/a.h"'
    put solver/state.c '#include <glpk.h>' '#include "scheduler/model/event.h"' \
        '#include "io/file.h"' '#include "scheduler/plan.h"'
    put solver/glpk_bound.h '#include <glpk.h>'
    put io/file.c '#include <cJSON.h>' '#include "solver/solver.h"' \
        '#include <libical/ical.h>' '#include <csv.h>'
    put io/json_place.h
    put io/json_place.c '#include <string.h>' '#include "io/json_place.h"'
    put io/mail.c '#include "file.h"' '#include "../io/file.h"' '#include <io/file.h>' \
        '#include FILE_H' '#include <curl/curl.h>'
    put tests/unit/text.c '#include "check.h"'
}

expected_of_bad_tree='io/file.c:1: cJSON.h belongs only in io/json_*.c
io/file.c:2: must not include solver/solver.h
io/file.c:3: libical/ical.h belongs only in io/ics_*.c
io/file.c:4: csv.h belongs only in io/csv_*.c
io/json_place.c:1: the first include of this file must be its own header io/json_place.h
io/mail.c:1: "file.h" is not spelled from the root (a library belongs in <>)
io/mail.c:2: "../io/file.h" is not spelled from the root (a library belongs in <>)
io/mail.c:3: our header io/file.h belongs in quotes
io/mail.c:4: an include must name its file
io/mail.c:5: curl/curl.h belongs only in io/mail_curl*.c
scheduler/base/zone.c:1: nettle/sha2.h belongs only in scheduler/base/digest.c
scheduler/base/zone.c:2: must not include scheduler/model/event.h
scheduler/base/zone.c:3: must not include solver/solver.h
scheduler/model/slot.c:1: must not include io/file.h
scheduler/model/slot.c:2: must not include solver/solver.h
scheduler/model/slot.c:3: must not include scheduler/plan.h
scheduler/plan.c:1: must not include io/file.h
scheduler/plan.c:2: must not include scheduler/commands/a.h
solver/glpk_bound.h:1: glpk.h belongs only in solver/glpk_*.c
solver/state.c:1: glpk.h belongs only in solver/glpk_*.c
solver/state.c:2: must not include scheduler/model/event.h
solver/state.c:3: must not include io/file.h
solver/state.c:4: must not include scheduler/plan.h
tests/unit/text.c:1: "check.h" is not spelled from the root (a library belongs in <>)'

# Each made-up tree must be judged as expected.
check_made_up_trees() {
    made_up=$work/good
    make_good_tree
    found=$(judge_tree "$made_up")
    [ -z "$found" ] || fail "a right tree is found wrong: $found"

    made_up=$work/bad
    make_bad_tree
    found=$(judge_tree "$made_up")
    if [ "$found" != "$expected_of_bad_tree" ]; then
        printf '%s\n' "$expected_of_bad_tree" >"$work/expected"
        printf '%s\n' "$found" | diff "$work/expected" - >&2 || true
        fail 'a rule does not find what it should'
    fi
}

[ $# -eq 1 ] && [ -f "$1/scheduler/base/arena.h" ] || fail 'usage: includes.sh SOURCE_ROOT'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
check_made_up_trees
found=$(judge_tree "$1")
if [ -n "$found" ]; then
    printf '%s\n' "$found" >&2
    exit 1
fi
