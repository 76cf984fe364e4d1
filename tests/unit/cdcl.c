#include "solver/cdcl.h"

#include "scheduler/base/rng.h"
#include "tests/support/check.h"
#include "tests/support/rup.h"

enum { ENOUGH = 1000 * 1000 };

static bool holds(const struct clauses *clauses, const bool *value)
{
    for (int c = 0, i = 0; c < clauses->n_clauses; c++) {
        bool any = false;
        for (; i < clauses->end[c]; i++) {
            int literal = clauses->literal[i];
            any |= literal > 0 ? value[literal] : !value[-literal];
        }
        if (!any) {
            return false;
        }
    }
    return true;
}

static bool is_possible(const struct clauses *clauses)
{
    bool value[16];
    for (unsigned bits = 0; bits < 1u << clauses->n_variables; bits++) {
        for (int j = 1; j <= clauses->n_variables; j++) {
            value[j] = bits >> (j - 1) & 1;
        }
        if (holds(clauses, value)) {
            return true;
        }
    }
    return false;
}

static enum sat_answer decide(struct arena *arena, const struct clauses *clauses,
                              int max_conflicts, bool **value)
{
    struct rup *rup = rup_create(arena, clauses);
    struct sat_effort effort = {
        .max_conflicts = max_conflicts, .learned = rup_listen, .listener = rup};
    struct cdcl_result result;
    enum sat_answer answer = cdcl_solve(arena, clauses, &effort, &result);
    CHECK(rup_is_refuted(rup) == (answer == SAT_NO));
    CHECK(result.n_conflicts <= max_conflicts);
    *value = result.value;
    return answer;
}

/* Three literals a clause, about as many as make both answers likely. */
static void judge_random(struct arena arena, uint64_t seed, int *n_yes)
{
    struct rng rng;
    struct clauses clauses;
    bool *value;
    rng_init(&rng, seed);
    clauses_init(&arena, &clauses);
    clauses.n_variables = 8;
    for (int c = 0; c < 36; c++) {
        int literal[3];
        for (int i = 0; i < 3; i++) {
            int variable = 1 + (int)rng_below(&rng, 8);
            literal[i] = rng_below(&rng, 2) ? variable : -variable;
        }
        clauses_add(&clauses, literal, 3);
    }
    bool possible = is_possible(&clauses);
    enum sat_answer answer = decide(&arena, &clauses, ENOUGH, &value);
    CHECK(answer == (possible ? SAT_YES : SAT_NO));
    CHECK(answer != SAT_YES || holds(&clauses, value));
    *n_yes += answer == SAT_YES;
}

/* Longer ones, for which clauses are learned, forgotten and shortened. */
static void judge_long(struct arena arena, uint64_t seed, int *n_no)
{
    enum { VARIABLES = 130, CLAUSES = 570 };
    struct rng rng;
    struct clauses clauses;
    bool *value;
    rng_init(&rng, seed);
    clauses_init(&arena, &clauses);
    clauses.n_variables = VARIABLES;
    for (int c = 0; c < CLAUSES; c++) {
        int literal[3];
        for (int i = 0; i < 3; i++) {
            int variable = 1 + (int)rng_below(&rng, VARIABLES);
            literal[i] = rng_below(&rng, 2) ? variable : -variable;
        }
        clauses_add(&clauses, literal, 3);
    }
    enum sat_answer answer = decide(&arena, &clauses, ENOUGH, &value);
    CHECK(answer != SAT_UNKNOWN);
    CHECK(answer != SAT_YES || holds(&clauses, value));
    *n_no += answer == SAT_NO;
}

/* A clause that does not follow is found out. */
static void test_judge(struct arena arena)
{
    struct clauses clauses;
    clauses_init(&arena, &clauses);
    clauses.n_variables = 3;
    clauses_add_2(&clauses, 1, 2);
    clauses_add_2(&clauses, -1, 3);
    struct rup *rup = rup_create(&arena, &clauses);
    CHECK(rup_learn(rup, (int[]){2, 3}, 2));
    CHECK(!rup_learn(rup, (int[]){2}, 1));
    CHECK(!rup_learn(rup, (int[]){2, 3}, 2));
    clauses_add_2(&clauses, 1, -2);
    clauses_add_2(&clauses, -1, -3);
    rup = rup_create(&arena, &clauses);
    CHECK(!rup_is_refuted(rup));
    CHECK(rup_learn(rup, (int[]){1}, 1));
    CHECK(rup_is_refuted(rup));
}

static void test_trivial(struct arena arena)
{
    struct clauses clauses;
    bool *value;
    clauses_init(&arena, &clauses);
    CHECK(decide(&arena, &clauses, ENOUGH, &value) == SAT_YES);
    clauses_variable(&clauses);
    CHECK(decide(&arena, &clauses, ENOUGH, &value) == SAT_YES);
    clauses_add_2(&clauses, 1, LITERAL_FALSE);
    CHECK(decide(&arena, &clauses, ENOUGH, &value) == SAT_YES && value[1]);
    clauses_add_2(&clauses, -1, LITERAL_FALSE);
    CHECK(decide(&arena, &clauses, ENOUGH, &value) == SAT_NO);
    clauses_add(&clauses, NULL, 0);
    CHECK(decide(&arena, &clauses, ENOUGH, &value) == SAT_NO);
}

/* n + 1 pigeons in n holes: no, and hard to see. */
static void make_pigeons(struct clauses *clauses, int n)
{
    int x[12][11];
    for (int i = 0; i <= n; i++) {
        for (int j = 0; j < n; j++) {
            x[i][j] = clauses_variable(clauses);
        }
        clauses_add(clauses, x[i], n);
    }
    for (int j = 0; j < n; j++) {
        for (int i = 0; i <= n; i++) {
            for (int k = 0; k < i; k++) {
                clauses_add_2(clauses, -x[i][j], -x[k][j]);
            }
        }
    }
}

static bool stop_at_third(void *context)
{
    int *n_asked = context;
    return ++*n_asked >= 3;
}

/* Few pigeons are quickly refuted; many use up any effort. */
static void test_effort(struct arena arena)
{
    struct clauses few, many;
    bool *value;
    struct cdcl_result result;
    int n_asked = 0;
    struct sat_effort stopped = {
        .max_conflicts = ENOUGH, .poll = stop_at_third, .context = &n_asked};
    clauses_init(&arena, &few);
    make_pigeons(&few, 5);
    CHECK(decide(&arena, &few, ENOUGH, &value) == SAT_NO);
    CHECK(decide(&arena, &few, 0, &value) == SAT_UNKNOWN);
    clauses_init(&arena, &many);
    make_pigeons(&many, 11);
    CHECK(decide(&arena, &many, 4000, &value) == SAT_UNKNOWN);
    CHECK(cdcl_solve(&arena, &many, &stopped, &result) == SAT_UNKNOWN);
    CHECK_INT(n_asked, 3);
}

int main(void)
{
    struct arena arena;
    int n_yes = 0;
    arena_init(&arena);
    test_trivial(arena);
    for (uint64_t seed = 1; seed <= 60; seed++) {
        judge_random(arena, seed, &n_yes);
    }
    CHECK(n_yes > 10 && n_yes < 50);
    int n_no = 0, n_long = 60;
    for (uint64_t seed = 1; seed <= (uint64_t)n_long; seed++) {
        judge_long(arena, seed, &n_no);
    }
    CHECK(n_no > 10 && n_no < n_long - 10);
    test_judge(arena);
    test_effort(arena);
    arena_finish(&arena);
    return check_report();
}
