/* Each rule and each level on a problem whose optimum is known by hand. */

#include "tests/support/brute_force.h"

#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/check_solution.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

static struct arena arena;

static struct problem *make(int n_slots, const char *meetings)
{
    return small_problem(&arena, n_slots, meetings);
}

/* "served 3 rooms 1" to levels in their order and values. */
static int read_levels(const char *text, enum solver_level *level, int64_t *value)
{
    int n = 0;
    char *rest, *copy = arena_strdup(&arena, text);
    for (char *name = strtok_r(copy, " ", &rest); name;
         name = strtok_r(NULL, " ", &rest)) {
        level[n] = SOLVER_GUARANTEE;
        while (strcmp(solver_level_name(level[n]), name) != 0) {
            level[n] = (enum solver_level)(level[n] + 1);
        }
        value[n++] = strtoll(strtok_r(NULL, " ", &rest), NULL, 10);
    }
    return n;
}

/* The best values must be these, and the other judge has to accept the
 * assignment behind them. */
static void expect(struct problem *problem, const char *levels_and_values)
{
    enum solver_level level[SOLVER_N_LEVELS];
    int64_t value[SOLVER_N_LEVELS];
    struct brute_force_answer answer;
    problem->n_levels = read_levels(levels_and_values, level, value);
    problem->level = level;
    if (!CHECK(brute_force_solve(&arena, problem, NULL, 0, &answer))) {
        return;
    }
    struct solution solution = {.slot = answer.slot,
                                .room = answer.room,
                                .interpreter = answer.interpreter};
    for (int k = 0; k < problem->n_levels; k++) {
        check_int(answer.value[k], value[k], levels_and_values, __FILE__, __LINE__);
        solution.level[k].value = answer.value[k];
    }
    check_int(check_solution(stdout, problem, &solution), 0, levels_and_values,
              __FILE__, __LINE__);
    problem->level = NULL;
}

static void expect_impossible(const struct problem *problem)
{
    struct brute_force_answer answer;
    CHECK(!brute_force_solve(&arena, problem, NULL, 0, &answer));
}

static void test_people(void)
{
    struct problem *problem = make(1, "01 02");
    problem->value[0] = 3;
    problem->value[1] = 5;
    expect(problem, "served 5");
    problem->parallel[0] = 2;
    expect(problem, "served 8");
    problem = make(3, "01 02 03");
    expect(problem, "served 3");
    problem->max_meetings[0] = 2;
    expect(problem, "served 2");
    problem->max_meetings[0] = 0;
    expect(problem, "served 0");
    problem = make(1, "0123 34 45");
    expect(problem, "served 2");
    problem = make(2, "0123 34 45");
    expect(problem, "served 3");
}

static void test_runs(void)
{
    struct problem *problem = make(3, "01 02 03");
    problem->max_consecutive[0] = 2;
    expect(problem, "served 2");
    problem->max_consecutive[0] = 1;
    expect(problem, "served 2 compactness 1");
    problem->session[2] = 1; /* slots 1 and 2 are no neighbours any more */
    expect(problem, "served 2 compactness 0");
    problem->max_consecutive[0] = 2;
    expect(problem, "served 3");
    problem = make(2, "01 02 03");
    problem->max_consecutive[0] = 1;
    expect(problem, "served 1");
    problem->parallel[0] = 2; /* two at a time are one busy slot */
    expect(problem, "served 2");
}

/* Participant 0 meets in slots 0, 2 and 4 or not at all. */
static struct problem *make_scattered(void)
{
    struct problem *problem = make(5, "01 02 03");
    for (int m = 0; m < 3; m++) {
        small_problem_domain(problem, m, (uint64_t)1 << 2 * m);
    }
    return problem;
}

static void test_gaps(void)
{
    struct problem *problem = make_scattered();
    expect(problem, "served 3 compactness 2");
    expect(problem, "compactness 0 served 1");
    problem->max_gaps[0] = 1;
    expect(problem, "served 2 compactness 1");
    problem->max_gaps[0] = 0;
    expect(problem, "served 1");
    problem->session[3] = problem->session[4] = 1;
    expect(problem, "served 2 compactness 0");
    problem = make_scattered();
    problem->session[3] = problem->session[4] = 1;
    expect(problem, "served 3 compactness 1");
    small_problem_domain(problem, 1, 0); /* two free slots are one gap */
    expect(problem, "served 2 compactness 0");
    problem->session[3] = problem->session[4] = 0;
    expect(problem, "served 2 compactness 1");
}

static void test_after(void)
{
    struct problem *problem = make(1, "01 23");
    problem->value[0] = 5;
    small_problem_after(problem, 0, 1);
    expect(problem, "served 1");
    problem = make(2, "01 23");
    problem->value[0] = 5;
    small_problem_after(problem, 0, 1);
    expect(problem, "served 6");
    small_problem_domain(problem, 1, 2); /* too late for what follows */
    expect(problem, "served 1");
    small_problem_domain(problem, 1, 0);
    expect(problem, "served 0");
    problem = make(3, "01 23");
    small_problem_after(problem, 0, 1);
    small_problem_after(problem, 1, 0);
    expect(problem, "served 0");
    problem->must[0] = true;
    expect_impossible(problem);
    problem = make(3, "01 23 45 67");
    small_problem_after(problem, 1, 0);
    small_problem_after(problem, 2, 1);
    small_problem_after(problem, 3, 2);
    expect(problem, "served 3");
}

static void test_must(void)
{
    struct problem *problem = make(1, "01 02 34");
    problem->value[1] = 5;
    expect(problem, "served 6");
    problem->must[0] = true;
    expect(problem, "served 2");
    problem->must[1] = true;
    expect_impossible(problem);
    problem = make(1, "01");
    problem->must[0] = true;
    expect(problem, "served 1");
    small_problem_domain(problem, 0, 0);
    expect_impossible(problem);
}

static void test_people_levels(void)
{
    struct problem *problem = make(1, "01 02 34");
    problem->min_meetings[0] = 2;
    problem->min_meetings[2] = 1;
    problem->value[0] = 9;
    expect(problem, "guarantee 1 served 2");
    expect(problem, "served 10 guarantee 2");
    problem = make(2, "01 02 12 34"); /* two of the first three, and the last */
    expect(problem, "balance 5500");
    problem = make(3, "01 02 12 34");
    expect(problem, "balance 6500");
    problem = make(1, "01 01 23");
    problem->parallel[0] = problem->parallel[1] = 2;
    expect(problem, "balance 5000 served 3");
    problem = make(4, "01 02 03 04");
    expect(problem, "balance 6083"); /* 1000 + 500 + 333 + 250 and 4 * 1000 */
}

static void test_comfort(void)
{
    static const int cost[] = {2, 1, 0, 0, 1, 5};
    struct problem *problem = make(3, "01");
    memcpy(problem->cost, cost, sizeof cost);
    expect(problem, "served 1 comfort 2 burden 1");
    expect(problem, "served 1 burden 1 comfort 2");
    expect(problem, "comfort 0 served 0");
    small_problem_domain(problem, 0, 5);
    expect(problem, "served 1 comfort 2 burden 2");
    problem = make(2, "01 02");
    problem->cost[0] = 3;
    problem->cost[1] = 4;
    problem->cost[3] = 6;
    expect(problem, "served 2 burden 7 comfort 7");
    small_problem_domain(problem, 0, 2);
    expect(problem, "served 2 burden 7 comfort 13");
}

static void test_room_rules(void)
{
    struct problem *problem = make(1, "01 23");
    small_problem_rooms(&arena, problem, 1);
    expect(problem, "served 1");
    small_problem_fit_room(&arena, problem, 0, 0);
    expect(problem, "served 2");
    small_problem_rooms(&arena, problem, 2);
    expect(problem, "served 2");
    small_problem_fit_room(&arena, problem, 0, 1);
    expect(problem, "served 2");
    small_problem_fit_room(&arena, problem, 1, 1);
    expect(problem, "served 1");
    small_problem_rooms(&arena, problem, 0);
    expect(problem, "served 0");
    problem = make(1, "01 23 45");
    small_problem_rooms(&arena, problem, 3);
    small_problem_fit_room(&arena, problem, 0, 6);
    small_problem_fit_room(&arena, problem, 1, 3);
    small_problem_fit_room(&arena, problem, 2, 1);
    expect(problem, "served 3"); /* 2, 1, 0 and no other way */
}

static void test_room_changes(void)
{
    struct problem *problem = make(2, "01 02");
    small_problem_rooms(&arena, problem, 2);
    expect(problem, "served 2 rooms 0");
    small_problem_fit_room(&arena, problem, 0, 1);
    expect(problem, "served 2 rooms 0");
    small_problem_fit_room(&arena, problem, 1, 2);
    expect(problem, "served 2 rooms 1");
    expect(problem, "rooms 0 served 1");
    small_problem_fit_room(&arena, problem, 1, 0); /* no room is not room 0 */
    expect(problem, "served 2 rooms 1");
    small_problem_fit_room(&arena, problem, 0, 0); /* and the same as no room */
    expect(problem, "served 2 rooms 0");
    small_problem_fit_room(&arena, problem, 0, 1);
    problem->parallel[0] = 2;
    expect(problem, "served 2 rooms 0");
    problem->parallel[0] = 1;
    problem->session[1] = 1;
    expect(problem, "served 2 rooms 0");
    /* The change lies in the middle, whatever the outer rooms are. */
    problem = make(3, "01 01 01");
    small_problem_rooms(&arena, problem, 2);
    for (int m = 0; m < 3; m++) {
        small_problem_domain(problem, m, (uint64_t)1 << m);
    }
    small_problem_fit_room(&arena, problem, 1, 2);
    expect(problem, "served 3 rooms 0");
    small_problem_fit_room(&arena, problem, 0, 1);
    expect(problem, "served 3 rooms 2"); /* of two people each */
}

static void test_interpreters(void)
{
    struct problem *problem = make(1, "01 23");
    small_problem_interpreters(&arena, problem, 1);
    expect(problem, "served 1");
    small_problem_fit_interpreter(&arena, problem, 1, 0);
    expect(problem, "served 2");
    problem = make(3, "01 23 45");
    small_problem_interpreters(&arena, problem, 1);
    expect(problem, "served 3");
    problem->interpreter_max_consecutive[0] = 2;
    expect(problem, "served 2");
    problem->session[1] = problem->session[2] = 1;
    expect(problem, "served 3");
    problem->interpreter_max_meetings[0] = 1;
    expect(problem, "served 1");
    small_problem_interpreters(&arena, problem, 2);
    problem->interpreter_max_meetings[0] = problem->interpreter_max_meetings[1] = 1;
    expect(problem, "served 2");
    /* 1 must leave meeting 0 to 0, who can do nothing else. */
    small_problem_fit_interpreter(&arena, problem, 0, 3);
    small_problem_fit_interpreter(&arena, problem, 1, 2);
    small_problem_fit_interpreter(&arena, problem, 2, 2);
    expect(problem, "served 2");
    problem->interpreter_max_meetings[1] = 2;
    expect(problem, "served 3");
}

static void test_stability(void)
{
    struct problem *problem = make(2, "01");
    small_problem_rooms(&arena, problem, 2);
    small_problem_interpreters(&arena, problem, 2);
    small_problem_past(problem, 0, 1, 1, 1);
    expect(problem, "stability 0");
    small_problem_fit_room(&arena, problem, 0, 1);
    expect(problem, "stability 1");
    small_problem_fit_interpreter(&arena, problem, 0, 1);
    expect(problem, "stability 1"); /* once for both */
    small_problem_fit_room(&arena, problem, 0, 3);
    expect(problem, "stability 1");
    small_problem_fit_interpreter(&arena, problem, 0, 0);
    expect(problem, "stability 1");
    small_problem_past(problem, 0, 1, 1, -1);
    expect(problem, "stability 0");
    problem->previous_can_be_same[0] = false;
    expect(problem, "stability 1");
    small_problem_domain(problem, 0, 1);
    expect(problem, "stability 10");
    small_problem_past(problem, 0, -1, 1, -1);
    expect(problem, "stability 10 served 1");
    problem->max_meetings[0] = 0;
    expect(problem, "stability 100 served 0");
    problem->max_meetings[0] = PROBLEM_NO_LIMIT;
    small_problem_domain(problem, 0, 0); /* what it must follow is gone */
    expect(problem, "stability 100 served 0");
}

/* The same names serve two levels: 0's meetings were in different rooms. */
static void test_order_of_name_levels(void)
{
    struct problem *problem = make(2, "01 02");
    small_problem_rooms(&arena, problem, 2);
    small_problem_past(problem, 0, 0, 0, -1);
    small_problem_past(problem, 1, 1, 1, -1);
    expect(problem, "served 2 stability 0 rooms 1");
    expect(problem, "served 2 rooms 0 stability 1");
    expect(problem, "rooms 0 served 2 stability 1");
    expect(problem, "rooms 0 stability 1 served 2");
}

static void test_held(void)
{
    struct problem *problem = make_scattered();
    static const enum solver_level level[] = {SOLVER_SERVED, SOLVER_COMPACTNESS};
    struct brute_force_answer answer;
    problem->level = level;
    problem->n_levels = 2;
    static const int64_t gaps[] = {0, 0, 1, 2}; /* where at least k are served */
    for (int64_t k = 0; k < 4; k++) {
        if (CHECK(brute_force_solve(&arena, problem, &k, 1, &answer))) {
            CHECK_INT(answer.value[1], gaps[k]);
        }
    }
    int64_t too_many = 4;
    CHECK(!brute_force_solve(&arena, problem, &too_many, 1, &answer));
    static const enum solver_level names[] = {SOLVER_STABILITY, SOLVER_ROOMS};
    problem = make(2, "01 02");
    small_problem_rooms(&arena, problem, 2);
    small_problem_past(problem, 0, 0, 0, -1);
    small_problem_past(problem, 1, 1, 1, -1);
    problem->level = names;
    problem->n_levels = 2;
    static const int64_t changes[] = {1, 0};
    for (int64_t k = 0; k < 2; k++) {
        if (CHECK(brute_force_solve(&arena, problem, &k, 1, &answer))) {
            CHECK_INT(answer.value[1], changes[k]);
        }
    }
}

/* Every assignment that exhaustive search finds obeys the rules and is worth what
 * it says, by the other judge. */
static void test_against_checker(void)
{
    for (uint64_t seed = 1; seed <= 300; seed++) {
        struct arena scratch = arena;
        const struct problem *problem = random_problem(&scratch, seed);
        struct brute_force_answer answer;
        if (!brute_force_solve(&scratch, problem, NULL, 0, &answer)) {
            continue;
        }
        struct solution solution = {.slot = answer.slot,
                                    .room = answer.room,
                                    .interpreter = answer.interpreter};
        for (int k = 0; k < problem->n_levels; k++) {
            solution.level[k].value = answer.value[k];
        }
        if (!CHECK(check_solution(stdout, problem, &solution) == 0)) {
            problem_print(stdout, problem);
        }
    }
}

int main(void)
{
    arena_init(&arena);
    test_people();
    test_runs();
    test_gaps();
    test_after();
    test_must();
    test_people_levels();
    test_comfort();
    test_room_rules();
    test_room_changes();
    test_interpreters();
    test_stability();
    test_order_of_name_levels();
    test_held();
    test_against_checker();
    arena_finish(&arena);
    return check_report();
}
