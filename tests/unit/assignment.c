/* The assignment of greatest weight against trying all of them, and large ones
 * against what any must obey. */

#include "solver/assignment.h"

#include "scheduler/base/bits.h"
#include "scheduler/base/rng.h"
#include "tests/support/check.h"

enum { SEEDS = 300, MOST_ROWS = 6 };

struct sample {
    int n_rows, n_columns;
    uint64_t allowed[MOST_ROWS];
    int weight[MOST_ROWS][MOST_ROWS + 1];
};

static void draw(struct rng *rng, struct sample *sample)
{
    *sample = (struct sample){.n_rows = (int)rng_below(rng, MOST_ROWS + 1)};
    sample->n_columns = sample->n_rows + (int)rng_below(rng, 2);
    uint32_t percent = 20 + rng_below(rng, 81);
    for (int i = 0; i < sample->n_rows; i++) {
        for (int j = 0; j < sample->n_columns; j++) {
            sample->allowed[i] |= (uint64_t)(rng_below(rng, 100) < percent) << j;
            sample->weight[i][j] =
                rng_below(rng, 3) == 0 ? (int)rng_below(rng, 50) : 0;
        }
    }
}

/* The greatest weight of rows from i on beside the taken columns; -1 = none. */
static int best_weight(const struct sample *sample, int i, uint64_t taken)
{
    /* The second bound is for compilers that unroll this and warn of a seventh row. */
    if (i == sample->n_rows || i == MOST_ROWS) {
        return 0;
    }
    int best = -1;
    for (int j = 0; j < sample->n_columns; j++) {
        uint64_t column = (uint64_t)1 << j;
        if (sample->allowed[i] & ~taken & column) {
            int rest = best_weight(sample, i + 1, taken | column);
            int sum = rest + sample->weight[i][j];
            best = rest >= 0 && sum > best ? sum : best;
        }
    }
    return best;
}

/* The weight of the assignment, or -1 if it is none. */
static int weight_of(const struct sample *sample, const int *column)
{
    int sum = 0;
    uint64_t taken = 0;
    for (int i = 0; i < sample->n_rows; i++) {
        uint64_t bit = (uint64_t)1 << column[i];
        if (!(sample->allowed[i] & ~taken & bit)) {
            return -1;
        }
        taken |= bit;
        sum += sample->weight[i][column[i]];
    }
    return sum;
}

static void judge(struct arena arena, uint64_t seed)
{
    struct rng rng;
    struct sample sample;
    struct assignment assignment;
    rng_init(&rng, seed);
    draw(&rng, &sample);
    assignment_init(&arena, sample.n_rows, sample.n_columns, &assignment);
    for (int i = 0; i < sample.n_rows; i++) {
        assignment_allow(&assignment, i, &sample.allowed[i]);
        for (int j = 0; j < sample.n_columns; j++) {
            /* In two parts; pairs that are not allowed must not matter. */
            assignment_add_weight(&assignment, i, j, sample.weight[i][j] / 3);
            assignment_add_weight(&assignment, i, j,
                                  sample.weight[i][j] - sample.weight[i][j] / 3);
        }
    }
    const int *column = assignment_solve(&arena, &assignment);
    int best = best_weight(&sample, 0, 0);
    if (!CHECK(best < 0 ? column == NULL
                        : column && weight_of(&sample, column) == best)) {
        printf("seed %llu\n", (unsigned long long)seed);
    }
}

static void test_no_rows(struct arena arena)
{
    struct assignment assignment;
    assignment_init(&arena, 0, 0, &assignment);
    CHECK(assignment_solve(&arena, &assignment));
    assignment_init(&arena, 2, 1, &assignment);
    static const uint64_t first = 1;
    assignment_allow(&assignment, 0, &first);
    assignment_allow(&assignment, 1, &first);
    CHECK(!assignment_solve(&arena, &assignment)); /* more rows than columns */
}

/* Weights beyond 2^24 do not make a pair look allowed. */
static void test_heavy(struct arena arena)
{
    static const uint64_t first = 1, both = 3;
    struct assignment assignment;
    assignment_init(&arena, 2, 2, &assignment);
    assignment_allow(&assignment, 0, &first);
    assignment_allow(&assignment, 1, &both);
    assignment_add_weight(&assignment, 1, 0, INT32_MAX);
    const int *column = assignment_solve(&arena, &assignment);
    CHECK_INT(column[0], 0);
    CHECK_INT(column[1], 1);
}

enum { N = 400 }; /* beyond the size for the exact way */

/* Row i may have columns i - 1 to i + 1, and wishes for i + 1, so that one long
 * chain moves in the end; one row has nothing (-1 = none). */
static void make_large(struct arena *arena, int without,
                       struct assignment *assignment)
{
    assignment_init(arena, N, N, assignment);
    for (int i = 0; i < N; i++) {
        uint64_t *allowed = arena_new(arena, bits_words(N), uint64_t);
        for (int j = i > 0 ? i - 1 : 0; i != without && j <= i + 1 && j < N; j++) {
            bits_add(allowed, j);
        }
        assignment_allow(assignment, i, allowed);
        if (i < N - 1) {
            assignment_add_weight(assignment, i, i + 1, 1 + i % 7);
        }
    }
}

static void test_large(struct arena arena)
{
    struct assignment assignment;
    make_large(&arena, -1, &assignment);
    const int *column = assignment_solve(&arena, &assignment);
    uint64_t *taken = arena_new(&arena, bits_words(N), uint64_t);
    for (int i = 0; CHECK(column) && i < N; i++) {
        CHECK(bits_has(assignment.allowed[i], column[i]));
        CHECK(!bits_has(taken, column[i]));
        bits_add(taken, column[i]);
    }
    make_large(&arena, N / 2, &assignment);
    CHECK(!assignment_solve(&arena, &assignment));
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        judge(arena, seed);
    }
    test_no_rows(arena);
    test_heavy(arena);
    test_large(arena);
    arena_finish(&arena);
    return check_report();
}
