#ifndef MATCHDAY_SOLVER_PROBE_NARROW_H
#define MATCHDAY_SOLVER_PROBE_NARROW_H

#include "scheduler/base/arena.h"
#include "solver/kept.h"
#include "solver/pool.h"
#include "solver/probe_ghosts.h"

/* The extended problem of a rerun without what is settled: meetings that stay in all
 * that change as little stay in whatever is better with a ghost of a meeting that was
 * not there before, and that no other one has to follow, as it would change no more
 * without the ghost. What is open beside them is little, so that questions about it are
 * soon answered. For probe.c alone. */
struct narrow {
    struct ghosts ghosts; /* numbered as the others */
    struct kept kept;     /* its sets of rooms and interpreters */
    struct pool rooms, interpreters;
    bool *is_followed; /* of the original meetings: others have to come after it */
};

/* certain[m] of the original meetings. False if too much is open, or nothing can be
 * asked; then the narrow problem is not to be used. In arena, where it must stay where
 * it is; ghosts must outlive it. */
bool narrow_init(struct arena *arena, const struct ghosts *ghosts,
                 const bool *certain, struct narrow *narrow);

/* True if the answers about ghost g hold in the whole problem. */
bool narrow_suits(const struct narrow *narrow, int g);

#endif
