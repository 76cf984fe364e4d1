/* The meetings of before first: keep_solve() finds the least change of all, with
 * rooms and interpreters by name. Then the pipeline chooses, for the levels behind,
 * among all assignments that change as little; or, where these are too many or lead to
 * nothing, within the one that was found. Bounds of the smaller problem are bounds
 * of the whole one only in the first case, or if nothing else changes as little. */

#include "solver/rerun.h"

#include <string.h>

#include "scheduler/base/stopwatch.h"
#include "solver/kept.h"
#include "solver/naming.h"
#include "solver/pipeline.h"
#include "solver/trivial.h"

/* What the smaller problem's solution is in the whole one. */
static void widen(struct arena *arena, const struct problem *problem,
                  const struct kept *kept, const struct solution *small,
                  struct solution *solution)
{
    int n = problem->n_meetings;
    *solution = (struct solution){
        .slot = arena_new(arena, n, int),
        .room = arena_new(arena, n, int),
        .interpreter = arena_new(arena, n, int),
        .interrupted = small->interrupted,
    };
    for (int m = 0; m < n; m++) {
        solution->slot[m] = solution->room[m] = solution->interpreter[m] = -1;
    }
    for (int k = 0; k < kept->problem.n_meetings; k++) {
        int m = kept->meeting[k];
        solution->slot[m] = small->slot[k];
        solution->room[m] = small->room[k];
        solution->interpreter[m] = small->interpreter[k];
    }
}

/* The levels' results in the whole problem: bounds of the smaller one hold there if
 * nothing else changes as little. */
static void judge_levels(struct arena scratch, const struct problem *problem,
                         const struct keep *keep, const struct solution *small,
                         struct solution *solution)
{
    for (int k = 0, i = 0; k < problem->n_levels; k++) {
        struct solver_level_result *result = &solution->level[k];
        enum solver_level level = problem->level[k];
        if (level == SOLVER_STABILITY) {
            *result = (struct solver_level_result){
                .value = naming_stability(problem, solution->slot, solution->room,
                                          solution->interpreter),
                .has_bound = true,
                .bound =
                    k == 0 ? keep->bound : trivial_bound(scratch, problem, level),
            };
            continue;
        }
        *result = small->level[i++];
        if (!keep->is_forced || problem->level[0] != SOLVER_STABILITY) {
            result->has_bound = true;
            result->bound = trivial_bound(scratch, problem, level);
        }
    }
}

/* More is not gone through twice. */
enum { MOST_OPEN = 400 };

/* What meetings of before cost that the smaller problem does not have. */
static int64_t cost_of_missing(const struct problem *problem,
                               const struct kept *kept)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        n += problem->had_previous[m];
    }
    for (int k = 0; k < kept->problem.n_meetings; k++) {
        n -= problem->had_previous[kept->meeting[k]];
    }
    return (int64_t)n * STABILITY_DROPPED;
}

int rerun_count_changes(const struct problem *problem,
                        const struct solution *solution)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        n += problem->had_previous[m] &&
             naming_change(problem, m, solution->slot[m], solution->room[m],
                           solution->interpreter[m]) > 0;
    }
    return n;
}

static struct pipeline_start start_of(const struct kept *kept)
{
    return (struct pipeline_start){kept->slot, kept->works};
}

/* What surely stays is held, and the rest is open: the levels behind STABILITY choose
 * among all that changes as little. True if STABILITY came to its proven least, names
 * and all, within the limit on changes: then all bounds hold in the whole problem. A
 * search halves the time limit: what comes if it leads to nothing needs some, too. */
static bool solve_open(struct arena *arena, struct arena *own,
                       const struct problem *problem, const struct keep *keep,
                       struct solver_options *options, struct solution *solution)
{
    struct kept kept;
    struct solution small;
    if (!kept_build_open(own, problem, keep, &kept) ||
        problem_n_loose(&kept.problem) > MOST_OPEN) {
        return false;
    }
    options->time_limit_s /= 2;
    if (pipeline_solve(own, &kept.problem, start_of(&kept), options, &small) !=
        SOLVE_DONE) {
        return false;
    }
    struct solver_level_result *first = &small.level[0];
    int64_t missing = cost_of_missing(problem, &kept);
    first->value += missing;
    first->bound += missing;
    if (!first->has_bound || first->bound != keep->cost ||
        first->value != keep->cost) {
        return false;
    }
    widen(arena, problem, &kept, &small, solution);
    memcpy(solution->level, small.level, sizeof small.level);
    return !problem->limits_changes ||
           rerun_count_changes(problem, solution) <= problem->max_changes;
}

/* All that was found to stay is held: the levels behind STABILITY have what is left. */
static enum solve_status solve_closed(struct arena *arena, struct arena *own,
                                      const struct problem *problem,
                                      const struct keep *keep,
                                      const struct solver_options *options,
                                      struct solution *solution)
{
    struct kept kept;
    struct solution small;
    if (!kept_build(own, problem, keep, &kept)) {
        return SOLVE_UNKNOWN;
    }
    enum solve_status status =
        pipeline_solve(own, &kept.problem, start_of(&kept), options, &small);
    if (status == SOLVE_DONE) {
        widen(arena, problem, &kept, &small, solution);
        judge_levels(*own, problem, keep, &small, solution);
    }
    return status;
}

/* Whether there may be several ways to change as little. */
static bool is_open(const struct problem *problem, const struct keep *keep)
{
    return !keep->is_forced && keep->cost == keep->bound &&
           problem->level[0] == SOLVER_STABILITY && problem->n_levels > 1;
}

static enum solve_status solve_rest(struct arena *arena, struct arena *own,
                                    const struct problem *problem,
                                    const struct keep *keep,
                                    const struct solver_options *options,
                                    struct solution *solution)
{
    struct solver_options part = *options;
    if (is_open(problem, keep) &&
        solve_open(arena, own, problem, keep, &part, solution)) {
        return SOLVE_DONE;
    }
    return solve_closed(arena, own, problem, keep, &part, solution);
}

/* What is known of all that changes as little. */
static const bool *certain_of(struct arena *arena, const struct problem *problem,
                              const struct keep *keep,
                              const struct solution *solution)
{
    if (problem->level[0] != SOLVER_STABILITY || problem->limits_changes ||
        keep->cost != keep->bound || solution->level[0].value != keep->bound) {
        return NULL;
    }
    bool *certain = arena_new(arena, problem->n_meetings, bool);
    memcpy(certain, keep->is_certain,
           (size_t)problem->n_meetings * sizeof *certain);
    return certain;
}

/* Half of a limited time is for the meetings of before. */
struct half {
    const struct solver_options *options;
    double start_s;
};

static bool is_half_over(void *context)
{
    const struct half *half = context;
    const struct solver_options *options = half->options;
    double passed_s = stopwatch_now_s() - half->start_s;
    return (options->should_stop && options->should_stop(options->context)) ||
           (options->time_limit_s > 0 && passed_s > options->time_limit_s / 2);
}

/* What is left of a limited time: something. */
static void take_off(struct solver_options *options, double start_s)
{
    static const double least_s = 0.001;
    if (options->time_limit_s > 0) {
        options->time_limit_s -= stopwatch_now_s() - start_s;
        options->time_limit_s =
            options->time_limit_s > least_s ? options->time_limit_s : least_s;
    }
}

bool rerun_solve(struct arena *arena, const struct problem *problem,
                 struct solver_options *options, struct solution *solution,
                 enum solve_status *status)
{
    struct keep keep;
    struct solver_options first = *options;
    struct half half = {options, stopwatch_now_s()};
    struct arena own; /* of what only the smaller problem needs */
    arena_init(&own);
    first.should_stop = is_half_over;
    first.context = &half;
    enum keep_status known = keep_solve(&own, problem, &first, &keep);
    take_off(options, half.start_s);
    half.start_s = stopwatch_now_s();
    *status = SOLVE_UNKNOWN;
    if (known == KEEP_TOO_MANY) {
        *solution = (struct solution){.least_changes = keep.least_changes};
        *status = SOLVE_TOO_MANY;
    } else if (known == KEEP_DONE) {
        *status = solve_rest(arena, &own, problem, &keep, options, solution);
        if (*status == SOLVE_DONE) {
            solution->certain = certain_of(arena, problem, &keep, solution);
        }
    }
    take_off(options, half.start_s);
    arena_finish(&own);
    return *status == SOLVE_DONE || *status == SOLVE_TOO_MANY;
}
