#include "solver/anneal.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>

#include "solver/move.h"

const struct anneal_heat anneal_heat_of_slots = {0.5, 0.15, 2};
const struct anneal_heat anneal_heat_to_mend = {0.1, 0.015, 30};

/* How much a unit of a level weighs, by its distance behind the focus. */
static const double weight_behind[] = {0.12, 0.04, 0.01};
static const double weight_broken = 12.0;

/* Moves are made in stretches at one temperature: that many, or more if they would
 * be longer than a look may take. */
enum { STRETCHES = 200, MOVES_PER_LOOK = 4096 };

struct anneal_heat anneal_heat_of(enum solver_level focus)
{
    return focus == SOLVER_SERVED    ? (struct anneal_heat){1, 0.015, 30}
           : focus == SOLVER_BALANCE ? (struct anneal_heat){3, 0.06, 30}
                                     : (struct anneal_heat){1, 0.06, 30};
}

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

static void weigh(const struct anneal_task *task, struct energy *energy)
{
    const struct problem *problem = task->problem;
    int focus = task->focus;
    *energy = (struct energy){{0}};
    for (int k = 0; k < problem->n_levels; k++) {
        enum solver_level level = problem->level[k];
        double weight = k < focus           ? task->heat.before
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

/* One run. `look` is called before each stretch of moves and ends it by true. */
struct run {
    const struct anneal_task *task;
    int number;
    int64_t n_stretches; /* so far */
    struct energy energy;
    struct arena arena;
    struct state state;
    struct mover mover;
    struct incumbent best;
};

static bool has_arrived(const struct run *run)
{
    const struct anneal_task *task = run->task;
    enum solver_level focus = task->problem->level[task->focus];
    int64_t value = run->best.value[focus];
    return task->has_target && run->best.broken == 0 &&
           (solver_level_is_maximised(focus) ? value >= task->target
                                             : value <= task->target) &&
           values_are_as_held(task->problem, task->n_held, task->held,
                              run->best.value);
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

/* Moves at one temperature, until the target is reached. */
static void run_stretch(struct run *run, double temperature, int64_t n_moves)
{
    const struct problem *problem = run->task->problem;
    struct state *state = &run->state;
    enum solver_level focus = problem->level[run->task->focus];
    bool can_judge = is_judged_by_served(problem, run->task->focus);
    for (int64_t k = 0; k < n_moves && !has_arrived(run); k++) {
        int64_t before[SOLVER_N_LEVELS];
        int64_t broken = state->broken;
        memcpy(before, state->value, sizeof before);
        double patience = -temperature * log(1 - rng_unit(&run->mover.rng));
        if (can_judge) {
            double worth = -run->energy.weight[SOLVER_SERVED];
            run->mover.most_loss = (int64_t)(patience / worth + 0.5);
        }
        bool made = move_random(&run->mover, focus);
        double up = rise(&run->energy, before, state->value) +
                    weight_broken * (double)(state->broken - broken);
        if (!made || up > patience) {
            state_undo(state, 0);
        } else {
            incumbent_follow(&run->best, state);
        }
    }
}

/* One round of a run: its share of the way from hot to cold. */
static void run_round(struct run *run, bool (*look)(const struct anneal_task *))
{
    const struct anneal_task *task = run->task;
    double hot = task->heat.hot, cold = task->heat.cold;
    int64_t length = task->n_moves / STRETCHES + 1;
    length = length < MOVES_PER_LOOK ? length : MOVES_PER_LOOK;
    int64_t n = task->n_moves / length + 1;
    int64_t share = n / task->n_rounds + 1;
    for (int64_t k = 0; k < share && run->n_stretches < n && !has_arrived(run);
         k++) {
        double way = (double)run->n_stretches++ / (double)n;
        if (look(task)) {
            break;
        }
        run_stretch(run, hot * exp(way * log(cold / hot)), length);
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
    run->n_stretches = 0;
    weigh(task, &run->energy);
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
    atomic_int *n_busy; /* threads beside the calling one */
};

static void *work(void *argument)
{
    struct worker *worker = argument;
    for (int k = worker->first; k < worker->n_runs; k += worker->stride) {
        run_round(&worker->run[k], look_stop);
    }
    atomic_fetch_sub(worker->n_busy, 1);
    return NULL;
}

/* The others' runs end when they are told to, and only the calling thread hears of
 * it: it asks on after its own. */
static void wait_for(const struct anneal_task *task, atomic_int *n_busy)
{
    static const struct timespec moment = {.tv_nsec = 300L * 1000};
    while (atomic_load(n_busy) > 0 && !look_and_poll(task)) {
        nanosleep(&moment, NULL);
    }
}

/* The calling thread does every threads-th run and polls meanwhile. */
static void share_out(struct arena scratch, const struct anneal_task *task,
                      struct run *run)
{
    int threads = task->threads < task->n_runs ? task->threads : task->n_runs;
    pthread_t *thread = arena_new(&scratch, threads, pthread_t);
    struct worker *worker = arena_new(&scratch, threads, struct worker);
    int n_started = 1;
    atomic_int n_busy;
    atomic_init(&n_busy, 0);
    for (int k = 1; k < threads; k++) {
        worker[k] = (struct worker){run, k, task->n_runs, threads, &n_busy};
        atomic_fetch_add(&n_busy, 1);
        if (pthread_create(&thread[k], NULL, work, &worker[k]) != 0) {
            atomic_fetch_sub(&n_busy, 1);
            break;
        }
        n_started++;
    }
    for (int k = 0; k < task->n_runs; k++) {
        if (k % threads == 0 || k % threads >= n_started) {
            run_round(&run[k], look_and_poll);
        }
    }
    wait_for(task, &n_busy);
    for (int k = 1; k < n_started; k++) {
        pthread_join(thread[k], NULL);
    }
}

static struct run *find_best(const struct anneal_task *task, struct run *run)
{
    struct run *best = run;
    for (int k = 1; k < task->n_runs; k++) {
        if (incumbent_is_better(task->problem, &run[k].best, &best->best)) {
            best = &run[k];
        }
    }
    return best;
}

/* Runs that are behind go on from the best. */
static void catch_up(const struct anneal_task *task, struct run *run)
{
    const struct run *best = find_best(task, run);
    for (int k = 0; k < task->n_runs; k++) {
        if (incumbent_is_better(task->problem, &best->best, &run[k].best)) {
            incumbent_restore(&best->best, &run[k].state);
            incumbent_offer(&run[k].best, &run[k].state);
        }
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
    for (int round = 1; round < task->n_rounds && !look_stop(task) &&
                        !has_arrived(find_best(task, run));
         round++) {
        catch_up(task, run);
        share_out(scratch, task, run);
    }
    struct run *best = find_best(task, run);
    if (incumbent_is_better(problem, &best->best, incumbent)) {
        incumbent_copy(&best->state, &best->best, incumbent);
    }
    for (int k = 0; k < task->n_runs; k++) {
        arena_finish(&run[k].arena);
    }
}
