#include "solver/core.h"

#include <string.h>

#include "solver/glpk_program.h"
#include "solver/program.h"
#include "solver/propagate.h"

enum {
    MAX_ITERATIONS = 40 * 1000,
    MAX_NODES = 2000,
    MOST_COLUMNS = 60 * 1000, /* beyond, one relaxation takes minutes */
    MOST_PROGRAMS = 60,       /* behind these, only propagation shortens a core */
};

struct budget {
    bool (*poll)(void *context); /* may be NULL */
    void *context;
    int n_programs; /* solved so far */
};

static bool is_over(const struct budget *budget)
{
    return budget->poll && budget->poll(budget->context);
}

/* True if it is proven that the musts of the problem cannot all be held. */
static bool is_infeasible(const struct problem *problem, const struct pool *rooms,
                          const struct pool *interpreters, struct budget *budget)
{
    struct arena work;
    struct propagation known;
    arena_init(&work);
    if (!propagate(&work, problem, problem->must, false, &known)) {
        arena_finish(&work);
        return true;
    }
    if (budget->n_programs++ >= MOST_PROGRAMS) {
        arena_finish(&work);
        return false;
    }
    struct program program;
    struct glpk_result result;
    struct glpk_limits limits = {.max_iterations = MAX_ITERATIONS,
                                 .max_nodes = MAX_NODES,
                                 .poll = budget->poll,
                                 .context = budget->context};
    program_init(&work, problem, rooms, interpreters, &program);
    struct glpk_program *glpk =
        program.n_columns <= MOST_COLUMNS ? glpk_program_create(&work) : NULL;
    enum glpk_status status =
        glpk_relax(&work, glpk, &program, SOLVER_ROOMS, &limits, &result);
    if (status == GLPK_OPTIMAL) {
        status = glpk_branch(&work, glpk, &program, SOLVER_ROOMS, NULL, &limits,
                             &result);
    }
    glpk_program_destroy(glpk);
    arena_finish(&work);
    return status == GLPK_INFEASIBLE;
}

static void leave_out(struct arena *arena, const struct problem *problem,
                      const struct pool *rooms, const struct pool *interpreters,
                      struct budget *budget, struct solution *solution)
{
    struct problem less = *problem;
    int n = problem->n_meetings;
    bool *must = arena_new(arena, n, bool);
    memcpy(must, problem->must, (size_t)n * sizeof *must);
    less.must = must;
    for (int m = 0; m < n && !is_over(budget); m++) {
        if (must[m]) {
            must[m] = false;
            must[m] = !is_infeasible(&less, rooms, interpreters, budget);
        }
    }
    solution->core = arena_new(arena, n, int);
    for (int m = 0; m < n; m++) {
        if (must[m]) {
            solution->core[solution->n_core++] = m;
        }
    }
    struct propagation known;
    propagate(arena, problem, must, false, &known);
    solution->clash = known.contradiction;
}

void core_find(struct arena *arena, const struct problem *problem,
               const struct pool *rooms, const struct pool *interpreters,
               bool (*poll)(void *context), void *context,
               struct solution *solution)
{
    struct budget budget = {.poll = poll, .context = context};
    leave_out(arena, problem, rooms, interpreters, &budget, solution);
}

bool core_find_at_sight(struct arena *arena, const struct problem *problem,
                        struct solution *solution)
{
    struct budget budget = {.n_programs = MOST_PROGRAMS};
    if (!is_infeasible(problem, NULL, NULL, &budget)) {
        return false;
    }
    leave_out(arena, problem, NULL, NULL, &budget, solution);
    return true;
}
