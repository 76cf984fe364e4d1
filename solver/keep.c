/* Simplex method and branch and cut work on few columns (keep_columns.h). An integral
 * point short of the bound lets in what the difference could pay for, and is then
 * improved on or proven. */

#include "solver/keep.h"

#include <string.h>

#include "solver/dual_bound.h"
#include "solver/glpk_program.h"
#include "solver/keep_columns.h"
#include "solver/keep_point.h"
#include "solver/keep_search.h"
#include "solver/kept.h"

enum {
    MOST_ROUNDS = 40,
    ITERATIONS = 60 * 1000,
    BRANCH_ITERATIONS = 60 * 1000,
    BRANCH_NODES = 1000,
    BRANCH_WORK =
        50 * 1000 * 1000, /* columns that are priced for fractional ones */
    FEW_OPEN = 100,       /* branch and cut does these in no time */
};

static struct glpk_limits effort(const struct keeper *keeper, bool branching)
{
    return (struct glpk_limits){
        .max_iterations = branching ? BRANCH_ITERATIONS : ITERATIONS,
        .max_nodes = BRANCH_NODES,
        .poll = keeper->options->should_stop,
        .context = keeper->options->context,
    };
}

static bool is_proven(const struct keeper *keeper)
{
    return keeper->has_point && keeper->value == keeper->limit;
}

/* Solves the relaxation of the whole program; false if it has no point, or effort
 * ran out before a bound was known. */
static bool relax(struct keeper *keeper)
{
    struct glpk_result result = {0};
    struct glpk_limits limits = effort(keeper, false);
    limits.at_upper = keeper->at_upper;
    for (int round = 0; round < MOST_ROUNDS; round++) {
        keep_columns_bound(keeper, false);
        enum glpk_status status =
            glpk_relax(keeper->arena, keeper->glpk, &keeper->program, SOLVER_SERVED,
                       &limits, &result);
        if (status == GLPK_INFEASIBLE && keep_columns_let_all_in(keeper) > 0) {
            continue; /* what must be held may need what was left out */
        }
        if (status != GLPK_OPTIMAL) {
            return false;
        }
        if (keep_columns_price(keeper, result.dual) == 0) {
            break;
        }
    }
    if (!result.column) { /* the last round let columns in and solved nothing */
        return false;
    }
    keep_point_find_likely(keeper, result.column);
    if (keep_point_count_fractional(keeper, result.column) == 0) {
        keep_point_take(keeper, result.column);
    }
    return true;
}

/* Branch and cut over the columns that are in, from a point of the relaxation on;
 * true if it came to its end. A node prices every column for each fractional one. */
static bool branch(struct keeper *keeper, const double *point)
{
    struct glpk_result result;
    struct glpk_limits limits = effort(keeper, true);
    int64_t each = (int64_t)keeper->program.n_columns *
                   (1 + keep_point_count_fractional(keeper, point));
    if (limits.max_nodes > BRANCH_WORK / each) {
        limits.max_nodes = 1 + (int)(BRANCH_WORK / each);
    }
    enum glpk_status status =
        glpk_branch(keeper->arena, keeper->glpk, &keeper->program, SOLVER_SERVED,
                    NULL, &limits, &result);
    if (result.has_point) {
        keep_point_take(keeper, result.column);
    }
    return status == GLPK_OPTIMAL && result.has_point;
}

static int64_t n_words_of_works(const struct problem *problem)
{
    return (int64_t)problem->n_interpreters * problem->slot_words;
}

static void init(struct keeper *keeper, enum keep_worth worth);
static bool solve(struct keeper *keeper, enum keep_worth worth);

/* Takes over what the smaller problem came to. Meetings that it has not at all are
 * dropped. */
static void take_small(struct keeper *keeper, const struct keep *certain,
                       const struct kept *kept, const struct keep *found,
                       int64_t value)
{
    if (keeper->has_point && value <= keeper->value) {
        return;
    }
    keeper->has_point = true;
    keeper->value = value;
    keeper->best->knows_works = found->knows_works;
    for (int64_t w = 0; w < n_words_of_works(keeper->problem); w++) {
        keeper->best->works[w] = found->works[w];
    }
    for (int m = 0; m < keeper->problem->n_meetings; m++) {
        keeper->best->slot[m] = -1;
        keeper->best->fate[m] = certain->fate[m];
    }
    for (int k = 0; k < kept->problem.n_meetings; k++) {
        int m = kept->meeting[k];
        keeper->best->slot[m] = found->slot[k];
        if (certain->fate[m] != KEEP_WHOLE) {
            keeper->best->fate[m] = found->fate[k];
        }
    }
}

/* What the limit on changes leaves to the smaller problem; false if nothing does. The
 * meetings of before that it does not have are changes already. */
static bool share_limit(const struct problem *problem, struct kept *kept)
{
    struct problem *small = &kept->problem;
    int n_missing = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        n_missing += problem->had_previous[m];
    }
    for (int k = 0; k < small->n_meetings; k++) {
        n_missing -= problem->had_previous[kept->meeting[k]];
    }
    small->limits_changes = problem->limits_changes;
    small->max_changes = problem->max_changes - n_missing;
    return !small->limits_changes || small->max_changes >= 0;
}

/* What is to be held as it was: what stays so in all that loses at most `gap` against
 * the bound; or also what does in the relaxation. */
struct hold {
    dual_wide gap;
    bool is_likely;
};

/* Their number. */
static int choose_held(const struct keeper *keeper, struct hold hold,
                       struct keep *held)
{
    int n = 0;
    for (int m = 0; m < keeper->problem->n_meetings; m++) {
        held->slot[m] = keeper->likely[m];
        if ((hold.is_likely && keeper->stays[m]) ||
            keep_columns_agree(keeper, m, KEEP_WHOLE, hold.gap)) {
            held->fate[m] = KEEP_WHOLE;
            n++;
        }
    }
    return n;
}

/* The best of the smaller problem. True if that is known. */
static bool solve_small(struct keeper *keeper, enum keep_worth worth,
                        const struct keep *held, int n_held,
                        const struct kept *kept)
{
    struct keep found;
    keep_init(keeper->arena, keeper->problem, &found);
    struct keeper small = {.arena = keeper->arena,
                           .problem = &kept->problem,
                           .is_small = true,
                           .is_limited = keeper->is_limited,
                           .best = &found,
                           .options = keeper->options};
    init(&small, worth);
    bool ended = solve(&small, worth) && is_proven(&small);
    glpk_program_destroy(small.glpk);
    if (small.has_point) {
        int64_t each = worth == KEEP_COUNT ? 1 : STABILITY_DROPPED;
        take_small(keeper, held, kept, &found, small.value + each * n_held);
    }
    return ended;
}

/* Fixes what surely stays as it was, and solves what is left by branch and cut. True
 * if that came to its end. */
static bool branch_small(struct keeper *keeper, enum keep_worth worth,
                         dual_wide gap)
{
    struct keep held;
    struct kept kept;
    keep_init(keeper->arena, keeper->problem, &held);
    int n = choose_held(keeper, (struct hold){gap, false}, &held);
    if (!kept_build(keeper->arena, keeper->problem, &held, &kept) ||
        (keeper->is_limited && worth == KEEP_WORTH &&
         !share_limit(keeper->problem, &kept))) {
        return false;
    }
    kept_remember(keeper->arena, keeper->problem, &held, &kept);
    return solve_small(keeper, worth, &held, n, &kept);
}

/* The problem with only the meetings that the program has. */
static struct problem asked_only(struct keeper *keeper)
{
    struct problem only = *keeper->problem;
    size_t words = (size_t)only.slot_words, n = (size_t)only.n_meetings;
    only.domain = arena_new(keeper->arena, (int64_t)n * words, uint64_t);
    for (size_t m = 0; m < n; m++) {
        if (keeper->asked.first[m] < keeper->asked.end[m]) {
            memcpy(only.domain + m * words, keeper->problem->domain + m * words,
                   words * sizeof *only.domain);
        }
    }
    return only;
}

/* Searches for a point that is worth the bound beside what is held, and lets a
 * program of its slots find the names. */
static void search_small(struct keeper *keeper, struct hold hold)
{
    struct problem only = asked_only(keeper);
    struct keep held;
    struct kept kept;
    keep_init(keeper->arena, keeper->problem, &held);
    int n = choose_held(keeper, hold, &held);
    if (keeper->asked.n_previous - n < FEW_OPEN ||
        !kept_build(keeper->arena, &only, &held, &kept)) {
        return;
    }
    kept_remember(keeper->arena, &only, &held, &kept);
    int n_missing = keeper->asked.n_previous;
    for (int k = 0; k < kept.problem.n_meetings; k++) {
        n_missing -= only.had_previous[kept.meeting[k]];
    }
    int64_t least =
        keeper->asked.most - keeper->limit - (int64_t)n_missing * STABILITY_DROPPED;
    if (keep_search(keeper->options, least, &kept)) {
        solve_small(keeper, KEEP_WORTH, &held, n, &kept);
    }
}

/* What is worth at most so much less than the bound is in the smaller problem that
 * belongs to it: the best of that one, if it is worth enough, is the best. */
static void branch_small_enough(struct keeper *keeper, enum keep_worth worth)
{
    static const int64_t less[] = {0, 1, 10, 100, 1000};
    for (size_t k = 0; k < sizeof less / sizeof *less && !is_proven(keeper); k++) {
        int64_t least = keeper->limit - less[k];
        bool ended =
            branch_small(keeper, worth, dual_bound_gap(&keeper->bound, least));
        if (ended && keeper->value >= least) {
            keeper->limit = keeper->value;
        } else if (keeper->has_point && !ended) {
            return;
        }
    }
}

/* True with a point; the best there is if limit says so. */
static bool solve(struct keeper *keeper, enum keep_worth worth)
{
    if (!relax(keeper)) {
        return false;
    }
    if (is_proven(keeper)) {
        return true;
    }
    if (!keeper->is_small) {
        if (worth == KEEP_WORTH && !keeper->is_limited) {
            dual_wide gap = dual_bound_gap(&keeper->bound, keeper->limit);
            search_small(keeper, (struct hold){gap, true});
            if (!is_proven(keeper)) {
                search_small(keeper, (struct hold){gap, false});
            }
        }
        branch_small_enough(keeper, worth);
        return keeper->has_point;
    }
    keep_columns_let_in(keeper, keeper->bound.sum + 1);
    keep_columns_bound(keeper, false);
    struct glpk_result result;
    struct glpk_limits limits = effort(keeper, false);
    if (glpk_relax(keeper->arena, keeper->glpk, &keeper->program, SOLVER_SERVED,
                   &limits, &result) == GLPK_OPTIMAL &&
        branch(keeper, result.column)) {
        keeper->limit = keeper->value;
    }
    return keeper->has_point;
}

static void init(struct keeper *keeper, enum keep_worth worth)
{
    struct arena *arena = keeper->arena;
    const struct problem *problem = keeper->problem;
    struct program *program = &keeper->program;
    keep_problem_build(arena, problem, worth, &keeper->asked);
    pool_init_rooms(arena, &keeper->asked.problem, &keeper->rooms);
    pool_init_interpreters(arena, &keeper->asked.problem, &keeper->interpreters);
    program_init(arena, &keeper->asked.problem, &keeper->rooms,
                 &keeper->interpreters, program);
    keeper->link = arena_new(arena, problem->n_meetings, int);
    bool limited = worth == KEEP_WORTH && keeper->is_limited;
    keep_problem_link(&keeper->asked, problem, program,
                      limited ? problem->max_changes : PROBLEM_NO_LIMIT,
                      keeper->link);
    program_level(program, SOLVER_SERVED);
    keeper->open = arena_new(arena, program->n_columns, bool);
    keeper->limit = keeper->asked.most;
    keeper->has_point = false;
    keeper->at_upper = arena_new(arena, program->n_columns, bool);
    keeper->likely = arena_new(arena, problem->n_meetings, int);
    keeper->stays = arena_new(arena, problem->n_meetings, bool);
    keep_columns_begin(keeper);
    keeper->glpk = glpk_program_create(arena);
}

/* What all that cost as little agree in. */
static void find_certain(struct keeper *keeper)
{
    struct keep *keep = keeper->best;
    dual_wide gap = dual_bound_gap(&keeper->bound, keeper->value);
    keep->is_forced = is_proven(keeper);
    for (int m = 0; m < keeper->problem->n_meetings && is_proven(keeper); m++) {
        enum keep_fate fate = keep->fate[m];
        bool is_sure =
            fate != KEEP_FREE && keep_columns_agree(keeper, m, fate, gap);
        keep->is_certain[m] = is_sure && fate == KEEP_WHOLE;
        keep->is_forced &= fate == KEEP_FREE || is_sure;
    }
}

/* Meetings that cannot stay as they were, at least; false if that is not known. */
static bool count_changes(struct keeper *keeper, int *least)
{
    init(keeper, KEEP_COUNT);
    bool known = solve(keeper, KEEP_COUNT) && is_proven(keeper);
    glpk_program_destroy(keeper->glpk);
    *least = keeper->asked.n_previous - (int)keeper->limit;
    return known;
}

static enum keep_status keep_most(struct keeper *keeper)
{
    struct keep *keep = keeper->best;
    init(keeper, KEEP_WORTH);
    bool found = solve(keeper, KEEP_WORTH);
    if (found) {
        keep->cost = keeper->asked.most - keeper->value;
        keep->bound = keeper->asked.most - keeper->limit;
        find_certain(keeper);
    }
    glpk_program_destroy(keeper->glpk);
    return found ? KEEP_DONE : KEEP_UNKNOWN;
}

static int count_not_whole(const struct problem *problem, const struct keep *keep)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        n += problem->had_previous[m] && keep->fate[m] != KEEP_WHOLE;
    }
    return n;
}

static void forget(const struct problem *problem, struct keep *keep)
{
    for (int m = 0; m < problem->n_meetings; m++) {
        keep->fate[m] = KEEP_FREE;
        keep->is_certain[m] = false;
    }
}

/* With a limit that what costs least breaks: first how many changes there must be,
 * then the least cost with no more than allowed. */
static enum keep_status keep_within(struct keeper *keeper)
{
    struct keep *keep = keeper->best;
    if (!count_changes(keeper, &keep->least_changes)) {
        return KEEP_UNKNOWN;
    }
    if (keep->least_changes > keeper->problem->max_changes) {
        return KEEP_TOO_MANY;
    }
    forget(keeper->problem, keep);
    keeper->is_limited = true;
    return keep_most(keeper);
}

void keep_forget_works(struct keep *keep, const struct problem *problem)
{
    keep->knows_works = false;
    for (int64_t w = 0; w < n_words_of_works(problem); w++) {
        keep->works[w] = 0;
    }
}

void keep_init(struct arena *arena, const struct problem *problem,
               struct keep *keep)
{
    int n = problem->n_meetings;
    *keep = (struct keep){
        .fate = arena_new(arena, n, enum keep_fate),
        .slot = arena_new(arena, n, int),
        .works = arena_new(arena, n_words_of_works(problem), uint64_t),
        .is_certain = arena_new(arena, n, bool),
    };
    for (int m = 0; m < n; m++) {
        keep->slot[m] = -1;
    }
}

enum keep_status keep_solve(struct arena *arena, const struct problem *problem,
                            const struct solver_options *options, struct keep *keep)
{
    struct arena own;
    arena_init(&own);
    keep_init(arena, problem, keep);
    struct keeper keeper = {
        .arena = &own, .problem = problem, .best = keep, .options = options};
    enum keep_status status = keep_most(&keeper);
    if (problem->limits_changes &&
        (status != KEEP_DONE ||
         count_not_whole(problem, keep) > problem->max_changes)) {
        status = keep_within(&keeper);
    }
    arena_finish(&own);
    return status;
}
