#include "solver/solver.h"

#include "solver/glpk_program.h"
#include "solver/pipeline.h"
#include "solver/pool.h"
#include "solver/program.h"
#include "solver/rerun.h"

/* Whether the meetings of before are what matters most. */
static bool keeps_first(const struct problem *problem)
{
    bool had_any = false;
    for (int m = 0; problem->had_previous && m < problem->n_meetings; m++) {
        had_any |= problem->had_previous[m];
    }
    return had_any && (problem->limits_changes ||
                       problem_rank(problem, SOLVER_STABILITY) == 0);
}

/* Where STABILITY is not what matters most, a limit on changes may bind nothing: true
 * if what comes without it keeps it, or nothing comes at all. */
static bool solve_without_limit(struct arena *arena, const struct problem *problem,
                                const struct solver_options *options,
                                struct solution *solution,
                                enum solve_status *status)
{
    struct problem free = *problem;
    struct solver_options part = *options;
    const struct pipeline_start start = {.slot = options->start};
    if (problem_rank(problem, SOLVER_STABILITY) == 0) {
        return false;
    }
    free.limits_changes = false;
    part.time_limit_s /= 2;
    *status = pipeline_solve(arena, &free, start, &part, solution);
    return *status == SOLVE_INFEASIBLE ||
           (*status == SOLVE_DONE &&
            rerun_count_changes(problem, solution) <= problem->max_changes);
}

/* Nothing was found with the limit on changes: perhaps since nothing obeys the rules,
 * with or without it. */
static enum solve_status look_for_core(struct arena *arena,
                                       const struct problem *problem,
                                       const struct solver_options *options,
                                       struct solution *solution)
{
    struct problem any = *problem;
    const struct pipeline_start none = {0};
    any.n_levels = 0;
    any.limits_changes = false;
    if (pipeline_solve(arena, &any, none, options, solution) == SOLVE_INFEASIBLE) {
        return SOLVE_INFEASIBLE;
    }
    *solution = (struct solution){0};
    return SOLVE_UNKNOWN;
}

enum solve_status solver_solve(struct arena *arena, const struct problem *problem,
                               const struct solver_options *options,
                               struct solution *solution)
{
    enum solve_status status;
    struct solver_options left = *options;
    if (keeps_first(problem)) {
        if ((problem->limits_changes &&
             solve_without_limit(arena, problem, options, solution, &status)) ||
            rerun_solve(arena, problem, &left, solution, &status)) {
            return status;
        }
        if (problem->limits_changes) {
            return look_for_core(arena, problem, &left, solution);
        }
    }
    const struct pipeline_start start = {.slot = options->start};
    return pipeline_solve(arena, problem, start, &left, solution);
}

bool solver_write_model(struct arena scratch, const struct problem *problem,
                        const char *path, int *cause)
{
    struct pool rooms, interpreters;
    struct program program;
    pool_init_rooms(&scratch, problem, &rooms);
    pool_init_interpreters(&scratch, problem, &interpreters);
    program_init(&scratch, problem, &rooms, &interpreters, &program);
    return glpk_write_lp(&program, SOLVER_SERVED, path, cause);
}
