/* schedule_assign_attendees(): by hand, and over schedules drawn at random. */

#include <string.h>

#include "scheduler/base/rng.h"
#include "scheduler/model/schedule.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

/* "1,2" for participant p in that meeting, "-" if the list leaves them out. */
static const char *who_attends(struct arena *arena,
                               const struct schedule_meeting *meeting, int p)
{
    for (int k = 0; k < meeting->n_attendance; k++) {
        const struct attendance *attendance = &meeting->attendance[k];
        if (attendance->p != p) {
            continue;
        }
        char *text = arena_strdup(arena, "");
        for (int i = 0; i < attendance->n_contacts; i++) {
            text = arena_printf(arena, "%s%s%d", text, i > 0 ? "," : "",
                                attendance->contact[i]);
        }
        return text;
    }
    return "-";
}

/* a meets b and c at 09:00, d and e at 09:20, and f at 09:40. */
static void test_by_hand(struct arena scratch)
{
    static const struct {
        int parallel, n_contacts;
        const char *expected[5];
    } row[] = {
        {1, 3, {"-", "-", "-", "-", "-"}}, /* all attend */
        {2, 1, {"-", "-", "-", "-", "-"}},
        {2, 0, {"-", "-", "-", "-", "-"}},
        {2, 2, {"1", "2", "1", "2", "1"}},
        {2, 3, {"1", "2", "3", "1", "2"}},
        {2, 4, {"1,2", "3,4", "1,2", "3,4", "1,2"}},
        {2, 5, {"1,2", "3,4", "1,5", "2,3", "4,5"}},
        {3, 2, {"1", "2", "1", "2", "1"}},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct event *event = tiny_event(&arena, "abcdef", 3, 2);
        struct tiny_plan plan;
        event->participant[0].parallel = row[k].parallel;
        tiny_contacts(&arena, event, "a", row[k].n_contacts);
        tiny_contacts(&arena, event, "b", 2);
        static const char *const pair[] = {"ab", "ac", "ad", "ae", "af"};
        for (int q = 0; q < 5; q++) {
            tiny_request(&arena, event, pair[q]);
        }
        tiny_begin(&plan, &arena, event, tiny_eligibility(&arena, event));
        for (int q = 0; q < 5; q++) {
            tiny_meet(&plan, q, q / 2, q % 2, -1);
        }
        tiny_end(&plan);
        for (int q = 0; q < 5; q++) {
            const struct schedule_meeting *meeting = &plan.schedule.meeting[q];
            CHECK_TEXT(who_attends(&arena, meeting, 0), row[k].expected[q]);
            CHECK_TEXT(who_attends(&arena, meeting, 1), "-");
        }
    }
}

/* More meetings at a time than contacts: nobody is in two, the rest is empty. */
static void test_too_few(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcd", 1, 3);
    struct tiny_plan plan;
    event->participant[0].parallel = 3;
    tiny_contacts(arena, event, "a", 2);
    tiny_request(arena, event, "ab");
    tiny_request(arena, event, "ac");
    tiny_request(arena, event, "ad");
    tiny_begin(&plan, arena, event, tiny_eligibility(arena, event));
    for (int q = 0; q < 3; q++) {
        tiny_meet(&plan, q, 0, q, -1);
    }
    tiny_end(&plan);
    CHECK_TEXT(who_attends(arena, &plan.schedule.meeting[0], 0), "1");
    CHECK_TEXT(who_attends(arena, &plan.schedule.meeting[1], 0), "2");
    CHECK_TEXT(who_attends(arena, &plan.schedule.meeting[2], 0), "");
}

enum { MOST_CONTACTS = 7, N_SLOTS = 12 };

/* Participant a has up to its parallel meetings in every slot. */
static void make_plan(struct arena *arena, struct rng *rng, struct tiny_plan *plan)
{
    struct event *event = tiny_event(arena, "abcdefg", N_SLOTS, 6);
    int n = 2 + (int)rng_below(rng, MOST_CONTACTS - 1);
    event->participant[0].parallel = 2 + (int)rng_below(rng, (uint32_t)(n - 1));
    tiny_contacts(arena, event, "a", n);
    static const char *const pair[] = {"ab", "ac", "ad", "ae", "af", "ag"};
    for (int s = 0; s < N_SLOTS; s++) {
        for (int k = 0; k < 6; k++) {
            int q = tiny_request(arena, event, pair[k]);
            event->request[q].topic = arena_printf(arena, "%d", s);
        }
    }
    tiny_begin(plan, arena, event, tiny_eligibility(arena, event));
    int most =
        event->participant[0].parallel < 6 ? event->participant[0].parallel : 6;
    for (int s = 0; s < N_SLOTS; s++) {
        int n_meetings = (int)rng_below(rng, (uint32_t)most + 1);
        for (int k = 0; k < n_meetings; k++) {
            tiny_meet(plan, 6 * s + k, s, k, -1);
        }
    }
    tiny_end(plan);
}

static void check_plan(const struct tiny_plan *plan)
{
    int n_contacts = plan->event->participant[0].n_contacts;
    int load[MOST_CONTACTS + 1] = {0}, last_slot[MOST_CONTACTS + 1];
    memset(last_slot, -1, sizeof last_slot);
    for (int k = 0; k < plan->schedule.n_meetings; k++) {
        const struct schedule_meeting *meeting = &plan->schedule.meeting[k];
        CHECK_INT(meeting->n_attendance, 1);
        const struct attendance *attendance = &meeting->attendance[0];
        CHECK_TEXT(attendance->participant_id, "a");
        CHECK(attendance->n_contacts > 0);
        for (int i = 0; i < attendance->n_contacts; i++) {
            int c = attendance->contact[i];
            CHECK(c >= 1 && c <= n_contacts);
            CHECK(i == 0 || c > attendance->contact[i - 1]);
            CHECK(last_slot[c] != meeting->s);
            last_slot[c] = meeting->s;
            load[c]++;
        }
    }
    int least = load[1], most = load[1];
    for (int c = 2; c <= n_contacts; c++) {
        least = load[c] < least ? load[c] : least;
        most = load[c] > most ? load[c] : most;
    }
    CHECK(most - least <= 1);
}

static void test_random(struct arena scratch)
{
    for (uint64_t seed = 1; seed <= 100; seed++) {
        struct arena arena = scratch;
        struct rng rng;
        struct tiny_plan plan;
        rng_init(&rng, seed);
        make_plan(&arena, &rng, &plan);
        check_plan(&plan);
    }
}

/* What became of meeting k of a published plan: contact c of a is told of it. */
static void tell(struct arena *arena, struct tiny_plan *plan, int k, int c)
{
    struct schedule_meeting *meeting = &plan->schedule.meeting[k];
    meeting->sent.state = SENT_CONFIRMED;
    meeting->told = (struct told){
        .is_known = true,
        .person = arena_new(arena, 1, struct told_person),
        .n_persons = 1,
    };
    meeting->told.person[0] = (struct told_person){
        .participant_id = "a",
        .who = plan->event->participant[0].contact[c].email,
        .language = "",
    };
}

/* Two at a time, in three slots, and contacts 1 to 3. */
static void make_told(struct arena *arena, struct tiny_plan *plan)
{
    static const char *const pair[] = {"ab", "ac", "ad", "ae", "af", "ag"};
    struct event *event = tiny_event(arena, "abcdefg", 3, 2);
    event->participant[0].parallel = 2;
    tiny_contacts(arena, event, "a", 3);
    for (int c = 0; c < 3; c++) {
        event->participant[0].contact[c].email =
            arena_printf(arena, "%d@a.example.org", c + 1);
    }
    for (int q = 0; q < 6; q++) {
        tiny_request(arena, event, pair[q]);
    }
    tiny_begin(plan, arena, event, tiny_eligibility(arena, event));
    for (int q = 0; q < 6; q++) {
        tiny_meet(plan, q, q / 2, q % 2, -1);
    }
    tiny_end(plan);
}

static void check_told(struct arena *arena, struct tiny_plan *plan,
                       const char *const expected[6])
{
    schedule_assign_attendees(arena, plan->event, &plan->schedule);
    for (int k = 0; k < 6; k++) {
        CHECK_TEXT(who_attends(arena, &plan->schedule.meeting[k], 0), expected[k]);
    }
}

/* What was decided of somebody who has left the event stays, once. */
static void test_left(struct arena arena)
{
    struct tiny_plan plan;
    make_told(&arena, &plan);
    int second[] = {2};
    struct attendance left = {
        .participant_id = "left", .p = 7, .contact = second, .n_contacts = 1};
    struct schedule_meeting *meeting = &plan.schedule.meeting[0];
    meeting->attendance = &left;
    meeting->n_attendance = 1;
    for (int round = 0; round < 2; round++) {
        schedule_assign_attendees(&arena, plan.event, &plan.schedule);
        CHECK_TEXT(who_attends(&arena, meeting, -1), "2");
        CHECK_TEXT(who_attends(&arena, meeting, 0), "1");
        CHECK_INT(meeting->n_attendance, 2);
        CHECK_TEXT(meeting->attendance[0].participant_id, "left");
    }
}

/* Whoever was told to attend does; the rest is dealt around that. */
static void test_told(struct arena arena)
{
    struct tiny_plan plan;
    make_told(&arena, &plan);
    check_told(&arena, &plan, (const char *const[]){"1", "2", "3", "1", "2", "3"});
    tell(&arena, &plan, 0, 2);
    tell(&arena, &plan, 3, 2);
    check_told(&arena, &plan, (const char *const[]){"3", "1", "2", "3", "1", "2"});
    /* Who was told too much keeps it, and gets nothing else. */
    tell(&arena, &plan, 5, 2);
    check_told(&arena, &plan, (const char *const[]){"3", "1", "2", "3", "1", "3"});
    /* Two meetings at a time: the first one stays. */
    tell(&arena, &plan, 1, 2);
    check_told(&arena, &plan, (const char *const[]){"3", "1", "2", "3", "1", "3"});
    /* The one who was told is gone, and others have moved up. */
    plan.event->participant[0].contact[2].email = "new@a.example.org";
    check_told(&arena, &plan, (const char *const[]){"1", "2", "3", "1", "2", "3"});
    /* Told that it is off: nothing is kept. */
    make_told(&arena, &plan);
    tell(&arena, &plan, 0, 2);
    plan.schedule.meeting[0].told.person[0].off = true;
    check_told(&arena, &plan, (const char *const[]){"1", "2", "3", "1", "2", "3"});
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_by_hand(arena);
    test_too_few(&arena);
    test_random(arena);
    test_told(arena);
    test_left(arena);
    arena_finish(&arena);
    return check_report();
}
