/* The integer program against exhaustive search: on small random problems, with
 * meetings fixed to slots at random, the program has a point exactly if the rules
 * allow the assignment, and a level's best value over these points is what the
 * assignment is worth. So no row cuts off too much, and none is missing. */

#include "solver/program.h"

#include "scheduler/base/rng.h"
#include "solver/glpk_program.h"
#include "solver/lists.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/check_solution.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 120, ASSIGNMENTS = 10 };

struct trial {
    uint64_t seed;
    const struct problem *problem;
    struct pool rooms, interpreters;
    int *slot; /* of m, or -1 */
    int n_allowed, n_forbidden;
};

static const struct glpk_limits no_limits = {
    .max_iterations = 100000, .max_nodes = 10000, .first_point = true};

/* The problem in which every meeting is in its slot or cannot be held. */
static struct problem fixed(struct arena *arena, const struct trial *trial)
{
    struct problem problem = *trial->problem;
    int n = problem.n_meetings, words = problem.slot_words;
    problem.domain = arena_new(arena, n * words, uint64_t);
    problem.must = arena_new(arena, n, bool);
    for (int m = 0; m < n; m++) {
        problem.must[m] = trial->slot[m] >= 0;
        if (trial->slot[m] >= 0) {
            bits_add(problem.domain + m * words, trial->slot[m]);
        }
    }
    return problem;
}

static bool rules_allow(struct arena *arena, const struct trial *trial,
                        struct brute_force_answer *answer)
{
    struct problem problem = fixed(arena, trial);
    for (int m = 0; m < problem.n_meetings; m++) {
        if (trial->problem->must[m] && trial->slot[m] < 0) {
            return false;
        }
    }
    return brute_force_solve(arena, &problem, NULL, 0, answer);
}

static void build(struct arena *arena, const struct trial *trial,
                  struct program *program)
{
    program_init(arena, trial->problem, &trial->rooms, &trial->interpreters,
                 program);
}

/* Fixes the columns x to the assignment. */
static void fix(const struct trial *trial, struct program *program)
{
    const struct lists *slots = &program->slots;
    for (int m = 0; m < trial->problem->n_meetings; m++) {
        for (int k = slots->start[m]; k < slots->start[m + 1]; k++) {
            int x = program_x(program, m, slots->item[k]);
            if (slots->item[k] == trial->slot[m]) {
                program_row_begin(program, 1, ROW_FREE);
                program_row_add(program, x, 1);
                program_row_end(program);
            } else {
                program->column[x].upper = 0;
            }
        }
    }
}

/* The level's best value over the fixed program's points; false if it has none. */
static bool best_value(struct arena *arena, const struct trial *trial,
                       enum solver_level level, int64_t *value)
{
    struct program program;
    struct glpk_result result;
    struct glpk_limits limits = no_limits;
    limits.first_point = false;
    build(arena, trial, &program);
    fix(trial, &program);
    struct glpk_program *glpk = glpk_program_create(arena);
    enum glpk_status status =
        glpk_relax(arena, glpk, &program, level, &limits, &result);
    if (status == GLPK_OPTIMAL) {
        status = glpk_branch(arena, glpk, &program, level, NULL, &limits, &result);
    }
    glpk_program_destroy(glpk);
    CHECK(status != GLPK_LIMIT);
    *value = result.bound;
    return status == GLPK_OPTIMAL;
}

static void judge_level(struct arena *arena, const struct trial *trial,
                        const struct solution *solution, enum solver_level level)
{
    int64_t value, worth = solution_value(trial->problem, solution, level);
    if (!CHECK(best_value(arena, trial, level, &value))) {
        printf("seed %llu, %s: no point\n", (unsigned long long)trial->seed,
               solver_level_name(level));
        return;
    }
    /* Rooms and interpreters have no names in the program. */
    bool nameless = level == SOLVER_STABILITY || level == SOLVER_ROOMS;
    if (!CHECK(nameless ? value <= worth : value == worth)) {
        printf("seed %llu, %s: %lld in the program, %lld in truth\n",
               (unsigned long long)trial->seed, solver_level_name(level),
               (long long)value, (long long)worth);
    }
}

/* The point of a state satisfies all rows but those of the transport, whose
 * columns it leaves out, and the levels' expressions are the state's values. */
static void judge_point(struct arena *arena, const struct trial *trial)
{
    struct program program;
    struct state state;
    build(arena, trial, &program);
    for (int level = 0; level < SOLVER_N_LEVELS; level++) {
        program_level(&program, (enum solver_level)level);
    }
    state_init(arena, trial->problem, &trial->rooms, &trial->interpreters, &state);
    if (!state_load(&state, trial->slot, NULL)) {
        return; /* an early slot took the interpreters of a later one */
    }
    double *column = arena_new(arena, program.n_columns, double);
    program_point(&program, &state, column);
    for (int i = 0; i < program.n_rows; i++) {
        const struct row *row = &program.row[i];
        double sum = 0;
        bool has_flow = false;
        for (int k = row->first; k < row->first + row->n; k++) {
            const struct term *term = &program.term[k];
            sum += (double)term->coef * column[term->column];
            has_flow |= program.column[term->column].kind == COLUMN_F;
        }
        CHECK(has_flow || ((row->low == ROW_FREE || sum >= (double)row->low) &&
                           (row->high == ROW_FREE || sum <= (double)row->high)));
    }
    for (int level = 0; level < SOLVER_N_LEVELS; level++) {
        const struct expression *e = &program.level[level];
        double sum = (double)e->constant;
        for (int k = 0; k < e->n; k++) {
            sum += (double)e->term[k].coef * column[e->term[k].column];
        }
        CHECK_INT((long long)sum, state.value[level]);
    }
}

static void judge_assignment(struct arena arena, struct trial *trial)
{
    struct brute_force_answer answer;
    int64_t value;
    bool allowed = rules_allow(&arena, trial, &answer);
    if (!allowed) {
        trial->n_forbidden++;
        if (!CHECK(!best_value(&arena, trial, SOLVER_ROOMS, &value))) {
            printf("seed %llu: a row is missing\n",
                   (unsigned long long)trial->seed);
        }
        return;
    }
    trial->n_allowed++;
    struct solution solution = {.slot = answer.slot,
                                .room = answer.room,
                                .interpreter = answer.interpreter};
    for (int level = 0; level < SOLVER_N_LEVELS; level++) {
        judge_level(&arena, trial, &solution, (enum solver_level)level);
    }
    judge_point(&arena, trial);
}

/* Each meeting anywhere in its domain; with few meetings held most are allowed. */
static void draw_slots(struct rng *rng, struct trial *trial)
{
    const struct problem *problem = trial->problem;
    uint32_t percent = 30 + rng_below(rng, 71);
    for (int m = 0; m < problem->n_meetings; m++) {
        int s = (int)rng_below(rng, (uint32_t)problem->n_slots);
        bool held = rng_below(rng, 100) < percent || problem->must[m];
        trial->slot[m] = held && problem_allows(problem, m, s) ? s : -1;
    }
}

static void test_random(void)
{
    struct trial trial = {.seed = 0};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        struct rng rng;
        arena_init(&arena);
        rng_init(&rng, seed);
        trial.seed = seed;
        trial.problem = random_problem(&arena, seed);
        pool_init_rooms(&arena, trial.problem, &trial.rooms);
        pool_init_interpreters(&arena, trial.problem, &trial.interpreters);
        trial.slot = arena_new(&arena, trial.problem->n_meetings, int);
        for (int k = 0; k < ASSIGNMENTS; k++) {
            draw_slots(&rng, &trial);
            judge_assignment(arena, &trial);
        }
        arena_finish(&arena);
    }
    /* Both kinds must be common, or little was tested. */
    CHECK(trial.n_allowed > SEEDS * ASSIGNMENTS / 5);
    CHECK(trial.n_forbidden > SEEDS * ASSIGNMENTS / 5);
}

static void expect_size(struct arena arena, const struct problem *problem,
                        int n_columns, int n_rows)
{
    struct trial trial = {.problem = problem};
    struct program program;
    pool_init_rooms(&arena, problem, &trial.rooms);
    pool_init_interpreters(&arena, problem, &trial.interpreters);
    build(&arena, &trial, &program);
    CHECK_INT(program.n_columns, n_columns);
    CHECK_INT(program.n_rows, n_rows);
}

/* Nothing is there for rules that cannot be broken, nor for single rooms. */
static void test_size(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 23");
    expect_size(arena, problem, 4, 2); /* each meeting once */
    problem = small_problem(&arena, 2, "01 02");
    expect_size(arena, problem, 4, 4); /* and participant 0 in each slot */
    problem->max_meetings[0] = 1;
    problem->max_meetings[1] = 2; /* has one only */
    expect_size(arena, problem, 4, 5);
    small_problem_rooms(&arena, problem, 7);
    expect_size(arena, problem, 4, 5); /* rooms for all */
    small_problem_fit_room(&arena, problem, 0, 1);
    small_problem_fit_room(&arena, problem, 1, 1);
    expect_size(arena, problem, 4, 7);
    small_problem_fit_room(&arena, problem, 1, 3);
    /* Room 0 alone, room 1 alone; f of the wide set to both, per slot. */
    expect_size(arena, problem, 8, 9);
}

static void test_hold(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 02 03");
    struct trial trial = {.problem = problem};
    struct program program;
    struct glpk_result result;
    pool_init_rooms(&arena, problem, &trial.rooms);
    pool_init_interpreters(&arena, problem, &trial.interpreters);
    build(&arena, &trial, &program);
    program_hold_level(&program, SOLVER_SERVED, 2);
    program_hold_level(&program, SOLVER_ROOMS, 0); /* has no row */
    struct glpk_program *glpk = glpk_program_create(&arena);
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_SERVED, &no_limits, &result) ==
          GLPK_OPTIMAL);
    program_hold_level(&program, SOLVER_SERVED, 3);
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_SERVED, &no_limits, &result) ==
          GLPK_INFEASIBLE);
    glpk_program_destroy(glpk);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_random();
    test_size(arena);
    test_hold(arena);
    arena_finish(&arena);
    return check_report();
}
