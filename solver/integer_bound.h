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

/* Relaxation, unless there is one already, and branch and cut, while the bound of
 * level k leaves room. Returns false as above. */
bool integer_bound_close(struct work *work, int k);

/* With level k done: what its value rules out is closed to the levels behind. */
void integer_bound_narrow(struct work *work, int k);

/* Makes rows of the levels before k. */
void integer_bound_hold(struct work *work, int k);

#endif
