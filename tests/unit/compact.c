/* What is said to be settled is, the bound on gaps cuts nothing off, and the search
 * keeps the levels before: against exhaustive search on small random problems. */

#include "solver/compact.h"

#include <stdlib.h>

#include "solver/settled.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 250 };

static const enum solver_level levels[] = {SOLVER_GUARANTEE, SOLVER_SERVED,
                                           SOLVER_BALANCE,   SOLVER_BURDEN,
                                           SOLVER_COMFORT,   SOLVER_COMPACTNESS};
enum { RANK = sizeof levels / sizeof *levels - 1 };

struct trial {
    struct arena arena;
    struct problem problem;
    struct pool pool[N_POOLS];
    struct state state;
    struct incumbent incumbent;
    struct program program;
    struct glpk_program *glpk;
    int64_t held[SOLVER_N_LEVELS];    /* by level, */
    int64_t reached[SOLVER_N_LEVELS]; /* and by rank */
    int64_t best;
    atomic_bool stop;
    struct compact_task task;
};

struct totals {
    int n, n_settled, n_meetings, n_best, n_tight;
};

static void hold(struct trial *trial)
{
    program_init(&trial->arena, &trial->problem, &trial->pool[0], &trial->pool[1],
                 &trial->program);
    for (int k = 0; k < RANK; k++) {
        program_hold_level(&trial->program, levels[k], trial->held[levels[k]]);
    }
    trial->glpk = glpk_program_create(&trial->arena);
}

/* Makes an assignment that is best on the levels before the incumbent, whatever its
 * gaps. False where there is none or it cannot be rebuilt slot by slot. */
static bool start(struct trial *trial, const struct problem *problem)
{
    struct arena *arena = &trial->arena;
    struct brute_force_answer before, best;
    trial->problem = *problem;
    trial->problem.level = levels;
    trial->problem.n_levels = RANK;
    if (!brute_force_solve(arena, &trial->problem, NULL, 0, &before)) {
        return false;
    }
    trial->problem.n_levels = RANK + 1;
    CHECK(brute_force_solve(arena, &trial->problem, before.value, RANK, &best));
    trial->best = best.value[RANK];
    for (int k = 0; k < RANK; k++) {
        trial->held[levels[k]] = trial->reached[k] = before.value[k];
    }
    pool_init_rooms(arena, &trial->problem, &trial->pool[0]);
    pool_init_interpreters(arena, &trial->problem, &trial->pool[1]);
    state_init(arena, &trial->problem, &trial->pool[0], &trial->pool[1],
               &trial->state);
    incumbent_init(arena, &trial->state, &trial->incumbent);
    if (!state_load(&trial->state, before.slot, NULL) || trial->state.broken) {
        return false;
    }
    incumbent_offer(&trial->incumbent, &trial->state);
    hold(trial);
    atomic_init(&trial->stop, false);
    trial->task = (struct compact_task){.problem = &trial->problem,
                                        .rooms = &trial->pool[0],
                                        .interpreters = &trial->pool[1],
                                        .rank = RANK,
                                        .program = &trial->program,
                                        .glpk = trial->glpk,
                                        .held = trial->held,
                                        .seed = 3,
                                        .threads = 1,
                                        .stop = &trial->stop};
    return true;
}

/* Whether m can be held (or left out) with the levels before as they are. */
static bool is_possible(const struct trial *trial, int m, bool held)
{
    struct arena scratch = trial->arena;
    struct problem problem = trial->problem;
    struct settled forced;
    struct brute_force_answer answer;
    settled_init(&scratch, &problem, &forced);
    forced.fate[m] = held ? SETTLED_HELD : SETTLED_OUT;
    problem = settled_problem(&scratch, &problem, &forced);
    return brute_force_solve(&scratch, &problem, trial->reached, RANK, &answer);
}

static void judge_settled(struct trial *trial, struct totals *totals)
{
    struct settled settled;
    struct glpk_limits effort = {.max_iterations = 10000};
    const int *slot = trial->incumbent.slot;
    int n_open = 0;
    settled_init(&trial->arena, &trial->problem, &settled);
    settled_find(&trial->program, trial->glpk, slot, &effort, &settled);
    for (int m = 0; m < trial->problem.n_meetings; m++) {
        n_open += settled.fate[m] == SETTLED_OPEN;
        if (settled.fate[m] == SETTLED_HELD) {
            CHECK(slot[m] >= 0 && !is_possible(trial, m, false));
        } else if (settled.fate[m] == SETTLED_OUT) {
            CHECK(slot[m] < 0 && !is_possible(trial, m, true));
        }
    }
    CHECK_INT(settled.n_open, n_open);
    for (int p = 0; p < trial->problem.n_participants; p++) {
        incumbent_restore(&trial->incumbent, &trial->state);
        CHECK(settled.fewest[p] <= trial->state.total[p]);
        CHECK(settled.most[p] >= trial->state.total[p]);
    }
    totals->n_meetings += trial->problem.n_meetings;
    totals->n_settled += trial->problem.n_meetings - n_open;
}

static void judge_gaps(struct trial *trial, struct totals *totals)
{
    struct compact_bound bound;
    int64_t before = trial->incumbent.value[SOLVER_COMPACTNESS];
    compact_search(trial->arena, &trial->task, &trial->incumbent);
    compact_bound(&trial->task, &trial->incumbent, &bound);
    int64_t gaps = trial->incumbent.value[SOLVER_COMPACTNESS];
    CHECK_INT(trial->incumbent.broken, 0);
    CHECK(gaps <= before && gaps >= trial->best);
    for (int k = 0; k < RANK; k++) {
        CHECK_INT(trial->incumbent.value[levels[k]], trial->held[levels[k]]);
    }
    CHECK(bound.known && bound.gaps <= trial->best);
    incumbent_restore(&trial->incumbent, &trial->state);
    CHECK_INT(trial->state.value[SOLVER_COMPACTNESS], gaps);
    totals->n_best += gaps == trial->best;
    totals->n_tight += bound.gaps == trial->best;
}

static void judge(uint64_t seed, struct totals *totals)
{
    struct trial trial = {0};
    int n_failed = check_n_failed;
    arena_init(&trial.arena);
    const struct problem *problem = random_problem(&trial.arena, seed);
    if (start(&trial, problem)) {
        totals->n++;
        judge_settled(&trial, totals);
        judge_gaps(&trial, totals);
        if (check_n_failed > n_failed) {
            printf("seed %llu\n", (unsigned long long)seed);
            problem_print(stdout, problem);
        }
    }
    glpk_program_destroy(trial.glpk);
    arena_finish(&trial.arena);
}

int main(int argc, char **argv)
{
    struct totals totals = {0};
    uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    int count = argc > 2 ? atoi(argv[2]) : argc > 1 ? 1 : SEEDS;
    for (int i = 0; i < count; i++) {
        judge(first + (uint64_t)i, &totals);
    }
    printf("%d problems: %d of %d meetings settled, gaps %d times the least, %d "
           "times proven\n",
           totals.n, totals.n_settled, totals.n_meetings, totals.n_best,
           totals.n_tight);
    if (argc == 1) {
        CHECK(totals.n > SEEDS / 2);
        CHECK(totals.n_settled * 10 > totals.n_meetings * 7);
        CHECK(totals.n_best * 100 > totals.n * 98);
        CHECK(totals.n_tight * 100 > totals.n * 95);
    }
    return check_report();
}
