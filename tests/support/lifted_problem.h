#ifndef MATCHDAY_TESTS_SUPPORT_LIFTED_PROBLEM_H
#define MATCHDAY_TESTS_SUPPORT_LIFTED_PROBLEM_H

#include "scheduler/base/arena.h"
#include "solver/problem.h"

/* What can be lifted for one meeting alone. */
enum lifted {
    LIFTED_NOTHING,
    LIFTED_PEOPLE,       /* their other meetings and limits */
    LIFTED_ROOMS,        /* it takes none */
    LIFTED_INTERPRETERS, /* it needs none */
    N_LIFTED
};

/* The problem in which meeting m has to be held and this limit does not count for
 * it. Where comfort or burden come first, slots that cost its people anything are
 * left out if they are lifted: what they give is not to be had for nothing. In
 * arena and in the given problem's memory. */
struct problem lifted_problem(struct arena *arena, const struct problem *problem,
                              int m, enum lifted lifted);

#endif
