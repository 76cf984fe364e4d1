/* The solver's door: what the property test does not ask of it. */

#include "solver/solver.h"

#include <errno.h>

#include "tests/support/check.h"
#include "tests/support/check_solution.h"
#include "tests/support/small_problem.h"

static const enum solver_level served[] = {SOLVER_SERVED};
static const enum solver_level served_and_rooms[] = {SOLVER_SERVED, SOLVER_ROOMS};

static enum solve_status solve(struct arena *arena, struct problem *problem,
                               struct solution *solution)
{
    struct solver_options options = {.seed = 1, .threads = 1};
    enum solve_status status = solver_solve(arena, problem, &options, solution);
    CHECK(!solution->interrupted);
    CHECK(status != SOLVE_DONE || check_solution(stdout, problem, solution) == 0);
    return status;
}

static void test_nothing_to_do(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01");
    struct solution solution;
    problem->level = served;
    problem->n_levels = 1;
    problem->n_meetings = 0;
    CHECK(solve(&arena, problem, &solution) == SOLVE_DONE);
    CHECK_INT(solution.level[0].value, 0);
    problem->n_participants = problem->n_slots = 0;
    CHECK(solve(&arena, problem, &solution) == SOLVE_DONE);
}

/* Without levels the musts are still kept, or told to be too many. */
static void test_no_levels(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 02 03");
    struct solution solution;
    problem->must[0] = problem->must[1] = true;
    CHECK(solve(&arena, problem, &solution) == SOLVE_DONE);
    CHECK(solution.slot[0] >= 0 && solution.slot[1] >= 0);
    problem->must[2] = true;
    CHECK(solve(&arena, problem, &solution) == SOLVE_INFEASIBLE);
    CHECK_INT(solution.n_core, 3);
}

static void test_large_values(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01 12 02");
    struct solution solution;
    for (int m = 0; m < 3; m++) {
        problem->value[m] = ((int64_t)1 << 47) + m;
    }
    problem->level = served;
    problem->n_levels = 1;
    CHECK(solve(&arena, problem, &solution) == SOLVE_DONE);
    CHECK_INT(solution.slot[2], 0);
    CHECK(solution.level[0].has_bound);
    CHECK(solution.level[0].bound >= solution.level[0].value);
}

struct listener {
    int n_reports, n_asked, patience;
    int64_t value;
};

static void listen(void *context, const struct solver_progress *progress)
{
    struct listener *listener = context;
    listener->n_reports++;
    CHECK(progress->seconds >= 0);
    if (progress->level == SOLVER_SERVED) {
        CHECK(!progress->has_bound || progress->bound >= progress->value);
        CHECK(progress->value >= listener->value);
        listener->value = progress->value;
    }
}

static bool lose_patience(void *context)
{
    struct listener *listener = context;
    return ++listener->n_asked > listener->patience;
}

/* Stopped at once, later, or never: always a solution of what was done so far. */
static void test_stop(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 4,
                                            "01 12 02 34 45 35 03 14 25 "
                                            "05 13 24");
    problem->level = served_and_rooms;
    problem->n_levels = 2;
    small_problem_rooms(&arena, problem, 2);
    for (int patience = 0; patience < 6; patience++) {
        struct listener listener = {.patience = patience};
        struct solver_options options = {.seed = 1,
                                         .threads = 2,
                                         .should_stop = lose_patience,
                                         .report = listen,
                                         .context = &listener};
        struct solution solution;
        CHECK(solver_solve(&arena, problem, &options, &solution) == SOLVE_DONE);
        CHECK(solution.interrupted == (listener.n_asked > patience));
        CHECK(solution.interrupted || patience > 0);
        CHECK_INT(check_solution(stdout, problem, &solution), 0);
        CHECK(listener.n_reports > 0);
    }
}

static void test_time_limit(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01 12 02");
    struct solver_options options = {.seed = 1, .threads = 1, .time_limit_s = 1e-9};
    struct solution solution;
    problem->level = served;
    problem->n_levels = 1;
    CHECK(solver_solve(&arena, problem, &options, &solution) == SOLVE_DONE);
    CHECK(solution.interrupted);
    CHECK_INT(check_solution(stdout, problem, &solution), 0);
    options.time_limit_s = 1e6;
    CHECK(solver_solve(&arena, problem, &options, &solution) == SOLVE_DONE);
    CHECK(!solution.interrupted);
    /* Each could be held in either of two slots, and the last one in neither. */
    problem = small_problem(&arena, 2, "01 12 02");
    problem->level = served;
    problem->n_levels = 1;
    problem->must[0] = problem->must[1] = problem->must[2] = true;
    options.time_limit_s = 1e-9;
    CHECK(solver_solve(&arena, problem, &options, &solution) == SOLVE_UNKNOWN);
}

static void test_write_model(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01");
    int cause = 0;
    CHECK(!solver_write_model(arena, problem, "/nowhere/model.lp", &cause));
    CHECK_INT(cause, ENOENT);
    CHECK(solver_write_model(arena, problem, "/dev/null", &cause));
}

/* Two meetings of before of which either has to go: the level behind STABILITY says
 * which, whichever a search for the least change comes upon first. */
static void test_tie(struct arena arena, int dear)
{
    static const enum solver_level levels[] = {SOLVER_STABILITY, SOLVER_SERVED};
    struct problem *problem = small_problem(&arena, 1, "01 02 34");
    struct solution solution;
    problem->level = levels;
    problem->n_levels = 2;
    problem->value[dear] = 5;
    for (int m = 0; m < 3; m++) {
        small_problem_past(problem, m, 0, -1, -1);
    }
    CHECK(solve(&arena, problem, &solution) == SOLVE_DONE);
    CHECK_INT(solution.level[0].value, STABILITY_DROPPED);
    CHECK_INT(solution.level[0].bound, STABILITY_DROPPED);
    CHECK_INT(solution.slot[dear], 0);
    CHECK_INT(solution.slot[1 - dear], -1);
    CHECK_INT(solution.level[1].value, 6);
    CHECK_INT(solution.level[1].bound, 6);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_nothing_to_do(arena);
    test_no_levels(arena);
    test_large_values(arena);
    test_stop(arena);
    test_time_limit(arena);
    test_write_model(arena);
    test_tie(arena, 0);
    test_tie(arena, 1);
    arena_finish(&arena);
    return check_report();
}
