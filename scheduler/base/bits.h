#ifndef MATCHDAY_BASE_BITS_H
#define MATCHDAY_BASE_BITS_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"

/* Sets of small numbers as arrays of 64-bit words. */

static inline int bits_words(int n_bits)
{
    return (n_bits + 63) / 64;
}

static inline bool bits_has(const uint64_t *word, int i)
{
    return word[i / 64] >> (i % 64) & 1;
}

static inline void bits_add(uint64_t *word, int i)
{
    word[i / 64] |= (uint64_t)1 << (i % 64);
}

static inline void bits_remove(uint64_t *word, int i)
{
    word[i / 64] &= ~((uint64_t)1 << (i % 64));
}

int bits_count(const uint64_t *word, int n_words);

/* True if all members of a are in b. */
static inline bool bits_are_part(const uint64_t *a, const uint64_t *b, int n_words)
{
    for (int w = 0; w < n_words; w++) {
        if (a[w] & ~b[w]) {
            return false;
        }
    }
    return true;
}

/* The first member at or after i, or -1. for (s = bits_next(w, n, 0); s >= 0;
 * s = bits_next(w, n, s + 1)) visits all members; n is the number of bits. */
int bits_next(const uint64_t *word, int n_bits, int i);

/* A family of distinct sets over 0 .. n_members - 1, numbered in the order in
 * which they were first added. Set k is word + k * n_words. */
struct set_family {
    int n_members, n_words;
    int n_sets, capacity;
    uint64_t *word;
    int *bucket; /* hash table of set numbers + 1, open addressing */
    int n_buckets;
};

void set_family_init(struct set_family *family, int n_members);

/* The number of this set, added if it is new; arena holds the family. */
int set_family_add(struct set_family *family, struct arena *arena,
                   const uint64_t *set);

static inline const uint64_t *set_family_at(const struct set_family *family, int k)
{
    return family->word + (int64_t)k * family->n_words;
}

#endif
