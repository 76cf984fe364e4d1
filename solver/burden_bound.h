#ifndef MATCHDAY_SOLVER_BURDEN_BOUND_H
#define MATCHDAY_SOLVER_BURDEN_BOUND_H

#include "solver/work.h"

/* A bound on BURDEN, level k, for programs that are too large for the simplex method
 * and behind SERVED: the smallest maximum with which SERVED's relaxation comes up to
 * what is held. The levels before are rows of the program. Returns false, and does
 * nothing, elsewhere. */
bool burden_bound(struct work *work, int k);

#endif
