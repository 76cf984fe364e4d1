#ifndef MATCHDAY_SOLVER_NARROWED_H
#define MATCHDAY_SOLVER_NARROWED_H

#include "scheduler/base/arena.h"
#include "solver/dual_bound.h"
#include "solver/program.h"

/* The problem of a program with only what its bounds leave open: a meeting whose
 * column is closed cannot be in that slot, and one that a row demands must be
 * held. After dual_fix() these are the assignments worth a search for the levels
 * behind. New arrays are in arena, the others are shared. */
struct problem narrowed_problem(struct arena *arena, const struct program *program);

/* The same with what dual_fix() would close for this value; the program stays as it
 * is. Empty, as it were, if no point is that good: then musts may have no slot. */
struct problem narrowed_towards(struct arena *arena, struct program *program,
                                const struct dual_bound *bound, const double *dual,
                                int64_t value);

#endif
