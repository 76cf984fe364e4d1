/* GLPK counts rows and columns from 1. Its errors end in abort() unless a hook
 * leaves by longjmp; after that the only legal call is glp_free_env(), which takes
 * all of the thread's objects with it: they are of a past generation then, and
 * every call on them answers GLPK_LIMIT. */

#include "solver/glpk_program.h"

#include <assert.h>
#include <glpk.h>
#include <limits.h>

#include "solver/dual_bound.h"
#include "solver/glpk_farkas.h"
#include "solver/glpk_parts.h"

enum { ITERATIONS_PER_POLL = 2000 };

static _Thread_local unsigned generation;

bool glpk_is_dead(const struct glpk_program *glpk)
{
    return !glpk || glpk->generation != generation;
}

static void error_hook(void *info)
{
    struct glpk_program *glpk = info;
    longjmp(glpk->on_error, 1);
}

void glpk_guard(struct glpk_program *glpk)
{
    glp_error_hook(error_hook, glpk);
}

void glpk_unguard(void)
{
    glp_error_hook(NULL, NULL);
}

void glpk_bury(struct glpk_program *glpk)
{
    glp_free_env();
    glpk->prob = NULL;
    generation++;
}

/* Errors switch terminal output on before they tell of themselves. */
static int swallow(void *info, const char *text)
{
    (void)info;
    (void)text;
    return 1;
}

struct glpk_program *glpk_program_create(struct arena *arena)
{
    struct glpk_program *glpk = arena_new(arena, 1, struct glpk_program);
    glp_term_out(GLP_OFF);
    glp_term_hook(swallow, NULL);
    glpk_guard(glpk);
    if (setjmp(glpk->on_error) != 0) {
        glpk_bury(glpk);
        return NULL;
    }
    glpk->prob = glp_create_prob();
    glpk->generation = generation;
    glpk_unguard();
    return glpk;
}

void glpk_program_destroy(struct glpk_program *glpk)
{
    if (!glpk_is_dead(glpk)) {
        glp_delete_prob(glpk->prob);
        glpk->prob = NULL;
    }
}

static void bound_row(glp_prob *prob, int i, const struct row *row)
{
    bool low = row->low != ROW_FREE, high = row->high != ROW_FREE;
    int type = !low && !high           ? GLP_FR
               : !high                 ? GLP_LO
               : !low                  ? GLP_UP
               : row->low == row->high ? GLP_FX
                                       : GLP_DB;
    glp_set_row_bnds(prob, i, type, low ? (double)row->low : 0,
                     high ? (double)row->high : 0);
}

static void bound_column(glp_prob *prob, int j, const struct column *column)
{
    glp_set_col_bnds(prob, j, column->upper > 0 ? GLP_DB : GLP_FX, 0,
                     (double)column->upper);
}

void glpk_update_row(struct glpk_program *glpk, const struct program *program,
                     int row)
{
    if (!glpk_is_dead(glpk) && row < glpk->n_rows) {
        bound_row(glpk->prob, row + 1, &program->row[row]);
    }
}

void glpk_update_column(struct glpk_program *glpk, const struct program *program,
                        int column)
{
    if (!glpk_is_dead(glpk) && column < glpk->n_columns) {
        bound_column(glpk->prob, column + 1, &program->column[column]);
    }
}

static void take_over_columns(struct glpk_program *glpk,
                              const struct program *program)
{
    int n = program->n_columns - glpk->n_columns;
    if (n > 0) {
        glp_add_cols(glpk->prob, n);
    }
    for (int j = glpk->n_columns; j < program->n_columns; j++) {
        const struct column *column = &program->column[j];
        int kind = !column->integer ? GLP_CV : column->upper == 1 ? GLP_BV : GLP_IV;
        glp_set_col_kind(glpk->prob, j + 1, kind);
        bound_column(glpk->prob, j + 1, column);
    }
    glpk->n_columns = program->n_columns;
}

static void take_over_rows(struct glpk_program *glpk, const struct program *program)
{
    int n = program->n_rows - glpk->n_rows;
    if (n > 0) {
        glp_add_rows(glpk->prob, n);
    }
    struct arena scratch = *program->arena;
    int *index = arena_new(&scratch, program->n_columns + 1, int);
    double *coef = arena_new(&scratch, program->n_columns + 1, double);
    for (int i = glpk->n_rows; i < program->n_rows; i++) {
        const struct row *row = &program->row[i];
        assert(row->n <= program->n_columns);
        for (int k = 0; k < row->n; k++) {
            index[k + 1] = program->term[row->first + k].column + 1;
            coef[k + 1] = (double)program->term[row->first + k].coef;
        }
        glp_set_mat_row(glpk->prob, i + 1, row->n, index, coef);
        bound_row(glpk->prob, i + 1, row);
    }
    glpk->n_rows = program->n_rows;
}

void glpk_set_objective(struct glpk_program *glpk, struct program *program,
                        enum solver_level level)
{
    const struct expression *e = program_level(program, level);
    take_over_columns(glpk, program);
    take_over_rows(glpk, program);
    glp_set_obj_dir(glpk->prob,
                    solver_level_is_maximised(level) ? GLP_MAX : GLP_MIN);
    for (int j = 0; j <= program->n_columns; j++) {
        glp_set_obj_coef(glpk->prob, j, 0);
    }
    glp_set_obj_coef(glpk->prob, 0, (double)e->constant);
    for (int k = 0; k < e->n; k++) {
        glp_set_obj_coef(glpk->prob, e->term[k].column + 1,
                         (double)e->term[k].coef);
    }
}

int glpk_milliseconds(double seconds)
{
    return seconds <= 0    ? INT_MAX
           : seconds < 2e6 ? (int)(seconds * 1000) + 1
                           : INT_MAX;
}

void glpk_read_point(const struct glpk_program *glpk, struct arena *arena, bool mip,
                     struct glpk_result *result)
{
    result->has_point = true;
    result->column = arena_new(arena, glpk->n_columns, double);
    for (int j = 0; j < glpk->n_columns; j++) {
        result->column[j] = mip ? glp_mip_col_val(glpk->prob, j + 1)
                                : glp_get_col_prim(glpk->prob, j + 1);
    }
}

/* Asks poll now and then, which the simplex method itself does not. */
static int run_simplex(struct glpk_program *glpk, glp_smcp *param,
                       const struct glpk_limits *limits, struct glpk_result *result)
{
    int first = glp_get_it_cnt(glpk->prob), failed;
    do {
        int left = limits->max_iterations - result->iterations;
        param->it_lim = left < ITERATIONS_PER_POLL ? left : ITERATIONS_PER_POLL;
        failed = glp_simplex(glpk->prob, param);
        result->iterations = glp_get_it_cnt(glpk->prob) - first;
        result->interrupted =
            failed == GLP_ETMLIM ||
            (failed == GLP_EITLIM && limits->poll && limits->poll(limits->context));
    } while (failed == GLP_EITLIM && !result->interrupted &&
             result->iterations < limits->max_iterations);
    return failed;
}

static void start_basis(struct glpk_program *glpk, const bool *at_upper)
{
    glpk->has_basis = true;
    if (!at_upper) {
        glp_adv_basis(glpk->prob, 0);
        return;
    }
    glp_std_basis(glpk->prob);
    for (int j = 0; j < glpk->n_columns; j++) {
        if (at_upper[j] && glp_get_col_type(glpk->prob, j + 1) == GLP_DB) {
            glp_set_col_stat(glpk->prob, j + 1, GLP_NU);
        }
    }
}

bool *glpk_at_upper(struct arena *arena, const struct program *program,
                    const double *point)
{
    bool *at_upper = arena_new(arena, program->n_columns, bool);
    for (int j = 0; j < program->n_columns; j++) {
        int64_t upper = program->column[j].upper;
        at_upper[j] = upper > 0 && point[j] > (double)upper - 0.5;
    }
    return at_upper;
}

/* Values are whole: what cannot reach the next one is no better. */
#define JUST_BELOW_ONE 0.99

static enum glpk_status relax(struct arena *arena, struct glpk_program *glpk,
                              struct program *program, enum solver_level level,
                              const struct glpk_limits *limits,
                              struct glpk_result *result)
{
    glpk_set_objective(glpk, program, level);
    glp_smcp param;
    glp_init_smcp(&param);
    param.msg_lev = GLP_MSG_OFF;
    param.tm_lim = glpk_milliseconds(limits->seconds);
    param.meth = limits->dual_simplex ? GLP_DUALP : GLP_PRIMAL;
    if (limits->has_cutoff && solver_level_is_maximised(level)) {
        param.obj_ll = (double)limits->cutoff + JUST_BELOW_ONE;
    } else if (limits->has_cutoff) {
        param.obj_ul = (double)limits->cutoff - JUST_BELOW_ONE;
    }
    if (!glpk->has_basis) {
        start_basis(glpk, limits->at_upper);
    }
    int failed = run_simplex(glpk, &param, limits, result);
    int status = glp_get_status(glpk->prob);
    if (failed == 0 && status == GLP_NOFEAS &&
        glpk_farkas(*arena, glpk->prob, program)) {
        return GLPK_INFEASIBLE;
    }
    result->dual = arena_new(arena, program->n_rows, double);
    for (int i = 0; i < program->n_rows; i++) {
        result->dual[i] = glp_get_row_dual(glpk->prob, i + 1);
    }
    struct arena scratch = *arena;
    struct dual_bound bound;
    dual_bound_build(&scratch, program, level, result->dual, &bound);
    result->has_bound = dual_bound_value(&bound, &result->bound);
    if (failed != 0 || status != GLP_OPT) {
        return GLPK_LIMIT;
    }
    glpk_read_point(glpk, arena, false, result);
    return GLPK_OPTIMAL;
}

enum glpk_status glpk_relax(struct arena *arena, struct glpk_program *glpk,
                            struct program *program, enum solver_level level,
                            const struct glpk_limits *limits,
                            struct glpk_result *result)
{
    *result = (struct glpk_result){0};
    if (glpk_is_dead(glpk)) {
        return GLPK_LIMIT;
    }
    glpk_guard(glpk);
    if (setjmp(glpk->on_error) != 0) {
        glpk_bury(glpk);
        return GLPK_LIMIT;
    }
    enum glpk_status status = relax(arena, glpk, program, level, limits, result);
    glpk_unguard();
    return status;
}

const char *glpk_library_version(void)
{
    return glp_version();
}
