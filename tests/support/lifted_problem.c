#include "tests/support/lifted_problem.h"

#include <string.h>

#include "scheduler/base/bits.h"

/* Whether a slot costs the people of m anything, where such costs come first. */
static bool is_dear(const struct problem *problem, int m, int s)
{
    int64_t cost = 0;
    bool matters = false;
    for (int k = 0; k < problem->n_levels; k++) {
        matters |= problem->level[k] == SOLVER_COMFORT ||
                   problem->level[k] == SOLVER_BURDEN;
    }
    for (int i = problem->participants.start[m];
         i < problem->participants.start[m + 1]; i++) {
        cost += problem->cost[problem->participants.item[i] * problem->n_slots + s];
    }
    return matters && cost > 0;
}

/* The slots of meeting m without those that are dear. */
static void lift_costs(struct arena *arena, struct problem *problem, int m)
{
    int64_t n = (int64_t)problem->n_meetings * problem->slot_words;
    uint64_t *domain = arena_new(arena, n, uint64_t);
    memcpy(domain, problem->domain, (size_t)n * sizeof *domain);
    for (int s = 0; s < problem->n_slots; s++) {
        if (is_dear(problem, m, s)) {
            bits_remove(domain + (int64_t)m * problem->slot_words, s);
        }
    }
    problem->domain = domain;
}

/* The meeting takes nobody's time, but their comfort still counts. */
static void lift_people(struct arena *arena, struct problem *problem, int m)
{
    const struct lists *old = &problem->participants;
    int n = problem->n_meetings, mine = old->start[m + 1] - old->start[m];
    int *start = arena_new(arena, n + 1, int);
    int *item = arena_new(arena, old->start[n], int);
    for (int k = 0, e = 0; k < n; k++) {
        for (int i = old->start[k]; i < old->start[k + 1] && k != m; i++) {
            item[e++] = old->item[i];
        }
        start[k + 1] = k < m ? old->start[k + 1] : old->start[k + 1] - mine;
    }
    problem->participants = (struct lists){start, item};
}

static int *lift_sets(struct arena *arena, const struct problem *problem, int m,
                      const int *set)
{
    int64_t n = (int64_t)problem->n_meetings * problem->n_slots;
    int *lifted = arena_new(arena, n, int);
    memcpy(lifted, set, (size_t)n * sizeof *set);
    memset(lifted + (int64_t)m * problem->n_slots, -1,
           (size_t)problem->n_slots * sizeof *set);
    return lifted;
}

struct problem lifted_problem(struct arena *arena, const struct problem *problem,
                              int m, enum lifted lifted)
{
    struct problem out = *problem;
    out.must = arena_new(arena, problem->n_meetings, bool);
    memcpy(out.must, problem->must, (size_t)problem->n_meetings * sizeof *out.must);
    out.must[m] = true;
    if (lifted == LIFTED_PEOPLE) {
        lift_costs(arena, &out, m);
        lift_people(arena, &out, m);
    } else if (lifted == LIFTED_ROOMS) {
        out.room_set = lift_sets(arena, problem, m, problem->room_set);
    } else if (lifted == LIFTED_INTERPRETERS) {
        out.interpreter_set =
            lift_sets(arena, problem, m, problem->interpreter_set);
    }
    return out;
}
