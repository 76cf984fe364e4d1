#ifndef MATCHDAY_SOLVER_KEEP_H
#define MATCHDAY_SOLVER_KEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"
#include "solver/solver.h"

/* The level STABILITY where it comes first: the least change that there is, by an
 * integer program of the meetings of before alone (keep_problem.h), which is small
 * beside that of all wishes. It names rooms and interpreters, which the other
 * levels' programs do not, and so its optimum is that of the level.
 *
 * A keep is what came out; a keep_problem (keep_problem.h) is what the program is made
 * of; a keeper (keep_columns.h) is the work on it; and kept (kept.h) is the problem
 * that is left once it is settled what stays. */

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
    uint64_t *works;      /* slots in which i works in what was found, at i *
                             slot_words, if knows_works */
    bool knows_works;
    int64_t cost, bound; /* of STABILITY: what was found, and the least */
    bool is_forced;      /* all that cost as little agree in the fates of all
                             meetings but dropped ones */
    bool *is_certain;    /* of m: it stays as it was in all that cost as little */
    int least_changes;   /* KEEP_TOO_MANY: meetings that cannot stay as they were,
                             at least */
};

/* All arrays in arena, nothing known. */
void keep_init(struct arena *arena, const struct problem *problem,
               struct keep *keep);

/* Nobody works any more. */
void keep_forget_works(struct keep *keep, const struct problem *problem);

/* In arena. Of the options, seed, threads and should_stop count. */
enum keep_status keep_solve(struct arena *arena, const struct problem *problem,
                            const struct solver_options *options,
                            struct keep *keep);

#endif
