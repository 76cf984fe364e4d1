#ifndef MATCHDAY_TESTS_SUPPORT_PRINT_PROBLEM_H
#define MATCHDAY_TESTS_SUPPORT_PRINT_PROBLEM_H

#include <stdio.h>

#include "solver/problem.h"

/* Prints all of a problem, one line per participant, meeting and slot, such that
 * it can be solved by hand. "3R{0,2}I{1}" is slot 3 where rooms 0 and 2 and
 * interpreter 1 fit. */
void problem_print(FILE *out, const struct problem *problem);

/* "served", ... */
const char *solver_level_name(enum solver_level level);

#endif
