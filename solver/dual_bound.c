#include "solver/dual_bound.h"

#include <math.h>

enum { SCALE_BITS = 20 };
static const int64_t scale = (int64_t)1 << SCALE_BITS;

/* The multiplier of a row for the maximised problem: its sign must fit the side
 * of the row that exists. */
static int64_t multiplier(const struct row *row, double dual, bool maximised)
{
    double y = maximised ? dual : -dual;
    if (!(fabs(y) < 1e9)) {
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
    int64_t *multipliers = arena_new(arena, program->n_rows, int64_t);
    dual_wide sum = 0;
    for (int i = 0; i < program->n_rows; i++) {
        const struct row *row = &program->row[i];
        int64_t y = multiplier(row, dual[i], maximised);
        multipliers[i] = y;
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
                                 .reduced = left,
                                 .multiplier = multipliers};
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

dual_wide dual_bound_slack(const struct dual_bound *bound, int64_t value)
{
    dual_wide reached = (dual_wide)value - bound->constant;
    return bound->sum - (bound->maximised ? reached : -reached) * scale;
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
