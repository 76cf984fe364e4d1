/* Augmenting paths, as in a matching, but from slot to slot: an item can go from slot
 * a to slot b if it has both, and of those that can there are only numbers to keep. */

#include "solver/slot_flow.h"

#include <string.h>

#include "scheduler/base/bits.h"

enum { NOWHERE = -1 };

struct flow {
    const struct slot_flow *given;
    int *load;          /* items in slot s */
    int *first, *next;  /* items in slot s, as a chain: first[s], next[item] */
    int *n_movable;     /* items in slot a that have slot b, at a * n_slots + b */
    uint64_t *reached;  /* slots met while looking for a path */
    int *queue, *cause; /* of reached slots: in turn, and from which one, NOWHERE
                           if the item at hand has the slot itself */
};

static void flow_init(struct arena *arena, const struct slot_flow *given,
                      struct flow *flow)
{
    int n = given->n_slots;
    *flow = (struct flow){
        .given = given,
        .load = arena_new(arena, n, int),
        .first = arena_new(arena, n, int),
        .next = arena_new(arena, given->n_items, int),
        .n_movable = arena_new(arena, (int64_t)n * n, int),
        .reached = arena_new(arena, bits_words(n), uint64_t),
        .queue = arena_new(arena, n, int),
        .cause = arena_new(arena, n, int),
    };
    for (int s = 0; s < n; s++) {
        flow->first[s] = NOWHERE;
    }
}

static void count_movable(struct flow *flow, int item, int s, int change)
{
    int n = flow->given->n_slots;
    const uint64_t *domain = flow->given->domain[item];
    for (int t = bits_next(domain, n, 0); t >= 0; t = bits_next(domain, n, t + 1)) {
        flow->n_movable[s * n + t] += change;
    }
}

static void put(struct flow *flow, int item, int s)
{
    flow->next[item] = flow->first[s];
    flow->first[s] = item;
    flow->load[s]++;
    count_movable(flow, item, s, 1);
}

/* Takes an item that has slot `to` out of slot s; there is one. */
static int take(struct flow *flow, int s, int to)
{
    int *link = &flow->first[s];
    while (!bits_has(flow->given->domain[*link], to)) {
        link = &flow->next[*link];
    }
    int item = *link;
    *link = flow->next[item];
    flow->load[s]--;
    count_movable(flow, item, s, -1);
    return item;
}

static bool is_free(const struct flow *flow, int s)
{
    return flow->load[s] < flow->given->capacity[s];
}

/* Adds slot s, reached from slot `cause`, unless it is there already. */
static void reach(struct flow *flow, int s, int cause, int *n_reached)
{
    if (!bits_has(flow->reached, s)) {
        bits_add(flow->reached, s);
        flow->cause[s] = cause;
        flow->queue[(*n_reached)++] = s;
    }
}

/* The nearest free slot that the domain reaches, or NOWHERE. Slots that flow->reached
 * holds already are not looked at again. */
static int find_free(struct flow *flow, const uint64_t *domain)
{
    int n = flow->given->n_slots, n_reached = 0;
    for (int s = bits_next(domain, n, 0); s >= 0; s = bits_next(domain, n, s + 1)) {
        reach(flow, s, NOWHERE, &n_reached);
    }
    for (int k = 0; k < n_reached; k++) {
        int s = flow->queue[k];
        if (is_free(flow, s)) {
            return s;
        }
        for (int t = 0; t < n; t++) {
            if (flow->n_movable[s * n + t] > 0) {
                reach(flow, t, s, &n_reached);
            }
        }
    }
    return NOWHERE;
}

static void clear_reached(struct flow *flow)
{
    size_t n = (size_t)bits_words(flow->given->n_slots);
    memset(flow->reached, 0, n * sizeof *flow->reached);
}

static bool place(struct flow *flow, int item)
{
    clear_reached(flow);
    int s = find_free(flow, flow->given->domain[item]);
    if (s == NOWHERE) {
        return false;
    }
    for (int from = flow->cause[s]; from != NOWHERE; from = flow->cause[s]) {
        put(flow, take(flow, from, s), s);
        s = from;
    }
    put(flow, item, s);
    return true;
}

/* All that those left over reach is full, and nobody in it has another slot. */
static void find_tight(struct flow *flow, const bool *is_left_over,
                       struct slot_flow_result *result)
{
    int n = flow->given->n_slots;
    clear_reached(flow);
    for (int i = 0; i < flow->given->n_items; i++) {
        if (is_left_over[i]) {
            find_free(flow, flow->given->domain[i]);
            result->n_tight++;
        }
    }
    for (int s = bits_next(flow->reached, n, 0); s >= 0;
         s = bits_next(flow->reached, n, s + 1)) {
        result->tight_capacity += flow->given->capacity[s];
    }
    result->n_tight += result->tight_capacity;
    result->slot = flow->reached;
}

void slot_flow_solve(struct arena *arena, const struct slot_flow *given,
                     struct slot_flow_result *result)
{
    struct flow flow;
    flow_init(arena, given, &flow);
    bool *is_left_over = arena_new(arena, given->n_items, bool);
    *result = (struct slot_flow_result){0};
    for (int i = 0; i < given->n_items; i++) {
        is_left_over[i] = !place(&flow, i);
        result->n_placed += !is_left_over[i];
    }
    find_tight(&flow, is_left_over, result);
}
