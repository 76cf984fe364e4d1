/* The solver against exhaustive search on small random problems: every solution
 * obeys the rules, is worth what it says, is never better than the best there
 * is, and no bound cuts that off. `guarantee` and `served`, where nothing else
 * comes before them, are proven. So is all that on programs as if they were too large
 * for the simplex method, but for the proofs.
 *
 *     property_solver              the usual seeds, and those once wrong
 *     property_solver SEED         this one, printed
 *     property_solver FIRST COUNT  COUNT seeds from FIRST on */

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/arena.h"
#include "solver/solver.h"
#include "tests/support/brute_force.h"
#include "tests/support/check_solution.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"

enum { USUAL_SEEDS = 300, REPEAT_EVERY = 4 };

/* Seeds beyond the usual ones that found a fault. */
static const uint64_t once_wrong[] = {1039, 2834, 3757};

struct trial {
    uint64_t seed;
    bool large; /* as if the program were */
    struct arena *arena;
    const struct problem *problem;
    struct solution solution;
    enum solve_status status;
    bool possible; /* by exhaustive search */
    struct brute_force_answer best;
    int n_wrong;
};

struct totals {
    int n_seeds, n_failed, n_infeasible;
    int n_levels[SOLVER_N_LEVELS], n_best[SOLVER_N_LEVELS],
        n_proven[SOLVER_N_LEVELS];
};

__attribute__((format(printf, 2, 3))) static void wrong(struct trial *trial,
                                                        const char *format, ...)
{
    va_list args;
    va_start(args, format);
    printf("seed %llu: ", (unsigned long long)trial->seed);
    vprintf(format, args);
    putchar('\n');
    va_end(args);
    trial->n_wrong++;
}

static enum solve_status solve(struct trial *trial, int threads,
                               struct solution *solution)
{
    struct solver_options options = {.seed = trial->seed,
                                     .threads = threads,
                                     .simplex_columns = trial->large ? 1 : 0};
    return solver_solve(trial->arena, trial->problem, &options, solution);
}

/* Positive if a is better than b. */
static int better(enum solver_level level, int64_t a, int64_t b)
{
    int order = (a > b) - (a < b);
    return solver_level_is_maximised(level) ? order : -order;
}

/* True if the solver has to prove level k. */
static bool must_be_proven(const struct problem *problem, int k)
{
    for (int i = 0; i <= k; i++) {
        if (problem->level[i] != SOLVER_GUARANTEE &&
            problem->level[i] != SOLVER_SERVED) {
            return false;
        }
    }
    return true;
}

/* best is the best that level k can be, given the solution's levels before. */
static void judge_level(struct trial *trial, struct totals *totals, int k,
                        int64_t best)
{
    enum solver_level level = trial->problem->level[k];
    const struct solver_level_result *result = &trial->solution.level[k];
    const char *name = solver_level_name(level);
    bool proven = result->has_bound && result->bound == result->value;
    if (better(level, result->value, best) > 0) {
        wrong(trial, "%s is %lld, and %lld is the best there is", name,
              (long long)result->value, (long long)best);
    }
    if (result->has_bound && better(level, best, result->bound) > 0) {
        wrong(trial, "%s has the bound %lld, and %lld can be reached", name,
              (long long)result->bound, (long long)best);
    }
    if (!proven && !trial->large && must_be_proven(trial->problem, k)) {
        wrong(trial, "%s is %lld (best %lld) and not proven", name,
              (long long)result->value, (long long)best);
    }
    totals->n_levels[level]++;
    totals->n_best[level] += result->value == best;
    totals->n_proven[level] += proven;
}

static void judge_levels(struct trial *trial, struct totals *totals)
{
    int64_t reached[SOLVER_N_LEVELS];
    bool as_best = true; /* on all levels before */
    for (int k = 0; k < trial->problem->n_levels; k++) {
        struct arena scratch = *trial->arena;
        struct brute_force_answer answer;
        int64_t best = trial->best.value[k];
        if (!as_best) {
            if (!brute_force_solve(&scratch, trial->problem, reached, k, &answer)) {
                wrong(trial, "the levels before %s cannot be what they are",
                      solver_level_name(trial->problem->level[k]));
                return;
            }
            best = answer.value[k];
        }
        judge_level(trial, totals, k, best);
        reached[k] = trial->solution.level[k].value;
        as_best = as_best && reached[k] == best;
    }
}

/* Whether the musts of the core but one (-1 for all of it) can be held, with
 * nothing else that has to be. */
static bool can_be_held(const struct trial *trial, int without)
{
    struct arena scratch = *trial->arena;
    struct problem relaxed = *trial->problem;
    struct brute_force_answer answer;
    relaxed.must = arena_new(&scratch, relaxed.n_meetings, bool);
    for (int i = 0; i < trial->solution.n_core; i++) {
        relaxed.must[trial->solution.core[i]] = i != without;
    }
    return brute_force_solve(&scratch, &relaxed, NULL, 0, &answer);
}

static void judge_core(struct trial *trial)
{
    const struct solution *solution = &trial->solution;
    for (int i = 0; i < solution->n_core; i++) {
        int m = solution->core[i];
        if (m < 0 || m >= trial->problem->n_meetings || !trial->problem->must[m]) {
            wrong(trial, "the core has meeting %d, which need not be held", m);
            return;
        }
    }
    if (can_be_held(trial, -1)) {
        wrong(trial, "the core of %d can be held", solution->n_core);
    }
    for (int i = 0; i < solution->n_core; i++) {
        if (!can_be_held(trial, i)) {
            wrong(trial, "the core is too large: it needs no meeting %d",
                  solution->core[i]);
        }
    }
}

static bool are_same(const struct problem *problem, const struct solution *a,
                     const struct solution *b)
{
    size_t size = (size_t)problem->n_meetings * sizeof(int);
    for (int k = 0; k < problem->n_levels; k++) {
        if (a->level[k].value != b->level[k].value ||
            a->level[k].has_bound != b->level[k].has_bound ||
            (a->level[k].has_bound && a->level[k].bound != b->level[k].bound)) {
            return false;
        }
    }
    return memcmp(a->slot, b->slot, size) == 0 &&
           memcmp(a->room, b->room, size) == 0 &&
           memcmp(a->interpreter, b->interpreter, size) == 0;
}

static void judge_repetition(struct trial *trial, int threads)
{
    struct solution again;
    enum solve_status status = solve(trial, threads, &again);
    if (status != trial->status ||
        (status == SOLVE_DONE &&
         !are_same(trial->problem, &trial->solution, &again))) {
        wrong(trial, "another run with threads %d has another result", threads);
    }
}

static void judge(struct trial *trial, struct totals *totals)
{
    if (trial->solution.interrupted) {
        wrong(trial, "interrupted by nobody");
    }
    if (trial->large && trial->status == SOLVE_UNKNOWN) {
        return;
    }
    if (trial->status != (trial->possible ? SOLVE_DONE : SOLVE_INFEASIBLE)) {
        wrong(trial, "status %d, but the musts %s be held", (int)trial->status,
              trial->possible ? "can" : "cannot");
        return;
    }
    if (trial->possible) {
        trial->n_wrong += check_solution(stdout, trial->problem, &trial->solution);
        judge_levels(trial, totals);
    } else {
        totals->n_infeasible++;
        judge_core(trial);
    }
    if (trial->seed % REPEAT_EVERY == 0) {
        judge_repetition(trial, 1);
        judge_repetition(trial, 2);
    }
}

static void print_solution(const struct trial *trial)
{
    const struct solution *solution = &trial->solution;
    for (int m = 0; trial->status == SOLVE_DONE && m < trial->problem->n_meetings;
         m++) {
        printf("meeting %d: solver %d room %d interpreter %d", m, solution->slot[m],
               solution->room[m], solution->interpreter[m]);
        if (trial->possible) {
            printf("; best %d room %d interpreter %d", trial->best.slot[m],
                   trial->best.room[m], trial->best.interpreter[m]);
        }
        putchar('\n');
    }
    for (int k = 0; trial->status == SOLVE_DONE && k < trial->problem->n_levels;
         k++) {
        printf("%s: %lld", solver_level_name(trial->problem->level[k]),
               (long long)solution->level[k].value);
        if (solution->level[k].has_bound) {
            printf(" bound %lld", (long long)solution->level[k].bound);
        }
        if (trial->possible) {
            printf(" best %lld", (long long)trial->best.value[k]);
        }
        putchar('\n');
    }
    for (int i = 0; i < solution->n_core; i++) {
        printf("core: meeting %d\n", solution->core[i]);
    }
}

static void run(uint64_t seed, bool large, bool print, struct totals *totals)
{
    struct arena arena;
    arena_init(&arena);
    struct trial trial = {.seed = seed, .large = large, .arena = &arena};
    trial.problem = random_problem(&arena, seed);
    trial.possible = brute_force_solve(&arena, trial.problem, NULL, 0, &trial.best);
    trial.status = solve(&trial, 1, &trial.solution);
    judge(&trial, totals);
    if (print || trial.n_wrong > 0) {
        printf("--- seed %llu%s\n", (unsigned long long)seed,
               large ? ", large" : "");
        problem_print(stdout, trial.problem);
        print_solution(&trial);
    }
    totals->n_seeds++;
    totals->n_failed += trial.n_wrong > 0;
    arena_finish(&arena);
}

static void print_totals(const struct totals *totals, const char *kind)
{
    for (int level = 0; level < SOLVER_N_LEVELS; level++) {
        printf("%-11s %4d times, %4d the best, %4d proven\n",
               solver_level_name((enum solver_level)level), totals->n_levels[level],
               totals->n_best[level], totals->n_proven[level]);
    }
    printf("%d %s, %d infeasible, %d failed\n", totals->n_seeds, kind,
           totals->n_infeasible, totals->n_failed);
}

int main(int argc, char **argv)
{
    uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    int count = argc > 2 ? atoi(argv[2]) : argc > 1 ? 1 : USUAL_SEEDS;
    struct totals totals = {0}, large = {0};
    for (int i = 0; i < count; i++) {
        run(first + (uint64_t)i, false, argc == 2, &totals);
        run(first + (uint64_t)i, true, argc == 2, &large);
    }
    for (size_t i = 0; argc == 1 && i < sizeof once_wrong / sizeof *once_wrong;
         i++) {
        run(once_wrong[i], false, false, &totals);
    }
    print_totals(&large, "seeds as if large");
    print_totals(&totals, "seeds");
    return totals.n_failed + large.n_failed == 0 && totals.n_seeds > 0 ? 0 : 1;
}
