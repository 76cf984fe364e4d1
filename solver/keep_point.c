/* What a point of the program says. */

#include "solver/keep_point.h"

#include <math.h>

#include "scheduler/base/bits.h"

int keep_point_count_fractional(const struct keeper *keeper, const double *point)
{
    static const double slack = 1e-6;
    int n = 0;
    for (int j = 0; j < keeper->program.n_columns; j++) {
        n += keeper->program.column[j].integer &&
             fabs(point[j] - round(point[j])) > slack;
    }
    return n;
}

static int64_t worth_of(const struct keeper *keeper, const double *point)
{
    int64_t value = 0;
    for (int j = 0; j < keeper->program.n_columns; j++) {
        const struct column *column = &keeper->program.column[j];
        if (column->kind == COLUMN_X && point[j] > 0.5) {
            value += keeper->asked.problem.value[column->a];
        }
    }
    return value;
}

/* Who works when: the point says how many of each class, dealt in time order to its
 * members in turn, which keeps their limits (pool.h). */
static void find_works(struct keeper *keeper, const double *point)
{
    const struct pool *pool = &keeper->interpreters;
    const int *z = keeper->program.z;
    int n_slots = keeper->problem->n_slots, words = keeper->problem->slot_words;
    keep_forget_works(keeper->best, keeper->problem);
    keeper->best->knows_works = pool->limited;
    for (int c = 0; c < pool->n_classes && pool->limited; c++) {
        int next = 0;
        for (int s = 0; s < n_slots; s++) {
            long n = lround(point[z[(int64_t)s * pool->n_classes + c]]);
            for (long k = 0; k < n; k++) {
                int i = pool->member[pool->first[c] + next++ % pool->count[c]];
                bits_add(keeper->best->works + (int64_t)i * words, s);
            }
        }
    }
}

void keep_point_take(struct keeper *keeper, const double *point)
{
    const struct problem *problem = keeper->problem;
    int64_t value = worth_of(keeper, point);
    if (keeper->has_point && value <= keeper->value) {
        return;
    }
    keeper->has_point = true;
    keeper->value = value;
    find_works(keeper, point);
    for (int m = 0; m < problem->n_meetings; m++) {
        keeper->best->slot[m] = -1;
        keeper->best->fate[m] = KEEP_FREE;
    }
    for (int j = 0; j < keeper->program.n_columns; j++) {
        const struct column *column = &keeper->program.column[j];
        if (column->kind == COLUMN_X && point[j] > 0.5) {
            int m = keeper->asked.meeting[column->a];
            keeper->best->slot[m] = column->b;
            if (problem->had_previous && problem->had_previous[m]) {
                keeper->best->fate[m] = keep_fate_of(keeper->asked.kind[column->a]);
            }
        }
    }
}

void keep_point_find_likely(struct keeper *keeper, const double *point)
{
    static const double nearly_one = 1 - 1e-6;
    for (int m = 0; m < keeper->problem->n_meetings; m++) {
        keeper->likely[m] = -1;
        keeper->stays[m] = false;
    }
    for (int j = 0; j < keeper->program.n_columns; j++) {
        const struct column *column = &keeper->program.column[j];
        if (column->kind == COLUMN_X && point[j] > 0.5) {
            int m = keeper->asked.meeting[column->a];
            bool is_whole = keeper->asked.kind[column->a] == KEEP_ALL;
            keeper->likely[m] = column->b;
            keeper->stays[m] = is_whole && point[j] > nearly_one;
        }
    }
}
