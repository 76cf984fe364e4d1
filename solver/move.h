#ifndef MATCHDAY_SOLVER_MOVE_H
#define MATCHDAY_SOLVER_MOVE_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/rng.h"
#include "solver/state.h"

/* The moves of local search. A move changes the state and leaves its steps in
 * the state's log, for state_undo() or state_settle(). */

struct mover {
    struct state *state;
    struct rng rng;
    const struct lists *slots; /* domain of m as a list */
    int n_random;              /* move_random() picks among the first meetings */
    int *stamp;                /* of m: the last move that placed or ejected it */
    int clock;
    struct waiting {
        int m, target;
    } * queue;
    int n_queue;
    uint64_t *open; /* working space: a set of slots, */
    int *spare;     /* and a meeting for each participant of one */
    /* With focus SERVED: moves that are sure to lose more than this need not be
     * made. */
    int64_t most_loss;
};

/* Everything lives in arena; the state must outlive the mover. */
void mover_init(struct arena *arena, struct state *state, uint64_t seed,
                struct mover *mover);

/* Puts m into slot s of its domain, whatever slot it has now. Meetings in the
 * way go to the slot that m leaves, and those in their way in turn back (the
 * connected component of two slots' meetings: a Kempe chain); those that
 * cannot go there go where they fit, or out. At most `length` meetings are
 * moved. Returns false, with the log to be undone, if m cannot be put there. */
bool move_to(struct mover *mover, int m, int s, int length);

/* Picks a random move and makes it. With focus COMPACTNESS half of the moves
 * bring an end of a participant's block next to another block. Returns false
 * if it came to nothing; the log is to be undone then. */
bool move_random(struct mover *mover, enum solver_level focus);

#endif
