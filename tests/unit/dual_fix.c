/* What is left out of a program is never part of a point that is as good as the
 * value: checked with the assignments that exhaustive search finds, level after
 * level. */

#include "solver/dual_fix.h"

#include "solver/first_order.h"
#include "solver/glpk_program.h"
#include "solver/solver.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 250, LEVELS = 6 };

static const enum solver_level order[LEVELS] = {
    SOLVER_GUARANTEE, SOLVER_SERVED,  SOLVER_BALANCE,
    SOLVER_BURDEN,    SOLVER_COMFORT, SOLVER_COMPACTNESS};

static void build(struct arena *arena, const struct problem *problem,
                  struct program *program)
{
    struct pool *pool = arena_new(arena, 2, struct pool);
    pool_init_rooms(arena, problem, &pool[0]);
    pool_init_interpreters(arena, problem, &pool[1]);
    program_init(arena, problem, &pool[0], &pool[1], program);
}

static struct dual_fix fix(struct arena *arena, struct program *program,
                           enum solver_level level, int64_t value)
{
    static const struct first_order_limits limits = {
        .max_iterations = 1000, .threads = 1, .gap = 1e-6};
    struct first_order_result result;
    struct dual_bound bound;
    first_order_relax(arena, program, level, &limits, &result);
    dual_bound_build(arena, program, level, result.dual, &bound);
    return dual_fix(program, &bound, result.dual, value);
}

/* The best of the level that the program as it is still has, or false. */
static bool best_left(struct arena *arena, struct program *program,
                      enum solver_level level, int64_t *best)
{
    static const struct glpk_limits wide = {.max_iterations = 100000,
                                            .max_nodes = 100000};
    struct glpk_result result;
    struct glpk_program *glpk = glpk_program_create(arena);
    bool found =
        glpk_relax(arena, glpk, program, level, &wide, &result) == GLPK_OPTIMAL &&
        glpk_branch(arena, glpk, program, level, NULL, &wide, &result) ==
            GLPK_OPTIMAL;
    *best = result.bound;
    glpk_program_destroy(glpk);
    return found;
}

/* Fixes by each level's best value in turn; the next level's best must be what it
 * was. Returns how much was fixed. */
static int judge(struct arena arena, uint64_t seed)
{
    struct problem problem = *random_problem(&arena, seed);
    struct brute_force_answer answer;
    struct program program;
    int n = 0;
    problem.level = order;
    problem.n_levels = LEVELS;
    if (!brute_force_solve(&arena, &problem, NULL, 0, &answer)) {
        return 0;
    }
    build(&arena, &problem, &program);
    for (int k = 0; k < LEVELS; k++) {
        int64_t best = 0;
        bool found = best_left(&arena, &program, order[k], &best);
        if (!CHECK(found) || !CHECK_INT(best, answer.value[k])) {
            printf("seed %llu, %s\n", (unsigned long long)seed,
                   solver_level_name(order[k]));
            return n;
        }
        struct dual_fix fixed = fix(&arena, &program, order[k], answer.value[k]);
        program_hold_level(&program, order[k], answer.value[k]);
        n += fixed.n_columns;
    }
    return n;
}

static void test_random(void)
{
    int n = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        arena_init(&arena);
        n += judge(arena, seed);
        arena_finish(&arena);
    }
    CHECK(n > SEEDS); /* it does something */
}

/* Of three meetings of participant 0 in two slots the dear ones are held. */
static void test_star(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 02 03");
    struct program program;
    problem->value[0] = 5;
    problem->value[1] = 3;
    build(&arena, problem, &program);
    struct dual_fix fixed = fix(&arena, &program, SOLVER_SERVED, 5);
    CHECK_INT(program.column[program_x(&program, 2, 0)].upper, 1);
    CHECK(program.row[program.meeting_row[1]].low == ROW_FREE);
    fixed = fix(&arena, &program, SOLVER_SERVED, 9); /* more than there is */
    CHECK_INT(fixed.n_columns, 0);
    CHECK_INT(fixed.n_rows, 0);
    fixed = fix(&arena, &program, SOLVER_SERVED, 8);
    CHECK(fixed.n_rows > 0);
    CHECK_INT(program.row[program.meeting_row[0]].low, 1);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_star(arena);
    test_random();
    arena_finish(&arena);
    return check_report();
}
