/* Repetitions of random rules, against an expansion hour by hour.
 *
 * ics_recur [SEED | FIRST COUNT]; with --print as second argument, the rule and its
 * occurrences alone, for a comparison with other programs. */

#include "io/ics_recur.h"

#include <stdio.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/naive_rule.h"
#include "tests/support/seeds.h"

enum { USUAL_SEEDS = 600, MOST = 60000, DAY_S = 86400 };

/* The span in which occurrences are wanted: some way behind DTSTART, or around it. */
static void choose_span(uint64_t seed, int64_t first_s, int64_t *from_s,
                        int64_t *to_s)
{
    struct rng rng;
    rng_init(&rng, seed + 1000000);
    *from_s = first_s + ((int64_t)rng_below(&rng, 1100) - 30) * DAY_S;
    *to_s = *from_s + (1 + (int64_t)rng_below(&rng, 400)) * DAY_S;
}

static void keep_until(const struct naive_rule *naive,
                       struct ics_occurrences *found)
{
    while (naive->until_s != 0 && found->n > 0 &&
           found->at_s[found->n - 1] > naive->until_s &&
           found->at_s[found->n - 1] != civil_to_seconds(naive->first)) {
        found->n--;
    }
}

static void check_seed(uint64_t seed, bool prints)
{
    struct arena arena;
    struct ics_rule rule;
    struct error err;
    struct ics_occurrences found = {0};
    struct ics_recurrence wanted = {.rule = &rule};
    int64_t work = ICS_MOST_WORK;
    arena_init(&arena);
    const struct naive_rule naive = naive_rule_random(seed);
    const char *text = naive_rule_text(&arena, &naive);
    int64_t *expected = arena_new(&arena, MOST, int64_t);
    wanted.first = naive.first;
    choose_span(seed, civil_to_seconds(naive.first), &wanted.from_s, &wanted.to_s);
    int n = naive_rule_expand(&naive, wanted.from_s, wanted.to_s, expected, MOST);
    bool ok = CHECK(ics_rule_parse(text, strlen(text), &rule, &err)) &&
              CHECK(ics_recur(&arena, &wanted, &found, &work)) && CHECK(n < MOST);
    CHECK(naive.position.n > 0 || ics_recur_fits(&rule, naive.first));
    keep_until(&naive, &found);
    ok = ok && CHECK_INT(found.n, n) &&
         CHECK(n == 0 ||
               memcmp(found.at_s, expected, (size_t)n * sizeof *expected) == 0);
    if (!ok || prints) {
        printf("  seed %llu: DTSTART %s, %s, from %s to %s\n",
               (unsigned long long)seed,
               instant_format(&arena, civil_to_seconds(naive.first)), text,
               instant_format(&arena, wanted.from_s),
               instant_format(&arena, wanted.to_s));
    }
    for (int k = 0; prints && k < n; k++) {
        printf("%s\n", instant_format(&arena, expected[k]));
    }
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    bool prints = argc == 3 && strcmp(argv[2], "--print") == 0;
    struct seeds seeds = seeds_of(prints ? 2 : argc, argv, USUAL_SEEDS);
    for (int k = 0; k < seeds.count; k++) {
        check_seed(seeds.first + (uint64_t)k, prints);
    }
    return check_report();
}
