#ifndef MATCHDAY_SOLVER_COMPACT_H
#define MATCHDAY_SOLVER_COMPACT_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/glpk_program.h"
#include "solver/incumbent.h"
#include "solver/program.h"

/* COMPACTNESS where only a part of the wishes is served: behind levels that settle
 * which meetings are held (settled.h), what is left is to choose their slots. */

struct compact_task {
    const struct problem *problem;
    const struct pool *rooms, *interpreters;
    int rank; /* of COMPACTNESS: problem->level[rank] */
    /* The levels before are rows of the program, which the incumbent obeys; both
     * are NULL where it is too large for the simplex method. */
    struct program *program;
    struct glpk_program *glpk;
    const int64_t *held; /* of each level: what its row in the program demands */
    int64_t target;      /* no assignment has fewer gaps */
    bool was_searched;   /* by a stronger method: little effort is left to do */
    uint64_t seed;
    int threads;       /* at least 1; the result does not depend on it */
    double deadline_s; /* of stopwatch_now_s(); 0 = none */
    atomic_bool *stop;
    bool (*poll)(void *context); /* true = stop; may be NULL */
    void *context;
};

struct compact_bound {
    bool known;
    int64_t gaps; /* no assignment as good on the levels before has fewer */
};

/* Searches for slots of the meetings that the incumbent, which obeys every rule,
 * holds. It is improved in the order of all levels or left as it is. */
void compact_search(struct arena scratch, const struct compact_task *task,
                    struct incumbent *incumbent);

/* The same among the assignments of a problem that is the task's but for what must
 * and can be held. */
void compact_search_within(const struct compact_task *task,
                           const struct problem *problem,
                           struct incumbent *incumbent);

/* A bound on the level, from what is settled and everybody's patterns
 * (program_patterns.h). Where other meetings may be held instead, the search goes
 * on among those, and branch and cut where the gap is small; what they find
 * becomes the incumbent. */
void compact_bound(const struct compact_task *task, struct incumbent *incumbent,
                   struct compact_bound *bound);

#endif
