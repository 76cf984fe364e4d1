#include "solver/probe_narrow.h"

#include <string.h>

#include "scheduler/base/bits.h"

/* Slots of all meetings: with more, prices take longer than a rerun may. */
enum { MOST_OPEN_SLOTS = 15 * 1000 };

/* What is left beside the certain meetings; what has to come after others is looked
 * after by the program, as ghosts may come before it, too. */
static bool build_kept(struct arena *arena, const struct ghosts *ghosts,
                       const bool *certain, struct kept *kept)
{
    struct problem problem = ghosts->problem;
    int n = problem.n_meetings;
    struct keep keep = {.fate = arena_new(arena, n, enum keep_fate),
                        .slot = arena_new(arena, n, int)};
    for (int m = 0; m < ghosts->n_original; m++) {
        keep.fate[m] = certain[m] ? KEEP_WHOLE : KEEP_FREE;
    }
    problem.after = (struct lists){arena_new(arena, n + 1, int), NULL};
    return kept_build(arena, &problem, &keep, kept);
}

/* What the smaller problem says of its meetings, under their numbers in the other one;
 * those that it does not have can be nowhere. */
static void widen(struct arena *arena, const struct ghosts *ghosts,
                  const bool *certain, struct narrow *narrow)
{
    const struct problem *small = &narrow->kept.problem;
    struct problem *out = &narrow->ghosts.problem;
    int n = out->n_meetings, n_slots = out->n_slots, words = out->slot_words;
    out->rooms = &narrow->kept.rooms;
    out->interpreters = &narrow->kept.interpreters;
    out->domain = arena_new(arena, (int64_t)n * words, uint64_t);
    out->room_set = arena_new(arena, (int64_t)n * n_slots, int);
    out->interpreter_set = arena_new(arena, (int64_t)n * n_slots, int);
    out->must = arena_new(arena, n, bool);
    out->had_previous = arena_new(arena, n, bool);
    for (int m = 0; m < n; m++) {
        bool stays = m < ghosts->n_original && certain[m];
        out->must[m] = ghosts->problem.must[m] || stays;
        out->had_previous[m] = ghosts->problem.had_previous[m] && !stays;
    }
    for (int k = 0; k < small->n_meetings; k++) {
        int m = narrow->kept.meeting[k];
        memcpy(out->domain + (int64_t)m * words, small->domain + (int64_t)k * words,
               (size_t)words * sizeof *out->domain);
        memcpy(out->room_set + (int64_t)m * n_slots,
               small->room_set + (int64_t)k * n_slots,
               (size_t)n_slots * sizeof(int));
        memcpy(out->interpreter_set + (int64_t)m * n_slots,
               small->interpreter_set + (int64_t)k * n_slots,
               (size_t)n_slots * sizeof(int));
    }
}

static bool *find_followed(struct arena *arena, const struct problem *problem)
{
    const struct lists *after = &problem->after;
    bool *is_followed = arena_new(arena, problem->n_meetings, bool);
    for (int i = 0; i < after->start[problem->n_meetings]; i++) {
        is_followed[after->item[i]] = true;
    }
    return is_followed;
}

bool narrow_init(struct arena *arena, const struct ghosts *ghosts,
                 const bool *certain, struct narrow *narrow)
{
    *narrow = (struct narrow){
        .ghosts = *ghosts, .is_followed = find_followed(arena, &ghosts->problem)};
    if (!build_kept(arena, ghosts, certain, &narrow->kept)) {
        return false;
    }
    widen(arena, ghosts, certain, narrow);
    const struct problem *problem = &narrow->ghosts.problem;
    if (bits_count(problem->domain, problem->n_meetings * problem->slot_words) >
        MOST_OPEN_SLOTS) {
        return false;
    }
    pool_init_rooms(arena, &narrow->ghosts.problem, &narrow->rooms);
    pool_init_interpreters(arena, &narrow->ghosts.problem, &narrow->interpreters);
    return true;
}

bool narrow_suits(const struct narrow *narrow, int g)
{
    return !narrow->ghosts.problem.had_previous[g] &&
           !narrow->is_followed[narrow->ghosts.origin[g]];
}
