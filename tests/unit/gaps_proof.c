#include "solver/gaps_proof.h"

#include <string.h>

#include "solver/gaps_sat.h"
#include "tests/support/check.h"
#include "tests/support/small_problem.h"

static bool can_ask(struct arena arena, const struct problem *problem)
{
    struct propagation known;
    bool *held = arena_new(&arena, problem->n_meetings, bool);
    memset(held, true, (size_t)problem->n_meetings * sizeof *held);
    return propagate(&arena, problem, held, true, &known) &&
           gaps_sat_can_ask(arena, problem, &known);
}

/* What clauses do not say is not asked. */
static void test_not_expressible(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 4, "01 02 03");
    CHECK(can_ask(arena, problem));
    problem->parallel[3] = 2;
    CHECK(!can_ask(arena, problem));
    problem->parallel[3] = 1;
    small_problem_interpreters(&arena, problem, 2);
    CHECK(can_ask(arena, problem));
    problem->interpreter_max_meetings[1] = 2;
    CHECK(!can_ask(arena, problem));
    for (int m = 0; m < 3; m++) {
        small_problem_fit_interpreter(&arena, problem, m, 0); /* nobody needs one */
    }
    CHECK(can_ask(arena, problem));
}

/* Nine sets of two rooms each, every one touching the next. */
static void test_crossing_rooms(struct arena arena)
{
    struct problem *problem =
        small_problem(&arena, 9, "01 02 03 04 05 06 07 08 09");
    small_problem_rooms(&arena, problem, 10);
    for (int m = 0; m < 9; m++) {
        small_problem_fit_room(&arena, problem, m, (uint64_t)3 << m);
    }
    CHECK(!can_ask(arena, problem));
    small_problem_fit_room(&arena, problem, 8, 3);
    CHECK(can_ask(arena, problem)); /* eight can be gone through */
    for (int m = 0; m < 9; m++) {
        small_problem_fit_room(&arena, problem, m, ((uint64_t)2 << m) - 1);
    }
    CHECK(can_ask(arena, problem)); /* nested */
}

static bool stop(void *context)
{
    (void)context;
    return true;
}

/* Participant 0 is busy in slots 0 and 2, as 1 is in 1 and 3 for want of rooms. */
static void test_stopped(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 4, "02 03 14 15");
    struct gaps_proof proof;
    const bool held[] = {true, true, true, true};
    const int slot[] = {0, 2, 1, 3};
    struct gaps_proof_task task = {.problem = problem,
                                   .held = held,
                                   .slot = slot,
                                   .attempts = GAPS_PROOF_ATTEMPTS,
                                   .conflicts = GAPS_PROOF_CONFLICTS,
                                   .poll = stop};
    small_problem_rooms(&arena, problem, 1);
    gaps_prove(&arena, &task, &proof);
    CHECK(!proof.is_refuted && proof.has_bound);
    CHECK_INT(proof.bound, 0);
    CHECK_INT(proof.gaps, 2);
    CHECK(memcmp(proof.slot, slot, sizeof slot) == 0);
    task.poll = NULL;
    gaps_prove(&arena, &task, &proof);
    CHECK_INT(proof.gaps, 0);
    for (int m = 0; m < 4; m++) {
        small_problem_domain(problem, m, (uint64_t)1 << slot[m]);
    }
    task.slot = NULL;
    gaps_prove(&arena, &task, &proof);
    CHECK_INT(proof.bound, 2);
    CHECK_INT(proof.gaps, 2);
}

/* A triangle in two slots: each has room for its two meetings, all three do
 * not, which takes clauses to see. */
static void test_refuted_by_clauses(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 3, "01 12 02");
    struct gaps_proof proof;
    const bool held[] = {true, true, true};
    struct gaps_proof_task task = {.problem = problem,
                                   .held = held,
                                   .attempts = GAPS_PROOF_ATTEMPTS,
                                   .conflicts = GAPS_PROOF_CONFLICTS};
    for (int m = 0; m < 3; m++) {
        small_problem_domain(problem, m, 3);
    }
    gaps_prove(&arena, &task, &proof);
    CHECK(proof.is_refuted && !proof.slot);
    CHECK_INT(proof.contradiction.kind, CLASH_NONE);
    problem->must[0] = true;
    small_problem_domain(problem, 0, 0);
    gaps_prove(&arena, &task, &proof);
    CHECK(proof.is_refuted);
    CHECK_INT(proof.contradiction.kind, CLASH_NO_SLOT);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_not_expressible(arena);
    test_crossing_rooms(arena);
    test_stopped(arena);
    test_refuted_by_clauses(arena);
    arena_finish(&arena);
    return check_report();
}
