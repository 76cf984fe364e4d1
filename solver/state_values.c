#include "solver/state_values.h"

#include <string.h>

#include "scheduler/base/bits.h"

void state_init_values(struct arena *arena, struct state *state)
{
    const struct problem *problem = state->problem;
    int n = problem->n_participants;
    state->busy = arena_new(arena, (int64_t)n * problem->n_slots, int);
    state->open = arena_new(arena, (int64_t)n * problem->slot_words, uint64_t);
    memset(state->open, -1,
           (size_t)n * (size_t)problem->slot_words * sizeof *state->open);
    state->total = arena_new(arena, n, int);
    state->gaps = arena_new(arena, n, int);
    state->n_leaves = 1;
    while (state->n_leaves < n) {
        state->n_leaves *= 2;
    }
    state->comfort = arena_new(arena, 2 * (int64_t)state->n_leaves, int64_t);
    for (int p = 0; p < n; p++) {
        state->value[SOLVER_GUARANTEE] += problem->min_meetings[p];
    }
    for (int m = 0; m < problem->n_meetings; m++) {
        state->broken += problem->must[m];
        if (problem->had_previous && problem->had_previous[m]) {
            state->value[SOLVER_STABILITY] += STABILITY_DROPPED;
        }
    }
}

static void add_gaps(struct state *state, int p, int n)
{
    int limit = state->problem->max_gaps[p];
    int before = state->gaps[p], after = before + n;
    state->gaps[p] = after;
    state->value[SOLVER_COMPACTNESS] += n;
    if (limit != PROBLEM_NO_LIMIT) {
        state->broken += (after > limit ? after - limit : 0) -
                         (before > limit ? before - limit : 0);
    }
}

/* How many more gaps p has with slot s busy than with it idle. */
static int gaps_of_slot(const struct state *state, int p, int s)
{
    const int *busy = state->busy + state_cell(state, p, 0);
    int first = state->session_first[s], end = state->session_end[s];
    int earlier = s - 1, later = s + 1;
    while (earlier >= first && !busy[earlier]) {
        earlier--;
    }
    while (later < end && !busy[later]) {
        later++;
    }
    bool has_earlier = earlier >= first, has_later = later < end;
    return (has_earlier && s - earlier > 1) + (has_later && later - s > 1) -
           (has_earlier && has_later);
}

static void add_comfort(struct state *state, int p, int cost)
{
    if (cost == 0) {
        return;
    }
    int64_t *sum = state->comfort;
    int k = state->n_leaves + p;
    sum[k] += cost;
    for (k /= 2; k >= 1; k /= 2) {
        const int64_t *below = sum + (size_t)k * 2;
        int64_t larger = below[0] > below[1] ? below[0] : below[1];
        if (sum[k] == larger) {
            break;
        }
        sum[k] = larger;
    }
    state->value[SOLVER_COMFORT] += cost;
    state->value[SOLVER_BURDEN] = sum[1];
}

void state_count_enter(struct state *state, int p, int s)
{
    const struct problem *problem = state->problem;
    int *busy = &state->busy[state_cell(state, p, s)];
    if (*busy == 0) {
        add_gaps(state, p, gaps_of_slot(state, p, s));
    }
    if (++*busy == problem->parallel[p]) {
        bits_remove(state->open + (int64_t)p * problem->slot_words, s);
    }
    state->total[p]++;
    state->value[SOLVER_GUARANTEE] -= state->total[p] <= problem->min_meetings[p];
    state->value[SOLVER_BALANCE] += balance_gain(state->total[p]);
    add_comfort(state, p, problem->cost[state_cell(state, p, s)]);
}

void state_count_leave(struct state *state, int p, int s)
{
    const struct problem *problem = state->problem;
    int *busy = &state->busy[state_cell(state, p, s)];
    if (--*busy < problem->parallel[p]) {
        bits_add(state->open + (int64_t)p * problem->slot_words, s);
    }
    if (*busy == 0) {
        add_gaps(state, p, -gaps_of_slot(state, p, s));
    }
    state->value[SOLVER_GUARANTEE] += state->total[p] <= problem->min_meetings[p];
    state->value[SOLVER_BALANCE] -= balance_gain(state->total[p]);
    state->total[p]--;
    add_comfort(state, p, -problem->cost[state_cell(state, p, s)]);
}

/* What the levels that count meetings gain by m in slot s. */
void state_count_meeting(struct state *state, int m, int s, int sign)
{
    const struct problem *problem = state->problem;
    state->value[SOLVER_SERVED] += sign * problem->value[m];
    state->broken -= (int64_t)sign * problem->must[m];
    state->n_scheduled += sign;
    if (problem->had_previous && problem->had_previous[m]) {
        state->value[SOLVER_STABILITY] +=
            (int64_t)sign *
            (problem_stability_cost(problem, m, s) - STABILITY_DROPPED);
    }
}
