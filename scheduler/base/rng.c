/* xoshiro256**: four words of state, never all zero. splitmix64 spreads the
 * seed over them; it is a bijection of a counter, so it gives zero at most
 * once in a row and small seeds do not start alike. */

#include "scheduler/base/rng.h"

#include <assert.h>

static uint64_t splitmix64(uint64_t *counter)
{
    *counter += 0x9e3779b97f4a7c15u;
    uint64_t z = *counter;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static uint64_t rotate_left(uint64_t x, int by)
{
    return (x << by) | (x >> (64 - by));
}

void rng_init(struct rng *rng, uint64_t seed)
{
    for (int i = 0; i < 4; i++) {
        rng->state[i] = splitmix64(&seed);
    }
}

uint64_t rng_next(struct rng *rng)
{
    uint64_t *s = rng->state;
    uint64_t result = rotate_left(s[1] * 5, 7) * 9;
    uint64_t shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate_left(s[3], 45);
    return result;
}

uint32_t rng_below(struct rng *rng, uint32_t n)
{
    assert(n > 0);
    return (uint32_t)((rng_next(rng) >> 32) * n >> 32);
}

double rng_unit(struct rng *rng)
{
    /* 53 bits are all that a double holds exactly. */
    return (double)(rng_next(rng) >> 11) * 0x1p-53;
}
