#ifndef MATCHDAY_SOLVER_FIRST_ORDER_RUN_H
#define MATCHDAY_SOLVER_FIRST_ORDER_RUN_H

#include "scheduler/base/arena.h"
#include "scheduler/base/crew.h"
#include "solver/sparse.h"

/* One step of the primal-dual hybrid gradient method on
 *     max gain x,  low <= A x <= high,  x in the blocks of the system:
 *     x^ = onto the blocks (x + T/w (gain - y A))
 *     y^ = y + S w A (2 x^ - x), less what the rows take of it
 * of which the next point is the reflection, drawn towards an anchor (Halpern):
 *     x = k+1/k+2 (2 x^ - x) + 1/k+2 anchor                 and so is y. */

enum { RUN_PARTS = 32 };

struct run {
    const struct system *system;
    float *gain, *upper; /* of the columns */
    double *low, *high;  /* of the rows; infinite = none */
    double weight;       /* w: the larger, the longer the steps of the duals */

    float *x, *x_anchor, *x_hat, *x_bar; /* bar: 2 x^ - x */
    float *y, *y_anchor, *y_hat;
    double pull; /* of the anchors, in this step */

    int column_end[RUN_PARTS]; /* in blocks */
    int row_end[RUN_PARTS];
    double part[RUN_PARTS][2]; /* sums of a phase */
};

/* Arrays in arena; everything 0 but what comes from program. gain is the
 * caller's to fill in. */
void run_init(struct arena *arena, const struct program *program,
              const struct system *system, struct run *run);

/* Sums over columns [0] and rows [1], squared and by step: how far the step
 * moved. */
void run_step(struct crew *crew, struct run *run, double pull, double moved[2]);

/* How far the hats are from the anchors, measured alike; then they become the
 * anchors and the present point. */
void run_restart(struct run *run, double moved[2]);

/* At the hats: the bound that follows from y^; the value of x^; and what it would
 * cost at the prices y^ that it breaks rows. */
struct run_state {
    double bound, value, broken;
};
struct run_state run_look(struct crew *crew, struct run *run);

#endif
