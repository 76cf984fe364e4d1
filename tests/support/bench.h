#ifndef MATCHDAY_TESTS_SUPPORT_BENCH_H
#define MATCHDAY_TESTS_SUPPORT_BENCH_H

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"

/* Small events that are changed and judged: what eligibility_build() makes of them,
 * and what it says. */

/* Participants a to d, four slots, two rooms, and the requests r01 a-b, r02 b-c,
 * r03 a-d, with locks to come. */
struct bench {
    struct arena *arena;
    struct event *event;
    struct eligibility elig;
    struct findings findings;
};

void bench_init(struct bench *bench, struct arena *arena);

/* Adds a lock about request q; s and r may be -1. Returns its index. */
int bench_keep(struct bench *bench, int q, int s, int r);
int bench_forbid(struct bench *bench, int q, int s, int r);

void bench_build(struct bench *bench);
const struct meeting *bench_meeting_of(const struct bench *bench, int q);

/* A change of an event of participants a to d, three slots, two rooms, and the
 * requests r01 a-b and r02 b-c, and the one finding about it. */
struct bench_case {
    void (*make)(struct arena *arena, struct event *event);
    enum severity severity;
    const char *field; /* of the finding's place */
    const char *text;  /* NULL: nothing is said */
};

/* Checks each of n cases. */
void bench_check(struct arena scratch, const struct bench_case *row, size_t n);

#endif
