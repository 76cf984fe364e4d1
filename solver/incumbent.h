#ifndef MATCHDAY_SOLVER_INCUMBENT_H
#define MATCHDAY_SOLVER_INCUMBENT_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"
#include "solver/state.h"

/* The best assignment so far, without names of rooms and interpreters. */
struct incumbent {
    int *slot;           /* of m, or -1 */
    int *taken[N_POOLS]; /* class of m, or -1 */
    int *load[N_POOLS];  /* as in struct state: what each class does when */
    int64_t value[SOLVER_N_LEVELS];
    int64_t broken; /* as in struct state; 0 = obeys every rule */

    /* Where a state that is followed may differ: each meeting once. */
    int *changed, n_changed;
    bool *is_changed;
};

/* Arrays in arena, of the shape of the state's; nothing scheduled, and worse
 * than every state. */
void incumbent_init(struct arena *arena, const struct state *state,
                    struct incumbent *incumbent);

/* Takes the state over if it is better in the order of all levels; returns
 * true then. */
bool incumbent_offer(struct incumbent *incumbent, const struct state *state);

/* Settles the state and offers it, in the time that the changes take since this
 * incumbent last took it over. Between the incumbent_offer() that took the state
 * over and this, and between two of these, the state may only change by what its log
 * tells. */
bool incumbent_follow(struct incumbent *incumbent, struct state *state);

/* In the order of all levels; one that obeys every rule before one that does not. */
bool incumbent_is_better(const struct problem *problem, const struct incumbent *a,
                         const struct incumbent *b);

/* Copies from one incumbent into another of the same problem. */
void incumbent_copy(const struct state *shape, const struct incumbent *from,
                    struct incumbent *to);

/* Makes the state that of the incumbent. */
void incumbent_restore(const struct incumbent *incumbent, struct state *state);

#endif
