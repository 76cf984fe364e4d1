/* Propagation and the proof of gaps against exhaustive search on small random
 * problems, for random sets of meetings to be held: nothing that can be is called
 * impossible, no slot of a schedule is taken away, no bound is beyond the best,
 * and where all rules can be written as clauses the best is found and proven.
 *
 *     property_gaps              the usual seeds
 *     property_gaps SEED         this one, printed
 *     property_gaps FIRST COUNT  COUNT seeds from FIRST on */

#include <stdio.h>
#include <string.h>

#include "scheduler/base/rng.h"
#include "solver/cdcl.h"
#include "solver/gaps_proof.h"
#include "solver/gaps_sat.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/print_problem.h"
#include "tests/support/random_problem.h"
#include "tests/support/rup.h"
#include "tests/support/seeds.h"
#include "tests/support/small_problem.h"

enum { USUAL_SEEDS = 400 };

static const enum solver_level compactness[] = {SOLVER_COMPACTNESS};

struct trial {
    struct arena *arena;
    int threads;
    struct problem problem; /* with no other level */
    bool *held;
    bool possible; /* to hold exactly these */
    struct brute_force_answer best;
    struct propagation known;
    bool asked;
};

struct totals {
    int n_seeds, n_possible, n_asked, n_refuted, n_pruned, n_gaps;
};

/* All meetings, or some with all that must be held. */
static void choose_meetings(struct trial *trial, uint64_t seed)
{
    struct rng rng;
    rng_init(&rng, seed);
    bool all = rng_below(&rng, 3) == 0;
    uint32_t share = 1 + rng_below(&rng, 4);
    trial->held = arena_new(trial->arena, trial->problem.n_meetings, bool);
    for (int m = 0; m < trial->problem.n_meetings; m++) {
        trial->held[m] =
            all || trial->problem.must[m] || rng_below(&rng, 4) < share;
    }
}

/* The problem in which they must be held, and, if `exactly`, no others can. */
static struct problem with_musts(struct arena *arena, const struct trial *trial,
                                 bool exactly)
{
    struct problem problem = trial->problem;
    size_t n = (size_t)(problem.n_meetings * problem.slot_words);
    problem.must = trial->held;
    problem.domain = arena_new(arena, n, uint64_t);
    memcpy(problem.domain, trial->problem.domain, n * sizeof *problem.domain);
    for (int m = 0; exactly && m < problem.n_meetings; m++) {
        for (int w = 0; w < problem.slot_words && !trial->held[m]; w++) {
            problem.domain[m * problem.slot_words + w] = 0;
        }
    }
    return problem;
}

static bool is_left(const struct problem *problem, const struct propagation *known,
                    const int *slot)
{
    for (int m = 0; m < problem->n_meetings; m++) {
        if (known->held[m] &&
            !bits_has(known->domain + m * problem->slot_words, slot[m])) {
            return false;
        }
    }
    return true;
}

static void judge_propagation(struct trial *trial, struct totals *totals)
{
    struct arena scratch = *trial->arena;
    struct problem problem = with_musts(&scratch, trial, false);
    struct brute_force_answer answer;
    struct propagation known;
    bool possible = brute_force_solve(&scratch, &problem, NULL, 0, &answer);
    bool ok = propagate(&scratch, &trial->problem, trial->held, false, &known);
    CHECK(ok || !possible);
    CHECK(!ok || !possible || is_left(&problem, &known, answer.slot));
    totals->n_pruned += !ok;

    ok = propagate(trial->arena, &trial->problem, trial->held, true, &trial->known);
    CHECK(ok || !trial->possible);
    CHECK(ok == (trial->known.contradiction.kind == CLASH_NONE));
    if (ok && trial->possible) {
        CHECK(is_left(&problem, &trial->known, trial->best.slot));
        CHECK(trial->known.sum_gaps <= trial->best.value[0]);
    }
    trial->asked =
        ok && gaps_sat_can_ask(*trial->arena, &trial->problem, &trial->known);
}

/* The answer is no, and each step to it is one that a judge accepts. */
static void judge_refutation(struct arena *arena,
                             const struct gaps_question *question)
{
    struct clauses clauses;
    struct cdcl_result result;
    clauses_init(arena, &clauses);
    gaps_sat_encode(question, &clauses);
    struct rup *rup = rup_create(arena, &clauses);
    struct sat_effort effort = {
        .max_conflicts = 100000, .learned = rup_listen, .listener = rup};
    CHECK(cdcl_solve(arena, &clauses, &effort, &result) == SAT_NO);
    CHECK(rup_is_refuted(rup));
}

/* The best schedule, as unit clauses, is one in which no rule is broken. */
static void judge_clauses(struct trial *trial, bool even)
{
    struct arena scratch = *trial->arena;
    struct gaps_question question = {.problem = &trial->problem,
                                     .known = &trial->known,
                                     .most_gaps = trial->best.value[0],
                                     .even = even};
    struct clauses clauses;
    struct sat_effort effort = {.max_conflicts = 100000};
    struct cdcl_result result;
    clauses_init(&scratch, &clauses);
    const int *x = gaps_sat_encode(&question, &clauses);
    for (int m = 0; m < trial->problem.n_meetings; m++) {
        if (trial->held[m]) {
            int cell = m * trial->problem.n_slots + trial->best.slot[m];
            clauses_add(&clauses, &x[cell], 1);
        }
    }
    CHECK(cdcl_solve(&scratch, &clauses, &effort, &result) == SAT_YES);
    if (question.most_gaps > trial->known.sum_gaps) {
        question.most_gaps--;
        judge_refutation(&scratch, &question);
    }
}

/* The schedule obeys all rules and is worth what it should be. */
static void judge_schedule(struct trial *trial, const int *slot)
{
    struct arena scratch = *trial->arena;
    struct problem problem = with_musts(&scratch, trial, true);
    struct brute_force_answer answer;
    for (int m = 0; m < problem.n_meetings; m++) {
        CHECK((slot[m] >= 0) == trial->held[m]);
        for (int s = 0; s < problem.n_slots; s++) {
            if (s != slot[m]) {
                bits_remove(problem.domain + m * problem.slot_words, s);
            }
        }
    }
    if (CHECK(brute_force_solve(&scratch, &problem, NULL, 0, &answer))) {
        CHECK_INT(answer.value[0], trial->best.value[0]);
        CHECK_INT(gaps_count(scratch, &problem, slot), trial->best.value[0]);
    }
}

static void judge_proof(struct trial *trial)
{
    struct gaps_proof proof;
    struct gaps_proof_task task = {.problem = &trial->problem,
                                   .held = trial->held,
                                   .attempts = GAPS_PROOF_ATTEMPTS,
                                   .conflicts = GAPS_PROOF_CONFLICTS,
                                   .threads = trial->threads};
    gaps_prove(trial->arena, &task, &proof);
    CHECK(!proof.is_refuted || !trial->possible);
    CHECK(!proof.has_bound || !trial->possible ||
          proof.bound <= trial->best.value[0]);
    if (!trial->asked) {
        return;
    }
    CHECK(proof.is_refuted == !trial->possible);
    if (trial->possible && CHECK(proof.slot != NULL)) {
        CHECK_INT(proof.gaps, trial->best.value[0]);
        CHECK_INT(proof.bound, trial->best.value[0]);
        judge_schedule(trial, proof.slot);
        task.slot = trial->best.slot; /* nothing better */
        gaps_prove(trial->arena, &task, &proof);
        CHECK_INT(proof.gaps, trial->best.value[0]);
        CHECK_INT(proof.bound, trial->best.value[0]);
    }
}

static void run(uint64_t seed, bool print, struct totals *totals)
{
    struct arena arena;
    arena_init(&arena);
    struct trial trial = {.arena = &arena,
                          .threads = 1 + (int)(seed % 2),
                          .problem = *random_problem(&arena, seed)};
    int n_failed = check_n_failed;
    trial.problem.level = compactness;
    trial.problem.n_levels = 1;
    choose_meetings(&trial, seed);
    struct problem exact = with_musts(&arena, &trial, true);
    trial.possible = brute_force_solve(&arena, &exact, NULL, 0, &trial.best);
    judge_propagation(&trial, totals);
    if (trial.asked && trial.possible) {
        judge_clauses(&trial, false);
        judge_clauses(&trial, true);
        totals->n_gaps += trial.best.value[0] > trial.known.sum_gaps;
    }
    judge_proof(&trial);
    totals->n_seeds++;
    totals->n_possible += trial.possible;
    totals->n_asked += trial.asked;
    totals->n_refuted += trial.asked && !trial.possible;
    if (print || check_n_failed > n_failed) {
        printf("--- seed %llu\n", (unsigned long long)seed);
        problem_print(stdout, &trial.problem);
        for (int m = 0; m < trial.problem.n_meetings; m++) {
            printf("meeting %d%s: slot %d\n", m, trial.held[m] ? " held" : "",
                   trial.possible ? trial.best.slot[m] : -1);
        }
    }
    arena_finish(&arena);
}

/* Ten people in scarce rooms: questions that take hundreds of conflicts. Those that
 * are answered no are refuted step by step, up to the first yes. */
static void run_crowded(uint64_t seed, int *n_refuted, int64_t *n_conflicts)
{
    enum { PEOPLE = 10, MEETINGS = 28, SLOTS = 10, ROOMS = 3 };
    enum { MOST = PEOPLE * SLOTS / 2 }; /* gaps */
    struct arena arena;
    struct rng rng;
    char text[3 * MEETINGS + 1] = "";
    rng_init(&rng, seed);
    for (int m = 0; m < MEETINGS; m++) {
        int a = (int)rng_below(&rng, PEOPLE), b = (int)rng_below(&rng, PEOPLE - 1);
        snprintf(text + 3 * m, 4, "%d%d ", a, b < a ? b : b + 1);
    }
    text[3 * MEETINGS - 1] = '\0'; /* no space behind the last one */
    arena_init(&arena);
    struct problem *problem = small_problem(&arena, SLOTS, text);
    struct propagation known;
    struct sat_effort effort = {.max_conflicts = 20000};
    struct cdcl_result result = {0};
    enum sat_answer answer = SAT_NO;
    bool *held = arena_new(&arena, MEETINGS, bool);
    memset(held, true, MEETINGS);
    small_problem_rooms(&arena, problem, ROOMS);
    bool ok = propagate(&arena, problem, held, true, &known) &&
              gaps_sat_can_ask(arena, problem, &known);
    for (int64_t gaps = ok ? known.sum_gaps : MOST; gaps < MOST && answer == SAT_NO;
         gaps++) {
        struct gaps_question question = {
            .problem = problem, .known = &known, .most_gaps = gaps};
        struct clauses clauses;
        clauses_init(&arena, &clauses);
        gaps_sat_encode(&question, &clauses);
        struct rup *rup = rup_create(&arena, &clauses);
        effort.learned = rup_listen;
        effort.listener = rup;
        answer = cdcl_solve(&arena, &clauses, &effort, &result);
        CHECK(rup_is_refuted(rup) == (answer == SAT_NO));
        *n_refuted += answer == SAT_NO;
        *n_conflicts += answer == SAT_NO ? result.n_conflicts : 0;
    }
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    struct seeds seeds = seeds_of(argc, argv, USUAL_SEEDS);
    struct totals totals = {0};
    for (int i = 0; i < seeds.count; i++) {
        run(seeds.first + (uint64_t)i, seeds.alone, &totals);
    }
    printf("%d seeds: %d can be held, %d asked (%d of them refuted, %d with more "
           "gaps than each alone), %d pruned\n",
           totals.n_seeds, totals.n_possible, totals.n_asked, totals.n_refuted,
           totals.n_gaps, totals.n_pruned);
    int n_refuted = 0;
    int64_t n_conflicts = 0;
    for (int i = 0; i < seeds.count; i += 10) {
        run_crowded(seeds.first + (uint64_t)i, &n_refuted, &n_conflicts);
    }
    printf("crowded: %d refuted with %lld conflicts\n", n_refuted,
           (long long)n_conflicts);
    if (seeds.usual) { /* the test is about something */
        CHECK(totals.n_possible > 50 && totals.n_asked > 50);
        CHECK(totals.n_refuted > 5 && totals.n_gaps > 5 && totals.n_pruned > 20);
    }
    return check_report();
}
