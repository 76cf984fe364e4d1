/* A search for an augmenting path between the classes of one slot: from the
 * classes that the meeting could take, over meetings that could change theirs, to
 * a class with a member free. Breadth-first, so few meetings change. */

#include "solver/state_classes.h"

#include <assert.h>
#include <string.h>

#include "scheduler/base/bits.h"

static void init_pool(struct arena *arena, struct state *state, int which,
                      const struct pool *pool)
{
    int n_slots = state->problem->n_slots;
    int64_t n = (int64_t)pool->n_classes * n_slots;
    state->pool[which] = pool;
    state->taken[which] = arena_new(arena, state->problem->n_meetings, int);
    memset(state->taken[which], -1,
           (size_t)state->problem->n_meetings * sizeof(int));
    state->load[which] = arena_new(arena, n, int);
    state->work[which] = arena_new(arena, pool->n_classes, int);
    state->cap[which] = arena_new(arena, n, int);
    for (int64_t k = 0; k < n; k++) {
        state->cap[which][k] = pool->count[k / n_slots];
    }
}

void state_init_classes(struct arena *arena, struct state *state,
                        const struct pool *rooms, const struct pool *interpreters)
{
    init_pool(arena, state, POOL_ROOMS, rooms);
    init_pool(arena, state, POOL_INTERPRETERS, interpreters);
    int n_classes = rooms->n_classes > interpreters->n_classes
                        ? rooms->n_classes
                        : interpreters->n_classes;
    state->path.via = arena_new(arena, n_classes, int);
    state->path.from = arena_new(arena, n_classes, int);
    state->path.root = arena_new(arena, n_classes, int);
    state->path.queue = arena_new(arena, n_classes, int);
}

/* True if one more meeting of class c fits into slot s, its limits included. */
static bool has_free(const struct state *state, int which, int c, int s)
{
    const struct pool *pool = state->pool[which];
    const int *load = state->load[which] + state_cell(state, c, 0);
    if (load[s] >= state->cap[which][state_cell(state, c, s)]) {
        return false;
    }
    if (!pool->limited) {
        return true;
    }
    int64_t count = pool->count[c];
    if (pool->max_meetings[c] != PROBLEM_NO_LIMIT &&
        state->work[which][c] >= pool->max_meetings[c] * count) {
        return false;
    }
    int width = pool->max_consecutive[c] + 1;
    if (width == PROBLEM_NO_LIMIT + 1) {
        return true;
    }
    int first = state->session_first[s], end = state->session_end[s];
    int from = s - width + 1 > first ? s - width + 1 : first;
    for (; from <= s && from + width <= end; from++) {
        int64_t sum = 0;
        for (int t = from; t < from + width; t++) {
            sum += load[t];
        }
        if (sum >= (width - 1) * count) {
            return false;
        }
    }
    return true;
}

void state_take(struct state *state, int which, int m, int s, int c)
{
    assert(state->taken[which][m] < 0);
    state->taken[which][m] = c;
    if (c >= 0) {
        state->load[which][state_cell(state, c, s)]++;
        state->work[which][c]++;
    }
}

void state_give_back(struct state *state, int which, int m, int s)
{
    int c = state->taken[which][m];
    if (c >= 0) {
        state->load[which][state_cell(state, c, s)]--;
        state->work[which][c]--;
        state->taken[which][m] = -1;
    }
}

void state_record(struct state *state, int m)
{
    state->log = arena_grow(state->arena, state->log, state->n_log,
                            &state->log_capacity, sizeof *state->log);
    struct change *change = &state->log[state->n_log++];
    *change = (struct change){.m = m, .slot = state->slot[m]};
    for (int which = 0; which < N_POOLS; which++) {
        change->taken[which] = state->taken[which][m];
    }
}

/* Moves the meetings on an augmenting path of classes: via[c] is the meeting
 * that goes from class from[c] to class c. */
static void shift_along(struct state *state, int which, int s, const int *via,
                        const int *from, int c)
{
    while (via[c] >= 0) {
        int m = via[c];
        state_record(state, m);
        state_give_back(state, which, m, s);
        state_take(state, which, m, s, c);
        c = from[c];
    }
}

/* Adds to the reached classes those that meeting o, which holds a reached one,
 * could take instead. */
static void reach_on(struct state *state, int which, int o, int s)
{
    const struct pool *pool = state->pool[which];
    const uint64_t *set = pool_set(pool, pool->set_of[state_cell(state, o, s)]);
    int c = state->taken[which][o];
    for (int d = bits_next(set, pool->n_classes, 0); d >= 0;
         d = bits_next(set, pool->n_classes, d + 1)) {
        if (!state->path.root[d]) {
            state->path.via[d] = o;
            state->path.from[d] = c;
            state->path.root[d] = state->path.root[c];
            state->path.queue[state->path.n_queue++] = d;
        }
    }
}

/* The first reached class, from number k on, that has a member free; or -1. */
static int free_among(const struct state *state, int which, int s, int k)
{
    for (; k < state->path.n_queue; k++) {
        if (has_free(state, which, state->path.queue[k], s)) {
            return state->path.queue[k];
        }
    }
    return -1;
}

int state_find_class(struct state *state, int which, int m, int s)
{
    const struct pool *pool = state->pool[which];
    const uint64_t *set = pool_set(pool, pool->set_of[state_cell(state, m, s)]);
    int n = pool->n_classes;
    int *root = state->path.root; /* the class of m's own set it comes from, + 1 */
    memset(root, 0, (size_t)n * sizeof *root);
    state->path.n_queue = 0;
    for (int c = bits_next(set, n, 0); c >= 0; c = bits_next(set, n, c + 1)) {
        state->path.via[c] = state->path.from[c] = -1;
        root[c] = c + 1;
        state->path.queue[state->path.n_queue++] = c;
    }
    int looked_at = 0;
    for (;;) {
        int c = free_among(state, which, s, looked_at);
        if (c >= 0) {
            int start = root[c] - 1;
            shift_along(state, which, s, state->path.via, state->path.from, c);
            return start;
        }
        looked_at = state->path.n_queue;
        for (int o = state->first_at[s]; o >= 0 && state->path.n_queue < n;
             o = state->next_at[o]) {
            if (state->taken[which][o] >= 0 && root[state->taken[which][o]]) {
                reach_on(state, which, o, s);
            }
        }
        if (state->path.n_queue == looked_at) {
            return -1;
        }
    }
}
