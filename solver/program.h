#ifndef MATCHDAY_SOLVER_PROGRAM_H
#define MATCHDAY_SOLVER_PROGRAM_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/pool.h"
#include "solver/problem.h"
#include "solver/state.h"

/* The integer program of a problem, independent of the library that solves it.
 *
 * Columns (all bounded, all coefficients whole numbers):
 *   x[m,s] 1 if meeting m is in slot s                              integer
 *   u[p,s] 1 if p, who can be in several meetings at a time, is busy integer
 *   z[c,s] interpreters of class c at work in slot s, where classes
 *          have limits                                              integer
 *   f[k,c] meetings of room (interpreter) set k that class c takes, per slot
 *   b, v   of participant and session: block starts in slot s; 1 if busy at
 *          all. Gaps are the sum of b less v.
 *   and those of the levels: see program_level.c and program_patterns.h
 *
 * Rows: each meeting at most once (exactly once if it must be scheduled); each
 * participant at most `parallel` per slot, max_meetings, max_consecutive,
 * max_gaps; `after`; and per slot and pool the transport of meetings to
 * classes, which has a solution exactly if every meeting gets a member (Hall):
 *   sum of x of set k <= sum over its classes of f[k,c]
 *   sum over k of f[k,c] <= members of c  (or z[c,s])
 * Sets of one class need no f. Nothing is indexed by a single room. */

enum column_kind {
    COLUMN_X, /* meeting, slot */
    COLUMN_U, /* participant, slot */
    COLUMN_Z, /* class, slot */
    COLUMN_F,
    COLUMN_START,     /* participant, slot */
    COLUMN_USED,      /* participant, slot: first of the session */
    COLUMN_SHORTFALL, /* participant */
    COLUMN_NTH,       /* participant, k: has at least k meetings */
    COLUMN_BURDEN,
    COLUMN_PATTERN, /* participant, set of slots counted from `first` */
};

struct column {
    enum column_kind kind;
    int a, b;      /* what it is about, see the kinds */
    int first;     /* of patterns: first slot of the session */
    int64_t upper; /* the lower bound is 0 */
    bool integer;
};

struct term {
    int column;
    int64_t coef;
};

struct row {
    int first, n;      /* terms */
    int64_t low, high; /* or ROW_FREE */
};

#define ROW_FREE INT64_MIN

/* A level's value as a linear expression of the columns. */
struct expression {
    struct term *term;
    int n, capacity;
    int64_t constant;
    bool built;
};

struct program {
    struct arena *arena;
    const struct problem *problem;
    const struct pool *pool[N_POOLS];
    int *session_first, *session_end;
    struct lists slots;    /* of m */
    struct lists meetings; /* of p */
    int *x_first;          /* column of m in its first slot; others follow */
    int *meeting_row;      /* "m at most once", or -1 if m has no slot */
    int *u;                /* column u[p,s] at p * n_slots + s, or -1 */
    int *z;                /* column z[c,s] of interpreters, or -1 */
    int *gaps_first;       /* expression of p's gaps in `gap`: first term, or -1 */
    int *gaps_end;
    struct term *gap;
    int n_gap, gap_capacity;

    struct column *column;
    int n_columns, column_capacity;
    struct row *row;
    int n_rows, row_capacity;
    struct term *term;
    int n_terms, term_capacity;
    struct expression level[SOLVER_N_LEVELS];
};

/* All hard rules. Everything lives in arena, to which the program keeps a
 * pointer: it grows when levels are added. */
void program_init(struct arena *arena, const struct problem *problem,
                  const struct pool *rooms, const struct pool *interpreters,
                  struct program *program);

/* Adds what the level needs, once, and returns its expression. ROOMS has none:
 * its expression is the constant 0, which is below every value. */
const struct expression *program_level(struct program *program,
                                       enum solver_level level);

/* Adds the row: this level is no worse than value. Where it can be no better, its
 * columns are closed instead: GLPK has to be told. */
void program_hold_level(struct program *program, enum solver_level level,
                        int64_t value);

/* The values of all columns but f (0) in this state, for size checks and as a
 * starting point; column has n_columns entries. */
void program_point(const struct program *program, const struct state *state,
                   double *column);

/* The other way round: the slots of the meetings at an integral point, and how
 * often it lets each class of interpreters work in each slot (like state->load; 0
 * where no class has limits). */
void program_read_point(const struct program *program, const double *column,
                        int *slot, int *cap);

/* For building rows: begin, add terms, end. */
void program_row_begin(struct program *program, int64_t low, int64_t high);
void program_row_add(struct program *program, int column, int64_t coef);
/* coef times whether p is busy in slot s. */
void program_row_add_busy(struct program *program, int p, int s, int64_t coef);
/* Drops the row again if it has no terms, or if its terms cannot break it. */
void program_row_end(struct program *program);
int program_add_column(struct program *program, struct column column);

/* The column of x[m,s], or -1 if s is not in the domain. */
int program_x(const struct program *program, int m, int s);

/* Makes the columns u of one who can be in several meetings at a time, once. */
void program_use_u(struct program *program, int p);

/* Makes the columns and rows that count p's gaps, once. */
void program_count_gaps(struct program *program, int p);

#endif
