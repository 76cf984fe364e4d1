#include "solver/lists.h"

#include "scheduler/base/bits.h"

struct lists lists_invert(struct arena *arena, const struct lists *lists, int n,
                          int n_items)
{
    struct lists inverse = {
        .start = arena_new(arena, n_items + 1, int),
        .item = arena_new(arena, lists->start[n], int),
    };
    for (int e = 0; e < lists->start[n]; e++) {
        inverse.start[lists->item[e] + 1]++;
    }
    for (int i = 0; i < n_items; i++) {
        inverse.start[i + 1] += inverse.start[i];
    }
    struct arena scratch = *arena;
    int *filled = arena_new(&scratch, n_items, int);
    for (int k = 0; k < n; k++) {
        for (int e = lists->start[k]; e < lists->start[k + 1]; e++) {
            int i = lists->item[e];
            inverse.item[inverse.start[i] + filled[i]++] = k;
        }
    }
    return inverse;
}

struct lists lists_of_held(struct arena *arena, const struct problem *problem,
                           const bool *held)
{
    struct lists all = lists_invert(arena, &problem->participants,
                                    problem->n_meetings, problem->n_participants);
    struct lists some = {
        .start = arena_new(arena, problem->n_participants + 1, int),
        .item = arena_new(arena, all.start[problem->n_participants], int),
    };
    int n = 0;
    for (int p = 0; p < problem->n_participants; p++) {
        for (int e = all.start[p]; e < all.start[p + 1]; e++) {
            if (held[all.item[e]]) {
                some.item[n++] = all.item[e];
            }
        }
        some.start[p + 1] = n;
    }
    return some;
}

struct lists lists_of_slots(struct arena *arena, const struct problem *problem)
{
    int n = problem->n_meetings, n_slots = problem->n_slots;
    struct lists slots = {.start = arena_new(arena, n + 1, int)};
    for (int m = 0; m < n; m++) {
        const uint64_t *domain = problem->domain + (int64_t)m * problem->slot_words;
        slots.start[m + 1] =
            slots.start[m] + bits_count(domain, problem->slot_words);
    }
    slots.item = arena_new(arena, slots.start[n], int);
    for (int m = 0, k = 0; m < n; m++) {
        const uint64_t *domain = problem->domain + (int64_t)m * problem->slot_words;
        for (int s = bits_next(domain, n_slots, 0); s >= 0;
             s = bits_next(domain, n_slots, s + 1)) {
            slots.item[k++] = s;
        }
    }
    return slots;
}

void lists_find_sessions(struct arena *arena, const struct problem *problem,
                         int **session_first, int **session_end)
{
    int n = problem->n_slots;
    int *first = arena_new(arena, n, int);
    int *end = arena_new(arena, n, int);
    for (int s = 0; s < n; s++) {
        bool starts = s == 0 || problem->session[s] != problem->session[s - 1];
        first[s] = starts ? s : first[s - 1];
    }
    for (int s = n - 1; s >= 0; s--) {
        bool ends = s == n - 1 || problem->session[s] != problem->session[s + 1];
        end[s] = ends ? s + 1 : end[s + 1];
    }
    *session_first = first;
    *session_end = end;
}
