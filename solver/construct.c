#include "solver/construct.h"

#include <stdlib.h>

#include "solver/lists.h"

struct candidate {
    int m, n_slots;
    bool must;
    int64_t value;
};

static int more_urgent_first(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->must != y->must) {
        return x->must ? -1 : 1;
    }
    if (x->value != y->value) {
        return x->value > y->value ? -1 : 1;
    }
    if (x->n_slots != y->n_slots) {
        return x->n_slots < y->n_slots ? -1 : 1;
    }
    return (x->m > y->m) - (x->m < y->m);
}

/* Of the slots where m fits the one that adds the fewest gaps. */
static void place_well(struct state *state, const struct lists *slots, int m)
{
    int best = -1;
    int64_t least = 0;
    for (int k = slots->start[m]; k < slots->start[m + 1]; k++) {
        int mark = state_mark(state);
        int64_t gaps = state->value[SOLVER_COMPACTNESS];
        int64_t broken = state->broken;
        if (!state_place(state, m, slots->item[k])) {
            continue;
        }
        int64_t worse = state->value[SOLVER_COMPACTNESS] - gaps +
                        1000 * (state->broken - broken);
        state_undo(state, mark);
        if (best < 0 || worse < least) {
            best = slots->item[k];
            least = worse;
        }
    }
    if (best >= 0) {
        state_place(state, m, best);
    }
    state_settle(state);
}

void construct(struct arena scratch, struct state *state)
{
    const struct problem *problem = state->problem;
    int n = problem->n_meetings;
    struct lists slots = lists_of_slots(&scratch, problem);
    struct candidate *candidate = arena_new(&scratch, n, struct candidate);
    for (int m = 0; m < n; m++) {
        candidate[m] = (struct candidate){
            .m = m,
            .n_slots = lists_length(&slots, m),
            .must = problem->must[m],
            .value = problem->value[m],
        };
    }
    qsort(candidate, (size_t)n, sizeof *candidate, more_urgent_first);
    /* Twice, as what comes after another may wait for it in the first round. */
    for (int round = 0; round < 2; round++) {
        for (int k = 0; k < n; k++) {
            if (state->slot[candidate[k].m] < 0) {
                place_well(state, &slots, candidate[k].m);
            }
        }
    }
}
