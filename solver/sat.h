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
    /* Or NULL; is told every clause that is learned, literals as in clauses.h: in
     * the end of a proof that there is none, nothing else can be true. */
    void (*learned)(void *listener, const int *literal, int n);
    void *listener;
};

#endif
