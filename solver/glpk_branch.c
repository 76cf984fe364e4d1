/* Branch and cut. GLPK's arithmetic is floating-point: what it says becomes a bound
 * only with a margin for all that it takes for zero. */

#include <glpk.h>
#include <math.h>
#include <string.h>

#include "solver/glpk_parts.h"
#include "solver/glpk_program.h"

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
    param.tm_lim = glpk_milliseconds(b->limits->seconds);
    param.cb_func = on_event;
    param.cb_info = b;
    b->first_iteration = glp_get_it_cnt(glpk->prob);
    int failed = glp_intopt(glpk->prob, &param);
    int status = glp_mip_status(glpk->prob);
    result->iterations = glp_get_it_cnt(glpk->prob) - b->first_iteration;
    if (b->limits->first_point && (status == GLP_OPT || status == GLP_FEAS)) {
        glpk_read_point(glpk, arena, true, result);
        return GLPK_OPTIMAL;
    }
    result->interrupted = b->interrupted || failed == GLP_ETMLIM;
    bool maximised = solver_level_is_maximised(level);
    if (status == GLP_OPT || status == GLP_FEAS) {
        glpk_read_point(glpk, arena, true, result);
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
    if (glpk_is_dead(glpk) || glp_get_status(glpk->prob) != GLP_OPT) {
        return GLPK_LIMIT;
    }
    if (glpk->n_columns == 0) { /* the one point there is; GLPK trips over it */
        glpk_read_point(glpk, arena, false, result);
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
    glpk_guard(glpk);
    if (setjmp(glpk->on_error) != 0) {
        glpk_bury(glpk);
        return GLPK_LIMIT;
    }
    enum glpk_status status = branch(arena, glpk, level, &b, result);
    glpk_unguard();
    return status;
}
