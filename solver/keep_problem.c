#include "solver/keep_problem.h"

#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/lists.h"

static bool was_held(const struct problem *problem, int m)
{
    return problem->had_previous && problem->had_previous[m];
}

/* Meetings that the program has, with a list of those that are new to it. */
struct needed {
    const struct problem *problem;
    struct lists meetings; /* of participants */
    bool *has;             /* of m */
    int *todo, n_todo;
};

static void need(struct needed *needed, int m)
{
    if (!needed->has[m]) {
        needed->has[m] = true;
        needed->todo[needed->n_todo++] = m;
    }
}

/* Where gaps have a limit, another meeting between two that stay can be what lets
 * them stay: all that can stand between must be here. */
static void need_fillers(struct needed *needed, int m)
{
    const struct lists *people = &needed->problem->participants;
    const struct lists *meetings = &needed->meetings;
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        int p = people->item[e];
        if (needed->problem->max_gaps[p] == PROBLEM_NO_LIMIT) {
            continue;
        }
        for (int k = meetings->start[p]; k < meetings->start[p + 1]; k++) {
            need(needed, meetings->item[k]);
        }
    }
}

/* Meetings of before, musts, and what these have to follow or may need beside them. */
static bool *find_needed(struct arena *arena, const struct problem *problem)
{
    int n = problem->n_meetings;
    struct needed needed = {
        .problem = problem,
        .meetings =
            lists_invert(arena, &problem->participants, n, problem->n_participants),
        .has = arena_new(arena, n, bool),
        .todo = arena_new(arena, n, int),
    };
    for (int m = 0; m < n; m++) {
        if (problem->must[m] || was_held(problem, m)) {
            need(&needed, m);
        }
    }
    while (needed.n_todo > 0) {
        int m = needed.todo[--needed.n_todo];
        for (int k = problem->after.start[m]; k < problem->after.start[m + 1];
             k++) {
            need(&needed, problem->after.item[k]);
        }
        need_fillers(&needed, m);
    }
    return needed.has;
}

/* Adds an alternative with the slots of m that `only` leaves: -1 for all but
 * `except`. */
static int add(const struct problem *problem, struct keep_problem *keep, int m,
               enum keep_kind kind, int only, int except)
{
    struct problem *out = &keep->problem;
    int a = out->n_meetings, n_slots = problem->n_slots,
        words = problem->slot_words;
    const uint64_t *from = problem->domain + (int64_t)m * words;
    uint64_t *domain = out->domain + (int64_t)a * words;
    if (only >= 0) {
        bits_add(domain, only);
    } else {
        memcpy(domain, from, (size_t)words * sizeof *domain);
        if (except >= 0) {
            bits_remove(domain, except);
        }
        if (bits_count(domain, words) == 0) {
            return -1;
        }
    }
    size_t bytes = (size_t)n_slots * sizeof(int);
    memcpy(out->room_set + (int64_t)a * n_slots,
           problem->room_set + (int64_t)m * n_slots, bytes);
    memcpy(out->interpreter_set + (int64_t)a * n_slots,
           problem->interpreter_set + (int64_t)m * n_slots, bytes);
    const struct lists *people = &problem->participants;
    int at = out->participants.start[a];
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        out->participants.item[at++] = people->item[e];
    }
    out->participants.start[a + 1] = at;
    keep->meeting[a] = m;
    keep->kind[a] = kind;
    out->n_meetings++;
    keep->end[m] = out->n_meetings;
    return a;
}

static int single(struct arena *arena, struct set_family *family, int member)
{
    uint64_t *set = arena_new(arena, family->n_words, uint64_t);
    bits_add(set, member);
    return set_family_add(family, arena, set);
}

/* As it was: only its own room and interpreter will do. */
static void name(struct arena *arena, const struct problem *problem,
                 struct keep_problem *keep, int a, int m)
{
    int64_t cell = (int64_t)a * problem->n_slots + problem->previous_slot[m];
    if (problem->previous_room[m] >= 0) {
        keep->problem.room_set[cell] =
            single(arena, &keep->rooms, problem->previous_room[m]);
    }
    if (problem->previous_interpreter[m] >= 0) {
        keep->problem.interpreter_set[cell] =
            single(arena, &keep->interpreters, problem->previous_interpreter[m]);
    }
}

static void add_previous(struct arena *arena, const struct problem *problem,
                         enum keep_worth worth, struct keep_problem *keep, int m)
{
    int64_t *value = keep->problem.value;
    int s = problem->previous_slot[m];
    bool can_stay = s >= 0 && problem_allows(problem, m, s);
    keep->n_previous++;
    if (can_stay && problem_stability_cost(problem, m, s) == 0) {
        int a = add(problem, keep, m, KEEP_ALL, s, -1);
        name(arena, problem, keep, a, m);
        value[a] = worth == KEEP_COUNT ? 1 : STABILITY_DROPPED;
    }
    if (can_stay) {
        int a = add(problem, keep, m, KEEP_TIME, s, -1);
        value[a] = worth == KEEP_COUNT ? 0 : STABILITY_DROPPED - STABILITY_ROOM;
    }
    int a = add(problem, keep, m, KEEP_MEETING, -1, can_stay ? s : -1);
    if (a >= 0) {
        value[a] = worth == KEEP_COUNT ? 0 : STABILITY_DROPPED - STABILITY_MOVED;
    }
    keep->most += worth == KEEP_COUNT ? 1 : STABILITY_DROPPED;
}

static void copy_family(struct arena *arena, const struct set_family *from,
                        int n_members, struct set_family *to)
{
    set_family_init(to, n_members);
    for (int k = 0; from && k < from->n_sets; k++) {
        set_family_add(to, arena, set_family_at(from, k));
    }
}

static void reserve(struct arena *arena, const struct problem *problem,
                    struct keep_problem *keep)
{
    enum { MOST_ALTERNATIVES = 3 };
    struct problem *out = &keep->problem;
    int n = problem->n_meetings, most = MOST_ALTERNATIVES * n;
    int n_people = MOST_ALTERNATIVES * problem->participants.start[n];
    out->n_meetings = 0;
    out->participants = (struct lists){arena_new(arena, most + 1, int),
                                       arena_new(arena, n_people, int)};
    out->after = (struct lists){arena_new(arena, most + 1, int), NULL};
    out->value = arena_new(arena, most, int64_t);
    out->must = arena_new(arena, most, bool);
    out->domain = arena_new(arena, (int64_t)most * problem->slot_words, uint64_t);
    out->room_set = arena_new(arena, (int64_t)most * problem->n_slots, int);
    out->interpreter_set = arena_new(arena, (int64_t)most * problem->n_slots, int);
    out->had_previous = NULL;
    keep->meeting = arena_new(arena, most, int);
    keep->kind = arena_new(arena, most, enum keep_kind);
    keep->first = arena_new(arena, n, int);
    keep->end = arena_new(arena, n, int);
}

void keep_problem_build(struct arena *arena, const struct problem *problem,
                        enum keep_worth worth, struct keep_problem *keep)
{
    static const enum solver_level served[] = {SOLVER_SERVED};
    *keep = (struct keep_problem){.problem = *problem};
    reserve(arena, problem, keep);
    copy_family(arena, problem->rooms, problem->n_rooms, &keep->rooms);
    copy_family(arena, problem->interpreters, problem->n_interpreters,
                &keep->interpreters);
    keep->problem.rooms = &keep->rooms;
    keep->problem.interpreters = &keep->interpreters;
    keep->problem.level = served;
    keep->problem.n_levels = 1;
    bool *needed = find_needed(arena, problem);
    for (int m = 0; m < problem->n_meetings; m++) {
        keep->first[m] = keep->end[m] = keep->problem.n_meetings;
        if (needed[m] && was_held(problem, m)) {
            add_previous(arena, problem, worth, keep, m);
        } else if (needed[m]) {
            add(problem, keep, m, KEEP_MEETING, -1, -1);
        }
    }
}

/* coef times "m is in slot s or before", or strictly before it. */
static void add_until(const struct keep_problem *keep, struct program *program,
                      int m, int last, int64_t coef)
{
    for (int a = keep->first[m]; a < keep->end[m]; a++) {
        for (int s = 0; s <= last; s++) {
            int x = program_x(program, a, s);
            if (x >= 0) {
                program_row_add(program, x, coef);
            }
        }
    }
}

static void add_after(const struct keep_problem *keep,
                      const struct problem *problem, struct program *program, int m)
{
    for (int k = problem->after.start[m]; k < problem->after.start[m + 1]; k++) {
        for (int s = 0; s < problem->n_slots; s++) {
            if (problem_allows(problem, m, s)) {
                program_row_begin(program, ROW_FREE, 0);
                add_until(keep, program, m, s, 1);
                add_until(keep, program, problem->after.item[k], s - 1, -1);
                program_row_end(program);
            }
        }
    }
}

static void add_limit(const struct keep_problem *keep, struct program *program,
                      int max_changes)
{
    program_row_begin(program, keep->n_previous - max_changes, ROW_FREE);
    for (int a = 0; a < keep->problem.n_meetings; a++) {
        if (keep->kind[a] == KEEP_ALL) {
            program_row_add(program, program->x_first[a], 1);
        }
    }
    program_row_end(program);
}

void keep_problem_link(const struct keep_problem *keep,
                       const struct problem *problem, struct program *program,
                       int max_changes, int *link)
{
    for (int m = 0; m < problem->n_meetings; m++) {
        link[m] = -1;
        if (keep->first[m] == keep->end[m]) {
            continue;
        }
        int row = program->n_rows;
        program_row_begin(program, problem->must[m] ? 1 : ROW_FREE, 1);
        add_until(keep, program, m, problem->n_slots - 1, 1);
        program_row_end(program);
        link[m] = program->n_rows > row ? row : -1;
        add_after(keep, problem, program, m);
    }
    if (max_changes != PROBLEM_NO_LIMIT) {
        add_limit(keep, program, max_changes);
    }
}
