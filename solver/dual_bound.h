#ifndef MATCHDAY_SOLVER_DUAL_BOUND_H
#define MATCHDAY_SOLVER_DUAL_BOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/program.h"

/* Bounds on a level from any row duals, in exact integer arithmetic: for a
 * maximised level and multipliers y of the right signs
 *     c x <= y b + sum over columns of max(0, (c - y A) * upper),
 * and the other way round for a minimised one. The duals are scaled by 2^20
 * and rounded; whatever they were, the bound holds for every point of the
 * program, so rounding costs tightness and never validity
 * (Neumaier and Shcherbina 2004). */

__extension__ typedef __int128 dual_wide;

struct dual_bound {
    bool maximised;
    int64_t constant;
    dual_wide sum;      /* the bound, scaled */
    dual_wide *reduced; /* c - y A of each column, scaled */
};

/* Reduced costs lie in arena. */
void dual_bound_build(struct arena *arena, struct program *program,
                      enum solver_level level, const double *dual,
                      struct dual_bound *bound);

/* Gives each meeting's own row the best dual there is, the others' being what they
 * are: as much as its best column has left. Changes the bound, and these duals. */
void dual_bound_settle(const struct program *program, struct dual_bound *bound,
                       double *dual);

/* What lies between the bound and a value of the level, scaled; and the multiplier
 * of a row, scaled, for the level as one to maximise: positive where the row's
 * upper side counts. */
dual_wide dual_bound_gap(const struct dual_bound *bound, int64_t value);
int64_t dual_bound_multiplier(const struct row *row, double dual, bool maximised);

/* The bound before it is rounded to a whole number, for showing. */
double dual_bound_relaxed(const struct dual_bound *bound);

/* The bound on the level's value; false if it is too large a number. */
bool dual_bound_value(const struct dual_bound *bound, int64_t *value);

/* The same if one more unit of a column, beyond its upper bound, is forced. */
bool dual_bound_value_with(const struct dual_bound *bound, int column,
                           int64_t *value);

/* True if the multipliers y of the rows, none larger than 1, prove that the program
 * has no point at all: with them 0 < 0 follows from the rows and bounds. */
bool dual_bound_contradicts(struct arena scratch, struct program *program,
                            const double *y);

#endif
