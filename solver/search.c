#include "solver/search.h"

#include "solver/anneal.h"
#include "solver/settled.h"

/* Effort, counted so that it is the same on every machine. */
enum {
    SERVED_MOVES_PER_MEETING = 120,
    PATIENT_MOVES_PER_MEETING = 1000,
    NEAR = 300, /* a gap of less than this part */
    MOVES_PER_MEETING = 300,
    SLOT_MOVES_PER_MEETING = 300,
    LEAST_MOVES = 40 * 1000,
    MOST_MOVES = 2 * 1000 * 1000,
    FEW_MEETINGS = 4000, /* beyond, other slots are all that is tried for levels
                            that are about slots */
    RUNS = 2,
    ROUNDS = 4,
};

static int64_t moves_for(const struct problem *problem, int per_meeting)
{
    int64_t moves = (int64_t)problem_n_loose(problem) * per_meeting;
    return moves < LEAST_MOVES  ? LEAST_MOVES
           : moves > MOST_MOVES ? MOST_MOVES
                                : moves;
}

static void search(struct arena scratch, struct work *work,
                   const struct problem *problem, int k, struct anneal_heat heat,
                   int moves_per_meeting)
{
    struct anneal_task task = {
        .problem = problem,
        .rooms = &work->rooms,
        .interpreters = &work->interpreters,
        .focus = k,
        .heat = heat,
        .has_target = work->level[k].has_bound,
        .target = work->level[k].bound,
        .n_moves = moves_for(problem, moves_per_meeting),
        .n_runs = RUNS,
        .n_rounds = ROUNDS,
        .threads = work->options->threads,
        .seed = work->options->seed * 1000 + (uint64_t)k,
        .stop = &work->stop,
        .poll = work_poll,
        .context = work,
    };
    work_keep(work);
    anneal(scratch, &task, &work->incumbent);
    work_return(work);
}

/* True if SERVED, before k, says which meetings to hold, and k only when. */
static bool is_about_slots(const struct problem *problem, int k)
{
    int served = problem_rank(problem, SOLVER_SERVED);
    enum solver_level level = problem->level[k];
    return served >= 0 && served < k &&
           (level == SOLVER_BURDEN || level == SOLVER_COMFORT);
}

/* With the meetings of the incumbent, only in other slots. */
static void search_slots(struct work *work, int k)
{
    struct arena scratch = work->arena;
    struct problem same =
        settled_as_held(&scratch, &work->open, work->incumbent.slot);
    search(scratch, work, &same, k, anneal_heat_of_slots, SLOT_MOVES_PER_MEETING);
}

/* True if what is missing to the bound is so little that more of the same may find
 * it. */
static bool is_near(const struct work *work, int k)
{
    const struct solver_level_result *result = &work->level[k];
    int64_t value = work->incumbent.value[work->problem->level[k]];
    return result->has_bound && (result->bound - value) * NEAR <= value;
}

void search_level(struct work *work, int k)
{
    enum solver_level level = work->problem->level[k];
    if (work->incumbent.broken == 0 && is_about_slots(work->problem, k)) {
        search_slots(work, k);
        if (work_is_done(work, k) || work->problem->n_meetings > FEW_MEETINGS) {
            return;
        }
    }
    search(work->arena, work, &work->open, k, anneal_heat_of(level),
           level == SOLVER_SERVED ? SERVED_MOVES_PER_MEETING : MOVES_PER_MEETING);
    if (level == SOLVER_SERVED && !work_is_done(work, k) && is_near(work, k)) {
        search(work->arena, work, &work->open, k, anneal_heat_of(level),
               PATIENT_MOVES_PER_MEETING);
    }
}

void search_feasible(struct work *work)
{
    int last = work->problem->n_levels - 1;
    search(work->arena, work, &work->open, last,
           anneal_heat_of(work->problem->level[last]), MOVES_PER_MEETING);
}
