#ifndef MATCHDAY_TESTS_SUPPORT_BRUTE_FORCE_H
#define MATCHDAY_TESTS_SUPPORT_BRUTE_FORCE_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"

/* The best assignment of a small problem, by going through all of them: what
 * the solver is compared with. Exact on every level and rule, rooms and
 * interpreters by name included. Shares no code with the solver. */

struct brute_force_answer {
    int64_t value[SOLVER_N_LEVELS]; /* in problem->level order */
    int *slot, *room, *interpreter; /* of m, -1 = none: one best assignment */
};

/* Finds the best values in the order of the levels, from level n_held on, among
 * the assignments whose levels before that are no worse than held (NULL if
 * n_held is 0). Returns false if no assignment is allowed: the meetings that
 * must be held cannot be, or not with these values. The answer's arrays live in
 * arena. At most 31 meetings, participants, rooms and slots. */
bool brute_force_solve(struct arena *arena, const struct problem *problem,
                       const int64_t *held, int n_held,
                       struct brute_force_answer *answer);

#endif
