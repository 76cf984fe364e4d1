#ifndef MATCHDAY_MODEL_EXTRA_TIME_H
#define MATCHDAY_MODEL_EXTRA_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"

/* How little more of people's time would give a slot to a meeting that is wanted and
 * has none: times that they did not offer, said to be busy in, or would have to
 * offer since they are unsocial. Agenda items stay. */
struct extra_time {
    int s;           /* in that slot, */
    int64_t total_s; /* so many seconds of all, */
    int *p;          /* of these participants, in the meeting's order */
    int64_t *own_s;  /* so many of each */
    int n;
};

/* True if the meeting is wanted, nobody of it has cancelled, and its people are never
 * free together when it may be held. */
bool extra_time_is_missing(const struct event *event,
                           const struct eligibility *elig, int m);

/* The slot for which least is missing; of equal ones that of fewer people, then the
 * first. Returns false if no slot will do. Lists in arena. */
bool extra_time_find(struct arena *arena, const struct event *event,
                     const struct eligibility *elig, int m, struct extra_time *out);

#endif
