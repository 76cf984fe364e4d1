/* Names for rooms and interpreters by going through all of them in time order,
 * with the values of STABILITY and ROOMS counted as they arise. Both only grow,
 * so a branch ends where it exceeds what is allowed or is no better than the
 * best naming so far. */

#include "tests/support/brute_force_search.h"

#include <string.h>

enum { UNLIMITED = INT32_MAX };

/* What names cost; kept apart because all else is known from the slots. */
struct cost {
    int stability, rooms;
};

enum { NAME_ROOMS = 1, NAME_INTERPRETERS = 2 };

struct naming {
    struct search *search;
    int what;                       /* NAME_ flags */
    int order[BRUTE_FORCE_MOST], n; /* scheduled meetings in time order */
    struct cost most;               /* allowed */
    bool rooms_first;               /* ROOMS comes before STABILITY */
    bool stability_matters, rooms_matter;
    bool found;
    struct cost best;
    int best_room[BRUTE_FORCE_MOST], best_interpreter[BRUTE_FORCE_MOST];
};

static int stability_of(const struct search *search, int m)
{
    const struct problem *problem = search->problem;
    if (!problem->had_previous || !problem->had_previous[m]) {
        return 0;
    }
    if (search->slot[m] < 0) {
        return 100;
    }
    if (search->slot[m] != problem->previous_slot[m]) {
        return 10;
    }
    bool same = problem->previous_can_be_same[m] &&
                search->room[m] == problem->previous_room[m] &&
                search->interpreter[m] == problem->previous_interpreter[m];
    return same ? 0 : 1;
}

/* Room changes into the k-th meeting of the order. */
static int changes_into(const struct naming *naming, int k)
{
    const struct search *search = naming->search;
    const struct problem *problem = search->problem;
    int m = naming->order[k], changes = 0;
    for (int p = 0; p < problem->n_participants; p++) {
        if (problem->parallel[p] != 1 || !mask_has(search->people[m], p)) {
            continue;
        }
        int j = k - 1;
        while (j >= 0 && !mask_has(search->people[naming->order[j]], p)) {
            j--;
        }
        if (j < 0) {
            continue;
        }
        int before = naming->order[j];
        changes += problem->session[search->slot[before]] ==
                       problem->session[search->slot[m]] &&
                   search->room[before] != search->room[m];
    }
    return changes;
}

static bool room_is_free(const struct naming *naming, int k, int room)
{
    const struct search *search = naming->search;
    for (int j = 0; j < k; j++) {
        int o = naming->order[j];
        if (search->slot[o] == search->slot[naming->order[k]] &&
            search->room[o] == room) {
            return false;
        }
    }
    return true;
}

/* Whether the interpreter can take the k-th meeting beside those before it. */
static bool interpreter_is_free(const struct naming *naming, int k, int interpreter)
{
    const struct search *search = naming->search;
    const struct problem *problem = search->problem;
    int s = search->slot[naming->order[k]];
    uint32_t busy = 0;
    int n = 1;
    for (int j = 0; j < k; j++) {
        int o = naming->order[j];
        if (search->interpreter[o] == interpreter) {
            busy |= (uint32_t)1 << search->slot[o];
            n++;
        }
    }
    if (mask_has(busy, s)) {
        return false;
    }
    int most = problem->interpreter_max_meetings[interpreter];
    int begun = problem->begun_interpreter_consecutive
                    ? problem->begun_interpreter_consecutive[interpreter]
                    : -1;
    return (most < 0 || n <= most) &&
           !search_has_long_run(problem, busy | (uint32_t)1 << s,
                                problem->interpreter_max_consecutive[interpreter],
                                begun);
}

static bool is_worth_going_on(const struct naming *naming, struct cost cost)
{
    if (cost.stability > naming->most.stability ||
        cost.rooms > naming->most.rooms) {
        return false;
    }
    if (!naming->found) {
        return true;
    }
    int stability =
        naming->stability_matters ? cost.stability - naming->best.stability : 0;
    int rooms = naming->rooms_matter ? cost.rooms - naming->best.rooms : 0;
    int first = naming->rooms_first ? rooms : stability;
    int second = naming->rooms_first ? stability : rooms;
    return first < 0 || (first == 0 && second < 0);
}

static void name_from(struct naming *naming, int k, struct cost cost);

static void name_interpreter(struct naming *naming, int k, struct cost cost)
{
    struct search *search = naming->search;
    const struct problem *problem = search->problem;
    int m = naming->order[k];
    int set = problem->interpreter_set[m * problem->n_slots + search->slot[m]];
    for (int i = 0; i < problem->n_interpreters; i++) {
        if (set >= 0 && naming->what & NAME_INTERPRETERS &&
            member_has(problem->interpreters, set, i) &&
            interpreter_is_free(naming, k, i)) {
            search->interpreter[m] = i;
            name_from(naming, k + 1,
                      (struct cost){cost.stability + stability_of(search, m),
                                    cost.rooms});
            search->interpreter[m] = -1;
        }
    }
    if (set < 0 || !(naming->what & NAME_INTERPRETERS)) {
        name_from(
            naming, k + 1,
            (struct cost){cost.stability + stability_of(search, m), cost.rooms});
    }
}

/* Names the k-th meeting and those behind it. */
static void name_from(struct naming *naming, int k, struct cost cost)
{
    struct search *search = naming->search;
    const struct problem *problem = search->problem;
    if (!is_worth_going_on(naming, cost)) {
        return;
    }
    if (k == naming->n) {
        naming->found = true;
        naming->best = cost;
        memcpy(naming->best_room, search->room, sizeof search->room);
        memcpy(naming->best_interpreter, search->interpreter,
               sizeof search->interpreter);
        return;
    }
    int m = naming->order[k];
    int set = problem->room_set[m * problem->n_slots + search->slot[m]];
    bool choose = set >= 0 && naming->what & NAME_ROOMS;
    for (int r = choose ? 0 : -1; r < (choose ? problem->n_rooms : 0); r++) {
        if (choose &&
            (!member_has(problem->rooms, set, r) || !room_is_free(naming, k, r))) {
            continue;
        }
        search->room[m] = r;
        name_interpreter(
            naming, k,
            (struct cost){cost.stability, cost.rooms + changes_into(naming, k)});
        search->room[m] = -1;
    }
}

static void begin_naming(struct naming *naming, struct search *search, int what)
{
    const struct problem *problem = search->problem;
    *naming = (struct naming){
        .search = search, .what = what, .most = {UNLIMITED, UNLIMITED}};
    for (int s = 0; s < problem->n_slots; s++) {
        for (int m = 0; m < problem->n_meetings; m++) {
            if (search->slot[m] == s) {
                naming->order[naming->n++] = m;
            }
        }
    }
}

/* Any naming of rooms and any of interpreters; they do not touch each other. */
static bool name_anyhow(struct search *search)
{
    struct naming rooms, interpreters;
    begin_naming(&interpreters, search, NAME_INTERPRETERS);
    name_from(&interpreters, 0, (struct cost){0});
    if (!interpreters.found) {
        return false;
    }
    begin_naming(&rooms, search, NAME_ROOMS);
    name_from(&rooms, 0, (struct cost){0});
    if (!rooms.found) {
        return false;
    }
    memcpy(search->room, rooms.best_room, sizeof search->room);
    memcpy(search->interpreter, interpreters.best_interpreter,
           sizeof search->interpreter);
    return true;
}

/* The most that the level may cost in what is to be found: what was held, or,
 * where all levels before are as good as the best so far, what that has. */
static int most_allowed(const struct search *search, enum solver_level level,
                        bool tied_before)
{
    int k = search_rank(search->problem, level);
    int64_t most = UNLIMITED;
    if (k >= 0 && k < search->n_held) {
        most = search->held[k];
    } else if (k >= 0 && tied_before) {
        most = search->best->value[k];
    }
    return most < 0 ? -1 : most > UNLIMITED ? UNLIMITED : (int)most;
}

bool search_name(struct search *search)
{
    const struct problem *problem = search->problem;
    int stability = search_rank(problem, SOLVER_STABILITY);
    int rooms = search_rank(problem, SOLVER_ROOMS);
    for (int m = 0; m < problem->n_meetings; m++) {
        search->room[m] = search->interpreter[m] = -1;
    }
    if (!name_anyhow(search)) {
        return false;
    }
    if (stability < 0 && rooms < 0) {
        return true;
    }
    struct naming naming;
    for (int m = 0; m < problem->n_meetings; m++) {
        search->room[m] = search->interpreter[m] = -1;
    }
    begin_naming(&naming, search, NAME_ROOMS | NAME_INTERPRETERS);
    naming.rooms_first = stability < 0 || (rooms >= 0 && rooms < stability);
    /* A held level counts only by its limit. */
    naming.stability_matters = stability >= search->n_held;
    naming.rooms_matter = rooms >= search->n_held;
    int first = naming.rooms_first ? rooms : stability;
    bool tied = search->found && first >= search->n_held &&
                search_compare(search, first) == 0;
    naming.most.stability =
        most_allowed(search, SOLVER_STABILITY, tied && first == stability);
    naming.most.rooms = most_allowed(search, SOLVER_ROOMS, tied && first == rooms);
    struct cost cost = {0};
    for (int m = 0; m < problem->n_meetings; m++) {
        cost.stability += search->slot[m] < 0 ? stability_of(search, m) : 0;
    }
    name_from(&naming, 0, cost);
    if (!naming.found) {
        return false;
    }
    search->value[SOLVER_STABILITY] = naming.best.stability;
    search->value[SOLVER_ROOMS] = naming.best.rooms;
    memcpy(search->room, naming.best_room, sizeof search->room);
    memcpy(search->interpreter, naming.best_interpreter,
           sizeof search->interpreter);
    return true;
}
