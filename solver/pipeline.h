#ifndef MATCHDAY_SOLVER_PIPELINE_H
#define MATCHDAY_SOLVER_PIPELINE_H

#include "solver/solver.h"

/* An assignment to begin with: slot[m], -1 = not held, or NULL for none; and, where that
 * is known, the slots in which interpreter i works in it, at i * slot_words. */
struct pipeline_start {
    const int *slot;
    const uint64_t *works;
};

/* All engines one after the other, level by level. As solver_solve(), but without regard for
 * what STABILITY allows to be fixed first. */
enum solve_status pipeline_solve(struct arena *arena, const struct problem *problem,
                                 struct pipeline_start start,
                                 const struct solver_options *options,
                                 struct solution *solution);

#endif
