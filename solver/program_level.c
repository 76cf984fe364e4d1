/* The levels as expressions of the columns:
 *   GUARANTEE    sum of y[p], y[p] >= min_meetings[p] - sum of p's x
 *   SERVED       sum of value[m] x[m,s]
 *   BALANCE      sum of balance_gain(k) n[p,k], sum over k of n[p,k] = sum of
 *                p's x, 0 <= n <= 1: gains fall with k, so the first ones fill
 *   STABILITY    dropped less what being scheduled, and where, takes back
 *   COMFORT      sum of the costs of m's participants in s, times x[m,s]
 *   BURDEN       B >= sum of p's costs, for each p
 *   COMPACTNESS  sum of everybody's block starts less sessions used
 *   ROOMS        0: no names here */

#include <assert.h>

#include "solver/lists.h"
#include "solver/program.h"

static void add(struct program *program, struct expression *e, int column,
                int64_t coef)
{
    if (coef == 0) {
        return;
    }
    e->term =
        arena_grow(program->arena, e->term, e->n, &e->capacity, sizeof *e->term);
    e->term[e->n++] = (struct term){column, coef};
}

/* coef times the number of p's meetings, in the present row. */
static void row_add_meetings_of(struct program *program, int p, int64_t coef)
{
    for (int k = program->meetings.start[p]; k < program->meetings.start[p + 1];
         k++) {
        int m = program->meetings.item[k];
        for (int i = 0; i < lists_length(&program->slots, m); i++) {
            program_row_add(program, program->x_first[m] + i, coef);
        }
    }
}

static void build_guarantee(struct program *program, struct expression *e)
{
    const struct problem *problem = program->problem;
    for (int p = 0; p < problem->n_participants; p++) {
        int promised = problem->min_meetings[p];
        if (promised <= 0) {
            continue;
        }
        int y =
            program_add_column(program, (struct column){.kind = COLUMN_SHORTFALL,
                                                        .a = p,
                                                        .upper = promised,
                                                        .integer = true});
        program_row_begin(program, promised, ROW_FREE);
        program_row_add(program, y, 1);
        row_add_meetings_of(program, p, 1);
        program_row_end(program);
        add(program, e, y, 1);
    }
}

static void build_balance(struct program *program, struct expression *e)
{
    const struct problem *problem = program->problem;
    for (int p = 0; p < problem->n_participants; p++) {
        int n = lists_length(&program->meetings, p);
        int limit = problem->max_meetings[p];
        n = limit != PROBLEM_NO_LIMIT && limit < n ? limit : n;
        program_row_begin(program, 0, 0);
        row_add_meetings_of(program, p, -1);
        for (int k = 1; k <= n; k++) {
            int column =
                program_add_column(program, (struct column){.kind = COLUMN_NTH,
                                                            .a = p,
                                                            .b = k,
                                                            .upper = 1,
                                                            .integer = true});
            program_row_add(program, column, 1);
            add(program, e, column, balance_gain(k));
        }
        program_row_end(program);
    }
}

static int64_t cost_in(const struct problem *problem, int m, int s)
{
    int64_t cost = 0;
    const struct lists *people = &problem->participants;
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        cost += problem->cost[(int64_t)people->item[e] * problem->n_slots + s];
    }
    return cost;
}

/* What x[m,s] = 1 adds to a level that only looks at x. */
static int64_t gain_of_x(const struct problem *problem, enum solver_level level,
                         int m, int s)
{
    if (level == SOLVER_SERVED) {
        return problem->value[m];
    }
    if (level == SOLVER_COMFORT) {
        return cost_in(problem, m, s);
    }
    assert(level == SOLVER_STABILITY);
    if (!problem->had_previous || !problem->had_previous[m]) {
        return 0;
    }
    return problem_stability_cost(problem, m, s) - STABILITY_DROPPED;
}

static void build_from_x(struct program *program, enum solver_level level,
                         struct expression *e)
{
    const struct problem *problem = program->problem;
    for (int m = 0; m < problem->n_meetings; m++) {
        int first = program->slots.start[m];
        for (int i = 0; i < lists_length(&program->slots, m); i++) {
            add(program, e, program->x_first[m] + i,
                gain_of_x(problem, level, m, program->slots.item[first + i]));
        }
        if (level == SOLVER_STABILITY && problem->had_previous &&
            problem->had_previous[m]) {
            e->constant += STABILITY_DROPPED;
        }
    }
}

/* The most meetings that p can be in at a time. */
static int at_a_time(const struct program *program, int p)
{
    int n = lists_length(&program->meetings, p);
    return n < program->problem->parallel[p] ? n : program->problem->parallel[p];
}

static void build_burden(struct program *program, struct expression *e)
{
    const struct problem *problem = program->problem;
    int64_t most = 0;
    for (int p = 0; p < problem->n_participants; p++) {
        int64_t sum = 0;
        for (int s = 0; s < problem->n_slots; s++) {
            sum += problem->cost[(int64_t)p * problem->n_slots + s];
        }
        sum *= at_a_time(program, p);
        most = sum > most ? sum : most;
    }
    int burden = program_add_column(
        program,
        (struct column){.kind = COLUMN_BURDEN, .upper = most, .integer = true});
    for (int p = 0; p < problem->n_participants; p++) {
        const int *cost = problem->cost + (int64_t)p * problem->n_slots;
        program_row_begin(program, ROW_FREE, 0);
        for (int k = program->meetings.start[p]; k < program->meetings.start[p + 1];
             k++) {
            int m = program->meetings.item[k], first = program->slots.start[m];
            for (int i = 0; i < lists_length(&program->slots, m); i++) {
                program_row_add(program, program->x_first[m] + i,
                                cost[program->slots.item[first + i]]);
            }
        }
        program_row_add(program, burden, -1);
        program_row_end(program);
    }
    add(program, e, burden, 1);
}

static void build_compactness(struct program *program, struct expression *e)
{
    for (int p = 0; p < program->problem->n_participants; p++) {
        program_count_gaps(program, p);
        for (int k = program->gaps_first[p]; k < program->gaps_end[p]; k++) {
            add(program, e, program->gap[k].column, program->gap[k].coef);
        }
    }
}

const struct expression *program_level(struct program *program,
                                       enum solver_level level)
{
    struct expression *e = &program->level[level];
    if (e->built) {
        return e;
    }
    e->built = true;
    switch (level) {
    case SOLVER_GUARANTEE:
        build_guarantee(program, e);
        break;
    case SOLVER_BALANCE:
        build_balance(program, e);
        break;
    case SOLVER_SERVED:
    case SOLVER_COMFORT:
    case SOLVER_STABILITY:
        build_from_x(program, level, e);
        break;
    case SOLVER_BURDEN:
        build_burden(program, e);
        break;
    case SOLVER_COMPACTNESS:
        build_compactness(program, e);
        break;
    case SOLVER_ROOMS:
    case SOLVER_N_LEVELS:
        break;
    }
    return e;
}

/* A sum of columns that has to be 0: each of them is, which is more than one row
 * says to a first-order method. */
static bool close_columns(struct program *program, const struct expression *e,
                          int64_t value)
{
    for (int k = 0; k < e->n; k++) {
        if (e->term[k].coef < 0 || value != e->constant) {
            return false;
        }
    }
    for (int k = 0; k < e->n; k++) {
        program->column[e->term[k].column].upper = 0;
    }
    return true;
}

void program_hold_level(struct program *program, enum solver_level level,
                        int64_t value)
{
    const struct expression *e = program_level(program, level);
    if (level == SOLVER_ROOMS ||
        (!solver_level_is_maximised(level) && close_columns(program, e, value))) {
        return;
    }
    if (solver_level_is_maximised(level)) {
        program_row_begin(program, value - e->constant, ROW_FREE);
    } else {
        program_row_begin(program, ROW_FREE, value - e->constant);
    }
    for (int k = 0; k < e->n; k++) {
        program_row_add(program, e->term[k].column, e->term[k].coef);
    }
    program_row_end(program);
}

static double column_value(const struct program *program, const struct state *state,
                           const struct column *column)
{
    const struct problem *problem = program->problem;
    int a = column->a, b = column->b;
    bool is_of_participant =
        column->kind == COLUMN_U || column->kind == COLUMN_START ||
        column->kind == COLUMN_USED || column->kind == COLUMN_PATTERN;
    const int *busy =
        is_of_participant ? state->busy + (int64_t)a * problem->n_slots : NULL;
    switch (column->kind) {
    case COLUMN_X:
        return state->slot[a] == b;
    case COLUMN_U:
        return busy[b] > 0;
    case COLUMN_Z:
        return state->load[POOL_INTERPRETERS][(int64_t)a * problem->n_slots + b];
    case COLUMN_F:
        return 0;
    case COLUMN_START:
        return busy[b] && (b == program->session_first[b] || !busy[b - 1]);
    case COLUMN_USED:
        for (int s = b; s < program->session_end[b]; s++) {
            if (busy[s]) {
                return 1;
            }
        }
        return 0;
    case COLUMN_SHORTFALL: {
        int missing = problem->min_meetings[a] - state->total[a];
        return missing > 0 ? missing : 0;
    }
    case COLUMN_NTH:
        return state->total[a] >= b;
    case COLUMN_BURDEN:
        return (double)state->value[SOLVER_BURDEN];
    case COLUMN_PATTERN:
        for (int s = column->first; s < program->session_end[column->first]; s++) {
            if ((busy[s] > 0) != (b >> (s - column->first) & 1)) {
                return 0;
            }
        }
        return 1;
    }
    return 0;
}

void program_point(const struct program *program, const struct state *state,
                   double *column)
{
    for (int k = 0; k < program->n_columns; k++) {
        column[k] = column_value(program, state, &program->column[k]);
    }
}

void program_read_point(const struct program *program, const double *column,
                        int *slot, int *cap)
{
    const struct problem *problem = program->problem;
    int64_t n_cells =
        (int64_t)program->pool[POOL_INTERPRETERS]->n_classes * problem->n_slots;
    for (int m = 0; m < problem->n_meetings; m++) {
        slot[m] = -1;
    }
    for (int64_t k = 0; k < n_cells; k++) {
        cap[k] = 0;
    }
    for (int j = 0; j < program->n_columns; j++) {
        const struct column *c = &program->column[j];
        if (c->kind == COLUMN_X && column[j] > 0.5) {
            slot[c->a] = c->b;
        } else if (c->kind == COLUMN_Z) {
            cap[(int64_t)c->a * problem->n_slots + c->b] = (int)(column[j] + 0.5);
        }
    }
}
