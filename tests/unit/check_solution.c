/* The judge of solutions accepts a good one and notices each way to break it. */

#include "tests/support/check_solution.h"

#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/small_problem.h"

static struct arena arena;

enum { N_MEETINGS = 4, N_LEVELS_ASKED = 2 };

/* A problem that uses every rule, and a solution of it. */
struct sample {
    struct problem *problem;
    struct solution solution;
    int slot[N_MEETINGS], room[N_MEETINGS], interpreter[N_MEETINGS];
};

static void make_sample(struct sample *sample)
{
    static const enum solver_level level[N_LEVELS_ASKED] = {SOLVER_SERVED,
                                                            SOLVER_COMFORT};
    static const int slot[N_MEETINGS] = {0, 2, 0, -1};
    static const int room[N_MEETINGS] = {0, 1, 2, -1};
    static const int interpreter[N_MEETINGS] = {1, 0, -1, -1};
    struct problem *problem = small_problem(&arena, 5, "01 02 34 05");
    small_problem_domain(problem, 1, 0x1f & ~(1 << 4));
    small_problem_rooms(&arena, problem, 3);
    small_problem_fit_room(&arena, problem, 0, 5);
    small_problem_interpreters(&arena, problem, 2);
    small_problem_fit_interpreter(&arena, problem, 2, 0);
    small_problem_fit_interpreter(&arena, problem, 1, 1);
    problem->interpreter_max_meetings[0] = 2;
    problem->interpreter_max_consecutive[0] = 1;
    problem->max_meetings[0] = 3;
    problem->max_consecutive[0] = 2;
    problem->max_gaps[0] = 1;
    problem->must[1] = true;
    problem->cost[0] = 3;
    problem->cost[3 * problem->n_slots] = 2;
    small_problem_after(problem, 1, 0);
    problem->level = level;
    problem->n_levels = N_LEVELS_ASKED;
    *sample = (struct sample){.problem = problem};
    memcpy(sample->slot, slot, sizeof slot);
    memcpy(sample->room, room, sizeof room);
    memcpy(sample->interpreter, interpreter, sizeof interpreter);
    sample->solution = (struct solution){.slot = sample->slot,
                                         .room = sample->room,
                                         .interpreter = sample->interpreter};
    for (int k = 0; k < N_LEVELS_ASKED; k++) {
        sample->solution.level[k].value =
            solution_value(problem, &sample->solution, level[k]);
    }
}

/* Judges the sample and compares what is said. */
static void expect_as_it_is(const struct sample *sample, const char *expected)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    int n = check_solution(out, sample->problem, &sample->solution);
    fclose(out);
    CHECK_TEXT(text, expected);
    CHECK((n == 0) == (expected[0] == '\0'));
    free(text);
}

/* The same with the levels' values brought up to date. */
static void expect(struct sample *sample, const char *expected)
{
    for (int k = 0; k < N_LEVELS_ASKED; k++) {
        sample->solution.level[k].value = solution_value(
            sample->problem, &sample->solution, sample->problem->level[k]);
    }
    expect_as_it_is(sample, expected);
}

static void set(struct sample *sample, int m, int slot, int room, int interpreter)
{
    sample->slot[m] = slot;
    sample->room[m] = room;
    sample->interpreter[m] = interpreter;
}

static void test_good(void)
{
    struct sample sample;
    make_sample(&sample);
    CHECK_INT(sample.solution.level[0].value, 3);
    CHECK_INT(sample.solution.level[1].value, 5);
    expect(&sample, "");
    set(&sample, 3, 3, 0, 1);
    expect(&sample, "");
}

static void test_meetings(void)
{
    struct sample sample;
    make_sample(&sample);
    set(&sample, 1, 4, 1, 0);
    expect(&sample, "wrong: meeting 1 cannot be in slot 4\n");
    set(&sample, 1, 5, 1, 0);
    expect(&sample, "wrong: meeting 1 cannot be in slot 5\n");
    make_sample(&sample);
    set(&sample, 1, -1, -1, -1);
    expect(&sample, "wrong: meeting 1 must be held and is not\n");
    make_sample(&sample);
    set(&sample, 0, -1, -1, -1);
    expect(&sample, "wrong: meeting 1 is not after meeting 0\n");
    set(&sample, 0, 3, 0, 1);
    expect(&sample, "wrong: meeting 1 is not after meeting 0\n");
    make_sample(&sample);
    sample.room[3] = 1;
    expect(&sample,
           "wrong: meeting 3 is not held, with a room or an interpreter\n");
}

static void test_names(void)
{
    struct sample sample;
    make_sample(&sample);
    sample.room[0] = 1;
    expect(&sample,
           "wrong: meeting 0 has room or interpreter 1, which does not fit\n");
    sample.room[0] = 3;
    expect(&sample,
           "wrong: meeting 0 has room or interpreter 3, which does not fit\n");
    sample.room[0] = -1;
    expect(&sample,
           "wrong: meeting 0 has room or interpreter -1, which does not fit\n");
    make_sample(&sample);
    sample.interpreter[1] = 1;
    expect(&sample,
           "wrong: meeting 1 has room or interpreter 1, which does not fit\n");
    make_sample(&sample);
    sample.interpreter[2] = 0;
    expect(&sample, "wrong: meeting 2 has room or interpreter 0 and needs none\n");
    make_sample(&sample);
    sample.room[2] = 0;
    expect(&sample, "wrong: meetings 2 and 0 are in one room\n");
    make_sample(&sample);
    small_problem_fit_interpreter(&arena, sample.problem, 2, 3);
    sample.interpreter[2] = 1;
    expect(&sample, "wrong: meetings 2 and 0 have one interpreter\n");
}

static void test_people(void)
{
    struct sample sample;
    make_sample(&sample);
    set(&sample, 3, 2, 0, 1);
    expect(&sample, "wrong: participant 0 is in 2 meetings in slot 2\n");
    sample.problem->parallel[0] = 2;
    expect(&sample, "");
    set(&sample, 3, 4, 0, 1);
    expect(&sample, "wrong: participant 0 has 2 gaps\n");
    sample.problem->session[3] = sample.problem->session[4] = 1;
    expect(&sample, "");
    sample.problem->max_meetings[0] = 2;
    expect(&sample, "wrong: participant 0 has 3 meetings\n");
    make_sample(&sample);
    set(&sample, 1, 1, 1, 0);
    set(&sample, 3, 2, 0, 1);
    expect(&sample, "wrong: participant 0 is busy in 3 slots in a row\n");
    sample.problem->session[2] = sample.problem->session[3] = 1;
    expect(&sample, "");
}

static void test_interpreters(void)
{
    struct sample sample;
    make_sample(&sample);
    set(&sample, 3, 3, 0, 0);
    expect(&sample, "wrong: interpreter 0 is busy in 2 slots in a row\n");
    sample.problem->session[3] = sample.problem->session[4] = 1;
    expect(&sample, "");
    sample.problem->interpreter_max_meetings[0] = 1;
    expect(&sample, "wrong: interpreter 0 has 2 meetings\n");
}

static void test_levels(void)
{
    struct sample sample;
    make_sample(&sample);
    sample.solution.level[0].value = 4;
    expect_as_it_is(&sample, "wrong: served is given as 4 and is 3\n");
    make_sample(&sample);
    struct solver_level_result *served = &sample.solution.level[0];
    struct solver_level_result *comfort = &sample.solution.level[1];
    served->has_bound = comfort->has_bound = true;
    served->bound = 3;
    comfort->bound = 5;
    expect(&sample, "");
    served->bound = 4;
    comfort->bound = 4;
    expect(&sample, "");
    served->bound = 2;
    expect(&sample, "wrong: served is 3, beyond its bound 2\n");
    served->bound = 3;
    comfort->bound = 6;
    expect(&sample, "wrong: comfort is 5, beyond its bound 6\n");
}

static void test_values(void)
{
    struct sample sample;
    make_sample(&sample);
    const struct problem *problem = sample.problem;
    const struct solution *solution = &sample.solution;
    sample.problem->min_meetings[0] = 3;
    sample.problem->min_meetings[5] = 2;
    sample.problem->min_meetings[4] = 1;
    small_problem_past(sample.problem, 0, 0, 0, 0);
    small_problem_past(sample.problem, 1, 3, 0, 0);
    small_problem_past(sample.problem, 2, 0, 2, -1);
    small_problem_past(sample.problem, 3, 0, 2, -1);
    CHECK_INT(solution_value(problem, solution, SOLVER_GUARANTEE), 3);
    CHECK_INT(solution_value(problem, solution, SOLVER_SERVED), 3);
    CHECK_INT(solution_value(problem, solution, SOLVER_BALANCE), 5500);
    CHECK_INT(solution_value(problem, solution, SOLVER_STABILITY), 111);
    CHECK_INT(solution_value(problem, solution, SOLVER_COMFORT), 5);
    CHECK_INT(solution_value(problem, solution, SOLVER_BURDEN), 3);
    CHECK_INT(solution_value(problem, solution, SOLVER_COMPACTNESS), 1);
    CHECK_INT(solution_value(problem, solution, SOLVER_ROOMS), 1);
}

int main(void)
{
    arena_init(&arena);
    test_good();
    test_meetings();
    test_names();
    test_people();
    test_interpreters();
    test_levels();
    test_values();
    arena_finish(&arena);
    return check_report();
}
