#include "solver/bottleneck.h"

#include "scheduler/base/bits.h"
#include "solver/bottleneck_places.h"
#include "solver/lists.h"
#include "solver/slot_flow.h"

void bottlenecks_add(struct bottlenecks *bottlenecks, struct bottleneck item)
{
    if (item.limit < item.needed) {
        bottlenecks->item[bottlenecks->n++] = item;
    }
}

int bottleneck_most_in_runs(const struct problem *problem, const uint64_t *slots,
                            int most_in_a_row)
{
    int n = 0, run = 0;
    for (int s = 0; s < problem->n_slots; s++) {
        bool goes_on = s > 0 && problem->session[s - 1] == problem->session[s];
        run = !bits_has(slots, s) ? 0 : goes_on ? run + 1 : 1;
        bool is_pause =
            most_in_a_row != PROBLEM_NO_LIMIT && run == most_in_a_row + 1;
        n += run > 0 && !is_pause;
        run = is_pause ? 0 : run;
    }
    return n;
}

/* Meetings that have a slot at all. */
static bool *list_possible(struct arena *arena, const struct problem *problem)
{
    bool *possible = arena_new(arena, problem->n_meetings, bool);
    for (int m = 0; m < problem->n_meetings; m++) {
        const uint64_t *domain = problem->domain + (int64_t)m * problem->slot_words;
        possible[m] = bits_count(domain, problem->slot_words) > 0;
    }
    return possible;
}

/* What slots alone leave to p: also the union of them. */
static void count_slots(struct arena *arena, const struct problem *problem, int p,
                        const int *meeting, struct bottleneck *out, uint64_t *slots)
{
    int n = out->needed;
    const uint64_t **domain = arena_new(arena, n, const uint64_t *);
    int *capacity = arena_new(arena, problem->n_slots, int);
    for (int s = 0; s < problem->n_slots; s++) {
        capacity[s] = problem->parallel[p];
    }
    for (int k = 0; k < n; k++) {
        domain[k] = problem->domain + (int64_t)meeting[k] * problem->slot_words;
        for (int w = 0; w < problem->slot_words; w++) {
            slots[w] |= domain[k][w];
        }
    }
    struct slot_flow flow = {n, problem->n_slots, domain, capacity};
    struct slot_flow_result result;
    slot_flow_solve(arena, &flow, &result);
    out->limit = result.n_placed;
    if (result.n_placed < n) {
        out->slot = result.slot;
        out->n_tight = result.n_tight;
        out->tight_limit = result.tight_capacity;
    }
}

/* A limit below what the slots leave: they do not matter then. */
static void limit_to(struct bottleneck *out, enum clash kind, int limit)
{
    if (limit < out->limit) {
        out->kind = kind;
        out->limit = limit;
        out->slot = NULL;
        out->n_tight = out->tight_limit = 0;
    }
}

static struct bottleneck judge_person(struct arena *arena,
                                      const struct problem *problem, int p,
                                      const int *meeting, int n)
{
    struct bottleneck out = {.kind = CLASH_SLOTS, .p = p, .needed = n, .limit = n};
    uint64_t *slots = arena_new(arena, problem->slot_words, uint64_t);
    count_slots(arena, problem, p, meeting, &out, slots);
    if (problem->max_consecutive[p] != PROBLEM_NO_LIMIT &&
        problem->parallel[p] == 1) {
        limit_to(
            &out, CLASH_RUN,
            bottleneck_most_in_runs(problem, slots, problem->max_consecutive[p]));
    }
    if (problem->max_meetings[p] != PROBLEM_NO_LIMIT) {
        limit_to(&out, CLASH_MAX_MEETINGS, problem->max_meetings[p]);
    }
    return out;
}

void bottlenecks_find(struct arena *arena, const struct problem *problem,
                      struct bottlenecks *bottlenecks)
{
    int n_sets = (problem->rooms ? problem->rooms->n_sets : 0) +
                 (problem->interpreters ? problem->interpreters->n_sets : 0);
    *bottlenecks = (struct bottlenecks){
        .item = arena_new(arena, n_sets + 2 + problem->n_participants,
                          struct bottleneck),
    };
    bottlenecks_add_places(arena, problem, CLASH_ROOMS, bottlenecks);
    bottlenecks_add_places(arena, problem, CLASH_INTERPRETERS, bottlenecks);
    struct lists meetings =
        lists_of_held(arena, problem, list_possible(arena, problem));
    for (int p = 0; p < problem->n_participants; p++) {
        bottlenecks_add(bottlenecks, judge_person(arena, problem, p,
                                                  meetings.item + meetings.start[p],
                                                  lists_length(&meetings, p)));
    }
}
