/* The pipeline, level by level in the order of the objective: annealing looks
 * for a better assignment; a trivial bound, the linear relaxation and branch and
 * cut, cheapest first, say how good it can be; then the value reached is held
 * as a row while the next level is worked on. Every bound is therefore one
 * "given the values reached before". */

#include "solver/solver.h"

#include <stdio.h>
#include <stdlib.h>

#include "scheduler/base/stopwatch.h"
#include "solver/anneal.h"
#include "solver/construct.h"
#include "solver/core.h"
#include "solver/gaps_proof.h"
#include "solver/glpk_program.h"
#include "solver/incumbent.h"
#include "solver/naming.h"
#include "solver/program.h"
#include "solver/propagate.h"
#include "solver/trivial.h"

/* Effort, counted so that it is the same on every machine. */
enum {
    MOVES_PER_MEETING = 600,
    LEAST_MOVES = 6 * 1000,
    MOST_MOVES = 4 * 1000 * 1000,
    RUNS = 2,
    RELAX_ITERATIONS = 60 * 1000,
    LOWER_RELAX_ITERATIONS = 8 * 1000, /* for levels behind SERVED */
    RELAX_MOST_COLUMNS = 60 * 1000, /* beyond, the simplex method takes minutes */
    QUICK_COLUMNS = 12 * 1000,      /* up to here it is quicker than searching */
    BRANCH_ITERATIONS = 120 * 1000,
    BRANCH_NODES = 4000,
    LOWER_BRANCH_ITERATIONS = 8 * 1000, /* for levels behind SERVED, */
    LOWER_BRANCH_NODES = 100,           /* if their gap is not larger than this */
    LOWER_BRANCH_GAP_PERCENT = 5,       /* or the program is small */
    SMALL_COLUMNS = 600,
};

struct work {
    struct arena arena;       /* of the whole run; lent as scratch */
    struct arena state_arena; /* the state's log grows here, whatever is lent */
    const struct problem *problem;
    const struct solver_options *options;
    struct pool rooms, interpreters;
    struct state state;
    struct incumbent incumbent;
    struct program program;
    struct glpk_program *glpk; /* NULL where the program is too large for it */
    int n_held;                /* levels that are rows of the program */
    bool was_relaxed;          /* the program, on the level being worked on */
    bool is_relaxed;           /* to the end: it can be branched on */
    int64_t held_stability;    /* by name: what one of these rows allows */
    struct solver_level_result level[SOLVER_N_LEVELS];
    atomic_bool stop;
    double start_s, deadline_s; /* 0 = none */
};

static bool poll(void *context)
{
    struct work *work = context;
    const struct solver_options *options = work->options;
    if (options->should_stop && options->should_stop(options->context)) {
        atomic_store(&work->stop, true);
    }
    if (work->deadline_s > 0 && stopwatch_now_s() >= work->deadline_s) {
        atomic_store(&work->stop, true);
    }
    return atomic_load(&work->stop);
}

static void report(struct work *work, int k)
{
    const struct solver_options *options = work->options;
    if (!options->report) {
        return;
    }
    enum solver_level level = work->problem->level[k];
    struct solver_progress progress = {
        .level = level,
        .value = work->incumbent.value[level],
        .bound = work->level[k].bound,
        .has_bound = work->level[k].has_bound,
        .seconds = stopwatch_now_s() - work->start_s,
    };
    options->report(options->context, &progress);
}

static bool is_better_bound(enum solver_level level, int64_t a, int64_t b)
{
    return solver_level_is_maximised(level) ? a < b : a > b;
}

static void take_bound(struct work *work, int k, int64_t bound)
{
    struct solver_level_result *result = &work->level[k];
    if (!result->has_bound ||
        is_better_bound(work->problem->level[k], bound, result->bound)) {
        result->has_bound = true;
        result->bound = bound;
    }
}

static bool is_proven(const struct work *work, int k)
{
    enum solver_level level = work->problem->level[k];
    return work->incumbent.broken == 0 && work->level[k].has_bound &&
           work->level[k].bound == work->incumbent.value[level];
}

static struct glpk_limits limits(const struct work *work, int iterations, int nodes)
{
    struct glpk_limits limits = {
        .max_iterations = iterations,
        .max_nodes = nodes,
        .poll = poll,
        .context = (void *)work,
    };
    if (work->deadline_s > 0) {
        double left = work->deadline_s - stopwatch_now_s();
        limits.seconds = left > 0.01 ? left : 0.01;
    }
    return limits;
}

/* An integral point becomes the incumbent if it is better. What the program
 * lets each class of interpreters do in each slot is the cap under which the
 * slots are filled again. */
static void take_point(struct work *work, const double *column)
{
    const struct pool *pool = &work->interpreters;
    struct arena scratch = work->arena;
    int *slot = arena_new(&scratch, work->problem->n_meetings, int);
    int *cap =
        arena_new(&scratch, (int64_t)pool->n_classes * work->problem->n_slots, int);
    program_read_point(&work->program, column, slot, cap);
    const int *caps[N_POOLS] = {NULL, pool->limited ? cap : NULL};
    state_load(&work->state, slot, caps);
    incumbent_offer(&work->incumbent, &work->state);
}

static bool prepare_glpk(struct work *work)
{
    if (!work->glpk && work->program.n_columns == 0) {
        program_init(&work->arena, work->problem, &work->rooms, &work->interpreters,
                     &work->program);
        if (work->program.n_columns <= RELAX_MOST_COLUMNS) {
            work->glpk = glpk_program_create(&work->arena);
        }
    }
    return work->glpk != NULL;
}

/* The values of all columns in the incumbent, or NULL while it breaks rules. */
static const double *incumbent_point(struct work *work)
{
    if (work->incumbent.broken != 0) {
        return NULL;
    }
    incumbent_restore(&work->incumbent, &work->state);
    double *column = arena_new(&work->arena, work->program.n_columns, double);
    program_point(&work->program, &work->state, column);
    return column;
}

/* Branch and cut closes small gaps; on large ones its time is lost. */
static bool is_worth_branching(const struct work *work, int k, bool decisive)
{
    const struct solver_level_result *result = &work->level[k];
    int64_t value = work->incumbent.value[work->problem->level[k]];
    int64_t gap = llabs(value - result->bound);
    return decisive || work->incumbent.broken != 0 ||
           work->program.n_columns <= SMALL_COLUMNS ||
           work->problem->level[k] == SOLVER_BURDEN ||
           work->problem->level[k] == SOLVER_COMFORT ||
           (result->has_bound &&
            gap * 100 <= llabs(value) * LOWER_BRANCH_GAP_PERCENT);
}

/* STABILITY with rooms and interpreters by name. */
static int64_t named_stability(const struct work *work)
{
    const struct problem *problem = work->problem;
    struct arena scratch = work->arena;
    int *room = arena_new(&scratch, problem->n_meetings, int);
    int *interpreter = arena_new(&scratch, problem->n_meetings, int);
    naming_assign(scratch, &work->state, &work->incumbent, room, interpreter);
    return naming_stability(problem, work->incumbent.slot, room, interpreter);
}

/* Makes rows of the levels before k. STABILITY is held as it is with names: other
 * assignments with that many changes count as good, though the search, which has
 * no names, would not take them. */
static void hold_levels(struct work *work, int k)
{
    for (; work->n_held < k; work->n_held++) {
        enum solver_level level = work->problem->level[work->n_held];
        int64_t value = work->incumbent.value[level];
        if (level == SOLVER_STABILITY) {
            value = work->held_stability = named_stability(work);
        }
        program_hold_level(&work->program, level, value);
    }
}

/* Linear relaxation of level k with the levels before it held. Returns false if no
 * assignment obeys all rules. */
static bool relax(struct work *work, int k, bool decisive)
{
    enum solver_level level = work->problem->level[k];
    work->was_relaxed = true;
    work->is_relaxed = false;
    if (!prepare_glpk(work) ||
        (level == SOLVER_ROOMS && work->incumbent.broken == 0)) {
        return true;
    }
    if (work->incumbent.broken == 0) {
        hold_levels(work, k);
    }
    struct glpk_result result;
    struct glpk_limits effort =
        limits(work, decisive ? RELAX_ITERATIONS : LOWER_RELAX_ITERATIONS, 0);
    enum glpk_status status = glpk_relax(&work->arena, work->glpk, &work->program,
                                         level, &effort, &result);
    if (status == GLPK_INFEASIBLE) {
        return work->incumbent.broken == 0;
    }
    if (result.has_bound) {
        take_bound(work, k, result.bound);
    }
    report(work, k);
    work->is_relaxed = status == GLPK_OPTIMAL;
    return true;
}

/* Branch and cut, from the relaxation of level k. Returns false if no assignment
 * obeys all rules. */
static bool branch(struct work *work, int k, bool decisive)
{
    struct glpk_limits effort =
        decisive ? limits(work, BRANCH_ITERATIONS, BRANCH_NODES)
                 : limits(work, LOWER_BRANCH_ITERATIONS, LOWER_BRANCH_NODES);
    struct glpk_result result;
    enum glpk_status status = glpk_branch(&work->arena, work->glpk, &work->program,
                                          work->problem->level[k],
                                          incumbent_point(work), &effort, &result);
    if (result.has_point) {
        take_point(work, result.column);
    }
    if (result.has_bound) {
        take_bound(work, k, result.bound);
    }
    report(work, k);
    return status != GLPK_INFEASIBLE || work->incumbent.broken == 0;
}

/* True if nothing is left to do, or no time to do it. */
static bool is_done(struct work *work, int k)
{
    return is_proven(work, k) || poll(work);
}

/* Both of them, while the bound leaves room. Levels that could not be held before
 * ask for the relaxation once more. */
static bool bound_by_glpk(struct work *work, int k, bool decisive)
{
    bool is_outdated = work->incumbent.broken == 0 && work->n_held < k;
    if ((!work->was_relaxed || is_outdated) && !relax(work, k, decisive)) {
        return false;
    }
    return !work->is_relaxed || is_done(work, k) ||
           !is_worth_branching(work, k, decisive) || branch(work, k, decisive);
}

static void search(struct work *work, int focus)
{
    int64_t moves = (int64_t)work->problem->n_meetings * MOVES_PER_MEETING;
    moves = moves < LEAST_MOVES  ? LEAST_MOVES
            : moves > MOST_MOVES ? MOST_MOVES
                                 : moves;
    struct anneal_task task = {
        .problem = work->problem,
        .rooms = &work->rooms,
        .interpreters = &work->interpreters,
        .focus = focus,
        .has_target = work->level[focus].has_bound,
        .target = work->level[focus].bound,
        .n_moves = moves,
        .n_runs = RUNS,
        .threads = work->options->threads,
        .seed = work->options->seed * 1000 + (uint64_t)focus,
        .stop = &work->stop,
        .poll = poll,
        .context = work,
    };
    anneal(work->arena, &task, &work->incumbent);
}

static bool is_last_that_matters(const struct problem *problem, int k)
{
    for (int i = 0; i <= k; i++) {
        if (problem->level[i] == SOLVER_SERVED) {
            return false;
        }
    }
    return true;
}

/* Works on level k; false if no assignment obeys all rules. A bound from a quick
 * relaxation comes before the search, which ends where it is reached. */
static bool work_on(struct work *work, int k)
{
    const struct problem *problem = work->problem;
    enum solver_level level = problem->level[k];
    bool decisive = level == SOLVER_SERVED || is_last_that_matters(problem, k);
    work->was_relaxed = work->is_relaxed = false;
    take_bound(work, k, trivial_bound(work->arena, problem, level));
    report(work, k);
    if (!is_done(work, k) && prepare_glpk(work) &&
        work->program.n_columns <= QUICK_COLUMNS && !relax(work, k, decisive)) {
        return false;
    }
    if (!is_done(work, k)) {
        search(work, k);
        report(work, k);
    }
    return is_done(work, k) || bound_by_glpk(work, k, decisive);
}

static void init_work(struct work *work, const struct problem *problem,
                      const struct solver_options *options)
{
    *work = (struct work){
        .problem = problem, .options = options, .held_stability = INT64_MAX};
    arena_init(&work->arena);
    arena_init(&work->state_arena);
    work->start_s = stopwatch_now_s();
    if (options->time_limit_s > 0) {
        work->deadline_s = work->start_s + options->time_limit_s;
    }
    pool_init_rooms(&work->arena, problem, &work->rooms);
    pool_init_interpreters(&work->arena, problem, &work->interpreters);
    state_init(&work->state_arena, problem, &work->rooms, &work->interpreters,
               &work->state);
    incumbent_init(&work->arena, &work->state, &work->incumbent);
    construct(work->arena, &work->state);
    incumbent_offer(&work->incumbent, &work->state);
}

/* True if the meetings that must be held can be, as far as is known. */
static bool find_feasible(struct work *work)
{
    if (work->incumbent.broken == 0) {
        return true;
    }
    search(work, work->problem->n_levels - 1);
    if (work->incumbent.broken == 0 || poll(work)) {
        return true;
    }
    return bound_by_glpk(work, 0, true);
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
            take_bound(work, k, trivial_bound(work->arena, problem, level));
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

/* Meetings that cannot all be held: at least the cheapest is lost. */
static void lose_cheapest(struct work *work)
{
    int64_t least = INT64_MAX, sum = 0;
    for (int m = 0; m < work->problem->n_meetings; m++) {
        int64_t value = work->problem->value[m];
        sum += value;
        least = value < least ? value : least;
    }
    take_bound(work, 0, sum - least);
}

/* With SERVED, then COMPACTNESS: if all meetings can be held, the fewest gaps. */
static void serve_all(struct work *work)
{
    const struct problem *problem = work->problem;
    if (problem->n_levels < 2 || problem->level[0] != SOLVER_SERVED ||
        problem->level[1] != SOLVER_COMPACTNESS) {
        return;
    }
    bool *held = arena_new(&work->arena, problem->n_meetings, bool);
    for (int m = 0; m < problem->n_meetings; m++) {
        held[m] = true;
    }
    struct propagation known;
    if (!propagate(&work->arena, problem, held, true, &known)) {
        lose_cheapest(work);
        return;
    }
    take_bound(work, 0, trivial_bound(work->arena, problem, SOLVER_SERVED));
    search(work, 0);
    bool all = is_proven(work, 0);
    struct gaps_proof_task task = {
        .problem = problem,
        .held = held,
        .slot = all ? work->incumbent.slot : NULL,
        .effort = GAPS_PROOF_EFFORT,
        .poll = poll,
        .context = work,
    };
    struct gaps_proof proof;
    gaps_prove(&work->arena, &task, &proof);
    if (getenv("TRIAL")) {
        fprintf(stderr, "trial: all %d gaps %d after %.2f, proof %d %d after %.2f\n",
                all, (int)work->incumbent.value[SOLVER_COMPACTNESS], 0.0,
                (int)proof.gaps, (int)proof.bound,
                stopwatch_now_s() - work->start_s);
    }
    if (proof.is_refuted) {
        lose_cheapest(work);
    }
    if (proof.slot) {
        const int *caps[N_POOLS] = {NULL, NULL};
        state_load(&work->state, proof.slot, caps);
        incumbent_offer(&work->incumbent, &work->state);
    }
    if (is_proven(work, 0) && proof.has_bound) {
        take_bound(work, 1, proof.bound);
    }
}

static enum solve_status solve(struct arena *arena, struct work *work,
                               struct solution *solution)
{
    const struct problem *problem = work->problem;
    struct propagation known;
    bool feasible =
        propagate(&work->arena, problem, problem->must, false, &known) &&
        find_feasible(work);
    if (feasible) {
        serve_all(work);
    }
    for (int k = 0; k < problem->n_levels && feasible; k++) {
        feasible = work_on(work, k);
    }
    solution->interrupted = atomic_load(&work->stop);
    if (!feasible) {
        core_find(arena, problem, &work->rooms, &work->interpreters, poll, work,
                  solution);
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
    init_work(&work, &asked, options);
    enum solve_status status = solve(arena, &work, solution);
    glpk_program_destroy(work.glpk);
    arena_finish(&work.state_arena);
    arena_finish(&work.arena);
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
