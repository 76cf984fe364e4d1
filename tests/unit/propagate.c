#include "solver/propagate.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/small_problem.h"

static bool *all(struct arena *arena, const struct problem *problem)
{
    bool *held = arena_new(arena, problem->n_meetings, bool);
    memset(held, true, (size_t)problem->n_meetings * sizeof *held);
    return held;
}

static bool propagate_all(struct arena *arena, const struct problem *problem,
                          struct propagation *result)
{
    return propagate(arena, problem, all(arena, problem), true, result);
}

static void check_clash(const struct propagation *known, enum clash kind, int p,
                        int needed, int limit)
{
    const struct contradiction *clash = &known->contradiction;
    CHECK_INT(clash->kind, kind);
    CHECK_INT(clash->p, p);
    CHECK_INT(clash->needed, needed);
    CHECK_INT(clash->limit, limit);
}

/* Meetings 0 and 1 fill participant 0's slots 0 and 1; meeting 2 gets slot 2, and
 * meeting 3 of its other participant what is left. */
static void test_slots_taken(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 4, "01 02 03 34");
    struct propagation known;
    small_problem_domain(problem, 0, 3);
    small_problem_domain(problem, 1, 3);
    small_problem_domain(problem, 2, 7);
    small_problem_domain(problem, 3, 12);
    CHECK(propagate_all(&arena, problem, &known));
    CHECK_INT(known.domain[0], 3);
    CHECK_INT(known.domain[2], 4);
    CHECK_INT(known.domain[3], 8);
    CHECK_INT(known.sum_gaps, 0);
    small_problem_domain(problem, 2, 3);
    CHECK(!propagate_all(&arena, problem, &known));
    check_clash(&known, CLASH_SLOTS, 0, 3, 2);
    CHECK_INT(known.contradiction.n_meetings, 3);
    CHECK_INT(known.contradiction.n_slots, 2);
    CHECK_INT(known.contradiction.slot[0], 0);
    CHECK_INT(known.contradiction.slot[1], 1);
    problem->parallel[0] = 2; /* two at a time */
    CHECK(propagate_all(&arena, problem, &known));
    CHECK_INT(known.domain[2], 3);
}

static void test_windows(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 3, "01 23 45");
    struct propagation known;
    small_problem_after(problem, 1, 0);
    small_problem_after(problem, 2, 1);
    CHECK(propagate_all(&arena, problem, &known));
    CHECK_INT(known.domain[0], 1);
    CHECK_INT(known.domain[1], 2);
    CHECK_INT(known.domain[2], 4);
    small_problem_domain(problem, 2, 3);
    CHECK(!propagate_all(&arena, problem, &known));
    CHECK_INT(known.contradiction.kind, CLASH_NO_SLOT);
}

/* Meeting 1 alone asks for meeting 0. */
static void test_predecessor(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 23");
    struct propagation known;
    bool held[] = {false, true};
    small_problem_after(problem, 1, 0);
    CHECK(!propagate(&arena, problem, held, true, &known));
    check_clash(&known, CLASH_PREDECESSOR, -1, 1, 0);
    CHECK_INT(known.contradiction.meeting[0], 1);
    CHECK_INT(known.contradiction.meeting[1], 0);
    CHECK(propagate(&arena, problem, held, false, &known));
    CHECK(known.held[0] && !held[0]);
    CHECK_INT(known.domain[0], 1);
    small_problem_domain(problem, 0, 2);
    CHECK(!propagate(&arena, problem, held, false, &known));
}

static void test_limits(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 4, "01 02 03");
    struct propagation known;
    problem->max_meetings[0] = 2;
    CHECK(!propagate_all(&arena, problem, &known));
    check_clash(&known, CLASH_MAX_MEETINGS, 0, 3, 2);
    CHECK_INT(known.contradiction.n_meetings, 3);
    problem->max_meetings[0] = PROBLEM_NO_LIMIT;
    problem->max_consecutive[0] = 2;
    CHECK(propagate_all(&arena, problem, &known));
    CHECK_INT(known.least_gaps[0], 1);
    CHECK_INT(known.sum_gaps, 1);
    problem->max_gaps[0] = 0;
    CHECK(!propagate_all(&arena, problem, &known));
    check_clash(&known, CLASH_GAPS, 0, 1, 0);
    problem->session[3] = 1; /* begins anew: no gap */
    CHECK(propagate_all(&arena, problem, &known));
    CHECK_INT(known.sum_gaps, 0);
    problem->max_gaps[0] = PROBLEM_NO_LIMIT;
    for (int m = 0; m < 3; m++) {
        small_problem_domain(problem, m, 7);
    }
    CHECK(!propagate_all(&arena, problem, &known));
    check_clash(&known, CLASH_RUN, 0, 3, 2);
}

/* Two meetings can only be in slot 0, with two rooms: the third goes elsewhere. */
static void test_places(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 23 45");
    struct propagation known;
    small_problem_rooms(&arena, problem, 2);
    small_problem_domain(problem, 0, 1);
    small_problem_domain(problem, 1, 1);
    CHECK(propagate_all(&arena, problem, &known));
    CHECK_INT(known.domain[2], 2);
    small_problem_domain(problem, 2, 1);
    CHECK(!propagate_all(&arena, problem, &known));
    check_clash(&known, CLASH_ROOMS, -1, 3, 2);
    CHECK_INT(known.contradiction.n_meetings, 3);
    CHECK_INT(known.contradiction.slot[0], 0);
    small_problem_fit_room(&arena, problem, 2, 0);
    CHECK(propagate_all(&arena, problem, &known));
    small_problem_interpreters(&arena, problem, 1);
    CHECK(!propagate_all(&arena, problem, &known));
    check_clash(&known, CLASH_INTERPRETERS, -1, 3, 1);
    small_problem_fit_interpreter(&arena, problem, 0, 0);
    small_problem_fit_interpreter(&arena, problem, 2, 0);
    CHECK(propagate_all(&arena, problem, &known));
}

/* Busy in slots 0, 2 and 4 of one session. */
static void test_least_gaps(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 5, "01 02 03");
    struct propagation known;
    for (int m = 0; m < 3; m++) {
        small_problem_domain(problem, m, (uint64_t)1 << 2 * m);
    }
    CHECK(propagate_all(&arena, problem, &known));
    CHECK_INT(known.least_gaps[0], 2);
    CHECK_INT(known.least_gaps[1], 0);
    CHECK_INT(known.sum_gaps, 2);
    problem->parallel[0] = 2; /* no statement */
    CHECK(propagate_all(&arena, problem, &known));
    CHECK_INT(known.sum_gaps, 0);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_slots_taken(arena);
    test_windows(arena);
    test_predecessor(arena);
    test_limits(arena);
    test_places(arena);
    test_least_gaps(arena);
    arena_finish(&arena);
    return check_report();
}
