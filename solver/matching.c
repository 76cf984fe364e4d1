#include "solver/matching.h"

#include <assert.h>
#include <string.h>

#include "scheduler/base/bits.h"

void matching_init(struct arena *arena, int n_left, int n_right,
                   struct matching *matching)
{
    int n_words = bits_words(n_right);
    *matching = (struct matching){
        .n_left = n_left,
        .n_right = n_right,
        .n_words = n_words,
        .allowed = arena_new(arena, (int64_t)n_left * n_words, uint64_t),
        .right_of = arena_new(arena, n_left, int),
        .left_of = arena_new(arena, n_right, int),
        .seen = arena_new(arena, n_words, uint64_t),
    };
    for (int l = 0; l < n_left; l++) {
        matching->right_of[l] = -1;
    }
    for (int r = 0; r < n_right; r++) {
        matching->left_of[r] = -1;
    }
}

static bool find_path(struct matching *matching, int l)
{
    const uint64_t *row = matching_row(matching, l);
    for (int r = bits_next(row, matching->n_right, 0); r >= 0;
         r = bits_next(row, matching->n_right, r + 1)) {
        if (bits_has(matching->seen, r)) {
            continue;
        }
        bits_add(matching->seen, r);
        if (matching->left_of[r] < 0 || find_path(matching, matching->left_of[r])) {
            matching->left_of[r] = l;
            matching->right_of[l] = r;
            return true;
        }
    }
    return false;
}

bool matching_augment(struct matching *matching, int l)
{
    assert(matching->right_of[l] < 0);
    memset(matching->seen, 0, (size_t)matching->n_words * sizeof *matching->seen);
    return find_path(matching, l);
}

void matching_release(struct matching *matching, int l)
{
    assert(matching->right_of[l] >= 0);
    matching->left_of[matching->right_of[l]] = -1;
    matching->right_of[l] = -1;
}
