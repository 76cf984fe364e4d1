#include "scheduler/model/eligibility.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

/* "101": in which slots participant p is free, or meeting m suits. */
static const char *free_text(struct arena *arena, const struct eligibility *elig,
                             int p)
{
    char *text = arena_alloc(arena, (size_t)elig->n_slots + 1, 1);
    for (int s = 0; s < elig->n_slots; s++) {
        text[s] = eligibility_is_free(elig, p, s) ? '1' : '0';
    }
    return text;
}

static const char *suits_text(struct arena *arena, const struct eligibility *elig,
                              int m)
{
    char *text = arena_alloc(arena, (size_t)elig->n_slots + 1, 1);
    for (int s = 0; s < elig->n_slots; s++) {
        text[s] = eligibility_suits(elig, m, s) ? '1' : '0';
    }
    return text;
}

static const char *cost_text(struct arena *arena, const struct eligibility *elig,
                             int p)
{
    char *text = arena_strdup(arena, "");
    for (int s = 0; s < elig->n_slots; s++) {
        text = arena_printf(arena, "%s%s%d", text, s > 0 ? " " : "",
                            eligibility_cost(elig, p, s));
    }
    return text;
}

static void test_windows(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcdef", 4, 1);
    struct participant *who = event->participant;
    tiny_window(arena, &who[1].available, "09:00", "09:30");
    tiny_window(arena, &who[1].available, "09:30", "10:00"); /* they touch */
    tiny_window(arena, &who[2].available, "09:00", "10:20");
    tiny_window(arena, &who[2].unavailable, "09:39", "09:41");
    tiny_window(arena, &who[3].unavailable, "09:20", "09:40");
    tiny_window(arena, &who[4].available, "09:01", "10:20");
    tiny_window(arena, &who[4].avoid, "09:45", "09:50");
    who[5].cancelled = true;
    struct eligibility *elig = tiny_eligibility(arena, event);
    static const char *const expected[] = {"1111", "1110", "1001",
                                           "1011", "0111", "0000"};
    for (int p = 0; p < 6; p++) {
        CHECK_TEXT(free_text(arena, elig, p), expected[p]);
    }
    CHECK_TEXT(cost_text(arena, elig, 0), "0 0 0 0");
    CHECK_TEXT(cost_text(arena, elig, 4), "0 0 3 0");
}

static void test_agenda(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abc", 5, 1);
    event->participant[0].side = "EU";
    event->participant[1].side = "JP";
    tiny_agenda(arena, event, "09:00", "09:20", "");
    tiny_agenda(arena, event, "09:39", "09:41", "ac");
    int k = tiny_agenda(arena, event, "10:00", "10:05", "");
    event->agenda[k].audience = AUDIENCE_SIDE;
    event->agenda[k].side = "EU";
    struct eligibility *elig = tiny_eligibility(arena, event);
    CHECK_TEXT(free_text(arena, elig, 0), "00001");
    CHECK_TEXT(free_text(arena, elig, 1), "01111");
    CHECK_TEXT(free_text(arena, elig, 2), "00011");
}

/* Sessions of two slots at 05:00, 06:40, 15:40 and 18:30 UTC. */
static struct event *long_day(struct arena *arena, const char *zone)
{
    struct event *event = tiny_event(arena, "abc", 0, 1);
    tiny_zone(arena, event, "a", zone);
    tiny_session(arena, event, "m", "05:00", 2);
    tiny_session(arena, event, "n", "06:40", 2);
    tiny_session(arena, event, "o", "15:40", 2);
    tiny_session(arena, event, "p", "18:30", 2);
    return event;
}

static void test_social_hours(struct arena scratch)
{
    struct arena arena = scratch;
    struct event *event = long_day(&arena, "Europe/Brussels");
    struct eligibility *elig = tiny_eligibility(&arena, event);
    /* 07:00 07:20 08:40 09:00 17:40 18:00 20:30 20:50; what does not lie wholly
     * inside hours belongs to the next dearer ones. */
    CHECK_TEXT(cost_text(&arena, elig, 0), "3 3 1 0 0 1 3 3");
    CHECK_TEXT(free_text(&arena, elig, 0), "11111110");

    event->rules.social_hours_otherwise = 7;
    elig = tiny_eligibility(&arena, event);
    CHECK_TEXT(cost_text(&arena, elig, 0), "3 3 1 0 0 1 3 7");
    CHECK_TEXT(free_text(&arena, elig, 0), "11111111");

    /* Who offers an unsocial time may have it, at the dearest cost. */
    event->rules.social_hours_otherwise = UNSOCIAL_NEVER;
    tiny_window(&arena, &event->participant[0].available, "18:00", "19:10");
    elig = tiny_eligibility(&arena, event);
    CHECK_TEXT(cost_text(&arena, elig, 0), "3 3 1 0 0 1 3 3");
    CHECK_TEXT(free_text(&arena, elig, 0), "00000011");
}

/* A side with hours of its own has only these. */
static void test_side_hours(struct arena *arena)
{
    static struct social_hours hours[] = {
        {420, 1260, 2, ""}, {480, 660, 5, "JP"}, {540, 600, 4, "JP"}};
    struct event *event = long_day(arena, "UTC");
    event->rules.social_hours = hours;
    event->participant[1].side = "JP";
    event->participant[2].side = "EU";
    tiny_zone(arena, event, "b", "Asia/Kolkata"); /* + 5:30 */
    struct eligibility *elig = tiny_eligibility(arena, event);
    CHECK_TEXT(free_text(arena, elig, 0), "00011111");
    CHECK_TEXT(free_text(arena, elig, 1), "10000000");
    CHECK_TEXT(cost_text(arena, elig, 1), "5 5 5 5 5 5 5 5");
    CHECK_TEXT(free_text(arena, elig, 2), "00011111");

    /* No row for anybody: nothing is social, and nothing costs. */
    event->rules.n_social_hours = 0;
    elig = tiny_eligibility(arena, event);
    CHECK_TEXT(free_text(arena, elig, 2), "00000000");
    CHECK_TEXT(cost_text(arena, elig, 2), "0 0 0 0 0 0 0 0");
}

/* A slot over midnight belongs to the day on which it starts. */
static void test_midnight(struct arena *arena)
{
    static struct social_hours hours[] = {{0, 60, 1, ""}, {1380, 1440, 2, ""}};
    struct event *event = tiny_event(arena, "a", 0, 1);
    tiny_zone(arena, event, "a", "Asia/Tokyo");
    tiny_session(arena, event, "s", "14:10", 5); /* 23:10 ... 00:50 */
    event->rules.social_hours = hours;
    event->rules.n_social_hours = 2;
    struct eligibility *elig = tiny_eligibility(arena, event);
    CHECK_TEXT(free_text(arena, elig, 0), "11011");
    CHECK_TEXT(cost_text(arena, elig, 0), "2 2 2 1 1");
}

static void test_grouping(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcd", 2, 1);
    int bc = tiny_request(arena, event, "bc");
    int ba = tiny_request(arena, event, "ba");
    int ab = tiny_request(arena, event, "ab");
    int topic = tiny_request(arena, event, "ab");
    int bac = tiny_request(arena, event, "bac");
    int cba = tiny_request(arena, event, "cba");
    event->request[topic].topic = "trade";
    struct eligibility *elig = tiny_eligibility(arena, event);
    static const struct {
        const char *who, *topic;
        int n_requests;
    } expected[] = {
        {"ab", "", 2}, {"ab", "trade", 1}, {"abc", "", 2}, {"bc", "", 1}};
    CHECK_INT(elig->n_meetings, 4);
    for (int m = 0; m < 4; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        int n = (int)strlen(expected[m].who);
        CHECK_INT(meeting->n_participants, n);
        for (int k = 0; k < n; k++) {
            CHECK_INT(meeting->participant[k], tiny_who(expected[m].who + k));
        }
        CHECK_TEXT(meeting->topic, expected[m].topic);
        CHECK_INT(meeting->n_requests, expected[m].n_requests);
        CHECK_INT(eligibility_find_meeting(elig, meeting->participant, n,
                                           expected[m].topic),
                  m);
    }
    CHECK_INT(elig->meeting_of_request[ab], 0);
    CHECK_INT(elig->meeting_of_request[ba], 0);
    CHECK_INT(elig->meeting_of_request[topic], 1);
    CHECK_INT(elig->meeting_of_request[bac], 2);
    CHECK_INT(elig->meeting_of_request[cba], 2);
    CHECK_INT(elig->meeting_of_request[bc], 3);
    CHECK_INT(elig->meeting[0].request[0], ba);
    CHECK_INT(elig->meeting[0].request[1], ab);
    static const int ad[] = {0, 3};
    CHECK_INT(eligibility_find_meeting(elig, ad, 2, ""), -1);
    CHECK_INT(eligibility_find_meeting(elig, elig->meeting[0].participant, 2, "x"),
              -1);
}

/* What the requests of a to b and of b to a make together. */
static void test_status(struct arena scratch)
{
    static const struct {
        enum request_status ab, ba;
        bool pending_scheduled;
        int n_counting, value;
        enum forbidden forbidden;
        bool all_pending, possible;
    } row[] = {
        {REQUEST_ACCEPTED, REQUEST_ACCEPTED, false, 2, 8, FORBIDDEN_NOT, false,
         true},
        {REQUEST_ACCEPTED, REQUEST_PENDING, false, 1, 4, FORBIDDEN_NOT, false,
         true},
        {REQUEST_ACCEPTED, REQUEST_PENDING, true, 2, 8, FORBIDDEN_NOT, false, true},
        {REQUEST_PENDING, REQUEST_PENDING, false, 0, 0, FORBIDDEN_NOT, false,
         false},
        {REQUEST_PENDING, REQUEST_PENDING, true, 2, 8, FORBIDDEN_NOT, true, true},
        {REQUEST_PENDING, REQUEST_WITHDRAWN, true, 1, 4, FORBIDDEN_NOT, true, true},
        {REQUEST_WITHDRAWN, REQUEST_ACCEPTED, false, 1, 4, FORBIDDEN_NOT, false,
         true},
        {REQUEST_ACCEPTED, REQUEST_DECLINED, true, 1, 4, FORBIDDEN_DECLINED, false,
         false},
        {REQUEST_WITHDRAWN, REQUEST_WITHDRAWN, true, 0, 0, FORBIDDEN_NOT, false,
         false},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct event *event = tiny_event(&arena, "ab", 2, 1);
        event->request[tiny_request(&arena, event, "ab")].status = row[k].ab;
        event->request[tiny_request(&arena, event, "ba")].status = row[k].ba;
        event->rules.pending_scheduled = row[k].pending_scheduled;
        const struct meeting *meeting =
            &tiny_eligibility(&arena, event)->meeting[0];
        CHECK_INT(meeting->n_counting, row[k].n_counting);
        CHECK_INT(meeting->value, row[k].value);
        CHECK_INT(meeting->forbidden, row[k].forbidden);
        CHECK_INT(meeting->by_request,
                  row[k].forbidden == FORBIDDEN_DECLINED ? 1 : -1);
        CHECK_INT(meeting->all_pending, row[k].all_pending);
        CHECK_INT(meeting->possible, row[k].possible);
    }
}

static void test_value(struct arena scratch)
{
    static const struct {
        int priority, rank, value;
    } row[] = {{1, 0, 1}, {5, 0, 16}, {3, 1, 16}, {1, 2, 8},
               {5, 5, 1}, {5, 6, 1},  {5, 99, 1}};
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct event *event = tiny_event(&arena, "ab", 1, 1);
        int q = tiny_request(&arena, event, "ab");
        event->request[q].priority = row[k].priority;
        event->request[q].rank = row[k].rank;
        CHECK_INT(tiny_eligibility(&arena, event)->meeting[0].value, row[k].value);
    }
}

/* Only requests that count give limits, features, `after` and follow-up. */
static void test_limits(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abc", 6, 1);
    int ab = tiny_request(arena, event, "ab"),
        ba = tiny_request(arena, event, "ba");
    int bc = tiny_request(arena, event, "bc"),
        cb = tiny_request(arena, event, "cb");
    int ac = tiny_request(arena, event, "ac");
    int more = tiny_request(arena, event, "ab");
    struct request *request = event->request;
    event->room[0].features = tiny_words(arena, "screen sink");
    request[more].topic = "x";
    request[ab].earliest_s = tiny_time("09:20");
    request[ab].latest_s = tiny_time("11:00");
    request[ab].minutes = 15;
    request[ab].room_features = tiny_words(arena, "screen");
    tiny_after(arena, event, ab, bc);
    tiny_after(arena, event, ab, cb);
    request[ba].earliest_s = tiny_time("09:19");
    request[ba].latest_s = tiny_time("10:20");
    request[ba].minutes = 20;
    request[ba].room_features = tiny_words(arena, "sink screen");
    tiny_after(arena, event, ba, cb);
    tiny_after(arena, event, ba, ac);
    request[cb].status = REQUEST_WITHDRAWN;
    request[cb].minutes = 120;
    request[cb].earliest_s = tiny_time("23:00");
    request[cb].room_features = tiny_words(arena, "piano");
    request[cb].follow_up = true;
    tiny_after(arena, event, cb, ac);
    struct eligibility *elig = tiny_eligibility(arena, event);
    const struct meeting *meeting = &elig->meeting[elig->meeting_of_request[ab]];
    CHECK_INT(meeting->earliest_s, tiny_time("09:20"));
    CHECK_INT(meeting->latest_s, tiny_time("10:20"));
    CHECK_INT(meeting->minutes, 20);
    CHECK_INT(meeting->room_features.n, 2);
    CHECK_INT(meeting->n_after, 2);
    CHECK_INT(meeting->after[0], elig->meeting_of_request[ac]);
    CHECK_INT(meeting->after[1], elig->meeting_of_request[bc]);
    CHECK_TEXT(suits_text(arena, elig, elig->meeting_of_request[ab]), "011100");
    meeting = &elig->meeting[elig->meeting_of_request[bc]];
    CHECK_INT(meeting->minutes, 0);
    CHECK_INT(meeting->n_after, 0);
    CHECK_INT(meeting->room_features.n, 0);
    CHECK(meeting->earliest_s == NO_TIME && !meeting->follow_up);
    CHECK_TEXT(suits_text(arena, elig, elig->meeting_of_request[bc]), "111111");
}

/* One digit for each meeting: the first slot that can follow all before it. */
static const char *earliest_text(struct arena *arena, const struct event *event)
{
    struct eligibility *elig = tiny_eligibility(arena, event);
    const char *text = "";
    for (int q = 0; q < event->n_requests; q++) {
        int m = elig->meeting_of_request[q];
        text = arena_printf(arena, "%s%d", text, elig->meeting[m].earliest_slot);
    }
    return text;
}

/* r01 to r05 are a chain in four slots, whose order is not that of meetings. */
static void test_order(struct arena *arena)
{
    static const char *const people[] = {"cd", "ab", "bc", "ae", "ad"};
    struct event *event = tiny_event(arena, "abcde", 4, 1);
    struct request *request = event->request;
    for (int q = 0; q < 5; q++) {
        tiny_request(arena, event, people[q]);
        if (q > 0) {
            tiny_after(arena, event, q, q - 1);
        }
    }
    struct eligibility *elig = tiny_eligibility(arena, event);
    CHECK_TEXT(earliest_text(arena, event), "01234");
    CHECK_INT(eligibility_first_slot(elig, elig->meeting_of_request[3]), 3);
    CHECK_INT(eligibility_first_slot(elig, elig->meeting_of_request[4]), 4);
    CHECK(elig->meeting[elig->meeting_of_request[4]].possible);
    request[0].earliest_s = tiny_time("09:20");
    CHECK_TEXT(earliest_text(arena, event), "02344");
    tiny_window(arena, &event->participant[1].unavailable, "09:40", "10:00");
    CHECK_TEXT(earliest_text(arena, event), "02444");
    request[2].status = REQUEST_WITHDRAWN;
    CHECK_TEXT(earliest_text(arena, event), "02044");
    request[3].n_after = 0;
    CHECK_TEXT(earliest_text(arena, event), "02001");
    event->participant[4].max_meetings = 0;
    CHECK_TEXT(earliest_text(arena, event), "02004");
    tiny_met(event, "cd");
    CHECK_TEXT(earliest_text(arena, event), "04004");
}

/* r01 and r02 wait for each other, r03 for one of them, r04 is before. */
static void test_circle(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcd", 4, 1);
    int ab = tiny_request(arena, event, "ab"),
        bc = tiny_request(arena, event, "bc");
    int cd = tiny_request(arena, event, "cd"),
        ad = tiny_request(arena, event, "ad");
    tiny_after(arena, event, ab, bc);
    tiny_after(arena, event, bc, ab);
    tiny_after(arena, event, bc, ad);
    tiny_after(arena, event, cd, bc);
    CHECK_TEXT(earliest_text(arena, event), "4440");
}

static void test_too_short(struct arena *arena)
{
    struct event *event = tiny_event(arena, "ab", 2, 1);
    event->request[tiny_request(arena, event, "ab")].minutes = 21;
    struct eligibility *elig = tiny_eligibility(arena, event);
    CHECK(!elig->meeting[0].possible);
    event->request[0].minutes = 20;
    elig = tiny_eligibility(arena, event);
    CHECK(elig->meeting[0].possible);
}

static void test_common_time(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abc", 4, 1);
    tiny_window(arena, &event->participant[0].unavailable, "09:00", "09:20");
    tiny_window(arena, &event->participant[1].unavailable, "09:20", "09:40");
    tiny_window(arena, &event->participant[2].available, "09:00", "09:40");
    tiny_request(arena, event, "ab");
    tiny_request(arena, event, "bc");
    tiny_request(arena, event, "acb");
    struct eligibility *elig = tiny_eligibility(arena, event);
    CHECK_TEXT(suits_text(arena, elig, 0), "0011");
    CHECK_TEXT(suits_text(arena, elig, 1), "0000"); /* a b c */
    CHECK_TEXT(suits_text(arena, elig, 2), "1000");
    CHECK(elig->meeting[0].possible && !elig->meeting[1].possible);
}

static void test_met_before(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcd", 2, 1);
    int ab = tiny_request(arena, event, "ab"),
        topic = tiny_request(arena, event, "ab");
    int acb = tiny_request(arena, event, "acb"),
        ac = tiny_request(arena, event, "ac");
    int bd = tiny_request(arena, event, "bd"),
        db = tiny_request(arena, event, "db");
    int cd = tiny_request(arena, event, "cd"),
        dc = tiny_request(arena, event, "dc");
    event->request[topic].topic = "x";
    event->request[bd].status = REQUEST_WITHDRAWN;
    event->request[bd].follow_up = true; /* does not count */
    event->request[dc].follow_up = true;
    tiny_met(event, "cd");
    tiny_met(event, "ab");
    tiny_met(event, "bd");
    struct eligibility *elig = tiny_eligibility(arena, event);
    const int *of = elig->meeting_of_request;
    static const struct {
        enum forbidden forbidden;
        int pair;
    } expected[] = {
        {FORBIDDEN_MET_BEFORE, 1}, {FORBIDDEN_MET_BEFORE, 1},
        {FORBIDDEN_MET_BEFORE, 1}, {FORBIDDEN_NOT, -1},
        {FORBIDDEN_MET_BEFORE, 2}, {FORBIDDEN_NOT, -1},
    };
    const int q[] = {ab, topic, acb, ac, db, cd};
    for (int k = 0; k < 6; k++) {
        CHECK_INT(elig->meeting[of[q[k]]].forbidden, expected[k].forbidden);
        CHECK_INT(elig->meeting[of[q[k]]].by_request, expected[k].pair);
        CHECK_INT(elig->meeting[of[q[k]]].possible,
                  expected[k].forbidden == FORBIDDEN_NOT);
    }
    event->rules.met_before_forbidden = false;
    elig = tiny_eligibility(arena, event);
    CHECK_INT(elig->meeting[elig->meeting_of_request[ab]].forbidden, FORBIDDEN_NOT);
}

/* A refusal weighs more than a follow-up. */
static void test_declined_follow_up(struct arena *arena)
{
    struct event *event = tiny_event(arena, "ab", 2, 1);
    event->request[tiny_request(arena, event, "ab")].follow_up = true;
    event->request[tiny_request(arena, event, "ba")].status = REQUEST_DECLINED;
    tiny_met(event, "ab");
    struct eligibility *elig = tiny_eligibility(arena, event);
    CHECK_INT(elig->meeting[0].forbidden, FORBIDDEN_DECLINED);
}

static void test_empty(struct arena *arena)
{
    struct event *event = tiny_event(arena, "", 1, 0);
    struct eligibility *elig = tiny_eligibility(arena, event);
    CHECK_INT(elig->n_meetings, 0);
    CHECK_INT(elig->n_slots, 1);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_windows(&arena);
    test_agenda(&arena);
    test_social_hours(arena);
    test_side_hours(&arena);
    test_midnight(&arena);
    test_grouping(&arena);
    test_status(arena);
    test_value(arena);
    test_limits(&arena);
    test_order(&arena);
    test_circle(&arena);
    test_too_short(&arena);
    test_common_time(&arena);
    test_met_before(&arena);
    test_declined_follow_up(&arena);
    test_empty(&arena);
    arena_finish(&arena);
    return check_report();
}
