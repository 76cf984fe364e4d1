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

/* The least and the most that a row's terms can come to. */
static void find_reach(const struct program *program, const struct row *row,
                       dual_wide *least, dual_wide *most)
{
    *least = *most = 0;
    for (int k = row->first; k < row->first + row->n; k++) {
        const struct term *term = &program->term[k];
        dual_wide reach =
            (dual_wide)term->coef * program->column[term->column].upper;
        *(reach > 0 ? most : least) += reach;
    }
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

/* Each unit that the row stays away from the side that its dual pays for costs as
 * much as the dual is. True if that cuts something off. */
static bool fix_row(const struct program *program, struct row *row, dual_wide y,
                    dual_wide gap)
{
    dual_wide price = y > 0 ? y : -y, slack = gap / price, least, most;
    if (slack * price < gap && !is_integral(program, row)) {
        slack++;
    }
    find_reach(program, row, &least, &most);
    if (y > 0) {
        dual_wide low = row->high - slack;
        bool cuts = low > least && (row->low == ROW_FREE || row->low < low);
        row->low = cuts ? (int64_t)low : row->low;
        return cuts;
    }
    dual_wide high = row->low + slack;
    bool cuts = high < most && (row->high == ROW_FREE || row->high > high);
    row->high = cuts ? (int64_t)high : row->high;
    return cuts;
}

static int fix_rows(struct program *program, const struct dual_bound *bound,
                    const double *dual, dual_wide gap)
{
    int n = 0;
    for (int i = 0; i < program->n_rows; i++) {
        struct row *row = &program->row[i];
        dual_wide y = dual_bound_multiplier(row, dual[i], bound->maximised);
        n += y != 0 && row->low != row->high && fix_row(program, row, y, gap);
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
