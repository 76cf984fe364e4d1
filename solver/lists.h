#ifndef MATCHDAY_SOLVER_LISTS_H
#define MATCHDAY_SOLVER_LISTS_H

#include "scheduler/base/arena.h"
#include "solver/problem.h"

/* For each of n_items items the lists (of n) that hold it, rising. */
struct lists lists_invert(struct arena *arena, const struct lists *lists, int n,
                          int n_items);

/* For each participant its meetings m with held[m], rising. */
struct lists lists_of_held(struct arena *arena, const struct problem *problem,
                           const bool *held);

/* The slots of each meeting's domain, rising. */
struct lists lists_of_slots(struct arena *arena, const struct problem *problem);

/* session_first[s] and session_end[s]: the slots of the session of slot s are
 * those from the one up to, and without, the other. */
void lists_find_sessions(struct arena *arena, const struct problem *problem,
                         int **session_first, int **session_end);

static inline int lists_length(const struct lists *lists, int k)
{
    return lists->start[k + 1] - lists->start[k];
}

#endif
