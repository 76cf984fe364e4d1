#ifndef MATCHDAY_SOLVER_STATE_H
#define MATCHDAY_SOLVER_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/pool.h"
#include "solver/problem.h"

/* A partial assignment of meetings to slots which local search changes one
 * meeting at a time: every change keeps the hard rules, updates the levels'
 * values and can be taken back.
 *
 * Hard rules that a change can only break together with others are counted
 * instead, in `broken`: meetings that must be scheduled and are not, and gaps
 * beyond somebody's max_gaps. A state with broken == 0 is a schedule.
 * Rooms and interpreters are taken by class (pool.h); the levels ROOMS and the
 * rooms' part of STABILITY wait for names and count 0 here. */

/* What stood in the way of state_place(). */
enum obstacle {
    OBSTACLE_NONE,
    OBSTACLE_AFTER, /* a predecessor is missing or later, or a successor earlier */
    OBSTACLE_BUSY,  /* participant is in as many meetings in that slot as can be */
    OBSTACLE_MAX_MEETINGS,
    OBSTACLE_RUN, /* max_consecutive */
    OBSTACLE_ROOM,
    OBSTACLE_INTERPRETER,
};

enum { POOL_ROOMS, POOL_INTERPRETERS, N_POOLS };

struct change {
    int m, slot;        /* the meeting and the slot it had */
    int taken[N_POOLS]; /* the classes it had */
};

struct state {
    const struct problem *problem;
    const struct pool *pool[N_POOLS];
    int *session_first, *session_end; /* of the session of slot s */
    const struct lists *before;       /* meetings that name m in `after` */
    const struct lists *meetings;     /* of participant p, rising */

    int *slot;             /* of m, or -1 */
    int *taken[N_POOLS];   /* class that m takes, or -1 */
    int *set[N_POOLS];     /* of m in its slot, while it takes a class */
    int *load[N_POOLS];    /* meetings of class c in slot s, at c * n_slots + s */
    int *work[N_POOLS];    /* meetings of class c */
    int *cap[N_POOLS];     /* like load: at most this many; count of the class,
                                less while an exact solution is loaded */
    int *n_taken[N_POOLS]; /* meetings with a class in slot s */
    int *next_at, *prev_at, *first_at; /* meetings in slot s, linked */
    int *waiting, n_waiting;           /* meetings without a slot, in any order */
    int *place;                        /* of m in `waiting`, while it is there */
    int *incidence, *next_incidence;   /* meetings of p in s: first incidence or -1
                                at p * n_slots + s; incidence e is the position in
                                problem->participants */
    int *meeting_of;                   /* incidence e */
    int *busy;                         /* meetings of p in s, at p * n_slots + s */
    int *total, *gaps;                 /* of p */
    /* Sets of slots, of slot_words words each: those where p can be in one more
     * meeting at a time; those where some member of the pool is idle; those where
     * m needs a member. */
    uint64_t *open, *idle[N_POOLS], *needs[N_POOLS];
    /* Comfort sums as a tournament: p's is at n_leaves + p, and entry k is the
     * larger one of entries 2k and 2k + 1. */
    int64_t *comfort;
    int n_leaves;

    int64_t value[SOLVER_N_LEVELS];
    int64_t broken;
    int n_scheduled;

    struct { /* working space of the search for an augmenting path of classes */
        int *via, *from, *root, *queue, *place, n_queue;
        uint64_t *reached;
    } path;

    struct change *log; /* since the last state_settle() */
    int n_log, log_capacity;
    struct arena *arena; /* the log grows here */

    enum obstacle obstacle; /* of the last state_place() that failed */
    int obstacle_p;         /* its participant, for those that have one */
};

/* Where arrays by row (participant, class or meeting) and slot have their cell. */
static inline int64_t state_cell(const struct state *state, int row, int s)
{
    return (int64_t)row * state->problem->n_slots + s;
}

/* An empty assignment. The pools and the problem must outlive it. */
void state_init(struct arena *arena, const struct problem *problem,
                const struct pool *rooms, const struct pool *interpreters,
                struct state *state);

/* Puts an unscheduled meeting into a slot of its domain, or returns false,
 * changes nothing and tells the first obstacle. */
bool state_place(struct state *state, int m, int s);

/* Word w of the set of slots where m could be placed as far as its participants'
 * other meetings, their max_meetings and the number of rooms and interpreters go:
 * state_place() fails in all others. */
uint64_t state_open_slots(const struct state *state, int m, int w);

/* Whether some class that m, which needs one in slot s, could take has a member free,
 * limits included. If not, others might still change theirs. */
bool state_has_free(const struct state *state, int which, int m, int s);

/* Takes a scheduled meeting out, and with it all that must come after it. */
void state_remove(struct state *state, int m);

/* Changes since state_settle() can be undone back to a mark. */
static inline int state_mark(const struct state *state)
{
    return state->n_log;
}
void state_undo(struct state *state, int mark);
static inline void state_settle(struct state *state)
{
    state->n_log = 0;
}

/* Makes the assignment that of slot[m] (-1 = none), in the order of time. With
 * cap (like state->load, or NULL per pool) class c is used at most that often
 * in each slot meanwhile. Returns false if some meeting could not be placed;
 * it is then left out. Clears the log. */
bool state_load(struct state *state, const int *slot, const int *cap[N_POOLS]);

/* -1, 0, 1 as state a is better than, as good as, worse than b: fewer broken
 * rules first, then the first n_levels levels in the problem's order. */
int compare_values(const struct problem *problem, int n_levels, int64_t broken_a,
                   const int64_t *a, int64_t broken_b, const int64_t *b);

/* True if none of the first n_levels levels is worse than is held (both by level). */
bool values_are_as_held(const struct problem *problem, int n_levels,
                        const int64_t *held, const int64_t *value);

#endif
