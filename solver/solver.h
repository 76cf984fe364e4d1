#ifndef MATCHDAY_SOLVER_SOLVER_H
#define MATCHDAY_SOLVER_SOLVER_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"
#include "solver/propagate.h"

/* The solver's one door: a problem in numbers in, an assignment and a bound
 * per level out. */

enum solve_status {
    SOLVE_DONE,       /* an assignment that obeys all rules */
    SOLVE_INFEASIBLE, /* the meetings that must be scheduled cannot be, proven:
                         see `core` */
    SOLVE_UNKNOWN,    /* stopped before either was known */
    SOLVE_TOO_MANY,   /* more meetings of before than problem->max_changes cannot
                         stay as they were, proven: see `least_changes` */
};

struct solver_progress {
    enum solver_level level; /* being worked on */
    int64_t value, bound;    /* best so far; bound only if has_bound */
    bool has_bound;
    double seconds; /* since the start */
};

struct solver_options {
    uint64_t seed;
    const int *start;    /* NULL, or slot[m], -1 = none: where the search begins */
    int threads;         /* at least 1; the result does not depend on it */
    double time_limit_s; /* 0 = none; the effort ends by itself */
    int simplex_columns; /* programs with more are relaxed by the first-order method
                            and not branched on; 0 = where that is quicker */
    /* Called now and then from the calling thread; either may be NULL. should_stop
     * returning true ends the work with the best found so far. */
    bool (*should_stop)(void *context);
    void (*report)(void *context, const struct solver_progress *progress);
    void *context;
};

struct solver_level_result {
    int64_t value;
    bool has_bound;
    int64_t bound; /* proven given the values before; never beyond value */
};

struct solution {
    int *slot, *room, *interpreter;                    /* of m, -1 = none */
    struct solver_level_result level[SOLVER_N_LEVELS]; /* in problem->level order */
    bool interrupted; /* a time limit or should_stop cut the work short */
    int *core;        /* SOLVE_INFEASIBLE: must-meetings that cannot be together */
    int n_core;
    int least_changes; /* SOLVE_TOO_MANY */
    /* Of m: held before, it stays as it was in every assignment that changes as little
     * as this one, which is the least. NULL where that is not known. */
    const bool *certain;
    /* Why not, where that can be seen without search, or of kind CLASH_NONE; its
     * meetings are some of the core and of those which these have to follow. */
    struct contradiction clash;
};

/* Solves the problem; without levels any assignment that obeys the rules will do.
 * Everything in *solution lives in arena. The same
 * problem and seed give the same solution unless interrupted is set. */
enum solve_status solver_solve(struct arena *arena, const struct problem *problem,
                               const struct solver_options *options,
                               struct solution *solution);

/* Writes the program of the level SERVED in CPLEX LP format to path: the same
 * rows that the solver's own integer program has. Returns false and an errno
 * value in *cause if the file cannot be written. */
bool solver_write_model(struct arena scratch, const struct problem *problem,
                        const char *path, int *cause);

#endif
