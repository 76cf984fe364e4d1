#ifndef MATCHDAY_SOLVER_FIRST_ORDER_H
#define MATCHDAY_SOLVER_FIRST_ORDER_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/program.h"

/* The relaxation of a program by a first-order method: a bound in seconds where the
 * simplex method takes minutes, for a level with those before it held as rows. It
 * gives no vertex: its point is a little infeasible and between the optimal ones.
 *
 * Effort is counted in iterations, each of which goes through the program's terms
 * twice; `poll` only cuts it short. */

struct first_order_limits {
    int max_iterations;
    int threads;     /* at least 1; the result does not depend on it */
    double gap;      /* relative, of bound and point: small enough to end */
    bool has_target; /* end when the bound shows that */
    int64_t target;  /* no integral point is better than this */
    const double *dual, *column; /* of rows and columns, to start from; or NULL */
    bool has_new_rows; /* since those were found: they cannot be the end at once */
    bool (*poll)(void *context); /* true = stop; may be NULL */
    void *context;
};

/* With fewer iterations a bound is hardly worth having. */
enum { FIRST_ORDER_FEWEST = 300 };

/* As many as go through so many terms of the program's rows, up to `most`. */
int first_order_iterations(const struct program *program, double terms, int most);

/* A relative gap that is not worth more iterations. */
extern const double first_order_usual_gap;

struct first_order_result {
    bool has_bound;
    int64_t bound;  /* no integral point is better; exact (dual_bound.h) */
    double relaxed; /* the same before it was rounded to a whole number */
    double *dual;   /* of the program's rows, from which the bound follows */
    double *column; /* a nearly optimal point of the relaxation */
    int iterations;
    bool converged;   /* up to the gap, or the target was reached */
    bool interrupted; /* by poll */
};

/* Everything in *result lies in arena. */
void first_order_relax(struct arena *arena, struct program *program,
                       enum solver_level level,
                       const struct first_order_limits *limits,
                       struct first_order_result *result);

#endif
