/* What is selected can be scheduled, and nearly always for as much as the whole
 * problem: compared with exhaustive search in both. */

#include "solver/selection.h"

#include <string.h>

#include "solver/dual_bound.h"
#include "solver/dual_fix.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 200 };

static const struct first_order_limits wide = {
    .max_iterations = 1000, .threads = 1, .gap = 1e-6};

static const double least = 0.03;

/* The shares of meetings where the relaxation reaches its bound, or where
 * SERVED is value if that is less. */
static double *find_shares(struct arena *arena, const struct problem *problem,
                           int64_t value)
{
    struct pool *pool = arena_new(arena, 2, struct pool);
    struct program *program = arena_new(arena, 1, struct program);
    struct first_order_result result;
    struct dual_bound bound;
    pool_init_rooms(arena, problem, &pool[0]);
    pool_init_interpreters(arena, problem, &pool[1]);
    program_init(arena, problem, &pool[0], &pool[1], program);
    first_order_relax(arena, program, SOLVER_SERVED, &wide, &result);
    dual_bound_build(arena, program, SOLVER_SERVED, result.dual, &bound);
    dual_fix(program, &bound, result.dual, value);
    program_hold_level(program, SOLVER_SERVED, value);
    struct first_order_limits limits = wide;
    limits.column = result.column;
    return selection_find(arena, program, SOLVER_ROOMS, 1, &limits);
}

struct tally {
    int n, n_best, n_empty, n_selected;
};

static int count_empty(const struct problem *problem)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        bool is_empty = true;
        for (int w = 0; w < problem->slot_words; w++) {
            is_empty &= problem->domain[(int64_t)m * problem->slot_words + w] == 0;
        }
        n += is_empty;
    }
    return n;
}

static void judge(struct arena arena, uint64_t seed, struct tally *tally)
{
    static const enum solver_level level = SOLVER_SERVED;
    struct problem problem = *random_problem(&arena, seed);
    struct brute_force_answer best, selected;
    problem.level = &level;
    problem.n_levels = 1;
    if (!brute_force_solve(&arena, &problem, NULL, 0, &best)) {
        return;
    }
    double *share = find_shares(&arena, &problem, best.value[0]);
    struct problem narrow = selection_restrict(&arena, &problem, share, least);
    for (int m = 0; m < problem.n_meetings; m++) {
        CHECK(share[m] >= 0 && share[m] < 1.001);
    }
    tally->n++;
    tally->n_empty += count_empty(&problem);
    tally->n_selected += count_empty(&narrow);
    if (brute_force_solve(&arena, &narrow, NULL, 0, &selected)) {
        CHECK(selected.value[0] <= best.value[0]);
        tally->n_best += selected.value[0] == best.value[0];
    }
}

static void test_random(void)
{
    struct tally tally = {0};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        arena_init(&arena);
        judge(arena, seed, &tally);
        arena_finish(&arena);
    }
    CHECK(tally.n_selected > tally.n_empty); /* something is left out */
    if (!CHECK(tally.n_best * 100 >= tally.n * 95)) {
        printf("%d of %d\n", tally.n_best, tally.n);
    }
}

/* One of two equal meetings is held: either, and not half of each. */
static void test_choice(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01 02");
    double *share = find_shares(&arena, problem, 1);
    CHECK(share[0] + share[1] > 0.99 && share[0] + share[1] < 1.01);
    CHECK(share[0] < 0.01 || share[1] < 0.01);
    struct problem narrow = selection_restrict(&arena, problem, share, least);
    CHECK_INT(count_empty(&narrow), 1);
    CHECK_INT(count_empty(problem), 0);
    problem->must[0] = problem->must[1] = true; /* stay in any case */
    narrow = selection_restrict(&arena, problem, share, least);
    CHECK_INT(count_empty(&narrow), 0);
    CHECK(memcmp(narrow.domain, problem->domain, 2 * sizeof(uint64_t)) == 0);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_choice(arena);
    test_random();
    arena_finish(&arena);
    return check_report();
}
