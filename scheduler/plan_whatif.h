#ifndef MATCHDAY_PLAN_WHATIF_H
#define MATCHDAY_PLAN_WHATIF_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/variation.h"
#include "scheduler/plan.h"

/* Solves an event with other means, many cases at a time. A case begins from the
 * schedule of one with fewer rooms or interpreters, whose meetings fit in it as they
 * are; which one does not depend on the number of threads, and so nothing does. */

struct plan_whatif_side { /* of the participants of one side */
    int64_t burden;       /* the largest comfort cost of one of them */
    int64_t comfort;      /* of all of them */
};

struct plan_whatif_case {
    struct variation variation;
    /* From here on filled in. */
    enum plan_status status; /* PLAN_INFEASIBLE: see why */
    const char *why;         /* the first error, or "" */
    int n_meetings, n_possible, n_interpreted;
    int64_t value[N_LEVELS]; /* of the levels that were solved for */
    bool proven[N_LEVELS];   /* it is the best, given those before */
    bool has_bound;          /* on served */
    int64_t bound;
    struct plan_whatif_side *side; /* in the order of plan_whatif.sides */
    int parent;                    /* the case it begins from, or -1 */
};

struct plan_whatif {
    const struct event *event;
    const struct eligibility *elig;
    const enum level *level; /* without stability */
    int n_levels;
    uint64_t seed;
    int threads;
    struct plan_whatif_case *item;
    int n;
    struct strings sides; /* filled in: sorted; "" is one for those without */
    bool (*should_stop)(void *context);        /* from any thread; or NULL */
    void (*report)(void *context, int n_done); /* one at a time; or NULL */
    void *context;
};

/* The event's levels up to the last that a table of cases shows: those about gaps and
 * rooms behind them are left out. In arena; returns their number. */
int plan_whatif_levels(struct arena *arena, const struct event *event,
                       enum level **level);

/* Solves all cases. Where the search was stopped, those that were not solved are
 * PLAN_UNKNOWN. Everything in arena. */
void plan_whatif_solve(struct arena *arena, struct plan_whatif *whatif);

#endif
