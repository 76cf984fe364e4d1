#include "scheduler/plan_needs.h"

#include "scheduler/base/bits.h"
#include "scheduler/plan_core.h"
#include "scheduler/plan_problem.h"
#include "solver/bottleneck.h"
#include "solver/core.h"

static enum plan_need_kind kind_of(enum clash clash)
{
    switch (clash) {
    case CLASH_ROOMS:
        return NEED_ROOMS;
    case CLASH_INTERPRETERS:
        return NEED_INTERPRETERS;
    case CLASH_MAX_MEETINGS:
        return NEED_LIMIT;
    case CLASH_RUN:
        return NEED_PAUSES;
    case CLASH_NONE:
    case CLASH_PREDECESSOR:
    case CLASH_NO_SLOT:
    case CLASH_SLOTS:
    case CLASH_GAPS:
        break;
    }
    return NEED_TIME;
}

/* Whether the set holds all that some meeting can use. */
static bool are_all(const struct problem *problem, const struct bottleneck *found)
{
    const struct set_family *family =
        found->kind == CLASH_ROOMS ? problem->rooms : problem->interpreters;
    for (int k = 0; k < family->n_sets; k++) {
        if (!bits_are_part(set_family_at(family, k), found->member,
                           family->n_words)) {
            return false;
        }
    }
    return true;
}

static void count_meetings(const struct plan_problem *numbers, int *n_meetings)
{
    const struct lists *people = &numbers->problem.participants;
    for (int m = 0; m < numbers->problem.n_meetings; m++) {
        for (int e = people->start[m]; e < people->start[m + 1]; e++) {
            n_meetings[people->item[e]]++;
        }
    }
}

static void take_over(struct arena *arena, const struct plan_problem *numbers,
                      const struct bottlenecks *found, struct plan_needs *needs)
{
    needs->need = arena_new(arena, found->n, struct plan_need);
    needs->n = found->n;
    for (int k = 0; k < found->n; k++) {
        const struct bottleneck *item = &found->item[k];
        needs->need[k] = (struct plan_need){
            .kind = kind_of(item->kind),
            .p = item->p,
            .member = item->member,
            .are_all = item->member && are_all(&numbers->problem, item),
            .needed = item->needed,
            .limit = item->limit,
            .slot = item->slot,
            .n_tight = item->n_tight,
            .tight_limit = item->tight_limit,
        };
        if (item->p >= 0) {
            needs->most[item->p] = item->limit;
        }
    }
}

bool plan_needs_find(struct arena *arena, const struct plan_input *input,
                     struct plan_needs *needs, struct findings *findings)
{
    struct plan_problem numbers;
    struct bottlenecks found;
    struct solution contradiction = {0};
    plan_problem_build(arena, input, &numbers);
    if (core_find_at_sight(arena, &numbers.problem, &contradiction)) {
        plan_tell_core(arena, input, &numbers, &contradiction, findings);
        return false;
    }
    *needs = (struct plan_needs){
        .most = arena_new(arena, input->event->n_participants, int),
    };
    count_meetings(&numbers, needs->most);
    bottlenecks_find(arena, &numbers.problem, &found);
    take_over(arena, &numbers, &found, needs);
    return true;
}
