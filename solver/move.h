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
    /* An insertion that is sure to lose more than this on the level SERVED need not
     * be made, unless it serves a must or a promise. INT64_MAX at first. */
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

/* Puts a random one of the meetings that wait where those that have to go for it
 * are worth least; these go where they fit. Returns false if there is no such place
 * or it loses too much for certain (most_loss); the log is to be undone then. */
bool move_insert(struct mover *mover);

/* Picks a random move and makes it. With focus SERVED half of the moves are
 * insertions; with focus COMPACTNESS half of them bring an end of a participant's
 * block next to another block. Returns false if it came to nothing; the log is to be
 * undone then. */
bool move_random(struct mover *mover, enum solver_level focus);

#endif
