/* Exact: the Hungarian method by shortest augmenting paths with potentials
 * (Jonker and Volgenant 1987), rows inserted one by one, O(rows^2 columns).
 * Large: an augmenting-path matching (Kuhn 1955) that starts from the heaviest
 * wishes; augmenting never frees a row again, so everybody ends up with a
 * column. */

#include "solver/assignment.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/bits.h"

const int64_t assignment_exact_effort = INT64_C(40) * 1000 * 1000;

void assignment_init(struct arena *arena, int n_rows, int n_columns,
                     struct assignment *assignment)
{
    *assignment = (struct assignment){
        .n_rows = n_rows,
        .n_columns = n_columns,
        .allowed = arena_new(arena, n_rows, const uint64_t *),
        .arena = arena,
    };
}

void assignment_allow(struct assignment *assignment, int row,
                      const uint64_t *allowed)
{
    assignment->allowed[row] = allowed;
}

void assignment_add_weight(struct assignment *assignment, int row, int column,
                           int weight)
{
    if (!bits_has(assignment->allowed[row], column)) {
        return;
    }
    assignment->wish =
        arena_grow(assignment->arena, assignment->wish, assignment->n_wishes,
                   &assignment->capacity, sizeof *assignment->wish);
    assignment->wish[assignment->n_wishes++] = (struct wish){row, column, weight};
}

struct hungarian {
    int n, m;
    const int64_t *cost; /* at row * m + column */
    int64_t *u, *v;      /* potentials; index 0 is a helper, from 1 */
    int *row_of;         /* of column, 0 = free */
    int *way;
    int64_t *least;
    bool *used;
};

/* Finds a shortest augmenting path from a new row and flips it. */
static void insert_row(struct hungarian *h, int row)
{
    h->row_of[0] = row;
    int j0 = 0;
    for (int j = 0; j <= h->m; j++) {
        h->least[j] = INT64_MAX;
        h->used[j] = false;
    }
    do {
        h->used[j0] = true;
        int i0 = h->row_of[j0], j1 = 0;
        int64_t delta = INT64_MAX;
        for (int j = 1; j <= h->m; j++) {
            if (h->used[j]) {
                continue;
            }
            int64_t cost =
                h->cost[(int64_t)(i0 - 1) * h->m + j - 1] - h->u[i0] - h->v[j];
            if (cost < h->least[j]) {
                h->least[j] = cost;
                h->way[j] = j0;
            }
            if (h->least[j] < delta) {
                delta = h->least[j];
                j1 = j;
            }
        }
        for (int j = 0; j <= h->m; j++) {
            if (h->used[j]) {
                h->u[h->row_of[j]] += delta;
                h->v[j] -= delta;
            } else {
                h->least[j] -= delta;
            }
        }
        j0 = j1;
    } while (h->row_of[j0] != 0);
    while (j0 != 0) {
        int j1 = h->way[j0];
        h->row_of[j0] = h->row_of[j1];
        j0 = j1;
    }
}

static bool solve_exactly(struct arena scratch, const struct assignment *a,
                          int *column)
{
    int64_t forbidden = 1; /* dearer than all wishes together */
    for (int k = 0; k < a->n_wishes; k++) {
        forbidden += a->wish[k].weight;
    }
    int64_t *cost = arena_new(&scratch, (int64_t)a->n_rows * a->n_columns, int64_t);
    for (int i = 0; i < a->n_rows; i++) {
        for (int j = 0; j < a->n_columns; j++) {
            cost[(int64_t)i * a->n_columns + j] =
                bits_has(a->allowed[i], j) ? 0 : forbidden;
        }
    }
    for (int k = 0; k < a->n_wishes; k++) {
        const struct wish *wish = &a->wish[k];
        cost[(int64_t)wish->row * a->n_columns + wish->column] -= wish->weight;
    }
    struct hungarian h = {
        .n = a->n_rows,
        .m = a->n_columns,
        .cost = cost,
        .u = arena_new(&scratch, a->n_rows + 1, int64_t),
        .v = arena_new(&scratch, a->n_columns + 1, int64_t),
        .row_of = arena_new(&scratch, a->n_columns + 1, int),
        .way = arena_new(&scratch, a->n_columns + 1, int),
        .least = arena_new(&scratch, a->n_columns + 1, int64_t),
        .used = arena_new(&scratch, a->n_columns + 1, bool),
    };
    for (int i = 1; i <= a->n_rows; i++) {
        insert_row(&h, i);
    }
    bool found = true;
    for (int j = 1; j <= a->n_columns; j++) {
        if (h.row_of[j] > 0) {
            column[h.row_of[j] - 1] = j - 1;
            found &= bits_has(a->allowed[h.row_of[j] - 1], j - 1);
        }
    }
    return found;
}

static int heavier_first(const void *a, const void *b)
{
    const struct wish *x = a, *y = b;
    if (x->weight != y->weight) {
        return x->weight > y->weight ? -1 : 1;
    }
    if (x->row != y->row) {
        return x->row < y->row ? -1 : 1;
    }
    return (x->column > y->column) - (x->column < y->column);
}

/* Breadth-first search for a free column from a row; flips the path. */
static bool augment(struct arena scratch, const struct assignment *a, int row,
                    int *column, int *row_of)
{
    int *from = arena_new(&scratch, a->n_columns, int); /* row + 1 */
    int *queue = arena_new(&scratch, a->n_rows, int);
    int n_queue = 0;
    queue[n_queue++] = row;
    for (int k = 0; k < n_queue; k++) {
        int i = queue[k];
        for (int j = bits_next(a->allowed[i], a->n_columns, 0); j >= 0;
             j = bits_next(a->allowed[i], a->n_columns, j + 1)) {
            if (from[j]) {
                continue;
            }
            from[j] = i + 1;
            if (row_of[j] >= 0) {
                queue[n_queue++] = row_of[j];
                continue;
            }
            for (;;) {
                int r = from[j] - 1, next = column[r];
                column[r] = j;
                row_of[j] = r;
                if (r == row) {
                    return true;
                }
                j = next;
            }
        }
    }
    return false;
}

static bool solve_greedily(struct arena scratch, const struct assignment *a,
                           int *column)
{
    int *row_of = arena_new(&scratch, a->n_columns, int);
    memset(row_of, -1, (size_t)a->n_columns * sizeof *row_of);
    memset(column, -1, (size_t)a->n_rows * sizeof *column);
    if (a->n_wishes > 0) {
        qsort(a->wish, (size_t)a->n_wishes, sizeof *a->wish, heavier_first);
    }
    for (int k = 0; k < a->n_wishes; k++) {
        const struct wish *wish = &a->wish[k];
        if (column[wish->row] < 0 && row_of[wish->column] < 0) {
            column[wish->row] = wish->column;
            row_of[wish->column] = wish->row;
        }
    }
    for (int i = 0; i < a->n_rows; i++) {
        if (column[i] < 0 && !augment(scratch, a, i, column, row_of)) {
            return false;
        }
    }
    return true;
}

static int *solve(struct arena *arena, struct assignment *a, int64_t most_exact)
{
    int *column = arena_new(arena, a->n_rows, int);
    if (a->n_rows == 0) {
        return column;
    }
    if (a->n_rows > a->n_columns) {
        return NULL;
    }
    int64_t effort = (int64_t)a->n_rows * a->n_rows * a->n_columns;
    bool found = effort <= most_exact ? solve_exactly(*arena, a, column)
                                      : solve_greedily(*arena, a, column);
    return found ? column : NULL;
}

int *assignment_solve(struct arena *arena, struct assignment *assignment)
{
    return solve(arena, assignment, assignment_exact_effort);
}

int *assignment_solve_greedily(struct arena *arena, struct assignment *assignment)
{
    return solve(arena, assignment, 0);
}
