#include "solver/trivial.h"

#include <stdbool.h>
#include <stdlib.h>

#include "scheduler/base/bits.h"
#include "solver/lists.h"
#include "solver/matching.h"

static bool can_be_held(const struct problem *problem, int m)
{
    return bits_next(problem->domain + (int64_t)m * problem->slot_words,
                     problem->n_slots, 0) >= 0;
}

/* The most meetings p can have: meetings there are, the limit, the slots. */
static int most_meetings(const struct problem *problem,
                         const struct lists *meetings, int p, uint64_t *slots)
{
    int n = 0;
    for (int w = 0; w < problem->slot_words; w++) {
        slots[w] = 0;
    }
    for (int k = meetings->start[p]; k < meetings->start[p + 1]; k++) {
        int m = meetings->item[k];
        n += can_be_held(problem, m);
        for (int w = 0; w < problem->slot_words; w++) {
            slots[w] |= problem->domain[(int64_t)m * problem->slot_words + w];
        }
    }
    int64_t places =
        (int64_t)bits_count(slots, problem->slot_words) * problem->parallel[p];
    n = places < n ? (int)places : n;
    int limit = problem->max_meetings[p];
    return limit != PROBLEM_NO_LIMIT && limit < n ? limit : n;
}

static int64_t sum_served(const struct problem *problem)
{
    int64_t sum = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        sum += can_be_held(problem, m) ? problem->value[m] : 0;
    }
    return sum;
}

/* Meetings of before that cannot be held any more count as dropped. */
static int64_t sum_lost(const struct problem *problem)
{
    int64_t sum = 0;
    for (int m = 0; problem->had_previous && m < problem->n_meetings; m++) {
        if (!problem->had_previous[m]) {
            continue;
        }
        int s = problem->previous_slot[m];
        if (!can_be_held(problem, m)) {
            sum += STABILITY_DROPPED;
        } else if (s < 0 || !problem_allows(problem, m, s)) {
            sum += STABILITY_MOVED;
        } else {
            sum += problem_stability_cost(problem, m, s);
        }
    }
    return sum;
}

static int64_t sum_people(struct arena scratch, const struct problem *problem,
                          enum solver_level level)
{
    struct lists meetings =
        lists_invert(&scratch, &problem->participants, problem->n_meetings,
                     problem->n_participants);
    uint64_t *slots = arena_new(&scratch, problem->slot_words, uint64_t);
    int64_t sum = 0;
    for (int p = 0; p < problem->n_participants; p++) {
        int most = most_meetings(problem, &meetings, p, slots);
        if (level == SOLVER_GUARANTEE) {
            int missing = problem->min_meetings[p] - most;
            sum += missing > 0 ? missing : 0;
        }
        for (int k = 1; level == SOLVER_BALANCE && k <= most; k++) {
            sum += balance_gain(k);
        }
    }
    return sum;
}

struct place {
    int cost, s;
};

static int cheapest_first(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->cost != y->cost) {
        return x->cost < y->cost ? -1 : 1;
    }
    return (x->s > y->s) - (x->s < y->s);
}

/* p's places, one per slot and meeting at a time, the cheapest first. */
static int list_places(const struct problem *problem, int p, int n_meetings,
                       struct place *place)
{
    int at_a_time = problem->parallel[p], n = 0;
    at_a_time = at_a_time < n_meetings ? at_a_time : n_meetings;
    for (int s = 0; s < problem->n_slots; s++) {
        for (int k = 0; k < at_a_time; k++) {
            int cost = problem->cost[(int64_t)p * problem->n_slots + s];
            place[n++] = (struct place){.cost = cost, .s = s};
        }
    }
    if (n > 0) {
        qsort(place, (size_t)n, sizeof *place, cheapest_first);
    }
    return n;
}

/* The least that p's musts can cost: places are taken from the cheapest on if the
 * meetings can still be matched to them. Sets of places that can be are a matroid,
 * so nothing is cheaper (Edmonds and Fulkerson 1965). */
static int64_t least_cost(struct arena scratch, const struct problem *problem,
                          const struct lists *meetings, int p)
{
    int n_musts = 0, n_of_p = lists_length(meetings, p);
    int *must = arena_new(&scratch, n_of_p, int);
    for (int k = meetings->start[p]; k < meetings->start[p + 1]; k++) {
        if (problem->must[meetings->item[k]]) {
            must[n_musts++] = meetings->item[k];
        }
    }
    struct place *place =
        arena_new(&scratch, (int64_t)problem->n_slots * n_musts, struct place);
    int n = list_places(problem, p, n_musts, place), n_matched = 0;
    struct matching matching;
    matching_init(&scratch, n, n_musts, &matching);
    int64_t sum = 0;
    for (int l = 0; l < n && n_matched < n_musts; l++) {
        for (int r = 0; r < n_musts; r++) {
            if (problem_allows(problem, must[r], place[l].s)) {
                bits_add(matching_row(&matching, l), r);
            }
        }
        if (matching_augment(&matching, l)) {
            sum += place[l].cost;
            n_matched++;
        }
    }
    return sum;
}

static int64_t cost_people(struct arena scratch, const struct problem *problem,
                           enum solver_level level)
{
    struct lists meetings =
        lists_invert(&scratch, &problem->participants, problem->n_meetings,
                     problem->n_participants);
    int64_t sum = 0, largest = 0;
    for (int p = 0; p < problem->n_participants; p++) {
        int64_t cost = least_cost(scratch, problem, &meetings, p);
        sum += cost;
        largest = cost > largest ? cost : largest;
    }
    return level == SOLVER_BURDEN ? largest : sum;
}

int64_t trivial_bound(struct arena scratch, const struct problem *problem,
                      enum solver_level level)
{
    switch (level) {
    case SOLVER_SERVED:
        return sum_served(problem);
    case SOLVER_STABILITY:
        return sum_lost(problem);
    case SOLVER_GUARANTEE:
    case SOLVER_BALANCE:
        return sum_people(scratch, problem, level);
    case SOLVER_COMFORT:
    case SOLVER_BURDEN:
        return cost_people(scratch, problem, level);
    case SOLVER_COMPACTNESS:
    case SOLVER_ROOMS:
    case SOLVER_N_LEVELS:
        break;
    }
    return 0;
}
