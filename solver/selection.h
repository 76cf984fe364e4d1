#ifndef MATCHDAY_SOLVER_SELECTION_H
#define MATCHDAY_SOLVER_SELECTION_H

#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/first_order.h"
#include "solver/program.h"

/* Which meetings to hold, before the question when. GUARANTEE, SERVED and BALANCE
 * only ask that, and the relaxation answers it nearly whole, whereas over the slots
 * of a meeting it spreads its columns: they are alike. To reach a bound, search
 * then has to find slots for meetings that are known to fit together:
 *     first_order_relax();              a bound and its duals
 *     dual_fix();                       only points that reach it are left
 *     selection_find();                 one of them
 *     selection_restrict();             and search in what is left of the problem
 * What search finds may be less than the bound; if it reaches it, it is proven. */

/* The part of each meeting that a point of the relaxation holds, 0 to 1, in arena.
 * The point is the best one for the level (ROOMS: any will do) with random gains of
 * up to `nudge` for each meeting added, so that it is not one between many. */
double *selection_find(struct arena *arena, struct program *program,
                       enum solver_level level, double nudge,
                       const struct first_order_limits *limits);

/* The problem without the meetings of which less than `least` is held: nothing is
 * in their domains, unless they must be scheduled. A schedule of it is one of the
 * problem. The arrays of the problem that stay as they are are shared. */
struct problem selection_restrict(struct arena *arena,
                                  const struct problem *problem,
                                  const double *share, double least);

#endif
