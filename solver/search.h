#ifndef MATCHDAY_SOLVER_SEARCH_H
#define MATCHDAY_SOLVER_SEARCH_H

#include "solver/work.h"

/* The step of the pipeline that finds: annealing for a better assignment on level
 * k, among those that the levels done leave open. Ends where the bound known for
 * the level is reached. */
void search_level(struct work *work, int k);

/* The same, once the level has been relaxed, among those that its prices leave
 * possible if it is to reach its bound, or come near it. */
void search_towards_bound(struct work *work, int k);

/* For a level k > 0 that did not come to its bound: searches as if k stood before
 * level k - 1, which then makes up for what it lost. That finds what is as good on the
 * level before, but far from what was found there. True if the incumbent became
 * better. */
bool search_exchanged(struct work *work, int k);

/* Looks for any assignment that obeys every rule, by the search of the last level. */
void search_feasible(struct work *work);

#endif
