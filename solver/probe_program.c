/* A question is answered by the simplex method on the level's own objective, which
 * stops as soon as the bound leaves nothing better. The prices it ends with bound
 * every other ghost as well: whoever they rule out is never asked about. Programs
 * too large for the simplex method have prices from a first-order method, and these
 * alone. */

#include "solver/probe_program.h"

#include "scheduler/base/bits.h"
#include "solver/dual_bound.h"
#include "solver/dual_fix.h"
#include "solver/first_order.h"
#include "solver/lists.h"
#include "solver/probe_rows.h"

enum {
    MOST_COLUMNS_FOR_SIMPLEX = 20 * 1000,
    MOST_COLUMNS = 4 * 1000 * 1000,
    STEPS_FOR_PRICES = 1500,
    ITERATIONS_FOR_PRICES = 40 * 1000,
    RELAX_ITERATIONS_PER_QUESTION = 2000,
    BRANCH_ITERATIONS_PER_QUESTION = 2000,
    NODES_PER_QUESTION = 200,
};

/* In iterations times rows and columns. */
#define WORK_FOR_PRICES (INT64_C(80) * 1000 * 1000)
/* In steps times terms. */
#define STEP_WORK_FOR_PRICES (INT64_C(2) * 1000 * 1000 * 1000)
#define RELAX_WORK (INT64_C(32) * 1000 * 1000)
#define BRANCH_WORK (INT64_C(16) * 1000 * 1000)

static bool is_minimised(const struct inquiry *inquiry, int k)
{
    return !solver_level_is_maximised(inquiry->ghosts->problem.level[k]);
}

/* Level k is to be at least as good as it is, or better, or anything. */
enum hold { HOLD_FREE, HOLD_AS_GOOD, HOLD_BETTER };

static void hold_level(struct inquiry *inquiry, int k, enum hold hold)
{
    struct row *row = &inquiry->program.row[inquiry->hold_row[k]];
    int64_t constant =
        inquiry->program.level[inquiry->ghosts->problem.level[k]].constant;
    int64_t value = inquiry->standard->value[k] - constant;
    row->low = row->high = ROW_FREE;
    if (hold != HOLD_FREE && is_minimised(inquiry, k)) {
        row->high = value - (hold == HOLD_BETTER);
    } else if (hold != HOLD_FREE) {
        row->low = value + (hold == HOLD_BETTER);
    }
    glpk_update_row(inquiry->glpk, &inquiry->program, inquiry->hold_row[k]);
}

/* What meeting m adds to the bound: nothing is left of it where m is out. */
static dual_wide share_of(const struct inquiry *inquiry,
                          const struct dual_bound *bound, const double *dual, int m)
{
    const struct program *program = &inquiry->program;
    int row = program->meeting_row[m];
    dual_wide share = 0;
    if (row >= 0 && program->row[row].high == 1) {
        int64_t y =
            dual_bound_multiplier(&program->row[row], dual[row], bound->maximised);
        share += y > 0 ? y : 0;
    }
    for (int i = 0; i < lists_length(&program->slots, m); i++) {
        int j = program->x_first[m] + i;
        share += bound->reduced[j] > 0
                     ? bound->reduced[j] * program->column[j].upper
                     : 0;
    }
    return share;
}

static void take_price(struct inquiry *inquiry, int k,
                       const struct dual_bound *bound, int column)
{
    int64_t value, *best = &inquiry->best[k][column - inquiry->first_column];
    if (dual_bound_value_with(bound, column, &value) &&
        (is_minimised(inquiry, k) ? value > *best : value < *best)) {
        *best = value;
    }
}

/* The prices of a relaxation, as far as they concern ghosts, each of which stands in
 * for its meeting. All of these are closed now, so that the prices may come from a
 * question about any of them. */
static void take_prices(struct arena scratch, struct inquiry *inquiry, int k,
                        double *dual)
{
    const struct ghosts *ghosts = inquiry->ghosts;
    const struct program *program = &inquiry->program;
    struct dual_bound bound;
    for (int g = ghosts->n_original; g < ghosts->problem.n_meetings; g++) {
        dual[inquiry->force_row[g - ghosts->n_original]] = 0;
    }
    dual_bound_build(&scratch, &inquiry->program, ghosts->problem.level[k], dual,
                     &bound);
    for (int g = ghosts->n_original; g < ghosts->problem.n_meetings; g++) {
        struct dual_bound without = bound;
        without.sum -= share_of(inquiry, &bound, dual, ghosts->origin[g]);
        for (int i = 0; i < lists_length(&program->slots, g); i++) {
            take_price(inquiry, k, &without, program->x_first[g] + i);
        }
    }
}

static int64_t work_of(const struct inquiry *inquiry, int iterations)
{
    return (int64_t)iterations *
           (inquiry->program.n_rows + inquiry->program.n_columns + 1);
}

/* No more than the work left allows. */
static int iterations_of(const struct inquiry *inquiry, int64_t work, int most)
{
    int64_t n = work / work_of(inquiry, 1);
    return n < 1 ? 1 : n < most ? (int)n : most;
}

static void init_best(struct inquiry *inquiry)
{
    const struct program *program = &inquiry->program;
    int n = inquiry->ghosts->n_original,
        n_all = inquiry->ghosts->problem.n_meetings;
    inquiry->first_column = n < n_all ? program->x_first[n] : 0;
    inquiry->n_columns = program->slots.start[n_all] - program->slots.start[n];
    for (int k = 0; k < inquiry->standard->n_levels; k++) {
        inquiry->best[k] = arena_new(&inquiry->arena, inquiry->n_columns, int64_t);
        for (int i = 0; i < inquiry->n_columns; i++) {
            inquiry->best[k][i] = is_minimised(inquiry, k) ? INT64_MIN : INT64_MAX;
        }
    }
}

/* True if with the ghost in column j level k may still be better than it is. */
static bool may_gain(const struct inquiry *inquiry, int k, int j)
{
    int64_t value = inquiry->best[k][j - inquiry->first_column];
    int64_t hold = inquiry->standard->value[k];
    return is_minimised(inquiry, k) ? value < hold : value > hold;
}

static bool is_priced_out_of(const struct inquiry *inquiry, int k, int g)
{
    for (int i = 0; i < lists_length(&inquiry->program.slots, g); i++) {
        if (may_gain(inquiry, k, inquiry->program.x_first[g] + i)) {
            return false;
        }
    }
    return true;
}

static bool are_all_priced_out_of(const struct inquiry *inquiry, int k)
{
    for (int g = inquiry->ghosts->n_original;
         g < inquiry->ghosts->problem.n_meetings; g++) {
        if (!is_priced_out_of(inquiry, k, g)) {
            return false;
        }
    }
    return true;
}

static double *relax_by_simplex(struct arena *arena, struct inquiry *inquiry, int k)
{
    struct glpk_limits limits = {
        .max_iterations =
            iterations_of(inquiry, WORK_FOR_PRICES, ITERATIONS_FOR_PRICES),
        .poll = inquiry->poll,
        .context = inquiry->context};
    struct glpk_result result;
    glpk_relax(arena, inquiry->glpk, &inquiry->program,
               inquiry->ghosts->problem.level[k], &limits, &result);
    return result.dual;
}

static double *relax_by_steps(struct arena *arena, struct inquiry *inquiry, int k)
{
    int64_t steps = STEP_WORK_FOR_PRICES / (inquiry->program.n_terms + 1);
    struct first_order_limits limits = {
        .max_iterations = steps < STEPS_FOR_PRICES ? (int)steps : STEPS_FOR_PRICES,
        .threads = inquiry->threads,
        .gap = 1e-6,
        .poll = inquiry->poll,
        .context = inquiry->context};
    struct first_order_result result;
    first_order_relax(arena, &inquiry->program, inquiry->ghosts->problem.level[k],
                      &limits, &result);
    return result.dual;
}

/* Prices of everything on each level, from its relaxation with the levels before
 * it held; where no prices at all do, without. */
static void find_prices(struct inquiry *inquiry)
{
    for (int k = 0; k < inquiry->standard->n_levels; k++) {
        struct arena scratch = inquiry->arena;
        double *dual = arena_new(&scratch, inquiry->program.n_rows, double);
        take_prices(scratch, inquiry, k, dual);
        if (!are_all_priced_out_of(inquiry, k)) {
            dual = inquiry->glpk ? relax_by_simplex(&scratch, inquiry, k)
                                 : relax_by_steps(&scratch, inquiry, k);
        }
        if (dual) {
            take_prices(scratch, inquiry, k, dual);
        }
        hold_level(inquiry, k, HOLD_AS_GOOD);
    }
}

static int64_t count_columns(const struct problem *problem)
{
    int64_t n_columns = 0;
    for (int g = 0; g < problem->n_meetings; g++) {
        n_columns += bits_count(problem->domain + (int64_t)g * problem->slot_words,
                                problem->slot_words);
    }
    return n_columns;
}

bool inquiry_init(const struct ghosts *ghosts, const struct standard *standard,
                  const struct pool *rooms, const struct pool *interpreters,
                  int threads, int part, bool (*poll)(void *context), void *context,
                  struct inquiry *inquiry)
{
    *inquiry = (struct inquiry){
        .ghosts = ghosts,
        .standard = standard,
        .threads = threads,
        .poll = poll,
        .context = context,
        .relax_left = RELAX_WORK / part,
        .branch_left = BRANCH_WORK / part,
    };
    int64_t n_columns = count_columns(&ghosts->problem);
    if (n_columns > MOST_COLUMNS || standard->n_levels == 0) {
        return false;
    }
    arena_init(&inquiry->arena);
    inquiry_build(inquiry, rooms, interpreters);
    init_best(inquiry);
    inquiry->slot = arena_new(&inquiry->arena, ghosts->problem.n_meetings, int);
    inquiry->cap =
        arena_new(&inquiry->arena,
                  (int64_t)interpreters->n_classes * ghosts->problem.n_slots, int);
    if (n_columns <= MOST_COLUMNS_FOR_SIMPLEX) {
        inquiry->glpk = glpk_program_create(&inquiry->arena);
    }
    find_prices(inquiry);
    return true;
}

void inquiry_finish(struct inquiry *inquiry)
{
    glpk_program_destroy(inquiry->glpk);
    arena_finish(&inquiry->arena);
}

static void open_column(struct inquiry *inquiry, int j, bool open)
{
    inquiry->program.column[j].upper = open;
    glpk_update_column(inquiry->glpk, &inquiry->program, j);
}

/* Forces ghost g in, where it may gain something on level k, and its meeting out; or
 * closes it again. */
static void open_ghost(struct inquiry *inquiry, int k, int g, bool open)
{
    struct program *program = &inquiry->program;
    int m = inquiry->ghosts->origin[g];
    int row = inquiry->force_row[g - inquiry->ghosts->n_original];
    for (int i = 0; i < lists_length(&program->slots, g); i++) {
        int j = program->x_first[g] + i;
        open_column(inquiry, j, open && may_gain(inquiry, k, j));
    }
    for (int i = 0; i < lists_length(&program->slots, m); i++) {
        open_column(inquiry, program->x_first[m] + i, !open);
    }
    program->row[row].low = open;
    glpk_update_row(inquiry->glpk, program, row);
}

static bool is_at_least(const struct inquiry *inquiry, int k, int64_t bound)
{
    int64_t hold = inquiry->standard->value[k];
    return is_minimised(inquiry, k) ? bound >= hold : bound <= hold;
}

/* The relaxation with ghost g, which is open on level k. Keeps the prices. */
static enum probe_answer ask_relaxation(struct inquiry *inquiry, int k,
                                        double **dual)
{
    struct glpk_result result;
    struct glpk_limits limits = {
        .max_iterations = iterations_of(inquiry, inquiry->relax_left,
                                        RELAX_ITERATIONS_PER_QUESTION),
        .dual_simplex = true,
        .has_cutoff = true,
        .cutoff = inquiry->standard->value[k],
        .poll = inquiry->poll,
        .context = inquiry->context,
    };
    enum glpk_status status =
        glpk_relax(&inquiry->arena, inquiry->glpk, &inquiry->program,
                   inquiry->ghosts->problem.level[k], &limits, &result);
    inquiry->relax_left -= work_of(inquiry, result.iterations + 1);
    *dual = result.dual;
    bool none = status == GLPK_INFEASIBLE ||
                (result.has_bound && is_at_least(inquiry, k, result.bound));
    return none ? PROBE_NO : PROBE_UNKNOWN;
}

/* The bounds of everything, to come back to. */
struct bounds {
    int64_t *upper, *low, *high;
};

static struct bounds note_bounds(struct arena *arena, const struct program *program)
{
    struct bounds bounds = {arena_new(arena, program->n_columns, int64_t),
                            arena_new(arena, program->n_rows, int64_t),
                            arena_new(arena, program->n_rows, int64_t)};
    for (int j = 0; j < program->n_columns; j++) {
        bounds.upper[j] = program->column[j].upper;
    }
    for (int i = 0; i < program->n_rows; i++) {
        bounds.low[i] = program->row[i].low;
        bounds.high[i] = program->row[i].high;
    }
    return bounds;
}

/* Tells GLPK what is different from before, and leaves it so or undoes it. */
static void tell_bounds(struct inquiry *inquiry, const struct bounds *before,
                        bool undo)
{
    struct program *program = &inquiry->program;
    for (int j = 0; j < program->n_columns; j++) {
        struct column *column = &program->column[j];
        if (column->upper != before->upper[j]) {
            column->upper = undo ? before->upper[j] : column->upper;
            glpk_update_column(inquiry->glpk, program, j);
        }
    }
    for (int i = 0; i < program->n_rows; i++) {
        struct row *row = &program->row[i];
        if (row->low != before->low[i] || row->high != before->high[i]) {
            row->low = undo ? before->low[i] : row->low;
            row->high = undo ? before->high[i] : row->high;
            glpk_update_row(inquiry->glpk, program, i);
        }
    }
}

/* Any integral point that is better on level k, among what the prices leave of
 * those. */
static enum glpk_status branch(struct inquiry *inquiry, int k,
                               const struct glpk_limits *limits)
{
    struct arena scratch = inquiry->arena;
    struct glpk_result result;
    enum solver_level level = inquiry->ghosts->problem.level[k];
    hold_level(inquiry, k, HOLD_BETTER);
    enum glpk_status status = glpk_relax(&scratch, inquiry->glpk, &inquiry->program,
                                         level, limits, &result);
    inquiry->branch_left -= work_of(inquiry, result.iterations + 1);
    if (status == GLPK_OPTIMAL) {
        status = glpk_branch(&scratch, inquiry->glpk, &inquiry->program, level,
                             NULL, limits, &result);
        inquiry->branch_left -= work_of(inquiry, result.iterations + 1);
    }
    if (status == GLPK_OPTIMAL) {
        program_read_point(&inquiry->program, result.column, inquiry->slot,
                           inquiry->cap);
    }
    hold_level(inquiry, k, HOLD_FREE);
    return status;
}

/* Branch and cut with the ghost open. The relaxation's prices close what no point
 * that is better can have: mostly nearly all, as it is better by a unit or two. */
static enum probe_answer ask_branching(struct inquiry *inquiry, int k)
{
    struct arena *arena = &inquiry->arena; /* gone after the question */
    struct glpk_result result;
    struct glpk_limits limits = {
        .max_iterations = iterations_of(inquiry, inquiry->branch_left,
                                        BRANCH_ITERATIONS_PER_QUESTION),
        .max_nodes = NODES_PER_QUESTION,
        .dual_simplex = true,
        .first_point = true,
        .poll = inquiry->poll,
        .context = inquiry->context,
    };
    enum solver_level level = inquiry->ghosts->problem.level[k];
    struct bounds before = note_bounds(arena, &inquiry->program);
    enum glpk_status status = glpk_relax(arena, inquiry->glpk, &inquiry->program,
                                         level, &limits, &result);
    inquiry->branch_left -= work_of(inquiry, result.iterations + 1);
    if (status == GLPK_INFEASIBLE) {
        return PROBE_NO;
    }
    if (result.dual) {
        struct dual_bound bound;
        int64_t better =
            inquiry->standard->value[k] + (is_minimised(inquiry, k) ? -1 : 1);
        dual_bound_build(arena, &inquiry->program, level, result.dual, &bound);
        dual_fix(&inquiry->program, &bound, result.dual, better);
        tell_bounds(inquiry, &before, false);
    }
    status = branch(inquiry, k, &limits);
    tell_bounds(inquiry, &before, true);
    return status == GLPK_OPTIMAL      ? PROBE_YES
           : status == GLPK_INFEASIBLE ? PROBE_NO
                                       : PROBE_UNKNOWN;
}

static enum probe_answer ask_level(struct inquiry *inquiry, int k, int g,
                                   bool branch)
{
    struct arena arena = inquiry->arena; /* the question's own is gone after it */
    double *dual = NULL;
    for (int i = 0; i < inquiry->standard->n_levels; i++) {
        hold_level(inquiry, i, i < k ? HOLD_AS_GOOD : HOLD_FREE);
    }
    open_ghost(inquiry, k, g, true);
    enum probe_answer answer =
        branch ? ask_branching(inquiry, k) : ask_relaxation(inquiry, k, &dual);
    open_ghost(inquiry, k, g, false);
    if (dual) {
        take_prices(inquiry->arena, inquiry, k, dual);
    }
    inquiry->arena = arena;
    return answer;
}

enum probe_answer inquiry_ask(struct inquiry *inquiry, int g, bool branch)
{
    enum probe_answer answer = PROBE_NO;
    for (int k = 0; k < inquiry->standard->n_levels && answer != PROBE_YES; k++) {
        if (is_priced_out_of(inquiry, k, g)) {
            continue;
        }
        int64_t left = branch ? inquiry->branch_left : inquiry->relax_left;
        enum probe_answer here = inquiry->glpk && left > 0
                                     ? ask_level(inquiry, k, g, branch)
                                     : PROBE_UNKNOWN;
        answer = here == PROBE_NO ? answer : here;
    }
    return answer;
}

bool inquiry_is_priced_out(const struct inquiry *inquiry, int g)
{
    for (int k = 0; k < inquiry->standard->n_levels; k++) {
        if (!is_priced_out_of(inquiry, k, g)) {
            return false;
        }
    }
    return true;
}
