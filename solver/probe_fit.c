#include "solver/probe_fit.h"

#include <assert.h>

enum {
    TRIES_PER_SLOT = 12, /* to fit a ghost in by a chain of moves */
    WALK_MOVES = 4000,   /* and by a walk from each slot */
    CHAIN_LENGTH = 12,
    FIT_SEED = 1, /* answers do not depend on the solution's seed */
};

static void load_assignment(struct fit *fit, const struct pool *interpreters,
                            const struct solution *solution)
{
    const struct problem *problem = &fit->ghosts->problem;
    struct arena scratch = fit->arena;
    int n = fit->ghosts->n_original;
    int *slot = arena_new(&scratch, problem->n_meetings, int);
    int *cap = arena_new(&scratch,
                         (int64_t)interpreters->n_classes * problem->n_slots, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        slot[m] = m < n ? solution->slot[m] : -1;
        int i = m < n ? solution->interpreter[m] : -1;
        if (slot[m] >= 0 && i >= 0) {
            cap[state_cell(&fit->state, interpreters->class_of[i], slot[m])]++;
        }
    }
    const int *caps[N_POOLS] = {NULL, cap};
    bool complete = state_load(&fit->state, slot, caps);
    assert(complete);
    (void)complete;
}

void fit_init(const struct ghosts *ghosts, const struct standard *standard,
              const struct pool *rooms, const struct pool *interpreters,
              const struct solution *solution, struct fit *fit)
{
    *fit = (struct fit){.ghosts = ghosts, .standard = standard};
    arena_init(&fit->arena);
    arena_init(&fit->log_arena);
    state_init(&fit->log_arena, &ghosts->problem, rooms, interpreters, &fit->state);
    load_assignment(fit, interpreters, solution);
    mover_init(&fit->arena, &fit->state, FIT_SEED, &fit->mover);
    fit->mover.n_random = ghosts->n_original;
}

void fit_finish(struct fit *fit)
{
    arena_finish(&fit->log_arena);
    arena_finish(&fit->arena);
}

/* True if the state, with a ghost in it, is as good as the assignment. */
static bool is_as_good(const struct fit *fit)
{
    if (fit->state.broken > 0) {
        return false;
    }
    for (int k = 0; k < fit->standard->n_levels; k++) {
        enum solver_level level = fit->ghosts->problem.level[k];
        int64_t value = fit->state.value[level], hold = fit->standard->value[k];
        if (value != hold) {
            return (value > hold) == solver_level_is_maximised(level);
        }
    }
    return true;
}

bool fit_as_it_stands(struct fit *fit, int g, int s, bool as_good)
{
    if (!problem_allows(&fit->ghosts->problem, g, s)) {
        return false;
    }
    int mark = state_mark(&fit->state);
    int64_t broken = fit->state.broken;
    bool fits = state_place(&fit->state, g, s) && fit->state.broken <= broken &&
                (!as_good || is_as_good(fit));
    state_undo(&fit->state, mark);
    return fits;
}

/* How far the state is from being as good, level by level, summed up. */
static int64_t missing(const struct fit *fit)
{
    int64_t sum = fit->state.broken * 1000;
    for (int k = 0; k < fit->standard->n_levels; k++) {
        enum solver_level level = fit->ghosts->problem.level[k];
        int64_t worse = fit->state.value[level] - fit->standard->value[k];
        worse = solver_level_is_maximised(level) ? -worse : worse;
        sum += worse > 0 ? worse : 0;
    }
    return sum;
}

/* Walks on from a state with the ghost in it, by moves that do not make the sum
 * of what is missing larger and leave the ghost where it is. */
static bool walk(struct fit *fit, int m, int g)
{
    struct state *state = &fit->state;
    for (int k = 0; k < WALK_MOVES; k++) {
        int mark = state_mark(state);
        int64_t before = missing(fit);
        bool made = move_random(&fit->mover, SOLVER_SERVED);
        if (!made || state->slot[g] < 0 || state->slot[m] >= 0 ||
            missing(fit) > before) {
            state_undo(state, mark);
        } else if (is_as_good(fit)) {
            return true;
        }
    }
    return false;
}

bool fit_by_chain(struct fit *fit, int m, int g)
{
    const struct lists *slots = fit->mover.slots;
    bool found = false;
    for (int i = slots->start[g]; i < slots->start[g + 1] && !found; i++) {
        for (int k = 0; k < TRIES_PER_SLOT && !found; k++) {
            found = move_to(&fit->mover, g, slots->item[i], CHAIN_LENGTH) &&
                    fit->state.slot[m] < 0 && is_as_good(fit);
            state_undo(&fit->state, 0);
        }
    }
    return found;
}

bool fit_by_walk(struct fit *fit, int m, int g)
{
    const struct lists *slots = fit->mover.slots;
    bool found = false;
    for (int i = slots->start[g]; i < slots->start[g + 1] && !found; i++) {
        found = move_to(&fit->mover, g, slots->item[i], CHAIN_LENGTH) &&
                walk(fit, m, g);
        state_undo(&fit->state, 0);
    }
    return found;
}
