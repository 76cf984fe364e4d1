/* The pipeline. A greedy assignment comes first; then level by level, in the order
 * of the objective, annealing looks for a better one while bounds, cheapest first,
 * say how good it can be: trivial ones, the linear relaxation, branch and cut. The
 * value reached is then held as a row, and what it rules out is closed, while the
 * next level is worked on: every bound is one "given the values reached before". */

#include "solver/pipeline.h"

#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/burden_bound.h"
#include "solver/compact.h"
#include "solver/construct.h"
#include "solver/core.h"
#include "solver/integer_bound.h"
#include "solver/naming.h"
#include "solver/propagate.h"
#include "solver/search.h"
#include "solver/serve_all.h"
#include "solver/trivial.h"
#include "solver/work.h"

/* COMPACTNESS has a search and a program of its own. */
static void work_on_gaps(struct work *work, int k)
{
    integer_bound_hold(work, k);
    struct compact_task task = {
        .problem = &work->open,
        .rooms = &work->rooms,
        .interpreters = &work->interpreters,
        .rank = k,
        .program = &work->program,
        .glpk = work->glpk,
        .held = work->held,
        .target = work->level[k].bound,
        .seed = work->options->seed * 1000 + (uint64_t)k,
        .threads = work->options->threads,
        .deadline_s = work->deadline_s,
        .stop = &work->stop,
        .poll = work_poll,
        .context = work,
    };
    struct compact_bound bound;
    bool is_settled = false;
    task.was_searched = serve_chosen(work, k, &is_settled);
    if (!is_settled) {
        work_keep(work);
        compact_search(work->arena, &task, &work->incumbent);
        work_return(work);
    }
    work_report(work, k);
    if (work_is_done(work, k)) {
        return;
    }
    work_keep(work);
    compact_bound(&task, &work->incumbent, &bound);
    work_return(work);
    if (bound.known) {
        work_take_bound(work, k, bound.gaps);
    }
    work_report(work, k);
}

/* The relaxation of level k, unless there is one; false if no assignment obeys all
 * rules, proven. */
static bool relax(struct work *work, int k)
{
    return work_is_done(work, k) || integer_bound_refresh(work, k);
}

/* Searches among what the relaxation's prices leave, where that is of use. */
static void aim(struct work *work, int k)
{
    if (work_is_done(work, k) || work->problem->level[k] != SOLVER_SERVED) {
        return;
    }
    search_towards_bound(work, k);
    if (!work_is_done(work, k) && integer_bound_sharpen(work, k)) {
        search_towards_bound(work, k);
    }
    work_report(work, k);
}

/* Closes what is open between value and bound; false as above. */
static bool prove(struct work *work, int k)
{
    if (!work_is_done(work, k) && work->problem->level[k] == SOLVER_BURDEN) {
        integer_bound_hold(work, k);
        if (burden_bound(work, k)) {
            work_report(work, k);
            return true;
        }
    }
    if (!relax(work, k)) {
        return false;
    }
    aim(work, k);
    return work_is_done(work, k) || integer_bound_branch(work, k);
}

static bool is_behind_open_balance(const struct work *work, int k)
{
    return k > 0 && work->problem->level[k - 1] == SOLVER_BALANCE &&
           !work_is_proven(work, k - 1);
}

/* Works on level k; false if no assignment obeys all rules. The relaxation comes
 * before the search, which ends where its bound is reached, if it is quick; or on
 * the level SERVED, where what its prices leave open can be searched first: a
 * fraction of everything, and mostly it holds the optimum. */
static bool work_on(struct work *work, int k)
{
    const struct problem *problem = work->problem;
    enum solver_level level = problem->level[k];
    work->was_aimed = work->was_relaxed = work->is_relaxed = false;
    work->dual = work->point = NULL;
    work_take_bound(work, k, trivial_bound(work->arena, &work->open, level));
    work_report(work, k);
    if (level == SOLVER_COMPACTNESS && work->incumbent.broken == 0) {
        if (!work_is_done(work, k)) {
            work_on_gaps(work, k);
        }
        return true;
    }
    bool is_quick = integer_bound_is_quick(work);
    if ((is_quick || level == SOLVER_SERVED) && !relax(work, k)) {
        return false;
    }
    if (!is_quick) {
        aim(work, k);
    }
    if (!work_is_done(work, k)) {
        search_level(work, k);
        work_report(work, k);
    }
    if (!prove(work, k)) {
        return false;
    }
    if (level == SOLVER_BURDEN && is_behind_open_balance(work, k) &&
        !work_is_done(work, k) && search_exchanged(work, k)) {
        work_report(work, k);
    }
    return true;
}

/* True if the meetings that must be held can be, as far as is known. */
static bool find_feasible(struct work *work)
{
    if (work->incumbent.broken == 0) {
        return true;
    }
    search_feasible(work);
    if (work->incumbent.broken == 0 || work_poll(work)) {
        return true;
    }
    return prove(work, 0);
}

/* Bounds behind STABILITY were found with at most held[] changes. If names
 * have cost more since, only bounds hold that need no program. */
static void drop_unfounded_bounds(struct work *work)
{
    const struct problem *problem = work->problem;
    bool behind = false;
    for (int k = 0; k < problem->n_levels; k++) {
        enum solver_level level = problem->level[k];
        if (behind && work->incumbent.value[SOLVER_STABILITY] >
                          work->held[SOLVER_STABILITY]) {
            work->level[k].has_bound = false;
            work_take_bound(work, k, trivial_bound(work->arena, problem, level));
        }
        behind |= level == SOLVER_STABILITY;
    }
}

/* Names have time that the search did not: only the caller can cut them short. */
static bool must_hurry(void *context)
{
    struct work *work = context;
    const struct solver_options *options = work->options;
    bool asked = options->should_stop && options->should_stop(options->context);
    if (asked) {
        atomic_store(&work->stop, true);
    }
    return asked;
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
    struct naming_poll poll = {must_hurry, work};
    naming_assign(work->arena, &work->state, &work->incumbent, poll, solution->room,
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

static void load(struct work *work, struct pipeline_start start)
{
    const struct pool *pool = &work->interpreters;
    struct arena scratch = work->arena;
    int n_slots = work->problem->n_slots, words = work->problem->slot_words;
    int *cap = NULL;
    if (start.works && pool->limited) {
        cap = arena_new(&scratch, (int64_t)pool->n_classes * n_slots, int);
        for (int i = 0; i < pool->n_members; i++) {
            int *of_class = cap + (int64_t)pool->class_of[i] * n_slots;
            for (int s = 0; s < n_slots; s++) {
                of_class[s] += bits_has(start.works + (int64_t)i * words, s);
            }
        }
    }
    state_load(&work->state, start.slot,
               (const int *[N_POOLS]){[POOL_INTERPRETERS] = cap});
}

static enum solve_status solve(struct arena *arena, struct work *work,
                               struct pipeline_start start,
                               struct solution *solution)
{
    const struct problem *problem = work->problem;
    if (start.slot) {
        load(work, start);
    }
    construct(work->arena, &work->state);
    incumbent_offer(&work->incumbent, &work->state);
    if (work->incumbent.broken == 0 && problem->n_levels > 0) {
        work_report(work, 0);
    }
    struct propagation known;
    bool feasible =
        propagate(&work->arena, problem, problem->must, false, &known) &&
        find_feasible(work);
    if (feasible) {
        serve_all(work);
    }
    for (int k = 0; k < problem->n_levels && feasible; k++) {
        feasible = work_on(work, k);
        integer_bound_narrow(work, k);
    }
    if (!feasible) {
        core_find(arena, problem, &work->rooms, &work->interpreters, work_poll,
                  work, solution);
        solution->interrupted = atomic_load(&work->stop);
        return SOLVE_INFEASIBLE;
    }
    bool found = work->incumbent.broken == 0;
    if (found) {
        fill_solution(arena, work, solution);
    }
    solution->interrupted = atomic_load(&work->stop);
    return found ? SOLVE_DONE : SOLVE_UNKNOWN;
}

enum solve_status pipeline_solve(struct arena *arena, const struct problem *problem,
                                 struct pipeline_start start,
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
    enum solve_status status = solve(arena, &work, start, solution);
    work_finish(&work);
    return status;
}
