#ifndef MATCHDAY_SOLVER_GLPK_BOUND_H
#define MATCHDAY_SOLVER_GLPK_BOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/program.h"

/* A bound on a level from any row duals, in exact integer arithmetic: for a
 * maximised level and multipliers y of the right signs
 *     c x <= y b + sum over columns of max(0, (c - y A) * upper),
 * and the other way round for a minimised one. The duals are scaled by 2^20
 * and rounded; whatever they were, the bound holds for every point of the
 * program, so rounding costs tightness and never validity. Returns false if
 * the numbers are too large for it. */
bool glpk_bound(struct arena scratch, struct program *program, enum solver_level level,
                const double *dual, int64_t *bound);

#endif
