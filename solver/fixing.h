#ifndef MATCHDAY_SOLVER_FIXING_H
#define MATCHDAY_SOLVER_FIXING_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/program.h"

/* What a level that is held leaves open: duals of its relaxation price every
 * meeting in every slot, and what would take the level below the value that it is
 * held at can be ruled out for good (reduced cost fixing; Dantzig, Fulkerson and
 * Johnson 1954). In exact arithmetic, as in dual_bound.h: nothing is ruled out
 * that an assignment with that value needs. */

struct fixing {
    uint64_t *domain; /* as in struct problem: slots that are left */
    bool *must;       /* meetings without which the value cannot be reached */
    int n_ruled_out;  /* slots of meetings */
    int n_must;
};

/* All that the problem allows. Arrays in arena. */
void fixing_init(struct arena *arena, const struct problem *problem,
                 struct fixing *fixing);

/* Rules out what cannot be where the level's value is `value` or better. dual: one
 * per row of the program, any numbers. Returns true if anything changed. */
bool fixing_narrow(struct arena scratch, struct program *program,
                   enum solver_level level, const double *dual, int64_t value,
                   struct fixing *fixing);

/* Bounds the columns and rows of the program accordingly. */
void fixing_apply(const struct fixing *fixing, struct program *program);

#endif
