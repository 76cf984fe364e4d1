#include "solver/core.h"

#include "tests/support/check.h"
#include "tests/support/small_problem.h"

static bool never(void *context)
{
    (void)context;
    return false;
}

static bool always(void *context)
{
    (void)context;
    return true;
}

static void expect(struct arena arena, const struct problem *problem,
                   bool (*poll)(void *context), const char *expected)
{
    struct pool rooms, interpreters;
    struct solution solution = {0};
    const char *text = "";
    pool_init_rooms(&arena, problem, &rooms);
    pool_init_interpreters(&arena, problem, &interpreters);
    core_find(&arena, problem, &rooms, &interpreters, poll, NULL, &solution);
    for (int k = 0; k < solution.n_core; k++) {
        text = arena_printf(&arena, "%s%s%d", text, k > 0 ? " " : "",
                            solution.core[k]);
    }
    CHECK_TEXT(text, expected);
}

/* By propagation alone; "" where it sees nothing. */
static void expect_at_sight(struct arena arena, const struct problem *problem,
                            const char *expected)
{
    struct solution solution = {0};
    const char *text = "";
    bool is_seen = core_find_at_sight(&arena, problem, &solution);
    CHECK_INT(is_seen, expected[0] != '\0');
    for (int k = 0; k < solution.n_core; k++) {
        text = arena_printf(&arena, "%s%s%d", text, k > 0 ? " " : "",
                            solution.core[k]);
    }
    CHECK_TEXT(text, expected);
}

static struct problem *all_must(struct arena *arena, int n_slots,
                                const char *meetings)
{
    struct problem *problem = small_problem(arena, n_slots, meetings);
    for (int m = 0; m < problem->n_meetings; m++) {
        problem->must[m] = true;
    }
    return problem;
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    /* Participant 0 has two slots for three; 4 and 5 have nothing to do with it. */
    struct problem *problem = all_must(&arena, 2, "45 01 02 03");
    expect(arena, problem, never, "1 2 3");
    expect(arena, problem, always, "0 1 2 3"); /* cut short: too large, still one */
    expect_at_sight(arena, problem, "1 2 3");
    problem->must[2] = false;
    problem->must[0] = false;
    problem->max_meetings[0] = 1;
    expect(arena, problem, never, "1 3");
    /* One cannot be held at all. */
    problem = all_must(&arena, 2, "01 23 45");
    small_problem_domain(problem, 1, 0);
    expect(arena, problem, never, "1");
    /* Rooms: any three in one slot of two rooms. */
    problem = all_must(&arena, 1, "01 23 45 67");
    small_problem_rooms(&arena, problem, 2);
    expect(arena, problem, never, "1 2 3");
    /* An order against the slots; a cycle. */
    problem = all_must(&arena, 2, "01 23 45");
    small_problem_domain(problem, 0, 1);
    small_problem_after(problem, 0, 2);
    expect(arena, problem, never, "0");
    problem = all_must(&arena, 3, "01 23 45");
    small_problem_after(problem, 1, 2);
    small_problem_after(problem, 2, 1);
    expect(arena, problem, never, "2");
    /* Triangles: each any two of them, which the relaxation alone does not see. */
    problem = all_must(&arena, 2, "01 12 02");
    expect(arena, problem, never, "0 1 2");
    expect_at_sight(arena, problem, "");
    arena_finish(&arena);
    return check_report();
}
