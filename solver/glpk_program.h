#ifndef MATCHDAY_SOLVER_GLPK_PROGRAM_H
#define MATCHDAY_SOLVER_GLPK_PROGRAM_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/program.h"

/* A program (program.h) in GLPK's hands: linear relaxation by the simplex
 * method, integer optimum by branch and cut. GLPK keeps its state in the
 * thread that created the object; use and destroy it there. Only the thread that
 * called the solver does: a second one would need a GLPK for which
 * glp_config("TLS") is not NULL. */

struct glpk_program; /* opaque */

/* Effort is counted in simplex iterations and nodes, which are the same on
 * every run; seconds and `poll` only cut it short. */
struct glpk_limits {
    int max_iterations, max_nodes;
    bool dual_simplex;    /* relax: bounds have changed, the objective has not */
    const bool *at_upper; /* relax: columns at their upper bounds in the very first
                             basis, all rows being slack; NULL: any basis */
    bool has_cutoff;      /* dual simplex: stop as soon as nothing is better than */
    int64_t cutoff;       /* this; GLPK_LIMIT and a bound say so */
    bool first_point;     /* branch: any integral point will do */
    double seconds;       /* 0 = none */
    bool (*poll)(void *context); /* true = stop; may be NULL */
    void *context;
};

enum glpk_status {
    GLPK_OPTIMAL,    /* solved to the end */
    GLPK_INFEASIBLE, /* no point (no integral point) exists; of the relaxation this
                        is proven in exact arithmetic */
    GLPK_LIMIT,      /* a limit or poll cut it short, or numerical trouble */
};

struct glpk_result {
    bool has_bound;
    int64_t bound; /* no integral point is better than this */
    bool has_point;
    double *column;   /* the best point: of the relaxation, or integral */
    double *dual;     /* of the rows, after glpk_relax(); may be NULL */
    int iterations;   /* of the simplex method that it took */
    bool interrupted; /* by seconds or poll, not by counted effort */
};

/* An empty program, to be destroyed; the object itself lies in arena. Returns
 * NULL if GLPK refuses; its messages go nowhere. All functions take NULL, and
 * answer as if a limit had been reached. */
struct glpk_program *glpk_program_create(struct arena *arena);
void glpk_program_destroy(struct glpk_program *glpk);

/* Takes over changed bounds of a row or column that GLPK knows already. */
void glpk_update_row(struct glpk_program *glpk, const struct program *program,
                     int row);
void glpk_update_column(struct glpk_program *glpk, const struct program *program,
                        int column);

/* Maximises or minimises the level over the relaxation. Rows and columns that
 * the program gained since the last call are taken over, and the last basis is
 * the start. The bound comes from the row duals in exact arithmetic
 * (dual_bound.h), so it holds whatever the simplex method's rounding did.
 * result->column and dual lie in arena. */
enum glpk_status glpk_relax(struct arena *arena, struct glpk_program *glpk,
                            struct program *program, enum solver_level level,
                            const struct glpk_limits *limits,
                            struct glpk_result *result);

/* For limits.at_upper: the columns that a point of the program has at their upper
 * bounds. With these the basis of slacks obeys all rows, and the simplex method need
 * not first look for one that does. In arena. */
bool *glpk_at_upper(struct arena *arena, const struct program *program,
                    const double *point);

/* Searches for an integral point of the program better than `start` (values of
 * all columns, or NULL) on the level; call glpk_relax() for the same level
 * first. GLPK_OPTIMAL: result holds the best point there is, or none if `start`
 * is as good as any; bound is then its value. GLPK_INFEASIBLE only without
 * start. */
enum glpk_status glpk_branch(struct arena *arena, struct glpk_program *glpk,
                             struct program *program, enum solver_level level,
                             const double *start, const struct glpk_limits *limits,
                             struct glpk_result *result);

/* Writes the program with the level as objective in CPLEX LP format; false and
 * errno in *cause on failure. Columns are called x_<m>_<s> and so on. */
bool glpk_write_lp(struct program *program, enum solver_level level,
                   const char *path, int *cause);

/* GLPK's version: "5.0". */
const char *glpk_library_version(void);

#endif
