#ifndef MATCHDAY_SOLVER_GLPK_PARTS_H
#define MATCHDAY_SOLVER_GLPK_PARTS_H

#include <setjmp.h>
#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "solver/glpk_program.h"
#include "solver/program.h"

/* Shared by the files of glpk_program.h alone. */

struct glpk_program {
    struct glp_prob *prob; /* GLPK's */
    int n_columns, n_rows; /* taken over so far */
    jmp_buf on_error;
    unsigned generation;
    bool has_basis; /* of some relaxation */
};

/* True for NULL, and for what a past error took with it. */
bool glpk_is_dead(const struct glpk_program *glpk);

/* GLPK's errors between these two end in longjmp to on_error, after which only
 * glpk_bury() may be called. */
void glpk_guard(struct glpk_program *glpk);
void glpk_unguard(void);
void glpk_bury(struct glpk_program *glpk);

/* Takes over new columns and rows, and makes the level the objective. */
void glpk_set_objective(struct glpk_program *glpk, struct program *program,
                        enum solver_level level);

/* A time limit as GLPK has it; 0 seconds are none. */
int glpk_milliseconds(double seconds);

/* The values of all columns, of branch and cut or of the simplex method, in arena. */
void glpk_read_point(const struct glpk_program *glpk, struct arena *arena, bool mip,
                     struct glpk_result *result);

#endif
