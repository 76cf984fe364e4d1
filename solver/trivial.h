#ifndef MATCHDAY_SOLVER_TRIVIAL_H
#define MATCHDAY_SOLVER_TRIVIAL_H

#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"

/* A bound on a level that needs no program: each participant alone, each
 * meeting alone. Valid whatever other levels are held. */
int64_t trivial_bound(struct arena scratch, const struct problem *problem,
                      enum solver_level level);

#endif
