#ifndef MATCHDAY_SOLVER_INTEGER_BOUND_H
#define MATCHDAY_SOLVER_INTEGER_BOUND_H

#include <stdbool.h>

#include "solver/work.h"

/* The step of the pipeline that proves: the integer program of a level with the
 * levels before it held as rows, relaxed, by the simplex method or, where it is
 * large, by a first-order one, and then branched on by GLPK. What its points are
 * better in becomes the incumbent. */

/* The linear relaxation of level k. Returns false if no assignment obeys all rules,
 * proven. */
bool integer_bound_relax(struct work *work, int k);

/* True if relaxing level k is quicker than searching first. */
bool integer_bound_is_quick(struct work *work);

/* integer_bound_relax(), unless there is one already that is still up to date. */
bool integer_bound_refresh(struct work *work, int k);

/* Relaxes level k once more with a row that was left out so far, where it can do
 * without mostly. False if there is none. */
bool integer_bound_sharpen(struct work *work, int k);

/* Branch and cut from the relaxation of level k, if it was solved to the end and is
 * worth it. Returns false as above. */
bool integer_bound_branch(struct work *work, int k);

/* With level k done: what its value rules out is closed to the levels behind. */
void integer_bound_narrow(struct work *work, int k);

/* The problem with only what an assignment whose level k is `value` can have, by
 * the prices of the last relaxation, which was level k's. False if there are none.
 * In arena. */
bool integer_bound_aim(struct work *work, int k, int64_t value, struct arena *arena,
                       struct problem *narrow);

/* Makes rows of the levels before k. */
void integer_bound_hold(struct work *work, int k);

#endif
