#include "solver/clauses.h"

#include <string.h>

#include "tests/support/check.h"

/* Whether the values of the first n variables, as bits, can be completed so that
 * all clauses hold. */
static bool is_possible(const struct clauses *clauses, unsigned fixed, int n)
{
    int n_free = clauses->n_variables - n;
    for (unsigned rest = 0; rest < 1u << n_free && !clauses->is_false; rest++) {
        unsigned value = fixed | rest << n;
        bool all = true;
        for (int c = 0, i = 0; c < clauses->n_clauses; c++) {
            bool any = false;
            for (; i < clauses->end[c]; i++) {
                int literal = clauses->literal[i];
                int variable = literal < 0 ? -literal : literal;
                any |= (value >> (variable - 1) & 1) == (literal > 0);
            }
            all = all && any;
        }
        if (all) {
            return true;
        }
    }
    return false;
}

static int n_bits(unsigned value)
{
    int n = 0;
    for (; value != 0; value &= value - 1) {
        n++;
    }
    return n;
}

static void make_variables(struct clauses *clauses, int *literal, int n)
{
    for (int i = 0; i < n; i++) {
        literal[i] = clauses_variable(clauses);
    }
}

static void test_simplified(struct arena arena)
{
    static const struct {
        int literal[4], n;
        int n_clauses, n_literals;
        bool is_false;
    } row[] = {
        {{1, -2}, 2, 1, 2, false},
        {{1, 1, -2, 1}, 4, 1, 2, false},
        {{1, -2, -1}, 3, 0, 0, false},
        {{1, LITERAL_TRUE}, 2, 0, 0, false},
        {{1, -LITERAL_FALSE}, 2, 0, 0, false},
        {{1, LITERAL_FALSE, 2}, 3, 1, 2, false},
        {{LITERAL_FALSE, -LITERAL_TRUE}, 2, 0, 0, true},
        {{0}, 0, 0, 0, true},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct arena scratch = arena;
        struct clauses clauses;
        clauses_init(&scratch, &clauses);
        clauses_add(&clauses, row[i].literal, row[i].n);
        CHECK_INT(clauses.n_clauses, row[i].n_clauses);
        CHECK_INT(clauses.n_literals, row[i].n_literals);
        CHECK(clauses.is_false == row[i].is_false);
    }
}

static void test_at_most_one(struct arena arena)
{
    for (int n = 0; n <= 11; n++) {
        struct arena scratch = arena;
        struct clauses clauses;
        int literal[11];
        clauses_init(&scratch, &clauses);
        make_variables(&clauses, literal, n);
        clauses_add_at_most_one(&clauses, literal, n);
        for (unsigned value = 0; value < 1u << n; value++) {
            CHECK(is_possible(&clauses, value, n) == (n_bits(value) <= 1));
        }
    }
}

static void test_any_of(struct arena arena)
{
    struct clauses clauses;
    int literal[3];
    clauses_init(&arena, &clauses);
    make_variables(&clauses, literal, 3);
    const int first[] = {LITERAL_FALSE, literal[0], LITERAL_FALSE};
    const int sure[] = {literal[0], LITERAL_TRUE};
    CHECK_INT(clauses_any_of(&clauses, NULL, 0), LITERAL_FALSE);
    CHECK_INT(clauses_any_of(&clauses, first, 3), literal[0]);
    CHECK_INT(clauses_any_of(&clauses, sure, 2), LITERAL_TRUE);
    CHECK_INT(clauses_any_of(&clauses, literal, 3), 4);
    for (unsigned value = 0; value < 16; value++) {
        CHECK(is_possible(&clauses, value, 4) ==
              ((value >> 3 != 0) == ((value & 7) != 0)));
    }
}

/* Of n literals, of which the last two are constants, at least k are true. */
static void judge_count(struct arena arena, int n, int most, bool both_ways)
{
    struct clauses clauses;
    int literal[8];
    clauses_init(&arena, &clauses);
    make_variables(&clauses, literal, n);
    literal[n] = LITERAL_FALSE;
    literal[n + 1] = LITERAL_TRUE;
    const int *count = clauses_count(&clauses, literal, n + 2, most, both_ways);
    for (int k = 1; k <= most && k <= n + 2; k++) {
        for (int is = 0; is <= 1; is++) {
            struct arena lent = arena;
            struct clauses more = clauses;
            const int unit = is ? count[k - 1] : -count[k - 1];
            more.arena = &lent;
            clauses_add(&more, &unit, 1);
            for (unsigned value = 0; value < 1u << n; value++) {
                bool reached = n_bits(value) + 1 >= k;
                bool possible = is_possible(&more, value, n);
                bool is_open = is && !reached && !both_ways;
                CHECK(is_open || possible == (is ? reached : !reached));
            }
        }
    }
}

static void test_count(struct arena arena)
{
    for (int n = 0; n <= 5; n++) {
        for (int most = 1; most <= n + 2; most++) {
            judge_count(arena, n, most, false);
            judge_count(arena, n, most, true);
        }
    }
}

static void test_at_most(struct arena arena)
{
    for (int n = 0; n <= 6; n++) {
        for (int limit = 0; limit <= n; limit++) {
            struct arena scratch = arena;
            struct clauses clauses;
            int literal[6];
            clauses_init(&scratch, &clauses);
            make_variables(&clauses, literal, n);
            clauses_add_at_most(&clauses, literal, n, limit);
            for (unsigned value = 0; value < 1u << n; value++) {
                CHECK(is_possible(&clauses, value, n) == (n_bits(value) <= limit));
            }
        }
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_simplified(arena);
    test_at_most_one(arena);
    test_any_of(arena);
    test_count(arena);
    test_at_most(arena);
    arena_finish(&arena);
    return check_report();
}
