/* Bounds by the first-order method: never beyond exhaustive search, nearly always
 * those of the simplex method; and the same bytes for any number of threads. */

#include "solver/first_order.h"

#include <string.h>

#include "solver/dual_bound.h"
#include "solver/glpk_program.h"
#include "solver/solver.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 400 };

static const struct first_order_limits wide = {
    .max_iterations = 3000, .threads = 1, .gap = 1e-6};

static void build(struct arena *arena, const struct problem *problem,
                  struct program *program)
{
    struct pool *pool = arena_new(arena, 2, struct pool);
    pool_init_rooms(arena, problem, &pool[0]);
    pool_init_interpreters(arena, problem, &pool[1]);
    program_init(arena, problem, &pool[0], &pool[1], program);
}

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

static bool is_beyond(enum solver_level level, int64_t bound, int64_t best)
{
    return solver_level_is_maximised(level) ? bound < best : bound > best;
}

static bool equals_simplex(struct arena *arena, struct program *program,
                           enum solver_level level, int64_t bound)
{
    static const struct glpk_limits limits = {.max_iterations = 100000};
    struct glpk_result exact;
    struct glpk_program *glpk = glpk_program_create(arena);
    glpk_relax(arena, glpk, program, level, &limits, &exact);
    glpk_program_destroy(glpk);
    return exact.has_bound && exact.bound == bound;
}

struct tally {
    int n, n_equal, n_converged;
};

static void judge(struct arena arena, uint64_t seed, struct tally *tally)
{
    const struct problem *problem = random_problem(&arena, seed);
    enum solver_level level = (enum solver_level)(seed % SOLVER_ROOMS);
    struct program program;
    struct first_order_result result;
    int64_t best;
    if (!best_alone(&arena, problem, level, &best)) {
        return;
    }
    build(&arena, problem, &program);
    first_order_relax(&arena, &program, level, &wide, &result);
    if (!CHECK(result.has_bound && !is_beyond(level, result.bound, best))) {
        printf("seed %llu, %s: bound %lld, best %lld\n", (unsigned long long)seed,
               solver_level_name(level), (long long)result.bound, (long long)best);
    }
    struct arena scratch = arena;
    struct dual_bound bound;
    int64_t again;
    dual_bound_build(&scratch, &program, level, result.dual, &bound);
    CHECK(dual_bound_value(&bound, &again));
    CHECK_INT(again, result.bound);
    tally->n++;
    tally->n_converged += result.converged;
    tally->n_equal += equals_simplex(&arena, &program, level, result.bound);
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
    CHECK(tally.n > SEEDS / 2);
    CHECK(tally.n_converged * 100 >= tally.n * 90);
    if (!CHECK(tally.n_equal * 100 >= tally.n * 95)) {
        printf("%d of %d as the simplex method, %d converged\n", tally.n_equal,
               tally.n, tally.n_converged);
    }
}

/* Values held by rows, in the order of the levels. */
static void judge_held(struct arena arena, uint64_t seed)
{
    static const enum solver_level order[] = {SOLVER_GUARANTEE, SOLVER_SERVED,
                                              SOLVER_BALANCE,   SOLVER_BURDEN,
                                              SOLVER_COMFORT,   SOLVER_COMPACTNESS};
    enum { N = sizeof order / sizeof order[0] };
    struct problem problem = *random_problem(&arena, seed);
    struct brute_force_answer answer;
    struct program program;
    problem.level = order;
    problem.n_levels = N;
    if (!brute_force_solve(&arena, &problem, NULL, 0, &answer)) {
        return;
    }
    build(&arena, &problem, &program);
    for (int k = 0; k < N; k++) {
        struct first_order_result result;
        first_order_relax(&arena, &program, order[k], &wide, &result);
        if (!CHECK(result.has_bound &&
                   !is_beyond(order[k], result.bound, answer.value[k]))) {
            printf("seed %llu, %s: bound %lld, best %lld\n",
                   (unsigned long long)seed, solver_level_name(order[k]),
                   (long long)result.bound, (long long)answer.value[k]);
        }
        program_hold_level(&program, order[k], answer.value[k]);
    }
}

static void test_held(void)
{
    for (uint64_t seed = 1; seed <= SEEDS / 4; seed++) {
        struct arena arena;
        arena_init(&arena);
        judge_held(arena, seed);
        arena_finish(&arena);
    }
}

/* Three meetings of participant 0 in two slots, which one of them has to leave. */
static void test_star(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 02 03");
    struct program program;
    struct first_order_result result;
    problem->value[0] = 5;
    problem->value[1] = 3;
    build(&arena, problem, &program);
    first_order_relax(&arena, &program, SOLVER_SERVED, &wide, &result);
    CHECK(result.converged && !result.interrupted);
    CHECK_INT(result.bound, 8);
    CHECK(result.relaxed > 7.99 && result.relaxed < 8.01);
    double held[3] = {0};
    for (int j = 0; j < 6; j++) {
        held[j / 2] += result.column[j];
    }
    CHECK(held[0] > 0.99 && held[1] > 0.99 && held[2] < 0.01);
    problem->must[2] = true;
    build(&arena, problem, &program);
    first_order_relax(&arena, &program, SOLVER_SERVED, &wide, &result);
    CHECK_INT(result.bound, 6);
}

static bool at_once(void *context)
{
    ++*(int *)context;
    return true;
}

static const char *const wheel = "01 12 02 34 45 35 03 14 25 04 15 23";

static void test_limits(struct arena arena)
{
    struct program program;
    struct first_order_result result, warm;
    struct first_order_limits limits = wide;
    int n_polls = 0;
    build(&arena, small_problem(&arena, 3, wheel), &program);
    limits.max_iterations = 1;
    first_order_relax(&arena, &program, SOLVER_SERVED, &limits, &result);
    CHECK_INT(result.iterations, 1);
    CHECK(result.has_bound && result.bound >= 9 && !result.converged);
    limits.max_iterations = 0;
    first_order_relax(&arena, &program, SOLVER_SERVED, &limits, &result);
    CHECK_INT(result.bound, 12); /* no prices: every meeting once */
    limits = wide;
    limits.poll = at_once;
    limits.context = &n_polls;
    limits.gap = -1;
    first_order_relax(&arena, &program, SOLVER_SERVED, &limits, &result);
    CHECK(result.interrupted && result.bound >= 9);
    CHECK_INT(n_polls, 1);
    limits = wide;
    limits.has_target = true;
    limits.target = 12;
    first_order_relax(&arena, &program, SOLVER_SERVED, &limits, &result);
    CHECK(result.converged && result.bound <= 12);
    first_order_relax(&arena, &program, SOLVER_SERVED, &wide, &result);
    CHECK_INT(result.bound, 9); /* six people, three slots */
    limits = wide;
    limits.dual = result.dual;
    limits.max_iterations = 0;
    first_order_relax(&arena, &program, SOLVER_SERVED, &limits, &warm);
    CHECK_INT(warm.bound, 9);
    limits.max_iterations = wide.max_iterations;
    limits.column = result.column;
    first_order_relax(&arena, &program, SOLVER_SERVED, &limits, &warm);
    CHECK_INT(warm.bound, 9);
    CHECK_INT(warm.iterations, 0); /* nothing is left to do */
}

/* A row that comes later makes a bound sharper, from where the last one ended. */
static void test_new_rows(struct arena arena)
{
    struct program program;
    struct first_order_result result, warm;
    struct first_order_limits limits = wide;
    struct problem *problem = small_problem(&arena, 1, "01 02");
    problem->value[0] = 5;
    problem->min_meetings[2] = 1;
    build(&arena, problem, &program);
    first_order_relax(&arena, &program, SOLVER_SERVED, &limits, &result);
    CHECK_INT(result.bound, 5);
    int n_rows = program.n_rows, n_columns = program.n_columns;
    program_hold_level(&program, SOLVER_GUARANTEE, 0);
    double *dual = arena_new(&arena, program.n_rows, double);
    double *column = arena_new(&arena, program.n_columns, double);
    memcpy(dual, result.dual, (size_t)n_rows * sizeof *dual);
    memcpy(column, result.column, (size_t)n_columns * sizeof *column);
    limits.dual = dual;
    limits.column = column;
    limits.has_new_rows = true;
    first_order_relax(&arena, &program, SOLVER_SERVED, &limits, &warm);
    CHECK_INT(warm.bound, 1);
    CHECK(warm.converged);
}

static void test_no_columns(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01");
    struct program program;
    struct first_order_result result;
    small_problem_domain(problem, 0, 0);
    build(&arena, problem, &program);
    first_order_relax(&arena, &program, SOLVER_SERVED, &wide, &result);
    CHECK(result.has_bound);
    CHECK_INT(result.bound, 0);
}

static void test_threads(struct arena arena)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct arena scratch = arena;
        const struct problem *problem = random_problem(&scratch, seed);
        struct program program;
        struct first_order_result one, more;
        struct first_order_limits limits = wide;
        limits.max_iterations = 200;
        build(&scratch, problem, &program);
        first_order_relax(&scratch, &program, SOLVER_SERVED, &limits, &one);
        for (limits.threads = 2; limits.threads <= 3; limits.threads++) {
            first_order_relax(&scratch, &program, SOLVER_SERVED, &limits, &more);
            CHECK_INT(more.bound, one.bound);
            CHECK_INT(more.iterations, one.iterations);
            CHECK(memcmp(one.dual, more.dual,
                         (size_t)program.n_rows * sizeof *one.dual) == 0);
            CHECK(memcmp(one.column, more.column,
                         (size_t)program.n_columns * sizeof *one.column) == 0);
        }
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_star(arena);
    test_random();
    test_held();
    test_limits(arena);
    test_new_rows(arena);
    test_no_columns(arena);
    test_threads(arena);
    arena_finish(&arena);
    return check_report();
}
