/* Annealing improves and never spoils, does the same with any number of threads,
 * stops when told to, and finds the best of small problems nearly always. */

#include "solver/anneal.h"

#include <string.h>

#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 120 };

struct search {
    struct arena arena;
    struct pool pool[N_POOLS];
    struct state state;
    struct incumbent incumbent;
    atomic_bool stop;
    struct anneal_task task;
};

static void start(struct arena arena, const struct problem *problem, int threads,
                  struct search *search)
{
    search->arena = arena;
    pool_init_rooms(&search->arena, problem, &search->pool[0]);
    pool_init_interpreters(&search->arena, problem, &search->pool[1]);
    state_init(&search->arena, problem, &search->pool[0], &search->pool[1],
               &search->state);
    incumbent_init(&search->arena, &search->state, &search->incumbent);
    atomic_init(&search->stop, false);
    search->task = (struct anneal_task){
        .problem = problem,
        .rooms = &search->pool[0],
        .interpreters = &search->pool[1],
        .focus = problem->n_levels - 1,
        .heat = anneal_heat_of(SOLVER_SERVED),
        .n_moves = 6000,
        .n_runs = 3,
        .n_rounds = 1,
        .threads = threads,
        .seed = 7,
        .stop = &search->stop,
    };
}

static bool are_same(const struct problem *problem, const struct incumbent *a,
                     const struct incumbent *b)
{
    return memcmp(a->slot, b->slot, (size_t)problem->n_meetings * sizeof(int)) ==
               0 &&
           memcmp(a->value, b->value, sizeof a->value) == 0 &&
           a->broken == b->broken;
}

/* Returns whether the best was found on all levels that have no names. */
static bool judge(struct arena arena, uint64_t seed)
{
    struct problem problem = *random_problem(&arena, seed);
    struct search *one = arena_new(&arena, 2, struct search), *two = one + 1;
    struct brute_force_answer best;
    int n_levels = 0;
    while (n_levels < problem.n_levels && problem.level[n_levels] != SOLVER_ROOMS &&
           problem.level[n_levels] != SOLVER_STABILITY) {
        n_levels++;
    }
    problem.n_levels = n_levels;
    bool possible = brute_force_solve(&arena, &problem, NULL, 0, &best);
    start(arena, &problem, 1, one);
    one->task.n_rounds = 1 + (int)(seed % 4);
    anneal(one->arena, &one->task, &one->incumbent);
    start(one->arena, &problem, 2, two);
    two->task.n_rounds = one->task.n_rounds;
    anneal(two->arena, &two->task, &two->incumbent);
    CHECK(are_same(&problem, &one->incumbent, &two->incumbent));
    if (n_levels == 0) {
        return true;
    }
    incumbent_restore(&one->incumbent, &one->state);
    CHECK_INT(one->state.broken, one->incumbent.broken);
    CHECK(memcmp(one->state.value, one->incumbent.value, sizeof one->state.value) ==
          0);
    CHECK(possible || one->incumbent.broken > 0);
    struct incumbent before = one->incumbent;
    one->task.seed++;
    anneal(one->arena, &one->task, &one->incumbent);
    CHECK(compare_values(&problem, n_levels, one->incumbent.broken,
                         one->incumbent.value, before.broken, before.value) <= 0);
    bool found = possible && one->incumbent.broken == 0;
    for (int k = 0; k < n_levels && found; k++) {
        found = one->incumbent.value[problem.level[k]] == best.value[k];
    }
    return found || !possible;
}

static void test_random(void)
{
    int n_found = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        arena_init(&arena);
        n_found += judge(arena, seed);
        arena_finish(&arena);
    }
    CHECK(n_found >= SEEDS * 95 / 100);
}

static bool count_and_stop(void *context)
{
    return ++*(int *)context >= 2;
}

static void test_stop(struct arena arena)
{
    static const enum solver_level level[] = {SOLVER_SERVED};
    struct problem *problem =
        small_problem(&arena, 4, "01 12 02 34 45 35 03 14 25");
    struct search *search = arena_new(&arena, 1, struct search);
    int n_polls = 0;
    problem->level = level;
    problem->n_levels = 1;
    start(arena, problem, 1, search);
    search->task.n_moves = INT64_MAX / 2;
    search->task.poll = count_and_stop;
    search->task.context = &n_polls;
    anneal(search->arena, &search->task, &search->incumbent);
    /* Once more for each of the runs behind. */
    CHECK_INT(n_polls, 2 + search->task.n_runs - 1);
    CHECK(atomic_load(&search->stop));
    CHECK(search->incumbent.value[SOLVER_SERVED] > 0);
}

/* Runs end where the focus cannot get better, however many moves they have. */
static void test_target(struct arena arena)
{
    static const enum solver_level level[] = {SOLVER_SERVED};
    struct problem *problem = small_problem(&arena, 2, "01 12 02 34");
    struct search *search = arena_new(&arena, 1, struct search);
    problem->level = level;
    problem->n_levels = 1;
    start(arena, problem, 2, search);
    search->task.n_moves = INT64_MAX / 2;
    search->task.has_target = true;
    search->task.target = 3;
    anneal(search->arena, &search->task, &search->incumbent);
    CHECK_INT(search->incumbent.value[SOLVER_SERVED], 3);
}

static void test_nothing(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01");
    struct search *search = arena_new(&arena, 1, struct search);
    start(arena, problem, 1, search);
    anneal(search->arena, &search->task, &search->incumbent); /* no levels */
    CHECK_INT(search->incumbent.slot[0], -1);
    CHECK_INT(search->incumbent.broken, INT64_MAX);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_random();
    test_stop(arena);
    test_target(arena);
    test_nothing(arena);
    arena_finish(&arena);
    return check_report();
}
