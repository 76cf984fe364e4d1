#include "solver/incumbent.h"

#include <assert.h>
#include <string.h>

static size_t load_bytes(const struct state *state, int which)
{
    return (size_t)state->pool[which]->n_classes * (size_t)state->problem->n_slots *
           sizeof(int);
}

static void copy(void *to, const void *from, size_t bytes)
{
    if (bytes > 0) {
        memcpy(to, from, bytes);
    }
}

void incumbent_init(struct arena *arena, const struct state *state,
                    struct incumbent *incumbent)
{
    int n = state->problem->n_meetings;
    *incumbent = (struct incumbent){.broken = INT64_MAX};
    incumbent->slot = arena_new(arena, n, int);
    memset(incumbent->slot, -1, (size_t)n * sizeof(int));
    for (int which = 0; which < N_POOLS; which++) {
        incumbent->taken[which] = arena_new(arena, n, int);
        memset(incumbent->taken[which], -1, (size_t)n * sizeof(int));
        incumbent->load[which] = arena_alloc(arena, load_bytes(state, which), 1);
    }
    incumbent->changed = arena_new(arena, n, int);
    incumbent->is_changed = arena_new(arena, n, bool);
}

static bool is_better(const struct state *state, const struct incumbent *incumbent)
{
    const struct problem *problem = state->problem;
    return compare_values(problem, problem->n_levels, state->broken, state->value,
                          incumbent->broken, incumbent->value) < 0;
}

static void forget_changes(struct incumbent *incumbent)
{
    while (incumbent->n_changed > 0) {
        incumbent->is_changed[incumbent->changed[--incumbent->n_changed]] = false;
    }
}

bool incumbent_offer(struct incumbent *incumbent, const struct state *state)
{
    const struct problem *problem = state->problem;
    if (!is_better(state, incumbent)) {
        return false;
    }
    size_t bytes = (size_t)problem->n_meetings * sizeof(int);
    copy(incumbent->slot, state->slot, bytes);
    for (int which = 0; which < N_POOLS; which++) {
        copy(incumbent->taken[which], state->taken[which], bytes);
        copy(incumbent->load[which], state->load[which], load_bytes(state, which));
    }
    memcpy(incumbent->value, state->value, sizeof incumbent->value);
    incumbent->broken = state->broken;
    forget_changes(incumbent);
    return true;
}

static void note_changes(struct incumbent *incumbent, const struct state *state)
{
    for (int k = 0; k < state->n_log; k++) {
        int m = state->log[k].m;
        if (!incumbent->is_changed[m]) {
            incumbent->is_changed[m] = true;
            incumbent->changed[incumbent->n_changed++] = m;
        }
    }
}

static void count_load(struct incumbent *incumbent, const struct state *state,
                       int m, int by)
{
    for (int which = 0; which < N_POOLS; which++) {
        int c = incumbent->taken[which][m];
        if (c >= 0) {
            incumbent->load[which][state_cell(state, c, incumbent->slot[m])] += by;
        }
    }
}

bool incumbent_follow(struct incumbent *incumbent, struct state *state)
{
    note_changes(incumbent, state);
    state_settle(state);
    if (!is_better(state, incumbent)) {
        return false;
    }
    for (int k = 0; k < incumbent->n_changed; k++) {
        int m = incumbent->changed[k];
        count_load(incumbent, state, m, -1);
        incumbent->slot[m] = state->slot[m];
        for (int which = 0; which < N_POOLS; which++) {
            incumbent->taken[which][m] = state->taken[which][m];
        }
        count_load(incumbent, state, m, 1);
    }
    memcpy(incumbent->value, state->value, sizeof incumbent->value);
    incumbent->broken = state->broken;
    forget_changes(incumbent);
    return true;
}

bool incumbent_is_better(const struct problem *problem, const struct incumbent *a,
                         const struct incumbent *b)
{
    return compare_values(problem, problem->n_levels, a->broken, a->value,
                          b->broken, b->value) < 0;
}

void incumbent_copy(const struct state *shape, const struct incumbent *from,
                    struct incumbent *to)
{
    size_t bytes = (size_t)shape->problem->n_meetings * sizeof(int);
    copy(to->slot, from->slot, bytes);
    for (int which = 0; which < N_POOLS; which++) {
        copy(to->taken[which], from->taken[which], bytes);
        copy(to->load[which], from->load[which], load_bytes(shape, which));
    }
    memcpy(to->value, from->value, sizeof to->value);
    to->broken = from->broken;
    forget_changes(to);
}

/* With the loads of its classes as caps the assignment can be rebuilt slot by
 * slot: no choice can then use up what a later slot needs. */
void incumbent_restore(const struct incumbent *incumbent, struct state *state)
{
    const int *cap[N_POOLS] = {incumbent->load[0], incumbent->load[1]};
    bool complete = state_load(state, incumbent->slot, cap);
    assert(complete);
    (void)complete;
}
