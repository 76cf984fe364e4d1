#ifndef MATCHDAY_PLAN_CANDIDATE_H
#define MATCHDAY_PLAN_CANDIDATE_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/amendment.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Sets of changes to an event that may serve a request which is not served, cheapest
 * first. Whether they do is for others to find out. */

struct plan_candidate {
    struct amendments amendments; /* none: the event as it is */
    int64_t price;
    /* They take away all that is in the meeting's way in slot s while all else stays
     * where it is; else others may have to move. */
    bool is_direct;
    int s;
    int order; /* in which it was found */
};

struct plan_candidates {
    struct plan_candidate *item;
    int n, capacity;
};

struct plan_candidate_input {
    const struct event
        *event; /* in which the request counts and is not forbidden */
    const struct eligibility *elig;
    const struct schedule *schedule; /* bound to it */
    int q;
    int p;             /* -1, or only what this participant could change itself */
    bool has_required; /* the event has been changed already: that may be enough */
};

/* In arena. */
void plan_candidates_find(struct arena *arena,
                          const struct plan_candidate_input *input,
                          struct plan_candidates *out);

/* True if all of it is participant p's own to change; p -1: always. */
bool plan_candidate_is_of(const struct event *event, const struct amendments *list,
                          int p);

#endif
