/* Answers about unscheduled meetings against exhaustive search of the problem in
 * which the limit is lifted indeed. */

#include "solver/probe.h"

#include <string.h>

#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 150 };

static const char *const answer_name[] = {"no", "yes", "unknown"};

struct totals {
    int n[3]; /* by answer */
};

static int *copy(struct arena *arena, const int *array, int n)
{
    int *fresh = arena_new(arena, n, int);
    if (n > 0) {
        memcpy(fresh, array, (size_t)n * sizeof *fresh);
    }
    return fresh;
}

/* What a slot costs the people of m. */
static int comfort_in(const struct problem *problem, int m, int s)
{
    int cost = 0;
    for (int k = problem->participants.start[m];
         k < problem->participants.start[m + 1]; k++) {
        cost += problem->cost[problem->participants.item[k] * problem->n_slots + s];
    }
    return cost;
}

/* Where comfort is on a level, a meeting that takes nobody's time may only be where
 * it would cost nobody any. */
static void keep_comfort(struct arena *arena, struct problem *problem, int m)
{
    bool matters = false;
    for (int k = 0; k < problem->n_levels; k++) {
        matters |= problem->level[k] == SOLVER_COMFORT ||
                   problem->level[k] == SOLVER_BURDEN;
    }
    int64_t n = (int64_t)problem->n_meetings * problem->slot_words;
    uint64_t *domain = arena_new(arena, n, uint64_t);
    memcpy(domain, problem->domain, (size_t)n * sizeof *domain);
    for (int s = 0; s < problem->n_slots && matters; s++) {
        if (comfort_in(problem, m, s) > 0) {
            bits_remove(domain + (int64_t)m * problem->slot_words, s);
        }
    }
    problem->domain = domain;
}

static void lift_participants(struct arena *arena, struct problem *problem, int m)
{
    struct lists old = problem->participants;
    int n = problem->n_meetings, e = 0;
    keep_comfort(arena, problem, m);
    problem->participants.start = arena_new(arena, n + 1, int);
    problem->participants.item = arena_new(arena, old.start[n], int);
    for (int o = 0; o < n; o++) {
        for (int k = old.start[o]; k < old.start[o + 1] && o != m; k++) {
            problem->participants.item[e++] = old.item[k];
        }
        problem->participants.start[o + 1] = e;
    }
}

/* Frees m of rooms or interpreters; false if it needs none in any of its slots. */
static bool lift_set(const struct problem *problem, int *set_of, int m)
{
    bool needed = false;
    for (int s = 0; s < problem->n_slots; s++) {
        int *set = &set_of[m * problem->n_slots + s];
        needed |= problem_allows(problem, m, s) && *set >= 0;
        *set = -1;
    }
    return needed;
}

/* The problem in which m, without the limit, must be held; false if that limit is
 * none of m's. */
static bool lift(struct arena *arena, struct problem *problem, int m, int limit)
{
    int n = problem->n_meetings, n_cells = n * problem->n_slots;
    bool *must = arena_new(arena, n, bool);
    memcpy(must, problem->must, (size_t)n * sizeof *must);
    must[m] = true;
    problem->must = must;
    problem->room_set = copy(arena, problem->room_set, n_cells);
    problem->interpreter_set = copy(arena, problem->interpreter_set, n_cells);
    if (limit == LIFT_PARTICIPANTS) {
        lift_participants(arena, problem, m);
        return true;
    }
    return lift_set(
        problem, limit == LIFT_ROOMS ? problem->room_set : problem->interpreter_set,
        m);
}

/* Whether the lifted problem has an assignment better than the solution. */
static bool is_possible(struct arena arena, const struct problem *original,
                        const struct solution *solution, int m, int limit)
{
    struct problem problem = *original;
    struct brute_force_answer best;
    for (int k = 0; k < original->n_levels; k++) {
        if (original->level[k] == SOLVER_SERVED) {
            problem.n_levels = k + 1;
            break;
        }
    }
    if (!lift(&arena, &problem, m, limit) ||
        !brute_force_solve(&arena, &problem, NULL, 0, &best)) {
        return false;
    }
    for (int k = 0; k < problem.n_levels; k++) {
        int64_t value = best.value[k], given = solution->level[k].value;
        if (value != given) {
            return (value > given) == solver_level_is_maximised(problem.level[k]);
        }
    }
    return false;
}

static void judge(struct arena arena, uint64_t seed, struct totals *totals)
{
    const struct problem *problem = random_problem(&arena, seed);
    struct solver_options options = {.seed = seed, .threads = 1};
    struct solution solution;
    if (solver_solve(&arena, problem, &options, &solution) != SOLVE_DONE) {
        return;
    }
    struct probe *probe = probe_create(problem, &solution, 1, NULL, NULL);
    for (int m = 0; m < problem->n_meetings; m++) {
        for (int limit = 0; limit < N_LIFTS && solution.slot[m] < 0; limit++) {
            enum probe_answer answer = probe_ask(probe, m, (enum lift)limit);
            bool possible = is_possible(arena, problem, &solution, m, limit);
            totals->n[answer]++;
            if (!CHECK(answer == PROBE_UNKNOWN ||
                       answer == (possible ? PROBE_YES : PROBE_NO))) {
                printf("seed %llu, meeting %d, limit %d: %s\n",
                       (unsigned long long)seed, m, limit, answer_name[answer]);
            }
        }
    }
    probe_destroy(probe);
}

static void test_random(void)
{
    struct totals totals = {{0}};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        arena_init(&arena);
        judge(arena, seed, &totals);
        arena_finish(&arena);
    }
    int n_all = totals.n[PROBE_NO] + totals.n[PROBE_YES] + totals.n[PROBE_UNKNOWN];
    CHECK(totals.n[PROBE_NO] > n_all / 5);
    CHECK(totals.n[PROBE_YES] > n_all / 10);
    CHECK(totals.n[PROBE_UNKNOWN] < n_all / 8); /* of what others come after */
}

struct trial {
    struct problem *problem;
    struct solution solution;
    struct probe *probe;
};

static const enum solver_level served[] = {SOLVER_SERVED};

static void start(struct arena *arena, struct problem *problem, struct trial *trial,
                  bool (*poll)(void *context))
{
    struct solver_options options = {.seed = 1, .threads = 1};
    problem->level = served;
    problem->n_levels = 1;
    trial->problem = problem;
    CHECK(solver_solve(arena, problem, &options, &trial->solution) == SOLVE_DONE);
    trial->probe = probe_create(problem, &trial->solution, 2, poll, NULL);
}

/* Participant 0 is full, one room, no interpreter: "no-yes-no" and the like. */
static void expect(struct trial *trial, int m, const char *expected)
{
    char text[40];
    CHECK_INT(trial->solution.slot[m], -1);
    snprintf(text, sizeof text, "%s-%s-%s",
             answer_name[probe_ask(trial->probe, m, LIFT_PARTICIPANTS)],
             answer_name[probe_ask(trial->probe, m, LIFT_ROOMS)],
             answer_name[probe_ask(trial->probe, m, LIFT_INTERPRETERS)]);
    CHECK_TEXT(text, expected);
}

static void test_limits(struct arena arena)
{
    struct trial trial;
    struct problem *problem = small_problem(&arena, 1, "01 02");
    problem->value[0] = 2;
    start(&arena, problem, &trial, NULL);
    expect(&trial, 1, "yes-no-no"); /* participant 0 is busy */
    CHECK(probe_fits(trial.probe, 1, LIFT_PARTICIPANTS, 0));
    CHECK(!probe_fits(trial.probe, 1, LIFT_ROOMS, 0));
    probe_destroy(trial.probe);

    problem = small_problem(&arena, 1, "01 23");
    problem->value[0] = 2;
    small_problem_rooms(&arena, problem, 1);
    start(&arena, problem, &trial, NULL);
    expect(&trial, 1, "no-yes-no");
    probe_destroy(trial.probe);

    small_problem_rooms(&arena, problem, 2);
    small_problem_interpreters(&arena, problem, 1);
    start(&arena, problem, &trial, NULL);
    expect(&trial, 1, "no-no-yes");
    probe_destroy(trial.probe);

    small_problem_rooms(&arena, problem, 1); /* two limits at a time */
    start(&arena, problem, &trial, NULL);
    expect(&trial, 1, "no-no-no");
    probe_destroy(trial.probe);
}

/* Meeting 2 fits only if others move: a chain. */
static void test_chain(struct arena arena)
{
    struct trial trial;
    struct problem *problem = small_problem(&arena, 2, "01 02 34");
    problem->value[0] = problem->value[1] = 2;
    small_problem_domain(problem, 2, 1);
    small_problem_rooms(&arena, problem, 2);
    small_problem_fit_room(&arena, problem, 0, 3);
    small_problem_fit_room(&arena, problem, 1, 1);
    small_problem_fit_room(&arena, problem, 2, 2);
    problem->max_meetings[3] = 0;
    start(&arena, problem, &trial, NULL);
    expect(&trial, 2, "yes-no-no");
    probe_destroy(trial.probe);
}

/* A place for the meeting that costs more on an earlier level is none. */
static void test_levels_before(struct arena arena)
{
    static const enum solver_level level[] = {SOLVER_COMFORT, SOLVER_SERVED};
    struct problem *problem = small_problem(&arena, 1, "01 02");
    struct solver_options options = {.seed = 1, .threads = 1};
    struct solution solution;
    problem->cost[1] = 1;
    problem->level = level;
    problem->n_levels = 2;
    small_problem_rooms(&arena, problem, 2);
    CHECK(solver_solve(&arena, problem, &options, &solution) == SOLVE_DONE);
    CHECK_INT(solution.slot[0], -1);
    CHECK_INT(solution.slot[1], 0);
    struct probe *probe = probe_create(problem, &solution, 1, NULL, NULL);
    CHECK(probe_ask(probe, 0, LIFT_ROOMS) == PROBE_NO);
    CHECK(probe_ask(probe, 0, LIFT_PARTICIPANTS) == PROBE_NO);
    probe_destroy(probe);
}

static bool always(void *context)
{
    (void)context;
    return true;
}

static void test_poll(struct arena arena)
{
    struct trial trial;
    struct problem *problem = small_problem(&arena, 1, "01 02");
    problem->value[0] = 2;
    small_problem_rooms(&arena, problem, 3);
    start(&arena, problem, &trial, always);
    expect(&trial, 1, "yes-unknown-no"); /* what needs no search is answered */
    probe_destroy(trial.probe);
    probe_destroy(NULL);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_random();
    test_limits(arena);
    test_chain(arena);
    test_levels_before(arena);
    test_poll(arena);
    arena_finish(&arena);
    return check_report();
}
