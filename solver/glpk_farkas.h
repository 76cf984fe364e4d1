#ifndef MATCHDAY_SOLVER_GLPK_FARKAS_H
#define MATCHDAY_SOLVER_GLPK_FARKAS_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "solver/program.h"

struct glp_prob; /* GLPK's own */

/* After the simplex method found no feasible point of the program, whose rows and
 * columns are those of prob: true if the basis it ended with proves in exact
 * arithmetic that there is none. For glpk_program.c alone; may longjmp. */
bool glpk_farkas(struct arena scratch, struct glp_prob *prob,
                 struct program *program);

#endif
