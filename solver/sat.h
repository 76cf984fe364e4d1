#ifndef MATCHDAY_SOLVER_SAT_H
#define MATCHDAY_SOLVER_SAT_H

#include <stdbool.h>
#include <stdint.h>

/* What whoever decides a formula (clauses.h) is asked and answers. */

enum sat_answer {
    SAT_YES,
    SAT_NO,
    SAT_UNKNOWN, /* the effort is used up */
};

struct sat_effort {
    int64_t max_conflicts;
    bool (*poll)(void *context); /* or NULL; true ends the work */
    void *context;
};

#endif
