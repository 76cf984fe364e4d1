/* The values of the levels change only in enter() and leave(), once for each
 * participant of a meeting that is put into a slot or taken out of one; both
 * are exact inverses, so undoing restores every number. */

#include "solver/state.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/lists.h"

static int64_t at(const struct state *state, int row, int s)
{
    return (int64_t)row * state->problem->n_slots + s;
}

/* --- setting up ------------------------------------------------------- */

static void init_pool(struct arena *arena, struct state *state, int which,
                      const struct pool *pool)
{
    int n_slots = state->problem->n_slots;
    int64_t n = (int64_t)pool->n_classes * n_slots;
    state->pool[which] = pool;
    state->taken[which] = arena_new(arena, state->problem->n_meetings, int);
    memset(state->taken[which], -1,
           (size_t)state->problem->n_meetings * sizeof(int));
    state->load[which] = arena_new(arena, n, int);
    state->work[which] = arena_new(arena, pool->n_classes, int);
    state->cap[which] = arena_new(arena, n, int);
    for (int64_t k = 0; k < n; k++) {
        state->cap[which][k] = pool->count[k / n_slots];
    }
}

/* The largest comfort sum that anybody can reach, plus one. */
static int count_burdens(const struct state *state)
{
    const struct problem *problem = state->problem;
    int64_t most = 0;
    for (int p = 0; p < problem->n_participants; p++) {
        int64_t sum = 0;
        int n = state->meetings->start[p + 1] - state->meetings->start[p];
        for (int s = 0; s < problem->n_slots; s++) {
            int busy = n < problem->parallel[p] ? n : problem->parallel[p];
            sum += (int64_t)problem->cost[at(state, p, s)] * busy;
        }
        most = sum > most ? sum : most;
    }
    assert(most < INT_MAX - 1);
    return (int)most + 1;
}

/* The values of an empty assignment. */
static void init_values(struct state *state)
{
    const struct problem *problem = state->problem;
    for (int p = 0; p < problem->n_participants; p++) {
        state->value[SOLVER_GUARANTEE] += problem->min_meetings[p];
    }
    for (int m = 0; m < problem->n_meetings; m++) {
        state->broken += problem->must[m];
        if (problem->had_previous && problem->had_previous[m]) {
            state->value[SOLVER_STABILITY] += STABILITY_DROPPED;
        }
    }
    state->burdened[0] = problem->n_participants;
}

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
    init_pool(arena, state, POOL_ROOMS, rooms);
    init_pool(arena, state, POOL_INTERPRETERS, interpreters);

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
    state->meeting_of = arena_new(arena, problem->participants.start[n_meetings], int);
    for (int m = 0; m < n_meetings; m++) {
        for (int e = problem->participants.start[m];
             e < problem->participants.start[m + 1]; e++) {
            state->meeting_of[e] = m;
        }
    }
    state->busy = arena_new(arena, cells, uint8_t);
    state->total = arena_new(arena, n_people, int);
    state->comfort = arena_new(arena, n_people, int);
    state->gaps = arena_new(arena, n_people, int);
    int n_classes = rooms->n_classes > interpreters->n_classes
                        ? rooms->n_classes
                        : interpreters->n_classes;
    state->path.via = arena_new(arena, n_classes, int);
    state->path.from = arena_new(arena, n_classes, int);
    state->path.root = arena_new(arena, n_classes, int);
    state->path.queue = arena_new(arena, n_classes, int);
    state->n_burdened = count_burdens(state);
    state->burdened = arena_new(arena, state->n_burdened, int);
    init_values(state);
}

/* --- rooms and interpreters ------------------------------------------- */

/* True if one more meeting of class c fits into slot s, its limits included. */
static bool has_free(const struct state *state, int which, int c, int s)
{
    const struct pool *pool = state->pool[which];
    const int *load = state->load[which] + at(state, c, 0);
    if (load[s] >= state->cap[which][at(state, c, s)]) {
        return false;
    }
    if (!pool->limited) {
        return true;
    }
    int64_t count = pool->count[c];
    if (pool->max_meetings[c] != PROBLEM_NO_LIMIT &&
        state->work[which][c] >= pool->max_meetings[c] * count) {
        return false;
    }
    int width = pool->max_consecutive[c] + 1;
    if (width == PROBLEM_NO_LIMIT + 1) {
        return true;
    }
    int first = state->session_first[s], end = state->session_end[s];
    int from = s - width + 1 > first ? s - width + 1 : first;
    for (; from <= s && from + width <= end; from++) {
        int64_t sum = 0;
        for (int t = from; t < from + width; t++) {
            sum += load[t];
        }
        if (sum >= (width - 1) * count) {
            return false;
        }
    }
    return true;
}

static void take(struct state *state, int which, int m, int s, int c)
{
    assert(state->taken[which][m] < 0);
    state->taken[which][m] = c;
    if (c >= 0) {
        state->load[which][at(state, c, s)]++;
        state->work[which][c]++;
    }
}

static void give_back(struct state *state, int which, int m, int s)
{
    int c = state->taken[which][m];
    if (c >= 0) {
        state->load[which][at(state, c, s)]--;
        state->work[which][c]--;
        state->taken[which][m] = -1;
    }
}

static void record(struct state *state, int m)
{
    state->log = arena_grow(state->arena, state->log, state->n_log,
                            &state->log_capacity, sizeof *state->log);
    struct change *change = &state->log[state->n_log++];
    *change = (struct change){.m = m, .slot = state->slot[m]};
    for (int which = 0; which < N_POOLS; which++) {
        change->taken[which] = state->taken[which][m];
    }
}

/* Moves the meetings on an augmenting path of classes: via[c] is the meeting
 * that goes from class from[c] to class c. */
static void shift_along(struct state *state, int which, int s, const int *via,
                        const int *from, int c)
{
    while (via[c] >= 0) {
        int m = via[c];
        record(state, m);
        give_back(state, which, m, s);
        take(state, which, m, s, c);
        c = from[c];
    }
}

/* Adds to the reached classes those that meeting o, which holds a reached one,
 * could take instead. */
static void reach_on(struct state *state, int which, int o, int s)
{
    const struct pool *pool = state->pool[which];
    const uint64_t *set = pool_set(pool, pool->set_of[at(state, o, s)]);
    int c = state->taken[which][o];
    for (int d = bits_next(set, pool->n_classes, 0); d >= 0;
         d = bits_next(set, pool->n_classes, d + 1)) {
        if (!state->path.root[d]) {
            state->path.via[d] = o;
            state->path.from[d] = c;
            state->path.root[d] = state->path.root[c];
            state->path.queue[state->path.n_queue++] = d;
        }
    }
}

/* The first reached class, from number k on, that has a member free; or -1. */
static int free_among(const struct state *state, int which, int s, int k)
{
    for (; k < state->path.n_queue; k++) {
        if (has_free(state, which, state->path.queue[k], s)) {
            return state->path.queue[k];
        }
    }
    return -1;
}

/* A class for meeting m in slot s, found by moving other meetings of the slot
 * between classes where needed; breadth-first, so few are moved. -1 if there
 * is none. */
static int find_class(struct state *state, int which, int m, int s)
{
    const struct pool *pool = state->pool[which];
    const uint64_t *set = pool_set(pool, pool->set_of[at(state, m, s)]);
    int n = pool->n_classes;
    int *root = state->path.root; /* the class of m's own set it comes from, + 1 */
    memset(root, 0, (size_t)n * sizeof *root);
    state->path.n_queue = 0;
    for (int c = bits_next(set, n, 0); c >= 0; c = bits_next(set, n, c + 1)) {
        state->path.via[c] = state->path.from[c] = -1;
        root[c] = c + 1;
        state->path.queue[state->path.n_queue++] = c;
    }
    int looked_at = 0;
    for (;;) {
        int c = free_among(state, which, s, looked_at);
        if (c >= 0) {
            int start = root[c] - 1;
            shift_along(state, which, s, state->path.via, state->path.from, c);
            return start;
        }
        looked_at = state->path.n_queue;
        for (int o = state->first_at[s]; o >= 0 && state->path.n_queue < n;
             o = state->next_at[o]) {
            if (state->taken[which][o] >= 0 && root[state->taken[which][o]]) {
                reach_on(state, which, o, s);
            }
        }
        if (state->path.n_queue == looked_at) {
            return -1;
        }
    }
}

/* --- entering and leaving a slot --------------------------------------- */

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
    const uint8_t *busy = state->busy + at(state, p, 0);
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
    int64_t *burden = &state->value[SOLVER_BURDEN];
    state->burdened[state->comfort[p]]--;
    state->comfort[p] += cost;
    state->burdened[state->comfort[p]]++;
    state->value[SOLVER_COMFORT] += cost;
    if (state->comfort[p] > *burden) {
        *burden = state->comfort[p];
    }
    while (*burden > 0 && state->burdened[*burden] == 0) {
        (*burden)--;
    }
}

static void participant_enter(struct state *state, int p, int s)
{
    const struct problem *problem = state->problem;
    uint8_t *busy = &state->busy[at(state, p, s)];
    if (*busy == 0) {
        add_gaps(state, p, gaps_of_slot(state, p, s));
    }
    ++*busy;
    state->total[p]++;
    state->value[SOLVER_GUARANTEE] -= state->total[p] <= problem->min_meetings[p];
    state->value[SOLVER_BALANCE] += balance_gain(state->total[p]);
    add_comfort(state, p, problem->cost[at(state, p, s)]);
}

static void participant_leave(struct state *state, int p, int s)
{
    const struct problem *problem = state->problem;
    uint8_t *busy = &state->busy[at(state, p, s)];
    --*busy;
    if (*busy == 0) {
        add_gaps(state, p, -gaps_of_slot(state, p, s));
    }
    state->value[SOLVER_GUARANTEE] += state->total[p] <= problem->min_meetings[p];
    state->value[SOLVER_BALANCE] -= balance_gain(state->total[p]);
    state->total[p]--;
    add_comfort(state, p, -problem->cost[at(state, p, s)]);
}

/* What the levels that count meetings gain by m in slot s. */
static void count_meeting(struct state *state, int m, int s, int sign)
{
    const struct problem *problem = state->problem;
    state->value[SOLVER_SERVED] += sign * problem->value[m];
    state->broken -= sign * problem->must[m];
    state->n_scheduled += sign;
    if (problem->had_previous && problem->had_previous[m]) {
        int cost = s != problem->previous_slot[m]      ? STABILITY_MOVED
                   : !problem->previous_can_be_same[m] ? STABILITY_ROOM
                                                       : 0;
        state->value[SOLVER_STABILITY] += sign * (cost - STABILITY_DROPPED);
    }
}

static void enter(struct state *state, int m, int s)
{
    const struct lists *people = &state->problem->participants;
    state->slot[m] = s;
    state->prev_at[m] = -1;
    state->next_at[m] = state->first_at[s];
    if (state->first_at[s] >= 0) {
        state->prev_at[state->first_at[s]] = m;
    }
    state->first_at[s] = m;
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        int *first = &state->incidence[at(state, people->item[e], s)];
        state->next_incidence[e] = *first;
        *first = e;
        participant_enter(state, people->item[e], s);
    }
    count_meeting(state, m, s, 1);
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
        int *link = &state->incidence[at(state, people->item[e], s)];
        while (*link != e) {
            link = &state->next_incidence[*link];
        }
        *link = state->next_incidence[e];
        participant_leave(state, people->item[e], s);
    }
    state->slot[m] = -1;
    count_meeting(state, m, s, -1);
}

/* --- the rules ---------------------------------------------------------- */

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
    const uint8_t *busy = state->busy + at(state, p, 0);
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
    int busy = state->busy[at(state, p, s)];
    if (busy >= problem->parallel[p]) {
        return fail(state, OBSTACLE_BUSY, p);
    }
    if (problem->max_meetings[p] != PROBLEM_NO_LIMIT &&
        state->total[p] >= problem->max_meetings[p]) {
        return fail(state, OBSTACLE_MAX_MEETINGS, p);
    }
    if (busy == 0 && problem->max_consecutive[p] != PROBLEM_NO_LIMIT &&
        run_length(state, p, s) > problem->max_consecutive[p]) {
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
    record(state, m);
    for (int which = 0; which < N_POOLS; which++) {
        if (state->pool[which]->set_of[at(state, m, s)] < 0) {
            continue;
        }
        int c = find_class(state, which, m, s);
        if (c < 0) {
            /* m has not entered: take back what it and others took so far. */
            for (int w = 0; w < which; w++) {
                give_back(state, w, m, s);
            }
            state_undo(state, mark);
            return fail(state, no_class[which], -1);
        }
        take(state, which, m, s, c);
    }
    enter(state, m, s);
    return true;
}

static void vacate(struct state *state, int m)
{
    for (int which = 0; which < N_POOLS; which++) {
        give_back(state, which, m, state->slot[m]);
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
        record(state, m);
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
                give_back(state, which, m, now);
                take(state, which, m, now, change->taken[which]);
            }
            continue;
        }
        if (now >= 0) {
            vacate(state, m);
        }
        if (change->slot >= 0) {
            for (int which = 0; which < N_POOLS; which++) {
                take(state, which, m, change->slot, change->taken[which]);
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

int count_gaps(const uint8_t *busy, int n)
{
    int gaps = 0, last = -1;
    for (int s = 0; s < n; s++) {
        if (busy[s]) {
            gaps += last >= 0 && s - last > 1;
            last = s;
        }
    }
    return gaps;
}

int compare_values(const struct problem *problem, int n_levels,
                   int64_t broken_a, const int64_t *a,
                   int64_t broken_b, const int64_t *b)
{
    if (broken_a != broken_b) {
        return broken_a < broken_b ? -1 : 1;
    }
    for (int k = 0; k < n_levels; k++) {
        enum solver_level level = problem->level[k];
        if (a[level] != b[level]) {
            return (a[level] > b[level]) == solver_level_is_maximised(level) ? -1 : 1;
        }
    }
    return 0;
}
