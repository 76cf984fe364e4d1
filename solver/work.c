#include "solver/work.h"

#include "scheduler/base/stopwatch.h"
#include "solver/naming.h"

/* Of a limited time, what handing out names may take. */
static const double most_for_names = 0.15;

void work_init(struct work *work, const struct problem *problem,
               const struct solver_options *options)
{
    *work = (struct work){.problem = problem, .options = options};
    work->held[SOLVER_STABILITY] = INT64_MAX;
    for (int level = 0; level < SOLVER_N_LEVELS; level++) {
        work->held_row[level] = -1;
    }
    arena_init(&work->arena);
    arena_init(&work->state_arena);
    work->start_s = stopwatch_now_s();
    if (options->time_limit_s > 0) {
        double names_s = naming_seconds(problem);
        double most_s = most_for_names * options->time_limit_s;
        work->deadline_s = work->start_s + options->time_limit_s -
                           (names_s < most_s ? names_s : most_s);
    }
    pool_init_rooms(&work->arena, problem, &work->rooms);
    pool_init_interpreters(&work->arena, problem, &work->interpreters);
    state_init(&work->state_arena, problem, &work->rooms, &work->interpreters,
               &work->state);
    incumbent_init(&work->arena, &work->state, &work->incumbent);
    incumbent_init(&work->arena, &work->state, &work->kept);
    work->open = *problem;
}

void work_finish(struct work *work)
{
    glpk_program_destroy(work->glpk);
    arena_finish(&work->state_arena);
    arena_finish(&work->arena);
}

bool work_poll(void *context)
{
    struct work *work = context;
    const struct solver_options *options = work->options;
    if (options->should_stop && options->should_stop(options->context)) {
        atomic_store(&work->stop, true);
    }
    if (work->deadline_s > 0 && stopwatch_now_s() >= work->deadline_s) {
        atomic_store(&work->stop, true);
    }
    return atomic_load(&work->stop);
}

void work_report(struct work *work, int k)
{
    const struct solver_options *options = work->options;
    if (!options->report) {
        return;
    }
    enum solver_level level = work->problem->level[k];
    struct solver_progress progress = {
        .level = level,
        .value = work->incumbent.value[level],
        .bound = work->level[k].bound,
        .has_bound = work->level[k].has_bound,
        .seconds = stopwatch_now_s() - work->start_s,
    };
    options->report(options->context, &progress);
}

static bool is_better_bound(enum solver_level level, int64_t a, int64_t b)
{
    return solver_level_is_maximised(level) ? a < b : a > b;
}

void work_take_bound(struct work *work, int k, int64_t bound)
{
    struct solver_level_result *result = &work->level[k];
    if (!result->has_bound ||
        is_better_bound(work->problem->level[k], bound, result->bound)) {
        result->has_bound = true;
        result->bound = bound;
    }
}

void work_keep(struct work *work)
{
    incumbent_copy(&work->state, &work->incumbent, &work->kept);
}

bool work_return(struct work *work)
{
    if (values_are_as_held(work->problem, work->n_held, work->held,
                           work->incumbent.value)) {
        return true;
    }
    incumbent_copy(&work->state, &work->kept, &work->incumbent);
    return false;
}

void work_take_slots(struct work *work, const int *slot, const int *cap)
{
    const int *caps[N_POOLS] = {[POOL_INTERPRETERS] = cap};
    work_keep(work);
    state_load(&work->state, slot, caps);
    incumbent_offer(&work->incumbent, &work->state);
    work_return(work);
}

bool work_is_proven(const struct work *work, int k)
{
    enum solver_level level = work->problem->level[k];
    return work->incumbent.broken == 0 && work->level[k].has_bound &&
           work->level[k].bound == work->incumbent.value[level];
}

bool work_is_done(struct work *work, int k)
{
    return work_is_proven(work, k) || work_poll(work);
}

bool work_is_before_served(const struct work *work, int k)
{
    int served = problem_rank(work->problem, SOLVER_SERVED);
    return served < 0 || k < served;
}
