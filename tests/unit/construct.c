#include "solver/construct.h"

#include "tests/support/check.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

/* The state, its log included, grows in arena. */
static void start(struct arena *arena, const struct problem *problem,
                  struct state *state)
{
    struct pool *pool = arena_new(arena, N_POOLS, struct pool);
    pool_init_rooms(arena, problem, &pool[0]);
    pool_init_interpreters(arena, problem, &pool[1]);
    state_init(arena, problem, &pool[0], &pool[1], state);
}

static void expect(struct arena arena, const struct problem *problem,
                   const char *expected)
{
    struct state state;
    struct arena own;
    const char *text = "";
    arena_init(&own);
    start(&own, problem, &state);
    construct(arena, &state);
    for (int m = 0; m < problem->n_meetings; m++) {
        text =
            arena_printf(&arena, "%s%s%d", text, m > 0 ? " " : "", state.slot[m]);
    }
    CHECK_TEXT(text, expected);
    CHECK_INT(state_mark(&state), 0);
    arena_finish(&own);
}

static void test_order(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01 02 03");
    expect(arena, problem, "0 -1 -1"); /* alike: the first one */
    problem->value[1] = 2;
    expect(arena, problem, "-1 0 -1"); /* the more valuable */
    problem->must[2] = true;
    expect(arena, problem, "-1 -1 0"); /* what must be */
    problem = small_problem(&arena, 2, "01 02");
    small_problem_domain(problem, 1, 1);
    expect(arena, problem, "1 0"); /* the less flexible */
}

static void test_gaps(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 4, "01 02");
    small_problem_domain(problem, 0, 1);
    small_problem_domain(problem, 1, 12);
    problem->session[2] = problem->session[3] = 1;
    expect(arena, problem, "0 2"); /* another session: no gap */
    problem->session[2] = problem->session[3] = 0;
    small_problem_domain(problem, 1, 14);
    expect(arena, problem, "0 1");
    small_problem_domain(problem, 0, 8);
    small_problem_domain(problem, 1, 7);
    expect(arena, problem, "3 2");
}

/* What comes after another waits for the second round. */
static void test_after(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 23");
    problem->value[0] = 9;
    small_problem_after(problem, 0, 1);
    expect(arena, problem, "1 0");
}

/* Nothing is left out that would fit beside the rest. */
static void judge(struct arena arena, uint64_t seed)
{
    const struct problem *problem = random_problem(&arena, seed);
    struct state state;
    struct arena own;
    arena_init(&own);
    start(&own, problem, &state);
    construct(arena, &state);
    bool ordered = problem->after.start[problem->n_meetings] > 0;
    for (int m = 0; m < problem->n_meetings && !ordered; m++) {
        for (int s = 0; s < problem->n_slots && state.slot[m] < 0; s++) {
            CHECK(!problem_allows(problem, m, s) || !state_place(&state, m, s));
        }
    }
    arena_finish(&own);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_order(arena);
    test_gaps(arena);
    test_after(arena);
    for (uint64_t seed = 1; seed <= 200; seed++) {
        judge(arena, seed);
    }
    arena_finish(&arena);
    return check_report();
}
