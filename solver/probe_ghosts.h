#ifndef MATCHDAY_SOLVER_PROBE_GHOSTS_H
#define MATCHDAY_SOLVER_PROBE_GHOSTS_H

#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/probe.h"
#include "solver/problem.h"
#include "solver/solver.h"

/* A problem extended by ghosts: for each unscheduled meeting one copy per kind of
 * limit, with that limit lifted. For probe*.c alone. */
struct ghosts {
    struct problem problem; /* the ghosts behind the original meetings */
    int n_original;
    int *number; /* of m and lift, at m * N_LIFTS + lift; -1 = none */
    int *origin; /* the meeting of which k is a ghost; k itself if it is none */
};

/* slot is of the original meetings, -1 = unscheduled. A meeting without slots has
 * no ghost, nor one that needs no room (interpreter) one without it. */
void ghosts_init(struct arena *arena, const struct problem *original,
                 const int *slot, struct ghosts *ghosts);

/* The ghost of m with that limit lifted, or -1. */
static inline int ghosts_find(const struct ghosts *ghosts, int m, enum lift lift)
{
    return ghosts->number[(int64_t)m * N_LIFTS + lift];
}

/* What an assignment of the extended problem is compared with, the solution: the
 * levels up to SERVED (all where it is none of them). */
struct standard {
    int n_levels;
    int64_t value[SOLVER_N_LEVELS]; /* in problem->level order */
};

void standard_init(const struct ghosts *ghosts, const struct solution *solution,
                   struct standard *standard);

#endif
