#include "scheduler/model/relocation.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

/* Two rooms, five slots; r01 a-b in s-01 R01, r02 a-c in s-02 R01, r03 b-c in s-03
 * R01, r04 d-e in s-01 R02, r05 d-a nowhere. Tests change the event first. */
struct day {
    struct arena arena;
    struct event *event;
    struct eligibility *elig;
    struct tiny_plan plan;
};

static void day_init(struct day *day)
{
    arena_init(&day->arena);
    day->event = tiny_event(&day->arena, "abcde", 5, 2);
    for (size_t q = 0; q < 5; q++) {
        tiny_request(&day->arena, day->event,
                     (const char *[]){"ab", "ac", "bc", "de", "da"}[q]);
    }
}

static void day_plan(struct day *day)
{
    day->elig = tiny_eligibility(&day->arena, day->event);
    tiny_begin(&day->plan, &day->arena, day->event, day->elig);
    tiny_meet(&day->plan, 0, 0, 0, -1);
    tiny_meet(&day->plan, 3, 0, 1, -1);
    tiny_meet(&day->plan, 1, 1, 0, -1);
    tiny_meet(&day->plan, 2, 2, 0, -1);
    tiny_end(&day->plan);
}

static void add_ids(struct day *day, struct buf *buf, const char *what,
                    const int *entry, int n)
{
    for (int k = 0; k < n; k++) {
        buf_printf(buf, "%s%s", k == 0 ? what : ",",
                   day->plan.schedule.meeting[entry[k]].id);
    }
}

static struct relocation_verdict judge(struct day *day, int q, int s, int r)
{
    const struct relocation relocation = {
        .event = day->event,
        .elig = day->elig,
        .schedule = &day->plan.schedule,
        .m = day->elig->meeting_of_request[q],
        .s = s,
        .r = r,
    };
    struct relocation_verdict verdict;
    relocation_judge(&day->arena, &relocation, &verdict);
    return verdict;
}

/* "R02", or "1 fault; one of m0001", ... for the meeting of request q. */
static const char *judged(struct day *day, int q, int s, int r)
{
    const struct relocation_verdict verdict = judge(day, q, s, r);
    struct buf buf;
    if (verdict.faults.n == 0) {
        return day->event->room[verdict.r].id;
    }
    buf_init(&buf, &day->arena);
    buf_printf(&buf, "%d fault", verdict.faults.n);
    add_ids(day, &buf, "; one of ", verdict.one_of, verdict.n_one_of);
    add_ids(day, &buf, "; all of ", verdict.all_of, verdict.n_all_of);
    return buf.data;
}

static void test_free(void)
{
    struct day day;
    day_init(&day);
    day_plan(&day);
    CHECK_TEXT(judged(&day, 0, 3, -1), "R01");
    CHECK_TEXT(judged(&day, 0, 3, 1), "R02");
    CHECK_TEXT(judged(&day, 0, 0, -1), "R01"); /* where it is */
    CHECK_TEXT(judged(&day, 3, 1, 1), "R02");
    CHECK_TEXT(judged(&day, 4, 4, -1), "R01"); /* was nowhere */
    arena_finish(&day.arena);
}

static void test_occupied(void)
{
    struct day day;
    day_init(&day);
    day_plan(&day);
    /* Another room does as well. */
    CHECK_TEXT(judged(&day, 3, 2, -1), "R02");
    CHECK_TEXT(judged(&day, 3, 2, 0), "1 fault; one of m0004");
    /* a's time, and b's as well. */
    CHECK_TEXT(judged(&day, 0, 1, -1), "1 fault; one of m0003");
    CHECK_TEXT(judged(&day, 0, 2, -1), "1 fault; one of m0004");
    /* Both its people are busy in meetings of their own. */
    CHECK_TEXT(judged(&day, 4, 0, -1), "3 fault; all of m0001,m0002");
    arena_finish(&day.arena);
}

static void test_limits(void)
{
    struct day day;
    day_init(&day);
    day.event->participant[tiny_who("a")].max_meetings = 2;
    day.event->participant[tiny_who("b")].max_consecutive = 2;
    day_plan(&day);
    CHECK_TEXT(judged(&day, 4, 4, -1), "1 fault; one of m0001,m0003");
    /* What has begun gives way to nobody. */
    day.plan.schedule.meeting[0].frozen = true;
    CHECK_TEXT(judged(&day, 4, 4, -1), "1 fault; one of m0003");
    day.plan.schedule.meeting[0].frozen = false;
    /* b would have s-02 and s-03, which it may. */
    CHECK_TEXT(judged(&day, 0, 3, -1), "R01");
    arena_finish(&day.arena);
}

/* The gap that a meeting would leave behind counts, too. */
static void test_gaps(void)
{
    struct day day;
    day_init(&day);
    day.event->participant[tiny_who("a")].max_gaps = 0;
    day.elig = tiny_eligibility(&day.arena, day.event);
    tiny_begin(&day.plan, &day.arena, day.event, day.elig);
    tiny_meet(&day.plan, 0, 0, 0, -1);
    tiny_meet(&day.plan, 1, 1, 0, -1);
    tiny_meet(&day.plan, 4, 2, 0, -1);
    tiny_end(&day.plan);
    CHECK_TEXT(judged(&day, 1, 3, -1), "1 fault; one of m0001");
    CHECK_TEXT(judged(&day, 0, 3, -1), "R01");
    arena_finish(&day.arena);
}

/* What is broken where it is now has nothing to do with it, unless it stays. */
static void test_broken_before(void)
{
    struct day day;
    day_init(&day);
    day_plan(&day);
    tiny_window(&day.arena, &day.event->participant[tiny_who("a")].unavailable,
                "09:00", "09:20");
    CHECK_TEXT(judged(&day, 0, 3, -1), "R01");
    CHECK_TEXT(judged(&day, 0, 0, -1), "1 fault");
    CHECK_TEXT(judged(&day, 2, 3, -1), "R01");
    day.event->request[0].status = REQUEST_WITHDRAWN;
    CHECK(strstr(judged(&day, 0, 3, -1), "fault") != NULL);
    arena_finish(&day.arena);
}

/* What no meeting is in the way of. */
static void test_rules(void)
{
    struct day day;
    day_init(&day);
    tiny_window(&day.arena, &day.event->participant[tiny_who("b")].unavailable,
                "10:00", "10:20");
    day.event->room[1].capacity = 1;
    day_plan(&day);
    CHECK_TEXT(judged(&day, 0, 3, -1), "1 fault");
    CHECK_TEXT(judged(&day, 0, 4, 1), "1 fault");
    arena_finish(&day.arena);
}

static void test_order(void)
{
    struct day day;
    day_init(&day);
    tiny_after(&day.arena, day.event, 1, 0);
    day_plan(&day);
    /* r02 comes after r01, and would not any more. */
    CHECK_TEXT(judged(&day, 0, 3, -1), "1 fault; one of m0003");
    CHECK_TEXT(judged(&day, 1, 3, -1), "R01");
    arena_finish(&day.arena);
}

static void test_interpreters(void)
{
    struct day day;
    day_init(&day);
    tiny_interpreter(&day.arena, day.event, "en-ja");
    for (int p = 0; p < day.event->n_participants; p++) {
        day.event->participant[p].languages = tiny_words(&day.arena, "en");
    }
    day.event->participant[tiny_who("c")].languages = tiny_words(&day.arena, "ja");
    day.elig = tiny_eligibility(&day.arena, day.event);
    tiny_begin(&day.plan, &day.arena, day.event, day.elig);
    tiny_meet(&day.plan, 1, 1, 0, 0);
    tiny_meet(&day.plan, 2, 2, 0, 0);
    tiny_end(&day.plan);
    CHECK_TEXT(judged(&day, 2, 3, -1), "R01");
    CHECK_TEXT(judged(&day, 2, 1, -1), "2 fault; one of m0001");
    day.event->interpreter[0].max_meetings = 1;
    CHECK_TEXT(judged(&day, 2, 3, -1), "1 fault; one of m0001");
    arena_finish(&day.arena);
}

/* Where no room is named, none is in the way: all are, and whoever has one. */
static void test_full_rooms(void)
{
    struct day day;
    arena_init(&day.arena);
    day.event = tiny_event(&day.arena, "abcdef", 2, 2);
    tiny_request(&day.arena, day.event, "ab");
    tiny_request(&day.arena, day.event, "cd");
    tiny_request(&day.arena, day.event, "ef");
    day.elig = tiny_eligibility(&day.arena, day.event);
    tiny_begin(&day.plan, &day.arena, day.event, day.elig);
    tiny_meet(&day.plan, 0, 0, 0, -1);
    tiny_meet(&day.plan, 1, 0, 1, -1);
    tiny_meet(&day.plan, 2, 1, 0, -1);
    tiny_end(&day.plan);
    CHECK_TEXT(judged(&day, 2, 0, -1), "1 fault; one of m0001,m0002");
    CHECK_TEXT(judge(&day, 2, 0, -1).faults.text[0],
               "m0003: no room that suits it is free in slot 's-01'; expected "
               "another slot, or that a meeting there gives way");
    CHECK_TEXT(judged(&day, 2, 0, 1), "1 fault; one of m0002");
    arena_finish(&day.arena);
}

static void test_no_rooms(void)
{
    struct day day;
    day_init(&day);
    day_plan(&day);
    day.event->n_rooms = 0;
    CHECK_TEXT(judged(&day, 0, 3, -1), "1 fault");
    arena_finish(&day.arena);
}

int main(void)
{
    test_free();
    test_occupied();
    test_limits();
    test_gaps();
    test_broken_before();
    test_rules();
    test_order();
    test_interpreters();
    test_full_rooms();
    test_no_rooms();
    return check_report();
}
