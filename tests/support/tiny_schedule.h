#ifndef MATCHDAY_TESTS_SUPPORT_TINY_SCHEDULE_H
#define MATCHDAY_TESTS_SUPPORT_TINY_SCHEDULE_H

#include "scheduler/base/arena.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Schedules made by hand, good or bad: nothing is judged.
 *
 *     struct tiny_plan plan;
 *     tiny_begin(&plan, &arena, event, elig);
 *     tiny_meet(&plan, q, s, r, -1);
 *     tiny_end(&plan);
 *     schedule_publish(&plan.schedule); */
struct tiny_plan {
    struct arena *arena;
    const struct event *event;
    const struct eligibility *elig;
    struct schedule schedule; /* its lists hold TINY_MOST */
};

void tiny_begin(struct tiny_plan *plan, struct arena *arena,
                const struct event *event, const struct eligibility *elig);

/* Schedules the meeting of request q, with all its requests, as m0001, m0002, ...;
 * never sent. i is -1 where there is no interpreter. Call in the order of slots,
 * then rooms. */
struct schedule_meeting *tiny_meet(struct tiny_plan *plan, int q, int s, int r,
                                   int i);

/* Names the requests that are in no meeting, one entry each, "outranked"; binds
 * the schedule and assigns attendees. */
void tiny_end(struct tiny_plan *plan);

/* A day to ask people about: m0001 of a and b; m0002 of a, c and d; and r03, of b to c,
 * is not served. */
void tiny_round(struct tiny_plan *plan, struct arena *arena);

#endif
