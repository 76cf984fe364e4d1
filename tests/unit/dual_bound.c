/* Bounds hold whatever the duals are, and are sharp with the right ones. */

#include "solver/dual_bound.h"

#include <math.h>

#include "scheduler/base/rng.h"
#include "solver/solver.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 300, DUALS = 12 };

static void build(struct arena *arena, const struct problem *problem,
                  struct program *program)
{
    struct pool *pool = arena_new(arena, 2, struct pool);
    pool_init_rooms(arena, problem, &pool[0]);
    pool_init_interpreters(arena, problem, &pool[1]);
    program_init(arena, problem, &pool[0], &pool[1], program);
}

/* Anything from sensible prices to nonsense. */
static double draw_dual(struct rng *rng)
{
    static const double odd[] = {NAN, INFINITY, -INFINITY, 1e300, -1e12, 1e-12};
    uint32_t dice = rng_below(rng, 20);
    double sign = rng_below(rng, 2) ? 1 : -1;
    return dice < 2   ? odd[rng_below(rng, 6)]
           : dice < 8 ? 0
                      : sign * rng_unit(rng) * (dice < 18 ? 3 : 2000);
}

/* The best the level alone can be, or false if there is no assignment. */
static bool best_alone(struct arena *arena, const struct problem *problem,
                       enum solver_level level, int64_t *best)
{
    struct problem alone = *problem;
    struct brute_force_answer answer;
    alone.level = &level;
    alone.n_levels = 1;
    bool possible = brute_force_solve(arena, &alone, NULL, 0, &answer);
    *best = answer.value[0];
    return possible;
}

static void judge(struct arena arena, uint64_t seed, struct rng *rng)
{
    const struct problem *problem = random_problem(&arena, seed);
    enum solver_level level = (enum solver_level)(seed % SOLVER_N_LEVELS);
    struct program program;
    int64_t best;
    if (!best_alone(&arena, problem, level, &best)) {
        return;
    }
    build(&arena, problem, &program);
    program_level(&program, level);
    double *dual = arena_new(&arena, program.n_rows, double);
    for (int k = 0; k < DUALS; k++) {
        struct arena scratch = arena;
        struct dual_bound bound;
        int64_t value;
        for (int i = 0; i < program.n_rows; i++) {
            dual[i] = draw_dual(rng);
        }
        dual_bound_build(&scratch, &program, level, dual, &bound);
        if (!dual_bound_value(&bound, &value)) {
            continue;
        }
        bool holds =
            solver_level_is_maximised(level) ? value >= best : value <= best;
        if (!CHECK(holds)) {
            printf("seed %llu, %s: bound %lld, best %lld\n",
                   (unsigned long long)seed, solver_level_name(level),
                   (long long)value, (long long)best);
        }
    }
}

static void test_any_duals(void)
{
    struct rng rng;
    rng_init(&rng, 1);
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        arena_init(&arena);
        judge(arena, seed, &rng);
        arena_finish(&arena);
    }
}

/* Three meetings of participant 0 want two slots: rows 0 to 2 say that each is
 * held once, rows 3 and 4 that 0 is in one at a time. */
static void make_star(struct arena *arena, int64_t value, struct program *program)
{
    struct problem *problem = small_problem(arena, 2, "01 02 03");
    for (int m = 0; m < 3; m++) {
        problem->value[m] = value;
    }
    build(arena, problem, program);
    program_level(program, SOLVER_SERVED);
    CHECK_INT(program->n_rows, 5);
}

static int64_t bound_with(struct arena arena, struct program *program,
                          const double *dual)
{
    struct dual_bound bound;
    int64_t value = -1;
    dual_bound_build(&arena, program, SOLVER_SERVED, dual, &bound);
    CHECK(dual_bound_value(&bound, &value));
    return value;
}

static void test_star(struct arena arena)
{
    static const double none[5] = {0};
    static const double once[5] = {1, 1, 1, 0, 0};
    static const double slots[5] = {0, 0, 0, 1, 1};
    static const double wrong_side[5] = {-1, -1, -1, 0, 0};
    static const double half[5] = {0, 0, 0, 0.5, 0.5};
    static const double rounded[5] = {0, 0, 0, 1 - 1e-12, 1 + 1e-12};
    struct program program;
    make_star(&arena, 1, &program);
    CHECK_INT(bound_with(arena, &program, none), 6); /* all columns */
    CHECK_INT(bound_with(arena, &program, once), 3);
    CHECK_INT(bound_with(arena, &program, slots), 2);
    CHECK_INT(bound_with(arena, &program, wrong_side), 6);
    CHECK_INT(bound_with(arena, &program, half), 4);
    CHECK_INT(bound_with(arena, &program, rounded), 2);
}

static void test_large_values(struct arena arena)
{
    const int64_t value = (int64_t)1 << 48;
    const double slots[5] = {0, 0, 0, (double)value, (double)value};
    static const double none[5] = {0};
    struct program program;
    make_star(&arena, value, &program);
    CHECK_INT(bound_with(arena, &program, none), 6 * value);
    /* Too high for prices: they count as none. */
    CHECK_INT(bound_with(arena, &program, slots), 6 * value);
    make_star(&arena, 500 * 1000 * 1000, &program);
    const double prices[5] = {0, 0, 0, 5e8, 5e8};
    CHECK_INT(bound_with(arena, &program, prices), 1000 * 1000 * 1000);
}

/* With a column forced in whose upper bound is 0. */
static void test_forced(struct arena arena)
{
    static const double slots[5] = {0, 0, 0, 1, 3};
    struct program program;
    struct dual_bound bound;
    int64_t value;
    make_star(&arena, 1, &program);
    int x = program_x(&program, 0, 1);
    program.column[x].upper = 0;
    dual_bound_build(&arena, &program, SOLVER_SERVED, slots, &bound);
    CHECK(dual_bound_value(&bound, &value));
    CHECK_INT(value, 4);
    CHECK(dual_bound_value_with(&bound, x, &value));
    CHECK_INT(value, 2); /* its price is 2 more than it brings */
}

static void test_minimised(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01 02");
    struct program program;
    struct dual_bound bound;
    int64_t value;
    for (int p = 0; p < 3; p++) {
        problem->min_meetings[p] = 1;
    }
    build(&arena, problem, &program);
    program_level(&program, SOLVER_GUARANTEE);
    /* One of 1 and 2 goes without: their two rows, and that 0 is in one. */
    double *dual = arena_new(&arena, program.n_rows, double);
    for (int i = 0; i < program.n_rows; i++) {
        const struct row *row = &program.row[i];
        bool is_busy_row = row->n == 2 && row->high == 1;
        bool is_promise = row->low == 1 && row->n == 2;
        dual[i] = is_busy_row ? -1 : is_promise ? 1 : 0;
    }
    dual_bound_build(&arena, &program, SOLVER_GUARANTEE, dual, &bound);
    CHECK(dual_bound_value(&bound, &value));
    CHECK_INT(value, 1);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_any_duals();
    test_star(arena);
    test_large_values(arena);
    test_forced(arena);
    test_minimised(arena);
    arena_finish(&arena);
    return check_report();
}
