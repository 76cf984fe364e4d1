/* A search for an augmenting path between the classes of one slot: from the
 * classes that the meeting could take, over meetings that could change theirs, to
 * a class with a member free. Breadth-first, so few meetings change. */

#include "solver/state_classes.h"

#include <assert.h>
#include <string.h>

#include "scheduler/base/bits.h"

static void find_needs(struct arena *arena, struct state *state, int which)
{
    const struct problem *problem = state->problem;
    int n_words = problem->slot_words;
    const struct pool *pool = state->pool[which];
    uint64_t *needs =
        arena_new(arena, (int64_t)problem->n_meetings * n_words, uint64_t);
    for (int m = 0; m < problem->n_meetings; m++) {
        for (int s = 0; s < problem->n_slots; s++) {
            if (pool->set_of[state_cell(state, m, s)] >= 0) {
                bits_add(needs + (int64_t)m * n_words, s);
            }
        }
    }
    state->needs[which] = needs;
    state->n_taken[which] = arena_new(arena, problem->n_slots, int);
    state->idle[which] = arena_new(arena, n_words, uint64_t);
    if (pool->n_members > 0) {
        memset(state->idle[which], -1, (size_t)n_words * sizeof(uint64_t));
    }
}

static void init_pool(struct arena *arena, struct state *state, int which,
                      const struct pool *pool)
{
    int n_slots = state->problem->n_slots;
    int64_t n = (int64_t)pool->n_classes * n_slots;
    state->pool[which] = pool;
    state->taken[which] = arena_new(arena, state->problem->n_meetings, int);
    memset(state->taken[which], -1,
           (size_t)state->problem->n_meetings * sizeof(int));
    state->set[which] = arena_new(arena, state->problem->n_meetings, int);
    state->load[which] = arena_new(arena, n, int);
    state->work[which] = arena_new(arena, pool->n_classes, int);
    state->cap[which] = arena_new(arena, n, int);
    for (int64_t k = 0; k < n; k++) {
        state->cap[which][k] = pool->count[k / n_slots];
    }
    find_needs(arena, state, which);
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
    state->path.place = arena_new(arena, n_classes, int);
    state->path.reached = arena_new(arena, bits_words(n_classes), uint64_t);
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
    int width = pool_longest_work(pool, state->problem, c, s) + 1;
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

bool state_has_free(const struct state *state, int which, int m, int s)
{
    const struct pool *pool = state->pool[which];
    const uint64_t *set = pool_set(pool, pool->set_of[state_cell(state, m, s)]);
    for (int c = bits_next(set, pool->n_classes, 0); c >= 0;
         c = bits_next(set, pool->n_classes, c + 1)) {
        if (has_free(state, which, c, s)) {
            return true;
        }
    }
    return false;
}

void state_take(struct state *state, int which, int m, int s, int c)
{
    assert(state->taken[which][m] < 0);
    state->taken[which][m] = c;
    if (c >= 0) {
        state->set[which][m] = state->pool[which]->set_of[state_cell(state, m, s)];
        state->load[which][state_cell(state, c, s)]++;
        state->work[which][c]++;
        if (++state->n_taken[which][s] == state->pool[which]->n_members) {
            bits_remove(state->idle[which], s);
        }
    }
}

void state_give_back(struct state *state, int which, int m, int s)
{
    int c = state->taken[which][m];
    if (c >= 0) {
        state->load[which][state_cell(state, c, s)]--;
        state->work[which][c]--;
        state->n_taken[which][s]--;
        bits_add(state->idle[which], s);
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

/* Adds class d: meeting o (-1: none, it is of the set that is asked for) could go
 * there from class c. */
static void reach(struct state *state, int d, int o, int c)
{
    bits_add(state->path.reached, d);
    state->path.via[d] = o;
    state->path.from[d] = c;
    state->path.root[d] = o < 0 ? d : state->path.root[c];
    state->path.place[d] = state->path.n_queue;
    state->path.queue[state->path.n_queue++] = d;
}

/* Adds the classes of a set that are not reached yet. */
static void reach_all(struct state *state, int which, const uint64_t *set, int o,
                      int c)
{
    const struct pool *pool = state->pool[which];
    for (int w = 0; w < pool->n_words; w++) {
        uint64_t fresh = set[w] & ~state->path.reached[w];
        for (; fresh != 0; fresh &= fresh - 1) {
            reach(state, 64 * w + __builtin_ctzll(fresh), o, c);
        }
    }
}

/* Adds what the meetings of slot s could take instead that hold a class from
 * number `from` of the queue on. */
static void reach_on(struct state *state, int which, int s, int from)
{
    const struct pool *pool = state->pool[which];
    for (int o = state->first_at[s];
         o >= 0 && state->path.n_queue < pool->n_classes; o = state->next_at[o]) {
        int c = state->taken[which][o];
        if (c >= 0 && bits_has(state->path.reached, c) &&
            state->path.place[c] >= from) {
            const uint64_t *set = pool_set(pool, state->set[which][o]);
            reach_all(state, which, set, o, c);
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

static bool is_any_free(const struct state *state, int which, int s)
{
    for (int c = 0; c < state->pool[which]->n_classes; c++) {
        if (has_free(state, which, c, s)) {
            return true;
        }
    }
    return false;
}

int state_find_class(struct state *state, int which, int m, int s)
{
    const struct pool *pool = state->pool[which];
    const uint64_t *set = pool_set(pool, pool->set_of[state_cell(state, m, s)]);
    memset(state->path.reached, 0, (size_t)pool->n_words * sizeof *set);
    state->path.n_queue = 0;
    reach_all(state, which, set, -1, -1);
    int c = free_among(state, which, s, 0);
    if (c >= 0 || !is_any_free(state, which, s)) {
        return c;
    }
    for (int from = 0, looked_at = -1; looked_at != state->path.n_queue;) {
        looked_at = state->path.n_queue;
        reach_on(state, which, s, from);
        c = free_among(state, which, s, looked_at);
        if (c >= 0) {
            int start = state->path.root[c];
            shift_along(state, which, s, state->path.via, state->path.from, c);
            return start;
        }
        from = looked_at;
    }
    return -1;
}
