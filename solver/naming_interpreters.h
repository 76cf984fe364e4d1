#ifndef MATCHDAY_SOLVER_NAMING_INTERPRETERS_H
#define MATCHDAY_SOLVER_NAMING_INTERPRETERS_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "solver/incumbent.h"
#include "solver/state.h"

/* Interpreters by name. For naming.c alone. at lists the incumbent's meetings by
 * slot; interpreter[m] becomes -1 where m has none. */

/* The meetings of a class go to its members in turn, in the order of time, which
 * keeps everybody's limits (see pool.h): always possible. */
void naming_deal_interpreters(struct arena scratch, const struct state *state,
                              const struct incumbent *incumbent,
                              const struct lists *at, int *interpreter);

/* Slot by slot in the order of time, such that meetings which stay in their slot
 * keep whom they had. Classes play no part. Returns false, with nothing of use in
 * interpreter, if limits leave a later slot without interpreters. */
bool naming_keep_interpreters(struct arena scratch, const struct state *state,
                              const struct lists *at, int *interpreter);

#endif
