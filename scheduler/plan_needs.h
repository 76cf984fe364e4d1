#ifndef MATCHDAY_PLAN_NEEDS_H
#define MATCHDAY_PLAN_NEEDS_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"
#include "scheduler/plan.h"

/* What can be said before solving: who and what is wanted for more meetings than can
 * be held, whatever else is scheduled. */

enum plan_need_kind {
    NEED_TIME,         /* a participant's slots */
    NEED_LIMIT,        /* what they want at most, */
    NEED_PAUSES,       /* or in a row */
    NEED_ROOMS,        /* some rooms, in all slots */
    NEED_INTERPRETERS, /* some interpreters, likewise */
};

struct plan_need {
    enum plan_need_kind kind;
    int p;            /* the participant, or -1 */
    uint64_t *member; /* the rooms (interpreters), or NULL */
    bool are_all;     /* who fits any meeting */
    int needed,
        limit; /* of `needed` possible meetings `limit` can be held at most */
    /* Where it is certain slots that are missing: n_tight of these meetings have no
     * others, and tight_limit of them fit. Else NULL, 0 and 0. */
    uint64_t *slot;
    int n_tight, tight_limit;
};

struct plan_needs {
    struct plan_need *need; /* rooms, interpreters, participants */
    int n;
    int *most; /* of participant p: how many of their possible meetings can be held
                  at most, as far as can be seen */
};

/* Looks at the event without solving it, in arena. Locks that cannot hold, as far as
 * this is seen without a search, are errors in findings; returns false then. Only
 * event and elig of the input count. */
bool plan_needs_find(struct arena *arena, const struct plan_input *input,
                     struct plan_needs *needs, struct findings *findings);

#endif
