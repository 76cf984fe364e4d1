/* The search state: every change keeps the rules, and the values are what the judge
 * of solutions says, after any number of changes and of undoing them. */

#include "solver/state.h"

#include <string.h>

#include "scheduler/base/rng.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/check_solution.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 200, STEPS = 150 };

static void start(struct arena *arena, const struct problem *problem,
                  struct state *state)
{
    struct pool *pool = arena_new(arena, N_POOLS, struct pool);
    pool_init_rooms(arena, problem, &pool[POOL_ROOMS]);
    pool_init_interpreters(arena, problem, &pool[POOL_INTERPRETERS]);
    state_init(arena, problem, &pool[POOL_ROOMS], &pool[POOL_INTERPRETERS], state);
}

static bool is_busy(const struct problem *problem, const int *slot, int p, int s)
{
    const struct lists *people = &problem->participants;
    for (int m = 0; m < problem->n_meetings; m++) {
        for (int e = people->start[m]; e < people->start[m + 1]; e++) {
            if (slot[m] == s && people->item[e] == p) {
                return true;
            }
        }
    }
    return false;
}

/* Missing musts and gaps too many. */
static int64_t count_broken(const struct problem *problem, const int *slot)
{
    int64_t broken = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        broken += problem->must[m] && slot[m] < 0;
    }
    for (int p = 0; p < problem->n_participants; p++) {
        int last = -1, gaps = 0, limit = problem->max_gaps[p];
        for (int s = 0; s < problem->n_slots; s++) {
            if (is_busy(problem, slot, p, s)) {
                gaps += last >= 0 && s - last > 1 &&
                        problem->session[last] == problem->session[s];
                last = s;
            }
        }
        broken += limit != PROBLEM_NO_LIMIT && gaps > limit ? gaps - limit : 0;
    }
    return broken;
}

/* The rules but those that are counted in `broken`. */
static bool rules_allow(struct arena arena, const struct state *state)
{
    struct problem problem = *state->problem;
    struct brute_force_answer answer;
    int n = problem.n_meetings, words = problem.slot_words;
    problem.domain = arena_new(&arena, n * words, uint64_t);
    problem.must = arena_new(&arena, n, bool);
    problem.max_gaps = arena_new(&arena, problem.n_participants, int);
    memset(problem.max_gaps, -1, (size_t)problem.n_participants * sizeof(int));
    for (int m = 0; m < n; m++) {
        problem.must[m] = state->slot[m] >= 0;
        if (state->slot[m] >= 0) {
            bits_add(problem.domain + m * words, state->slot[m]);
        }
    }
    return brute_force_solve(&arena, &problem, NULL, 0, &answer);
}

/* Everything that can be worked out from the slots alone. */
static void judge(struct arena arena, uint64_t seed, const struct state *state)
{
    const struct problem *problem = state->problem;
    int *name = arena_new(&arena, problem->n_meetings, int);
    struct solution solution = {
        .slot = state->slot, .room = name, .interpreter = name};
    bool good = CHECK_INT(state->broken, count_broken(problem, state->slot));
    for (int k = 0; k < SOLVER_N_LEVELS; k++) {
        enum solver_level level = (enum solver_level)k;
        if (level != SOLVER_STABILITY && level != SOLVER_ROOMS) {
            good &= CHECK_INT(state->value[level],
                              solution_value(problem, &solution, level));
        }
    }
    if (!good) {
        printf("seed %llu\n", (unsigned long long)seed);
    }
}

/* One random change; what is in the way is not moved. */
static void step(struct rng *rng, struct state *state)
{
    const struct problem *problem = state->problem;
    int m = (int)rng_below(rng, (uint32_t)problem->n_meetings);
    int s = (int)rng_below(rng, (uint32_t)problem->n_slots);
    if (state->slot[m] >= 0) {
        state_remove(state, m);
    } else if (problem_allows(problem, m, s)) {
        int mark = state_mark(state);
        if (!state_place(state, m, s)) {
            CHECK(state->slot[m] < 0 && state_mark(state) == mark);
            CHECK(state->obstacle != OBSTACLE_NONE);
        }
    }
}

static bool has_idle(const struct state *state, int which, int m, int s)
{
    const struct pool *pool = state->pool[which];
    int n_taken = 0;
    for (int c = 0; c < pool->n_classes; c++) {
        n_taken += state->load[which][state_cell(state, c, s)];
    }
    return pool->set_of[state_cell(state, m, s)] < 0 || n_taken < pool->n_members;
}

/* By definition; m itself is not counted, nor what it takes in other slots. */
static bool is_open(const struct state *state, int m, int s)
{
    const struct problem *problem = state->problem;
    const struct lists *people = &problem->participants;
    bool open = problem_allows(problem, m, s);
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        int p = people->item[e], limit = problem->max_meetings[p];
        int total = state->total[p] - (state->slot[m] >= 0);
        open &= state->busy[state_cell(state, p, s)] < problem->parallel[p] &&
                (limit == PROBLEM_NO_LIMIT || total < limit);
    }
    return open && has_idle(state, POOL_ROOMS, m, s) &&
           has_idle(state, POOL_INTERPRETERS, m, s);
}

static bool is_listed(const struct state *state, int m)
{
    for (int k = 0; k < state->n_waiting; k++) {
        if (state->waiting[k] == m) {
            return true;
        }
    }
    return false;
}

/* Nothing can be placed where it is not open, nor for want of a class that is free. */
static void judge_place(struct state *state, int m, int s, bool open)
{
    static const enum obstacle none[N_POOLS] = {OBSTACLE_ROOM,
                                                OBSTACLE_INTERPRETER};
    int mark = state_mark(state);
    bool has_free[N_POOLS];
    for (int which = 0; which < N_POOLS; which++) {
        has_free[which] =
            state->pool[which]->set_of[state_cell(state, m, s)] >= 0 &&
            state_has_free(state, which, m, s);
    }
    if (state_place(state, m, s)) {
        CHECK(open);
        state_undo(state, mark);
        return;
    }
    for (int which = 0; which < N_POOLS; which++) {
        CHECK(state->obstacle != none[which] || !has_free[which]);
    }
}

/* The sets of slots and the list of waiting meetings. */
static void judge_sets(struct state *state)
{
    const struct problem *problem = state->problem;
    for (int m = 0; m < problem->n_meetings; m++) {
        CHECK(is_listed(state, m) == (state->slot[m] < 0));
        for (int s = 0; s < problem->n_slots; s++) {
            bool open = state_open_slots(state, m, s / 64) >> (s % 64) & 1;
            CHECK(open == is_open(state, m, s));
            if (state->slot[m] < 0 && problem_allows(problem, m, s)) {
                judge_place(state, m, s, open);
            }
        }
    }
    CHECK_INT(state->n_waiting + state->n_scheduled, problem->n_meetings);
}

static void test_walk(void)
{
    int n_places = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        struct rng rng;
        struct state state;
        arena_init(&arena);
        rng_init(&rng, seed);
        start(&arena, random_problem(&arena, seed), &state);
        for (int k = 0; k < STEPS; k++) {
            step(&rng, &state);
            if (k % 10 == 0) {
                judge(arena, seed, &state);
                CHECK(rules_allow(arena, &state));
                judge_sets(&state);
            }
            if (rng_below(&rng, 8) == 0) {
                state_settle(&state);
            } else if (rng_below(&rng, 8) == 0) {
                state_undo(&state, (int)rng_below(&rng, 3));
            }
            n_places += state.n_scheduled;
        }
        arena_finish(&arena);
    }
    CHECK(n_places > SEEDS * STEPS);
}

/* Undoing gives back all there was, classes included. */
static void test_undo(void)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        struct rng rng;
        struct state state;
        arena_init(&arena);
        rng_init(&rng, seed);
        const struct problem *problem = random_problem(&arena, seed);
        size_t size = (size_t)problem->n_meetings * sizeof(int);
        start(&arena, problem, &state);
        for (int k = 0; k < STEPS / 3; k++) {
            step(&rng, &state);
        }
        state_settle(&state);
        struct state before = state;
        before.slot = arena_new(&arena, problem->n_meetings, int);
        memcpy(before.slot, state.slot, size);
        for (int which = 0; which < N_POOLS; which++) {
            before.taken[which] = arena_new(&arena, problem->n_meetings, int);
            memcpy(before.taken[which], state.taken[which], size);
        }
        for (int k = 0; k < STEPS / 3; k++) {
            step(&rng, &state);
        }
        state_undo(&state, 0);
        CHECK(memcmp(before.slot, state.slot, size) == 0);
        CHECK(memcmp(before.taken[0], state.taken[0], size) == 0);
        CHECK(memcmp(before.taken[1], state.taken[1], size) == 0);
        CHECK(memcmp(before.value, state.value, sizeof state.value) == 0);
        CHECK_INT(state.broken, before.broken);
        CHECK_INT(state.n_scheduled, before.n_scheduled);
        arena_finish(&arena);
    }
}

static void test_obstacles(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 4, "01 02 34 56 78");
    struct state state;
    problem->max_meetings[3] = 0;
    problem->max_consecutive[0] = 1;
    small_problem_rooms(&arena, problem, 2);
    small_problem_fit_room(&arena, problem, 3, 1);
    small_problem_fit_room(&arena, problem, 4, 0);
    small_problem_interpreters(&arena, problem, 1);
    for (int m = 0; m < 3; m++) {
        small_problem_fit_interpreter(&arena, problem, m, 0);
    }
    small_problem_after(problem, 4, 3);
    start(&arena, problem, &state);
    CHECK(!state_place(&state, 4, 1) && state.obstacle == OBSTACLE_AFTER);
    CHECK(!state_place(&state, 2, 1) && state.obstacle == OBSTACLE_MAX_MEETINGS &&
          state.obstacle_p == 3);
    CHECK(state_place(&state, 0, 1));
    CHECK(!state_place(&state, 1, 1) && state.obstacle == OBSTACLE_BUSY &&
          state.obstacle_p == 0);
    CHECK(!state_place(&state, 1, 2) && state.obstacle == OBSTACLE_RUN &&
          state.obstacle_p == 0);
    /* Meeting 0 has room 0 and leaves it to meeting 3, which fits nowhere else. */
    CHECK(state_place(&state, 3, 1));
    CHECK(state_place(&state, 4, 2));
    state_remove(&state, 3);
    CHECK_INT(state.slot[4], -1); /* went with it */
    CHECK(state_place(&state, 3, 2));
    CHECK(!state_place(&state, 4, 2) && state.obstacle == OBSTACLE_AFTER);
    CHECK(state_place(&state, 4, 3));
    state_remove(&state, 0);
    CHECK(state_place(&state, 1, 0));
    CHECK(state_place(&state, 0, 2)); /* slot 1 is free between them */
}

static void test_scarce(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 3, "01 23 45");
    struct state state;
    small_problem_rooms(&arena, problem, 2);
    small_problem_interpreters(&arena, problem, 1);
    small_problem_fit_interpreter(&arena, problem, 2, 0);
    problem->interpreter_max_meetings[0] = 1;
    start(&arena, problem, &state);
    CHECK(state_place(&state, 0, 0));
    CHECK(!state_place(&state, 1, 0) && state.obstacle == OBSTACLE_INTERPRETER);
    CHECK(!state_place(&state, 1, 2) && state.obstacle == OBSTACLE_INTERPRETER);
    CHECK(state_place(&state, 2, 0));
    CHECK(!state_has_free(&state, POOL_INTERPRETERS, 1, 2));
    CHECK(!state_has_free(&state, POOL_ROOMS, 1, 0));
    CHECK(state_has_free(&state, POOL_ROOMS, 1, 2));
    state_remove(&state, 0);
    CHECK(state_has_free(&state, POOL_INTERPRETERS, 1, 2));
    CHECK(state_place(&state, 1, 0));
    CHECK_INT(state.n_scheduled, 2);
    small_problem_fit_interpreter(&arena, problem, 0, 0);
    CHECK(!state_place(&state, 0, 0) && state.obstacle == OBSTACLE_ROOM);
}

/* Large numbers of everything. */
static void test_large(struct arena arena)
{
    enum { N = 300 };
    struct problem *problem = small_problem(&arena, 2, "01 02");
    struct state state;
    int *cost = problem->cost;
    cost[0] = cost[1] = cost[2] = INT32_MAX;
    problem->value[0] = problem->value[1] = (int64_t)1 << 48;
    start(&arena, problem, &state);
    CHECK(state_place(&state, 0, 0));
    CHECK(state_place(&state, 1, 1));
    CHECK_INT(state.value[SOLVER_SERVED], (int64_t)1 << 49);
    CHECK_INT(state.value[SOLVER_COMFORT], 3 * (int64_t)INT32_MAX);
    CHECK_INT(state.value[SOLVER_BURDEN], 2 * (int64_t)INT32_MAX);
    state_remove(&state, 0);
    CHECK_INT(state.value[SOLVER_BURDEN], INT32_MAX);
    char *text = arena_new(&arena, 3 * N, char);
    for (int m = 0; m < N; m++) {
        memcpy(text + 3 * m, "01 ", 3);
    }
    text[3 * N - 1] = '\0';
    problem = small_problem(&arena, 1, text);
    problem->parallel[0] = problem->parallel[1] = N - 1;
    start(&arena, problem, &state);
    for (int m = 0; m < N; m++) {
        CHECK(state_place(&state, m, 0) == (m < N - 1));
    }
    CHECK_INT(state.value[SOLVER_COMPACTNESS], 0);
}

static void test_load(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 02 34");
    struct state state;
    const int good[] = {0, 1, 1}, bad[] = {0, 0, 1}, none[] = {-1, -1, -1};
    start(&arena, problem, &state);
    CHECK(state_load(&state, good, NULL));
    CHECK(memcmp(state.slot, good, sizeof good) == 0);
    CHECK_INT(state_mark(&state), 0);
    CHECK(!state_load(&state, bad, NULL));
    CHECK_INT(state.n_scheduled, 2);
    CHECK(state_load(&state, none, NULL));
    CHECK_INT(state.n_scheduled, 0);
}

static void test_compare(void)
{
    static const enum solver_level level[] = {SOLVER_SERVED, SOLVER_COMFORT};
    const struct problem problem = {.level = level, .n_levels = 2};
    int64_t a[SOLVER_N_LEVELS] = {0}, b[SOLVER_N_LEVELS] = {0};
    CHECK_INT(compare_values(&problem, 2, 0, a, 0, b), 0);
    CHECK_INT(compare_values(&problem, 2, 1, a, 0, b), 1);
    a[SOLVER_COMFORT] = 1; /* less is better, and the level comes last */
    CHECK_INT(compare_values(&problem, 2, 0, a, 0, b), 1);
    CHECK_INT(compare_values(&problem, 1, 0, a, 0, b), 0);
    a[SOLVER_SERVED] = 1; /* more is better */
    CHECK_INT(compare_values(&problem, 2, 0, a, 0, b), -1);
    CHECK_INT(compare_values(&problem, 2, 1, a, 0, b), 1);
    b[SOLVER_ROOMS] = 7; /* nobody asks */
    CHECK_INT(compare_values(&problem, 2, 0, b, 0, a), 1);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_walk();
    test_undo();
    test_obstacles(arena);
    test_scarce(arena);
    test_large(arena);
    test_load(arena);
    test_compare();
    arena_finish(&arena);
    return check_report();
}
