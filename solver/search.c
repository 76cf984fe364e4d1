#include "solver/search.h"

#include <assert.h>
#include <string.h>

#include "solver/anneal.h"
#include "solver/integer_bound.h"
#include "solver/lists.h"
#include "solver/settled.h"

/* Effort, counted so that it is the same on every machine. */
enum {
    SERVED_MOVES_PER_MEETING = 120,
    PATIENT_MOVES_PER_MEETING = 1000,
    NEAR = 300, /* a gap of less than this part */
    MOVES_PER_MEETING = 300,
    SLOT_MOVES_PER_MEETING = 300,
    AIMED_MOVES_PER_MEETING = 150,
    MENDING_MOVES_PER_MEETING = 30,
    MOST_AIMS = 8,
    LARGE_AIMS = 1,  /* beyond FEW_MEETINGS, where one takes seconds */
    MOST_MISSES = 3, /* each time the aim is lower */
    EXCHANGES = 4,
    LEAST_MOVES = 40 * 1000,
    MOST_SERVED_MOVES = 2 * 1000 * 1000,
    MOST_MOVES = 1000 * 1000,
    FEW_MEETINGS = 4000, /* beyond, other slots are all that is tried for levels
                            that are about slots */
    RUNS = 2,
    ROUNDS = 4,
};

static int64_t moves_for(const struct problem *problem, enum solver_level level,
                         int per_meeting)
{
    int64_t moves = (int64_t)problem_n_loose(problem) * per_meeting;
    int64_t most = level == SOLVER_SERVED ? MOST_SERVED_MOVES : MOST_MOVES;
    return moves < LEAST_MOVES ? LEAST_MOVES : moves > most ? most : moves;
}

static struct anneal_task task_for(struct work *work, const struct problem *problem,
                                   int k, struct anneal_heat heat,
                                   int moves_per_meeting)
{
    return (struct anneal_task){
        .problem = problem,
        .rooms = &work->rooms,
        .interpreters = &work->interpreters,
        .focus = k,
        .heat = heat,
        .has_target = work->level[k].has_bound,
        .target = work->level[k].bound,
        .n_held = work->n_held < k ? work->n_held : k,
        .held = work->held,
        .n_moves = moves_for(problem, problem->level[k], moves_per_meeting),
        .n_runs = RUNS,
        .n_rounds = ROUNDS,
        .threads = work->options->threads,
        .seed = work->options->seed * 1000 + (uint64_t)k,
        .stop = &work->stop,
        .poll = work_poll,
        .context = work,
    };
}

static void search(struct arena scratch, struct work *work,
                   const struct problem *problem, int k, struct anneal_heat heat,
                   int moves_per_meeting)
{
    struct anneal_task task = task_for(work, problem, k, heat, moves_per_meeting);
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
    if (level == SOLVER_SERVED && work->problem->n_meetings <= FEW_MEETINGS &&
        !work_is_done(work, k) && is_near(work, k)) {
        search(work->arena, work, &work->open, k, anneal_heat_of(level),
               PATIENT_MOVES_PER_MEETING);
    }
}

/* Where the point of the relaxation holds the meeting for the most part; or -1. */
static int likely_slot(const struct work *work, int m)
{
    const struct lists *slots = &work->program.slots;
    const double *x = work->point + work->program.x_first[m];
    int n = lists_length(slots, m), best = -1;
    double sum = 0;
    for (int i = 0; i < n; i++) {
        sum += x[i];
        best = best < 0 || x[i] > x[best] ? i : best;
    }
    return sum > 0.5 ? slots->item[slots->start[m] + best] : -1;
}

/* What the narrow problem allows of the relaxation's point, or else of the
 * incumbent, is where the search begins. */
static void begin_within(struct arena *arena, struct work *work,
                         const struct problem *narrow, struct state *state,
                         struct incumbent *best)
{
    bool limited = work->interpreters.limited;
    const int *cap[N_POOLS] = {[POOL_INTERPRETERS] =
                                   limited ? work->incumbent.load[POOL_INTERPRETERS]
                                           : NULL};
    int *slot = arena_new(arena, narrow->n_meetings, int);
    for (int m = 0; m < narrow->n_meetings; m++) {
        int s = work->point ? likely_slot(work, m) : work->incumbent.slot[m];
        slot[m] = s >= 0 && problem_allows(narrow, m, s) ? s : -1;
    }
    state_init(arena, narrow, &work->rooms, &work->interpreters, state);
    state_load(state, slot, cap);
    incumbent_init(arena, state, best);
    incumbent_offer(best, state);
}

/* What was found in a narrow problem, if it is better than what was known. */
static bool take(struct work *work, const struct state *shape,
                 const struct incumbent *found)
{
    if (!incumbent_is_better(work->problem, found, &work->incumbent)) {
        return false;
    }
    work_keep(work);
    incumbent_copy(shape, found, &work->incumbent);
    return work_return(work);
}

/* Mends what is worse in a level before k, among everything, with a little heat. True
 * if the incumbent became better. */
static bool search_mended(struct work *work, int k, struct incumbent *found,
                          uint64_t seed)
{
    struct arena own;
    struct state state;
    arena_init(&own);
    state_init(&own, &work->open, &work->rooms, &work->interpreters, &state);
    struct anneal_task task = task_for(work, &work->open, k, anneal_heat_to_mend,
                                       MENDING_MOVES_PER_MEETING);
    task.seed = seed;
    anneal(own, &task, found);
    bool better = take(work, &state, found);
    arena_finish(&own);
    return better;
}

/* Looks for an assignment of this value among what prices leave of those that have
 * it, each attempt in another way. Prices that know nothing of GUARANTEE may leave no
 * such one that keeps it: then it is mended afterwards. True if the incumbent became
 * better. */
static bool search_aimed(struct work *work, int k, int64_t value, int attempt)
{
    struct arena own;
    struct problem narrow;
    struct state state;
    struct incumbent best;
    enum solver_level level = work->problem->level[k];
    bool better = false;
    arena_init(&own);
    if (integer_bound_aim(work, k, value, &own, &narrow)) {
        begin_within(&own, work, &narrow, &state, &best);
        struct anneal_task task = task_for(work, &narrow, k, anneal_heat_of(level),
                                           AIMED_MOVES_PER_MEETING);
        task.seed += (uint64_t)attempt << 32;
        task.n_held = work->lacks_guarantee ? 0 : task.n_held;
        anneal(own, &task, &best);
        better = take(work, &state, &best) ||
                 (work->lacks_guarantee && best.broken == 0 &&
                  search_mended(work, k, &best, task.seed));
    }
    arena_finish(&own);
    return better;
}

void search_towards_bound(struct work *work, int k)
{
    enum solver_level level = work->problem->level[k];
    bool is_large = work->problem->n_meetings > FEW_MEETINGS;
    if (is_large && work->was_aimed) {
        return;
    }
    work->was_aimed = true;
    int n_aims = 0, n_misses = 0;
    int most_misses = work->lacks_guarantee ? 1 : MOST_MISSES;
    int most_aims = is_large ? LARGE_AIMS : MOST_AIMS;
    while (n_aims++ < most_aims && n_misses < most_misses &&
           work->incumbent.broken == 0 && work->level[k].has_bound &&
           !work_is_done(work, k)) {
        int64_t gap = work->level[k].bound - work->incumbent.value[level];
        int64_t aim = work->level[k].bound - gap * n_misses / MOST_MISSES;
        n_misses = search_aimed(work, k, aim, n_aims) ? 0 : n_misses + 1;
    }
}

/* A copy of the problem in which level k comes before level k - 1. */
static struct problem exchanged(struct arena *arena, const struct problem *problem,
                                int k)
{
    struct problem copy = *problem;
    size_t n = (size_t)problem->n_levels;
    enum solver_level *level = arena_new(arena, n, enum solver_level);
    memcpy(level, problem->level, n * sizeof *level);
    level[k - 1] = problem->level[k];
    level[k] = problem->level[k - 1];
    copy.level = level;
    return copy;
}

/* From `best` on, in the exchanged problem: level k first, then what came before it,
 * with what was found for k. */
static void search_in_turn(struct arena scratch, struct work *work,
                           const struct problem *problem, int k, int trial,
                           struct incumbent *best)
{
    int64_t held[SOLVER_N_LEVELS];
    memcpy(held, work->held, sizeof held);
    for (int i = k - 1; i <= k; i++) {
        enum solver_level level = problem->level[i];
        int usual = 2 * k - 1 - i; /* its place in the order */
        struct anneal_task task =
            task_for(work, problem, i, anneal_heat_of(level), MOVES_PER_MEETING);
        task.has_target = work->level[usual].has_bound;
        task.target = work->level[usual].bound;
        task.n_held = i;
        task.held = held;
        task.seed += (uint64_t)trial << 32;
        anneal(scratch, &task, best);
        held[level] = best->value[level];
    }
}

bool search_exchanged(struct work *work, int k)
{
    assert(k > 0);
    if (work->problem->n_meetings > FEW_MEETINGS || work->n_held < k ||
        work->incumbent.broken != 0) {
        return false;
    }
    struct arena own;
    struct state state;
    struct incumbent best;
    bool better = false;
    arena_init(&own);
    struct problem problem = exchanged(&own, &work->open, k);
    state_init(&own, &problem, &work->rooms, &work->interpreters, &state);
    incumbent_init(&own, &state, &best);
    for (int trial = 1; trial <= EXCHANGES && !work_is_done(work, k); trial++) {
        incumbent_copy(&state, &work->incumbent, &best);
        search_in_turn(own, work, &problem, k, trial, &best);
        better |= take(work, &state, &best);
    }
    arena_finish(&own);
    return better;
}

void search_feasible(struct work *work)
{
    int last = work->problem->n_levels - 1;
    search(work->arena, work, &work->open, last,
           anneal_heat_of(work->problem->level[last]), MOVES_PER_MEETING);
}
