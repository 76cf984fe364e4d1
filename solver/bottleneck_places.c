/* A group is a set of rooms (interpreters) that some meeting can use, or all of them.
 * To it belong the meetings that can use nothing else in any slot; in a slot it takes
 * as many as there are rooms that these meetings can use there. */

#include "solver/bottleneck_places.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/slot_flow.h"

enum { MOST_SETS = 1024 };

struct places {
    const struct problem *problem;
    enum clash kind;
    const struct set_family *family;
    const int *set_of; /* m in s, at m * n_slots + s */
    int n_groups;      /* the sets, and behind them all together */
    uint64_t *member;  /* of group k, at k * family->n_words */
    uint64_t *within;  /* groups that hold all that m can use, at m * words; none of
                          a meeting that needs nothing in some slot */
    int words;
};

static uint64_t *group_at(const struct places *places, int k)
{
    return places->member + (int64_t)k * places->family->n_words;
}

static void add_set(uint64_t *to, const uint64_t *set, int n_words)
{
    for (int w = 0; w < n_words; w++) {
        to[w] |= set[w];
    }
}

static void make_groups(struct arena *arena, struct places *places)
{
    const struct set_family *family = places->family;
    int n_words = family->n_words;
    places->n_groups = family->n_sets + 1;
    places->words = bits_words(places->n_groups);
    places->member =
        arena_new(arena, (int64_t)places->n_groups * n_words, uint64_t);
    for (int k = 0; k < family->n_sets; k++) {
        const uint64_t *set = set_family_at(family, k);
        memcpy(group_at(places, k), set, (size_t)n_words * sizeof *set);
        add_set(group_at(places, family->n_sets), set, n_words);
    }
}

/* holders: the groups that hold set k, at k * words. */
static uint64_t *find_holders(struct arena *arena, const struct places *places)
{
    const struct set_family *family = places->family;
    uint64_t *holders =
        arena_new(arena, (int64_t)family->n_sets * places->words, uint64_t);
    for (int k = 0; k < family->n_sets; k++) {
        for (int g = 0; g < places->n_groups; g++) {
            if (bits_are_part(set_family_at(family, k), group_at(places, g),
                              family->n_words)) {
                bits_add(holders + (int64_t)k * places->words, g);
            }
        }
    }
    return holders;
}

static void assign_meetings(struct arena *arena, struct places *places)
{
    const struct problem *problem = places->problem;
    const uint64_t *holders = find_holders(arena, places);
    int words = places->words;
    places->within =
        arena_new(arena, (int64_t)problem->n_meetings * words, uint64_t);
    for (int m = 0; m < problem->n_meetings; m++) {
        uint64_t *within = places->within + (int64_t)m * words;
        const uint64_t *domain = problem->domain + (int64_t)m * problem->slot_words;
        int first = bits_next(domain, problem->n_slots, 0);
        for (int s = first; s >= 0;
             s = bits_next(domain, problem->n_slots, s + 1)) {
            int set = places->set_of[(int64_t)m * problem->n_slots + s];
            for (int w = 0; w < words; w++) {
                uint64_t held = set < 0 ? 0 : holders[set * words + w];
                within[w] = s == first ? held : within[w] & held;
            }
        }
    }
}

/* How often the members, which are interpreters, may work in all. */
static int most_of_all(struct arena scratch, const struct places *places,
                       const uint64_t *member, const uint64_t *used)
{
    const struct problem *problem = places->problem;
    int n_words = places->family->n_words, n = 0;
    uint64_t *slots = arena_new(&scratch, problem->slot_words, uint64_t);
    for (int i = bits_next(member, problem->n_interpreters, 0); i >= 0;
         i = bits_next(member, problem->n_interpreters, i + 1)) {
        memset(slots, 0, (size_t)problem->slot_words * sizeof *slots);
        for (int s = 0; s < problem->n_slots; s++) {
            if (bits_has(used + (int64_t)s * n_words, i)) {
                bits_add(slots, s);
            }
        }
        int most = bottleneck_most_in_runs(problem, slots,
                                           problem->interpreter_max_consecutive[i]);
        int limit = problem->interpreter_max_meetings[i];
        n += limit != PROBLEM_NO_LIMIT && limit < most ? limit : most;
    }
    return n;
}

/* The meetings of group k, and what they can use of it in each slot. */
static int collect(const struct places *places, int k, const uint64_t **domain,
                   uint64_t *used)
{
    const struct problem *problem = places->problem;
    const struct set_family *family = places->family;
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        if (!bits_has(places->within + (int64_t)m * places->words, k)) {
            continue;
        }
        domain[n] = problem->domain + (int64_t)m * problem->slot_words;
        for (int s = bits_next(domain[n], problem->n_slots, 0); s >= 0;
             s = bits_next(domain[n], problem->n_slots, s + 1)) {
            int set = places->set_of[(int64_t)m * problem->n_slots + s];
            add_set(used + (int64_t)s * family->n_words, set_family_at(family, set),
                    family->n_words);
        }
        n++;
    }
    return n;
}

static struct bottleneck judge_group(struct arena *arena,
                                     const struct places *places, int k)
{
    const struct problem *problem = places->problem;
    int n_slots = problem->n_slots, n_words = places->family->n_words;
    struct arena scratch;
    arena_init(&scratch);
    const uint64_t **domain =
        arena_new(&scratch, problem->n_meetings, const uint64_t *);
    uint64_t *used = arena_new(&scratch, (int64_t)n_slots * n_words, uint64_t);
    int *capacity = arena_new(&scratch, n_slots, int);
    int n = collect(places, k, domain, used);
    for (int s = 0; s < n_slots; s++) {
        capacity[s] = bits_count(used + (int64_t)s * n_words, n_words);
    }
    struct slot_flow flow = {n, n_slots, domain, capacity};
    struct slot_flow_result result;
    slot_flow_solve(&scratch, &flow, &result);
    struct bottleneck out = {
        .kind = places->kind,
        .p = -1,
        .member = group_at(places, k),
        .needed = n,
        .limit = result.n_placed,
    };
    int most = places->kind == CLASH_INTERPRETERS
                   ? most_of_all(scratch, places, out.member, used)
                   : out.limit;
    if (most < out.limit) {
        out.limit = most;
    } else if (out.limit < n) {
        out.n_tight = result.n_tight;
        out.tight_limit = result.tight_capacity;
        out.slot = arena_new(arena, problem->slot_words, uint64_t);
        memcpy(out.slot, result.slot,
               (size_t)problem->slot_words * sizeof *out.slot);
    }
    arena_finish(&scratch);
    return out;
}

static bool is_scarcer(const struct bottleneck *a, const struct bottleneck *b)
{
    return (int64_t)a->limit * b->needed < (int64_t)b->limit * a->needed;
}

static bool is_new(const struct places *places, const struct bottleneck *item,
                   const struct bottleneck *told, int n_told)
{
    for (int k = 0; k < n_told; k++) {
        if (bits_are_part(item->member, told[k].member, places->family->n_words) &&
            !is_scarcer(item, &told[k])) {
            return false;
        }
    }
    return true;
}

struct group_size {
    int k, n_members;
};

/* The largest first. */
static int compare_sizes(const void *a, const void *b)
{
    const struct group_size *x = a, *y = b;
    return x->n_members != y->n_members ? y->n_members - x->n_members : x->k - y->k;
}

static struct group_size *sort_groups(struct arena *arena,
                                      const struct places *places)
{
    int n_words = places->family->n_words;
    struct group_size *group =
        arena_new(arena, places->n_groups, struct group_size);
    for (int k = 0; k < places->n_groups; k++) {
        group[k] = (struct group_size){k, bits_count(group_at(places, k), n_words)};
    }
    qsort(group, (size_t)places->n_groups, sizeof *group, compare_sizes);
    return group;
}

void bottlenecks_add_places(struct arena *arena, const struct problem *problem,
                            enum clash kind, struct bottlenecks *bottlenecks)
{
    bool are_rooms = kind == CLASH_ROOMS;
    struct places places = {
        .problem = problem,
        .kind = kind,
        .family = are_rooms ? problem->rooms : problem->interpreters,
        .set_of = are_rooms ? problem->room_set : problem->interpreter_set,
    };
    if (!places.set_of || places.family->n_sets == 0 ||
        places.family->n_sets > MOST_SETS) {
        return;
    }
    make_groups(arena, &places);
    assign_meetings(arena, &places);
    const struct group_size *group = sort_groups(arena, &places);
    int n_before = bottlenecks->n;
    for (int k = 0; k < places.n_groups; k++) {
        struct bottleneck item = judge_group(arena, &places, group[k].k);
        if (is_new(&places, &item, bottlenecks->item + n_before,
                   bottlenecks->n - n_before)) {
            bottlenecks_add(bottlenecks, item);
        }
    }
}
