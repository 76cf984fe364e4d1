#include "solver/kept.h"

#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/lists.h"

/* What the meetings that stay take. */
struct taken {
    int *at;                        /* meetings of p in s, at p * n_slots + s */
    int *total;                     /* of p */
    uint64_t *rooms, *interpreters; /* taken in slot s, at s * words */
    int room_words, interpreter_words;
    int *interpreter_total;
    uint64_t *interpreter_slots; /* of i, at i * slot_words */
    int *session_first, *session_end;
};

static bool stays(const struct keep *keep, int m)
{
    return keep->fate[m] == KEEP_WHOLE;
}

static void take(const struct problem *problem, struct taken *taken, int m)
{
    int s = problem->previous_slot[m], r = problem->previous_room[m];
    int i = problem->previous_interpreter[m];
    const struct lists *people = &problem->participants;
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        taken->at[(int64_t)people->item[e] * problem->n_slots + s]++;
        taken->total[people->item[e]]++;
    }
    if (r >= 0) {
        bits_add(taken->rooms + (int64_t)s * taken->room_words, r);
    }
    if (i >= 0) {
        bits_add(taken->interpreters + (int64_t)s * taken->interpreter_words, i);
        bits_add(taken->interpreter_slots + (int64_t)i * problem->slot_words, s);
        taken->interpreter_total[i]++;
    }
}

static void find_taken(struct arena *arena, const struct problem *problem,
                       const struct keep *keep, struct taken *taken)
{
    int n_slots = problem->n_slots, n_people = problem->n_participants;
    *taken =
        (struct taken){.room_words = bits_words(problem->n_rooms),
                       .interpreter_words = bits_words(problem->n_interpreters)};
    taken->at = arena_new(arena, (int64_t)n_people * n_slots, int);
    taken->total = arena_new(arena, n_people, int);
    taken->rooms = arena_new(arena, (int64_t)n_slots * taken->room_words, uint64_t);
    taken->interpreters =
        arena_new(arena, (int64_t)n_slots * taken->interpreter_words, uint64_t);
    taken->interpreter_total = arena_new(arena, problem->n_interpreters, int);
    taken->interpreter_slots = arena_new(
        arena, (int64_t)problem->n_interpreters * problem->slot_words, uint64_t);
    lists_find_sessions(arena, problem, &taken->session_first, &taken->session_end);
    for (int m = 0; m < problem->n_meetings; m++) {
        if (stays(keep, m)) {
            take(problem, taken, m);
        }
    }
}

/* How many slots in a row would be busy with s, `busy` being asked of others. */
static int run_with(const struct taken *taken, int s,
                    bool (*busy)(const struct taken *, const struct problem *, int,
                                 int),
                    const struct problem *problem, int who)
{
    int first = s, end = s + 1;
    while (first > taken->session_first[s] &&
           busy(taken, problem, who, first - 1)) {
        first--;
    }
    while (end < taken->session_end[s] && busy(taken, problem, who, end)) {
        end++;
    }
    return end - first;
}

static bool participant_is_busy(const struct taken *taken,
                                const struct problem *problem, int p, int s)
{
    return taken->at[(int64_t)p * problem->n_slots + s] > 0;
}

static bool interpreter_is_busy(const struct taken *taken,
                                const struct problem *problem, int i, int s)
{
    return bits_has(taken->interpreter_slots + (int64_t)i * problem->slot_words, s);
}

/* Whether p can be in one more meeting, in slot s. */
static bool has_time(const struct problem *problem, const struct taken *taken,
                     int p, int s)
{
    int most = problem->max_meetings[p],
        longest = problem_longest_run(problem, p, s);
    if ((most != PROBLEM_NO_LIMIT && taken->total[p] >= most) ||
        taken->at[(int64_t)p * problem->n_slots + s] >= problem->parallel[p]) {
        return false;
    }
    return longest == PROBLEM_NO_LIMIT ||
           run_with(taken, s, participant_is_busy, problem, p) <= longest;
}

static bool everybody_has_time(const struct problem *problem,
                               const struct taken *taken, int m, int s)
{
    const struct lists *people = &problem->participants;
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        if (!has_time(problem, taken, people->item[e], s)) {
            return false;
        }
    }
    return true;
}

/* What is left of a set, whose members are in `from`; -2 if nothing is. */
static int left_of(struct arena *arena, const struct set_family *from, int k,
                   const uint64_t *gone, int words, struct set_family *to)
{
    if (k < 0) {
        return -1;
    }
    uint64_t *set = arena_new(arena, words, uint64_t);
    const uint64_t *members = set_family_at(from, k);
    for (int w = 0; w < words; w++) {
        set[w] = members[w] & ~gone[w];
    }
    return bits_count(set, words) == 0 ? -2 : set_family_add(to, arena, set);
}

/* Interpreters who cannot take one more meeting, in slot s. */
static void find_busy(const struct problem *problem, const struct taken *taken,
                      int s, uint64_t *gone)
{
    for (int i = 0; i < problem->n_interpreters; i++) {
        int most = problem->interpreter_max_meetings[i];
        int longest = problem_longest_work(problem, i, s);
        if (interpreter_is_busy(taken, problem, i, s) ||
            (most != PROBLEM_NO_LIMIT && taken->interpreter_total[i] >= most) ||
            (longest != PROBLEM_NO_LIMIT &&
             run_with(taken, s, interpreter_is_busy, problem, i) > longest)) {
            bits_add(gone, i);
        }
    }
}

struct building {
    struct arena *arena;
    const struct problem *problem;
    const struct keep *keep;
    struct taken taken;
    uint64_t *busy; /* find_busy() of slot s */
    struct kept *kept;
    int *index; /* of m in the smaller problem, or -1 */
};

/* The sets of the meeting that comes next, in slot s; false if it cannot be
 * there. */
static bool place(struct building *b, int m, int s, int64_t cell)
{
    const struct problem *problem = b->problem;
    const struct taken *taken = &b->taken;
    struct problem *out = &b->kept->problem;
    int64_t from = (int64_t)m * problem->n_slots + s;
    if (!everybody_has_time(problem, taken, m, s)) {
        return false;
    }
    out->room_set[cell] = left_of(b->arena, problem->rooms, problem->room_set[from],
                                  taken->rooms + (int64_t)s * taken->room_words,
                                  taken->room_words, &b->kept->rooms);
    out->interpreter_set[cell] =
        left_of(b->arena, problem->interpreters, problem->interpreter_set[from],
                b->busy + (int64_t)s * taken->interpreter_words,
                taken->interpreter_words, &b->kept->interpreters);
    return out->room_set[cell] >= -1 && out->interpreter_set[cell] >= -1;
}

static void fix(struct building *b, int m, int k)
{
    const struct problem *problem = b->problem;
    struct problem *out = &b->kept->problem;
    int s = problem->previous_slot[m], i = problem->previous_interpreter[m];
    int64_t cell = (int64_t)k * problem->n_slots + s;
    bits_add(out->domain + (int64_t)k * problem->slot_words, s);
    out->fixed_room[k] = problem->previous_room[m];
    if (i >= 0) {
        uint64_t *set = arena_new(b->arena, b->taken.interpreter_words, uint64_t);
        bits_add(set, i);
        out->interpreter_set[cell] =
            set_family_add(&b->kept->interpreters, b->arena, set);
    }
}

/* The slots that are left to a meeting that does not stay; false if none is. */
static bool leave_slots(struct building *b, int m, int k)
{
    const struct problem *problem = b->problem;
    uint64_t *domain = b->kept->problem.domain + (int64_t)k * problem->slot_words;
    bool found = false;
    for (int s = 0; s < problem->n_slots; s++) {
        bool allowed =
            problem_allows(problem, m, s) &&
            (b->keep->fate[m] != KEEP_SLOT || s == problem->previous_slot[m]);
        if (allowed && place(b, m, s, (int64_t)k * problem->n_slots + s)) {
            bits_add(domain, s);
            found = true;
        }
    }
    return found;
}

/* Adds meeting m unless it has no slot left; false if it needs one. */
static bool add(struct building *b, int m)
{
    const struct problem *problem = b->problem;
    struct problem *out = &b->kept->problem;
    int k = out->n_meetings, n_slots = problem->n_slots;
    bool must = problem->must[m] || b->keep->fate[m] != KEEP_FREE;
    b->index[m] = -1;
    out->fixed_room[k] = -1;
    for (int s = 0; s < n_slots; s++) {
        out->room_set[(int64_t)k * n_slots + s] = -1;
        out->interpreter_set[(int64_t)k * n_slots + s] = -1;
    }
    if (stays(b->keep, m)) {
        fix(b, m, k);
    } else if (!leave_slots(b, m, k)) {
        return !must;
    }
    const struct lists *people = &problem->participants;
    int at = out->participants.start[k];
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        out->participants.item[at++] = people->item[e];
    }
    out->participants.start[k + 1] = at;
    out->value[k] = problem->value[m];
    out->must[k] = must;
    b->kept->meeting[k] = m;
    b->kept->slot[k] = b->keep->slot[m];
    b->index[m] = k;
    out->n_meetings++;
    return true;
}

static void reserve(struct building *b)
{
    struct arena *arena = b->arena;
    const struct problem *problem = b->problem;
    struct problem *out = &b->kept->problem;
    int n = problem->n_meetings;
    int64_t cells = (int64_t)n * problem->n_slots;
    *out = *problem;
    out->n_meetings = 0;
    out->participants =
        (struct lists){arena_new(arena, n + 1, int),
                       arena_new(arena, problem->participants.start[n], int)};
    out->value = arena_new(arena, n, int64_t);
    out->must = arena_new(arena, n, bool);
    out->domain = arena_new(arena, (int64_t)n * problem->slot_words, uint64_t);
    out->room_set = arena_new(arena, cells, int);
    out->interpreter_set = arena_new(arena, cells, int);
    out->fixed_room = arena_new(arena, n, int);
    out->rooms = &b->kept->rooms;
    out->interpreters = &b->kept->interpreters;
    out->had_previous = NULL;
    out->limits_changes = false;
    b->kept->meeting = arena_new(arena, n, int);
    b->kept->slot = arena_new(arena, n, int);
    b->kept->works = b->keep->knows_works ? b->keep->works : NULL;
    b->index = arena_new(arena, n, int);
    set_family_init(&b->kept->rooms, problem->n_rooms);
    set_family_init(&b->kept->interpreters, problem->n_interpreters);
}

/* What a meeting must follow; one that cannot be held leaves it no slot. False if
 * it needs one. */
static bool add_after(struct building *b)
{
    const struct problem *problem = b->problem;
    struct problem *out = &b->kept->problem;
    int n = out->n_meetings, at = 0;
    out->after = (struct lists){
        arena_new(b->arena, n + 1, int),
        arena_new(b->arena, problem->after.start[problem->n_meetings], int)};
    for (int k = 0; k < n; k++) {
        int m = b->kept->meeting[k];
        for (int e = problem->after.start[m]; e < problem->after.start[m + 1];
             e++) {
            int o = b->index[problem->after.item[e]];
            if (o >= 0) {
                out->after.item[at++] = o;
                continue;
            }
            memset(out->domain + (int64_t)k * problem->slot_words, 0,
                   (size_t)problem->slot_words * sizeof *out->domain);
            if (out->must[k]) {
                return false;
            }
        }
        out->after.start[k + 1] = at;
    }
    return true;
}

static void choose_levels(struct building *b)
{
    const struct problem *problem = b->problem;
    enum solver_level *level =
        arena_new(b->arena, problem->n_levels, enum solver_level);
    int n = 0;
    for (int k = 0; k < problem->n_levels; k++) {
        if (problem->level[k] != SOLVER_STABILITY) {
            level[n++] = problem->level[k];
        }
    }
    b->kept->problem.level = level;
    b->kept->problem.n_levels = n;
}

bool kept_build(struct arena *arena, const struct problem *problem,
                const struct keep *keep, struct kept *kept)
{
    struct building b = {
        .arena = arena, .problem = problem, .keep = keep, .kept = kept};
    reserve(&b);
    choose_levels(&b);
    find_taken(arena, problem, keep, &b.taken);
    b.busy = arena_new(arena, (int64_t)problem->n_slots * b.taken.interpreter_words,
                       uint64_t);
    for (int s = 0; s < problem->n_slots; s++) {
        find_busy(problem, &b.taken, s,
                  b.busy + (int64_t)s * b.taken.interpreter_words);
    }
    for (int m = 0; m < problem->n_meetings; m++) {
        if (!add(&b, m)) {
            return false;
        }
    }
    return add_after(&b);
}

void kept_remember(struct arena *arena, const struct problem *problem,
                   const struct keep *keep, struct kept *kept)
{
    struct problem *small = &kept->problem;
    int n = small->n_meetings;
    small->had_previous = arena_new(arena, n, bool);
    small->previous_slot = arena_new(arena, n, int);
    small->previous_room = arena_new(arena, n, int);
    small->previous_interpreter = arena_new(arena, n, int);
    small->previous_can_be_same = arena_new(arena, n, bool);
    for (int k = 0; k < n; k++) {
        int m = kept->meeting[k];
        small->had_previous[k] = problem->had_previous[m] && !stays(keep, m);
        small->previous_slot[k] = problem->previous_slot[m];
        small->previous_room[k] = problem->previous_room[m];
        small->previous_interpreter[k] = problem->previous_interpreter[m];
        small->previous_can_be_same[k] = problem->previous_can_be_same[m];
    }
    small->level = problem->level;
    small->n_levels = problem->n_levels;
}

bool kept_build_open(struct arena *arena, const struct problem *problem,
                     const struct keep *keep, struct kept *kept)
{
    int n = problem->n_meetings;
    struct keep certain = {.fate = arena_new(arena, n, enum keep_fate),
                           .slot = keep->slot,
                           .works = keep->works,
                           .knows_works = keep->knows_works};
    for (int m = 0; m < n; m++) {
        certain.fate[m] = keep->is_certain[m] ? KEEP_WHOLE : KEEP_FREE;
    }
    bool ok = kept_build(arena, problem, &certain, kept);
    if (ok) {
        kept_remember(arena, problem, &certain, kept);
    }
    return ok;
}
