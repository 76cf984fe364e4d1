#ifndef MATCHDAY_SOLVER_SLOT_FLOW_H
#define MATCHDAY_SOLVER_SLOT_FLOW_H

#include <stdint.h>

#include "scheduler/base/arena.h"

/* How many items fit into slots, each into one of its own, where slot s takes
 * capacity[s] of them: a maximum flow. */
struct slot_flow {
    int n_items, n_slots;
    const uint64_t *const *domain; /* of item i: its slots */
    const int *capacity;           /* of slot s, at least 0 */
};

struct slot_flow_result {
    int n_placed;
    /* If not all items are placed: the fewest slots to which those left over keep,
     * with the items in their way. All of these items, more than the slots take,
     * have no other slots (Hall). */
    uint64_t *slot;
    int n_tight, tight_capacity; /* those items, and what these slots take */
};

/* result->slot lives in arena. */
void slot_flow_solve(struct arena *arena, const struct slot_flow *flow,
                     struct slot_flow_result *result);

#endif
