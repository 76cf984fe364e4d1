/* The solver on problems that are too large for exhaustive search, in any order of
 * levels. Runs with several seeds are each other's judges: whatever one reaches, no
 * bound of another cuts off; what one holds, none calls impossible. Each obeys all
 * rules, is worth what it says, and is the same with any number of threads.
 *
 *     property_medium              the usual seeds
 *     property_medium SEED         this one, printed
 *     property_medium FIRST COUNT  COUNT seeds from FIRST on */

#include <stdio.h>
#include <string.h>

#include "solver/solver.h"
#include "tests/support/check.h"
#include "tests/support/check_solution.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/seeds.h"

enum { USUAL_SEEDS = 24, RUNS = 3 };

/* So often the solver may ask whether to stop, mostly some hundred times a second:
 * some problems would take minutes. Bounds hold whenever it stops. */
enum { PATIENCE = 150 };

struct attempt {
    enum solve_status status;
    struct solution solution;
};

struct totals {
    int n_seeds, n_possible, n_repeated, n_open;
    int n_levels, n_compared, n_behind; /* pairs, those in which one was better */
};

static bool lose_patience(void *n_asked)
{
    return ++*(int *)n_asked > PATIENCE;
}

static void solve(struct arena *arena, const struct problem *problem, uint64_t seed,
                  int threads, struct attempt *attempt)
{
    int n_asked = 0;
    struct solver_options options = {.seed = seed,
                                     .threads = threads,
                                     .should_stop = lose_patience,
                                     .context = &n_asked};
    attempt->status = solver_solve(arena, problem, &options, &attempt->solution);
    if (attempt->status == SOLVE_DONE) {
        CHECK_INT(check_solution(stdout, problem, &attempt->solution), 0);
    }
}

/* Whether value is better than limit. */
static bool is_beyond(enum solver_level level, int64_t value, int64_t limit)
{
    return solver_level_is_maximised(level) ? value > limit : value < limit;
}

/* As far as both are equal, and on the level behind, the bounds of one hold for the
 * other. */
static void compare(const struct problem *problem, const struct attempt *one,
                    const struct attempt *other, struct totals *totals)
{
    for (int k = 0; k < problem->n_levels; k++) {
        const struct solver_level_result *result = &one->solution.level[k];
        int64_t value = other->solution.level[k].value;
        totals->n_compared++;
        if (result->has_bound) {
            CHECK(!is_beyond(problem->level[k], value, result->bound));
        }
        if (value != result->value) {
            totals->n_behind++;
            return;
        }
    }
}

static bool are_same(const struct problem *problem, const struct attempt *a,
                     const struct attempt *b)
{
    size_t size = (size_t)problem->n_meetings * sizeof(int);
    const struct solution *x = &a->solution, *y = &b->solution;
    if (a->status != b->status || a->status != SOLVE_DONE) {
        return a->status == b->status;
    }
    for (int k = 0; k < problem->n_levels; k++) {
        if (x->level[k].value != y->level[k].value ||
            x->level[k].has_bound != y->level[k].has_bound ||
            (x->level[k].has_bound && x->level[k].bound != y->level[k].bound)) {
            return false;
        }
    }
    return memcmp(x->slot, y->slot, size) == 0 &&
           memcmp(x->room, y->room, size) == 0 &&
           memcmp(x->interpreter, y->interpreter, size) == 0;
}

static void run(uint64_t seed, bool print, struct totals *totals)
{
    struct arena arena;
    struct attempt attempt[RUNS], again;
    int n_failed = check_n_failed;
    arena_init(&arena);
    const struct problem *problem = random_problem_medium(&arena, seed);
    for (int i = 0; i < RUNS; i++) {
        solve(&arena, problem, seed + (uint64_t)i, 1, &attempt[i]);
    }
    for (int i = 0; i < RUNS; i++) {
        for (int j = 0; j < RUNS; j++) {
            bool both =
                attempt[i].status == SOLVE_DONE && attempt[j].status == SOLVE_DONE;
            CHECK(attempt[i].status != SOLVE_INFEASIBLE ||
                  attempt[j].status != SOLVE_DONE);
            if (both && i != j) {
                compare(problem, &attempt[i], &attempt[j], totals);
            }
        }
    }
    solve(&arena, problem, seed, 2 + (int)(seed % 7), &again);
    if (!attempt[0].solution.interrupted && !again.solution.interrupted) {
        CHECK(are_same(problem, &attempt[0], &again));
        totals->n_repeated++;
    }
    totals->n_seeds++;
    totals->n_possible += attempt[0].status == SOLVE_DONE;
    for (int k = 0; attempt[0].status == SOLVE_DONE && k < problem->n_levels; k++) {
        const struct solver_level_result *result = &attempt[0].solution.level[k];
        totals->n_levels++;
        totals->n_open += !result->has_bound || result->bound != result->value;
    }
    if (print || check_n_failed > n_failed) {
        printf("--- seed %llu\n", (unsigned long long)seed);
        problem_print(stdout, problem);
    }
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    struct seeds seeds = seeds_of(argc, argv, USUAL_SEEDS);
    struct totals totals = {0};
    for (int i = 0; i < seeds.count; i++) {
        run(seeds.first + (uint64_t)i, seeds.alone, &totals);
    }
    printf(
        "%d seeds: %d possible, %d to the end twice; of %d levels %d not proven; "
        "%d compared, %d times one was better\n",
        totals.n_seeds, totals.n_possible, totals.n_repeated, totals.n_levels,
        totals.n_open, totals.n_compared, totals.n_behind);
    if (seeds.usual) { /* the test is about something */
        CHECK(totals.n_possible > 5 && totals.n_open > 5 && totals.n_behind > 5);
        CHECK(totals.n_repeated > 5);
    }
    return check_report();
}
