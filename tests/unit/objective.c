#include "scheduler/model/objective.h"

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

static int64_t value(struct arena scratch, const struct tiny_plan *plan,
                     const struct schedule *previous, enum level level)
{
    int64_t of[N_LEVELS];
    objective_values(scratch, plan->event, plan->elig, &plan->schedule, previous,
                     of);
    return of[level];
}

static const struct tally *
tally_of(struct arena *arena, const struct tiny_plan *plan, const char *letter)
{
    return objective_tally(arena, plan->event, plan->elig, &plan->schedule) +
           tiny_who(letter);
}

/* Promised is min_meetings, but no more than is possible. */
static void check_guarantee(struct arena scratch)
{
    struct event *event = tiny_event(&scratch, "abcd", 3, 1);
    tiny_request(&scratch, event, "ab");
    tiny_request(&scratch, event, "ac");
    tiny_request(&scratch, event, "ad");
    event->participant[tiny_who("a")].min_meetings = 3;
    event->participant[tiny_who("b")].min_meetings = 7;
    event->participant[tiny_who("c")].min_meetings = 0;
    tiny_window(&scratch, &event->participant[tiny_who("d")].unavailable, "09:00",
                "10:00");
    struct tiny_plan plan;
    tiny_begin(&plan, &scratch, event, tiny_eligibility(&scratch, event));
    tiny_end(&plan);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_GUARANTEE), 2 + 1);
    const struct tally *a = tally_of(&scratch, &plan, "a");
    CHECK_INT(a->requested, 3);
    CHECK_INT(a->possible, 2);
    CHECK_INT(a->scheduled, 0);
    CHECK_INT(a->shortfall, 2);
    CHECK_INT(tally_of(&scratch, &plan, "d")->shortfall, 0);

    tiny_begin(&plan, &scratch, event, plan.elig);
    tiny_meet(&plan, 0, 0, 0, -1);
    tiny_end(&plan);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_GUARANTEE), 1);
    CHECK_INT(tally_of(&scratch, &plan, "a")->scheduled, 1);
    CHECK_INT(tally_of(&scratch, &plan, "b")->shortfall, 0);
}

/* Mutual wishes count double; withdrawn ones not at all. */
static void check_served_and_balance(struct arena scratch)
{
    struct event *event = tiny_event(&scratch, "abcd", 4, 1);
    tiny_request(&scratch, event, "ab");
    tiny_request(&scratch, event, "ba");
    tiny_request(&scratch, event, "ac");
    tiny_request(&scratch, event, "ad");
    event->request[0].priority = 5;
    event->request[1].rank = 2;
    event->request[3].status = REQUEST_WITHDRAWN;
    struct tiny_plan plan;
    tiny_begin(&plan, &scratch, event, tiny_eligibility(&scratch, event));
    tiny_meet(&plan, 0, 0, 0, -1);
    tiny_end(&plan);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_SERVED), 16 + 8);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_BALANCE), 2000);
    CHECK_INT(tally_of(&scratch, &plan, "a")->requested, 2);
    tiny_begin(&plan, &scratch, event, plan.elig);
    tiny_meet(&plan, 0, 0, 0, -1);
    tiny_meet(&plan, 2, 1, 0, -1);
    tiny_end(&plan);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_SERVED), 16 + 8 + 4);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_BALANCE), 4000 - 500);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_STABILITY), 0);
}

/* 18:00 costs 1, from 19:00 on 3; b avoids the second half of the hour. */
static void check_comfort(struct arena scratch)
{
    struct event *event = tiny_event(&scratch, "abc", 0, 1);
    tiny_session(&scratch, event, "s", "18:00", 6);
    tiny_request(&scratch, event, "ab");
    tiny_request(&scratch, event, "ac");
    tiny_window(&scratch, &event->participant[tiny_who("b")].avoid, "18:30",
                "19:00");
    struct tiny_plan plan;
    tiny_begin(&plan, &scratch, event, tiny_eligibility(&scratch, event));
    tiny_meet(&plan, 0, 1, 0, -1);
    tiny_meet(&plan, 1, 3, 0, -1);
    tiny_end(&plan);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_COMFORT), 1 + (1 + 3) + 3 + 3);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_BURDEN), 4);
    CHECK_INT(tally_of(&scratch, &plan, "a")->comfort_cost, 4);
    CHECK_INT(tally_of(&scratch, &plan, "b")->comfort_cost, 4);
    CHECK_INT(tally_of(&scratch, &plan, "c")->comfort_cost, 3);
}

/* a in s-01, s-03, s-04, s-06 and t-02: two gaps in s, and none to t. */
static void make_gaps(struct arena *arena, struct tiny_plan *plan, int parallel)
{
    struct event *event = tiny_event(arena, "abcdef", 6, 3);
    tiny_session(arena, event, "t", "14:00", 3);
    for (int k = 0; k < 5; k++) {
        const char *const letters[] = {"ab", "ac", "ad", "ae", "af"};
        tiny_request(arena, event, letters[k]);
    }
    event->participant[tiny_who("a")].parallel = parallel;
    tiny_begin(plan, arena, event, tiny_eligibility(arena, event));
    tiny_meet(plan, 0, 0, 0, -1);
    tiny_meet(plan, 1, 2, 1, -1);
    tiny_meet(plan, 2, 3, 1, -1);
    tiny_meet(plan, 3, 5, 0, -1);
    tiny_meet(plan, 4, 7, 2, -1);
    tiny_end(plan);
}

static void check_gaps_and_rooms(struct arena scratch)
{
    struct tiny_plan plan;
    make_gaps(&scratch, &plan, 1);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_COMPACTNESS), 2);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_ROOMS), 2);
    const struct tally *a = tally_of(&scratch, &plan, "a");
    CHECK_INT(a->gaps, 2);
    CHECK_INT(a->longest_run, 2);
    CHECK_INT(a->room_changes, 2);
    CHECK_INT(tally_of(&scratch, &plan, "b")->gaps, 0);
    CHECK_INT(tally_of(&scratch, &plan, "b")->longest_run, 1);

    make_gaps(&scratch, &plan,
              2); /* several meetings at a time: rooms do not count */
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_COMPACTNESS), 2);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_ROOMS), 0);
}

/* Rooms that the event has no more are not told from one another, as in the solver. */
static void check_lost_rooms(struct arena scratch)
{
    struct tiny_plan plan;
    make_gaps(&scratch, &plan, 1);
    for (int k = 0; k < plan.schedule.n_meetings; k++) {
        plan.schedule.meeting[k].room_id = k % 2 == 0 ? "lost" : "gone";
    }
    schedule_bind(&plan.schedule, plan.event, plan.elig);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_ROOMS), 0);
}

/* Two meetings at a time are one slot, and order in the list means nothing. */
static void check_parallel(struct arena scratch)
{
    struct tiny_plan plan;
    make_gaps(&scratch, &plan, 2);
    struct schedule_meeting first = plan.schedule.meeting[0];
    plan.schedule.meeting[0] = plan.schedule.meeting[3];
    plan.schedule.meeting[3] = first;
    plan.schedule.meeting[1].slot_id = "s-04";
    schedule_bind(&plan.schedule, plan.event, plan.elig);
    const struct tally *a = tally_of(&scratch, &plan, "a");
    CHECK_INT(a->scheduled, 5);
    CHECK_INT(a->gaps, 2);
    CHECK_INT(a->longest_run, 1);
    CHECK_INT(a->room_changes, 0);
}

static void check_unknown(struct arena scratch)
{
    struct tiny_plan plan;
    make_gaps(&scratch, &plan, 1);
    plan.schedule.meeting[1].topic = "fish"; /* nobody asked for that */
    plan.schedule.meeting[2].slot_id = "u-01";
    schedule_bind(&plan.schedule, plan.event, plan.elig);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_SERVED), 3 * 4);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_BALANCE), 1000 + 500 + 333 + 3000);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_COMPACTNESS), 1);
    CHECK_INT(value(scratch, &plan, NULL, LEVEL_ROOMS), 0);
}

static void check_stability(struct arena scratch)
{
    static const struct {
        const char *slot_id, *room_id, *interpreter_id;
        int shift_s, expected;
    } row[] = {
        {"s-01", "R01", "", 0, 0},     {"s-99", "R01", "", 0, 0},
        {"s-01", "R01", "", 1200, 10}, {"s-01", "R02", "", 1200, 10},
        {"s-01", "R02", "", 0, 1},     {"s-01", "R01", "I01", 0, 1},
        {"s-01", "R02", "I01", 0, 1},
    };
    struct tiny_plan plan, before;
    make_gaps(&scratch, &plan, 1);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        tiny_begin(&before, &scratch, plan.event, plan.elig);
        struct schedule_meeting *old = tiny_meet(&before, 0, 0, 0, -1);
        old->slot_id = row[k].slot_id;
        old->room_id = row[k].room_id;
        old->interpreter_id = row[k].interpreter_id;
        old->start_s += row[k].shift_s;
        old->end_s += row[k].shift_s;
        tiny_end(&before);
        CHECK_INT(value(scratch, &plan, &before.schedule, LEVEL_STABILITY),
                  row[k].expected);
        plan.schedule.n_meetings = 0;
        CHECK_INT(value(scratch, &plan, &before.schedule, LEVEL_STABILITY), 100);
        plan.schedule.n_meetings = 5;
    }
}

/* What is not possible any more cannot be kept. */
static void check_stability_of_impossible(struct arena scratch)
{
    struct event *event = tiny_event(&scratch, "abc", 2, 1);
    tiny_request(&scratch, event, "ab");
    tiny_request(&scratch, event, "ac");
    event->participant[tiny_who("b")].cancelled = true;
    struct tiny_plan plan, before;
    tiny_begin(&before, &scratch, event, tiny_eligibility(&scratch, event));
    tiny_meet(&before, 0, 0, 0, -1);
    tiny_meet(&before, 1, 1, 0, -1);
    tiny_meet(&before, 1, 1, 0, -1)->topic = "gone";
    tiny_end(&before);
    tiny_begin(&plan, &scratch, event, before.elig);
    tiny_end(&plan);
    CHECK_INT(value(scratch, &plan, &before.schedule, LEVEL_STABILITY), 100);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    check_guarantee(arena);
    check_served_and_balance(arena);
    check_comfort(arena);
    check_gaps_and_rooms(arena);
    check_lost_rooms(arena);
    check_parallel(arena);
    check_unknown(arena);
    check_stability(arena);
    check_stability_of_impossible(arena);
    arena_finish(&arena);
    return check_report();
}
