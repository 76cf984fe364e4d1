#ifndef MATCHDAY_SOLVER_PROPAGATE_H
#define MATCHDAY_SOLVER_PROPAGATE_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"

/* What follows, without any search, from holding certain meetings: which slots
 * are left to them, how many gaps each participant has at least, or that they
 * cannot all be held, and why. Takes milliseconds. */

enum clash {
    CLASH_NONE,
    CLASH_PREDECESSOR,  /* meeting[0] comes after meeting[1], which is not held */
    CLASH_NO_SLOT,      /* meeting[0] has no slot left */
    CLASH_MAX_MEETINGS, /* p has `needed` meetings and a limit below */
    CLASH_SLOTS,        /* p: all these meetings have only these slots, where
                           `limit` of them fit */
    CLASH_GAPS,         /* p has `needed` gaps at least and a limit below */
    CLASH_RUN,          /* p has to be busy in more than `limit` slots in a row */
    CLASH_ROOMS,        /* all these meetings have only slot[0] left, and there
                           the room sets fit `limit` of them */
    CLASH_INTERPRETERS, /* the same with interpreters */
};

/* Why meetings cannot all be held. The slots that meetings have left may be
 * fewer than their domains, for reasons of the same kinds. */
struct contradiction {
    enum clash kind;
    int p;             /* or -1 */
    int needed, limit; /* numbers that do not agree: needed > limit */
    int *meeting, n_meetings;
    int *slot, n_slots;
};

struct propagation {
    bool *held;            /* of m */
    struct lists meetings; /* held ones of p, rising */
    uint64_t *domain;      /* slots left of m, like problem->domain; as there for
                         meetings that are not held */
    struct contradiction contradiction;
    int *least_gaps;  /* of p, and */
    int64_t sum_gaps; /* their sum: no schedule of exactly these has fewer */
};

/* For schedules in which all meetings with held[m] take place, and, if `exactly`,
 * no others; otherwise those they come after take place as well, and gaps are
 * not looked at. Returns false, with the contradiction told, if there are
 * none. Everything in *result lives in arena. */
bool propagate(struct arena *arena, const struct problem *problem, const bool *held,
               bool exactly, struct propagation *result);

#endif
