#ifndef MATCHDAY_SOLVER_PROBE_ROWS_H
#define MATCHDAY_SOLVER_PROBE_ROWS_H

#include "solver/pool.h"
#include "solver/probe_program.h"

/* Builds the inquiry's problem and program: a row for each level, free for now; one
 * for each ghost that can force it in; and `after` with ghosts that may stand in for
 * their meetings. Columns of ghosts are closed. For probe_program.c alone. */
void inquiry_build(struct inquiry *inquiry, const struct pool *rooms,
                   const struct pool *interpreters);

#endif
