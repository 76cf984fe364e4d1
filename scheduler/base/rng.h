#ifndef MATCHDAY_BASE_RNG_H
#define MATCHDAY_BASE_RNG_H

#include <stdint.h>

/* A small, fast generator of pseudo-random numbers with the same sequence on
 * every machine (xoshiro256**, Blackman and Vigna 2018, seeded by
 * splitmix64). Not for secrets. */
struct rng {
    uint64_t state[4];
};

/* Two different seeds give unrelated sequences. */
void rng_init(struct rng *rng, uint64_t seed);

uint64_t rng_next(struct rng *rng);

/* A number from 0 to n - 1, n > 0, without noticeable bias (Lemire 2019,
 * without the rejection step: the bias is below n / 2^32). */
uint32_t rng_below(struct rng *rng, uint32_t n);

/* A number in [0, 1). */
double rng_unit(struct rng *rng);

#endif
