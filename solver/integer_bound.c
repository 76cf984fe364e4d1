#include "solver/integer_bound.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/stopwatch.h"
#include "solver/dual_bound.h"
#include "solver/dual_fix.h"
#include "solver/first_order.h"
#include "solver/naming.h"
#include "solver/narrowed.h"

/* Effort, counted so that it is the same on every machine. Levels up to SERVED are
 * decisive, those behind it have less. */
enum {
    RELAX_ITERATIONS = 60 * 1000,
    LOWER_RELAX_ITERATIONS = 8 * 1000,
    SIMPLEX_COLUMNS = 12 * 1000, /* up to here it is quicker than searching */
    MOST_ITERATIONS = 3000,      /* of the first-order method, */
    MINIMAX_ITERATIONS = 15000,  /* which nears a smallest maximum slowly */
    BRANCH_ITERATIONS = 120 * 1000,
    BRANCH_NODES = 4000,
    LOWER_BRANCH_ITERATIONS = 8 * 1000,
    LOWER_BRANCH_NODES = 100,
    LARGE_BRANCH_NODES = 20,      /* of programs beyond the usual size */
    LOWER_BRANCH_GAP_PERCENT = 5, /* not if the gap is larger, unless the program */
    SMALL_COLUMNS = 600,          /* is no larger than this */
};

/* True for SERVED and, where that is none of the levels up to k, for all. */
static bool is_decisive(const struct work *work, int k)
{
    return work->problem->level[k] == SOLVER_SERVED ||
           work_is_before_served(work, k);
}

/* Of the first-order method: terms of rows gone through, twice in an iteration. */
static const double decisive_terms = 3e9, lower_terms = 0.6e9, minimax_terms = 2e9;

/* A program of an event of 130 participants has about so many. */
static const double usual_terms = 25000;

static struct glpk_limits limits(const struct work *work, int iterations, int nodes)
{
    return (struct glpk_limits){
        .max_iterations = iterations,
        .max_nodes = nodes,
        .seconds = stopwatch_left_s(work->deadline_s),
        .poll = work_poll,
        .context = (void *)work,
    };
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
    work_take_slots(work, slot, pool->limited ? cap : NULL);
}

static void prepare(struct work *work)
{
    if (work->program.n_columns == 0) {
        program_init(&work->arena, work->problem, &work->rooms, &work->interpreters,
                     &work->program);
        int most = work->options->simplex_columns;
        if (work->program.n_columns <= (most > 0 ? most : SIMPLEX_COLUMNS)) {
            work->glpk = glpk_program_create(&work->arena);
        }
    }
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
static bool is_worth_branching(const struct work *work, int k)
{
    const struct solver_level_result *result = &work->level[k];
    int64_t value = work->incumbent.value[work->problem->level[k]];
    int64_t gap = result->has_bound ? llabs(value - result->bound) : 0;
    return is_decisive(work, k) || work->incumbent.broken != 0 ||
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
    naming_assign(scratch, &work->state, &work->incumbent, (struct naming_poll){0},
                  room, interpreter);
    return naming_stability(problem, work->incumbent.slot, room, interpreter);
}

/* Bounds of columns and rows have changed. */
static void tell_glpk(struct work *work)
{
    for (int j = 0; j < work->program.n_columns; j++) {
        glpk_update_column(work->glpk, &work->program, j);
    }
    for (int i = 0; i < work->program.n_rows; i++) {
        glpk_update_row(work->glpk, &work->program, i);
    }
}

/* The first-order method takes longer with GUARANTEE's rows, bounds are as valid
 * without, and mostly as sharp: they come when they are missed. STABILITY is held as
 * it is with names: other assignments with that many changes count as good, though the
 * search, which has no names, would not take them. */
void integer_bound_hold(struct work *work, int k)
{
    prepare(work);
    for (; work->n_held < k; work->n_held++) {
        enum solver_level level = work->problem->level[work->n_held];
        work->held[level] = level == SOLVER_STABILITY ? named_stability(work)
                            : level == SOLVER_ROOMS   ? INT64_MAX
                                                    : work->incumbent.value[level];
        work->lacks_guarantee |= level == SOLVER_GUARANTEE && !work->glpk;
        if (level != SOLVER_GUARANTEE || work->glpk) {
            program_level(&work->program, level); /* rows of its own come first */
            int n_rows = work->program.n_rows;
            program_hold_level(&work->program, level, work->held[level]);
            assert(work->program.n_rows <= n_rows + 1);
            work->held_row[level] = work->program.n_rows > n_rows ? n_rows : -1;
            tell_glpk(work);
        }
    }
}

/* Returns false if there is no point, proven. */
static bool relax_by_simplex(struct work *work, int k)
{
    struct glpk_result result;
    struct glpk_limits effort = limits(
        work, is_decisive(work, k) ? RELAX_ITERATIONS : LOWER_RELAX_ITERATIONS, 0);
    enum glpk_status status = glpk_relax(&work->arena, work->glpk, &work->program,
                                         work->problem->level[k], &effort, &result);
    if (status == GLPK_INFEASIBLE) {
        return false;
    }
    if (result.has_bound) {
        work_take_bound(work, k, result.bound);
        work->dual = result.dual;
        work->n_dual = work->program.n_rows;
    }
    work->is_relaxed = status == GLPK_OPTIMAL;
    return true;
}

/* 0 if those that there is time for are too few to be of use. */
static int most_iterations(const struct work *work, int k)
{
    bool is_minimax = work->problem->level[k] == SOLVER_BURDEN;
    bool decisive = is_decisive(work, k);
    double terms = is_minimax ? minimax_terms
                   : decisive ? decisive_terms
                              : lower_terms;
    int n = first_order_iterations(
        &work->program, terms, is_minimax ? MINIMAX_ITERATIONS : MOST_ITERATIONS);
    return n >= FIRST_ORDER_FEWEST ? n : decisive ? FIRST_ORDER_FEWEST : 0;
}

/* An array of n as one of n_new, with zeros behind. */
static const double *extended(struct arena *arena, const double *from, int n,
                              int n_new)
{
    double *to = arena_new(arena, n_new, double);
    memcpy(to, from, (size_t)n * sizeof *to);
    return to;
}

/* Starts from the last relaxation's end, if there is one: then rows are new. */
static void relax_by_first_order(struct work *work, int k)
{
    enum solver_level level = work->problem->level[k];
    struct program *program = &work->program;
    program_level(program, level); /* may grow in the arena */
    int max_iterations = most_iterations(work, k);
    if (max_iterations == 0) {
        return;
    }
    struct first_order_result result;
    struct first_order_limits effort = {
        .max_iterations = max_iterations,
        .threads = work->options->threads,
        .gap = first_order_usual_gap,
        .has_target = work->incumbent.broken == 0,
        .target = work->incumbent.value[level],
        .poll = work_poll,
        .context = work,
    };
    if (work->point) {
        effort.dual =
            extended(&work->arena, work->dual, work->n_dual, program->n_rows);
        effort.column =
            extended(&work->arena, work->point, work->n_point, program->n_columns);
        effort.has_new_rows = true;
    }
    first_order_relax(&work->arena, program, level, &effort, &result);
    if (result.has_bound) {
        work_take_bound(work, k, result.bound);
        work->dual = result.dual;
        work->n_dual = program->n_rows;
        work->point = result.column;
        work->n_point = program->n_columns;
    }
}

bool integer_bound_sharpen(struct work *work, int k)
{
    if (!work->lacks_guarantee) {
        return false;
    }
    work->lacks_guarantee = false;
    program_hold_level(&work->program, SOLVER_GUARANTEE,
                       work->held[SOLVER_GUARANTEE]);
    relax_by_first_order(work, k);
    return true;
}

bool integer_bound_relax(struct work *work, int k)
{
    enum solver_level level = work->problem->level[k];
    prepare(work);
    work->was_relaxed = true;
    work->is_relaxed = false;
    work->dual = work->point = NULL;
    if (level == SOLVER_ROOMS && work->incumbent.broken == 0) {
        return true;
    }
    if (work->incumbent.broken == 0) {
        integer_bound_hold(work, k);
    }
    if (!work->glpk) {
        relax_by_first_order(work, k);
    } else if (!relax_by_simplex(work, k)) {
        return work->incumbent.broken == 0;
    }
    work_report(work, k);
    return true;
}

/* An iteration takes the longer the larger the program is, and pricing the branches
 * of a node many of them: programs beyond a usual size get fewer. */
static struct glpk_limits branch_limits(const struct work *work, int k)
{
    bool decisive = is_decisive(work, k);
    double share = usual_terms / (work->program.n_terms + 1.0);
    share = share < 1 ? share * share * share : 1;
    int iterations = decisive ? BRANCH_ITERATIONS : LOWER_BRANCH_ITERATIONS;
    int nodes = share < 1  ? LARGE_BRANCH_NODES
                : decisive ? BRANCH_NODES
                           : LOWER_BRANCH_NODES;
    return limits(work, (int)(share * iterations), nodes);
}

static bool branch(struct work *work, int k)
{
    struct glpk_limits effort = branch_limits(work, k);
    struct glpk_result result;
    enum glpk_status status = glpk_branch(&work->arena, work->glpk, &work->program,
                                          work->problem->level[k],
                                          incumbent_point(work), &effort, &result);
    if (result.has_point) {
        take_point(work, result.column);
    }
    if (result.has_bound) {
        work_take_bound(work, k, result.bound);
    }
    work_report(work, k);
    return status != GLPK_INFEASIBLE || work->incumbent.broken == 0;
}

bool integer_bound_is_quick(struct work *work)
{
    prepare(work);
    return work->glpk != NULL;
}

/* Levels that could not be held before ask for the relaxation once more. */
bool integer_bound_refresh(struct work *work, int k)
{
    bool is_outdated = work->incumbent.broken == 0 && work->n_held < k;
    return (work->was_relaxed && !is_outdated) || integer_bound_relax(work, k);
}

bool integer_bound_branch(struct work *work, int k)
{
    return !work->is_relaxed || !is_worth_branching(work, k) || branch(work, k);
}

/* The last relaxation's prices, settled, and the bound from them. */
static double *build_prices(struct work *work, struct arena *arena, int k,
                            struct dual_bound *bound)
{
    struct program *program = &work->program;
    enum solver_level level = work->problem->level[k];
    assert(program->level[level].built); /* it must not grow: its arena is lent */
    double *dual = arena_new(arena, program->n_rows, double);
    memcpy(dual, work->dual, (size_t)work->n_dual * sizeof *dual);
    dual_bound_build(arena, program, level, dual, bound);
    dual_bound_settle(program, bound, dual);
    return dual;
}

bool integer_bound_aim(struct work *work, int k, int64_t value, struct arena *arena,
                       struct problem *narrow)
{
    if (!work->dual) {
        return false;
    }
    struct arena scratch = work->arena;
    struct dual_bound bound;
    const double *dual = build_prices(work, &scratch, k, &bound);
    *narrow = narrowed_towards(arena, &work->program, &bound, dual, value);
    return true;
}

void integer_bound_narrow(struct work *work, int k)
{
    enum solver_level level = work->problem->level[k];
    if (!work->dual || work->incumbent.broken != 0 || level == SOLVER_ROOMS ||
        level == SOLVER_STABILITY) {
        return;
    }
    integer_bound_hold(work, k + 1); /* what is closed holds with this value only */
    struct arena scratch = work->arena;
    struct dual_bound bound;
    const double *dual = build_prices(work, &scratch, k, &bound);
    dual_fix(&work->program, &bound, dual, work->held[level]);
    tell_glpk(work);
    work->open = narrowed_problem(&work->arena, &work->program);
}
