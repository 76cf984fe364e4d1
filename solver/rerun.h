#ifndef MATCHDAY_SOLVER_RERUN_H
#define MATCHDAY_SOLVER_RERUN_H

#include <stdbool.h>

#include "solver/solver.h"

/* Solves a problem whose meetings of before matter most: keeps what can be kept, then
 * solves what is left. What that took is taken off a time limit in the options. False
 * if it led to nothing; else *status is that of solver_solve(): SOLVE_DONE or
 * SOLVE_TOO_MANY. */
bool rerun_solve(struct arena *arena, const struct problem *problem,
                 struct solver_options *options, struct solution *solution,
                 enum solve_status *status);

/* Meetings of before that do not stay as they were. */
int rerun_count_changes(const struct problem *problem,
                        const struct solution *solution);

#endif
