/* The problem is extended by ghosts: for each unscheduled meeting one copy per
 * kind of limit, with that limit lifted. A state answers whether a ghost fits
 * into the assignment as it stands, or with a few meetings moved. For the rest
 * one program holds all ghosts, their columns closed; a question opens one
 * ghost, forces it in, and asks GLPK for a point at least as good as the
 * assignment. */

#include "solver/probe.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/dual_bound.h"
#include "solver/glpk_program.h"
#include "solver/lists.h"
#include "solver/move.h"
#include "solver/program.h"
#include "solver/state.h"
#include "solver/trivial.h"

enum {
    MOST_COLUMNS = 30 * 1000,
    ITERATIONS_PER_QUESTION = 2000,
    NODES_PER_QUESTION = 100,
    ITERATIONS_IN_ALL = 12 * 1000,
    ITERATIONS_FOR_PRICES = 40 * 1000,
    TRIES_PER_SLOT = 12,       /* to fit a ghost in by a chain of moves */
    WALK_MOVES = 4000,         /* and by a walk from each slot */
    CHAIN_LENGTH = 12,
    PROBE_SEED = 1,            /* answers do not depend on the solution's seed */
};

struct probe {
    struct arena arena, state_arena;
    const struct problem *original;
    const struct solution *solution;
    bool (*poll)(void *context);
    void *context;
    struct problem problem; /* with the ghosts */
    int *ghost;             /* of m and lift, at m * N_LIFTS + lift, or -1 */
    struct pool rooms, interpreters;
    struct state state;
    struct mover mover;
    int n_levels;           /* that count */
    bool prepared;
    struct program program;
    struct glpk_program *glpk; /* NULL = too large */
    int *force_row;         /* of ghost, less the original meetings */
    int hold_row[SOLVER_N_LEVELS];
    int64_t hold[SOLVER_N_LEVELS]; /* values that count as just as good */
    struct dual_bound prices[SOLVER_N_LEVELS]; /* of each level that counts */
    bool has_prices[SOLVER_N_LEVELS];
    int iterations_left;
};

/* --- the ghosts --------------------------------------------------------------------- */

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

static bool wants_ghost(const struct probe *probe, int m, int lift)
{
    const struct problem *problem = probe->original;
    bool possible = bits_next(problem->domain + (int64_t)m * problem->slot_words,
                              problem->n_slots, 0) >= 0;
    if (probe->solution->slot[m] >= 0 || !possible) {
        return false;
    }
    return lift == LIFT_PARTICIPANTS
               ? true
               : needs(problem,
                       lift == LIFT_ROOMS ? problem->room_set : problem->interpreter_set,
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

static void fill_ghost(struct probe *probe, int g, int m, int lift)
{
    struct problem *problem = &probe->problem;
    int n_slots = problem->n_slots, words = problem->slot_words;
    problem->value[g] = problem->value[m];
    memcpy(problem->domain + (int64_t)g * words, problem->domain + (int64_t)m * words,
           (size_t)words * sizeof(uint64_t));
    for (int s = 0; s < n_slots; s++) {
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
static struct lists extend_lists(struct arena *arena, const struct lists *lists, int n,
                                 int n_all, const int *origin, const bool *empty)
{
    int n_items = 0;
    for (int k = 0; k < n_all; k++) {
        n_items += lists_length(lists, origin[k]);
    }
    struct lists out = {arena_new(arena, n_all + 1, int), arena_new(arena, n_items, int)};
    for (int k = 0, e = 0; k < n_all; k++) {
        int from = lists->start[origin[k]], end = lists->start[origin[k] + 1];
        for (int i = from; i < end && !(k >= n && empty && empty[k]); i++) {
            out.item[e++] = lists->item[i];
        }
        out.start[k + 1] = e;
    }
    return out;
}

static int number_ghosts(struct probe *probe)
{
    int n = probe->original->n_meetings, n_all = n;
    probe->ghost = arena_new(&probe->arena, (int64_t)n * N_LIFTS, int);
    for (int m = 0; m < n; m++) {
        for (int lift = 0; lift < N_LIFTS; lift++) {
            bool wanted = wants_ghost(probe, m, lift);
            probe->ghost[(int64_t)m * N_LIFTS + lift] = wanted ? n_all++ : -1;
        }
    }
    return n_all;
}

static void extend_problem(struct probe *probe)
{
    const struct problem *original = probe->original;
    struct arena *arena = &probe->arena;
    struct problem *problem = &probe->problem;
    int n = original->n_meetings, n_all = number_ghosts(probe);
    int n_slots = original->n_slots, words = original->slot_words;
    *problem = *original;
    problem->n_meetings = n_all;
    problem->value = extended(arena, original->value, n, n_all, sizeof(int64_t));
    problem->must = extended(arena, original->must, n, n_all, sizeof(bool));
    problem->domain = extended(arena, original->domain, n, n_all,
                               (size_t)words * sizeof(uint64_t));
    problem->room_set =
        extended(arena, original->room_set, n, n_all, (size_t)n_slots * sizeof(int));
    problem->interpreter_set = extended(arena, original->interpreter_set, n, n_all,
                                        (size_t)n_slots * sizeof(int));
    if (original->had_previous) {
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
    int *origin = arena_new(arena, n_all, int);
    bool *nobody = arena_new(arena, n_all, bool);
    for (int m = 0; m < n; m++) {
        origin[m] = m;
        for (int lift = 0; lift < N_LIFTS; lift++) {
            int g = probe->ghost[(int64_t)m * N_LIFTS + lift];
            if (g >= 0) {
                origin[g] = m;
                nobody[g] = lift == LIFT_PARTICIPANTS;
                fill_ghost(probe, g, m, lift);
            }
        }
    }
    problem->participants =
        extend_lists(arena, &original->participants, n, n_all, origin, nobody);
    problem->after = extend_lists(arena, &original->after, n, n_all, origin, NULL);
}

/* What the levels are worth in the extended problem, in which every
 * ghost of a meeting that was scheduled before counts as dropped. */
static void find_holds(struct probe *probe)
{
    const struct problem *problem = &probe->problem;
    int n = probe->original->n_meetings;
    for (int k = 0; k < probe->n_levels; k++) {
        probe->hold[k] = probe->solution->level[k].value;
        if (problem->level[k] != SOLVER_STABILITY || !problem->had_previous) {
            continue;
        }
        for (int g = n; g < problem->n_meetings; g++) {
            probe->hold[k] += problem->had_previous[g] ? STABILITY_DROPPED : 0;
        }
    }
}

/* --- the assignment as it stands ------------------------------------------------------ */

static void load_assignment(struct probe *probe)
{
    const struct problem *problem = &probe->problem;
    const struct pool *pool = &probe->interpreters;
    int n = probe->original->n_meetings;
    int *slot = arena_new(&probe->arena, problem->n_meetings, int);
    int *cap =
        arena_new(&probe->arena, (int64_t)pool->n_classes * problem->n_slots, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        slot[m] = m < n ? probe->solution->slot[m] : -1;
        int i = m < n ? probe->solution->interpreter[m] : -1;
        if (slot[m] >= 0 && i >= 0) {
            cap[(int64_t)pool->class_of[i] * problem->n_slots + slot[m]]++;
        }
    }
    const int *caps[N_POOLS] = {NULL, cap};
    bool complete = state_load(&probe->state, slot, caps);
    assert(complete);
    (void)complete;
}

bool probe_fits(struct probe *probe, int m, enum lift lift, int s)
{
    int g = probe->ghost[(int64_t)m * N_LIFTS + lift];
    if (g < 0 || !problem_allows(&probe->problem, g, s)) {
        return false;
    }
    int mark = state_mark(&probe->state);
    int64_t broken = probe->state.broken;
    bool fits = state_place(&probe->state, g, s) && probe->state.broken <= broken;
    state_undo(&probe->state, mark);
    return fits;
}

static bool fits_somewhere(struct probe *probe, int m, enum lift lift)
{
    for (int s = 0; s < probe->problem.n_slots; s++) {
        if (probe_fits(probe, m, lift, s)) {
            return true;
        }
    }
    return false;
}

/* True if the state, with a ghost in it, is as good as the assignment. */
static bool is_as_good(const struct probe *probe)
{
    if (probe->state.broken > 0) {
        return false;
    }
    for (int k = 0; k < probe->n_levels; k++) {
        enum solver_level level = probe->problem.level[k];
        int64_t value = probe->state.value[level], hold = probe->hold[k];
        if (value != hold) {
            return (value > hold) == solver_level_is_maximised(level);
        }
    }
    return true;
}

/* Walks on from a state with the ghost in it, by moves that do not make the sum
 * of what is missing larger and leave the ghost where it is. */
static int64_t missing(const struct probe *probe)
{
    int64_t sum = probe->state.broken * 1000;
    for (int k = 0; k < probe->n_levels; k++) {
        enum solver_level level = probe->problem.level[k];
        int64_t worse = probe->state.value[level] - probe->hold[k];
        worse = solver_level_is_maximised(level) ? -worse : worse;
        sum += worse > 0 ? worse : 0;
    }
    return sum;
}

static bool walk(struct probe *probe, int m, int g)
{
    struct state *state = &probe->state;
    for (int k = 0; k < WALK_MOVES; k++) {
        int mark = state_mark(state);
        int64_t before = missing(probe);
        bool made = move_random(&probe->mover, SOLVER_SERVED);
        if (!made || state->slot[g] < 0 || state->slot[m] >= 0 ||
            missing(probe) > before) {
            state_undo(state, mark);
        } else if (is_as_good(probe)) {
            return true;
        }
    }
    return false;
}

/* Puts the ghost in by force; what it ejects must find other places at once.
 * The assignment is restored. */
static bool fits_with_chain(struct probe *probe, int g)
{
    const struct lists *slots = probe->mover.slots;
    bool found = false;
    for (int i = slots->start[g]; i < slots->start[g + 1] && !found; i++) {
        for (int k = 0; k < TRIES_PER_SLOT && !found; k++) {
            found = move_to(&probe->mover, g, slots->item[i], CHAIN_LENGTH) &&
                    is_as_good(probe);
            state_undo(&probe->state, 0);
        }
    }
    return found;
}

/* The same with a longer repair. */
static bool fits_with_walk(struct probe *probe, int m, int g)
{
    const struct lists *slots = probe->mover.slots;
    bool found = false;
    for (int i = slots->start[g]; i < slots->start[g + 1] && !found; i++) {
        found = move_to(&probe->mover, g, slots->item[i], CHAIN_LENGTH) &&
                walk(probe, m, g);
        state_undo(&probe->state, 0);
    }
    return found;
}

/* --- the program ------------------------------------------------------------------------ */

static bool is_minimised(const struct probe *probe, int k)
{
    return !solver_level_is_maximised(probe->problem.level[k]);
}

/* A row of its own for each level, free for now. */
static void add_hold_rows(struct probe *probe)
{
    struct program *program = &probe->program;
    for (int k = 0; k < probe->n_levels; k++) {
        const struct expression *e = program_level(program, probe->problem.level[k]);
        program_row_begin(program, ROW_FREE, ROW_FREE);
        for (int i = 0; i < e->n; i++) {
            program_row_add(program, e->term[i].column, e->term[i].coef);
        }
        probe->hold_row[k] = program->n_rows - 1;
    }
}

static void add_force_rows(struct probe *probe)
{
    struct program *program = &probe->program;
    int n = probe->original->n_meetings, n_all = probe->problem.n_meetings;
    probe->force_row = arena_new(&probe->arena, n_all - n, int);
    for (int g = n; g < n_all; g++) {
        program_row_begin(program, 0, ROW_FREE);
        for (int i = 0; i < lists_length(&program->slots, g); i++) {
            program_row_add(program, program->x_first[g] + i, 1);
            program->column[program->x_first[g] + i].upper = 0;
        }
        probe->force_row[g - n] = program->n_rows - 1;
    }
}

/* Level k is to be at least as good as it is, or better, or anything. */
enum hold { HOLD_FREE, HOLD_AS_GOOD, HOLD_BETTER };

static void hold_level(struct probe *probe, int k, enum hold hold)
{
    struct row *row = &probe->program.row[probe->hold_row[k]];
    int64_t constant = probe->program.level[probe->problem.level[k]].constant;
    int64_t value = probe->hold[k] - constant;
    row->low = row->high = ROW_FREE;
    if (hold != HOLD_FREE && is_minimised(probe, k)) {
        row->high = value - (hold == HOLD_BETTER);
    } else if (hold != HOLD_FREE) {
        row->low = value + (hold == HOLD_BETTER);
    }
    glpk_update_row(probe->glpk, &probe->program, probe->hold_row[k]);
}

static struct glpk_limits question_limits(const struct probe *probe, bool dual_simplex)
{
    return (struct glpk_limits){
        .max_iterations = ITERATIONS_PER_QUESTION,
        .max_nodes = NODES_PER_QUESTION,
        .dual_simplex = dual_simplex,
        .first_point = true,
        .poll = probe->poll,
        .context = probe->context,
    };
}

/* Prices of everything on each level, from its relaxation with the levels before
 * it held. */
static void find_prices(struct probe *probe)
{
    struct glpk_limits limits = {.max_iterations = ITERATIONS_FOR_PRICES,
                                 .poll = probe->poll,
                                 .context = probe->context};
    for (int k = 0; k < probe->n_levels; k++) {
        enum solver_level level = probe->problem.level[k];
        struct glpk_result result;
        glpk_relax(&probe->arena, probe->glpk, &probe->program, level, &limits,
                   &result);
        probe->has_prices[k] = result.dual != NULL;
        if (result.dual) {
            dual_bound_build(&probe->arena, &probe->program, level, result.dual,
                             &probe->prices[k]);
        }
        hold_level(probe, k, HOLD_AS_GOOD);
    }
}

static void prepare(struct probe *probe)
{
    probe->prepared = true;
    int64_t n_columns = 0;
    for (int g = 0; g < probe->problem.n_meetings; g++) {
        n_columns += bits_count(probe->problem.domain +
                                    (int64_t)g * probe->problem.slot_words,
                                probe->problem.slot_words);
    }
    if (n_columns > MOST_COLUMNS || probe->n_levels == 0) {
        return;
    }
    program_init(&probe->arena, &probe->problem, &probe->rooms, &probe->interpreters,
                 &probe->program);
    add_hold_rows(probe);
    add_force_rows(probe);
    probe->glpk = glpk_program_create();
    probe->iterations_left = ITERATIONS_IN_ALL;
    find_prices(probe);
}

/* --- questions ----------------------------------------------------------------------------- */

/* True if with the ghost in column j level k may still be better than it is or,
 * on the last level, as good. */
static bool may_gain(const struct probe *probe, int k, int j)
{
    int64_t value, hold = probe->hold[k];
    if (!probe->has_prices[k] ||
        !dual_bound_value_with(&probe->prices[k], j, &value)) {
        return true;
    }
    bool last = k == probe->n_levels - 1;
    return is_minimised(probe, k) ? value < hold + last : value > hold - last;
}

static bool is_priced_out_of(const struct probe *probe, int k, int g)
{
    for (int i = 0; i < lists_length(&probe->program.slots, g); i++) {
        if (may_gain(probe, k, probe->program.x_first[g] + i)) {
            return false;
        }
    }
    return true;
}

static void open_ghost(struct probe *probe, int m, int g, bool open)
{
    struct program *program = &probe->program;
    int n = probe->original->n_meetings;
    for (int i = 0; i < lists_length(&program->slots, g); i++) {
        int ghost = program->x_first[g] + i, real = program->x_first[m] + i;
        program->column[ghost].upper = open;
        program->column[real].upper = !open;
        glpk_update_column(probe->glpk, program, ghost);
        glpk_update_column(probe->glpk, program, real);
    }
    int row = probe->force_row[g - n];
    program->row[row].low = open;
    glpk_update_row(probe->glpk, program, row);
}

/* Is there an integral point that keeps what is held now? Without branching the
 * answer is no or unknown. ROOMS as the level means: no objective. */
static enum probe_answer ask_glpk(struct probe *probe, bool branch)
{
    struct arena scratch = probe->arena;
    struct glpk_result result;
    struct glpk_limits limits = question_limits(probe, true);
    enum glpk_status status = glpk_relax(&scratch, probe->glpk, &probe->program,
                                         SOLVER_ROOMS, &limits, &result);
    probe->iterations_left -= result.iterations + 1;
    if (status == GLPK_OPTIMAL && !branch) {
        return PROBE_UNKNOWN;
    }
    if (status == GLPK_OPTIMAL) {
        status = glpk_branch(&scratch, probe->glpk, &probe->program, SOLVER_ROOMS, NULL,
                             &limits, &result);
        probe->iterations_left -= result.iterations;
    }
    return status == GLPK_OPTIMAL      ? PROBE_YES
           : status == GLPK_INFEASIBLE ? PROBE_NO
                                       : PROBE_UNKNOWN;
}

/* As good as now in the order of the levels: better on some level and as good on
 * those before, or as good on all. */
static enum probe_answer ask_levels(struct probe *probe, int g, bool branch)
{
    enum probe_answer answer = PROBE_NO;
    for (int k = 0; k < probe->n_levels && answer != PROBE_YES; k++) {
        if (is_priced_out_of(probe, k, g)) {
            continue;
        }
        bool last = k == probe->n_levels - 1;
        for (int i = 0; i < probe->n_levels; i++) {
            enum hold hold = last ? HOLD_AS_GOOD : HOLD_BETTER;
            hold_level(probe, i,
                       i < k   ? HOLD_AS_GOOD
                       : i > k ? HOLD_FREE
                               : hold);
        }
        enum probe_answer here = ask_glpk(probe, branch);
        answer = here == PROBE_NO ? answer : here;
    }
    return answer;
}

/* True if the prices alone show that the ghost is not worth it. */
static bool is_priced_out(const struct probe *probe, int g)
{
    for (int k = 0; k < probe->n_levels; k++) {
        if (!is_priced_out_of(probe, k, g)) {
            return false;
        }
    }
    return true;
}

enum probe_answer probe_ask(struct probe *probe, int m, enum lift lift)
{
    int g = probe->ghost[(int64_t)m * N_LIFTS + lift];
    if (g < 0) {
        return PROBE_NO;
    }
    if (fits_somewhere(probe, m, lift)) {
        return PROBE_YES;
    }
    if (!probe->prepared) {
        prepare(probe);
    }
    if (!probe->glpk || (probe->poll && probe->poll(probe->context))) {
        return PROBE_UNKNOWN;
    }
    if (is_priced_out(probe, g)) {
        return PROBE_NO;
    }
    if (fits_with_chain(probe, g)) {
        return PROBE_YES;
    }
    if (probe->iterations_left <= 0) {
        return PROBE_UNKNOWN;
    }
    open_ghost(probe, m, g, true);
    enum probe_answer answer = ask_levels(probe, g, false);
    if (answer == PROBE_UNKNOWN && fits_with_walk(probe, m, g)) {
        answer = PROBE_YES;
    }
    if (answer == PROBE_UNKNOWN) {
        answer = ask_levels(probe, g, true);
    }
    open_ghost(probe, m, g, false);
    return answer;
}

/* --- life --------------------------------------------------------------------------------------- */

static int count_levels(const struct problem *problem)
{
    for (int k = 0; k < problem->n_levels; k++) {
        if (problem->level[k] == SOLVER_SERVED) {
            return k + 1;
        }
    }
    return problem->n_levels;
}

struct probe *probe_create(const struct problem *problem,
                           const struct solution *solution,
                           bool (*poll)(void *context), void *context)
{
    struct arena arena;
    arena_init(&arena);
    struct probe *probe = arena_new(&arena, 1, struct probe);
    probe->original = problem;
    probe->solution = solution;
    probe->poll = poll;
    probe->context = context;
    probe->n_levels = count_levels(problem);
    probe->arena = arena;
    arena_init(&probe->state_arena);
    extend_problem(probe);
    pool_init_rooms(&probe->arena, &probe->problem, &probe->rooms);
    pool_init_interpreters(&probe->arena, &probe->problem, &probe->interpreters);
    state_init(&probe->state_arena, &probe->problem, &probe->rooms,
               &probe->interpreters, &probe->state);
    load_assignment(probe);
    mover_init(&probe->arena, &probe->state, PROBE_SEED, &probe->mover);
    probe->mover.n_random = problem->n_meetings;
    find_holds(probe);
    return probe;
}

void probe_destroy(struct probe *probe)
{
    glpk_program_destroy(probe->glpk);
    arena_finish(&probe->state_arena);
    struct arena arena = probe->arena; /* the probe itself lies in it */
    arena_finish(&arena);
}
