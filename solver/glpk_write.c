#include <errno.h>
#include <glpk.h>
#include <stdio.h>

#include "solver/glpk_parts.h"
#include "solver/glpk_program.h"

static void name_columns(glp_prob *prob, const struct program *program)
{
    static const char *const prefix[] = {
        [COLUMN_X] = "x",         [COLUMN_U] = "u",     [COLUMN_Z] = "z",
        [COLUMN_F] = "f",         [COLUMN_START] = "b", [COLUMN_USED] = "v",
        [COLUMN_SHORTFALL] = "y", [COLUMN_NTH] = "n",   [COLUMN_BURDEN] = "burden",
        [COLUMN_PATTERN] = "w",
    };
    for (int j = 0; j < program->n_columns; j++) {
        const struct column *column = &program->column[j];
        char name[80];
        if (column->kind == COLUMN_F) { /* sets recur from slot to slot */
            snprintf(name, sizeof name, "f_%d", j);
        } else {
            snprintf(name, sizeof name, "%s_%d_%d", prefix[column->kind], column->a,
                     column->b);
        }
        glp_set_col_name(prob, j + 1, name);
    }
}

static bool write_lp(struct glpk_program *glpk, struct program *program,
                     enum solver_level level, const char *path, int *cause)
{
    glpk_set_objective(glpk, program, level);
    glp_set_prob_name(glpk->prob, "matchday");
    glp_set_obj_name(glpk->prob, "value");
    name_columns(glpk->prob, program);
    errno = 0;
    bool ok = glp_write_lp(glpk->prob, NULL, path) == 0;
    *cause = ok ? 0 : errno ? errno : EIO;
    return ok;
}

static bool guarded_write_lp(struct glpk_program *glpk, struct program *program,
                             enum solver_level level, const char *path, int *cause)
{
    glpk_guard(glpk);
    if (setjmp(glpk->on_error) != 0) {
        glpk_bury(glpk);
        *cause = EIO;
        return false;
    }
    bool ok = write_lp(glpk, program, level, path, cause);
    glpk_unguard();
    return ok;
}

bool glpk_write_lp(struct program *program, enum solver_level level,
                   const char *path, int *cause)
{
    struct glpk_program *glpk = glpk_program_create(program->arena);
    if (!glpk) {
        *cause = ENOMEM;
        return false;
    }
    bool ok = guarded_write_lp(glpk, program, level, path, cause);
    glpk_program_destroy(glpk);
    return ok;
}
