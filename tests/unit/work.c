#include "solver/work.h"

#include "solver/integer_bound.h"
#include "tests/support/check.h"
#include "tests/support/small_problem.h"

/* One slot: 0 and 1 meet, worth 6, or 0 with 2 and 1 with 3, worth 5 and more
 * evenly. */
static const int worth[] = {0, -1, -1}, even[] = {-1, 0, 0};

static const enum solver_level levels[] = {SOLVER_SERVED, SOLVER_BALANCE};

static struct problem *make_problem(struct arena *arena)
{
    struct problem *problem = small_problem(arena, 1, "01 02 13");
    problem->value[0] = 6;
    problem->value[1] = 2;
    problem->value[2] = 3;
    problem->level = levels;
    problem->n_levels = 2;
    return problem;
}

static void begin(struct arena *arena, const struct solver_options *options,
                  struct work *work)
{
    work_init(work, make_problem(arena), options);
    work_take_slots(work, even, NULL);
    CHECK_INT(work->incumbent.value[SOLVER_SERVED], 5);
    CHECK_INT(work->incumbent.value[SOLVER_BALANCE], 4000);
}

/* What is better on SERVED is taken, until BALANCE is held: bounds behind it count
 * on its value. */
static void test_held(struct arena arena)
{
    const struct solver_options options = {.seed = 1, .threads = 1};
    struct work work;
    begin(&arena, &options, &work);
    work_take_slots(&work, worth, NULL);
    CHECK_INT(work.incumbent.value[SOLVER_SERVED], 6);
    work_finish(&work);
    begin(&arena, &options, &work);
    integer_bound_hold(&work, 1);
    work_take_slots(&work, worth, NULL);
    CHECK_INT(work.incumbent.value[SOLVER_SERVED], 6);
    work_finish(&work);
    begin(&arena, &options, &work);
    integer_bound_hold(&work, 2);
    work_take_slots(&work, worth, NULL);
    CHECK_INT(work.incumbent.value[SOLVER_SERVED], 5);
    CHECK_INT(work.incumbent.value[SOLVER_BALANCE], 4000);
    CHECK_INT(work.incumbent.slot[0], -1);
    work_finish(&work);
}

/* What a level's value closes is closed to what keeps that value: it is held. */
static void test_narrowing_holds(struct arena arena)
{
    const struct solver_options options = {.seed = 1, .threads = 1};
    struct work work;
    begin(&arena, &options, &work);
    CHECK(integer_bound_relax(&work, 1) && work.dual);
    integer_bound_narrow(&work, 1);
    CHECK_INT(work.n_held, 2);
    CHECK_INT(work.held[SOLVER_BALANCE], 4000);
    work_take_slots(&work, worth, NULL);
    CHECK_INT(work.incumbent.value[SOLVER_SERVED], 5);
    work_finish(&work);
}

static void test_bounds(struct arena arena)
{
    const struct solver_options options = {.seed = 1, .threads = 1};
    struct work work;
    begin(&arena, &options, &work);
    work_take_bound(&work, 0, 9);
    work_take_bound(&work, 0, 10); /* says less */
    CHECK_INT(work.level[0].bound, 9);
    CHECK(!work_is_proven(&work, 0));
    work_take_bound(&work, 0, 5);
    CHECK(work_is_proven(&work, 0) && work_is_done(&work, 0));
    CHECK(!work_is_before_served(&work, 0) && !work_is_before_served(&work, 1));
    work_finish(&work);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_held(arena);
    test_narrowing_holds(arena);
    test_bounds(arena);
    arena_finish(&arena);
    return check_report();
}
