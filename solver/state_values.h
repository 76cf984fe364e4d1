#ifndef MATCHDAY_SOLVER_STATE_VALUES_H
#define MATCHDAY_SOLVER_STATE_VALUES_H

#include "scheduler/base/arena.h"
#include "solver/state.h"

/* What a state is worth, kept up to date meeting by meeting. Each function has
 * its exact inverse, so undoing restores every number. For state.c alone. */

/* The values of an empty assignment. */
void state_init_values(struct arena *arena, struct state *state);

/* Adds p's meeting in slot s to the values, and takes it off again. */
void state_count_enter(struct state *state, int p, int s);
void state_count_leave(struct state *state, int p, int s);

/* The same for what meetings are worth whoever takes part: sign is 1 as m enters
 * slot s, -1 as it leaves. */
void state_count_meeting(struct state *state, int m, int s, int sign);

#endif
