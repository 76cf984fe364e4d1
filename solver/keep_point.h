#ifndef MATCHDAY_SOLVER_KEEP_POINT_H
#define MATCHDAY_SOLVER_KEEP_POINT_H

#include "solver/keep_columns.h"

/* Points of the keeper's program: a number for each column. */

/* Columns that should be whole numbers and are not. */
int keep_point_count_fractional(const struct keeper *keeper, const double *point);

/* The keeper takes a whole point, if it is better than what it has. */
void keep_point_take(struct keeper *keeper, const double *point);

/* Where a point of the relaxation has most of each meeting, and what stays in it. */
void keep_point_find_likely(struct keeper *keeper, const double *point);

#endif
