#ifndef MATCHDAY_SOLVER_STATE_CLASSES_H
#define MATCHDAY_SOLVER_STATE_CLASSES_H

#include "scheduler/base/arena.h"
#include "solver/state.h"

/* How the meetings of a state take rooms and interpreters, class by class. For
 * state.c alone. */

/* All classes free. */
void state_init_classes(struct arena *arena, struct state *state,
                        const struct pool *rooms, const struct pool *interpreters);

/* Logs what m has now; comes before every change of m. */
void state_record(struct state *state, int m);

/* Counts m, in slot s, as one of class c (-1 = it needs none), and back. */
void state_take(struct state *state, int which, int m, int s, int c);
void state_give_back(struct state *state, int which, int m, int s);

/* A class for meeting m in slot s, or -1 if there is none. Other meetings of the
 * slot change their classes for it where that is needed; the log has them. */
int state_find_class(struct state *state, int which, int m, int s);

#endif
