#ifndef MATCHDAY_SOLVER_PROBE_NAMES_H
#define MATCHDAY_SOLVER_PROBE_NAMES_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"
#include "solver/solver.h"

/* Which rooms and interpreters the solution's meetings have. For probe*.c alone. */
struct probe_names {
    const struct problem *problem;
    uint64_t *rooms;        /* taken in slot s, at s * words of a set of rooms */
    uint64_t *interpreters; /* slots of i, at i * slot_words */
    int *n_interpreted;     /* meetings of i */
    int *session_first, *session_end;
};

/* The problem may have more meetings than the n of the solution. In arena. */
void probe_names_init(struct arena *arena, const struct problem *problem,
                      const struct solution *solution, int n,
                      struct probe_names *names);

/* True if one more meeting, g, can have a room and an interpreter in slot s, as far as
 * it needs them, while all others keep theirs. */
bool probe_names_are_free(const struct probe_names *names, int g, int s);

#endif
