#ifndef MATCHDAY_SOLVER_ANNEAL_H
#define MATCHDAY_SOLVER_ANNEAL_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/incumbent.h"
#include "solver/state.h"

/* Simulated annealing (Kirkpatrick et al. 1983) over the moves of move.h. The
 * energy weighs the levels: those before the focus heavily, the focus by one,
 * the rest as tie-breakers; what is kept is the best assignment in the strict
 * order of the levels. */

/* Temperatures are in units of the focus level; so is what a typical step of
 * a level before it weighs. */
struct anneal_heat {
    double hot, cold, before;
};

/* What does well where meetings come and go, by the focus; and where it is only
 * their slots that change, which freezes if the levels before weigh much. */
struct anneal_heat anneal_heat_of(enum solver_level focus);
extern const struct anneal_heat anneal_heat_of_slots;
/* From a good assignment on, so that most of it stays. */
extern const struct anneal_heat anneal_heat_to_mend;

struct anneal_task {
    const struct problem *problem;
    const struct pool *rooms, *interpreters;
    int focus; /* index into problem->level */
    struct anneal_heat heat;
    bool has_target;     /* the focus need be no better than this: */
    int64_t target;      /* a run that reaches it ends, */
    int n_held;          /* with the first so many levels, none behind the focus, */
    const int64_t *held; /* no worse than here, by level */
    int64_t n_moves;     /* effort of each run */
    int n_runs;          /* of which the best counts */
    int n_rounds; /* at least 1; between two, runs behind go on from the best */
    int threads;  /* the runs are shared out; the result is the same */
    uint64_t seed;
    atomic_bool *stop; /* once true: end now with the best so far */
    /* Polled now and then by the calling thread; may be NULL. Returns true to
     * stop. */
    bool (*poll)(void *context);
    void *context;
};

/* Improves the incumbent, or leaves it as it is. Never makes it worse in the
 * order of the levels. Deterministic unless stopped. */
void anneal(struct arena scratch, const struct anneal_task *task,
            struct incumbent *incumbent);

#endif
