#ifndef MATCHDAY_SOLVER_GLPK_SAT_H
#define MATCHDAY_SOLVER_GLPK_SAT_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "solver/clauses.h"

/* Deciding formulas with the MiniSat inside GLPK. */

enum sat_answer {
    SAT_YES,
    SAT_NO,
    SAT_UNKNOWN, /* the effort is used up, or no process could be had */
};

struct sat_effort {
    int max_restarts; /* the k-th comes after 100 * 1.5^k conflicts more */
    bool (*poll)(void *context); /* or NULL; true ends the work */
    void *context;
};

/* Is there an assignment that makes all clauses true? On SAT_YES *value, in arena,
 * is that of each variable, from 1 on. MiniSat knows no limits and keeps its memory
 * when it fails: it works in a child process, so no other thread may be about.
 * The same clauses and restarts give the same answer. */
enum sat_answer glpk_sat(struct arena *arena, const struct clauses *clauses,
                         const struct sat_effort *effort, bool **value);

#endif
