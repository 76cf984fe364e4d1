#include "scheduler/base/bits.h"

#include "scheduler/base/rng.h"
#include "tests/support/check.h"

enum { N_BITS = 200, N_WORDS = 4 };

static void test_members(void)
{
    static const int member[] = {0, 1, 62, 63, 64, 127, 128, 199};
    enum { N_MEMBERS = sizeof member / sizeof *member };
    uint64_t set[N_WORDS] = {0};
    CHECK_INT(bits_words(0), 0);
    CHECK_INT(bits_words(64), 1);
    CHECK_INT(bits_words(N_BITS), N_WORDS);
    CHECK_INT(bits_next(set, N_BITS, 0), -1);
    for (int i = 0; i < N_MEMBERS; i++) {
        bits_add(set, member[i]);
        bits_add(set, member[i]);
    }
    CHECK_INT(bits_count(set, N_WORDS), N_MEMBERS);
    int i = 0;
    for (int b = bits_next(set, N_BITS, 0); b >= 0;
         b = bits_next(set, N_BITS, b + 1)) {
        CHECK_INT(b, member[i]);
        i++;
    }
    CHECK_INT(i, N_MEMBERS);
    CHECK(bits_has(set, 63) && !bits_has(set, 61));
    bits_remove(set, 63);
    CHECK(!bits_has(set, 63));
    CHECK_INT(bits_next(set, N_BITS, 63), 64);
    CHECK_INT(bits_next(set, 199, 129), -1);
    CHECK_INT(bits_next(set, N_BITS, N_BITS), -1);
}

/* Numbers come in the order of adding and stay, however large it grows. */
static void test_family(struct arena *arena, int n_members)
{
    struct set_family family;
    struct rng rng;
    uint64_t set[N_WORDS] = {0};
    rng_init(&rng, 7);
    set_family_init(&family, n_members);
    for (int k = 0; k < 1000; k++) {
        for (int w = 0; w < family.n_words; w++) {
            set[w] = w == 0 ? (uint64_t)k : rng_next(&rng);
        }
        CHECK_INT(set_family_add(&family, arena, set), k);
    }
    CHECK_INT(family.n_sets, 1000);
    for (int k = 0; k < 1000; k += 7) {
        const uint64_t *known = set_family_at(&family, k);
        CHECK_INT((long long)known[0], k);
        CHECK_INT(set_family_add(&family, arena, known), k);
    }
    CHECK_INT(family.n_sets, 1000);
}

static void test_family_of_nothing(struct arena *arena)
{
    struct set_family family;
    uint64_t unused = 5;
    set_family_init(&family, 0);
    CHECK_INT(set_family_add(&family, arena, &unused), 0);
    CHECK_INT(set_family_add(&family, arena, &unused), 0);
    CHECK_INT(family.n_sets, 1);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_members();
    test_family(&arena, 12);
    test_family(&arena, N_BITS);
    test_family_of_nothing(&arena);
    arena_finish(&arena);
    return check_report();
}
