/* Simulated annealing over the moves of move.h. With the choice of meetings settled
 * the levels before COMPACTNESS are what moves have to pay for on the way: they
 * weigh so little that a better day can be reached through a worse one. What is
 * kept is the best assignment in the strict order of the levels. */

#include <assert.h>
#include <math.h>
#include <string.h>

#include "scheduler/base/rng.h"
#include "solver/compact.h"
#include "solver/move.h"
#include "solver/settled.h"

/* Temperatures and weights are in gaps. */
static const double hot = 0.5, cold = 0.15;
static const double weight_before = 2, weight_behind = 0.1, weight_broken = 12;

enum {
    MOVES_PER_MEETING = 1000, /* of each run */
    MOST_MOVES = 2 * 1000 * 1000,
    RUNS = 3,
    MOVES_PER_LOOK = 4096,
};

/* A typical step of a level: what one meeting more or less, or moved, makes. */
static double step_of(const struct problem *problem, enum solver_level level)
{
    double sum = 0;
    if (level == SOLVER_BALANCE) {
        return balance_gain(4);
    }
    if (level == SOLVER_STABILITY) {
        return STABILITY_MOVED;
    }
    if (level != SOLVER_SERVED) {
        return 1;
    }
    for (int m = 0; m < problem->n_meetings; m++) {
        sum += (double)problem->value[m];
    }
    double mean = problem->n_meetings > 0 ? sum / problem->n_meetings : 1;
    return mean > 2 ? mean / 2 : 1;
}

static void weigh(const struct problem *problem, int rank, double *weight)
{
    for (int level = 0; level < SOLVER_N_LEVELS; level++) {
        weight[level] = 0;
    }
    for (int k = 0; k < problem->n_levels; k++) {
        enum solver_level level = problem->level[k];
        double w = k < rank ? weight_before : k == rank ? 1 : weight_behind;
        w /= step_of(problem, level);
        weight[level] = solver_level_is_maximised(level) ? -w : w;
    }
}

static double rise(const double *weight, const int64_t *before,
                   const int64_t *after)
{
    double sum = 0;
    for (int level = 0; level < SOLVER_N_LEVELS; level++) {
        sum += weight[level] * (double)(after[level] - before[level]);
    }
    return sum;
}

static bool should_stop(const struct compact_task *task)
{
    if (task->poll && task->poll(task->context)) {
        atomic_store(task->stop, true);
    }
    return atomic_load(task->stop);
}

static bool has_arrived(const struct compact_task *task,
                        const struct incumbent *incumbent)
{
    return incumbent->broken == 0 &&
           incumbent->value[SOLVER_COMPACTNESS] <= task->target;
}

/* One move, kept or taken back. */
static void make_move(struct mover *mover, const double *weight, double temperature,
                      struct incumbent *incumbent)
{
    struct state *state = mover->state;
    int64_t before[SOLVER_N_LEVELS], broken = state->broken;
    memcpy(before, state->value, sizeof before);
    bool made = move_random(mover, SOLVER_COMPACTNESS);
    double up = rise(weight, before, state->value) +
                weight_broken * (double)(state->broken - broken);
    if (!made || (up > 0 && rng_unit(&mover->rng) >= exp(-up / temperature))) {
        state_undo(state, 0);
        return;
    }
    state_settle(state);
    incumbent_offer(incumbent, state);
}

static void run(const struct compact_task *task, struct mover *mover,
                struct incumbent *incumbent)
{
    const struct problem *problem = mover->state->problem;
    double weight[SOLVER_N_LEVELS], temperature = hot;
    weigh(problem, task->rank, weight);
    int64_t n = (int64_t)problem->n_meetings * MOVES_PER_MEETING;
    n = n < MOST_MOVES ? n : MOST_MOVES;
    double step = log(cold / hot) / (double)(n / MOVES_PER_LOOK + 1);
    for (int64_t k = 0; k < n && !has_arrived(task, incumbent); k++) {
        if (k % MOVES_PER_LOOK == 0) {
            temperature = hot * exp(step * (double)(k / MOVES_PER_LOOK));
            if (should_stop(task)) {
                return;
            }
        }
        make_move(mover, weight, temperature, incumbent);
    }
}

void compact_search_within(const struct compact_task *task,
                           const struct problem *problem,
                           struct incumbent *incumbent)
{
    assert(incumbent->broken == 0);
    for (int k = 0; k < RUNS && !has_arrived(task, incumbent); k++) {
        struct arena arena; /* the state's log grows in it */
        struct state state;
        struct mover mover;
        arena_init(&arena);
        state_init(&arena, problem, task->rooms, task->interpreters, &state);
        mover_init(&arena, &state, task->seed * RUNS + (uint64_t)k, &mover);
        incumbent_restore(incumbent, &state);
        run(task, &mover, incumbent);
        arena_finish(&arena);
        if (atomic_load(task->stop)) {
            return;
        }
    }
}

void compact_search(struct arena scratch, const struct compact_task *task,
                    struct incumbent *incumbent)
{
    struct settled settled;
    settled_init(&scratch, task->problem, &settled);
    settled_assume(task->problem, incumbent->slot, &settled);
    struct problem same = settled_problem(&scratch, task->problem, &settled);
    compact_search_within(task, &same, incumbent);
}
