/* Classes by partition refinement: all members start in one class, and each
 * set, then each limit, splits the classes that it cuts. */

#include "solver/pool.h"

#include "scheduler/base/bits.h"

/* Splits classes so that members with different keys part; classes are
 * renumbered in the order of their first members. */
static int split(struct arena scratch, int n_members, int *class_of, const int *key)
{
    int *first = arena_new(&scratch, n_members, int); /* first member of class */
    int n_classes = 0;
    int *fresh = arena_new(&scratch, n_members, int);
    for (int i = 0; i < n_members; i++) {
        fresh[i] = -1;
        for (int c = 0; c < n_classes && fresh[i] < 0; c++) {
            int j = first[c];
            if (class_of[j] == class_of[i] && key[j] == key[i]) {
                fresh[i] = c;
            }
        }
        if (fresh[i] < 0) {
            first[n_classes] = i;
            fresh[i] = n_classes++;
        }
    }
    for (int i = 0; i < n_members; i++) {
        class_of[i] = fresh[i];
    }
    return n_classes;
}

/* Of members; NULL: none have any. */
struct limits {
    const int *max_meetings, *max_consecutive, *begun_consecutive;
};

static void find_classes(struct arena *arena, const struct set_family *family,
                         const struct limits *limits, struct pool *pool)
{
    struct arena scratch = *arena;
    int n = pool->n_members;
    int *key = arena_new(&scratch, n, int);
    pool->n_classes = split(scratch, n, pool->class_of, key);
    for (int k = 0; k < pool->n_sets; k++) {
        const uint64_t *set = set_family_at(family, k);
        for (int i = 0; i < n; i++) {
            key[i] = bits_has(set, i);
        }
        pool->n_classes = split(scratch, n, pool->class_of, key);
    }
    const int *const limit[] = {limits->max_meetings, limits->max_consecutive,
                                limits->begun_consecutive};
    for (size_t k = 0; k < sizeof limit / sizeof *limit; k++) {
        if (limit[k]) {
            pool->n_classes = split(scratch, n, pool->class_of, limit[k]);
        }
    }
}

/* Counts, members and limits per class. */
static void describe_classes(struct arena *arena, const struct limits *limits,
                             struct pool *pool)
{
    const int *max_meetings = limits->max_meetings;
    const int *max_consecutive = limits->max_consecutive;
    int n = pool->n_classes;
    pool->count = arena_new(arena, n, int);
    pool->first = arena_new(arena, n + 1, int);
    pool->member = arena_new(arena, pool->n_members, int);
    pool->max_meetings = arena_new(arena, n, int);
    pool->max_consecutive = arena_new(arena, n, int);
    pool->begun_consecutive =
        limits->begun_consecutive ? arena_new(arena, n, int) : NULL;
    for (int i = 0; i < pool->n_members; i++) {
        int c = pool->class_of[i];
        pool->count[c]++;
        pool->max_meetings[c] = max_meetings ? max_meetings[i] : PROBLEM_NO_LIMIT;
        pool->max_consecutive[c] =
            max_consecutive ? max_consecutive[i] : PROBLEM_NO_LIMIT;
        if (pool->begun_consecutive) {
            pool->begun_consecutive[c] = limits->begun_consecutive[i];
        }
        pool->limited |= pool->max_meetings[c] != PROBLEM_NO_LIMIT ||
                         pool->max_consecutive[c] != PROBLEM_NO_LIMIT;
    }
    int at = 0;
    for (int c = 0; c < n; c++) {
        pool->first[c] = at;
        for (int i = 0; i < pool->n_members; i++) {
            if (pool->class_of[i] == c) {
                pool->member[at++] = i;
            }
        }
    }
    pool->first[n] = at;
}

static void translate_sets(struct arena *arena, const struct set_family *family,
                           struct pool *pool)
{
    pool->n_words = bits_words(pool->n_classes);
    pool->set = arena_new(arena, (int64_t)pool->n_sets * pool->n_words, uint64_t);
    pool->set_size = arena_new(arena, pool->n_sets, int);
    for (int k = 0; k < pool->n_sets; k++) {
        const uint64_t *members = set_family_at(family, k);
        uint64_t *classes = pool->set + (int64_t)k * pool->n_words;
        for (int i = 0; i < pool->n_members; i++) {
            if (bits_has(members, i)) {
                bits_add(classes, pool->class_of[i]);
                pool->set_size[k]++;
            }
        }
    }
}

static void init(struct arena *arena, const struct set_family *family,
                 int n_members, const struct limits *limits, struct pool *pool)
{
    pool->n_members = n_members;
    pool->n_sets = family ? family->n_sets : 0;
    pool->class_of = arena_new(arena, n_members, int);
    find_classes(arena, family, limits, pool);
    describe_classes(arena, limits, pool);
    translate_sets(arena, family, pool);
}

void pool_init_rooms(struct arena *arena, const struct problem *problem,
                     struct pool *pool)
{
    *pool = (struct pool){.set_of = problem->room_set};
    init(arena, problem->rooms, problem->n_rooms, &(struct limits){0}, pool);
}

void pool_init_interpreters(struct arena *arena, const struct problem *problem,
                            struct pool *pool)
{
    *pool = (struct pool){.set_of = problem->interpreter_set};
    init(arena, problem->interpreters, problem->n_interpreters,
         &(struct limits){problem->interpreter_max_meetings,
                          problem->interpreter_max_consecutive,
                          problem->begun_interpreter_consecutive},
         pool);
}
