/* Names obey every rule, are worth what they are said to be, and are well chosen
 * where that can be seen by hand. */

#include "solver/naming.h"

#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/check_solution.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

struct named {
    struct solution solution;
    int64_t changes, stability;
};

/* Hands out names for an assignment of slots, asking the poll; false if it breaks
 * rules. */
static bool name_hurried(struct arena *arena, const struct problem *problem,
                         const int *slot, const int *cap, struct naming_poll poll,
                         struct named *named)
{
    struct pool *pool = arena_new(arena, N_POOLS, struct pool);
    struct state state;
    struct incumbent incumbent;
    const int *caps[N_POOLS] = {NULL, cap};
    int n = problem->n_meetings;
    pool_init_rooms(arena, problem, &pool[0]);
    pool_init_interpreters(arena, problem, &pool[1]);
    state_init(arena, problem, &pool[0], &pool[1], &state);
    if (!state_load(&state, slot, caps)) {
        return false;
    }
    incumbent_init(arena, &state, &incumbent);
    incumbent_offer(&incumbent, &state);
    int *room = arena_new(arena, n, int), *interpreter = arena_new(arena, n, int);
    naming_assign(*arena, &state, &incumbent, poll, room, interpreter);
    *named = (struct named){
        .solution = {.slot = incumbent.slot,
                     .room = room,
                     .interpreter = interpreter},
        .changes = naming_room_changes(*arena, problem, incumbent.slot, room),
        .stability = naming_stability(problem, incumbent.slot, room, interpreter),
    };
    return true;
}

static bool name(struct arena *arena, const struct problem *problem,
                 const int *slot, const int *cap, struct named *named)
{
    return name_hurried(arena, problem, slot, cap, (struct naming_poll){0}, named);
}

/* True from the count-th question on. */
static bool count_down(void *count)
{
    return --*(int *)count < 0;
}

static bool judge(struct arena arena, uint64_t seed, struct naming_poll poll)
{
    struct problem problem = *random_problem(&arena, seed);
    struct brute_force_answer best;
    struct named named;
    if (!brute_force_solve(&arena, &problem, NULL, 0, &best) ||
        !name_hurried(&arena, &problem, best.slot, NULL, poll, &named)) {
        return false;
    }
    problem.n_levels = 0;
    bool good = CHECK_INT(check_solution(stdout, &problem, &named.solution), 0);
    good &= CHECK_INT(named.changes,
                      solution_value(&problem, &named.solution, SOLVER_ROOMS));
    good &= CHECK_INT(named.stability,
                      solution_value(&problem, &named.solution, SOLVER_STABILITY));
    if (!good) {
        printf("seed %llu\n", (unsigned long long)seed);
    }
    return true;
}

static void test_random(void)
{
    int n_judged = 0;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct arena arena;
        arena_init(&arena);
        n_judged += judge(arena, seed, (struct naming_poll){0});
        int patience = (int)(seed % 8); /* in a hurry all is right as well */
        judge(arena, seed, (struct naming_poll){count_down, &patience});
        arena_finish(&arena);
    }
    CHECK(n_judged > 150);
}

/* "0/1 2/-": room and interpreter of each meeting. */
static void expect(struct arena arena, const struct problem *problem,
                   const int *slot, const char *expected)
{
    struct named named;
    const char *text = "";
    if (!CHECK(name(&arena, problem, slot, NULL, &named))) {
        return;
    }
    for (int m = 0; m < problem->n_meetings; m++) {
        int room = named.solution.room[m], who = named.solution.interpreter[m];
        text = arena_printf(&arena, "%s%s%c/%c", text, m > 0 ? " " : "",
                            room < 0 ? '-' : '0' + room, who < 0 ? '-' : '0' + who);
    }
    CHECK_TEXT(text, expected);
}

/* Participant 0 stays in one room; 3, who comes later, takes the other one. */
static void test_stay(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 3, "01 02 34 03");
    const int slot[] = {0, 1, 1, 2};
    small_problem_rooms(&arena, problem, 2);
    expect(arena, problem, slot, "0/- 0/- 1/- 0/-");
    /* Looking back, meeting 1 would go where meeting 0 was; what is behind decides
     * that meeting 0 goes elsewhere in the first place. */
    small_problem_fit_room(&arena, problem, 1, 2);
    expect(arena, problem, slot, "1/- 1/- 0/- 0/-");
    small_problem_fit_room(&arena, problem, 0, 0); /* needs none */
    expect(arena, problem, slot, "-/- 1/- 0/- 0/-");
}

static void test_keep_rooms(struct arena arena)
{
    static const enum solver_level first[] = {SOLVER_STABILITY, SOLVER_ROOMS};
    static const enum solver_level last[] = {SOLVER_ROOMS, SOLVER_STABILITY};
    struct problem *problem = small_problem(&arena, 2, "01 02 34");
    const int slot[] = {0, 1, 1};
    small_problem_rooms(&arena, problem, 3);
    small_problem_past(problem, 0, 0, 2, -1);
    small_problem_past(problem, 1, 1, 1, -1);
    small_problem_past(problem, 2, 0, 1, -1); /* was in another slot */
    problem->n_levels = 2;
    problem->level = first;
    expect(arena, problem, slot, "2/- 1/- 0/-");
    problem->level = last; /* participant 0 had better not move */
    expect(arena, problem, slot, "2/- 2/- 0/-");
}

/* Dealt in turn, meetings 1 and 2 would change. */
static void test_keep_interpreters(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 3, "01 23 45 67");
    const int slot[] = {-1, 0, 1, 2};
    small_problem_interpreters(&arena, problem, 2);
    expect(arena, problem, slot, "-/- -/0 -/1 -/0");
    small_problem_past(problem, 1, 0, -1, 1);
    small_problem_past(problem, 2, 1, -1, 0);
    small_problem_past(problem, 3, 1, -1, 0); /* was in another slot */
    expect(arena, problem, slot, "-/- -/1 -/0 -/1");
    problem->interpreter_max_consecutive[0] = 1;
    problem->interpreter_max_consecutive[1] = 1;
    expect(arena, problem, slot, "-/- -/1 -/0 -/1");
    /* Whom they had is too much for one: dealing does as well. */
    small_problem_past(problem, 2, 1, -1, 1);
    expect(arena, problem, slot, "-/- -/0 -/1 -/0");
    problem->interpreter_max_consecutive[0] = PROBLEM_NO_LIMIT;
    problem->interpreter_max_consecutive[1] = PROBLEM_NO_LIMIT;
    expect(arena, problem, slot, "-/- -/1 -/1 -/0");
}

/* Keeping interpreter 0 in slot 0 would leave nobody for slot 1, where only 0 can:
 * each may work once. */
static void test_no_way_to_keep(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 23");
    const int slot[] = {0, 1};
    small_problem_interpreters(&arena, problem, 2);
    small_problem_fit_interpreter(&arena, problem, 1, 1);
    problem->interpreter_max_meetings[0] = 1;
    problem->interpreter_max_meetings[1] = 1;
    small_problem_past(problem, 0, 0, -1, 0);
    const int cap[] = {0, 1, 1, 0}; /* interpreter 1 first, then 0 */
    struct named named;
    CHECK(name(&arena, problem, slot, cap, &named));
    CHECK_INT(named.solution.interpreter[0], 1);
    CHECK_INT(named.solution.interpreter[1], 0);
    CHECK_INT(named.stability, STABILITY_ROOM);
}

static void test_values(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 3, "01 02 03 04");
    const int slot[] = {0, 1, 2, -1};
    const int room[] = {0, 1, 0, -1}, none[] = {-1, -1, -1, -1};
    CHECK_INT(naming_room_changes(arena, problem, slot, room), 2);
    problem->session[1] = problem->session[2] = 1;
    CHECK_INT(naming_room_changes(arena, problem, slot, room), 1);
    problem->parallel[0] = 2;
    CHECK_INT(naming_room_changes(arena, problem, slot, room), 0);
    CHECK_INT(naming_stability(problem, slot, room, none), 0);
    small_problem_past(problem, 0, 0, 0, -1);
    small_problem_past(problem, 1, 1, 0, -1);
    small_problem_past(problem, 2, 1, 0, -1);
    small_problem_past(problem, 3, 1, 0, -1);
    CHECK_INT(naming_stability(problem, slot, room, none), 0 + 1 + 10 + 100);
    problem->previous_can_be_same[0] = false;
    CHECK_INT(naming_stability(problem, slot, room, none), 1 + 1 + 10 + 100);
    problem->had_previous = NULL;
    CHECK_INT(naming_stability(problem, slot, room, none), 0);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_random();
    test_stay(arena);
    test_keep_rooms(arena);
    test_keep_interpreters(arena);
    test_no_way_to_keep(arena);
    test_values(arena);
    arena_finish(&arena);
    return check_report();
}
