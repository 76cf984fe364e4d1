#include "solver/probe_ghosts.h"

#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/lists.h"

static bool needs(const struct problem *problem, const int *set_of, int m)
{
    const uint64_t *domain = problem->domain + (int64_t)m * problem->slot_words;
    for (int s = bits_next(domain, problem->n_slots, 0); s >= 0;
         s = bits_next(domain, problem->n_slots, s + 1)) {
        if (set_of[(int64_t)m * problem->n_slots + s] >= 0) {
            return true;
        }
    }
    return false;
}

static int count_levels(const struct problem *problem)
{
    for (int k = 0; k < problem->n_levels; k++) {
        if (problem->level[k] == SOLVER_SERVED) {
            return k + 1;
        }
    }
    return problem->n_levels;
}

/* True if slot s costs the people of m comfort, and that comes before SERVED. */
static bool is_dear(const struct problem *problem, int m, int s)
{
    bool matters = false;
    for (int k = 0; k < count_levels(problem); k++) {
        matters |= problem->level[k] == SOLVER_COMFORT ||
                   problem->level[k] == SOLVER_BURDEN;
    }
    const struct lists *people = &problem->participants;
    for (int e = people->start[m]; e < people->start[m + 1] && matters; e++) {
        if (problem->cost[(int64_t)people->item[e] * problem->n_slots + s] > 0) {
            return true;
        }
    }
    return false;
}

/* The slots of the ghost. One that takes nobody's time would cost nobody comfort
 * either: it may not be where its meeting would. */
static bool ghost_allows(const struct problem *problem, int m, int lift, int s)
{
    return problem_allows(problem, m, s) &&
           !(lift == LIFT_PARTICIPANTS && is_dear(problem, m, s));
}

static bool wants_ghost(const struct problem *problem, const int *slot, int m,
                        int lift)
{
    bool possible = false;
    for (int s = 0; s < problem->n_slots && !possible; s++) {
        possible = ghost_allows(problem, m, lift, s);
    }
    if (slot[m] >= 0 || !possible) {
        return false;
    }
    return lift == LIFT_PARTICIPANTS
               ? true
               : needs(problem,
                       lift == LIFT_ROOMS ? problem->room_set
                                          : problem->interpreter_set,
                       m);
}

static void *extended(struct arena *arena, const void *array, int n, int n_all,
                      size_t size)
{
    void *copy = arena_alloc(arena, (size_t)n_all, size);
    if (array && n > 0) {
        memcpy(copy, array, (size_t)n * size);
    }
    return copy;
}

static void fill_ghost(struct problem *problem, int g, int m, int lift)
{
    int n_slots = problem->n_slots, words = problem->slot_words;
    problem->value[g] = problem->value[m];
    for (int s = 0; s < n_slots; s++) {
        if (ghost_allows(problem, m, lift, s)) {
            bits_add(problem->domain + (int64_t)g * words, s);
        }
        int64_t to = (int64_t)g * n_slots + s, from = (int64_t)m * n_slots + s;
        problem->room_set[to] = lift == LIFT_ROOMS ? -1 : problem->room_set[from];
        problem->interpreter_set[to] =
            lift == LIFT_INTERPRETERS ? -1 : problem->interpreter_set[from];
    }
    if (problem->had_previous) {
        problem->had_previous[g] = problem->had_previous[m];
        problem->previous_slot[g] = problem->previous_slot[m];
        problem->previous_room[g] = problem->previous_room[m];
        problem->previous_interpreter[g] = problem->previous_interpreter[m];
        problem->previous_can_be_same[g] = problem->previous_can_be_same[m];
    }
}

/* Lists of all meetings, with each ghost's copied from its meeting. */
static struct lists extend_lists(struct arena *arena, const struct lists *lists,
                                 int n, int n_all, const int *origin,
                                 const bool *empty)
{
    int n_items = 0;
    for (int k = 0; k < n_all; k++) {
        n_items += lists_length(lists, origin[k]);
    }
    struct lists out = {arena_new(arena, n_all + 1, int),
                        arena_new(arena, n_items, int)};
    for (int k = 0, e = 0; k < n_all; k++) {
        int from = lists->start[origin[k]], end = lists->start[origin[k] + 1];
        for (int i = from; i < end && !(k >= n && empty && empty[k]); i++) {
            out.item[e++] = lists->item[i];
        }
        out.start[k + 1] = e;
    }
    return out;
}

static int number_ghosts(struct arena *arena, const struct problem *original,
                         const int *slot, struct ghosts *ghosts)
{
    int n = original->n_meetings, n_all = n;
    ghosts->n_original = n;
    ghosts->number = arena_new(arena, (int64_t)n * N_LIFTS, int);
    for (int m = 0; m < n; m++) {
        for (int lift = 0; lift < N_LIFTS; lift++) {
            bool wanted = wants_ghost(original, slot, m, lift);
            ghosts->number[(int64_t)m * N_LIFTS + lift] = wanted ? n_all++ : -1;
        }
    }
    return n_all;
}

static void extend_previous(struct arena *arena, const struct problem *original,
                            struct problem *problem)
{
    int n = original->n_meetings, n_all = problem->n_meetings;
    size_t size = sizeof(int);
    problem->had_previous =
        extended(arena, original->had_previous, n, n_all, sizeof(bool));
    problem->previous_slot =
        extended(arena, original->previous_slot, n, n_all, size);
    problem->previous_room =
        extended(arena, original->previous_room, n, n_all, size);
    problem->previous_interpreter =
        extended(arena, original->previous_interpreter, n, n_all, size);
    problem->previous_can_be_same =
        extended(arena, original->previous_can_be_same, n, n_all, sizeof(bool));
}

/* Arrays of all meetings; those of the ghosts are still empty. */
static void extend_arrays(struct arena *arena, const struct problem *original,
                          struct problem *problem)
{
    int n = original->n_meetings, n_all = problem->n_meetings;
    size_t slots = (size_t)original->n_slots, words = (size_t)original->slot_words;
    problem->value = extended(arena, original->value, n, n_all, sizeof(int64_t));
    problem->must = extended(arena, original->must, n, n_all, sizeof(bool));
    problem->domain =
        extended(arena, original->domain, n, n_all, words * sizeof(uint64_t));
    problem->room_set =
        extended(arena, original->room_set, n, n_all, slots * sizeof(int));
    problem->interpreter_set =
        extended(arena, original->interpreter_set, n, n_all, slots * sizeof(int));
    if (original->had_previous) {
        extend_previous(arena, original, problem);
    }
}

void ghosts_init(struct arena *arena, const struct problem *original,
                 const int *slot, struct ghosts *ghosts)
{
    struct problem *problem = &ghosts->problem;
    int n = original->n_meetings;
    int n_all = number_ghosts(arena, original, slot, ghosts);
    *problem = *original;
    problem->n_meetings = n_all;
    extend_arrays(arena, original, problem);
    int *origin = ghosts->origin = arena_new(arena, n_all, int);
    bool *nobody = arena_new(arena, n_all, bool);
    for (int m = 0; m < n; m++) {
        origin[m] = m;
        for (int lift = 0; lift < N_LIFTS; lift++) {
            int g = ghosts_find(ghosts, m, (enum lift)lift);
            if (g >= 0) {
                origin[g] = m;
                nobody[g] = lift == LIFT_PARTICIPANTS;
                fill_ghost(problem, g, m, lift);
            }
        }
    }
    problem->participants =
        extend_lists(arena, &original->participants, n, n_all, origin, nobody);
    problem->after = extend_lists(arena, &original->after, n, n_all, origin, NULL);
}

/* In the extended problem every ghost of a meeting that was scheduled before counts
 * as dropped. */
void standard_init(const struct ghosts *ghosts, const struct solution *solution,
                   struct standard *standard)
{
    const struct problem *problem = &ghosts->problem;
    standard->n_levels = count_levels(problem);
    for (int k = 0; k < standard->n_levels; k++) {
        standard->value[k] = solution->level[k].value;
        if (problem->level[k] != SOLVER_STABILITY || !problem->had_previous) {
            continue;
        }
        for (int g = ghosts->n_original; g < problem->n_meetings; g++) {
            standard->value[k] += problem->had_previous[g] ? STABILITY_DROPPED : 0;
        }
    }
}
