/* The values of the levels change only in enter() and leave(), once for each
 * participant of a meeting that is put into a slot or taken out of one; both
 * are exact inverses, so undoing restores every number. */

#include "solver/state.h"

#include <assert.h>
#include <string.h>

#include "solver/lists.h"
#include "solver/state_classes.h"
#include "solver/state_values.h"

void state_init(struct arena *arena, const struct problem *problem,
                const struct pool *rooms, const struct pool *interpreters,
                struct state *state)
{
    int n_meetings = problem->n_meetings;
    int n_people = problem->n_participants;
    int64_t cells = (int64_t)n_people * problem->n_slots;
    *state = (struct state){.problem = problem, .arena = arena};
    lists_find_sessions(arena, problem, &state->session_first, &state->session_end);
    struct lists *inverse = arena_new(arena, 2, struct lists);
    inverse[0] = lists_invert(arena, &problem->after, n_meetings, n_meetings);
    inverse[1] = lists_invert(arena, &problem->participants, n_meetings, n_people);
    state->before = &inverse[0];
    state->meetings = &inverse[1];
    state_init_classes(arena, state, rooms, interpreters);

    state->slot = arena_new(arena, n_meetings, int);
    memset(state->slot, -1, (size_t)n_meetings * sizeof(int));
    state->next_at = arena_new(arena, n_meetings, int);
    state->prev_at = arena_new(arena, n_meetings, int);
    state->first_at = arena_new(arena, problem->n_slots, int);
    memset(state->first_at, -1, (size_t)problem->n_slots * sizeof(int));
    state->incidence = arena_new(arena, cells, int);
    memset(state->incidence, -1, (size_t)cells * sizeof(int));
    state->next_incidence =
        arena_new(arena, problem->participants.start[n_meetings], int);
    state->meeting_of =
        arena_new(arena, problem->participants.start[n_meetings], int);
    for (int m = 0; m < n_meetings; m++) {
        for (int e = problem->participants.start[m];
             e < problem->participants.start[m + 1]; e++) {
            state->meeting_of[e] = m;
        }
    }
    state->waiting = arena_new(arena, n_meetings, int);
    state->place = arena_new(arena, n_meetings, int);
    for (int m = 0; m < n_meetings; m++) {
        state->waiting[m] = state->place[m] = m;
    }
    state->n_waiting = n_meetings;
    state_init_values(arena, state);
}

static void stop_waiting(struct state *state, int m)
{
    int last = state->waiting[--state->n_waiting];
    state->waiting[state->place[m]] = last;
    state->place[last] = state->place[m];
}

static void wait_again(struct state *state, int m)
{
    state->place[m] = state->n_waiting;
    state->waiting[state->n_waiting++] = m;
}

static void enter(struct state *state, int m, int s)
{
    const struct lists *people = &state->problem->participants;
    stop_waiting(state, m);
    state->slot[m] = s;
    state->prev_at[m] = -1;
    state->next_at[m] = state->first_at[s];
    if (state->first_at[s] >= 0) {
        state->prev_at[state->first_at[s]] = m;
    }
    state->first_at[s] = m;
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        int *first = &state->incidence[state_cell(state, people->item[e], s)];
        state->next_incidence[e] = *first;
        *first = e;
        state_count_enter(state, people->item[e], s);
    }
    state_count_meeting(state, m, s, 1);
}

static void leave(struct state *state, int m)
{
    const struct lists *people = &state->problem->participants;
    int s = state->slot[m];
    int next = state->next_at[m], prev = state->prev_at[m];
    if (next >= 0) {
        state->prev_at[next] = prev;
    }
    if (prev >= 0) {
        state->next_at[prev] = next;
    } else {
        state->first_at[s] = next;
    }
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        int *link = &state->incidence[state_cell(state, people->item[e], s)];
        while (*link != e) {
            link = &state->next_incidence[*link];
        }
        *link = state->next_incidence[e];
        state_count_leave(state, people->item[e], s);
    }
    state->slot[m] = -1;
    wait_again(state, m);
    state_count_meeting(state, m, s, -1);
}

uint64_t state_open_slots(const struct state *state, int m, int w)
{
    const struct problem *problem = state->problem;
    const struct lists *people = &problem->participants;
    int n_words = problem->slot_words;
    int64_t own = (int64_t)m * n_words + w;
    uint64_t open = problem->domain[own];
    for (int e = people->start[m]; e < people->start[m + 1] && open != 0; e++) {
        int p = people->item[e];
        int limit = problem->max_meetings[p];
        bool has_enough = limit != PROBLEM_NO_LIMIT &&
                          state->total[p] - (state->slot[m] >= 0) >= limit;
        open &= has_enough ? 0 : state->open[(int64_t)p * n_words + w];
    }
    for (int which = 0; which < N_POOLS; which++) {
        open &= state->idle[which][w] | ~state->needs[which][own];
    }
    return open;
}

static bool fail(struct state *state, enum obstacle obstacle, int p)
{
    state->obstacle = obstacle;
    state->obstacle_p = p;
    return false;
}

static bool is_in_order(const struct state *state, int m, int s)
{
    const struct lists *after = &state->problem->after;
    for (int k = after->start[m]; k < after->start[m + 1]; k++) {
        int slot = state->slot[after->item[k]];
        if (slot < 0 || slot >= s) {
            return false;
        }
    }
    for (int k = state->before->start[m]; k < state->before->start[m + 1]; k++) {
        int slot = state->slot[state->before->item[k]];
        if (slot >= 0 && slot <= s) {
            return false;
        }
    }
    return true;
}

/* Length of p's run of busy slots around s if s were busy. */
static int run_length(const struct state *state, int p, int s)
{
    const int *busy = state->busy + state_cell(state, p, 0);
    int from = s, to = s;
    while (from > state->session_first[s] && busy[from - 1]) {
        from--;
    }
    while (to + 1 < state->session_end[s] && busy[to + 1]) {
        to++;
    }
    return to - from + 1;
}

static bool participant_can(struct state *state, int p, int s)
{
    const struct problem *problem = state->problem;
    int busy = state->busy[state_cell(state, p, s)];
    if (busy >= problem->parallel[p]) {
        return fail(state, OBSTACLE_BUSY, p);
    }
    if (problem->max_meetings[p] != PROBLEM_NO_LIMIT &&
        state->total[p] >= problem->max_meetings[p]) {
        return fail(state, OBSTACLE_MAX_MEETINGS, p);
    }
    int longest = problem_longest_run(problem, p, s);
    if (busy == 0 && longest != PROBLEM_NO_LIMIT &&
        run_length(state, p, s) > longest) {
        return fail(state, OBSTACLE_RUN, p);
    }
    return true;
}

bool state_place(struct state *state, int m, int s)
{
    static const enum obstacle no_class[N_POOLS] = {OBSTACLE_ROOM,
                                                    OBSTACLE_INTERPRETER};
    const struct lists *people = &state->problem->participants;
    assert(state->slot[m] < 0 && problem_allows(state->problem, m, s));
    if (!is_in_order(state, m, s)) {
        return fail(state, OBSTACLE_AFTER, -1);
    }
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        if (!participant_can(state, people->item[e], s)) {
            return false;
        }
    }
    int mark = state_mark(state);
    state_record(state, m);
    for (int which = 0; which < N_POOLS; which++) {
        if (state->pool[which]->set_of[state_cell(state, m, s)] < 0) {
            continue;
        }
        int c = state_find_class(state, which, m, s);
        if (c < 0) {
            /* m has not entered: take back what it and others took so far. */
            for (int w = 0; w < which; w++) {
                state_give_back(state, w, m, s);
            }
            state_undo(state, mark);
            return fail(state, no_class[which], -1);
        }
        state_take(state, which, m, s, c);
    }
    enter(state, m, s);
    return true;
}

static void vacate(struct state *state, int m)
{
    for (int which = 0; which < N_POOLS; which++) {
        state_give_back(state, which, m, state->slot[m]);
    }
    leave(state, m);
}

void state_remove(struct state *state, int m)
{
    for (int k = state->before->start[m]; k < state->before->start[m + 1]; k++) {
        int later = state->before->item[k];
        if (state->slot[later] >= 0) {
            state_remove(state, later);
        }
    }
    if (state->slot[m] >= 0) {
        state_record(state, m);
        vacate(state, m);
    }
}

void state_undo(struct state *state, int mark)
{
    while (state->n_log > mark) {
        const struct change *change = &state->log[--state->n_log];
        int m = change->m;
        int now = state->slot[m];
        if (now >= 0 && now == change->slot) { /* only classes changed */
            for (int which = 0; which < N_POOLS; which++) {
                state_give_back(state, which, m, now);
                state_take(state, which, m, now, change->taken[which]);
            }
            continue;
        }
        if (now >= 0) {
            vacate(state, m);
        }
        if (change->slot >= 0) {
            for (int which = 0; which < N_POOLS; which++) {
                state_take(state, which, m, change->slot, change->taken[which]);
            }
            enter(state, m, change->slot);
        }
    }
}

static void set_caps(struct state *state, int which, const int *cap)
{
    int n_slots = state->problem->n_slots;
    const struct pool *pool = state->pool[which];
    for (int64_t k = 0; k < (int64_t)pool->n_classes * n_slots; k++) {
        state->cap[which][k] = cap ? cap[k] : pool->count[k / n_slots];
    }
}

bool state_load(struct state *state, const int *slot, const int *cap[N_POOLS])
{
    int n = state->problem->n_meetings;
    bool complete = true;
    for (int m = 0; m < n; m++) {
        if (state->slot[m] >= 0) {
            state_remove(state, m);
            state_settle(state);
        }
    }
    for (int which = 0; which < N_POOLS; which++) {
        set_caps(state, which, cap ? cap[which] : NULL);
    }
    for (int s = 0; s < state->problem->n_slots; s++) {
        for (int m = 0; m < n; m++) {
            if (slot[m] == s) {
                complete &= state_place(state, m, s);
                state_settle(state);
            }
        }
    }
    for (int which = 0; which < N_POOLS; which++) {
        set_caps(state, which, NULL);
    }
    return complete;
}

int compare_values(const struct problem *problem, int n_levels, int64_t broken_a,
                   const int64_t *a, int64_t broken_b, const int64_t *b)
{
    if (broken_a != broken_b) {
        return broken_a < broken_b ? -1 : 1;
    }
    for (int k = 0; k < n_levels; k++) {
        enum solver_level level = problem->level[k];
        if (a[level] != b[level]) {
            return (a[level] > b[level]) == solver_level_is_maximised(level) ? -1
                                                                             : 1;
        }
    }
    return 0;
}

bool values_are_as_held(const struct problem *problem, int n_levels,
                        const int64_t *held, const int64_t *value)
{
    for (int k = 0; k < n_levels; k++) {
        enum solver_level level = problem->level[k];
        if (solver_level_is_maximised(level) ? value[level] < held[level]
                                             : value[level] > held[level]) {
            return false;
        }
    }
    return true;
}
