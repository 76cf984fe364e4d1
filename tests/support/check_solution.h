#ifndef MATCHDAY_TESTS_SUPPORT_CHECK_SOLUTION_H
#define MATCHDAY_TESTS_SUPPORT_CHECK_SOLUTION_H

#include <stdint.h>
#include <stdio.h>

#include "solver/problem.h"
#include "solver/solver.h"

/* Judges a solution of a problem: every hard rule, rooms and interpreters, and
 * that each level's value is what the assignment gives and its bound on the
 * right side of it. Prints one line to out for each thing that is wrong and
 * returns their number. Shares no code with the solver, nor with the exhaustive
 * search. */
int check_solution(FILE *out, const struct problem *problem,
                   const struct solution *solution);

/* What the assignment is worth on a level, whether the problem asks or not. */
int64_t solution_value(const struct problem *problem,
                       const struct solution *solution, enum solver_level level);

#endif
