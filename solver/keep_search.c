/* From where the relaxation has most of each meeting, with STABILITY as the only level;
 * rooms and interpreters have no names there, so that what was found can cost more
 * than the search thought. */

#include "solver/keep_search.h"

#include "scheduler/base/bits.h"
#include "solver/construct.h"
#include "solver/search.h"
#include "solver/work.h"

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

/* Only the slot that the meeting has in what was found. */
static void restrict_slots(struct problem *problem, const int *slot)
{
    for (int m = 0; m < problem->n_meetings; m++) {
        uint64_t *domain = problem->domain + (int64_t)m * problem->slot_words;
        for (int s = 0; s < problem->n_slots; s++) {
            if (s != slot[m]) {
                bits_remove(domain, s);
            }
        }
    }
}

bool keep_search(const struct solver_options *options, int64_t least,
                 struct kept *kept)
{
    static const enum solver_level stability[] = {SOLVER_STABILITY};
    struct problem alone = kept->problem;
    struct solver_options quiet = *options;
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
        restrict_slots(&kept->problem, work.incumbent.slot);
    }
    work_finish(&work);
    return is_sound;
}
