/* Each feature is switched on for the whole problem first, and only then rolled
 * for each participant or meeting; so features meet in all combinations, and
 * many problems have none of a given one. */

#include "tests/support/random_problem.h"

#include "scheduler/base/rng.h"

enum {
    MOST_SESSIONS = 3,
    MOST_ROOMS = 3,
    MOST_INTERPRETERS = 3,
    LARGEST_GROUP = 4
};

struct maker {
    struct arena *arena;
    struct rng rng;
    int richness; /* 0 to 2 */
    bool medium;
    struct problem *problem;
};

/* True in percent of 100 cases. */
static bool chance(struct maker *maker, int percent)
{
    return (int)rng_below(&maker->rng, 100) < percent;
}

/* Whether the problem uses a feature at all. */
static bool feature(struct maker *maker, int percent)
{
    static const int factor[] = {1, 4, 8};
    return chance(maker, percent * factor[maker->richness] / 4);
}

/* A number from low to high, both included. */
static int between(struct maker *maker, int low, int high)
{
    return low + (int)rng_below(&maker->rng, (uint32_t)(high - low + 1));
}

/* What is larger in medium problems, and how much. */
static int enlarged(const struct maker *maker, int n, int factor)
{
    return maker->medium ? n * factor : n;
}

/* The larger of two such numbers: small ones are too easy to be most. */
static int rather_many(struct maker *maker, int low, int high)
{
    int a = between(maker, low, high);
    int b = between(maker, low, high);
    return a > b ? a : b;
}

static void make_slots(struct maker *maker)
{
    struct problem *problem = maker->problem;
    problem->n_slots = enlarged(maker, rather_many(maker, 1, 7), 2);
    problem->slot_words = bits_words(problem->n_slots);
    problem->session = arena_new(maker->arena, problem->n_slots, int);
    int cuts = between(maker, 0, MOST_SESSIONS - 1);
    for (int s = 1; s < problem->n_slots; s++) {
        bool cut = cuts > 0 && chance(maker, 35);
        cuts -= cut;
        problem->session[s] = problem->session[s - 1] + cut;
    }
}

/* A limit for each of n, where the feature is on and the dice say so. */
static int *make_limits(struct maker *maker, int n, int low, int high)
{
    int *limit = arena_new(maker->arena, n, int);
    bool used = feature(maker, 30);
    for (int i = 0; i < n; i++) {
        int drawn = between(maker, low, high);
        limit[i] = used && chance(maker, 50) ? drawn : PROBLEM_NO_LIMIT;
    }
    return limit;
}

static void make_participants(struct maker *maker)
{
    struct problem *problem = maker->problem;
    int n = problem->n_participants = enlarged(maker, between(maker, 2, 7), 4);
    problem->parallel = arena_new(maker->arena, n, int);
    problem->min_meetings = arena_new(maker->arena, n, int);
    bool parallel = feature(maker, 25);
    bool promises = feature(maker, 60);
    for (int p = 0; p < n; p++) {
        problem->parallel[p] =
            parallel && chance(maker, 40) ? between(maker, 2, 3) : 1;
        problem->min_meetings[p] =
            promises && chance(maker, 70) ? between(maker, 0, 3) : 0;
    }
    problem->max_meetings = make_limits(maker, n, 0, 4);
    problem->max_consecutive = make_limits(maker, n, 1, 3);
    problem->max_gaps = make_limits(maker, n, 0, 2);
    problem->cost = arena_new(maker->arena, n * problem->n_slots, int);
    bool costs = feature(maker, 60);
    int dearest = between(maker, 1, 6);
    for (int k = 0; k < n * problem->n_slots; k++) {
        problem->cost[k] =
            costs && chance(maker, 50) ? between(maker, 0, dearest) : 0;
    }
}

/* Chooses the participants of meeting m and appends them, rising. */
static void choose_participants(struct maker *maker, int m, int n_wanted)
{
    struct problem *problem = maker->problem;
    struct lists *lists = &problem->participants;
    uint64_t chosen = 0;
    for (int n = 0; n < n_wanted; n++) {
        int p;
        do {
            p = between(maker, 0, problem->n_participants - 1);
        } while (chosen >> p & 1);
        chosen |= (uint64_t)1 << p;
    }
    lists->start[m + 1] = lists->start[m];
    for (int p = bits_next(&chosen, problem->n_participants, 0); p >= 0;
         p = bits_next(&chosen, problem->n_participants, p + 1)) {
        lists->item[lists->start[m + 1]++] = p;
    }
}

static void make_meetings(struct maker *maker)
{
    static const int usual[] = {0, 1, 1, 2, 4, 4, 8, 16};
    struct problem *problem = maker->problem;
    int n = problem->n_meetings = enlarged(maker, rather_many(maker, 1, 8), 12);
    problem->participants.start = arena_new(maker->arena, n + 1, int);
    problem->participants.item = arena_new(maker->arena, n * LARGEST_GROUP, int);
    problem->value = arena_new(maker->arena, n, int64_t);
    problem->must = arena_new(maker->arena, n, bool);
    bool groups = feature(maker, 25);
    bool locks = feature(maker, 20);
    bool zeros = chance(maker, 5);
    for (int m = 0; m < n; m++) {
        int size =
            groups && chance(maker, 40) ? between(maker, 3, LARGEST_GROUP) : 2;
        choose_participants(
            maker, m,
            size < problem->n_participants ? size : problem->n_participants);
        problem->value[m] = zeros ? 0 : usual[between(maker, 0, 7)];
        problem->must[m] = locks && chance(maker, 35);
    }
}

static void make_domains(struct maker *maker)
{
    struct problem *problem = maker->problem;
    int n_cells = problem->n_meetings * problem->slot_words;
    problem->domain = arena_new(maker->arena, n_cells, uint64_t);
    int density = rather_many(maker, 2, 10) * 10;
    bool empties = feature(maker, 15);
    for (int m = 0; m < problem->n_meetings; m++) {
        bool empty = empties && chance(maker, 25);
        for (int s = 0; s < problem->n_slots; s++) {
            if (chance(maker, density) && !empty) {
                bits_add(problem->domain + m * problem->slot_words, s);
            }
        }
    }
}

/* Thins out the largest domains until exhaustive search is quick. */
static void limit_effort(struct maker *maker)
{
    struct problem *problem = maker->problem;
    for (;;) {
        int64_t effort = 1;
        int largest = 0, most = -1;
        for (int m = 0; m < problem->n_meetings; m++) {
            int n = bits_count(problem->domain + m * problem->slot_words,
                               problem->slot_words);
            effort *= n + 1;
            if (n > most) {
                largest = m;
                most = n;
            }
        }
        if (effort <= RANDOM_PROBLEM_EFFORT) {
            return;
        }
        bits_remove(problem->domain + largest * problem->slot_words,
                    between(maker, 0, problem->n_slots - 1));
    }
}

/* Any direction, so that there are chains, cycles and predecessors which can
 * never be held; of many meetings few have any. */
static bool is_after(struct maker *maker, int m, int o)
{
    return maker->medium ? o < m && chance(maker, 1)
                         : chance(maker, o < m ? 20 : 5);
}

static void make_after(struct maker *maker)
{
    struct problem *problem = maker->problem;
    int n = problem->n_meetings;
    problem->after.start = arena_new(maker->arena, n + 1, int);
    problem->after.item = arena_new(maker->arena, n * n, int);
    bool used = feature(maker, 20);
    int *end = &problem->after.start[0];
    for (int m = 0; m < n; m++) {
        int n_after = *end;
        for (int o = 0; o < n; o++) {
            if (used && o != m && is_after(maker, m, o)) {
                problem->after.item[n_after++] = o;
            }
        }
        *++end = n_after;
    }
}

struct set_style {
    int percent_needed;  /* of the meetings */
    int percent_member;  /* of the members in a set */
    bool by_slot;        /* sets differ from slot to slot */
    bool needed_by_slot; /* also whether one is needed */
};

/* One draw per statement: the order of evaluation inside an initialiser is the
 * compiler's own. */
static struct set_style draw_style(struct maker *maker, int percent_needed)
{
    struct set_style style = {.percent_needed = percent_needed};
    style.percent_member = feature(maker, 40) ? 55 : 100;
    style.by_slot = feature(maker, 20);
    style.needed_by_slot = percent_needed > 0 && feature(maker, 5);
    return style;
}

static int make_set(struct maker *maker, struct set_family *family,
                    int percent_member)
{
    uint64_t set = 0;
    for (int r = 0; r < family->n_members; r++) {
        set |= (uint64_t)chance(maker, percent_member) << r;
    }
    /* An empty set makes the slot impossible, which a few should be. */
    if (set == 0 && family->n_members > 0 && !chance(maker, 5)) {
        set = (uint64_t)1 << between(maker, 0, family->n_members - 1);
    }
    return set_family_add(family, maker->arena, &set);
}

static int *make_sets(struct maker *maker, struct set_family *family,
                      const struct set_style *style)
{
    const struct problem *problem = maker->problem;
    int *set_of =
        arena_new(maker->arena, problem->n_meetings * problem->n_slots, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        bool needed = chance(maker, style->percent_needed);
        int usual = make_set(maker, family, style->percent_member);
        for (int s = 0; s < problem->n_slots; s++) {
            int set = usual;
            if (style->by_slot && chance(maker, 40)) {
                set = make_set(maker, family, style->percent_member);
            }
            bool here =
                style->needed_by_slot && chance(maker, 20) ? !needed : needed;
            set_of[m * problem->n_slots + s] = here ? set : -1;
        }
    }
    return set_of;
}

static void make_rooms(struct maker *maker)
{
    struct problem *problem = maker->problem;
    bool used = feature(maker, 50);
    problem->n_rooms =
        enlarged(maker, between(maker, chance(maker, 10) ? 0 : 1, MOST_ROOMS), 3);
    struct set_family *family = arena_new(maker->arena, 1, struct set_family);
    set_family_init(family, problem->n_rooms);
    int percent_needed = chance(maker, 75) ? 100 : 70;
    struct set_style style = draw_style(maker, used ? percent_needed : 0);
    problem->room_set = make_sets(maker, family, &style);
    problem->rooms = family;
}

static void make_interpreters(struct maker *maker)
{
    struct problem *problem = maker->problem;
    bool used = feature(maker, 30);
    problem->n_interpreters =
        used ? enlarged(maker, between(maker, 1, MOST_INTERPRETERS), 2) : 0;
    struct set_family *family = arena_new(maker->arena, 1, struct set_family);
    set_family_init(family, problem->n_interpreters);
    int percent_needed = between(maker, 20, 100);
    struct set_style style = draw_style(maker, used ? percent_needed : 0);
    problem->interpreter_set = make_sets(maker, family, &style);
    problem->interpreters = family;
    problem->interpreter_max_meetings =
        make_limits(maker, problem->n_interpreters, 0, 3);
    problem->interpreter_max_consecutive =
        make_limits(maker, problem->n_interpreters, 1, 2);
}

/* What some other schedule was like: possible or not, with rooms that still
 * exist or not. A meeting that cannot be held any more does not count for
 * STABILITY, so whoever makes a problem leaves its past out. */
static void make_previous(struct maker *maker)
{
    struct problem *problem = maker->problem;
    int n = problem->n_meetings;
    bool used = chance(maker, 70);
    problem->had_previous = arena_new(maker->arena, n, bool);
    problem->previous_slot = arena_new(maker->arena, n, int);
    problem->previous_room = arena_new(maker->arena, n, int);
    problem->previous_interpreter = arena_new(maker->arena, n, int);
    problem->previous_can_be_same = arena_new(maker->arena, n, bool);
    for (int m = 0; m < n; m++) {
        problem->had_previous[m] =
            chance(maker, 60) && used &&
            bits_count(problem->domain + m * problem->slot_words,
                       problem->slot_words) > 0;
        int s = chance(maker, 85) ? between(maker, 0, problem->n_slots - 1) : -1;
        bool roomless = problem->room_set[m * problem->n_slots] < 0;
        bool plain = problem->interpreter_set[m * problem->n_slots] < 0;
        problem->previous_slot[m] = s;
        problem->previous_room[m] = roomless || problem->n_rooms == 0
                                        ? -1
                                        : between(maker, 0, problem->n_rooms - 1);
        problem->previous_interpreter[m] =
            plain || problem->n_interpreters == 0
                ? -1
                : between(maker, 0, problem->n_interpreters - 1);
        problem->previous_can_be_same[m] = chance(maker, 85);
    }
}

static int *raised(struct maker *maker, const int *limit, int n)
{
    int *most = arena_new(maker->arena, n, int);
    for (int k = 0; k < n; k++) {
        int more = chance(maker, 50) ? between(maker, 1, 2) : 0;
        most[k] = limit[k] == PROBLEM_NO_LIMIT ? PROBLEM_NO_LIMIT : limit[k] + more;
    }
    return most;
}

/* In some problems a session has begun, with longer runs than are allowed elsewhere. */
static void make_begun(struct maker *maker)
{
    struct problem *problem = maker->problem;
    if (chance(maker, 75)) {
        return;
    }
    problem->begun_session =
        problem->session[between(maker, 0, problem->n_slots - 1)];
    problem->begun_consecutive =
        raised(maker, problem->max_consecutive, problem->n_participants);
    problem->begun_interpreter_consecutive = raised(
        maker, problem->interpreter_max_consecutive, problem->n_interpreters);
}

static void make_levels(struct maker *maker)
{
    static const enum solver_level usual[] = {
        SOLVER_GUARANTEE, SOLVER_SERVED,      SOLVER_BALANCE, SOLVER_BURDEN,
        SOLVER_COMFORT,   SOLVER_COMPACTNESS, SOLVER_ROOMS,
    };
    struct problem *problem = maker->problem;
    enum solver_level *level =
        arena_new(maker->arena, SOLVER_N_LEVELS, enum solver_level);
    problem->level = level;
    if (chance(maker, 35)) {
        if (chance(maker, 40)) { /* a second run: stability comes first */
            level[problem->n_levels++] = SOLVER_STABILITY;
        }
        for (size_t k = 0; k < sizeof usual / sizeof *usual; k++) {
            level[problem->n_levels++] = usual[k];
        }
        return;
    }
    for (int k = 0; k < SOLVER_N_LEVELS; k++) {
        int at = between(maker, 0, k);
        level[k] = level[at];
        level[at] = (enum solver_level)k;
    }
    problem->n_levels = chance(maker, 30) ? SOLVER_N_LEVELS
                                          : between(maker, 1, SOLVER_N_LEVELS - 1);
}

static struct problem *make(struct arena *arena, uint64_t seed, bool medium)
{
    struct maker maker = {.arena = arena, .medium = medium};
    rng_init(&maker.rng, seed);
    maker.richness = between(&maker, 0, 2);
    maker.problem = arena_new(arena, 1, struct problem);
    make_slots(&maker);
    make_participants(&maker);
    make_meetings(&maker);
    make_domains(&maker);
    if (!medium) {
        limit_effort(&maker);
    }
    make_after(&maker);
    make_rooms(&maker);
    make_interpreters(&maker);
    make_previous(&maker);
    make_levels(&maker);
    make_begun(&maker);
    return maker.problem;
}

struct problem *random_problem(struct arena *arena, uint64_t seed)
{
    return make(arena, seed, false);
}

struct problem *random_problem_medium(struct arena *arena, uint64_t seed)
{
    return make(arena, seed, true);
}
