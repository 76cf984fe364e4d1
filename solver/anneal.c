#include "solver/anneal.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

#include "solver/move.h"

/* Temperatures are in units of the focus level. */
double served_hot = 0.3, served_cold = 0.015;
static const double other_hot = 1, other_cold = 0.06;

/* How much a unit of a level weighs, by its distance from the focus. */
static const double weight_before = 30.0, weight_behind[] = {0.12, 0.04, 0.01};
static const double weight_broken = 12.0;

enum { MOVES_PER_LOOK = 4096 };

/* A typical step of a level: what one meeting more or less, or moved, makes. */
static double unit(const struct problem *problem, enum solver_level level)
{
    switch (level) {
    case SOLVER_SERVED: {
        double sum = 0;
        for (int m = 0; m < problem->n_meetings; m++) {
            sum += (double)problem->value[m];
        }
        double mean = sum / (problem->n_meetings > 0 ? problem->n_meetings : 1);
        return mean > 2 ? mean / 2 : 1;
    }
    case SOLVER_BALANCE:
        return 250;
    case SOLVER_STABILITY:
        return STABILITY_MOVED;
    case SOLVER_GUARANTEE:
    case SOLVER_COMFORT:
    case SOLVER_BURDEN:
    case SOLVER_COMPACTNESS:
    case SOLVER_ROOMS:
    case SOLVER_N_LEVELS:
        break;
    }
    return 1;
}

struct energy {
    double weight[SOLVER_N_LEVELS]; /* negative where more is better */
};

static void weigh(const struct problem *problem, int focus, struct energy *energy)
{
    *energy = (struct energy){{0}};
    for (int k = 0; k < problem->n_levels; k++) {
        enum solver_level level = problem->level[k];
        double weight = k < focus           ? weight_before
                        : k == focus        ? 1
                        : k - focus - 1 < 3 ? weight_behind[k - focus - 1]
                                            : 0;
        weight /= unit(problem, level);
        energy->weight[level] = solver_level_is_maximised(level) ? -weight : weight;
    }
}

static double rise(const struct energy *energy, const int64_t *before,
                   const int64_t *after)
{
    double sum = 0;
    for (int level = 0; level < SOLVER_N_LEVELS; level++) {
        sum += energy->weight[level] * (double)(after[level] - before[level]);
    }
    return sum;
}

/* One run; `look` is called every MOVES_PER_LOOK moves and ends it by true. */
struct run {
    const struct anneal_task *task;
    int number;
    struct arena arena;
    struct state state;
    struct mover mover;
    struct incumbent best;
};

static bool has_arrived(const struct run *run)
{
    const struct anneal_task *task = run->task;
    enum solver_level focus = task->problem->level[task->focus];
    return task->has_target && run->best.broken == 0 &&
           run->best.value[focus] == task->target;
}

/* Whether the loss of a move on the level SERVED alone can tell that it would not
 * be accepted. Promises are seen to where moves are judged. */
static bool is_judged_by_served(const struct problem *problem, int focus)
{
    bool other = false;
    for (int k = 0; k < focus; k++) {
        other |= problem->level[k] != SOLVER_GUARANTEE;
    }
    return problem->level[focus] == SOLVER_SERVED && !other;
}

static void anneal_run(struct run *run, bool (*look)(const struct anneal_task *))
{
    const struct anneal_task *task = run->task;
    const struct problem *problem = task->problem;
    struct state *state = &run->state;
    enum solver_level focus = problem->level[task->focus];
    struct energy energy;
    weigh(problem, task->focus, &energy);
    bool can_judge = is_judged_by_served(problem, task->focus);
    double hot = focus == SOLVER_SERVED ? served_hot : other_hot;
    double cold = focus == SOLVER_SERVED ? served_cold : other_cold;
    double step = log(cold / hot) / (double)(task->n_moves / MOVES_PER_LOOK + 1);
    double temperature = hot;
    for (int64_t k = 0; k < task->n_moves && !has_arrived(run); k++) {
        if (k % MOVES_PER_LOOK == 0) {
            temperature = hot * exp(step * (double)(k / MOVES_PER_LOOK));
            if (look(task)) {
                break;
            }
        }
        int64_t before[SOLVER_N_LEVELS];
        int64_t broken = state->broken;
        memcpy(before, state->value, sizeof before);
        double patience = -temperature * log(1 - rng_unit(&run->mover.rng));
        if (can_judge) {
            run->mover.most_loss =
                (int64_t)(patience / -energy.weight[SOLVER_SERVED] + 0.5);
        }
        bool made = move_random(&run->mover, focus);
        double up = rise(&energy, before, state->value) +
                    weight_broken * (double)(state->broken - broken);
        if (!made || up > patience) {
            state_undo(state, 0);
        } else {
            incumbent_follow(&run->best, state);
        }
    }
}

static bool look_stop(const struct anneal_task *task)
{
    return atomic_load_explicit(task->stop, memory_order_relaxed);
}

static bool look_and_poll(const struct anneal_task *task)
{
    if (task->poll && task->poll(task->context)) {
        atomic_store(task->stop, true);
    }
    return look_stop(task);
}

static void run_init(const struct anneal_task *task, const struct incumbent *start,
                     int number, struct run *run)
{
    run->task = task;
    run->number = number;
    arena_init(&run->arena);
    state_init(&run->arena, task->problem, task->rooms, task->interpreters,
               &run->state);
    incumbent_init(&run->arena, &run->state, &run->best);
    if (start->broken != INT64_MAX) {
        incumbent_restore(start, &run->state);
    }
    incumbent_offer(&run->best, &run->state);
    mover_init(&run->arena, &run->state,
               task->seed + 0x9e3779b97f4a7c15u * (uint64_t)(number + 1),
               &run->mover);
}

struct worker {
    struct run *run;
    int first, n_runs, stride;
};

static void *work(void *argument)
{
    struct worker *worker = argument;
    for (int k = worker->first; k < worker->n_runs; k += worker->stride) {
        anneal_run(&worker->run[k], look_stop);
    }
    return NULL;
}

/* The calling thread does every threads-th run and polls meanwhile. */
static void share_out(struct arena scratch, const struct anneal_task *task,
                      struct run *run)
{
    int threads = task->threads < task->n_runs ? task->threads : task->n_runs;
    pthread_t *thread = arena_new(&scratch, threads, pthread_t);
    struct worker *worker = arena_new(&scratch, threads, struct worker);
    int n_started = 1;
    for (int k = 1; k < threads; k++) {
        worker[k] = (struct worker){run, k, task->n_runs, threads};
        if (pthread_create(&thread[k], NULL, work, &worker[k]) != 0) {
            break;
        }
        n_started++;
    }
    for (int k = 0; k < task->n_runs; k++) {
        if (k % threads == 0 || k % threads >= n_started) {
            anneal_run(&run[k], look_and_poll);
        }
    }
    for (int k = 1; k < n_started; k++) {
        pthread_join(thread[k], NULL);
    }
}

void anneal(struct arena scratch, const struct anneal_task *task,
            struct incumbent *incumbent)
{
    const struct problem *problem = task->problem;
    if (problem->n_meetings == 0 || problem->n_levels == 0) {
        return;
    }
    struct run *run = arena_new(&scratch, task->n_runs, struct run);
    for (int k = 0; k < task->n_runs; k++) {
        run_init(task, incumbent, k, &run[k]);
    }
    share_out(scratch, task, run);
    for (int k = 0; k < task->n_runs; k++) {
        const struct incumbent *best = &run[k].best;
        if (compare_values(problem, problem->n_levels, best->broken, best->value,
                           incumbent->broken, incumbent->value) < 0) {
            incumbent_copy(&run[k].state, best, incumbent);
        }
        arena_finish(&run[k].arena);
    }
}
