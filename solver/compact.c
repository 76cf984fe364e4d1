#include "solver/compact.h"

#include "scheduler/base/stopwatch.h"
#include "solver/program_patterns.h"
#include "solver/settled.h"

/* Effort, counted so that it is the same on every machine. */
enum {
    SETTLE_ITERATIONS = 12 * 1000,
    RELAX_ITERATIONS = 20 * 1000,
    BRANCH_ITERATIONS = 8 * 1000,
    BRANCH_NODES = 200,
    BRANCH_GAP = 2, /* a larger one is not closed */
};

/* Larger programs are not branched on. */
static const double usual_terms = 25000;

/* The program of what is left. Levels that depend on nothing but the choice of the
 * meetings need no row once that is settled. */
static void build(struct arena *arena, const struct compact_task *task,
                  const struct problem *left, const struct settled *settled,
                  struct program *program)
{
    program_init(arena, left, task->rooms, task->interpreters, program);
    for (int k = 0; k < task->rank; k++) {
        enum solver_level level = left->level[k];
        if (settled->n_open > 0 || !solver_level_is_of_choice(level)) {
            program_hold_level(program, level, task->held[level]);
        }
    }
    program_count_patterns(program, settled->fewest, settled->most);
}

/* An iteration of the simplex method takes the longer the larger the program is:
 * `most` of them for those up to a usual size. */
static struct glpk_limits limits(const struct compact_task *task,
                                 const struct program *program, int most, int nodes)
{
    double share = usual_terms / (program->n_terms + 1.0);
    return (struct glpk_limits){.max_iterations =
                                    share < 1 ? (int)(share * most) : most,
                                .max_nodes = nodes,
                                .seconds = stopwatch_left_s(task->deadline_s),
                                .poll = task->poll,
                                .context = task->context};
}

static void take_bound(const struct glpk_result *result,
                       struct compact_bound *bound)
{
    if (result->has_bound && (!bound->known || result->bound > bound->gaps)) {
        bound->known = true;
        bound->gaps = result->bound;
    }
}

/* The values of all columns in the incumbent, with a state of the program's problem
 * that is as the incumbent is. */
static double *find_point(struct arena *arena, const struct compact_task *task,
                          struct program *program,
                          const struct incumbent *incumbent, struct state *state)
{
    state_init(arena, program->problem, task->rooms, task->interpreters, state);
    incumbent_restore(incumbent, state);
    double *point = arena_new(arena, program->n_columns, double);
    program_point(program, state, point);
    return point;
}

static void branch(struct arena *arena, const struct compact_task *task,
                   struct program *program, struct glpk_program *glpk,
                   const double *start, struct state *state,
                   struct incumbent *incumbent, struct compact_bound *bound)
{
    struct glpk_result result;
    struct glpk_limits effort =
        limits(task, program, BRANCH_ITERATIONS, BRANCH_NODES);
    glpk_branch(arena, glpk, program, SOLVER_COMPACTNESS, start, &effort, &result);
    take_bound(&result, bound);
    if (result.has_point) {
        int n_cells = task->interpreters->n_classes * program->problem->n_slots;
        int *slot = arena_new(arena, program->problem->n_meetings, int);
        int *cap = arena_new(arena, n_cells, int);
        program_read_point(program, result.column, slot, cap);
        const int *caps[N_POOLS] = {NULL, task->interpreters->limited ? cap : NULL};
        state_load(state, slot, caps);
        incumbent_offer(incumbent, state);
    }
}

static void relax(struct arena *arena, const struct compact_task *task,
                  struct program *program, struct incumbent *incumbent,
                  struct compact_bound *bound)
{
    struct glpk_program *glpk = glpk_program_create(arena);
    struct glpk_limits effort = limits(task, program, RELAX_ITERATIONS, 0);
    struct glpk_result result;
    struct state state;
    program_level(program, SOLVER_COMPACTNESS); /* may bring columns */
    /* A search may have made an earlier level better and another one worse: then it
     * is no point of the program. */
    bool is_point =
        values_are_as_held(task->problem, task->rank, task->held, incumbent->value);
    const double *point =
        is_point ? find_point(arena, task, program, incumbent, &state) : NULL;
    effort.at_upper = point ? glpk_at_upper(arena, program, point) : NULL;
    enum glpk_status status =
        glpk_relax(arena, glpk, program, SOLVER_COMPACTNESS, &effort, &result);
    take_bound(&result, bound);
    int64_t value = incumbent->value[SOLVER_COMPACTNESS];
    if (status == GLPK_OPTIMAL && point && bound->known && bound->gaps < value &&
        value - bound->gaps <= BRANCH_GAP && program->n_terms <= usual_terms) {
        branch(arena, task, program, glpk, point, &state, incumbent, bound);
    }
    glpk_program_destroy(glpk);
}

void compact_bound(const struct compact_task *task, struct incumbent *incumbent,
                   struct compact_bound *bound)
{
    *bound = (struct compact_bound){0};
    if (!task->glpk) {
        return;
    }
    struct arena own; /* no copy of the program's, from which it takes scratch */
    arena_init(&own);
    struct settled settled;
    struct glpk_limits effort = limits(task, task->program, SETTLE_ITERATIONS, 0);
    settled_init(&own, task->problem, &settled);
    settled_find(task->program, task->glpk, incumbent->slot, &effort, &settled);
    struct problem left = settled_problem(&own, task->problem, &settled);
    if (settled.n_open > 0) {
        compact_search_within(task, &left, incumbent);
    }
    struct program program;
    build(&own, task, &left, &settled, &program);
    relax(&own, task, &program, incumbent, bound);
    arena_finish(&own);
}
