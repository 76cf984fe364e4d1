/* A family finds a set again through a hash table of set numbers with linear
 * probing, kept at most half full. The numbers come from the order of adding
 * alone, so the hash never shows in a result. */

#include "scheduler/base/bits.h"

#include <assert.h>
#include <string.h>

enum { FIRST_BUCKETS = 16 };

int bits_count(const uint64_t *word, int n_words)
{
    int count = 0;
    for (int i = 0; i < n_words; i++) {
        count += __builtin_popcountll(word[i]);
    }
    return count;
}

int bits_next(const uint64_t *word, int n_bits, int i)
{
    assert(i >= 0);
    if (i >= n_bits) {
        return -1;
    }
    int w = i / 64;
    uint64_t rest = word[w] & (UINT64_MAX << (i % 64));
    while (!rest) {
        w++;
        if (w >= bits_words(n_bits)) {
            return -1;
        }
        rest = word[w];
    }
    int found = w * 64 + __builtin_ctzll(rest);
    return found < n_bits ? found : -1;
}

void set_family_init(struct set_family *family, int n_members)
{
    assert(n_members >= 0);
    *family = (struct set_family){.n_members = n_members,
                                  .n_words = bits_words(n_members)};
}

static uint64_t hash_of(const uint64_t *set, int n_words)
{
    uint64_t hash = 0x9e3779b97f4a7c15u;
    for (int i = 0; i < n_words; i++) {
        hash = (hash ^ set[i]) * 0xff51afd7ed558ccdu;
        hash ^= hash >> 32;
    }
    return hash;
}

/* The bucket which holds this set, or the free one where it belongs. */
static int find_bucket(const struct set_family *family, const uint64_t *set)
{
    size_t bytes = (size_t)family->n_words * sizeof *set;
    uint64_t mask = (uint64_t)family->n_buckets - 1;
    uint64_t b = hash_of(set, family->n_words) & mask;
    while (family->bucket[b] > 0 &&
           (bytes > 0 && memcmp(set_family_at(family, family->bucket[b] - 1), set,
                                bytes) != 0)) {
        b = (b + 1) & mask;
    }
    return (int)b;
}

static void grow_buckets(struct set_family *family, struct arena *arena)
{
    family->n_buckets = family->n_buckets ? family->n_buckets * 2 : FIRST_BUCKETS;
    family->bucket = arena_new(arena, family->n_buckets, int);
    for (int k = 0; k < family->n_sets; k++) {
        family->bucket[find_bucket(family, set_family_at(family, k))] = k + 1;
    }
}

int set_family_add(struct set_family *family, struct arena *arena,
                   const uint64_t *set)
{
    if (2 * (family->n_sets + 1) > family->n_buckets) {
        grow_buckets(family, arena);
    }
    int b = find_bucket(family, set);
    if (family->bucket[b] > 0) {
        return family->bucket[b] - 1;
    }
    size_t set_bytes = (size_t)family->n_words * sizeof *set;
    family->word = arena_grow(arena, family->word, family->n_sets,
                              &family->capacity, set_bytes);
    if (set_bytes > 0) {
        memcpy(family->word + (int64_t)family->n_sets * family->n_words, set,
               set_bytes);
    }
    family->bucket[b] = ++family->n_sets;
    return family->n_sets - 1;
}
