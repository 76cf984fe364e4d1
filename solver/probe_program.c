#include "solver/probe_program.h"

#include "scheduler/base/bits.h"
#include "solver/lists.h"

enum {
    MOST_COLUMNS = 30 * 1000,
    RELAX_ITERATIONS_PER_QUESTION = 2000,
    BRANCH_ITERATIONS_PER_QUESTION = 1000,
    NODES_PER_QUESTION = 100,
    RELAX_ITERATIONS_IN_ALL = 12 * 1000,
    BRANCH_ITERATIONS_IN_ALL = 4 * 1000,
    ITERATIONS_FOR_PRICES = 40 * 1000,
};

static bool is_minimised(const struct inquiry *inquiry, int k)
{
    return !solver_level_is_maximised(inquiry->ghosts->problem.level[k]);
}

/* A row of its own for each level, free for now. */
static void add_hold_rows(struct inquiry *inquiry)
{
    struct program *program = &inquiry->program;
    for (int k = 0; k < inquiry->standard->n_levels; k++) {
        const struct expression *e =
            program_level(program, inquiry->ghosts->problem.level[k]);
        program_row_begin(program, ROW_FREE, ROW_FREE);
        for (int i = 0; i < e->n; i++) {
            program_row_add(program, e->term[i].column, e->term[i].coef);
        }
        inquiry->hold_row[k] = program->n_rows - 1;
    }
}

static void add_force_rows(struct inquiry *inquiry)
{
    struct program *program = &inquiry->program;
    int n = inquiry->ghosts->n_original,
        n_all = inquiry->ghosts->problem.n_meetings;
    inquiry->force_row = arena_new(&inquiry->arena, n_all - n, int);
    for (int g = n; g < n_all; g++) {
        program_row_begin(program, 0, ROW_FREE);
        for (int i = 0; i < lists_length(&program->slots, g); i++) {
            program_row_add(program, program->x_first[g] + i, 1);
            program->column[program->x_first[g] + i].upper = 0;
        }
        inquiry->force_row[g - n] = program->n_rows - 1;
    }
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

static struct glpk_limits question_limits(const struct inquiry *inquiry,
                                          bool dual_simplex)
{
    return (struct glpk_limits){
        .max_iterations = RELAX_ITERATIONS_PER_QUESTION,
        .max_nodes = NODES_PER_QUESTION,
        .dual_simplex = dual_simplex,
        .first_point = true,
        .poll = inquiry->poll,
        .context = inquiry->context,
    };
}

/* Prices of everything on each level, from its relaxation with the levels before
 * it held. */
static void find_prices(struct inquiry *inquiry)
{
    struct glpk_limits limits = {.max_iterations = ITERATIONS_FOR_PRICES,
                                 .poll = inquiry->poll,
                                 .context = inquiry->context};
    for (int k = 0; k < inquiry->standard->n_levels; k++) {
        enum solver_level level = inquiry->ghosts->problem.level[k];
        struct glpk_result result;
        glpk_relax(&inquiry->arena, inquiry->glpk, &inquiry->program, level,
                   &limits, &result);
        inquiry->has_prices[k] = result.dual != NULL;
        if (result.dual) {
            dual_bound_build(&inquiry->arena, &inquiry->program, level, result.dual,
                             &inquiry->prices[k]);
        }
        hold_level(inquiry, k, HOLD_AS_GOOD);
    }
}

static bool is_too_large(const struct problem *problem)
{
    int64_t n_columns = 0;
    for (int g = 0; g < problem->n_meetings; g++) {
        n_columns += bits_count(problem->domain + (int64_t)g * problem->slot_words,
                                problem->slot_words);
    }
    return n_columns > MOST_COLUMNS;
}

bool inquiry_init(const struct ghosts *ghosts, const struct standard *standard,
                  const struct pool *rooms, const struct pool *interpreters,
                  bool (*poll)(void *context), void *context,
                  struct inquiry *inquiry)
{
    *inquiry = (struct inquiry){
        .ghosts = ghosts,
        .standard = standard,
        .poll = poll,
        .context = context,
        .relax_left = RELAX_ITERATIONS_IN_ALL,
        .branch_left = BRANCH_ITERATIONS_IN_ALL,
    };
    if (is_too_large(&ghosts->problem) || standard->n_levels == 0) {
        return false;
    }
    arena_init(&inquiry->arena);
    program_init(&inquiry->arena, &ghosts->problem, rooms, interpreters,
                 &inquiry->program);
    add_hold_rows(inquiry);
    add_force_rows(inquiry);
    inquiry->slot = arena_new(&inquiry->arena, ghosts->problem.n_meetings, int);
    inquiry->cap =
        arena_new(&inquiry->arena,
                  (int64_t)interpreters->n_classes * ghosts->problem.n_slots, int);
    inquiry->glpk = glpk_program_create(&inquiry->arena);
    find_prices(inquiry);
    return true;
}

void inquiry_finish(struct inquiry *inquiry)
{
    glpk_program_destroy(inquiry->glpk);
    arena_finish(&inquiry->arena);
}

/* True if with the ghost in column j level k may still be better than it is. */
static bool may_gain(const struct inquiry *inquiry, int k, int j)
{
    int64_t value, hold = inquiry->standard->value[k];
    if (!inquiry->has_prices[k] ||
        !dual_bound_value_with(&inquiry->prices[k], j, &value)) {
        return true;
    }
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

/* Lets meeting m have its slots, or none. */
static void open_slots(struct inquiry *inquiry, int m, bool open)
{
    struct program *program = &inquiry->program;
    for (int i = 0; i < lists_length(&program->slots, m); i++) {
        program->column[program->x_first[m] + i].upper = open;
        glpk_update_column(inquiry->glpk, program, program->x_first[m] + i);
    }
}

void inquiry_open(struct inquiry *inquiry, int m, int g, bool open)
{
    struct program *program = &inquiry->program;
    int n = inquiry->ghosts->n_original;
    open_slots(inquiry, g, open);
    open_slots(inquiry, m, !open);
    int row = inquiry->force_row[g - n];
    program->row[row].low = open;
    glpk_update_row(inquiry->glpk, program, row);
}

/* Is there an integral point that keeps what is held now? Without branching the
 * answer is no or unknown. ROOMS as the level means: no objective. */
static enum probe_answer ask_glpk(struct inquiry *inquiry, bool branch)
{
    struct arena scratch = inquiry->arena;
    struct glpk_result result;
    struct glpk_limits limits = question_limits(inquiry, true);
    enum glpk_status status = glpk_relax(&scratch, inquiry->glpk, &inquiry->program,
                                         SOLVER_ROOMS, &limits, &result);
    inquiry->relax_left -= result.iterations + 1;
    if (status == GLPK_OPTIMAL && (!branch || inquiry->branch_left <= 0)) {
        return PROBE_UNKNOWN;
    }
    if (status == GLPK_OPTIMAL) {
        limits.max_iterations = BRANCH_ITERATIONS_PER_QUESTION;
        status = glpk_branch(&scratch, inquiry->glpk, &inquiry->program,
                             SOLVER_ROOMS, NULL, &limits, &result);
        inquiry->branch_left -= result.iterations;
    }
    if (status == GLPK_OPTIMAL) {
        program_read_point(&inquiry->program, result.column, inquiry->slot,
                           inquiry->cap);
    }
    return status == GLPK_OPTIMAL      ? PROBE_YES
           : status == GLPK_INFEASIBLE ? PROBE_NO
                                       : PROBE_UNKNOWN;
}

enum probe_answer inquiry_ask(struct inquiry *inquiry, int g, bool branch)
{
    enum probe_answer answer = PROBE_NO;
    for (int k = 0; k < inquiry->standard->n_levels && answer != PROBE_YES; k++) {
        if (is_priced_out_of(inquiry, k, g)) {
            continue;
        }
        for (int i = 0; i < inquiry->standard->n_levels; i++) {
            hold_level(inquiry, i,
                       i < k   ? HOLD_AS_GOOD
                       : i > k ? HOLD_FREE
                               : HOLD_BETTER);
        }
        enum probe_answer here = ask_glpk(inquiry, branch);
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
