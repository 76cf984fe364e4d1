#ifndef MATCHDAY_SOLVER_WORK_H
#define MATCHDAY_SOLVER_WORK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/glpk_program.h"
#include "solver/incumbent.h"
#include "solver/pool.h"
#include "solver/program.h"
#include "solver/solver.h"
#include "solver/state.h"

/* What the steps of one solver_solve() share: the best assignment so far, a bound
 * per level, and when to stop. Private to solver.c and the files of its steps. */

struct work {
    struct arena arena;       /* of the whole run; lent as scratch */
    struct arena state_arena; /* the state's log grows here, whatever is lent */
    const struct problem *problem;
    const struct solver_options *options;
    struct pool rooms, interpreters;
    struct state state; /* working space: whoever needs one loads it */
    struct incumbent incumbent, kept;

    struct program program;        /* built when first needed: n_columns > 0 */
    struct glpk_program *glpk;     /* NULL where the program is too large for it */
    int n_held;                    /* levels that are rows of the program, */
    int64_t held[SOLVER_N_LEVELS]; /* and what these demand, by level */
    int held_row[SOLVER_N_LEVELS]; /* that row, or -1: columns closed instead */
    bool lacks_guarantee;          /* that level is held and no row of it */
    bool was_aimed;   /* at the bound of that level: large events do so once */
    bool was_relaxed; /* the program, on the level being worked on */
    bool is_relaxed;  /* to the end: it can be branched on */
    double *dual;     /* of the last relaxation, of its n_dual rows; NULL if none */
    int n_dual;
    double *point; /* of that relaxation: its columns, nearly optimal; or NULL */
    int n_point;

    /* The problem with only what the levels done leave open, for searching. The
     * program has it as bounds of columns and rows. */
    struct problem open;

    struct solver_level_result level[SOLVER_N_LEVELS];
    atomic_bool stop;
    double start_s, deadline_s; /* 0 = none */
};

/* Nothing scheduled, nothing known. The problem and the options must outlive it. */
void work_init(struct work *work, const struct problem *problem,
               const struct solver_options *options);
void work_finish(struct work *work);

/* True once the caller or the clock wants the work to end; for engines' poll. */
bool work_poll(void *work);

/* Tells the caller how far level k is. */
void work_report(struct work *work, int k);

/* Level k can be no better than bound. */
void work_take_bound(struct work *work, int k, int64_t bound);

/* An assignment of meetings to slots becomes the incumbent if it is better. cap:
 * what each class of interpreters may do in each slot (like state->cap), or NULL. */
void work_take_slots(struct work *work, const int *slot, const int *cap);

/* Bounds of later levels, and what is closed to them, hold for assignments that are
 * no worse than the held levels demand. work_keep() remembers the incumbent, and
 * work_return() takes it back if the present one is worse on one of them, even if
 * better on an earlier one. */
void work_keep(struct work *work);
bool work_return(struct work *work); /* false if it was taken back */

/* True if value and bound of level k meet. */
bool work_is_proven(const struct work *work, int k);

/* True if nothing is left to do on level k, or no time to do it. */
bool work_is_done(struct work *work, int k);

/* True if no level up to k is SERVED: what is found for k decides what others can
 * be. */
bool work_is_before_served(const struct work *work, int k);

#endif
