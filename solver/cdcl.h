#ifndef MATCHDAY_SOLVER_CDCL_H
#define MATCHDAY_SOLVER_CDCL_H

#include "scheduler/base/arena.h"
#include "solver/clauses.h"
#include "solver/sat.h"

/* Deciding formulas by conflict-driven clause learning. Several threads may, each
 * with an arena of its own. */

struct cdcl_result {
    bool *value; /* of each variable, from 1 on, where the answer is SAT_YES */
    int64_t n_conflicts;
};

/* Is there an assignment that makes all clauses true? The same clauses and the
 * same effort give the same answer, unless poll ends the work. */
enum sat_answer cdcl_solve(struct arena *arena, const struct clauses *clauses,
                           const struct sat_effort *effort,
                           struct cdcl_result *result);

#endif
