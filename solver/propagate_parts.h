#ifndef MATCHDAY_SOLVER_PROPAGATE_PARTS_H
#define MATCHDAY_SOLVER_PROPAGATE_PARTS_H

#include "solver/lists.h"
#include "solver/propagate.h"

/* Shared by the files of propagate.h alone. */

struct propagator {
    struct arena *arena; /* what the result holds */
    const struct problem *problem;
    struct propagation *result;
    bool *is_due; /* p: some slot of its meetings is gone */
    bool changed;
};

static inline uint64_t *propagator_domain(const struct propagator *propagator,
                                          int m)
{
    return propagator->result->domain +
           (int64_t)m * propagator->problem->slot_words;
}

/* Takes slot s from meeting m; its people are due again. */
void propagator_remove(struct propagator *propagator, int m, int s);

/* Records a contradiction; always returns false. The lists are copied. */
bool propagator_clash(struct propagator *propagator,
                      const struct contradiction *contradiction);

/* Leaves each of p's meetings only slots that it has in some distribution of all
 * of them to slots, `parallel` in each. Returns false if there is none. */
bool propagate_person(struct propagator *propagator, struct arena scratch, int p);

/* Takes slots away whose rooms (interpreters) go to meetings that have no other
 * slot. Returns false if those are too many. */
bool propagate_places(struct propagator *propagator, struct arena scratch,
                      bool interpreters);

#endif
