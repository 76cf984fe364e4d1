#ifndef MATCHDAY_SOLVER_POOL_H
#define MATCHDAY_SOLVER_POOL_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"

/* Rooms, or interpreters, as classes of interchangeable members: two members
 * are of one class if every set of the problem has both or neither and their
 * limits are the same. Search and bounds count members of a class and never
 * name one; naming.h hands out names afterwards.
 *
 * That loses nothing, also where members have limits: if the meetings of a
 * class are dealt in time order to its members in turn, each member gets at
 * most ceil(n / count) of any n consecutive ones. So limits hold for each
 * member if they hold, times count, for the class. */
struct pool {
    int n_members, n_classes, n_sets, n_words;
    int *class_of; /* of member */
    int *first;    /* class c has member[first[c]] ... member[first[c + 1] - 1] */
    int *member;
    int *count;                          /* members of the class */
    int *max_meetings, *max_consecutive; /* of each member of the class */
    int *begun_consecutive;              /* as in struct problem */
    bool limited;                        /* some class has a limit */
    uint64_t *set;                       /* set k as classes, at k * n_words */
    int *set_size;                       /* members in set k */
    const int *set_of; /* of meeting m in slot s, at m * n_slots + s, or -1 */
};

/* The problem's rooms and its interpreters as pools, in arena. */
void pool_init_rooms(struct arena *arena, const struct problem *problem,
                     struct pool *pool);
void pool_init_interpreters(struct arena *arena, const struct problem *problem,
                            struct pool *pool);

/* How many neighbouring slots, s among them, each member of the class may work in. */
static inline int pool_longest_work(const struct pool *pool,
                                    const struct problem *problem, int c, int s)
{
    bool begun =
        pool->begun_consecutive && problem->session[s] == problem->begun_session;
    return begun ? pool->begun_consecutive[c] : pool->max_consecutive[c];
}

static inline const uint64_t *pool_set(const struct pool *pool, int k)
{
    return pool->set + (int64_t)k * pool->n_words;
}

#endif
