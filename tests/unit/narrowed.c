#include "solver/narrowed.h"

#include "solver/dual_fix.h"
#include "solver/glpk_program.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

/* The levels of the pairs that are tried: what the first one leaves open must hold
 * the best of the second. */
static const enum solver_level levels[] = {
    SOLVER_SERVED,  SOLVER_GUARANTEE,   SOLVER_BALANCE,
    SOLVER_COMFORT, SOLVER_COMPACTNESS, SOLVER_BURDEN,
};
enum { N_LEVELS = sizeof levels / sizeof *levels };

/* The relaxation's duals, or NULL if there is none. */
static double *duals_of(struct arena *arena, struct program *program,
                        enum solver_level level)
{
    struct glpk_limits limits = {.max_iterations = 10000};
    struct glpk_result result;
    struct glpk_program *glpk = glpk_program_create(arena);
    enum glpk_status status =
        glpk_relax(arena, glpk, program, level, &limits, &result);
    glpk_program_destroy(glpk);
    return status == GLPK_OPTIMAL ? result.dual : NULL;
}

/* What the level's value leaves open. */
static struct problem narrow(struct arena *arena, const struct problem *problem,
                             int64_t value)
{
    struct pool rooms, interpreters;
    struct program program;
    struct dual_bound bound;
    pool_init_rooms(arena, problem, &rooms);
    pool_init_interpreters(arena, problem, &interpreters);
    program_init(arena, problem, &rooms, &interpreters, &program);
    double *dual = duals_of(arena, &program, problem->level[0]);
    if (dual) {
        dual_bound_build(arena, &program, problem->level[0], dual, &bound);
        dual_bound_settle(&program, &bound, dual);
        dual_fix(&program, &bound, dual, value);
    }
    return narrowed_problem(arena, &program);
}

/* How many slots and meetings one has less to choose. */
static int count_settled(const struct problem *before, const struct problem *after)
{
    int n = 0;
    for (int m = 0; m < before->n_meetings; m++) {
        n += after->must[m] - before->must[m];
        for (int s = 0; s < before->n_slots; s++) {
            n += problem_allows(before, m, s) - problem_allows(after, m, s);
        }
    }
    return n;
}

/* Returns how much was settled. */
static int judge(struct arena arena, uint64_t seed)
{
    struct problem problem = *random_problem(&arena, seed);
    enum solver_level pair[2] = {levels[seed % N_LEVELS],
                                 levels[(seed / N_LEVELS + 1) % N_LEVELS]};
    problem.level = pair;
    problem.n_levels = pair[0] == pair[1] ? 1 : 2;
    struct brute_force_answer best, left;
    if (!brute_force_solve(&arena, &problem, NULL, 0, &best)) {
        return 0;
    }
    struct problem open = narrow(&arena, &problem, best.value[0]);
    bool same = brute_force_solve(&arena, &open, NULL, 0, &left);
    for (int k = 0; k < problem.n_levels && same; k++) {
        same = left.value[k] == best.value[k];
    }
    if (!CHECK(same)) {
        printf("seed %llu\n", (unsigned long long)seed);
    }
    return count_settled(&problem, &open);
}

static void test_random(struct arena arena)
{
    int n = 0;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        n += judge(arena, seed);
    }
    CHECK(n > 400); /* it does rule things out */
}

/* One slot, one participant in both: only the dearer meeting can be. */
static void test_one_of_two(struct arena arena)
{
    static const enum solver_level served[] = {SOLVER_SERVED};
    struct problem *problem = small_problem(&arena, 1, "01 02");
    problem->value[0] = 5;
    problem->level = served;
    problem->n_levels = 1;
    struct problem open = narrow(&arena, problem, 5);
    CHECK(open.must[0] || open.domain[1] == 0); /* whichever the duals tell */
    CHECK(!open.must[1] && open.domain[0] == 1);
    /* At the value 1 both can be the one. */
    open = narrow(&arena, problem, 1);
    CHECK(!open.must[0] && !open.must[1]);
    CHECK_INT(count_settled(problem, &open), 0);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_one_of_two(arena);
    test_random(arena);
    arena_finish(&arena);
    return check_report();
}
