/* The search before another level never makes an assignment worse in the order of
 * the levels, obeys all rules, does the same with two threads, and now and then
 * gains. */

#include "solver/search.h"

#include <string.h>

#include "solver/construct.h"
#include "solver/integer_bound.h"
#include "tests/support/check.h"
#include "tests/support/random_problem.h"

enum { SEEDS = 6 };

static const enum solver_level levels[] = {SOLVER_SERVED, SOLVER_BALANCE,
                                           SOLVER_BURDEN};
enum { N_LEVELS = sizeof levels / sizeof *levels };

/* Everything but the search in question, briefly. */
static bool prepare(struct work *work, const struct problem *problem,
                    const struct solver_options *options)
{
    work_init(work, problem, options);
    construct(work->arena, &work->state);
    incumbent_offer(&work->incumbent, &work->state);
    for (int k = 0; k < N_LEVELS && work->incumbent.broken == 0; k++) {
        integer_bound_hold(work, k);
        search_level(work, k);
    }
    return work->incumbent.broken == 0;
}

static bool are_same(const struct problem *problem, const struct incumbent *a,
                     const struct incumbent *b)
{
    size_t bytes = (size_t)problem->n_meetings * sizeof(int);
    return memcmp(a->slot, b->slot, bytes) == 0 &&
           memcmp(a->value, b->value, sizeof a->value) == 0;
}

static bool check_seed(struct arena arena, uint64_t seed)
{
    struct problem problem = *random_problem_medium(&arena, seed);
    struct solver_options one = {.seed = seed, .threads = 1};
    struct solver_options two = {.seed = seed, .threads = 2};
    struct work a, b;
    problem.level = levels;
    problem.n_levels = N_LEVELS;
    bool gained = false;
    if (prepare(&a, &problem, &one)) {
        int64_t before[SOLVER_N_LEVELS];
        memcpy(before, a.incumbent.value, sizeof before);
        gained = search_exchanged(&a, N_LEVELS - 1);
        int order = compare_values(&problem, N_LEVELS, a.incumbent.broken,
                                   a.incumbent.value, 0, before);
        CHECK_INT(order, gained ? -1 : 0);
        CHECK_INT(a.incumbent.broken, 0);
        incumbent_restore(&a.incumbent, &a.state);
        CHECK_INT(a.state.broken, 0);
        CHECK(memcmp(a.state.value, a.incumbent.value, sizeof before) == 0);
        CHECK(prepare(&b, &problem, &two));
        CHECK(search_exchanged(&b, N_LEVELS - 1) == gained);
        CHECK(are_same(&problem, &a.incumbent, &b.incumbent));
        work_finish(&b);
    }
    work_finish(&a);
    return gained;
}

int main(void)
{
    int n_gained = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        arena_init(&arena);
        n_gained += check_seed(arena, seed);
        arena_finish(&arena);
    }
    CHECK(n_gained > 0);
    return check_report();
}
