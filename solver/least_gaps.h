#ifndef MATCHDAY_SOLVER_LEAST_GAPS_H
#define MATCHDAY_SOLVER_LEAST_GAPS_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"

/* Somebody who is in one meeting at a time. */
struct least_gaps_task {
    const struct problem *problem;
    int p;
    const uint64_t *domain; /* of m, like problem->domain */
    const int *meeting;     /* all that p has, no more and no fewer */
    int n_meetings;
    int most; /* stop there */
};

/* A number of gaps that p cannot go below whatever the others do, at most
 * task->most + 1; that is the least one unless the search, whose effort is
 * limited, was cut short. max_consecutive is obeyed. */
int least_gaps(struct arena scratch, const struct least_gaps_task *task);

#endif
