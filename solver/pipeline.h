#ifndef MATCHDAY_SOLVER_PIPELINE_H
#define MATCHDAY_SOLVER_PIPELINE_H

#include "solver/solver.h"

/* All engines one after the other, level by level. From an assignment on, slot[m]
 * (-1 = not held), or from none (NULL). As solver_solve(), but without regard for
 * what STABILITY allows to be fixed first. */
enum solve_status pipeline_solve(struct arena *arena, const struct problem *problem,
                                 const int *start,
                                 const struct solver_options *options,
                                 struct solution *solution);

#endif
