#include "scheduler/base/rng.h"

#include "tests/support/check.h"

/* The first numbers of the published generators. */
static void test_known_numbers(void)
{
    static const uint64_t expected[] = {
        11520u,
        0u,
        1509978240u,
        1215971899390074240u,
        1216172134540287360u,
        607988272756665600u,
        16172922978634559625u,
        8476171486693032832u,
        10595114339597558777u,
        2904607092377533576u,
    };
    static const uint64_t seeded[] = {6457827717110365317u, 3203168211198807973u,
                                      9817491932198370423u, 4593380528125082431u};
    struct rng rng = {{1, 2, 3, 4}};
    for (int i = 0; i < 10; i++) {
        CHECK(rng_next(&rng) == expected[i]);
    }
    rng_init(&rng, 1234567);
    for (int i = 0; i < 4; i++) {
        CHECK(rng.state[i] == seeded[i]);
    }
}

static void test_below_is_even(void)
{
    enum { N = 10, DRAWS = 100000 };
    int count[N] = {0};
    struct rng rng;
    rng_init(&rng, 1);
    for (int i = 0; i < DRAWS; i++) {
        uint32_t k = rng_below(&rng, N);
        if (!CHECK(k < N)) {
            return;
        }
        count[k]++;
    }
    for (int k = 0; k < N; k++) {
        /* 500 is more than five standard deviations. */
        CHECK(count[k] > DRAWS / N - 500 && count[k] < DRAWS / N + 500);
    }
    CHECK_INT(rng_below(&rng, 1), 0);
    bool is_high = false;
    for (int i = 0; i < 100; i++) {
        is_high = is_high || rng_below(&rng, UINT32_MAX) > UINT32_MAX / 2;
    }
    CHECK(is_high);
}

static void test_unit_is_half_open(void)
{
    struct rng rng;
    double sum = 0;
    rng_init(&rng, 0);
    for (int i = 0; i < 10000; i++) {
        double x = rng_unit(&rng);
        CHECK(x >= 0 && x < 1);
        sum += x;
    }
    CHECK(sum > 4850 && sum < 5150);
}

static void test_seeds_differ(void)
{
    struct rng a;
    struct rng b;
    struct rng again;
    rng_init(&a, 1);
    rng_init(&b, 2);
    rng_init(&again, 1);
    int n_equal = 0;
    for (int i = 0; i < 1000; i++) {
        uint64_t number = rng_next(&a);
        n_equal += number == rng_next(&b);
        CHECK(number == rng_next(&again));
    }
    CHECK_INT(n_equal, 0);
}

int main(void)
{
    test_known_numbers();
    test_below_is_even();
    test_unit_is_half_open();
    test_seeds_differ();
    return check_report();
}
