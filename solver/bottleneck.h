#ifndef MATCHDAY_SOLVER_BOTTLENECK_H
#define MATCHDAY_SOLVER_BOTTLENECK_H

#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"
#include "solver/propagate.h"

/* Who and what is wanted for more meetings than can be held, whatever becomes of all
 * others. Bounds by counting and by flows, without any search; each is valid by
 * itself. */
struct bottleneck {
    /* CLASH_SLOTS, CLASH_MAX_MEETINGS or CLASH_RUN: of the meetings of p. CLASH_ROOMS
     * or CLASH_INTERPRETERS: of those that nothing but `member` fits. */
    enum clash kind;
    int p;             /* or -1 */
    uint64_t *member;  /* a set of rooms (interpreters), or NULL */
    int needed, limit; /* of `needed` meetings `limit` can be held at most */
    /* Where it is slots that are missing: n_tight of these meetings have no slots but
     * these, which take tight_limit of them. Else NULL, 0 and 0. */
    uint64_t *slot;
    int n_tight, tight_limit;
};

struct bottlenecks {
    struct bottleneck *item; /* rooms, interpreters, participants in their order */
    int n;
};

/* All of them in arena. Of sets of rooms (interpreters) only those are told that are
 * scarcer than every larger one that is told. */
void bottlenecks_find(struct arena *arena, const struct problem *problem,
                      struct bottlenecks *bottlenecks);

#endif
