/* Depth first over the meetings: each goes into every slot of its domain, and
 * nowhere unless it must be held. On the way only those rules cut a branch off
 * that a further meeting can never mend (people in too many meetings, rooms of
 * one slot); all others are judged once every meeting has its place.
 * Then rooms and interpreters get names. */

#include "tests/support/brute_force.h"

#include <assert.h>
#include <string.h>

#include "tests/support/brute_force_search.h"

int search_rank(const struct problem *problem, enum solver_level level)
{
    for (int k = 0; k < problem->n_levels; k++) {
        if (problem->level[k] == level) {
            return k;
        }
    }
    return -1;
}

static bool is_maximised(enum solver_level level)
{
    return level == SOLVER_SERVED || level == SOLVER_BALANCE;
}

/* Negative if a is better than b. */
static int compare(enum solver_level level, int64_t a, int64_t b)
{
    int order = (a > b) - (a < b);
    return is_maximised(level) ? -order : order;
}

int search_compare(const struct search *search, int n_levels)
{
    const struct problem *problem = search->problem;
    for (int k = search->n_held; k < n_levels && search->found; k++) {
        int order = compare(problem->level[k], search->value[problem->level[k]],
                            search->best->value[k]);
        if (order != 0) {
            return order;
        }
    }
    return search->found ? 0 : -1;
}

/* Whether meeting m, together with those before it, leaves its people within
 * `parallel` and `max_meetings`. */
static bool people_can(const struct search *search, int m)
{
    const struct problem *problem = search->problem;
    for (int p = 0; p < problem->n_participants; p++) {
        int at_a_time = 0, total = 0;
        for (int o = 0; o <= m && mask_has(search->people[m], p); o++) {
            bool attends = search->slot[o] >= 0 && mask_has(search->people[o], p);
            total += attends;
            at_a_time += attends && search->slot[o] == search->slot[m];
        }
        if (at_a_time > problem->parallel[p] ||
            (problem->max_meetings[p] >= 0 && total > problem->max_meetings[p])) {
            return false;
        }
    }
    return true;
}

static void note_busy(struct search *search)
{
    const struct problem *problem = search->problem;
    for (int p = 0; p < problem->n_participants; p++) {
        search->busy[p] = 0;
        for (int m = 0; m < problem->n_meetings; m++) {
            if (search->slot[m] >= 0 && mask_has(search->people[m], p)) {
                search->busy[p] |= (uint32_t)1 << search->slot[m];
            }
        }
    }
}

int search_count_gaps(const struct problem *problem, uint32_t busy)
{
    int run = 0, gaps = 0;
    bool met = false; /* in this session */
    for (int s = 0; s < problem->n_slots; s++) {
        if (s > 0 && problem->session[s] != problem->session[s - 1]) {
            run = 0;
            met = false;
        }
        if (!mask_has(busy, s)) {
            run = 0;
            continue;
        }
        gaps += met && run == 0;
        run++;
        met = true;
    }
    return gaps;
}

bool search_has_long_run(const struct problem *problem, uint32_t busy, int usual,
                         int begun)
{
    int run = 0;
    for (int s = 0; s < problem->n_slots && usual >= 0; s++) {
        bool starts = s > 0 && problem->session[s] != problem->session[s - 1];
        bool has_begun = problem->begun_consecutive &&
                         problem->session[s] == problem->begun_session;
        run = !mask_has(busy, s) ? 0 : starts ? 1 : run + 1;
        if (run > (has_begun ? begun : usual)) {
            return true;
        }
    }
    return false;
}

static bool limits_hold(const struct search *search)
{
    const struct problem *problem = search->problem;
    for (int p = 0; p < problem->n_participants; p++) {
        int gaps = search_count_gaps(problem, search->busy[p]);
        if (search_has_long_run(
                problem, search->busy[p], problem->max_consecutive[p],
                problem->begun_consecutive ? problem->begun_consecutive[p]
                                           : PROBLEM_NO_LIMIT) ||
            (problem->max_gaps[p] >= 0 && gaps > problem->max_gaps[p])) {
            return false;
        }
    }
    return true;
}

static bool order_holds(const struct search *search)
{
    const struct problem *problem = search->problem;
    for (int m = 0; m < problem->n_meetings; m++) {
        if (search->slot[m] < 0) {
            continue;
        }
        for (int k = problem->after.start[m]; k < problem->after.start[m + 1];
             k++) {
            int before = search->slot[problem->after.item[k]];
            if (before < 0 || before >= search->slot[m]) {
                return false;
            }
        }
    }
    return true;
}

static void add_up_participant(struct search *search, int p)
{
    const struct problem *problem = search->problem;
    int n = 0, gaps = search_count_gaps(problem, search->busy[p]);
    int64_t comfort = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        if (search->slot[m] >= 0 && mask_has(search->people[m], p)) {
            n++;
            comfort += problem->cost[p * problem->n_slots + search->slot[m]];
            search->value[SOLVER_BALANCE] += 1000 / n;
        }
    }
    search->value[SOLVER_COMPACTNESS] += gaps;
    search->value[SOLVER_COMFORT] += comfort;
    if (comfort > search->value[SOLVER_BURDEN]) {
        search->value[SOLVER_BURDEN] = comfort;
    }
    if (problem->min_meetings[p] > n) {
        search->value[SOLVER_GUARANTEE] += problem->min_meetings[p] - n;
    }
}

static void add_up(struct search *search)
{
    const struct problem *problem = search->problem;
    memset(search->value, 0, sizeof search->value);
    for (int m = 0; m < problem->n_meetings; m++) {
        search->value[SOLVER_SERVED] +=
            search->slot[m] >= 0 ? problem->value[m] : 0;
    }
    for (int p = 0; p < problem->n_participants; p++) {
        add_up_participant(search, p);
    }
}

/* Whether the meetings of one slot from the k-th on get rooms besides those
 * taken. */
static bool seat(const struct search *search, const int *meeting, int n,
                 uint32_t taken)
{
    const struct problem *problem = search->problem;
    if (n == 0) {
        return true;
    }
    int m = meeting[0];
    int set = problem->room_set[m * problem->n_slots + search->slot[m]];
    if (set < 0) {
        return seat(search, meeting + 1, n - 1, taken);
    }
    for (int r = 0; r < problem->n_rooms; r++) {
        if (member_has(problem->rooms, set, r) && !mask_has(taken, r) &&
            seat(search, meeting + 1, n - 1, taken | (uint32_t)1 << r)) {
            return true;
        }
    }
    return false;
}

/* Whether the slot of m has rooms for m and for those before it. */
static bool rooms_suffice(const struct search *search, int m)
{
    int meeting[BRUTE_FORCE_MOST], n = 0;
    for (int o = 0; o <= m; o++) {
        if (search->slot[o] == search->slot[m]) {
            meeting[n++] = o;
        }
    }
    return seat(search, meeting, n, 0);
}

static bool depends_on_names(enum solver_level level)
{
    return level == SOLVER_STABILITY || level == SOLVER_ROOMS;
}

static bool keeps_held(const struct search *search)
{
    for (int k = 0; k < search->n_held; k++) {
        enum solver_level level = search->problem->level[k];
        if (!depends_on_names(level) &&
            compare(level, search->value[level], search->held[k]) > 0) {
            return false;
        }
    }
    return true;
}

static void keep(struct search *search)
{
    const struct problem *problem = search->problem;
    size_t size = (size_t)problem->n_meetings * sizeof *search->slot;
    search->found = true;
    for (int k = 0; k < problem->n_levels; k++) {
        search->best->value[k] = search->value[problem->level[k]];
    }
    memcpy(search->best->slot, search->slot, size);
    memcpy(search->best->room, search->room, size);
    memcpy(search->best->interpreter, search->interpreter, size);
}

/* Judges a complete assignment. */
static void judge(struct search *search)
{
    const struct problem *problem = search->problem;
    note_busy(search);
    if (!limits_hold(search) || !order_holds(search)) {
        return;
    }
    add_up(search);
    int n_known = search->n_held;
    while (n_known < problem->n_levels &&
           !depends_on_names(problem->level[n_known])) {
        n_known++;
    }
    /* Names are looked for only where they can make a difference. */
    int order = search_compare(search, n_known);
    if (!keeps_held(search) || order > 0 ||
        (order == 0 && n_known == problem->n_levels)) {
        return;
    }
    if (search_name(search) && search_compare(search, problem->n_levels) < 0) {
        keep(search);
    }
}

static void place_from(struct search *search, int m)
{
    const struct problem *problem = search->problem;
    if (m == problem->n_meetings) {
        judge(search);
        return;
    }
    for (int s = 0; s < problem->n_slots; s++) {
        search->slot[m] = s;
        if (problem->domain[m * problem->slot_words + s / 64] >> (s % 64) & 1 &&
            people_can(search, m) && rooms_suffice(search, m)) {
            place_from(search, m + 1);
        }
    }
    search->slot[m] = -1;
    if (!problem->must[m]) {
        place_from(search, m + 1);
    }
}

bool brute_force_solve(struct arena *arena, const struct problem *problem,
                       const int64_t *held, int n_held,
                       struct brute_force_answer *answer)
{
    assert(problem->n_meetings <= BRUTE_FORCE_MOST &&
           problem->n_participants <= BRUTE_FORCE_MOST &&
           problem->n_rooms <= BRUTE_FORCE_MOST &&
           problem->n_slots <= BRUTE_FORCE_MOST);
    struct search search = {
        .problem = problem, .held = held, .n_held = n_held, .best = answer};
    answer->slot = arena_new(arena, problem->n_meetings, int);
    answer->room = arena_new(arena, problem->n_meetings, int);
    answer->interpreter = arena_new(arena, problem->n_meetings, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        for (int k = problem->participants.start[m];
             k < problem->participants.start[m + 1]; k++) {
            search.people[m] |= (uint32_t)1 << problem->participants.item[k];
        }
    }
    place_from(&search, 0);
    return search.found;
}
