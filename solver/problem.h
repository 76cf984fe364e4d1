#ifndef MATCHDAY_SOLVER_PROBLEM_H
#define MATCHDAY_SOLVER_PROBLEM_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/bits.h"

/* A scheduling problem in numbers. Slots are numbered in time order; those of
 * one session are consecutive, and s and s + 1 are neighbours exactly if they
 * belong to one session.
 *
 * All arrays belong to the caller and are only read. */

enum { PROBLEM_NO_LIMIT = -1 };

/* The values of all meetings come to no more than this, nor do the costs of all
 * participants in all slots, each times `parallel`. Whole numbers up to it are
 * exact in floating point, sums of a few of them fit into 64 bits, and whatever
 * fits into an int in an event stays below. */
#define PROBLEM_MOST ((int64_t)1 << 50)

/* Lists of varying length: list k is item[start[k]] ... item[start[k + 1] - 1]. */
struct lists {
    int *start; /* n + 1 entries */
    int *item;
};

/* The objective's levels: what each is, in numbers.
 * GUARANTEE  min  sum over p of max(0, min_meetings[p] - meetings of p)
 * SERVED     max  sum of value[m] over scheduled m
 * BALANCE    max  sum over p of balance_gain(1) + ... + balance_gain(meetings of p)
 * STABILITY  min  sum over m of what the move from the previous schedule costs
 * COMFORT    min  sum over scheduled m and its p of cost[p][slot of m]
 * BURDEN     min  the largest comfort sum of one p
 * COMPACTNESS min sum over p and sessions of the gaps between busy slots
 * ROOMS      min  sum over p with parallel 1 and sessions of room changes */
enum solver_level {
    SOLVER_GUARANTEE,
    SOLVER_SERVED,
    SOLVER_BALANCE,
    SOLVER_STABILITY,
    SOLVER_COMFORT,
    SOLVER_BURDEN,
    SOLVER_COMPACTNESS,
    SOLVER_ROOMS,
    SOLVER_N_LEVELS,
};

struct problem {
    int n_slots, slot_words;
    int *session; /* of slot s */

    int n_participants;
    int *parallel;                /* at least 1 */
    int *min_meetings;            /* what GUARANTEE promises, at least 0 */
    int *max_meetings, *max_gaps; /* or PROBLEM_NO_LIMIT */
    int *max_consecutive;         /* at least 1, or PROBLEM_NO_LIMIT */
    int *cost;                    /* of p in s, at p * n_slots + s, at least 0 */

    int n_meetings;
    struct lists participants; /* of m, rising */
    int64_t *value;            /* at least 0 */
    bool *must;                /* has to be scheduled */
    uint64_t *domain;          /* slots of m, at m * slot_words; may be empty */
    struct lists after;        /* meetings that must be scheduled earlier */

    /* Rooms: the set of rooms that can take m in s is set room_set[m * n_slots
     * + s] of the family; -1 = needs no room. Each room takes one meeting at a
     * time. Interpreters in the same way, with limits of their own. */
    int n_rooms;
    const struct set_family *rooms;
    int *room_set;
    int n_interpreters;
    const struct set_family *interpreters;
    int *interpreter_set;
    int *interpreter_max_meetings, *interpreter_max_consecutive; /* or NO_LIMIT */

    /* In the session that has begun, where there is one, longer runs than those may
     * have: the limits there, of participants and interpreters; NULL elsewhere. */
    int begun_session;
    int *begun_consecutive, *begun_interpreter_consecutive;

    /* For STABILITY: the slot with the same times as before (-1 if there is
     * none), the room and the interpreter of before (-1 none or gone). What was not
     * scheduled before, or is frozen, has none of these and costs nothing. */
    bool *had_previous;
    int *previous_slot, *previous_room, *previous_interpreter;
    /* Whether the previous meeting had an interpreter that is not -1 or had
     * none: a gone room or interpreter can never be kept. */
    bool *previous_can_be_same;
    /* Where limits_changes is set, at most so many of these meetings may not stay as
     * they were, whatever the levels. */
    bool limits_changes;
    int max_changes;

    /* NULL, or rooms that meetings have whatever becomes of others, -1 none: such a
     * meeting needs none in room_set, and no set of its slot has the room. */
    int *fixed_room;

    int n_levels;
    const enum solver_level *level; /* in their order of importance */
};

enum { STABILITY_DROPPED = 100, STABILITY_MOVED = 10, STABILITY_ROOM = 1 };

static inline int balance_gain(int k) /* of somebody's k-th meeting, k >= 1 */
{
    return 1000 / k;
}

static inline bool solver_level_is_maximised(enum solver_level level)
{
    return level == SOLVER_SERVED || level == SOLVER_BALANCE;
}

/* Whether the level only asks which meetings are held, not when. */
static inline bool solver_level_is_of_choice(enum solver_level level)
{
    return level == SOLVER_GUARANTEE || level == SOLVER_SERVED ||
           level == SOLVER_BALANCE;
}

/* Where the level stands among the problem's, or -1. */
static inline int problem_rank(const struct problem *problem,
                               enum solver_level level)
{
    for (int k = 0; k < problem->n_levels; k++) {
        if (problem->level[k] == level) {
            return k;
        }
    }
    return -1;
}

/* Whether a meeting for which set k fits (-1 = it needs none) can have i. */
static inline bool problem_can_have(const struct set_family *family, int k, int i)
{
    return k < 0 ? i < 0 : i >= 0 && bits_has(set_family_at(family, k), i);
}

/* What m, which was held before, costs STABILITY in slot s, if it gets the room and
 * the interpreter of before wherever it could have them by itself. */
static inline int problem_stability_cost(const struct problem *problem, int m,
                                         int s)
{
    int64_t cell = (int64_t)m * problem->n_slots + s;
    if (s != problem->previous_slot[m]) {
        return STABILITY_MOVED;
    }
    return problem->previous_can_be_same[m] &&
                   problem_can_have(problem->rooms, problem->room_set[cell],
                                    problem->previous_room[m]) &&
                   problem_can_have(problem->interpreters,
                                    problem->interpreter_set[cell],
                                    problem->previous_interpreter[m])
               ? 0
               : STABILITY_ROOM;
}

/* How many neighbouring slots with s among them p may be busy in, or i work in; or
 * PROBLEM_NO_LIMIT. */
static inline int problem_longest_run(const struct problem *problem, int p, int s)
{
    bool begun =
        problem->begun_consecutive && problem->session[s] == problem->begun_session;
    return begun ? problem->begun_consecutive[p] : problem->max_consecutive[p];
}

static inline int problem_longest_work(const struct problem *problem, int i, int s)
{
    bool begun = problem->begun_interpreter_consecutive &&
                 problem->session[s] == problem->begun_session;
    return begun ? problem->begun_interpreter_consecutive[i]
                 : problem->interpreter_max_consecutive[i];
}

static inline bool problem_allows(const struct problem *problem, int m, int s)
{
    return bits_has(problem->domain + (int64_t)m * problem->slot_words, s);
}

/* How many meetings a search has to do with: where some have a fixed room, those that
 * have to be held in their only slot are not counted. */
static inline int problem_n_loose(const struct problem *problem)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        const uint64_t *domain = problem->domain + (int64_t)m * problem->slot_words;
        bool is_fixed = problem->fixed_room && problem->must[m] &&
                        bits_count(domain, problem->slot_words) == 1;
        n += !is_fixed;
    }
    return n;
}

#endif
