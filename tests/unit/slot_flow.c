#include "solver/slot_flow.h"

#include "scheduler/base/bits.h"
#include "scheduler/base/rng.h"
#include "solver/matching.h"
#include "tests/support/check.h"

enum { MOST_ITEMS = 12, MOST_SLOTS = 70, MOST_PLACES = 3 };

struct made {
    struct slot_flow flow;
    uint64_t domain[MOST_ITEMS][2];
    const uint64_t *row[MOST_ITEMS];
    int capacity[MOST_SLOTS];
};

static void make(uint64_t seed, struct made *made)
{
    struct rng rng;
    rng_init(&rng, seed);
    *made = (struct made){0};
    /* Some slots behind the first word of bits. */
    int n_slots = 2 + (int)rng_below(&rng, 6), step = seed % 4 == 0 ? 10 : 1;
    made->flow = (struct slot_flow){
        .n_items = (int)rng_below(&rng, MOST_ITEMS + 1),
        .n_slots = (n_slots - 1) * step + 1,
        .domain = made->row,
        .capacity = made->capacity,
    };
    for (int s = 0; s < made->flow.n_slots; s++) {
        made->capacity[s] = (int)rng_below(&rng, MOST_PLACES + 1);
    }
    for (int i = 0; i < made->flow.n_items; i++) {
        made->row[i] = made->domain[i];
        for (int n = (int)rng_below(&rng, 4); n > 0; n--) {
            bits_add(made->domain[i],
                     (int)rng_below(&rng, (uint32_t)n_slots) * step);
        }
    }
}

/* The same by matching items to places. */
static int count_matched(struct arena scratch, const struct slot_flow *flow)
{
    struct matching matching;
    int n = 0;
    matching_init(&scratch, flow->n_items, flow->n_slots * MOST_PLACES, &matching);
    for (int i = 0; i < flow->n_items; i++) {
        for (int s = 0; s < flow->n_slots; s++) {
            for (int k = 0; bits_has(flow->domain[i], s) && k < flow->capacity[s];
                 k++) {
                bits_add(matching_row(&matching, i), s * MOST_PLACES + k);
            }
        }
        n += matching_augment(&matching, i);
    }
    return n;
}

static void check_tight(const struct slot_flow *flow,
                        const struct slot_flow_result *result)
{
    int n_inside = 0, capacity = 0;
    for (int i = 0; i < flow->n_items; i++) {
        bool is_inside = true;
        for (int s = 0; s < flow->n_slots; s++) {
            is_inside &= !bits_has(flow->domain[i], s) || bits_has(result->slot, s);
        }
        n_inside += is_inside;
    }
    for (int s = 0; s < flow->n_slots; s++) {
        capacity += bits_has(result->slot, s) ? flow->capacity[s] : 0;
    }
    CHECK_INT(result->n_tight, n_inside);
    CHECK_INT(result->tight_capacity, capacity);
    CHECK_INT(n_inside - capacity, flow->n_items - result->n_placed);
}

static void test_random(struct arena arena)
{
    int n_short = 0;
    for (uint64_t seed = 1; seed <= 2000; seed++) {
        struct arena scratch = arena;
        struct made made;
        struct slot_flow_result result;
        make(seed, &made);
        slot_flow_solve(&scratch, &made.flow, &result);
        CHECK_INT(result.n_placed, count_matched(scratch, &made.flow));
        if (result.n_placed < made.flow.n_items) {
            check_tight(&made.flow, &result);
            n_short++;
        }
    }
    CHECK(n_short > 500 && n_short < 1900); /* both kinds */
}

/* Three items push each other along, so that the last one finds a place. */
static void test_path(struct arena arena)
{
    const uint64_t domain[] = {3, 6, 1};
    const uint64_t *row[] = {&domain[0], &domain[1], &domain[2]};
    const int capacity[] = {1, 1, 1};
    struct slot_flow flow = {3, 3, row, capacity};
    struct slot_flow_result result;
    slot_flow_solve(&arena, &flow, &result);
    CHECK_INT(result.n_placed, 3);
    CHECK_INT(result.n_tight, 0);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_path(arena);
    test_random(arena);
    arena_finish(&arena);
    return check_report();
}
