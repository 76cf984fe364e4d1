#ifndef MATCHDAY_SOLVER_PROBE_PROGRAM_H
#define MATCHDAY_SOLVER_PROBE_PROGRAM_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "solver/glpk_program.h"
#include "solver/pool.h"
#include "solver/probe_ghosts.h"
#include "solver/program.h"

/* The program of the extended problem with the columns of all ghosts closed. A
 * question opens one ghost, forces it in, and asks GLPK whether anything is better
 * than the solution then. For probe.c alone. */
struct inquiry {
    struct arena arena;
    const struct ghosts *ghosts;
    const struct standard *standard;
    int threads;
    bool (*poll)(void *context);
    void *context;
    struct problem problem; /* without what the program's own `after` rows say */
    struct program program;
    struct glpk_program *glpk;
    int *force_row; /* of ghost, less the original meetings */
    int hold_row[SOLVER_N_LEVELS];
    /* Of each column of a ghost, from first_column on: what all prices seen so far
     * leave at best of a level with the ghost in that column. */
    int first_column, n_columns;
    int64_t *best[SOLVER_N_LEVELS];
    /* Of the effort for all questions, in iterations times rows and columns: questions
     * of the relaxation are cheap and answer most, so the others must not use it up. */
    int64_t relax_left, branch_left;
    int *slot, *cap; /* the point behind the last yes, as of program_read_point() */
};

/* Builds the program and finds the prices of everything on each level. Returns
 * false if the program is too large; the inquiry is not to be used then, only
 * finished. All questions together have one part in so many of the usual effort. Pools
 * are those of the extended problem; all must outlive the inquiry. */
bool inquiry_init(const struct ghosts *ghosts, const struct standard *standard,
                  const struct pool *rooms, const struct pool *interpreters,
                  int threads, int part, bool (*poll)(void *context), void *context,
                  struct inquiry *inquiry);
void inquiry_finish(struct inquiry *inquiry);

/* True if the prices alone show that no assignment with ghost g is better than the
 * solution. */
bool inquiry_is_priced_out(const struct inquiry *inquiry, int g);

/* Asks whether any point with ghost g in, which stands in for its meeting, is better
 * than the solution: better on some level and as good on those before. Every no has
 * prices that prove it, which are kept for later questions. Without branching the
 * answer is no or unknown. Rooms and interpreters have no names in the program, and
 * yes comes from floating point: it is for the caller to look at the point. */
enum probe_answer inquiry_ask(struct inquiry *inquiry, int g, bool branch);

#endif
