#ifndef MATCHDAY_TESTS_SUPPORT_NAIVE_RULE_H
#define MATCHDAY_TESTS_SUPPORT_NAIVE_RULE_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/civil.h"
#include "scheduler/base/rng.h"

/* A rule of repetition as plain lists, expanded the slow way: every hour from DTSTART
 * on is asked whether it belongs. Knows nothing of the code under test. Times are at
 * DTSTART's minute and second. */

struct naive_list {
    int number[4], n;
};

struct naive_day {
    int ordinal, weekday; /* 0 = every */
};

struct naive_rule {
    char frequency; /* 'D', 'W', 'M', 'Y' */
    int interval, count, week_start;
    int64_t until_s; /* clock time; 0 = none */
    struct naive_list month, week, year_day, month_day, hour, position;
    struct naive_day day[4];
    int n_days;
    struct civil first;
};

/* A rule of that seed whose DTSTART fits it (but perhaps for BYSETPOS). */
struct naive_rule naive_rule_random(uint64_t seed);

/* "FREQ=WEEKLY;…", in arena. */
const char *naive_rule_text(struct arena *arena, const struct naive_rule *rule);

/* The occurrences in [from_s, to_s), at most `most`; returns how many. */
int naive_rule_expand(const struct naive_rule *rule, int64_t from_s, int64_t to_s,
                      int64_t *at_s, int most);

#endif
