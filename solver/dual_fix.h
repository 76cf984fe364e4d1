#ifndef MATCHDAY_SOLVER_DUAL_FIX_H
#define MATCHDAY_SOLVER_DUAL_FIX_H

#include <stdint.h>

#include "solver/dual_bound.h"
#include "solver/program.h"

/* Leaves out of a program what cannot be part of a point as good as a known one:
 * a column whose reduced cost is more than lies between the bound and the value is
 * 0, and a row whose dual is more is tight. What is left over of the program for
 * the next level, with this one held, is small where the bound is sharp, and its
 * relaxation is easier than with the row that holds the level alone. */

struct dual_fix {
    int n_columns, n_rows; /* of which bounds became narrower */
};

/* Narrows bounds of columns and rows so that every integral point whose value on
 * the bound's level is no worse than `value` stays. The bound was built from these
 * duals, for the program as it is. Bounds that GLPK knows have to be told to it. */
struct dual_fix dual_fix(struct program *program, const struct dual_bound *bound,
                         const double *dual, int64_t value);

#endif
