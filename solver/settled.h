#ifndef MATCHDAY_SOLVER_SETTLED_H
#define MATCHDAY_SOLVER_SETTLED_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "solver/glpk_program.h"
#include "solver/problem.h"
#include "solver/program.h"

/* What the levels before have settled. Where only a part of the wishes can be
 * served, the best values of GUARANTEE, SERVED and BALANCE often leave no choice of
 * the meetings that are held, only of their slots; the levels behind are then
 * another, much smaller problem. */

enum settled_fate {
    SETTLED_OPEN,
    SETTLED_HELD, /* in every assignment that is as good on the levels before */
    SETTLED_OUT,  /* in none of them */
};

struct settled {
    enum settled_fate *fate; /* of m */
    int *fewest, *most;      /* meetings of p in such assignments */
    int n_open;              /* meetings that are */
};

/* Nothing is settled yet: what anybody can have at all. */
void settled_init(struct arena *arena, const struct problem *problem,
                  struct settled *settled);

/* Finds what is settled, given one assignment, slot[m], that obeys the program's
 * rows, those of the held levels included: linear programs which move away from it
 * as far as can be. What the last of them cannot change is settled, by the exact
 * bound of its duals; effort that runs out settles nothing. The program gets no
 * rows or columns; settled is as settled_init() left it. */
void settled_find(struct program *program, struct glpk_program *glpk,
                  const int *slot, const struct glpk_limits *limits,
                  struct settled *settled);

/* A copy of the problem in which settled meetings have to be held or cannot be. */
struct problem settled_problem(struct arena *arena, const struct problem *problem,
                               const struct settled *settled);

/* The problem with the choice of meetings in slot[m] as if it were settled: only
 * their slots are left. */
struct problem settled_as_held(struct arena *arena, const struct problem *problem,
                               const int *slot);

#endif
