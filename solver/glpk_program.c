/* GLPK counts rows and columns from 1. Its errors end in abort() unless a hook
 * leaves by longjmp; after that the only legal call is glp_free_env(), which takes
 * all of the thread's objects with it: they are of a past generation then, and
 * every call on them answers GLPK_LIMIT. */

#include "solver/glpk_program.h"

#include <assert.h>
#include <errno.h>
#include <glpk.h>
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include "solver/dual_bound.h"
#include "solver/glpk_farkas.h"

enum { ITERATIONS_PER_POLL = 2000 };

struct glpk_program {
    glp_prob *prob;
    int n_columns, n_rows; /* taken over so far */
    jmp_buf on_error;
    unsigned generation;
    bool has_basis; /* of some relaxation */
};

static _Thread_local unsigned generation;

static bool is_dead(const struct glpk_program *glpk)
{
    return !glpk || glpk->generation != generation;
}

static void error_hook(void *info)
{
    struct glpk_program *glpk = info;
    longjmp(glpk->on_error, 1);
}

/* Runs between these two may end in longjmp to on_error. */
static void guard(struct glpk_program *glpk)
{
    glp_error_hook(error_hook, glpk);
}

static void unguard(void)
{
    glp_error_hook(NULL, NULL);
}

static void bury(struct glpk_program *glpk)
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
    guard(glpk);
    if (setjmp(glpk->on_error) != 0) {
        bury(glpk);
        return NULL;
    }
    glpk->prob = glp_create_prob();
    glpk->generation = generation;
    unguard();
    return glpk;
}

void glpk_program_destroy(struct glpk_program *glpk)
{
    if (!is_dead(glpk)) {
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
    if (!is_dead(glpk) && row < glpk->n_rows) {
        bound_row(glpk->prob, row + 1, &program->row[row]);
    }
}

void glpk_update_column(struct glpk_program *glpk, const struct program *program,
                        int column)
{
    if (!is_dead(glpk) && column < glpk->n_columns) {
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

static void set_objective(struct glpk_program *glpk, struct program *program,
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

static int milliseconds(double seconds)
{
    return seconds <= 0    ? INT_MAX
           : seconds < 2e6 ? (int)(seconds * 1000) + 1
                           : INT_MAX;
}

static void read_point(const struct glpk_program *glpk, struct arena *arena,
                       bool mip, struct glpk_result *result)
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
    set_objective(glpk, program, level);
    glp_smcp param;
    glp_init_smcp(&param);
    param.msg_lev = GLP_MSG_OFF;
    param.tm_lim = milliseconds(limits->seconds);
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
    read_point(glpk, arena, false, result);
    return GLPK_OPTIMAL;
}

enum glpk_status glpk_relax(struct arena *arena, struct glpk_program *glpk,
                            struct program *program, enum solver_level level,
                            const struct glpk_limits *limits,
                            struct glpk_result *result)
{
    *result = (struct glpk_result){0};
    if (is_dead(glpk)) {
        return GLPK_LIMIT;
    }
    guard(glpk);
    if (setjmp(glpk->on_error) != 0) {
        bury(glpk);
        return GLPK_LIMIT;
    }
    enum glpk_status status = relax(arena, glpk, program, level, limits, result);
    unguard();
    return status;
}

struct branching {
    const struct glpk_limits *limits;
    const double *start; /* from 1, or NULL */
    bool started, interrupted, limited;
    int n_nodes;
    int first_iteration;
    double bound; /* of the best open node when a limit struck */
    bool has_bound;
};

static void stop_branching(glp_tree *tree, struct branching *b)
{
    int node = glp_ios_best_node(tree);
    if (node != 0) {
        b->bound = glp_ios_node_bound(tree, node);
        b->has_bound = true;
    }
    b->limited = true;
    glp_ios_terminate(tree);
}

static void on_event(glp_tree *tree, void *info)
{
    struct branching *b = info;
    int reason = glp_ios_reason(tree);
    if (reason == GLP_IHEUR && b->start && !b->started) {
        b->started = true;
        glp_ios_heur_sol(tree, b->start);
    }
    if (reason == GLP_IBINGO && b->limits->first_point) {
        glp_ios_terminate(tree);
    }
    if (reason != GLP_ISELECT) {
        return;
    }
    b->n_nodes++;
    int iterations = glp_get_it_cnt(glp_ios_get_prob(tree)) - b->first_iteration;
    if (b->limits->poll && b->limits->poll(b->limits->context)) {
        b->interrupted = true;
        stop_branching(tree, b);
    } else if (b->n_nodes > b->limits->max_nodes ||
               iterations > b->limits->max_iterations) {
        stop_branching(tree, b);
    }
}

/* Branch and cut gives up what is better than its best point by less than this
 * part of it. */
static const double tolerance = 1e-7;

/* How far a bound of GLPK's arithmetic may be off: reduced costs are taken for zero
 * if they are nearly so, in each column, by a little of what its cost is. */
static double find_slack(const struct glpk_program *glpk, double bound)
{
    static const double near_zero = 1e-7;
    double slack = 1e-4 + 2 * tolerance * fabs(bound);
    for (int j = 1; j <= glpk->n_columns; j++) {
        double range = 0;
        if (glp_get_col_type(glpk->prob, j) == GLP_DB) {
            range = glp_get_col_ub(glpk->prob, j) - glp_get_col_lb(glpk->prob, j);
        }
        slack += near_zero * range * (1 + fabs(glp_get_obj_coef(glpk->prob, j)));
    }
    return slack;
}

/* The whole number behind such a bound, or one a little worse: it is rounded only
 * where it is clear which way. */
static int64_t round_bound(const struct glpk_program *glpk, double bound,
                           bool maximised)
{
    double slack = find_slack(glpk, bound);
    return maximised ? (int64_t)floor(bound + slack) : (int64_t)ceil(bound - slack);
}

/* Driebeck and Tomlin's rule prices both branches of every fractional column, which
 * pays where a bound has to come down: without it, or with cuts, which blow the
 * simplex tableau up, some events of 130 participants are not proven in minutes,
 * with it in a second. A point, and the smallest maximum, are found sooner by
 * going straight down at the most fractional column; the latter with covers and
 * cliques, which are cuts whatever the rounding: Gomory's, which are not, gain no
 * more. */
static void choose_technique(const struct glpk_limits *limits,
                             enum solver_level level, glp_iocp *param)
{
    bool is_minimax = level == SOLVER_BURDEN && !limits->first_point;
    int cuts = is_minimax ? GLP_ON : GLP_OFF;
    param->bt_tech = GLP_BT_DFS;
    param->br_tech = limits->first_point || is_minimax ? GLP_BR_MFV : GLP_BR_DTH;
    param->cov_cuts = param->clq_cuts = cuts;
}

static enum glpk_status branch(struct arena *arena, struct glpk_program *glpk,
                               enum solver_level level, struct branching *b,
                               struct glpk_result *result)
{
    glp_iocp param;
    glp_init_iocp(&param);
    param.msg_lev = GLP_MSG_OFF;
    choose_technique(b->limits, level, &param);
    param.tol_obj = tolerance;
    param.tm_lim = milliseconds(b->limits->seconds);
    param.cb_func = on_event;
    param.cb_info = b;
    b->first_iteration = glp_get_it_cnt(glpk->prob);
    int failed = glp_intopt(glpk->prob, &param);
    int status = glp_mip_status(glpk->prob);
    result->iterations = glp_get_it_cnt(glpk->prob) - b->first_iteration;
    if (b->limits->first_point && (status == GLP_OPT || status == GLP_FEAS)) {
        read_point(glpk, arena, true, result);
        return GLPK_OPTIMAL;
    }
    result->interrupted = b->interrupted || failed == GLP_ETMLIM;
    bool maximised = solver_level_is_maximised(level);
    if (status == GLP_OPT || status == GLP_FEAS) {
        read_point(glpk, arena, true, result);
    }
    if (failed == 0 && !b->limited) {
        if (status != GLP_OPT) {
            return status == GLP_NOFEAS ? GLPK_INFEASIBLE : GLPK_LIMIT;
        }
        result->has_bound = true;
        result->bound = round_bound(glpk, glp_mip_obj_val(glpk->prob), maximised);
        return GLPK_OPTIMAL;
    }
    if (b->has_bound && fabs(b->bound) < 1e15) {
        result->has_bound = true;
        result->bound = round_bound(glpk, b->bound, maximised);
    }
    return GLPK_LIMIT;
}

enum glpk_status glpk_branch(struct arena *arena, struct glpk_program *glpk,
                             struct program *program, enum solver_level level,
                             const double *start, const struct glpk_limits *limits,
                             struct glpk_result *result)
{
    *result = (struct glpk_result){0};
    if (is_dead(glpk) || glp_get_status(glpk->prob) != GLP_OPT) {
        return GLPK_LIMIT;
    }
    if (glpk->n_columns == 0) { /* the one point there is; GLPK trips over it */
        read_point(glpk, arena, false, result);
        result->has_bound = true;
        result->bound = program->level[level].constant;
        return GLPK_OPTIMAL;
    }
    struct branching b = {.limits = limits};
    if (start) {
        double *from_one = arena_new(arena, program->n_columns + 1, double);
        memcpy(from_one + 1, start, (size_t)program->n_columns * sizeof *start);
        b.start = from_one;
    }
    guard(glpk);
    if (setjmp(glpk->on_error) != 0) {
        bury(glpk);
        return GLPK_LIMIT;
    }
    enum glpk_status status = branch(arena, glpk, level, &b, result);
    unguard();
    return status;
}

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
    set_objective(glpk, program, level);
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
    guard(glpk);
    if (setjmp(glpk->on_error) != 0) {
        bury(glpk);
        *cause = EIO;
        return false;
    }
    bool ok = write_lp(glpk, program, level, path, cause);
    unguard();
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
