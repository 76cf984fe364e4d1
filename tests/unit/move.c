/* Moves keep the rules and can be taken back; what they do by hand. */

#include "solver/move.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/check_solution.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 150, MOVES = 200 };

static void start(struct arena *arena, const struct problem *problem,
                  struct state *state, struct mover *mover)
{
    struct pool *pool = arena_new(arena, N_POOLS, struct pool);
    pool_init_rooms(arena, problem, &pool[0]);
    pool_init_interpreters(arena, problem, &pool[1]);
    state_init(arena, problem, &pool[0], &pool[1], state);
    mover_init(arena, state, 1, mover);
}

/* Values that slots alone decide, against the judge of solutions. */
static bool are_values_right(struct arena scratch, const struct state *state)
{
    static const enum solver_level level[] = {SOLVER_GUARANTEE, SOLVER_SERVED,
                                              SOLVER_BALANCE,   SOLVER_COMFORT,
                                              SOLVER_BURDEN,    SOLVER_COMPACTNESS};
    const struct problem *problem = state->problem;
    int *nobody = arena_new(&scratch, problem->n_meetings, int);
    struct solution solution = {
        .slot = state->slot, .room = nobody, .interpreter = nobody};
    bool right = true;
    for (size_t k = 0; k < sizeof level / sizeof *level; k++) {
        right &= CHECK_INT(state->value[level[k]],
                           solution_value(problem, &solution, level[k]));
    }
    return right;
}

static void judge(uint64_t seed, enum solver_level focus, int *n_made)
{
    struct arena arena, scratch;
    struct state state;
    struct mover mover;
    arena_init(&arena);
    arena_init(&scratch);
    const struct problem *problem = random_problem(&arena, seed);
    int n = problem->n_meetings;
    int *before = arena_new(&arena, n, int);
    start(&arena, problem, &state, &mover);
    for (int k = 0; k < MOVES; k++) {
        memcpy(before, state.slot, (size_t)n * sizeof *before);
        bool made = move_random(&mover, focus);
        *n_made += made;
        if (!made || k % 3 == 0) {
            state_undo(&state, 0);
            CHECK(memcmp(before, state.slot, (size_t)n * sizeof *before) == 0);
        }
        state_settle(&state);
        if (k % 20 == 0 && !are_values_right(scratch, &state)) {
            printf("seed %llu, move %d\n", (unsigned long long)seed, k);
        }
    }
    arena_finish(&scratch);
    arena_finish(&arena);
}

/* 0 and 1 change places: a chain through participants 0 and 2. */
static void test_chain(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 02 23");
    const int slot[] = {0, 1, 0};
    struct state state;
    struct mover mover;
    start(&arena, problem, &state, &mover);
    CHECK(state_load(&state, slot, NULL));
    CHECK(move_to(&mover, 0, 1, 12));
    CHECK_INT(state.slot[0], 1);
    CHECK_INT(state.slot[1], 0);
    CHECK_INT(state.slot[2], 1);
    state_undo(&state, 0);
    CHECK_INT(state.slot[0], 0);
    /* One meeting may move along: the third goes out. */
    CHECK(move_to(&mover, 0, 1, 1));
    CHECK_INT(state.slot[0], 1);
    CHECK_INT(state.slot[1], -1);
    state_undo(&state, 0);
    CHECK(!move_to(&mover, 0, 1, 0)); /* none: it cannot be put there */
    state_undo(&state, 0);
    CHECK_INT(state.slot[1], 1);
}

/* An unscheduled meeting goes in by force, and what it ejects goes where it fits. */
static void test_eject(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 3, "01 02");
    const int slot[] = {0, -1};
    struct state state;
    struct mover mover;
    small_problem_domain(problem, 0, 5);
    start(&arena, problem, &state, &mover);
    CHECK(state_load(&state, slot, NULL));
    CHECK(move_to(&mover, 1, 0, 12));
    CHECK_INT(state.slot[1], 0);
    CHECK_INT(state.slot[0], 2);
    struct problem *full = small_problem(&arena, 1, "01 23");
    const int first[] = {0, -1};
    small_problem_rooms(&arena, full, 1);
    start(&arena, full, &state, &mover);
    CHECK(state_load(&state, first, NULL));
    CHECK(move_to(&mover, 1, 0, 12));
    CHECK_INT(state.slot[1], 0); /* the only room was taken from meeting 0 */
    CHECK_INT(state.slot[0], -1);
}

/* Who costs least goes, and nothing is made that loses more than it may. */
static void test_insert(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 02 03");
    const int slot[] = {0, 1, -1};
    struct state state;
    struct mover mover;
    problem->value[0] = 9;
    problem->value[1] = 5;
    problem->value[2] = 3;
    start(&arena, problem, &state, &mover);
    CHECK(state_load(&state, slot, NULL));
    mover.most_loss = 1;
    CHECK(!move_insert(&mover));
    CHECK_INT(state.n_log, 0);
    for (int k = 0; k < 20; k++) {
        mover.most_loss = 2 + k;
        CHECK(move_insert(&mover));
        CHECK_INT(state.slot[0], 0);
        CHECK_INT(state.slot[1], -1);
        CHECK_INT(state.slot[2], 1);
        state_undo(&state, 0);
    }
    mover.most_loss = 0;
    problem->min_meetings[3] = 1; /* a promise: the loss does not matter */
    CHECK(move_insert(&mover));
}

/* A limit on somebody's meetings, an only room and a must stand in the way. */
static void test_insert_limits(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 02 34");
    const int slot[] = {0, -1, 1};
    struct state state;
    struct mover mover;
    small_problem_rooms(&arena, problem, 1);
    problem->max_meetings[0] = 1;
    problem->must[2] = true;
    problem->value[0] = 2;
    problem->value[1] = 3;
    start(&arena, problem, &state, &mover);
    CHECK(state_load(&state, slot, NULL));
    mover.most_loss = 0;
    for (int k = 0; k < 20; k++) { /* slot 1 would cost a must as well */
        CHECK(move_insert(&mover));
        CHECK_INT(state.slot[0], -1);
        CHECK_INT(state.slot[1], 0);
        CHECK_INT(state.slot[2], 1);
        state_undo(&state, 0);
    }
    problem->value[1] = 1;
    CHECK(!move_insert(&mover));
    problem->must[1] = true;
    CHECK(move_insert(&mover));
}

/* Nothing waits, or what waits may nowhere. */
static void test_insert_nothing(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01 23");
    struct state state;
    struct mover mover;
    small_problem_domain(problem, 1, 0);
    start(&arena, problem, &state, &mover);
    state_place(&state, 0, 0);
    CHECK(!move_insert(&mover));
    problem = small_problem(&arena, 1, "01");
    start(&arena, problem, &state, &mover);
    CHECK(move_insert(&mover));
    CHECK(!move_insert(&mover));
}

/* However many moves there are, the log does not grow. */
static void test_memory(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 6,
                                            "01 12 02 34 45 35 03 14 25 "
                                            "05 13 24");
    struct state state;
    struct mover mover;
    start(&arena, problem, &state, &mover);
    int capacity = 0;
    const char *at = NULL;
    for (int k = 0; k < 40 * 1000; k++) {
        move_random(&mover, SOLVER_COMPACTNESS);
        state_settle(&state);
        if (k == 20 * 1000) {
            capacity = state.log_capacity;
            at = arena.at;
        }
    }
    CHECK_INT(state.log_capacity, capacity);
    CHECK(arena.at == at);
    CHECK(capacity <= 256);
}

int main(void)
{
    struct arena arena;
    int n_made = 0;
    arena_init(&arena);
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        judge(seed, seed % 2 ? SOLVER_SERVED : SOLVER_COMPACTNESS, &n_made);
    }
    CHECK(n_made > SEEDS * MOVES / 20);
    test_chain(arena);
    test_eject(arena);
    test_insert(arena);
    test_insert_limits(arena);
    test_insert_nothing(arena);
    test_memory(arena);
    arena_finish(&arena);
    return check_report();
}
