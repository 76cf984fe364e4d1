/* Relaxations and integer optima of small programs, limits, and what is left when
 * GLPK gives up. */

#include "solver/glpk_program.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "solver/solver.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 200 };

static const struct glpk_limits wide = {.max_iterations = 100000,
                                        .max_nodes = 10000};

static void build(struct arena *arena, const struct problem *problem,
                  struct program *program)
{
    struct pool *pool = arena_new(arena, 2, struct pool);
    pool_init_rooms(arena, problem, &pool[0]);
    pool_init_interpreters(arena, problem, &pool[1]);
    program_init(arena, problem, &pool[0], &pool[1], program);
}

/* Three meetings of which any two share somebody, in one slot: one can be held,
 * and the relaxation holds half of each. */
static const char *const triangle = "01 12 02";

static void test_triangle(struct arena arena)
{
    struct program program;
    struct glpk_result result;
    build(&arena, small_problem(&arena, 1, triangle), &program);
    struct glpk_program *glpk = glpk_program_create(&arena);
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_SERVED, &wide, &result) ==
          GLPK_OPTIMAL);
    CHECK(result.has_bound && result.has_point && !result.interrupted);
    CHECK_INT(result.bound, 1); /* 1.5, and it must be a whole number */
    CHECK(result.column[0] > 0.49 && result.column[0] < 0.51);
    CHECK(result.dual[3] > 0.49 && result.dual[3] < 0.51); /* behind the meetings */
    CHECK(glpk_branch(&arena, glpk, &program, SOLVER_SERVED, NULL, &wide,
                      &result) == GLPK_OPTIMAL);
    CHECK_INT(result.bound, 1);
    CHECK(result.column[0] + result.column[1] + result.column[2] > 0.99);
    CHECK(result.column[0] + result.column[1] + result.column[2] < 1.01);
    glpk_program_destroy(glpk);
}

/* Rows, columns and bounds that change after the first call. */
static void test_changes(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 02");
    struct program program;
    struct glpk_result result;
    problem->min_meetings[0] = 2;
    build(&arena, problem, &program);
    struct glpk_program *glpk = glpk_program_create(&arena);
    struct glpk_limits again = wide;
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_SERVED, &wide, &result) ==
          GLPK_OPTIMAL);
    CHECK_INT(result.bound, 2);
    program.column[program_x(&program, 0, 0)].upper = 0;
    program.column[program_x(&program, 0, 1)].upper = 0;
    glpk_update_column(glpk, &program, program_x(&program, 0, 0));
    glpk_update_column(glpk, &program, program_x(&program, 0, 1));
    again.dual_simplex = true;
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_SERVED, &again, &result) ==
          GLPK_OPTIMAL);
    CHECK_INT(result.bound, 1);
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_GUARANTEE, &wide, &result) ==
          GLPK_OPTIMAL);
    CHECK_INT(result.bound, 1);
    program_hold_level(&program, SOLVER_SERVED, 2);
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_GUARANTEE, &again, &result) ==
          GLPK_INFEASIBLE);
    program.row[program.n_rows - 1].low = 1;
    glpk_update_row(glpk, &program, program.n_rows - 1);
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_GUARANTEE, &again, &result) ==
          GLPK_OPTIMAL);
    glpk_program_destroy(glpk);
}

static void judge(struct arena arena, uint64_t seed)
{
    static const enum solver_level level = SOLVER_SERVED;
    struct problem problem = *random_problem(&arena, seed);
    struct brute_force_answer answer;
    struct program program;
    struct glpk_result relaxed, best;
    problem.level = &level;
    problem.n_levels = 1;
    bool possible = brute_force_solve(&arena, &problem, NULL, 0, &answer);
    build(&arena, &problem, &program);
    struct glpk_program *glpk = glpk_program_create(&arena);
    enum glpk_status status =
        glpk_relax(&arena, glpk, &program, level, &wide, &relaxed);
    if (status == GLPK_OPTIMAL) {
        CHECK(!possible || relaxed.bound >= answer.value[0]);
        status = glpk_branch(&arena, glpk, &program, level, NULL, &wide, &best);
    }
    if (!CHECK(status == (possible ? GLPK_OPTIMAL : GLPK_INFEASIBLE))) {
        printf("seed %llu: status %d\n", (unsigned long long)seed, (int)status);
    } else if (possible && !CHECK_INT(best.bound, answer.value[0])) {
        printf("seed %llu\n", (unsigned long long)seed);
    }
    glpk_program_destroy(glpk);
}

static void test_random(void)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        arena_init(&arena);
        judge(arena, seed);
        arena_finish(&arena);
    }
}

static bool always(void *context)
{
    ++*(int *)context;
    return true;
}

static void test_limits(struct arena arena)
{
    struct program program;
    struct glpk_result result;
    int n_polls = 0;
    struct glpk_limits few = wide, polled = wide;
    few.max_iterations = 1;
    polled.poll = always;
    polled.context = &n_polls;
    build(&arena, small_problem(&arena, 3, "01 12 02 34 45 35 03 14 25"), &program);
    struct glpk_program *glpk = glpk_program_create(&arena);
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_SERVED, &few, &result) ==
          GLPK_LIMIT);
    CHECK(!result.has_point && !result.interrupted);
    CHECK(!result.has_bound || result.bound >= 9);
    CHECK(glpk_branch(&arena, glpk, &program, SOLVER_SERVED, NULL, &wide,
                      &result) == GLPK_LIMIT); /* wants a relaxation first */
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_SERVED, &wide, &result) ==
          GLPK_OPTIMAL);
    CHECK(glpk_branch(&arena, glpk, &program, SOLVER_SERVED, NULL, &polled,
                      &result) == GLPK_LIMIT);
    CHECK(result.interrupted);
    CHECK_INT(n_polls, 1);
    glpk_program_destroy(glpk);
}

/* A start as good as any comes back; the bound is its value. */
static void test_start(struct arena arena)
{
    static const double start[] = {0, 1, 0};
    struct program program;
    struct glpk_result result;
    build(&arena, small_problem(&arena, 1, triangle), &program);
    struct glpk_program *glpk = glpk_program_create(&arena);
    glpk_relax(&arena, glpk, &program, SOLVER_SERVED, &wide, &result);
    CHECK(glpk_branch(&arena, glpk, &program, SOLVER_SERVED, start, &wide,
                      &result) == GLPK_OPTIMAL);
    CHECK_INT(result.bound, 1);
    glpk_program_destroy(glpk);
}

static void test_no_columns(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 1, "01");
    struct program program;
    struct glpk_result result;
    small_problem_domain(problem, 0, 0);
    build(&arena, problem, &program);
    CHECK_INT(program.n_columns, 0);
    struct glpk_program *glpk = glpk_program_create(&arena);
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_SERVED, &wide, &result) ==
          GLPK_OPTIMAL);
    CHECK(glpk_branch(&arena, glpk, &program, SOLVER_SERVED, NULL, &wide,
                      &result) == GLPK_OPTIMAL);
    CHECK(result.has_bound);
    CHECK_INT(result.bound, 0);
    glpk_program_destroy(glpk);
    problem->must[0] = true;
    build(&arena, problem, &program);
    glpk = glpk_program_create(&arena);
    CHECK(glpk_relax(&arena, glpk, &program, SOLVER_SERVED, &wide, &result) ==
          GLPK_INFEASIBLE);
    glpk_program_destroy(glpk);
}

/* Runs what makes GLPK fail with its output in a file, and returns its size. */
static off_t size_of_output(struct arena arena, struct glpk_program *glpk,
                            struct program *program)
{
    struct glpk_result result;
    FILE *file = tmpfile();
    int saved[2] = {dup(STDOUT_FILENO), dup(STDERR_FILENO)};
    fflush(stdout);
    dup2(fileno(file), STDOUT_FILENO);
    dup2(fileno(file), STDERR_FILENO);
    enum glpk_status status =
        glpk_relax(&arena, glpk, program, SOLVER_SERVED, &wide, &result);
    fflush(stdout);
    dup2(saved[0], STDOUT_FILENO);
    dup2(saved[1], STDERR_FILENO);
    close(saved[0]);
    close(saved[1]);
    CHECK(status == GLPK_LIMIT);
    off_t size = lseek(fileno(file), 0, SEEK_END);
    fclose(file);
    return size;
}

/* GLPK refuses a row that names a column twice, by glp_error. All its objects are
 * gone then: those that were answer with a limit, new ones work. */
static void test_failure(struct arena arena)
{
    struct program sound, broken;
    struct glpk_result result;
    build(&arena, small_problem(&arena, 1, triangle), &sound);
    build(&arena, small_problem(&arena, 1, triangle), &broken);
    program_row_begin(&broken, ROW_FREE, 1);
    program_row_add(&broken, 0, 1);
    program_row_add(&broken, 0, 1);
    program_row_end(&broken);
    struct glpk_program *before = glpk_program_create(&arena);
    struct glpk_program *glpk = glpk_program_create(&arena);
    CHECK(glpk_relax(&arena, before, &sound, SOLVER_SERVED, &wide, &result) ==
          GLPK_OPTIMAL);
    CHECK_INT(size_of_output(arena, glpk, &broken), 0);
    CHECK(glpk_relax(&arena, before, &sound, SOLVER_SERVED, &wide, &result) ==
          GLPK_LIMIT);
    CHECK(glpk_branch(&arena, before, &sound, SOLVER_SERVED, NULL, &wide,
                      &result) == GLPK_LIMIT);
    glpk_update_row(before, &sound, 0);
    glpk_update_column(before, &sound, 0);
    glpk_program_destroy(before);
    glpk_program_destroy(glpk);
    struct glpk_program *after = glpk_program_create(&arena);
    CHECK(glpk_relax(&arena, after, &sound, SOLVER_SERVED, &wide, &result) ==
          GLPK_OPTIMAL);
    glpk_program_destroy(after);
    glpk_program_destroy(NULL);
    CHECK(glpk_relax(&arena, NULL, &sound, SOLVER_SERVED, &wide, &result) ==
          GLPK_LIMIT);
}

static const char *read_all(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "r");
    char *text = arena_new(arena, 4096, char);
    if (file) {
        text[fread(text, 1, 4095, file)] = '\0';
        fclose(file);
    }
    return text;
}

static void test_write(struct arena arena)
{
    char path[] = "/tmp/matchday-lp-XXXXXX";
    struct problem *problem = small_problem(&arena, 2, "01 02");
    struct program program;
    int cause = 0, file = mkstemp(path);
    problem->value[1] = 16;
    build(&arena, problem, &program);
    if (!CHECK(file >= 0)) {
        return;
    }
    CHECK(glpk_write_lp(&program, SOLVER_SERVED, path, &cause));
    CHECK_INT(cause, 0);
    const char *text = read_all(&arena, path);
    CHECK(strstr(text, "Maximize"));
    CHECK(strstr(text, "+ x_0_0 + x_0_1 + 16 x_1_0 + 16 x_1_1"));
    CHECK(strstr(text, "+ x_1_1 + x_0_1 <= 1"));
    CHECK(strstr(text, "Binary") || strstr(text, "Generals"));
    close(file);
    unlink(path);
    CHECK(!glpk_write_lp(&program, SOLVER_SERVED, "/nowhere/model.lp", &cause));
    CHECK_INT(cause, ENOENT);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_triangle(arena);
    test_changes(arena);
    test_random();
    test_limits(arena);
    test_start(arena);
    test_no_columns(arena);
    test_failure(arena);
    test_write(arena);
    arena_finish(&arena);
    return check_report();
}
