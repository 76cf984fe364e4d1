#ifndef MATCHDAY_SOLVER_PROGRAM_POOL_H
#define MATCHDAY_SOLVER_PROGRAM_POOL_H

#include "solver/program.h"

/* Adds the rows by which every meeting gets a room (POOL_ROOMS) or, where it
 * needs one, an interpreter (POOL_INTERPRETERS); called once per pool by
 * program_init(), when the columns x exist. */
void program_add_pool(struct program *program, int which);

#endif
