/* What surely stays is held, and the meetings that the program has are placed anew,
 * from where the relaxation has most of them. Rooms and interpreters get their names
 * afterwards, so that what was found can cost more than the search thought. */

#include "solver/keep_search.h"

#include <string.h>

#include "solver/construct.h"
#include "solver/kept.h"
#include "solver/naming.h"
#include "solver/search.h"
#include "solver/work.h"

/* Branch and cut does fewer in no time. */
enum { FEW_OPEN = 100 };

/* An assignment, and what STABILITY is of it, names included. */
struct found {
    int *slot, *room, *interpreter; /* of m, -1 = none */
    int64_t cost;
};

static void search(struct work *work, const int *start)
{
    state_load(&work->state, start, (const int *[N_POOLS]){NULL});
    construct(work->arena, &work->state);
    incumbent_offer(&work->incumbent, &work->state);
    if (work->incumbent.broken != 0) {
        search_feasible(work);
    }
    if (!work_is_done(work, 0)) {
        search_level(work, 0);
    }
}

static void name(struct arena *arena, struct work *work, struct found *found)
{
    const struct problem *problem = work->problem;
    int n = problem->n_meetings;
    *found = (struct found){.slot = arena_new(arena, n, int),
                            .room = arena_new(arena, n, int),
                            .interpreter = arena_new(arena, n, int)};
    for (int m = 0; m < n; m++) {
        found->slot[m] = work->incumbent.slot[m];
    }
    naming_assign(work->arena, &work->state, &work->incumbent,
                  (struct naming_poll){work_poll, work}, found->room,
                  found->interpreter);
    found->cost =
        naming_stability(problem, found->slot, found->room, found->interpreter);
}

/* Ends where STABILITY, without names, is `least`; false if what was found breaks a
 * rule. */
static bool find(struct keeper *keeper, const struct kept *kept, int64_t least,
                 struct found *found)
{
    static const enum solver_level stability[] = {SOLVER_STABILITY};
    struct problem alone = kept->problem;
    struct solver_options quiet = *keeper->options;
    struct work work;
    alone.level = stability;
    alone.n_levels = 1;
    quiet.report = NULL;
    quiet.time_limit_s = 0;
    work_init(&work, &alone, &quiet);
    work_take_bound(&work, 0, least);
    search(&work, kept->slot);
    bool is_sound = work.incumbent.broken == 0;
    if (is_sound) {
        name(keeper->arena, &work, found);
    }
    work_finish(&work);
    return is_sound;
}

static enum keep_fate fate_for(int cost)
{
    return cost == 0                 ? KEEP_WHOLE
           : cost == STABILITY_ROOM  ? KEEP_SLOT
           : cost == STABILITY_MOVED ? KEEP_ELSEWHEN
                                     : KEEP_FREE;
}

static void take(struct keeper *keeper, const struct keep *certain,
                 const struct kept *kept, const struct found *found)
{
    const struct problem *small = &kept->problem;
    struct keep *best = keeper->best;
    for (int m = 0; m < keeper->problem->n_meetings; m++) {
        best->slot[m] = -1;
        best->fate[m] = certain->fate[m];
    }
    keep_forget_works(best, small);
    best->knows_works = true;
    for (int k = 0; k < small->n_meetings; k++) {
        int m = kept->meeting[k], s = found->slot[k], i = found->interpreter[k];
        best->slot[m] = s;
        if (i >= 0) {
            bits_add(best->works + (int64_t)i * small->slot_words, s);
        }
        if (small->had_previous[k]) {
            best->fate[m] =
                fate_for(naming_change(small, k, s, found->room[k], i));
        }
    }
}

/* The problem with only the meetings that the program has. */
static struct problem asked_only(struct keeper *keeper)
{
    struct problem only = *keeper->problem;
    size_t words = (size_t)only.slot_words, n = (size_t)only.n_meetings;
    only.domain = arena_new(keeper->arena, n * words, uint64_t);
    for (size_t m = 0; m < n; m++) {
        if (keeper->asked.first[m] < keeper->asked.end[m]) {
            memcpy(only.domain + m * words, keeper->problem->domain + m * words,
                   words * sizeof *only.domain);
        }
    }
    return only;
}

/* Meetings of before that the smaller problem does not have. */
static int count_missing(const struct problem *problem, const struct kept *kept)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        n += problem->had_previous[m];
    }
    for (int k = 0; k < kept->problem.n_meetings; k++) {
        n -= problem->had_previous[kept->meeting[k]];
    }
    return n;
}

void keep_search(struct keeper *keeper)
{
    struct problem only = asked_only(keeper);
    struct kept kept;
    struct found found;
    struct keep certain = {
        .fate = arena_new(keeper->arena, only.n_meetings, enum keep_fate),
        .slot = keeper->likely};
    dual_wide gap = dual_bound_gap(&keeper->bound, keeper->limit);
    int n_open = 0;
    for (int m = 0; m < only.n_meetings; m++) {
        bool is_sure = keep_columns_agree(keeper, m, KEEP_WHOLE, gap);
        certain.fate[m] = is_sure ? KEEP_WHOLE : KEEP_FREE;
        n_open += only.had_previous[m] && !is_sure;
    }
    if (n_open < FEW_OPEN ||
        !kept_build(keeper->arena, &only, &certain, &kept)) {
        return;
    }
    kept_remember(keeper->arena, &only, &certain, &kept);
    int64_t most = keeper->asked.most -
                   (int64_t)count_missing(&only, &kept) * STABILITY_DROPPED;
    if (find(keeper, &kept, most - keeper->limit, &found) &&
        (!keeper->has_point || most - found.cost > keeper->value)) {
        keeper->has_point = true;
        keeper->value = most - found.cost;
        take(keeper, &certain, &kept, &found);
    }
}
