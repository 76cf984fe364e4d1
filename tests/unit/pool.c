#include "solver/pool.h"

#include "scheduler/base/rng.h"
#include "tests/support/check.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

/* "0 2|1|" : the members of each class. */
static const char *to_text(struct arena *arena, const struct pool *pool)
{
    const char *text = "";
    for (int c = 0; c < pool->n_classes; c++) {
        for (int k = pool->first[c]; k < pool->first[c + 1]; k++) {
            text = arena_printf(arena, "%s%s%d", text,
                                k > pool->first[c] ? " " : "", pool->member[k]);
        }
        text = arena_printf(arena, "%s|", text);
    }
    return text;
}

static void expect_rooms(struct arena arena, const struct problem *problem,
                         const char *expected)
{
    struct pool pool;
    pool_init_rooms(&arena, problem, &pool);
    CHECK_TEXT(to_text(&arena, &pool), expected);
    CHECK(!pool.limited);
}

static void expect_interpreters(struct arena arena, const struct problem *problem,
                                const char *expected, bool limited)
{
    struct pool pool;
    pool_init_interpreters(&arena, problem, &pool);
    CHECK_TEXT(to_text(&arena, &pool), expected);
    CHECK(pool.limited == limited);
}

static void test_rooms(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01 23 45");
    expect_rooms(arena, problem, ""); /* none at all */
    small_problem_rooms(&arena, problem, 5);
    expect_rooms(arena, problem, "0 1 2 3 4|");
    small_problem_fit_room(&arena, problem, 0, 10);
    expect_rooms(arena, problem, "0 2 4|1 3|");
    small_problem_fit_room(&arena, problem, 1, 12);
    expect_rooms(arena, problem, "0 4|1|2|3|");
    small_problem_fit_room(&arena, problem, 2, 12); /* the same set again */
    expect_rooms(arena, problem, "0 4|1|2|3|");
    problem = small_problem(&arena, 1, "01");
    small_problem_rooms(&arena, problem, 64);
    small_problem_fit_room(&arena, problem, 0, (uint64_t)1 << 63 | 1);
    struct pool pool;
    pool_init_rooms(&arena, problem, &pool);
    CHECK_INT(pool.n_classes, 2);
    CHECK_INT(pool.count[0], 2);
    CHECK_INT(pool.class_of[63], 0);
}

/* Limits part as well. */
static void test_interpreters(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01");
    small_problem_interpreters(&arena, problem, 4);
    expect_interpreters(arena, problem, "0 1 2 3|", false);
    problem->interpreter_max_meetings[1] = 3;
    expect_interpreters(arena, problem, "0 2 3|1|", true);
    problem->interpreter_max_consecutive[2] = 2;
    problem->interpreter_max_consecutive[3] = 2;
    expect_interpreters(arena, problem, "0|1|2 3|", true);
    struct pool pool;
    pool_init_interpreters(&arena, problem, &pool);
    CHECK_INT(pool.max_meetings[1], 3);
    CHECK_INT(pool.max_consecutive[1], PROBLEM_NO_LIMIT);
    CHECK_INT(pool.max_consecutive[2], 2);
}

/* Members are of one class exactly if no set and no limit tells them apart, and the
 * sets of classes are the sets of members. */
static void judge(struct arena arena, uint64_t seed)
{
    const struct problem *problem = random_problem(&arena, seed);
    const struct set_family *family = problem->interpreters;
    struct pool pool;
    pool_init_interpreters(&arena, problem, &pool);
    for (int i = 0; i < pool.n_members; i++) {
        for (int j = 0; j < i; j++) {
            bool alike = problem->interpreter_max_meetings[i] ==
                             problem->interpreter_max_meetings[j] &&
                         problem->interpreter_max_consecutive[i] ==
                             problem->interpreter_max_consecutive[j];
            for (int k = 0; k < family->n_sets; k++) {
                const uint64_t *set = set_family_at(family, k);
                alike &= bits_has(set, i) == bits_has(set, j);
            }
            CHECK(alike == (pool.class_of[i] == pool.class_of[j]));
        }
    }
    for (int k = 0; k < family->n_sets; k++) {
        int n = 0;
        for (int i = 0; i < pool.n_members; i++) {
            bool is_in = bits_has(set_family_at(family, k), i);
            CHECK(is_in == bits_has(pool_set(&pool, k), pool.class_of[i]));
            n += is_in;
        }
        CHECK_INT(pool.set_size[k], n);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_rooms(arena);
    test_interpreters(arena);
    for (uint64_t seed = 1; seed <= 300; seed++) {
        judge(arena, seed);
    }
    arena_finish(&arena);
    return check_report();
}
