#include "solver/incumbent.h"

#include <string.h>

#include "scheduler/base/rng.h"
#include "tests/support/check.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

static void start(struct arena *arena, const struct problem *problem,
                  struct state *state)
{
    struct pool *pool = arena_new(arena, N_POOLS, struct pool);
    pool_init_rooms(arena, problem, &pool[0]);
    pool_init_interpreters(arena, problem, &pool[1]);
    state_init(arena, problem, &pool[0], &pool[1], state);
}

static void test_offer(struct arena arena)
{
    static const enum solver_level level[] = {SOLVER_SERVED, SOLVER_COMFORT};
    struct problem *problem = small_problem(&arena, 2, "01 23");
    struct state state;
    struct incumbent incumbent, copy;
    problem->level = level;
    problem->n_levels = 2;
    problem->cost[0] = 1;
    problem->must[0] = true;
    start(&arena, problem, &state);
    incumbent_init(&arena, &state, &incumbent);
    incumbent_init(&arena, &state, &copy);
    CHECK(incumbent_offer(&incumbent, &state)); /* anything is better than none */
    CHECK(!incumbent_offer(&incumbent, &state));
    CHECK_INT(incumbent.broken, 1);
    state_place(&state, 0, 0);
    CHECK(incumbent_offer(&incumbent, &state));
    state_remove(&state, 0);
    state_place(&state, 1, 1);
    CHECK(!incumbent_offer(&incumbent, &state)); /* as many, but the must is out */
    CHECK_INT(incumbent.slot[0], 0);
    CHECK_INT(incumbent.slot[1], -1);
    state_place(&state, 0, 1);
    CHECK(incumbent_offer(&incumbent, &state));
    state_remove(&state, 1);
    CHECK(!incumbent_offer(&incumbent, &state));
    incumbent_copy(&state, &incumbent, &copy);
    CHECK(memcmp(copy.slot, incumbent.slot, 2 * sizeof(int)) == 0);
    CHECK_INT(copy.value[SOLVER_SERVED], 2);
    CHECK_INT(copy.broken, 0);
    incumbent_restore(&incumbent, &state);
    CHECK_INT(state.slot[0], 1);
    CHECK_INT(state.slot[1], 1);
}

/* Whatever a walk leads to can be restored from an incumbent, limits of interpreters
 * over several slots included. */
static void judge(struct arena scratch, uint64_t seed)
{
    struct arena arena; /* the states' logs grow in it */
    arena_init(&arena);
    const struct problem *problem = random_problem(&arena, seed);
    size_t size = (size_t)problem->n_meetings * sizeof(int);
    struct state state, other;
    struct rng rng;
    rng_init(&rng, seed);
    start(&arena, problem, &state);
    start(&arena, problem, &other);
    for (int k = 0; k < 60; k++) {
        int m = (int)rng_below(&rng, (uint32_t)problem->n_meetings);
        int s = (int)rng_below(&rng, (uint32_t)problem->n_slots);
        if (state.slot[m] >= 0) {
            state_remove(&state, m);
        } else if (problem_allows(problem, m, s)) {
            state_place(&state, m, s);
        }
        if (k % 6 == 0) {
            struct arena own = scratch;
            struct incumbent incumbent;
            incumbent_init(&own, &state, &incumbent);
            CHECK(incumbent_offer(&incumbent, &state));
            incumbent_restore(&incumbent, &other);
            CHECK(memcmp(other.slot, state.slot, size) == 0);
            CHECK(memcmp(other.value, state.value, sizeof state.value) == 0);
            CHECK_INT(other.broken, state.broken);
        }
    }
    arena_finish(&arena);
}

static bool are_same(const struct state *state, const struct incumbent *a,
                     const struct incumbent *b)
{
    size_t size = (size_t)state->problem->n_meetings * sizeof(int);
    bool same = memcmp(a->slot, b->slot, size) == 0 && a->broken == b->broken &&
                memcmp(a->value, b->value, sizeof a->value) == 0;
    for (int which = 0; which < N_POOLS; which++) {
        size_t cells =
            (size_t)state->pool[which]->n_classes * (size_t)state->problem->n_slots;
        same &= memcmp(a->taken[which], b->taken[which], size) == 0 &&
                (cells == 0 ||
                 memcmp(a->load[which], b->load[which], cells * sizeof(int)) == 0);
    }
    return same;
}

/* Following by changes gives what copying everything gives. */
static int follow(uint64_t seed)
{
    struct arena arena;
    arena_init(&arena);
    const struct problem *problem = random_problem(&arena, seed);
    struct state state;
    struct incumbent copied, followed;
    struct rng rng;
    int n_better = 0;
    rng_init(&rng, seed);
    start(&arena, problem, &state);
    incumbent_init(&arena, &state, &copied);
    incumbent_init(&arena, &state, &followed);
    CHECK(incumbent_offer(&copied, &state) && incumbent_offer(&followed, &state));
    for (int k = 0; k < 120; k++) {
        int m = (int)rng_below(&rng, (uint32_t)problem->n_meetings);
        int s = (int)rng_below(&rng, (uint32_t)problem->n_slots);
        if (state.slot[m] >= 0) {
            state_remove(&state, m);
        } else if (problem_allows(problem, m, s)) {
            state_place(&state, m, s);
        }
        if (rng_below(&rng, 4) == 0) {
            state_undo(&state, 0);
        } else if (rng_below(&rng, 2) == 0) {
            bool better = incumbent_offer(&copied, &state);
            CHECK(incumbent_follow(&followed, &state) == better);
            CHECK(are_same(&state, &copied, &followed));
            CHECK_INT(state.n_log, 0);
            n_better += better;
        }
    }
    arena_finish(&arena);
    return n_better;
}

static void test_follow(void)
{
    int n_better = 0;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        n_better += follow(seed);
    }
    CHECK(n_better > 300);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_offer(arena);
    test_follow();
    for (uint64_t seed = 1; seed <= 200; seed++) {
        judge(arena, seed);
    }
    arena_finish(&arena);
    return check_report();
}
