/* The pipeline, level by level in the order of the objective: annealing looks
 * for a better assignment; a trivial bound, the linear relaxation and branch and
 * cut, cheapest first, say how good it can be; then the value reached is held
 * as a row while the next level is worked on. Every bound is therefore one
 * "given the values reached before". */

#include "solver/solver.h"

#include "solver/anneal.h"
#include "solver/construct.h"
#include "solver/core.h"
#include "solver/integer_bound.h"
#include "solver/naming.h"
#include "solver/trivial.h"
#include "solver/work.h"

/* Effort, counted so that it is the same on every machine. */
enum {
    MOVES_PER_MEETING = 600,
    LEAST_MOVES = 6 * 1000,
    MOST_MOVES = 4 * 1000 * 1000,
    RUNS = 2,
};

static void search(struct work *work, int focus)
{
    int64_t moves = (int64_t)work->problem->n_meetings * MOVES_PER_MEETING;
    moves = moves < LEAST_MOVES  ? LEAST_MOVES
            : moves > MOST_MOVES ? MOST_MOVES
                                 : moves;
    struct anneal_task task = {
        .problem = &work->open,
        .rooms = &work->rooms,
        .interpreters = &work->interpreters,
        .focus = focus,
        .has_target = work->level[focus].has_bound,
        .target = work->level[focus].bound,
        .n_moves = moves,
        .n_runs = RUNS,
        .n_rounds = 1,
        .threads = work->options->threads,
        .seed = work->options->seed * 1000 + (uint64_t)focus,
        .stop = &work->stop,
        .poll = work_poll,
        .context = work,
    };
    anneal(work->arena, &task, &work->incumbent);
}

/* Works on level k; false if no assignment obeys all rules. A bound from a quick
 * relaxation comes before the search, which ends where it is reached. */
static bool work_on(struct work *work, int k)
{
    const struct problem *problem = work->problem;
    enum solver_level level = problem->level[k];
    work->was_relaxed = work->is_relaxed = false;
    work->dual = NULL;
    work_take_bound(work, k, trivial_bound(work->arena, problem, level));
    work_report(work, k);
    if (!work_is_done(work, k) && integer_bound_is_quick(work) &&
        !integer_bound_relax(work, k)) {
        return false;
    }
    if (!work_is_done(work, k)) {
        search(work, k);
        work_report(work, k);
    }
    return work_is_done(work, k) || integer_bound_close(work, k);
}

/* True if the meetings that must be held can be, as far as is known. */
static bool find_feasible(struct work *work)
{
    if (work->incumbent.broken == 0) {
        return true;
    }
    search(work, work->problem->n_levels - 1);
    if (work->incumbent.broken == 0 || work_poll(work)) {
        return true;
    }
    return integer_bound_close(work, 0);
}

/* Bounds behind STABILITY were found with at most held_stability changes. If names
 * have cost more since, only bounds hold that need no program. */
static void drop_unfounded_bounds(struct work *work)
{
    const struct problem *problem = work->problem;
    bool behind = false;
    for (int k = 0; k < problem->n_levels; k++) {
        enum solver_level level = problem->level[k];
        if (behind &&
            work->incumbent.value[SOLVER_STABILITY] > work->held_stability) {
            work->level[k].has_bound = false;
            work_take_bound(work, k, trivial_bound(work->arena, problem, level));
        }
        behind |= level == SOLVER_STABILITY;
    }
}

static void fill_solution(struct arena *arena, struct work *work,
                          struct solution *solution)
{
    const struct problem *problem = work->problem;
    int n = problem->n_meetings;
    solution->slot = arena_new(arena, n, int);
    solution->room = arena_new(arena, n, int);
    solution->interpreter = arena_new(arena, n, int);
    for (int m = 0; m < n; m++) {
        solution->slot[m] = work->incumbent.slot[m];
    }
    naming_assign(work->arena, &work->state, &work->incumbent, solution->room,
                  solution->interpreter);
    int64_t *value = work->incumbent.value;
    value[SOLVER_ROOMS] =
        naming_room_changes(work->arena, problem, solution->slot, solution->room);
    value[SOLVER_STABILITY] = naming_stability(
        problem, solution->slot, solution->room, solution->interpreter);
    drop_unfounded_bounds(work);
    for (int k = 0; k < problem->n_levels; k++) {
        solution->level[k] = work->level[k];
        solution->level[k].value = value[problem->level[k]];
    }
}

static enum solve_status solve(struct arena *arena, struct work *work,
                               struct solution *solution)
{
    const struct problem *problem = work->problem;
    construct(work->arena, &work->state);
    incumbent_offer(&work->incumbent, &work->state);
    bool feasible = find_feasible(work);
    for (int k = 0; k < problem->n_levels && feasible; k++) {
        feasible = work_on(work, k);
        integer_bound_narrow(work, k);
    }
    solution->interrupted = atomic_load(&work->stop);
    if (!feasible) {
        core_find(arena, problem, &work->rooms, &work->interpreters, work_poll,
                  work, solution);
        return SOLVE_INFEASIBLE;
    }
    if (work->incumbent.broken != 0) {
        return SOLVE_UNKNOWN;
    }
    fill_solution(arena, work, solution);
    return SOLVE_DONE;
}

enum solve_status solver_solve(struct arena *arena, const struct problem *problem,
                               const struct solver_options *options,
                               struct solution *solution)
{
    static const enum solver_level rooms[] = {SOLVER_ROOMS};
    struct work work;
    struct problem asked = *problem;
    if (asked.n_levels == 0) { /* whatever obeys the rules will do */
        asked.level = rooms;
        asked.n_levels = 1;
    }
    *solution = (struct solution){0};
    work_init(&work, &asked, options);
    enum solve_status status = solve(arena, &work, solution);
    work_finish(&work);
    return status;
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
