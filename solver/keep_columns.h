#ifndef MATCHDAY_SOLVER_KEEP_COLUMNS_H
#define MATCHDAY_SOLVER_KEEP_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/dual_bound.h"
#include "solver/glpk_program.h"
#include "solver/keep.h"
#include "solver/keep_problem.h"
#include "solver/solver.h"

/* The work of keep.c, and which columns of its program are in: the others are fixed
 * at 0 until their prices say that they could pay. */

struct keeper {
    struct arena *arena;
    const struct problem *problem;
    struct keep_problem asked;
    struct pool rooms, interpreters;
    struct program program;
    struct glpk_program *glpk;
    int *link;               /* row of m, or -1 */
    bool *open;              /* column is let in */
    bool *at_upper;          /* column is 1 where everything stays as it was */
    struct dual_bound bound; /* of the whole program */
    double *dual;
    bool is_small;     /* meetings that are certain to stay are fixed already */
    bool is_limited;   /* by problem->max_changes */
    struct keep *best; /* what was found, if has_point */
    bool has_point;
    int64_t value, limit; /* what it is worth; nothing is worth more */
    int *likely;          /* slot of m where the relaxation has most of it, or -1 */
    bool *stays;          /* m is as it was there, wholly */
    const struct solver_options *options;
};

/* Chooses the columns to begin with, and the basis: what can stay stays, which obeys
 * most rows. open and at_upper are of n_columns, all false. */
void keep_columns_begin(struct keeper *keeper);

/* Only what is let in may be above 0; or everything may. */
void keep_columns_bound(struct keeper *keeper, bool everything);

/* Lets in all slots that lose less than `gap`, scaled; their number. */
int keep_columns_let_in(struct keeper *keeper, dual_wide gap);
int keep_columns_let_all_in(struct keeper *keeper);

/* Prices every column with the duals of those that are in (which the keeper goes on
 * using), lowers the limit to the bound that they prove, and lets those in that could
 * pay, but for what rounding may have made; their number. */
int keep_columns_price(struct keeper *keeper, double *dual);

/* What becomes of a meeting of before by an alternative of it. */
enum keep_fate keep_fate_of(enum keep_kind kind);

/* Whether every fate of meeting m but this one loses more than `gap`, scaled, against
 * the bound. */
bool keep_columns_agree(const struct keeper *keeper, int m, enum keep_fate fate,
                        dual_wide gap);

#endif
