/* At first the columns of meetings as they were are in, and all of those that cannot
 * stay so. The duals then price what is left out, in exact arithmetic: a column that
 * could pay is let in, and where none could, the bound is that of the whole program. */

#include "solver/keep_columns.h"

#include "scheduler/base/bits.h"
#include "solver/lists.h"

void keep_columns_bound(struct keeper *keeper, bool everything)
{
    for (int j = 0; j < keeper->program.n_columns; j++) {
        struct column *column = &keeper->program.column[j];
        bool is_slot = column->kind == COLUMN_X;
        int64_t upper = everything || keeper->open[j];
        if (is_slot && column->upper != upper) {
            column->upper = upper;
            glpk_update_column(keeper->glpk, &keeper->program, j);
        }
    }
}

/* Whether the alternative is what the start has: as it was, or the only place. */
static bool is_at_start(const struct keeper *keeper, int a)
{
    const struct keep_problem *asked = &keeper->asked;
    int m = asked->meeting[a];
    return asked->kind[a] == KEEP_ALL ||
           (keeper->problem->must[m] && asked->end[m] - asked->first[m] == 1 &&
            lists_length(&keeper->program.slots, a) == 1);
}

static bool had_time(const struct keeper *keeper, int p, int s)
{
    const struct lists *meetings = &keeper->program.meetings;
    for (int k = meetings->start[p]; k < meetings->start[p + 1]; k++) {
        int a = meetings->item[k];
        if (is_at_start(keeper, a) &&
            problem_allows(&keeper->asked.problem, a, s)) {
            return true;
        }
    }
    return false;
}

/* The interpreter of an alternative that can have one alone works then. */
static void start_interpreter(struct keeper *keeper, int a, int s)
{
    const struct pool *pool = &keeper->interpreters;
    int k = pool->set_of[(int64_t)a * keeper->problem->n_slots + s];
    if (k >= 0 && keeper->program.z && pool->set_size[k] == 1) {
        int c = bits_next(pool_set(pool, k), pool->n_classes, 0);
        keeper->at_upper[keeper->program.z[(int64_t)s * pool->n_classes + c]] =
            true;
    }
}

/* The basis to start from: what can stay stays, which obeys most rows. */
static void choose_start(struct keeper *keeper)
{
    const struct program *program = &keeper->program;
    for (int j = 0; j < program->n_columns; j++) {
        const struct column *column = &program->column[j];
        if (column->kind == COLUMN_X && is_at_start(keeper, column->a)) {
            keeper->at_upper[j] = true;
            start_interpreter(keeper, column->a, column->b);
        } else if (column->kind == COLUMN_U) {
            keeper->at_upper[j] = had_time(keeper, column->a, column->b);
        }
    }
}

/* Alternatives of meetings that cannot stay as they were, and all but slots. */
static void choose_first(struct keeper *keeper)
{
    const struct program *program = &keeper->program;
    const struct keep_problem *asked = &keeper->asked;
    for (int j = 0; j < program->n_columns; j++) {
        const struct column *column = &program->column[j];
        int a = column->a;
        keeper->open[j] = column->kind != COLUMN_X || asked->kind[a] == KEEP_ALL ||
                          asked->kind[asked->first[asked->meeting[a]]] != KEEP_ALL;
    }
}

void keep_columns_begin(struct keeper *keeper)
{
    choose_first(keeper);
    choose_start(keeper);
}

/* The best reduced cost in a row, of what is in or of all; 0 if nothing is in. */
static dual_wide best_reduced(const struct keeper *keeper, int row, bool everything)
{
    const struct program *program = &keeper->program;
    const struct row *at = &program->row[row];
    bool found = false;
    dual_wide best = 0;
    for (int k = at->first; k < at->first + at->n; k++) {
        int j = program->term[k].column;
        dual_wide reduced = keeper->bound.reduced[j];
        if ((everything || keeper->open[j]) && (!found || reduced > best)) {
            best = reduced;
            found = true;
        }
    }
    return best;
}

/* The duals of all links are raised or lowered until the best alternative of each
 * meeting, among those that are in or among all, costs nothing: reduced costs then
 * tell what each other one loses. */
static void settle_links(struct keeper *keeper, bool everything)
{
    struct program *program = &keeper->program;
    for (int m = 0; m < keeper->problem->n_meetings; m++) {
        int i = keeper->link[m];
        if (i < 0) {
            continue;
        }
        const struct row *row = &program->row[i];
        dual_wide more = best_reduced(keeper, i, everything);
        int64_t y = dual_bound_multiplier(row, keeper->dual[i], true);
        if (row->low == ROW_FREE && more + y < 0) {
            more = -y;
        }
        for (int k = row->first; k < row->first + row->n; k++) {
            dual_wide *reduced = &keeper->bound.reduced[program->term[k].column];
            keeper->bound.sum -= *reduced > 0 ? *reduced : 0;
            *reduced -= more;
            keeper->bound.sum += *reduced > 0 ? *reduced : 0;
        }
        keeper->bound.sum += more;
        keeper->dual[i] = (double)(int64_t)(more + y) / 1048576.0;
    }
}

int keep_columns_let_in(struct keeper *keeper, dual_wide gap)
{
    int n = 0;
    for (int j = 0; j < keeper->program.n_columns; j++) {
        if (!keeper->open[j] && -keeper->bound.reduced[j] < gap) {
            keeper->open[j] = true;
            n++;
        }
    }
    return n;
}

int keep_columns_price(struct keeper *keeper, double *dual)
{
    static const dual_wide least = (dual_wide)1 << 14;
    keep_columns_bound(keeper, true);
    keeper->dual = dual;
    dual_bound_build(keeper->arena, &keeper->program, SOLVER_SERVED, dual,
                     &keeper->bound);
    settle_links(keeper, false);
    int n = keep_columns_let_in(keeper, -least);
    settle_links(keeper, true);
    int64_t value;
    if (dual_bound_value(&keeper->bound, &value) && value < keeper->limit) {
        keeper->limit = value;
    }
    return n;
}

int keep_columns_let_all_in(struct keeper *keeper)
{
    int n = 0;
    for (int j = 0; j < keeper->program.n_columns; j++) {
        n += !keeper->open[j];
        keeper->open[j] = true;
    }
    return n;
}

enum keep_fate keep_fate_of(enum keep_kind kind)
{
    return kind == KEEP_ALL    ? KEEP_WHOLE
           : kind == KEEP_TIME ? KEEP_SLOT
                               : KEEP_ELSEWHEN;
}

bool keep_columns_agree(const struct keeper *keeper, int m, enum keep_fate fate,
                        dual_wide gap)
{
    const struct program *program = &keeper->program;
    int i = keeper->link[m];
    if (i < 0) {
        return false;
    }
    const struct row *row = &program->row[i];
    bool possible = false;
    for (int k = row->first; k < row->first + row->n; k++) {
        int j = program->term[k].column;
        bool same = keep_fate_of(keeper->asked.kind[program->column[j].a]) == fate;
        possible |= same;
        if (!same && -keeper->bound.reduced[j] <= gap) {
            return false;
        }
    }
    return possible && (row->low == 1 ||
                        dual_bound_multiplier(row, keeper->dual[i], true) > gap);
}
