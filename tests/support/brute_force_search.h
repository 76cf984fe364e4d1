#ifndef MATCHDAY_TESTS_SUPPORT_BRUTE_FORCE_SEARCH_H
#define MATCHDAY_TESTS_SUPPORT_BRUTE_FORCE_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "tests/support/brute_force.h"

/* What the two halves of the exhaustive search share: brute_force.c gives
 * meetings their slots, brute_force_names.c then gives them rooms and
 * interpreters. For these two files alone. */

enum { BRUTE_FORCE_MOST = 31 };

struct search {
    const struct problem *problem;
    const int64_t *held;
    int n_held;
    uint32_t people[BRUTE_FORCE_MOST]; /* of m */
    int slot[BRUTE_FORCE_MOST];        /* of m, or -1; the same for the next two */
    int room[BRUTE_FORCE_MOST], interpreter[BRUTE_FORCE_MOST];
    uint32_t busy[BRUTE_FORCE_MOST]; /* slots of p */
    int64_t value[SOLVER_N_LEVELS];  /* by level, not by rank */
    bool found;
    struct brute_force_answer *best;
};

static inline bool mask_has(uint32_t set, int i)
{
    return set >> i & 1;
}

static inline bool member_has(const struct set_family *family, int k, int i)
{
    return family->word[(int64_t)k * family->n_words + i / 64] >> (i % 64) & 1;
}

/* The place of the level in the problem's order, or -1. */
int search_rank(const struct problem *problem, enum solver_level level);

/* Whether some run of busy neighbouring slots is longer than usual, or longer than
 * begun in the session that has begun; -1 = no limit. */
bool search_has_long_run(const struct problem *problem, uint32_t busy, int usual,
                         int begun);

/* The gaps between busy slots, session by session. */
int search_count_gaps(const struct problem *problem, uint32_t busy);

/* -1, 0, 1 as what is known of this assignment is better than, as good as,
 * worse than the best so far on levels n_held to n_levels - 1; -1 if there is
 * none so far. */
int search_compare(const struct search *search, int n_levels);

/* Given the slots: the best rooms and interpreters, and the values of STABILITY
 * and ROOMS with them. Returns false if there are none within what is held, or
 * none that could make this assignment better than the best so far. */
bool search_name(struct search *search);

#endif
