#ifndef MATCHDAY_SOLVER_CORE_H
#define MATCHDAY_SOLVER_CORE_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "solver/pool.h"
#include "solver/solver.h"

/* For a problem whose musts cannot all be held: fills solution->core (in
 * arena) with musts that cannot be held together, by leaving out one after the
 * other as long as the rest stays infeasible (a deletion filter, Chinneck
 * 1991). Unless cut short by poll (may be NULL), by the size of the program or, with
 * many musts, by the effort for all programs, no smaller part of them is infeasible. */
void core_find(struct arena *arena, const struct problem *problem,
               const struct pool *rooms, const struct pool *interpreters,
               bool (*poll)(void *context), void *context,
               struct solution *solution);

/* The same as far as propagation sees it, in milliseconds: false, with *solution as
 * it was, where it sees nothing. */
bool core_find_at_sight(struct arena *arena, const struct problem *problem,
                        struct solution *solution);

#endif
