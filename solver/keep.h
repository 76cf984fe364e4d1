#ifndef MATCHDAY_SOLVER_KEEP_H
#define MATCHDAY_SOLVER_KEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"

/* The level STABILITY where it comes first: the least change that there is, by an
 * integer program of the meetings of before alone (keep_problem.h), which is small
 * beside that of all wishes. It names rooms and interpreters, which the other
 * levels' programs do not, and so its optimum is that of the level. */

enum keep_status {
    KEEP_DONE,     /* the least change is known, and how */
    KEEP_TOO_MANY, /* problem->max_changes is below `least_changes` */
    KEEP_UNKNOWN,  /* effort ran out, or what must be held cannot be */
};

enum keep_fate {
    KEEP_FREE,    /* not held before, or dropped */
    KEEP_WHOLE,   /* as it was: slot, room, interpreter */
    KEEP_SLOT,    /* another room or interpreter */
    KEEP_ELSEWHEN /* another slot */
};

struct keep {
    enum keep_fate *fate; /* of m */
    int *slot;            /* of m in what was found; -1 also where it does not
                             matter */
    int64_t cost, bound;  /* of STABILITY: what was found, and the least */
    bool is_forced;       /* all that cost as little agree in the fates of all
                             meetings but dropped ones */
    bool *is_certain;     /* of m: it stays as it was in all that cost as little */
    int least_changes;    /* KEEP_TOO_MANY: meetings that cannot stay as they were,
                             at least */
};

/* In arena. poll (may be NULL) returning true ends the work. */
enum keep_status keep_solve(struct arena *arena, const struct problem *problem,
                            bool (*poll)(void *context), void *context,
                            struct keep *keep);

#endif
