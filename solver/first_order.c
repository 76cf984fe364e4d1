/* Primal-dual hybrid gradient steps, reflected, drawn towards an anchor, and
 * restarted from where they have come to (PDLP, Applegate et al. 2021; the anchor,
 * Lu and Yang 2024). The rows "each meeting at most once" are kept by projection;
 * prices of all others move. Any prices give a bound: the best ones seen count, in
 * exact arithmetic. */

#include "solver/first_order.h"

#include <math.h>
#include <string.h>

#include "scheduler/base/crew.h"
#include "solver/dual_bound.h"
#include "solver/first_order_run.h"
#include "solver/sparse.h"

/* When to restart: the steps have become that much smaller than the first one was;
 * or less so and are growing again; or nothing happens, after a part of all
 * iterations. Short runs at first, whose steps tell what weight suits, matter most:
 * an event of 15,000 requests needs 300 iterations instead of 1,000. */
static const double much_smaller = 0.2, smaller = 0.8, late = 0.12;
static const double most_by = 10, most_weight = 1e5;

enum { LOOK_EVERY = 40, JUDGE_EVERY = 8, EARLY = 200 };

struct relaxing {
    struct program *program;
    enum solver_level level;
    const struct first_order_limits *limits;
    struct first_order_result *result;
    struct system system;
    struct run run;
    struct crew *crew;
    double scale; /* of the gains: the largest is 1; negative to minimise */
    double best;  /* bound, scaled, without the level's constant */
    float *best_y;
    int since_restart, n_iterations;
    double first_size, last_size; /* of a step, since the last restart */
};

static void set_gain(struct relaxing *r)
{
    const struct expression *e = &r->program->level[r->level];
    double sign = solver_level_is_maximised(r->level) ? 1 : -1;
    r->scale = 0;
    for (int k = 0; k < e->n; k++) {
        double size = fabs((double)e->term[k].coef);
        r->scale = size > r->scale ? size : r->scale;
    }
    r->scale = r->scale > 0 ? sign * r->scale : sign;
    for (int k = 0; k < e->n; k++) {
        r->run.gain[e->term[k].column] +=
            (float)((double)e->term[k].coef / r->scale);
    }
}

static void start_from(struct relaxing *r, const double *dual, const double *column)
{
    for (int j = 0; j < r->system.n_columns && column; j++) {
        float x = r->run.upper[j] > 0 ? (float)column[j] : 0;
        r->run.x[j] = r->run.x_anchor[j] = r->run.x_hat[j] = x;
    }
    for (int i = 0; i < r->system.n_rows && dual; i++) {
        double y = dual[r->system.row_of[i]] / r->scale;
        bool has_side =
            y > 0 ? r->run.high[i] < INFINITY : r->run.low[i] > -INFINITY;
        if (has_side && fabs(y) < 1e6) {
            r->run.y[i] = r->run.y_anchor[i] = r->run.y_hat[i] = (float)y;
        }
    }
}

/* The exact bound from the best prices. */
static void settle(struct arena scratch, struct relaxing *r)
{
    struct first_order_result *result = r->result;
    struct dual_bound bound;
    memset(result->dual, 0, (size_t)r->program->n_rows * sizeof *result->dual);
    for (int i = 0; i < r->system.n_rows; i++) {
        result->dual[r->system.row_of[i]] = (double)r->best_y[i] * r->scale;
    }
    dual_bound_build(&scratch, r->program, r->level, result->dual, &bound);
    dual_bound_settle(r->program, &bound, result->dual);
    result->has_bound = dual_bound_value(&bound, &result->bound);
    result->relaxed = dual_bound_relaxed(&bound);
}

static bool shows_target(struct arena scratch, struct relaxing *r)
{
    const struct first_order_limits *limits = r->limits;
    bool maximised = solver_level_is_maximised(r->level);
    double value =
        r->best * r->scale + (double)r->program->level[r->level].constant;
    if (!limits->has_target || (maximised ? value >= (double)limits->target + 1
                                          : value <= (double)limits->target - 1)) {
        return false;
    }
    settle(scratch, r);
    return r->result->has_bound && (maximised ? r->result->bound <= limits->target
                                              : r->result->bound >= limits->target);
}

/* A relaxation often ends at a whole number itself: then a bound a little above it is
 * as good, however little is missing. */
static const double least_worth = 0.01;

/* Whether the bound can hardly become better, or not as a whole number. */
static bool is_sharp(const struct relaxing *r, double off)
{
    double sharpest = (r->best - off) * fabs(r->scale);
    return off <= r->limits->gap * (1 + fabs(r->best)) ||
           off * fabs(r->scale) <= least_worth ||
           floor(sharpest) == floor(r->best * fabs(r->scale));
}

/* Looks at the bound; true if that is the end. */
static bool look(struct arena scratch, struct relaxing *r)
{
    struct run_state state = run_look(r->crew, &r->run);
    bool better = state.bound < r->best;
    if (better) {
        r->best = state.bound;
        memcpy(r->best_y, r->run.y_hat,
               (size_t)r->system.n_rows * sizeof *r->best_y);
    }
    double off = fabs(r->best - state.value) + state.broken;
    r->result->converged = is_sharp(r, off) || (better && shows_target(scratch, r));
    r->result->interrupted = r->limits->poll && r->limits->poll(r->limits->context);
    return r->result->converged || r->result->interrupted;
}

/* The weight becomes what would have let x and y go equally far: the first restarts
 * of a level to maximise find its size in that way. Later, and where a level is to
 * be minimised, it goes half of the way, as factors go: where x hardly moves, that
 * says little, and the whole way leads to ever larger ones. In steps and within
 * limits: where there is no point, y grows for ever. */
static void restart(struct relaxing *r)
{
    double moved[2];
    run_restart(&r->run, moved);
    r->since_restart = 0;
    if (moved[0] > 1e-20 && moved[1] > 1e-20) {
        double by = sqrt(moved[1] / moved[0]) / r->run.weight;
        bool is_early =
            r->n_iterations <= EARLY && solver_level_is_maximised(r->level);
        by = is_early ? by : sqrt(by);
        r->run.weight *= fmin(fmax(by, 1 / most_by), most_by);
        r->run.weight = fmin(fmax(r->run.weight, 1 / most_weight), most_weight);
    }
}

static void step(struct relaxing *r)
{
    double moved[2];
    run_step(r->crew, &r->run, 1.0 / (r->since_restart + 2), moved);
    double size = sqrt(moved[0] * r->run.weight + moved[1] / r->run.weight);
    r->since_restart++;
    r->n_iterations++;
    if (r->since_restart == 1) {
        r->first_size = r->last_size = size;
    }
    if (r->since_restart % JUDGE_EVERY != 0) {
        return;
    }
    if (size <= much_smaller * r->first_size ||
        (size <= smaller * r->first_size && size > r->last_size) ||
        r->since_restart >= late * r->n_iterations) {
        restart(r);
    }
    r->last_size = size;
}

static void relax(struct arena scratch, struct relaxing *r)
{
    system_init(&scratch, r->program, &r->system);
    run_init(&scratch, r->program, &r->system, &r->run);
    set_gain(r);
    start_from(r, r->limits->dual, r->limits->column);
    r->best = INFINITY;
    r->best_y = arena_new(&scratch, r->system.n_rows, float);
    r->crew = crew_call(&scratch, r->limits->threads);
    bool is_over = r->limits->dual && !r->limits->has_new_rows && look(scratch, r);
    while (!is_over && r->n_iterations < r->limits->max_iterations) {
        step(r);
        bool is_last = r->n_iterations == r->limits->max_iterations;
        is_over =
            (is_last || r->n_iterations % LOOK_EVERY == 0) && look(scratch, r);
    }
    crew_dismiss(r->crew);
    settle(scratch, r);
    for (int j = 0; j < r->system.n_columns; j++) {
        r->result->column[j] = (double)r->run.x_hat[j];
    }
    r->result->iterations = r->n_iterations;
}

const double first_order_usual_gap = 1e-7;

int first_order_iterations(const struct program *program, double terms, int most)
{
    double n = terms / (double)(program->n_terms + 1);
    return n > most ? most : (int)n;
}

void first_order_relax(struct arena *arena, struct program *program,
                       enum solver_level level,
                       const struct first_order_limits *limits,
                       struct first_order_result *result)
{
    program_level(program, level);
    *result = (struct first_order_result){
        .dual = arena_new(arena, program->n_rows, double),
        .column = arena_new(arena, program->n_columns, double),
    };
    struct arena scratch = *arena;
    struct relaxing *r = arena_new(&scratch, 1, struct relaxing);
    *r = (struct relaxing){
        .program = program, .level = level, .limits = limits, .result = result};
    relax(scratch, r);
}
