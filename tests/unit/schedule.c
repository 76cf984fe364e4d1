#include "scheduler/model/schedule.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

static void test_names(void)
{
    static const char *const name[] = {
        "not_accepted",          "declined",         "withdrawn",
        "participant_cancelled", "met_before",       "forbidden",
        "no_common_slot",        "no_suitable_room", "no_interpreter",
        "predecessor",           "participant_full", "rooms_full",
        "interpreters_full",     "outranked",        "not_proven",
    };
    for (int k = 0; k < N_REASONS; k++) {
        CHECK_TEXT(reason_name((enum reason)k), name[k]);
        CHECK_INT(reason_find(name[k]), k);
    }
    CHECK_INT(reason_find("lazy"), N_REASONS);
    CHECK_INT(reason_find(""), N_REASONS);
}

static struct event *small_event(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcd", 3, 2);
    tiny_request(arena, event, "ab");
    tiny_request(arena, event, "ba");
    tiny_request(arena, event, "cab");
    tiny_request(arena, event, "cd");
    return event;
}

static void test_bind(struct arena *arena)
{
    struct event *event = small_event(arena);
    struct eligibility *elig = tiny_eligibility(arena, event);
    struct tiny_plan plan;
    tiny_begin(&plan, arena, event, elig);
    tiny_meet(&plan, 0, 0, 1, -1);
    struct schedule_meeting *unsorted = tiny_meet(&plan, 2, 1, 0, -1);
    struct schedule_meeting *unknown = tiny_meet(&plan, 3, 2, 0, -1);
    unsorted->participant_ids.text[0] = "b";
    unsorted->participant_ids.text[1] = "a";
    unknown->participant_ids.text[1] = "x";
    unknown->slot_id = "s-04";
    unknown->room_id = "R03";
    unknown->interpreter_id = "I01";
    plan.schedule.cancelled[plan.schedule.n_cancelled++] = plan.schedule.meeting[0];
    plan.schedule.cancelled[0].topic = "x";
    tiny_end(&plan);
    const struct schedule_meeting *meeting = plan.schedule.meeting;
    CHECK_INT(meeting[0].m, elig->meeting_of_request[0]);
    CHECK_INT(meeting[0].s, 0);
    CHECK_INT(meeting[0].r, 1);
    CHECK_INT(meeting[0].i, -1);
    CHECK_INT(meeting[0].request_ids.n, 2);
    CHECK_INT(meeting[1].m, elig->meeting_of_request[2]);
    CHECK_INT(meeting[2].m, -1);
    CHECK_INT(meeting[2].s, -1);
    CHECK_INT(meeting[2].r, -1);
    CHECK_INT(meeting[2].i, -1);
    CHECK_INT(plan.schedule.cancelled[0].m, -1);
    CHECK_INT(plan.schedule.n_unscheduled, 0);

    /* The same person twice is no meeting of the event. */
    unsorted->participant_ids.text[0] = "c";
    schedule_bind(&plan.schedule, event, elig);
    CHECK_INT(meeting[1].m, -1);
}

static void test_bind_unscheduled(struct arena *arena)
{
    struct event *event = small_event(arena);
    struct eligibility *elig = tiny_eligibility(arena, event);
    struct tiny_plan plan;
    tiny_begin(&plan, arena, event, elig);
    tiny_meet(&plan, 1, 0, 0, -1);
    tiny_end(&plan);
    CHECK_INT(plan.schedule.n_unscheduled, 2);
    CHECK_INT(plan.schedule.unscheduled[0].m, elig->meeting_of_request[2]);
    CHECK_INT(plan.schedule.unscheduled[1].m, elig->meeting_of_request[3]);
}

/* What of a meeting people would have to be told again. */
static void test_as_sent(void)
{
    static const struct schedule_meeting as_sent = {
        .slot_id = "s-01",
        .room_id = "R01",
        .interpreter_id = "",
        .start_s = 100,
        .end_s = 200,
        .sequence = 3,
        .sent = {SENT_CONFIRMED, "s-01", "R01", "", 100, 200, 3},
    };
    struct schedule_meeting now = as_sent;
    CHECK(schedule_is_as_sent(&now, false));
    CHECK(!schedule_is_as_sent(&now, true));
    now.slot_id = "t-07"; /* slot ids play no part */
    CHECK(schedule_is_as_sent(&now, false));
    now.start_s++;
    CHECK(!schedule_is_as_sent(&now, false));
    now = as_sent;
    now.end_s++;
    CHECK(!schedule_is_as_sent(&now, false));
    now = as_sent;
    now.room_id = "R02";
    CHECK(!schedule_is_as_sent(&now, false));
    now = as_sent;
    now.interpreter_id = "I01";
    CHECK(!schedule_is_as_sent(&now, false));
    now = as_sent;
    now.sent.state = SENT_CANCELLED;
    CHECK(!schedule_is_as_sent(&now, false));
    CHECK(schedule_is_as_sent(&now, true));
    now.sent.state = SENT_NEVER;
    CHECK(!schedule_is_as_sent(&now, false));
    CHECK(!schedule_is_as_sent(&now, true));
}

static void test_publish(struct arena *arena)
{
    struct event *event = small_event(arena);
    struct tiny_plan plan;
    tiny_begin(&plan, arena, event, tiny_eligibility(arena, event));
    tiny_meet(&plan, 0, 1, 0, -1);
    tiny_meet(&plan, 3, 2, 1, -1)->sequence = 4;
    tiny_end(&plan);
    struct schedule *schedule = &plan.schedule;
    schedule_publish(schedule);
    const struct sent *sent = &schedule->meeting[1].sent;
    CHECK_INT(sent->state, SENT_CONFIRMED);
    CHECK_TEXT(sent->slot_id, "s-03");
    CHECK_TEXT(sent->room_id, "R02");
    CHECK_TEXT(sent->interpreter_id, "");
    CHECK_INT(sent->start_s, event->slot[2].start_s);
    CHECK_INT(sent->end_s, event->slot[2].end_s);
    CHECK_INT(sent->sequence, 4);
    CHECK(schedule_is_as_sent(&schedule->meeting[0], false));
    CHECK(schedule_is_as_sent(&schedule->meeting[1], false));

    /* A draft moves the second one, then it goes. People are told that what
     * they were sent is off, once. */
    struct schedule_meeting *gone = &schedule->cancelled[schedule->n_cancelled++];
    *gone = schedule->meeting[--schedule->n_meetings];
    gone->start_s = event->slot[0].start_s;
    gone->slot_id = "s-01";
    gone->room_id = "";
    gone->sequence = 5;
    for (int again = 0; again < 2; again++) {
        schedule_publish(schedule);
        CHECK_INT(gone->sent.state, SENT_CANCELLED);
        CHECK_TEXT(gone->sent.slot_id, "s-03");
        CHECK_TEXT(gone->sent.room_id, "R02");
        CHECK_INT(gone->sent.start_s, event->slot[2].start_s);
        CHECK_INT(gone->sent.sequence, 5);
        CHECK(schedule_is_as_sent(gone, true));
    }
}

static const char *uid(struct arena *arena, const struct event *event,
                       const char *who, const char *topic)
{
    struct strings ids = tiny_words(arena, who);
    return meeting_uid(arena, event, &ids, topic);
}

static void test_uid(struct arena *arena)
{
    struct event *event = small_event(arena);
    const char *plain = uid(arena, event, "a b", "");
    /* SHA-256 of "4:tiny0:1:a1:b"; calendars know the meeting by it. */
    CHECK_TEXT(plain, "tiny-c1a0d2fff11bab3eb6f9@example.org");
    CHECK_TEXT(uid(arena, event, "a b", ""), plain);
    static const char *const other[][2] = {
        {"a b", "x"}, {"ab", ""},    {"a c", ""},  {"a", "b"},
        {"b a", ""},  {"a b c", ""}, {"a", "1:b"}, {"", "1:a1:b"},
    };
    for (size_t k = 0; k < sizeof other / sizeof *other; k++) {
        CHECK(strcmp(uid(arena, event, other[k][0], other[k][1]), plain) != 0);
    }
    event->name = "Another name";
    event->n_requests = 0;
    CHECK_TEXT(uid(arena, event, "a b", ""), plain);
    event->uid_domain = "";
    CHECK(strstr(uid(arena, event, "a b", ""), "@matchday.invalid") != NULL);
    CHECK(strncmp(uid(arena, event, "a b", ""), plain, strlen("tiny-") + 20) == 0);
    event->id = "tiny2";
    CHECK(strncmp(uid(arena, event, "a b", "") + 6, plain + 5, 20) != 0);
}

/* Numbers beyond four digits stand behind all others. */
static void test_ids(void)
{
    CHECK(schedule_compare_ids("m9999", "m10000") < 0);
    CHECK(schedule_compare_ids("m10000", "m9999") > 0);
    CHECK(schedule_compare_ids("m0002", "m0010") < 0);
    CHECK_INT(schedule_compare_ids("m0002", "m0002"), 0);
    CHECK(schedule_compare_ids("mail", "m10000") > 0); /* no numbers: as texts */
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_ids();
    test_names();
    test_bind(&arena);
    test_bind_unscheduled(&arena);
    test_as_sent();
    test_publish(&arena);
    test_uid(&arena);
    arena_finish(&arena);
    return check_report();
}
