#ifndef MATCHDAY_SOLVER_ASSIGNMENT_H
#define MATCHDAY_SOLVER_ASSIGNMENT_H

#include <stdint.h>

#include "scheduler/base/arena.h"

struct wish {
    int row, column, weight;
};

/* Assigns each row a column of its own, of those it is allowed, with the
 * greatest sum of weights. Most weights are 0. */
struct assignment {
    int n_rows, n_columns;
    const uint64_t **allowed; /* of row: set of columns */
    struct wish *wish;
    int n_wishes, capacity;
    struct arena *arena;
};

void assignment_init(struct arena *arena, int n_rows, int n_columns,
                     struct assignment *assignment);

/* The set must outlive the assignment. */
void assignment_allow(struct assignment *assignment, int row,
                      const uint64_t *allowed);

/* Adds to the weight of the pair, which counts only if it is allowed. */
void assignment_add_weight(struct assignment *assignment, int row, int column,
                           int weight);

/* The column of each row, in arena, or NULL if they cannot all have one. Exact
 * (shortest augmenting paths) up to a size where that takes a fraction of
 * a second; beyond, the heaviest wishes that leave everybody a column. */
int *assignment_solve(struct arena *arena, struct assignment *assignment);

/* The same, of any size at once: the heaviest wishes that leave everybody a column. */
int *assignment_solve_greedily(struct arena *arena, struct assignment *assignment);

/* Rows times rows times columns, beyond which assignment_solve() is not exact. */
extern const int64_t assignment_exact_effort;

#endif
