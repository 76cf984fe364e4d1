#ifndef MATCHDAY_SOLVER_BOTTLENECK_PLACES_H
#define MATCHDAY_SOLVER_BOTTLENECK_PLACES_H

#include "solver/bottleneck.h"

/* Shared by the files of bottleneck.h alone. */

/* Adds the item if it is one. The array has room for it. */
void bottlenecks_add(struct bottlenecks *bottlenecks, struct bottleneck item);

/* How many of these slots somebody can work in who needs a pause after so many
 * neighbours (or PROBLEM_NO_LIMIT). */
int bottleneck_most_in_runs(const struct problem *problem, const uint64_t *slots,
                            int most_in_a_row);

/* Those of rooms, or of interpreters. */
void bottlenecks_add_places(struct arena *arena, const struct problem *problem,
                            enum clash kind, struct bottlenecks *bottlenecks);

#endif
