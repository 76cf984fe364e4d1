#include "solver/trivial.h"

#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

/* The best that each level alone can be is never beyond its bound. */
static void judge(struct arena arena, uint64_t seed)
{
    struct problem problem = *random_problem(&arena, seed);
    for (int k = 0; k < SOLVER_N_LEVELS; k++) {
        enum solver_level level = (enum solver_level)k;
        struct arena scratch = arena;
        struct brute_force_answer best;
        problem.level = &level;
        problem.n_levels = 1;
        if (!brute_force_solve(&scratch, &problem, NULL, 0, &best)) {
            return;
        }
        int64_t bound = trivial_bound(arena, &problem, level);
        if (!CHECK(solver_level_is_maximised(level) ? bound >= best.value[0]
                                                    : bound <= best.value[0])) {
            printf("seed %llu, %s\n", (unsigned long long)seed,
                   solver_level_name(level));
        }
    }
}

static void test_served(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01 02 03");
    problem->value[0] = 5;
    CHECK_INT(trivial_bound(arena, problem, SOLVER_SERVED), 7);
    small_problem_domain(problem, 0, 0);
    CHECK_INT(trivial_bound(arena, problem, SOLVER_SERVED), 2);
}

/* Participant 0 wants three meetings of three; slots, limits and `parallel` allow
 * fewer or more. */
static void test_guarantee_and_balance(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 02 03");
    problem->min_meetings[0] = 3;
    CHECK_INT(trivial_bound(arena, problem, SOLVER_GUARANTEE), 1);
    CHECK_INT(trivial_bound(arena, problem, SOLVER_BALANCE), 1500 + 3 * 1000);
    problem->parallel[0] = 2;
    CHECK_INT(trivial_bound(arena, problem, SOLVER_GUARANTEE), 0);
    CHECK_INT(trivial_bound(arena, problem, SOLVER_BALANCE), 1833 + 3 * 1000);
    problem->max_meetings[0] = 1;
    CHECK_INT(trivial_bound(arena, problem, SOLVER_GUARANTEE), 2);
    problem->max_meetings[0] = PROBLEM_NO_LIMIT;
    small_problem_domain(problem, 0, 0);
    small_problem_domain(problem, 1, 0);
    CHECK_INT(trivial_bound(arena, problem, SOLVER_GUARANTEE), 2);
    CHECK_INT(trivial_bound(arena, problem, SOLVER_BALANCE), 2 * 1000);
}

static void test_stability(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 23 45 67 89");
    small_problem_rooms(&arena, problem, 2);
    for (int m = 0; m < 5; m++) {
        small_problem_past(problem, m, 0, 0, -1);
    }
    CHECK_INT(trivial_bound(arena, problem, SOLVER_STABILITY), 0);
    small_problem_domain(problem, 0, 0); /* dropped */
    small_problem_domain(problem, 1, 2); /* must move */
    problem->previous_slot[2] = -1;      /* must move, too */
    problem->previous_can_be_same[3] = false;
    small_problem_fit_room(&arena, problem, 4, 2); /* must have another room */
    CHECK_INT(trivial_bound(arena, problem, SOLVER_STABILITY), 100 + 10 + 10 + 2);
    problem->had_previous = NULL;
    CHECK_INT(trivial_bound(arena, problem, SOLVER_STABILITY), 0);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (uint64_t seed = 1; seed <= 150; seed++) {
        judge(arena, seed);
    }
    test_served(arena);
    test_guarantee_and_balance(arena);
    test_stability(arena);
    arena_finish(&arena);
    return check_report();
}
