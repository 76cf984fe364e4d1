#ifndef MATCHDAY_SOLVER_SPARSE_H
#define MATCHDAY_SOLVER_SPARSE_H

#include "scheduler/base/arena.h"
#include "solver/program.h"

/* A program's matrix for methods that only multiply with it, without the rows
 * "each meeting at most once": those say which columns form a block, of which the
 * sum is at most, or exactly, 1. */

/* Line i has entries start[i] ... start[i + 1] - 1. */
struct sparse {
    int n_lines;
    int *start;
    int *index;
    float *coef;
};

enum block_kind {
    BLOCK_FREE, /* columns between 0 and their upper bounds */
    BLOCK_AT_MOST_ONE,
    BLOCK_EXACTLY_ONE,
};

struct block {
    enum block_kind kind;
    int first; /* column; the next block's is where it ends */
};

struct system {
    int n_columns, n_rows;
    struct sparse row, column;
    int *row_of;         /* the program's row that line i of `row` is */
    struct block *block; /* n_blocks, and one behind the last */
    int n_blocks;
    float *column_step, *row_step; /* see system_init() */
};

/* The system of all rows that the program has by now. Its steps T (of columns) and
 * S (of rows) are such that the norm of sqrt(S) A sqrt(T) is at most 1 (Pock and
 * Chambolle 2011, after rows and columns have been scaled to like size, Ruiz 2001);
 * the columns of one block share theirs. All in arena. */
void system_init(struct arena *arena, const struct program *program,
                 struct system *system);

/* Ends of n parts of lines with about as many entries each: part k is
 * end[k - 1] (0) ... end[k] - 1. */
void sparse_divide(const struct sparse *sparse, int n, int *end);

#endif
