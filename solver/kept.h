#ifndef MATCHDAY_SOLVER_KEPT_H
#define MATCHDAY_SOLVER_KEPT_H

#include "scheduler/base/arena.h"
#include "solver/keep.h"
#include "solver/problem.h"

/* The problem that is left once it is settled which meetings stay as they were:
 * these are held where they are, with room and interpreter, and what cannot be
 * beside them is taken out. It is much smaller, and whatever solves it changes no
 * more than keep_solve() found. It has no level STABILITY. */

struct kept {
    struct problem problem;
    struct set_family rooms, interpreters;
    int *meeting; /* of the smaller problem, in the other one */
    int *slot;    /* of the smaller problem's meetings in what was found, or -1 */
    const uint64_t *works; /* as in struct keep; NULL if it is not known */
};

/* In arena, to which the families keep pointers. False if a meeting that has to be
 * held would have no slot. */
bool kept_build(struct arena *arena, const struct problem *problem,
                const struct keep *keep, struct kept *kept);

/* Gives the meetings that are not held where they were the past that they had, and
 * the smaller problem the level STABILITY, which counts them alone. In arena. */
void kept_remember(struct arena *arena, const struct problem *problem,
                   const struct keep *keep, struct kept *kept);

/* The same with all in it that costs as little as what was found: only what surely
 * stays is held. False as above. */
bool kept_build_open(struct arena *arena, const struct problem *problem,
                     const struct keep *keep, struct kept *kept);

#endif
