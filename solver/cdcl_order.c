#include <assert.h>
#include <stdlib.h>

#include "solver/cdcl_parts.h"

static const double decay = 0.95, most_activity = 1e150;

static bool comes_before(const struct cdcl_order *order, int a, int b)
{
    double difference = order->activity[a] - order->activity[b];
    return difference > 0 || (!(difference < 0) && a < b);
}

static void put(struct cdcl_order *order, int place, int v)
{
    order->heap[place] = v;
    order->place[v] = place;
}

static void sift_up(struct cdcl_order *order, int v)
{
    int place = order->place[v];
    while (place > 0) {
        int above = (place - 1) / 2;
        if (!comes_before(order, v, order->heap[above])) {
            break;
        }
        put(order, place, order->heap[above]);
        place = above;
    }
    put(order, place, v);
}

static void sift_down(struct cdcl_order *order, int v)
{
    int place = order->place[v];
    for (;;) {
        int below = 2 * place + 1;
        if (below >= order->n_heap) {
            break;
        }
        if (below + 1 < order->n_heap &&
            comes_before(order, order->heap[below + 1], order->heap[below])) {
            below++;
        }
        if (!comes_before(order, order->heap[below], v)) {
            break;
        }
        put(order, place, order->heap[below]);
        place = below;
    }
    put(order, place, v);
}

void cdcl_order_init(struct cdcl *cdcl)
{
    struct cdcl_order *order = &cdcl->order;
    size_t n = (size_t)cdcl->n_variables + 2;
    *order = (struct cdcl_order){
        .activity = arena_new(cdcl->arena, n, double),
        .step = 1,
        .heap = arena_new(cdcl->arena, n, int),
        .place = arena_new(cdcl->arena, n, int),
        .older = arena_new(cdcl->arena, n, int),
        .later = arena_new(cdcl->arena, n, int),
        .stamp = arena_new(cdcl->arena, n, int64_t),
    };
    for (int v = 1; v <= cdcl->n_variables; v++) {
        put(order, order->n_heap++, v);
        order->older[v] = v - 1;
        order->later[v - 1] = v;
        order->stamp[v] = ++order->last_stamp;
    }
    order->latest = order->next = cdcl->n_variables;
}

void cdcl_order_open(struct cdcl *cdcl, int v)
{
    struct cdcl_order *order = &cdcl->order;
    if (order->place[v] < 0) {
        put(order, order->n_heap++, v);
        sift_up(order, v);
    }
    if (order->stamp[v] > order->stamp[order->next]) {
        order->next = v;
    }
}

static void bump_activity(struct cdcl *cdcl, int v)
{
    struct cdcl_order *order = &cdcl->order;
    order->activity[v] += order->step;
    if (order->activity[v] > most_activity) {
        for (int i = 1; i <= cdcl->n_variables; i++) {
            order->activity[i] /= most_activity;
        }
        order->step /= most_activity;
    }
    if (order->place[v] >= 0) {
        sift_up(order, v);
    }
}

static void move_to_end(struct cdcl *cdcl, int v)
{
    struct cdcl_order *order = &cdcl->order;
    if (order->latest == v) {
        return;
    }
    if (order->next == v) { /* it is open only if what is behind it is not */
        order->next = order->older[v] ? order->older[v] : order->later[v];
    }
    order->later[order->older[v]] = order->later[v];
    order->older[order->later[v]] = order->older[v];
    order->older[v] = order->latest;
    order->later[order->latest] = v;
    order->later[v] = 0;
    order->latest = v;
    order->stamp[v] = ++order->last_stamp;
    if (cdcl->value[(size_t)v * 2] == 0) {
        order->next = v;
    }
}

struct stamped {
    int64_t stamp;
    int v;
};

static int compare_stamps(const void *a, const void *b)
{
    int64_t x = ((const struct stamped *)a)->stamp;
    int64_t y = ((const struct stamped *)b)->stamp;
    return (x > y) - (x < y);
}

void cdcl_order_bump(struct cdcl *cdcl)
{
    struct arena scratch = *cdcl->arena;
    if (cdcl->is_stable) {
        for (int i = 0; i < cdcl->n_touched; i++) {
            bump_activity(cdcl, cdcl->touched[i]);
        }
        cdcl->order.step /= decay;
        return;
    }
    struct stamped *row = arena_new(&scratch, cdcl->n_touched, struct stamped);
    for (int i = 0; i < cdcl->n_touched; i++) {
        int v = cdcl->touched[i];
        row[i] = (struct stamped){cdcl->order.stamp[v], v};
    }
    qsort(row, (size_t)cdcl->n_touched, sizeof *row, compare_stamps);
    for (int i = 0; i < cdcl->n_touched; i++) {
        move_to_end(cdcl, row[i].v);
    }
}

static int take_first(struct cdcl_order *order)
{
    int v = order->heap[0], last = order->heap[--order->n_heap];
    order->place[v] = -1;
    if (order->n_heap > 0) {
        put(order, 0, last);
        sift_down(order, last);
    }
    return v;
}

int cdcl_order_next(struct cdcl *cdcl)
{
    struct cdcl_order *order = &cdcl->order;
    if (cdcl->is_stable) {
        while (order->n_heap > 0 && cdcl->value[(size_t)order->heap[0] * 2] != 0) {
            take_first(order);
        }
        return order->n_heap > 0 ? order->heap[0] : 0;
    }
    int v = order->next;
    while (v && cdcl->value[(size_t)v * 2] != 0) {
        v = order->older[v];
    }
    order->next = v ? v : order->next;
    return v;
}

int cdcl_order_same(struct cdcl *cdcl)
{
    const struct cdcl_order *order = &cdcl->order;
    int v = cdcl_order_next(cdcl), n = 0;
    while (v && n < cdcl->n_levels) {
        int decided = cdcl_variable(cdcl->trail[cdcl->start[n]]);
        if (cdcl->is_stable ? !comes_before(order, decided, v)
                            : order->stamp[decided] < order->stamp[v]) {
            break;
        }
        n++;
    }
    return n;
}
