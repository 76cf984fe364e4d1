#ifndef MATCHDAY_TESTS_SUPPORT_RANDOM_PROBLEM_H
#define MATCHDAY_TESTS_SUPPORT_RANDOM_PROBLEM_H

#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"

/* Small problems made from a seed, for comparing the solver with exhaustive
 * search: 2 to 7 participants, 1 to 8 meetings, 1 to 7 slots. Every feature of
 * struct problem turns up; a third of the seeds use few of them, a third most.
 * The product of (slots of the domain + 1) over all meetings, which is what
 * exhaustive search goes through at most, is at most RANDOM_PROBLEM_EFFORT. */

enum { RANDOM_PROBLEM_EFFORT = 60000 };

/* The same seed gives the same problem on every machine. It lives in arena. */
struct problem *random_problem(struct arena *arena, uint64_t seed);

/* The same kind of problem, too large for exhaustive search: up to 28 participants,
 * 96 meetings, 14 slots. */
struct problem *random_problem_medium(struct arena *arena, uint64_t seed);

#endif
