#include "solver/glpk_bound.h"

#include <math.h>

enum { SCALE_BITS = 20 };
static const int64_t scale = (int64_t)1 << SCALE_BITS;

__extension__ typedef __int128 wide;

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

static wide floor_divide(wide a, int64_t b)
{
    wide q = a / b;
    return q * b > a ? q - 1 : q;
}

bool glpk_bound(struct arena scratch, struct program *program, enum solver_level level,
                const double *dual, int64_t *bound)
{
    const struct expression *e = program_level(program, level);
    bool maximised = solver_level_is_maximised(level);
    wide *left = arena_new(&scratch, program->n_columns, wide); /* c - y A, scaled */
    for (int k = 0; k < e->n; k++) {
        int64_t coef = maximised ? e->term[k].coef : -e->term[k].coef;
        left[e->term[k].column] += coef * scale;
    }
    wide sum = 0;
    for (int i = 0; i < program->n_rows; i++) {
        const struct row *row = &program->row[i];
        int64_t y = multiplier(row, dual[i], maximised);
        if (y == 0) {
            continue;
        }
        sum += (wide)y * (y > 0 ? row->high : row->low);
        for (int k = row->first; k < row->first + row->n; k++) {
            left[program->term[k].column] -= (wide)y * program->term[k].coef;
        }
    }
    for (int j = 0; j < program->n_columns; j++) {
        if (left[j] > 0) {
            sum += left[j] * program->column[j].upper;
        }
    }
    wide best = floor_divide(sum, scale);
    if (best > (wide)INT64_MAX / 4 || best < -((wide)INT64_MAX / 4)) {
        return false;
    }
    *bound = (maximised ? (int64_t)best : -(int64_t)best) + e->constant;
    return true;
}
