#include "solver/move.h"

#include "scheduler/base/bits.h"
#include "solver/lists.h"

enum {
    INSERT_PERCENT = 50, /* of the moves with focus SERVED */
    MOST_VICTIMS = 6,
    POOL_TRIES = 3, /* random victims of which the cheapest has to go */
    CHAIN_LENGTH = 12,
    SAMPLE = 16, /* how far into a slot's list a victim is looked for */
};

static int below(struct mover *mover, int n)
{
    return (int)rng_below(&mover->rng, (uint32_t)n);
}

void mover_init(struct arena *arena, struct state *state, uint64_t seed,
                struct mover *mover)
{
    const struct problem *problem = state->problem;
    int n = problem->n_meetings;
    struct lists *slots = arena_new(arena, 1, struct lists);
    *slots = lists_of_slots(arena, problem);
    *mover = (struct mover){
        .state = state,
        .slots = slots,
        .n_random = n,
        .stamp = arena_new(arena, n, int),
        .queue = arena_new(arena, n + 1, struct waiting),
        .open = arena_new(arena, problem->slot_words, uint64_t),
        .spare = arena_new(arena, problem->n_participants, int),
        .most_loss = INT64_MAX,
    };
    rng_init(&mover->rng, seed);
}

/* A meeting of p in slot s that this move has not touched, or -1. */
static int victim_of_participant(struct mover *mover, int p, int s)
{
    struct state *state = mover->state;
    int found = -1;
    int e = state->incidence[(int64_t)p * state->problem->n_slots + s];
    for (; e >= 0; e = state->next_incidence[e]) {
        int m = state->meeting_of[e];
        if (mover->stamp[m] != mover->clock && (found < 0 || below(mover, 2))) {
            found = m;
        }
    }
    return found;
}

static int victim_of_limit(struct mover *mover, int p)
{
    struct state *state = mover->state;
    const struct lists *meetings = state->meetings;
    int n = meetings->start[p + 1] - meetings->start[p];
    int offset = below(mover, n);
    for (int k = 0; k < n; k++) {
        int m = meetings->item[meetings->start[p] + (offset + k) % n];
        if (state->slot[m] >= 0 && mover->stamp[m] != mover->clock) {
            return m;
        }
    }
    return -1;
}

/* A meeting of p beside slot s, where its run would become too long. */
static int victim_of_run(struct mover *mover, int p, int s)
{
    struct state *state = mover->state;
    const int *busy = state->busy + (int64_t)p * state->problem->n_slots;
    bool before = s > state->session_first[s] && busy[s - 1];
    bool behind = s + 1 < state->session_end[s] && busy[s + 1];
    int side = before && behind ? below(mover, 2) : behind;
    return victim_of_participant(mover, p, side ? s + 1 : s - 1);
}

/* A meeting in slot s which takes a class that m could take. */
static int victim_of_pool(struct mover *mover, int which, int m, int s, int where)
{
    struct state *state = mover->state;
    const struct pool *pool = state->pool[which];
    const uint64_t *set =
        pool_set(pool, pool->set_of[(int64_t)m * state->problem->n_slots + s]);
    int found = -1, n_found = 0, n_seen = 0;
    for (int o = state->first_at[where]; o >= 0 && n_seen < 4 * SAMPLE;
         o = state->next_at[o]) {
        int c = state->taken[which][o];
        n_seen++;
        if (c >= 0 && bits_has(set, c) && mover->stamp[o] != mover->clock &&
            below(mover, ++n_found) == 0) {
            found = o;
            if (n_found >= SAMPLE) {
                break;
            }
        }
    }
    return found;
}

static int find_victim(struct mover *mover, int m, int s)
{
    struct state *state = mover->state;
    switch (state->obstacle) {
    case OBSTACLE_BUSY:
        return victim_of_participant(mover, state->obstacle_p, s);
    case OBSTACLE_MAX_MEETINGS:
        return victim_of_limit(mover, state->obstacle_p);
    case OBSTACLE_RUN:
        return victim_of_run(mover, state->obstacle_p, s);
    case OBSTACLE_ROOM:
        return victim_of_pool(mover, POOL_ROOMS, m, s, s);
    case OBSTACLE_INTERPRETER: {
        int found = victim_of_pool(mover, POOL_INTERPRETERS, m, s, s);
        if (found < 0) { /* a limit over several slots is in the way */
            int first = state->session_first[s];
            int where = first + below(mover, state->session_end[s] - first);
            found = victim_of_pool(mover, POOL_INTERPRETERS, m, s, where);
        }
        return found;
    }
    case OBSTACLE_NONE:
    case OBSTACLE_AFTER:
        return -1;
    }
    return -1;
}

static bool refit_between(struct mover *mover, int m, const uint64_t *open,
                          int from, int to)
{
    for (int s = bits_next(open, to, from); s >= 0;
         s = bits_next(open, to, s + 1)) {
        if (state_place(mover->state, m, s)) {
            return true;
        }
    }
    return false;
}

/* Puts m where it fits without moving anybody, from a random slot on. */
static bool refit(struct mover *mover, int m)
{
    const struct state *state = mover->state;
    const struct problem *problem = state->problem;
    uint64_t any = 0;
    for (int w = 0; w < problem->slot_words; w++) {
        mover->open[w] = state_open_slots(state, m, w);
        any |= mover->open[w];
    }
    if (any == 0) {
        return false;
    }
    int first = below(mover, problem->n_slots);
    return refit_between(mover, m, mover->open, first, problem->n_slots) ||
           refit_between(mover, m, mover->open, 0, first);
}

/* Makes room for m in slot s; what it ejects goes into the queue with the slot
 * `other` as its target. */
static bool place_by_force(struct mover *mover, int m, int s, int other, int length)
{
    struct state *state = mover->state;
    while (!state_place(state, m, s)) {
        int victim = mover->n_queue < length ? find_victim(mover, m, s) : -1;
        if (victim < 0) {
            return false;
        }
        mover->stamp[victim] = mover->clock;
        state_remove(state, victim);
        mover->queue[mover->n_queue++] = (struct waiting){victim, other};
    }
    return true;
}

/* What was removed along with a predecessor and still waits. */
static void refit_dropped(struct mover *mover, int mark)
{
    struct state *state = mover->state;
    int n = state->n_log;
    for (int k = mark; k < n; k++) {
        int m = state->log[k].m;
        if (state->slot[m] < 0 && state->log[k].slot >= 0) {
            refit(mover, m);
        }
    }
}

/* Those that wait go to their targets, or where they fit. */
static void serve_queue(struct mover *mover, int old, int s, int length)
{
    const struct state *state = mover->state;
    for (int k = 0; k < mover->n_queue; k++) {
        struct waiting w = mover->queue[k];
        int other = w.target == old ? s : old;
        if (state->slot[w.m] >= 0) {
            continue;
        }
        if (w.target < 0 || !problem_allows(state->problem, w.m, w.target) ||
            !place_by_force(mover, w.m, w.target, other, length)) {
            refit(mover, w.m);
        }
    }
}

bool move_to(struct mover *mover, int m, int s, int length)
{
    struct state *state = mover->state;
    int mark = state_mark(state), old = state->slot[m];
    mover->clock++;
    mover->n_queue = 0;
    mover->stamp[m] = mover->clock;
    if (old >= 0) {
        state_remove(state, m);
    }
    if (!place_by_force(mover, m, s, old, length)) {
        return false;
    }
    serve_queue(mover, old, s, length);
    refit_dropped(mover, mark);
    return true;
}

static int random_slot(struct mover *mover, int m)
{
    int first = mover->slots->start[m];
    int n = mover->slots->start[m + 1] - first;
    return n > 0 ? mover->slots->item[first + below(mover, n)] : -1;
}

/* A meeting at one end of a block of somebody with gaps goes beside another
 * block. */
static bool move_block_end(struct mover *mover)
{
    struct state *state = mover->state;
    const struct problem *problem = state->problem;
    int p = -1;
    for (int tries = 0; tries < SAMPLE && (p < 0 || state->gaps[p] == 0); tries++) {
        p = below(mover, problem->n_participants);
    }
    if (p < 0 || state->gaps[p] == 0) {
        return false;
    }
    const int *busy = state->busy + (int64_t)p * problem->n_slots;
    int s = below(mover, problem->n_slots);
    for (int tries = 0; tries < 2 * SAMPLE; tries++) {
        bool beside = (s > state->session_first[s] && busy[s - 1]) ||
                      (s + 1 < state->session_end[s] && busy[s + 1]);
        if (!busy[s] && beside) {
            break;
        }
        s = below(mover, problem->n_slots);
    }
    int first = state->meetings->start[p];
    int m = state->meetings
                ->item[first + below(mover, state->meetings->start[p + 1] - first)];
    return m < mover->n_random && state->slot[m] != s &&
           problem_allows(problem, m, s) && move_to(mover, m, s, CHAIN_LENGTH);
}

/* What has to go for a meeting in a slot, and what that loses for certain. */
struct ejection {
    int victim[MOST_VICTIMS];
    int n, s;
    int64_t loss, limit; /* a loss that reaches the limit is of no use */
    bool frees[N_POOLS];
};

static bool can_go_elsewhere(const struct state *state, int m)
{
    uint64_t any = 0;
    for (int w = 0; w < state->problem->slot_words; w++) {
        any |= state_open_slots(state, m, w);
    }
    return any != 0;
}

static bool eject(const struct state *state, int m, bool for_good,
                  struct ejection *ejection)
{
    if (m < 0 || ejection->n == MOST_VICTIMS) {
        return false;
    }
    for (int k = 0; k < ejection->n; k++) {
        if (ejection->victim[k] == m) {
            return true;
        }
    }
    ejection->victim[ejection->n++] = m;
    for (int which = 0; which < N_POOLS; which++) {
        ejection->frees[which] |=
            state->slot[m] == ejection->s && state->taken[which][m] >= 0;
    }
    if (for_good || !can_go_elsewhere(state, m)) {
        ejection->loss +=
            state->problem->must[m] ? PROBLEM_MOST : state->problem->value[m];
    }
    return ejection->loss < ejection->limit;
}

static int cheaper(const struct problem *problem, int a, int b)
{
    return a < 0 || problem->value[b] < problem->value[a] ? b : a;
}

static int cheapest_in_slot(const struct state *state, int p, int s)
{
    int found = -1;
    for (int e = state->incidence[state_cell(state, p, s)]; e >= 0;
         e = state->next_incidence[e]) {
        found = cheaper(state->problem, found, state->meeting_of[e]);
    }
    return found;
}

static int cheapest_of(const struct state *state, int p)
{
    const struct lists *meetings = state->meetings;
    int found = -1;
    for (int k = meetings->start[p]; k < meetings->start[p + 1]; k++) {
        if (state->slot[meetings->item[k]] >= 0) {
            found = cheaper(state->problem, found, meetings->item[k]);
        }
    }
    return found;
}

static int cheapest_of_pool(struct mover *mover, int which, int m, int s)
{
    int found = -1;
    for (int k = 0; k < POOL_TRIES; k++) {
        int o = victim_of_pool(mover, which, m, s, s);
        if (o >= 0) {
            found = cheaper(mover->state->problem, found, o);
        }
    }
    return found;
}

/* Room for p in slot s; spare is p's cheapest meeting if p has enough, or -1. */
static bool eject_for(const struct state *state, int p, int s, int spare,
                      struct ejection *ejection)
{
    if (!bits_has(state->open + (int64_t)p * state->problem->slot_words, s)) {
        return eject(state, cheapest_in_slot(state, p, s), spare >= 0, ejection);
    }
    return spare < 0 || eject(state, spare, true, ejection);
}

/* Who of m's participants has to give up a meeting in whatever slot. */
static void find_spare(struct mover *mover, int m)
{
    const struct state *state = mover->state;
    const struct lists *people = &state->problem->participants;
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        int p = people->item[e], limit = state->problem->max_meetings[p];
        bool has_enough = limit != PROBLEM_NO_LIMIT && state->total[p] >= limit;
        mover->spare[e - people->start[m]] =
            has_enough ? cheapest_of(state, p) : -1;
    }
}

/* Whether m can take nothing of the pool in slot s as things stand. */
static bool lacks(const struct state *state, int which, int m, int s)
{
    const uint64_t *needs =
        state->needs[which] + (int64_t)m * state->problem->slot_words;
    return bits_has(needs, s) &&
           (!bits_has(state->idle[which], s) ||
            (state->pool[which]->limited && !state_has_free(state, which, m, s)));
}

static bool find_ejection(struct mover *mover, int m, int s, int64_t limit,
                          struct ejection *ejection)
{
    const struct state *state = mover->state;
    const struct lists *people = &state->problem->participants;
    ejection->n = 0;
    ejection->s = s;
    ejection->loss = 0;
    ejection->limit = limit;
    ejection->frees[POOL_ROOMS] = ejection->frees[POOL_INTERPRETERS] = false;
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        int spare = mover->spare[e - people->start[m]];
        if (!eject_for(state, people->item[e], s, spare, ejection)) {
            return false;
        }
    }
    for (int which = 0; which < N_POOLS; which++) {
        if (!ejection->frees[which] && lacks(state, which, m, s) &&
            !eject(state, cheapest_of_pool(mover, which, m, s), false, ejection)) {
            return false;
        }
    }
    return true;
}

static bool insert(struct mover *mover, int m, const struct ejection *ejection)
{
    struct state *state = mover->state;
    int mark = state_mark(state);
    mover->clock++;
    mover->n_queue = 0;
    mover->stamp[m] = mover->clock;
    for (int k = 0; k < ejection->n; k++) {
        int victim = ejection->victim[k];
        mover->stamp[victim] = mover->clock;
        if (state->slot[victim] >= 0) {
            state_remove(state, victim);
        }
        mover->queue[mover->n_queue++] = (struct waiting){victim, -1};
    }
    if (!place_by_force(mover, m, ejection->s, -1, CHAIN_LENGTH)) {
        return false;
    }
    serve_queue(mover, -1, ejection->s, CHAIN_LENGTH);
    refit_dropped(mover, mark);
    return true;
}

/* How much an insertion of m may lose: anything if it is owed to somebody. */
static int64_t loss_limit(const struct mover *mover, int m)
{
    const struct state *state = mover->state;
    const struct problem *problem = state->problem;
    const struct lists *people = &problem->participants;
    bool is_owed = problem->must[m];
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        int p = people->item[e];
        is_owed |= state->total[p] < problem->min_meetings[p];
    }
    return is_owed || mover->most_loss == INT64_MAX
               ? INT64_MAX
               : problem->value[m] + mover->most_loss + 1;
}

bool move_insert(struct mover *mover)
{
    const struct state *state = mover->state;
    if (state->n_waiting == 0) {
        return false;
    }
    int m = state->waiting[below(mover, state->n_waiting)];
    int first = mover->slots->start[m], n = mover->slots->start[m + 1] - first;
    if (n == 0 || m >= mover->n_random) {
        return false;
    }
    int64_t limit = loss_limit(mover, m);
    struct ejection best = {.loss = limit}, next;
    find_spare(mover, m);
    int offset = below(mover, n);
    for (int k = 0; k < n && best.loss > 0; k++) {
        int s = mover->slots->item[first + (offset + k) % n];
        if (find_ejection(mover, m, s, best.loss, &next)) {
            best = next;
        }
    }
    return best.loss < limit && insert(mover, m, &best);
}

bool move_random(struct mover *mover, enum solver_level focus)
{
    struct state *state = mover->state;
    int n = mover->n_random;
    uint32_t dice = rng_below(&mover->rng, 100);
    if (focus == SOLVER_COMPACTNESS && dice < 50) {
        return move_block_end(mover);
    }
    if (focus == SOLVER_SERVED && dice < INSERT_PERCENT) {
        return move_insert(mover);
    }
    int m = below(mover, n);
    if (dice % 3 == 0) { /* look for one that waits */
        for (int tries = 0; tries < SAMPLE / 2 && state->slot[m] >= 0; tries++) {
            m = below(mover, n);
        }
    }
    if (dice >= 97 && state->slot[m] >= 0) {
        state_remove(state, m);
        return true;
    }
    int s = random_slot(mover, m);
    return s >= 0 && s != state->slot[m] && move_to(mover, m, s, CHAIN_LENGTH);
}
