#include "solver/dual_bound.h"

#include <math.h>

enum { SCALE_BITS = 20 };
static const int64_t scale = (int64_t)1 << SCALE_BITS;
static const double largest = 1e9; /* multiplier */
static const int64_t most = (int64_t)1 << (SCALE_BITS + 29);

/* The multiplier of a row for the maximised problem: its sign must fit the side
 * of the row that exists. */
int64_t dual_bound_multiplier(const struct row *row, double dual, bool maximised)
{
    double y = maximised ? dual : -dual;
    if (!(fabs(y) < largest)) {
        return 0; /* also for what is no number */
    }
    int64_t scaled = llround(y * (double)scale);
    bool has_side = scaled > 0 ? row->high != ROW_FREE : row->low != ROW_FREE;
    return has_side ? scaled : 0;
}

void dual_bound_build(struct arena *arena, struct program *program,
                      enum solver_level level, const double *dual,
                      struct dual_bound *bound)
{
    const struct expression *e = program_level(program, level);
    bool maximised = solver_level_is_maximised(level);
    dual_wide *left = arena_new(arena, program->n_columns, dual_wide);
    for (int k = 0; k < e->n; k++) {
        dual_wide coef = maximised ? e->term[k].coef : -e->term[k].coef;
        left[e->term[k].column] += coef * scale;
    }
    dual_wide sum = 0;
    for (int i = 0; i < program->n_rows; i++) {
        const struct row *row = &program->row[i];
        int64_t y = dual_bound_multiplier(row, dual[i], maximised);
        if (y == 0) {
            continue;
        }
        sum += (dual_wide)y * (y > 0 ? row->high : row->low);
        for (int k = row->first; k < row->first + row->n; k++) {
            left[program->term[k].column] -= (dual_wide)y * program->term[k].coef;
        }
    }
    for (int j = 0; j < program->n_columns; j++) {
        if (left[j] > 0) {
            sum += left[j] * program->column[j].upper;
        }
    }
    *bound = (struct dual_bound){.maximised = maximised,
                                 .constant = e->constant,
                                 .sum = sum,
                                 .reduced = left};
}

/* What a row's columns add to the bound with their reduced costs lowered. */
static dual_wide left_with(const struct program *program, const struct row *row,
                           const dual_wide *reduced, dual_wide lowered)
{
    dual_wide sum = 0;
    for (int k = row->first; k < row->first + row->n; k++) {
        int j = program->term[k].column;
        dual_wide left = reduced[j] - lowered;
        sum += left > 0 ? left * program->column[j].upper : 0;
    }
    return sum;
}

/* The largest reduced cost of a row's open columns; false if none is open. */
static bool find_best(const struct program *program, const struct row *row,
                      const dual_wide *reduced, dual_wide *best)
{
    bool found = false;
    for (int k = row->first; k < row->first + row->n; k++) {
        int j = program->term[k].column;
        if (program->column[j].upper > 0 && (!found || reduced[j] > *best)) {
            *best = reduced[j];
            found = true;
        }
    }
    return found;
}

void dual_bound_settle(const struct program *program, struct dual_bound *bound,
                       double *dual)
{
    for (int m = 0; m < program->problem->n_meetings; m++) {
        int i = program->meeting_row[m];
        dual_wide more = 0;
        if (i < 0 || program->row[i].high != 1 ||
            !find_best(program, &program->row[i], bound->reduced, &more)) {
            continue;
        }
        const struct row *row = &program->row[i];
        int64_t y = dual_bound_multiplier(row, dual[i], bound->maximised);
        if (row->low != 1 && more < -y) {
            more = -y;
        }
        dual_wide change = more + left_with(program, row, bound->reduced, more) -
                           left_with(program, row, bound->reduced, 0);
        /* Also where the bound stays: the row can then tell that m is needed. */
        if (change > 0 || (change == 0 && more <= 0) || more + y > most ||
            more + y < -most) {
            continue;
        }
        bound->sum += change;
        for (int k = row->first; k < row->first + row->n; k++) {
            bound->reduced[program->term[k].column] -= more;
        }
        double settled = (double)(int64_t)(more + y) / (double)scale;
        dual[i] = bound->maximised ? settled : -settled;
    }
}

dual_wide dual_bound_gap(const struct dual_bound *bound, int64_t value)
{
    dual_wide above = (dual_wide)value - bound->constant;
    return bound->sum - (bound->maximised ? above : -above) * scale;
}

double dual_bound_relaxed(const struct dual_bound *bound)
{
    double sum = (double)bound->sum / (double)scale;
    return (bound->maximised ? sum : -sum) + (double)bound->constant;
}

static bool rounded(const struct dual_bound *bound, dual_wide sum, int64_t *value)
{
    dual_wide best = sum / scale;
    if (best * scale > sum) {
        best--;
    }
    if (best > (dual_wide)INT64_MAX / 4 || best < -((dual_wide)INT64_MAX / 4)) {
        return false;
    }
    *value = (bound->maximised ? (int64_t)best : -(int64_t)best) + bound->constant;
    return true;
}

bool dual_bound_value(const struct dual_bound *bound, int64_t *value)
{
    return rounded(bound, bound->sum, value);
}

bool dual_bound_value_with(const struct dual_bound *bound, int column,
                           int64_t *value)
{
    return rounded(bound, bound->sum + bound->reduced[column], value);
}

/* ROOMS has no expression: what is bounded is 0, maximised or not. */
bool dual_bound_contradicts(struct arena scratch, struct program *program,
                            const double *y)
{
    static const double finer = 1024;
    struct dual_bound bound;
    double *dual = arena_new(&scratch, program->n_rows, double);
    for (int i = 0; i < program->n_rows; i++) {
        dual[i] = y[i] * finer;
    }
    dual_bound_build(&scratch, program, SOLVER_ROOMS, dual, &bound);
    return bound.sum < 0;
}
