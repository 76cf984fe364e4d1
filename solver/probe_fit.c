#include "solver/probe_fit.h"

#include <assert.h>
#include <string.h>

#include "solver/incumbent.h"
#include "solver/lists.h"
#include "solver/naming.h"

enum {
    TRIES_PER_SLOT = 12,             /* to fit a ghost in by a chain of moves */
    TRIES_PER_SLOT_THERE = 4,        /* the same into an earlier assignment, */
    MEETINGS_PER_MOVE = 10,          /* loading which counts as so many moves */
    WALK_MOVES = 4000,               /* and by a walk from each slot, */
    MOVES_IN_ALL = 800 * 1000,       /* of chains and walks, */
    MOVES_PER_TRY = 4,               /* of which one chain counts as so many */
    NAMES_IN_ALL = 10 * 1000 * 1000, /* handed out to see how good a state is */
    BACK_IN_ALL = 20 * 1000,         /* chains that bring meetings back, */
    BACK_ROUNDS = 4,                 /* in so many rounds; */
    MEETINGS_PER_BACK = 50,          /* loading counts as so many chains */
    FEW_AWAY = 3,                    /* one or two are left as they are */
    CHAIN_LENGTH = 12,
    FIT_SEED = 1, /* answers do not depend on the solution's seed */
};

static void note_assignment(struct fit *fit, const struct pool *interpreters,
                            const struct solution *solution)
{
    const struct problem *problem = &fit->ghosts->problem;
    int n = fit->ghosts->n_original;
    fit->slot = arena_new(&fit->arena, problem->n_meetings, int);
    fit->cap = arena_new(&fit->arena,
                         (int64_t)interpreters->n_classes * problem->n_slots, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        fit->slot[m] = m < n ? solution->slot[m] : -1;
        int i = m < n ? solution->interpreter[m] : -1;
        if (fit->slot[m] >= 0 && i >= 0) {
            int c = interpreters->class_of[i];
            fit->cap[state_cell(&fit->state, c, fit->slot[m])]++;
        }
    }
}

static void load_assignment(struct fit *fit)
{
    const int *caps[N_POOLS] = {NULL, fit->cap};
    bool complete = state_load(&fit->state, fit->slot, caps);
    fit->is_at_solution = true;
    assert(complete);
    (void)complete;
}

/* What has to come after a meeting has to come after its ghosts as well. */
static void list_followers(struct fit *fit)
{
    const struct problem *problem = &fit->ghosts->problem;
    const struct lists *before = fit->state.before;
    int n = problem->n_meetings, n_items = 0;
    int *origin = arena_new(&fit->arena, n, int);
    for (int k = 0; k < n; k++) {
        origin[k] = fit->ghosts->origin[k];
        n_items += lists_length(before, origin[k]);
    }
    fit->followers.start = arena_new(&fit->arena, n + 1, int);
    fit->followers.item = arena_new(&fit->arena, n_items, int);
    for (int k = 0, e = 0; k < n; k++) {
        for (int i = before->start[origin[k]]; i < before->start[origin[k] + 1];
             i++) {
            fit->followers.item[e++] = before->item[i];
        }
        fit->followers.start[k + 1] = e;
    }
    fit->state.before = &fit->followers;
}

static bool depend_on_names(const struct problem *problem, int n_levels)
{
    for (int k = 0; k < n_levels; k++) {
        if (problem->level[k] == SOLVER_ROOMS ||
            (problem->level[k] == SOLVER_STABILITY && problem->had_previous)) {
            return true;
        }
    }
    return false;
}

void fit_init(const struct ghosts *ghosts, const struct standard *standard,
              const struct pool *rooms, const struct pool *interpreters,
              const struct solution *solution, struct fit *fit)
{
    *fit = (struct fit){.ghosts = ghosts, .standard = standard};
    arena_init(&fit->arena);
    arena_init(&fit->log_arena);
    state_init(&fit->log_arena, &ghosts->problem, rooms, interpreters, &fit->state);
    fit->has_names = depend_on_names(&ghosts->problem, standard->n_levels);
    note_assignment(fit, interpreters, solution);
    probe_names_init(&fit->arena, &ghosts->problem, solution, ghosts->n_original,
                     &fit->names);
    list_followers(fit);
    fit->found = arena_new(&fit->arena, ghosts->n_original, int);
    load_assignment(fit);
    mover_init(&fit->arena, &fit->state, FIT_SEED, &fit->mover);
    fit->mover.n_random = ghosts->n_original;
    fit->moves_left = MOVES_IN_ALL;
    fit->names_left = NAMES_IN_ALL;
    fit->back_left = BACK_IN_ALL;
}

void fit_finish(struct fit *fit)
{
    arena_finish(&fit->log_arena);
    arena_finish(&fit->arena);
}

/* -1, 0, 1 as values are better than, as good as, worse than the solution's. */
static int compare_with_standard(const struct fit *fit, const int64_t *value)
{
    for (int k = 0; k < fit->standard->n_levels; k++) {
        enum solver_level level = fit->ghosts->problem.level[k];
        int64_t hold = fit->standard->value[k];
        if (value[level] != hold) {
            return (value[level] > hold) == solver_level_is_maximised(level) ? -1
                                                                             : 1;
        }
    }
    return 0;
}

/* The values with rooms and interpreters by name. */
static void find_named_values(const struct fit *fit, int64_t *value)
{
    const struct problem *problem = &fit->ghosts->problem;
    struct arena scratch = fit->arena;
    struct incumbent incumbent;
    int *room = arena_new(&scratch, problem->n_meetings, int);
    int *interpreter = arena_new(&scratch, problem->n_meetings, int);
    incumbent_init(&scratch, &fit->state, &incumbent);
    incumbent_offer(&incumbent, &fit->state);
    naming_assign(scratch, &fit->state, &incumbent, (struct naming_poll){0}, room,
                  interpreter);
    memcpy(value, incumbent.value, sizeof incumbent.value);
    value[SOLVER_ROOMS] =
        naming_room_changes(scratch, problem, incumbent.slot, room);
    value[SOLVER_STABILITY] =
        naming_stability(problem, incumbent.slot, room, interpreter);
}

/* True if the state, in which ghost g was put into slot s and nothing else is changed,
 * is better for sure: all others keep their names, and these cost what they do. */
static bool is_better_with_names(const struct fit *fit, int g, int s)
{
    int64_t value[SOLVER_N_LEVELS];
    const bool *had_previous = fit->ghosts->problem.had_previous;
    if (fit->state.broken > 0 || (had_previous && had_previous[g]) ||
        !probe_names_are_free(&fit->names, g, s)) {
        return false;
    }
    memcpy(value, fit->state.value, sizeof value);
    for (int k = 0; k < fit->standard->n_levels; k++) {
        enum solver_level level = fit->ghosts->problem.level[k];
        if (level == SOLVER_ROOMS) {
            return false;
        }
        if (level == SOLVER_STABILITY) {
            value[level] = fit->standard->value[k];
        }
    }
    return compare_with_standard(fit, value) < 0;
}

/* True if the state, with a ghost in it, is better than the solution. Names are
 * handed out only where they matter and nothing else speaks against it. */
static bool is_better(struct fit *fit)
{
    int64_t value[SOLVER_N_LEVELS];
    if (fit->state.broken > 0 ||
        compare_with_standard(fit, fit->state.value) >= 0) {
        return false;
    }
    if (!fit->has_names) {
        return true;
    }
    if (fit->names_left <= 0) {
        return false;
    }
    fit->names_left -= fit->ghosts->n_original;
    find_named_values(fit, value);
    return compare_with_standard(fit, value) < 0;
}

static void note_found(struct fit *fit, int g)
{
    int n = fit->ghosts->n_original;
    memcpy(fit->found, fit->state.slot, (size_t)n * sizeof *fit->found);
    fit->found_is_solution = false;
    fit->found_slot = fit->state.slot[g];
}

/* The same where all but the ghost is the solution's, as of most questions: those
 * slots are copied once, not for each of a million. */
static void note_beside(struct fit *fit, int g)
{
    if (!fit->found_is_solution) {
        note_found(fit, g);
        fit->found_is_solution = true;
    }
    fit->found_slot = fit->state.slot[g];
}

/* The same; notes the assignment, with ghost g in it, if it is. */
static bool is_found(struct fit *fit, int g)
{
    bool found = is_better(fit);
    if (found) {
        note_found(fit, g);
    }
    return found;
}

/* The same for a state that differs from the solution by ghost g in slot s alone. */
static bool is_found_beside(struct fit *fit, int g, int s)
{
    bool found = is_better_with_names(fit, g, s) || is_better(fit);
    if (found) {
        note_beside(fit, g);
    }
    return found;
}

static bool is_over(const struct fit *fit)
{
    return fit->poll && fit->poll(fit->context);
}

/* The better assignment found last, for later questions. */
static void keep_found(struct fit *fit, int g)
{
    int n = fit->ghosts->problem.n_meetings;
    struct fit_earlier *earlier =
        &fit->earlier[fit->n_earlier++ % FIT_MOST_EARLIER];
    if (!earlier->slot) {
        earlier->slot = arena_new(&fit->arena, n, int);
        memset(earlier->slot, -1, (size_t)n * sizeof *earlier->slot);
    }
    memcpy(earlier->slot, fit->found,
           (size_t)fit->ghosts->n_original * sizeof *earlier->slot);
    earlier->value = fit->ghosts->problem.value[g];
}

void fit_stand_in(struct fit *fit, int m, int g, bool on)
{
    const struct lists *after = &fit->ghosts->problem.after;
    for (int i = fit->followers.start[m]; i < fit->followers.start[m + 1]; i++) {
        int f = fit->followers.item[i];
        for (int k = after->start[f]; k < after->start[f + 1]; k++) {
            if (after->item[k] == (on ? m : g)) {
                after->item[k] = on ? g : m;
            }
        }
    }
}

bool fit_as_it_stands(struct fit *fit, int g, int s, bool better)
{
    if (!problem_allows(&fit->ghosts->problem, g, s)) {
        return false;
    }
    int mark = state_mark(&fit->state);
    int64_t broken = fit->state.broken;
    bool fits = state_place(&fit->state, g, s) && fit->state.broken <= broken &&
                (!better || (fit->is_at_solution ? is_found_beside(fit, g, s)
                                                 : is_found(fit, g)));
    state_undo(&fit->state, mark);
    return fits;
}

/* How far the state is from the solution, level by level, summed up. */
static int64_t missing(const struct fit *fit)
{
    int64_t sum = fit->state.broken * 1000;
    for (int k = 0; k < fit->standard->n_levels; k++) {
        enum solver_level level = fit->ghosts->problem.level[k];
        int64_t worse = fit->state.value[level] - fit->standard->value[k];
        worse = solver_level_is_maximised(level) ? -worse : worse;
        sum += worse > 0 ? worse : 0;
    }
    return sum;
}

/* Walks on from a state with the ghost in it, by moves that do not make the sum
 * of what is missing larger and leave the ghost where it is. */
static bool walk(struct fit *fit, int m, int g)
{
    struct state *state = &fit->state;
    for (int k = 0; k < WALK_MOVES && fit->moves_left > 0; k++) {
        fit->moves_left--;
        int mark = state_mark(state);
        int64_t before = missing(fit);
        bool made = move_random(&fit->mover, SOLVER_SERVED);
        if (!made || state->slot[g] < 0 || state->slot[m] >= 0 ||
            missing(fit) > before) {
            state_undo(state, mark);
        } else if (is_found(fit, g)) {
            return true;
        }
    }
    return false;
}

static bool chain(struct fit *fit, int m, int g, int tries)
{
    const struct lists *slots = fit->mover.slots;
    bool found = false;
    for (int i = slots->start[g]; i < slots->start[g + 1] && !found; i++) {
        for (int k = 0; k < tries && !found && fit->moves_left > 0; k++) {
            fit->moves_left -= MOVES_PER_TRY;
            found = move_to(&fit->mover, g, slots->item[i], CHAIN_LENGTH) &&
                    fit->state.slot[m] < 0 && is_found(fit, g);
            state_undo(&fit->state, 0);
        }
    }
    return found;
}

bool fit_by_chain(struct fit *fit, int m, int g)
{
    bool found = chain(fit, m, g, TRIES_PER_SLOT);
    if (found) {
        keep_found(fit, g);
    }
    return found;
}

/* The state is the earlier assignment's. */
static bool fits_into_it(struct fit *fit, int m, int g)
{
    const struct lists *slots = fit->mover.slots;
    if (fit->state.slot[m] >= 0) {
        return false;
    }
    for (int i = slots->start[g]; i < slots->start[g + 1]; i++) {
        if (fit_as_it_stands(fit, g, slots->item[i], true)) {
            return true;
        }
    }
    return chain(fit, m, g, TRIES_PER_SLOT_THERE);
}

bool fit_by_earlier(struct fit *fit, int m, int g)
{
    const struct problem *problem = &fit->ghosts->problem;
    int n = fit->n_earlier < FIT_MOST_EARLIER ? fit->n_earlier : FIT_MOST_EARLIER;
    bool found = false, loaded = false;
    for (int i = 0; i < n && !found && fit->moves_left > 0 && !is_over(fit); i++) {
        const struct fit_earlier *earlier = &fit->earlier[i];
        if (earlier->value > problem->value[g]) {
            continue;
        }
        fit->moves_left -= problem->n_meetings / MEETINGS_PER_MOVE;
        loaded = true;
        fit->is_at_solution = false;
        found =
            state_load(&fit->state, earlier->slot, NULL) && fits_into_it(fit, m, g);
    }
    if (loaded) {
        load_assignment(fit);
    }
    if (found) {
        keep_found(fit, g);
    }
    return found;
}

bool fit_by_walk(struct fit *fit, int m, int g)
{
    const struct lists *slots = fit->mover.slots;
    bool found = false;
    for (int i = slots->start[g];
         i < slots->start[g + 1] && !found && fit->moves_left > 0 && !is_over(fit);
         i++) {
        found = move_to(&fit->mover, g, slots->item[i], CHAIN_LENGTH) &&
                walk(fit, m, g);
        state_undo(&fit->state, 0);
    }
    if (found) {
        keep_found(fit, g);
    }
    return found;
}

bool fit_by_point(struct fit *fit, int g, const int *slot, const int *cap)
{
    bool limited = fit->state.pool[POOL_INTERPRETERS]->limited;
    const int *caps[N_POOLS] = {NULL, limited ? cap : NULL};
    bool good = state_load(&fit->state, slot, caps) && is_found(fit, g);
    load_assignment(fit);
    if (good) {
        keep_found(fit, g);
    }
    return good;
}

/* Whether meeting k of the solution would be somewhere else in slot s, or out. */
static bool is_away(const struct fit *fit, int k, int s)
{
    return k < fit->ghosts->n_original && fit->slot[k] >= 0 && fit->slot[k] != s;
}

/* How many more meetings are away than at the mark of the log. */
static int more_away(const struct fit *fit, int mark)
{
    const struct state *state = &fit->state;
    int more = 0;
    for (int i = mark; i < state->n_log; i++) {
        int k = state->log[i].m, first = mark;
        while (state->log[first].m != k) {
            first++;
        }
        if (first == i) { /* where it was at the mark */
            more += is_away(fit, k, state->slot[k]) -
                    is_away(fit, k, state->log[i].slot);
        }
    }
    return more;
}

/* One round over all meetings that are away; false if it brought nothing. */
static bool bring_back(struct fit *fit, int m, int g)
{
    struct state *state = &fit->state;
    bool any = false;
    for (int k = 0; k < fit->ghosts->n_original && fit->back_left > 0; k++) {
        if (!is_away(fit, k, state->slot[k])) {
            continue;
        }
        fit->back_left--;
        int mark = state_mark(state);
        if (move_to(&fit->mover, k, fit->slot[k], CHAIN_LENGTH) &&
            more_away(fit, mark) < 0 && state->slot[g] >= 0 && state->slot[m] < 0 &&
            is_better(fit)) {
            state_settle(state);
            any = true;
        } else {
            state_undo(state, mark);
        }
    }
    return any;
}

/* How many meetings are away in the better assignment found last. */
static int n_found_away(const struct fit *fit)
{
    int n = 0;
    for (int k = 0; k < fit->ghosts->n_original; k++) {
        n += is_away(fit, k, fit->found[k]);
    }
    return n;
}

void fit_bring_back(struct fit *fit, int m, int g)
{
    struct arena scratch = fit->arena;
    int n = fit->ghosts->problem.n_meetings;
    if (fit->back_left <= 0 || n_found_away(fit) < FEW_AWAY) {
        return;
    }
    fit->back_left -= n / MEETINGS_PER_BACK;
    int *slot = arena_new(&scratch, n, int);
    for (int k = 0; k < n; k++) {
        slot[k] = k < fit->ghosts->n_original ? fit->found[k] : -1;
    }
    slot[g] = fit->found_slot;
    if (state_load(&fit->state, slot, NULL)) {
        for (int k = 0; k < BACK_ROUNDS && bring_back(fit, m, g); k++) {
        }
        is_found(fit, g);
    }
    load_assignment(fit);
}
