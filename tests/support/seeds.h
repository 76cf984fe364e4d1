#ifndef MATCHDAY_TESTS_SUPPORT_SEEDS_H
#define MATCHDAY_TESTS_SUPPORT_SEEDS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

/* Which seeds a property test tries: SEED is that one alone, FIRST COUNT as many
 * from there on, nothing the usual ones from 1 on. */
struct seeds {
    uint64_t first;
    int count;
    bool usual, alone;
};

static inline struct seeds seeds_of(int argc, char **argv, int n_usual)
{
    return (struct seeds){
        .first = argc > 1 ? strtoull(argv[1], NULL, 10) : 1,
        .count = argc > 2   ? atoi(argv[2])
                 : argc > 1 ? 1
                            : n_usual,
        .usual = argc == 1,
        .alone = argc == 2,
    };
}

#endif
