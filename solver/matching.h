#ifndef MATCHDAY_SOLVER_MATCHING_H
#define MATCHDAY_SOLVER_MATCHING_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"

/* A matching of two small sides, left and right, that grows by augmenting paths
 * (Kuhn). Each may take right ones of its row of bits only. */
struct matching {
    int n_left, n_right, n_words;
    uint64_t *allowed;       /* of left l: right ones, at l * n_words */
    int *right_of, *left_of; /* partners, or -1 */
    uint64_t *seen;          /* right ones met while looking for a path */
};

/* Nothing allowed, nothing matched. Lives in arena. */
void matching_init(struct arena *arena, int n_left, int n_right,
                   struct matching *matching);

static inline uint64_t *matching_row(const struct matching *matching, int l)
{
    return matching->allowed + (int64_t)l * matching->n_words;
}

/* Matches one more left one; those matched before stay matched. Returns false
 * if that cannot be; matching->seen is then all that it and those in its way may
 * take, and all of those are taken (Hall). */
bool matching_augment(struct matching *matching, int l);

/* Takes a left one out again; the others stay matched. */
void matching_release(struct matching *matching, int l);

#endif
