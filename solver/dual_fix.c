#include "solver/dual_fix.h"

#include <assert.h>

/* A point that is no worse than the value loses at most `gap` against the bound,
 * and each unit of column j costs it -reduced[j]. */
static int fix_columns(struct program *program, const struct dual_bound *bound,
                       dual_wide gap)
{
    int n = 0;
    for (int j = 0; j < program->n_columns; j++) {
        struct column *column = &program->column[j];
        dual_wide cost = -bound->reduced[j];
        if (cost <= 0 || gap / cost >= column->upper) {
            continue;
        }
        dual_wide upper = gap / cost;
        if (!column->integer && upper * cost < gap) {
            upper++;
        }
        n += upper < column->upper;
        column->upper = (int64_t)upper;
    }
    return n;
}

static bool is_integral(const struct program *program, const struct row *row)
{
    for (int k = row->first; k < row->first + row->n; k++) {
        if (!program->column[program->term[k].column].integer) {
            return false;
        }
    }
    return true;
}

/* Each unit that row i stays away from the side that its dual pays for costs as
 * much as the dual is. */
static int fix_rows(struct program *program, const struct dual_bound *bound,
                    const double *dual, dual_wide gap)
{
    int n = 0;
    for (int i = 0; i < program->n_rows; i++) {
        struct row *row = &program->row[i];
        dual_wide y = dual_bound_multiplier(row, dual[i], bound->maximised);
        if (y == 0 || row->low == row->high) {
            continue;
        }
        dual_wide price = y > 0 ? y : -y, slack = gap / price;
        if (slack * price < gap && !is_integral(program, row)) {
            slack++;
        }
        if (slack > PROBLEM_MOST) {
            continue;
        }
        int64_t far =
            y > 0 ? row->high - (int64_t)slack : row->low + (int64_t)slack;
        if (y > 0 && (row->low == ROW_FREE || row->low < far)) {
            row->low = far;
            n++;
        } else if (y < 0 && (row->high == ROW_FREE || row->high > far)) {
            row->high = far;
            n++;
        }
    }
    return n;
}

struct dual_fix dual_fix(struct program *program, const struct dual_bound *bound,
                         const double *dual, int64_t value)
{
    dual_wide gap = dual_bound_gap(bound, value);
    if (gap < 0) { /* no point is that good */
        return (struct dual_fix){0};
    }
    struct dual_fix fixed = {0};
    fixed.n_rows = fix_rows(program, bound, dual, gap);
    fixed.n_columns = fix_columns(program, bound, gap);
    return fixed;
}
