#ifndef MATCHDAY_SOLVER_CONSTRUCT_H
#define MATCHDAY_SOLVER_CONSTRUCT_H

#include "scheduler/base/arena.h"
#include "solver/state.h"

/* Fills an empty state greedily: meetings that must be held first, then the
 * valuable and the inflexible ones, each in the first slot where it fits beside
 * its participants' others; predecessors before what follows them. The state's log
 * grows meanwhile, in an arena of its own. */
void construct(struct arena scratch, struct state *state);

#endif
