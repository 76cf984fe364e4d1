/* When the next event is: sessions, hours of people and places, and the clocks. */

#include <stdio.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/model/follow_up.h"
#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/value_text.h"

/* An event in Brussels on that day, read from a file, without any meeting. */
static const char day[] =
    "{\"format\": \"matchday-event/1\",\n"
    "\"event\": {\"id\": \"day\", \"time_zone\": \"Europe/Brussels\"},\n"
    "\"sessions\": [{\"id\": \"am\", \"date\": \"2021-10-19\", \"start\": "
    "\"09:00\","
    " \"end\": \"11:00\", \"meeting_minutes\": 20, \"changeover_minutes\": 5,"
    " \"breaks\": [{\"start\": \"10:00\", \"end\": \"10:10\"}]}],\n"
    "\"rooms\": [{\"id\": \"R1\"}],\n"
    "\"participants\": [{\"id\": \"gifu\", \"time_zone\": \"Asia/Tokyo\"},"
    " {\"id\": \"lyon\", \"time_zone\": \"Europe/Paris\"}],\n"
    "\"availability\": [],\n"
    "\"requests\": []}\n";

struct made {
    struct event event;
    struct follow_up next;
    bool ok;
    const char *findings;
};

struct wish {
    const char *dates; /* "2021-11-09;2021-11-16" */
    int start_min, end_min, minutes;
};

static void make(struct arena *arena, const char *json, struct wish wish,
                 struct made *made)
{
    struct strings dates = text_split(arena, wish.dates, ';');
    struct civil *date = arena_new(arena, dates.n, struct civil);
    struct schedule schedule = {0};
    struct feedback_facts facts = {0};
    struct findings findings;
    findings_init(&findings, arena);
    *made = (struct made){.ok = false};
    event_folder_read(arena, json, &made->event);
    for (int k = 0; k < dates.n; k++) {
        CHECK(civil_parse_date(dates.text[k], &date[k]));
    }
    const struct follow_up_order order = {
        "next",         "",           "",          "Follow-up", date, dates.n,
        wish.start_min, wish.end_min, wish.minutes};
    struct feedback_list list = {0};
    feedback_judge(arena, &made->event, &schedule, &list, &facts, &findings);
    made->ok = follow_up_build(arena, &made->event, &schedule, &facts, &order,
                               &made->next, &findings);
    made->findings = findings_text(arena, &findings);
}

/* "am-1109 2021-11-09T08:00:00Z/10:00:00 4x20", session by session. */
static const char *sessions_text(struct arena *arena, const struct event *event)
{
    struct buf buf;
    buf_init(&buf, arena);
    for (int i = 0; i < event->n_sessions; i++) {
        const struct session *session = &event->session[i];
        buf_printf(&buf, "%s%s %s/%.8s %dx%d", i > 0 ? "; " : "", session->id,
                   instant_format(arena, session->start_s),
                   instant_format(arena, session->end_s) + 11, session->n_slots,
                   session->meeting_minutes);
    }
    return buf.data;
}

static void test_sessions(struct arena scratch)
{
    static const struct {
        struct wish wish;
        const char *expected;
    } row[] = {
        {{"2021-10-26", -1, -1, 0}, "am-1026 2021-10-26T07:00:00Z/09:00:00 4x20"},
        /* winter time begins on 31 October: the clock shows the same */
        {{"2021-11-09", -1, -1, 0}, "am-1109 2021-11-09T08:00:00Z/10:00:00 4x20"},
        {{"2021-10-26;2021-11-09", -1, -1, 0},
         "am-1026 2021-10-26T07:00:00Z/09:00:00 4x20; am-1109 "
         "2021-11-09T08:00:00Z/10:00:00 4x20"},
        {{"2021-10-26;2022-10-26", -1, -1, 0},
         "am-20211026 2021-10-26T07:00:00Z/09:00:00 4x20; am-20221026 "
         "2022-10-26T07:00:00Z/09:00:00 4x20"},
        /* longer meetings, another start with the break, another end */
        {{"2021-10-26", -1, -1, 40}, "am-1026 2021-10-26T07:00:00Z/09:00:00 2x40"},
        {{"2021-10-26", 8 * 60, -1, 0},
         "am-1026 2021-10-26T06:00:00Z/08:00:00 4x20"},
        {{"2021-10-26", 8 * 60, 9 * 60, 0},
         "am-1026 2021-10-26T06:00:00Z/07:00:00 2x20"},
        {{"2021-10-26", -1, 24 * 60, 60},
         "am-1026 2021-10-26T07:00:00Z/22:00:00 13x60"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct made made;
        make(&arena, day, row[k].wish, &made);
        CHECK(made.ok);
        CHECK_TEXT(made.findings, "");
        CHECK_TEXT(sessions_text(&arena, &made.next.event), row[k].expected);
    }
}

static void test_days_that_do_not_fit(struct arena scratch)
{
    static const struct {
        struct wish wish;
        const char *expected;
    } row[] = {
        {{"2022-03-27", 2 * 60 + 30, -1, 0},
         "event.json:3: sessions[0]: session 'am-0327': 02:30 on 2022-03-27 does "
         "not "
         "exist in Europe/Brussels, where the clock is changed then; expected "
         "another "
         "date, or another --start\n"},
        {{"2021-10-31", 2 * 60 + 30, -1, 0},
         "event.json:3: sessions[0]: session 'am-1031': 02:30 on 2021-10-31 comes "
         "twice in Europe/Brussels, where the clock is changed then; expected "
         "another "
         "date, or another --start\n"},
        /* the end */
        {{"2021-10-31", 30, -1, 0},
         "event.json:3: sessions[0]: session 'am-1031': 02:30 on 2021-10-31 comes "
         "twice in Europe/Brussels, where the clock is changed then; expected "
         "another "
         "date, or another --start\n"},
        {{"2021-10-26", 23 * 60, -1, 0},
         "event.json:3: sessions[0]: session 'am-1026' on 2021-10-26 would begin "
         "at "
         "23:00 and end at 25:00; expected an end after the start, within the day: "
         "look at --start and --end\n"},
        {{"2021-10-26", -1, 9 * 60, 0},
         "event.json:3: sessions[0]: session 'am-1026' on 2021-10-26 would begin "
         "at "
         "09:00 and end at 09:00; expected an end after the start, within the day: "
         "look at --start and --end\n"},
        {{"2021-10-26", -1, -1, 90},
         "event.json:3: sessions[0]: session 'am-1026' has no room for a single "
         "meeting of 90 minutes; expected a longer session, shorter meetings or "
         "fewer "
         "breaks\n"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct made made;
        struct wish wish = row[k].wish;
        if (k == 2) {
            wish.end_min = 2 * 60 + 30;
        }
        make(&arena, day, wish, &made);
        CHECK(!made.ok);
        CHECK_TEXT(made.findings, row[k].expected);
    }
}

static const char *two_days(struct arena *arena)
{
    return event_folder_change(
        arena, day, "\"breaks\": [{\"start\": \"10:00\", \"end\": \"10:10\"}]}]",
        "\"breaks\": []}, {\"id\": \"pm\", \"date\": \"2021-10-20\", \"start\": "
        "\"08:00\", \"end\": \"09:00\", \"meeting_minutes\": 30}, {\"id\": "
        "\"eve\", "
        "\"date\": \"2021-10-20\", \"start\": \"13:00\", \"end\": \"14:00\", "
        "\"meeting_minutes\": 30}]");
}

static void test_several_days(struct arena scratch)
{
    static const struct {
        struct wish wish;
        const char *expected;
    } row[] = {
        {{"2021-10-26", -1, -1, 0}, "am-1026 2021-10-26T07:00:00Z/09:00:00 5x20"},
        {{"2021-10-26;2021-10-27", -1, -1, 0},
         "am-1026 2021-10-26T07:00:00Z/09:00:00 5x20; pm-1027 "
         "2021-10-27T06:00:00Z/07:00:00 2x30; eve-1027 "
         "2021-10-27T11:00:00Z/12:00:00 "
         "2x30"},
        {{"2021-10-26;2021-10-27;2021-10-28", 10 * 60, 17 * 60, 0},
         "am-1026 2021-10-26T08:00:00Z/15:00:00 17x20; pm-1027 "
         "2021-10-27T08:00:00Z/09:00:00 2x30; eve-1027 "
         "2021-10-27T13:00:00Z/15:00:00 "
         "4x30; pm-1028 2021-10-28T08:00:00Z/09:00:00 2x30; eve-1028 "
         "2021-10-28T13:00:00Z/15:00:00 4x30"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct made made;
        make(&arena, two_days(&arena), row[k].wish, &made);
        CHECK(made.ok);
        CHECK_TEXT(sessions_text(&arena, &made.next.event), row[k].expected);
    }
}

static void add_windows(struct arena *arena, struct buf *buf, const char *name,
                        const struct windows *windows)
{
    for (int k = 0; k < windows->n; k++) {
        buf_printf(buf, "%s%s %s/%s", buf->len > 0 ? "; " : "", name,
                   instant_format(arena, windows->window[k].start_s),
                   instant_format(arena, windows->window[k].end_s));
    }
}

static const char *hours_text(struct arena *arena, const struct participant *who)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    add_windows(arena, &buf, "+", &who->available);
    add_windows(arena, &buf, "-", &who->unavailable);
    add_windows(arena, &buf, "~", &who->avoid);
    return buf.data;
}

#define ROW(start, end, kind)                                                      \
    "{\"participant\": \"gifu\", \"start\": \"2021-10-" start                      \
    "\", \"end\": \"2021-10-" end "\", \"kind\": \"" kind "\"}"

static void test_hours(struct arena scratch)
{
    static const struct {
        const char *rows, *dates, *expected;
        int n_absences;
    } row[] = {
        {"", "2021-10-26", "", 0},
        /* the same on the clock of Tokyo, which knows no summer time */
        {ROW("19T16:00", "19T18:00", "available"), "2021-10-26;2021-11-09",
         "+ 2021-10-26T07:00:00Z/2021-10-26T09:00:00Z; + "
         "2021-11-09T07:00:00Z/2021-11-09T09:00:00Z",
         0},
        /* longer than a day: what is in the day in Brussels */
        {ROW("18T00:00", "21T00:00", "available"), "2021-10-26",
         "+ 2021-10-25T22:00:00Z/2021-10-26T22:00:00Z", 0},
        /* on another day of the event: these are its hours */
        {ROW("20T16:00", "20T17:00", "available"), "2021-10-26;2021-10-27",
         "+ 2021-10-26T07:00:00Z/2021-10-26T08:00:00Z; + "
         "2021-10-27T07:00:00Z/2021-10-27T08:00:00Z",
         0},
        /* on none of them: it stays away, rather than to be there always */
        {ROW("22T16:00", "22T17:00", "available"), "2021-10-26",
         "+ 2021-10-22T07:00:00Z/2021-10-22T08:00:00Z", 0},
        {ROW("19T16:30", "19T17:00", "unavailable") "," ROW("20T16:00", "20T16:30",
                                                            "avoid"),
         "2021-10-26;2021-10-27",
         "- 2021-10-26T07:30:00Z/2021-10-26T08:00:00Z; ~ "
         "2021-10-27T07:00:00Z/2021-10-27T07:30:00Z",
         0},
        /* absent for the whole of a day's sessions: not every week */
        {ROW("19T16:00", "19T18:00", "unavailable"), "2021-10-26", "", 1},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct made made;
        const char *json = event_folder_change(
            &arena, two_days(&arena), "\"availability\": []",
            arena_printf(&arena, "\"availability\": [%s]", row[k].rows));
        make(&arena, json, (struct wish){row[k].dates, -1, -1, 0}, &made);
        CHECK(made.ok);
        CHECK_TEXT(hours_text(&arena, &made.next.event.participant[0]),
                   row[k].expected);
        CHECK_INT(made.next.n_absences, row[k].n_absences);
    }
}

/* In Paris the clock goes back in the night of 31 October and forth on 27 March. */
static void test_hours_at_a_change(struct arena scratch)
{
    static const struct {
        const char *start, *end, *date, *expected;
    } row[] = {
        {"02:30", "04:00", "2021-10-31",
         "+ 2021-10-31T00:30:00Z/2021-10-31T03:00:00Z"},
        {"01:00", "02:30", "2021-10-31",
         "+ 2021-10-30T23:00:00Z/2021-10-31T01:30:00Z"},
        {"02:30", "04:00", "2022-03-27",
         "+ 2022-03-27T01:30:00Z/2022-03-27T02:00:00Z"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct made made;
        const char *json = event_folder_change(
            &arena, day, "\"availability\": []",
            arena_printf(
                &arena,
                "\"availability\": [{\"participant\": \"lyon\", \"start\": "
                "\"2021-10-19T%s\", \"end\": \"2021-10-19T%s\"}]",
                row[k].start, row[k].end));
        make(&arena, json, (struct wish){row[k].date, -1, -1, 0}, &made);
        CHECK(made.ok);
        CHECK_TEXT(hours_text(&arena, &made.next.event.participant[1]),
                   row[k].expected);
    }
}

static void test_places(struct arena arena)
{
    struct made made;
    struct buf buf;
    const char *json = event_folder_change(
        &arena, day, "\"rooms\": [{\"id\": \"R1\"}]",
        "\"rooms\": [{\"id\": \"R1\", \"available\": [{\"start\": "
        "\"2021-10-19T09:30\", \"end\": "
        "\"2021-10-19T10:00\"}]}],\n\"interpreters\": "
        "[{\"id\": \"I1\", \"pairs\": [\"en-ja\"], \"time_zone\": \"Asia/Tokyo\", "
        "\"available\": [{\"start\": \"2021-10-19T16:00\", \"end\": "
        "\"2021-10-19T17:00\"}]}]");
    json = event_folder_change(&arena, json, "\"time_zone\": \"Asia/Tokyo\"}, {",
                               "\"time_zone\": \"Asia/Tokyo\", \"languages\": "
                               "[\"ja\"]}, {\"languages\": [\"en\"], ");
    make(&arena, json, (struct wish){"2021-11-09", -1, -1, 0}, &made);
    CHECK(made.ok);
    buf_init(&buf, &arena);
    add_windows(&arena, &buf, "R1", &made.next.event.room[0].available);
    add_windows(&arena, &buf, "I1", &made.next.event.interpreter[0].available);
    CHECK_TEXT(buf.data, "R1 2021-11-09T08:30:00Z/2021-11-09T09:00:00Z; I1 "
                         "2021-11-09T07:00:00Z/2021-11-09T08:00:00Z");
    CHECK(made.event.room[0].available.window[0].start_s <
          made.next.event.room[0].available.window[0].start_s);
}

/* What a calendar says of the old day is no habit; the calendar goes along. */
static void test_calendars(struct arena arena)
{
    struct made made;
    event_folder_put("gifu.ics",
                     "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
                     "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20210101T000000Z\r\n"
                     "DTSTART:20211019T073000Z\r\nDTEND:20211019T080000Z\r\n"
                     "END:VEVENT\r\nEND:VCALENDAR\r\n");
    const char *json =
        event_folder_change(&arena, day, "\"id\": \"gifu\"",
                            "\"id\": \"gifu\", \"calendar\": \"gifu.ics\"");
    json = event_folder_change(
        &arena, json, "\"availability\": []",
        "\"availability\": [" ROW("19T16:00", "19T16:30", "unavailable") "]");
    make(&arena, json, (struct wish){"2021-10-26", -1, -1, 0}, &made);
    CHECK(made.ok);
    CHECK_TEXT(hours_text(&arena, &made.event.participant[0]),
               "- 2021-10-19T07:00:00Z/2021-10-19T07:30:00Z; - "
               "2021-10-19T07:30:00Z/2021-10-19T08:00:00Z");
    CHECK_TEXT(hours_text(&arena, &made.next.event.participant[0]),
               "- 2021-10-26T07:00:00Z/2021-10-26T07:30:00Z");
    CHECK_TEXT(made.next.event.participant[0].calendar, "gifu.ics");
}

/* "am-1109 16:00>17:00 Asia/Tokyo", change by change. */
static const char *clocks_text(struct arena *arena, const struct follow_up *next)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < next->n_clock_changes; k++) {
        const struct clock_change *change = &next->clock_change[k];
        buf_printf(&buf, "%s%s %02d:%02d>%02d:%02d", k > 0 ? "; " : "",
                   next->event.session[change->session].id, change->before.hour,
                   change->before.minute, change->now.hour, change->now.minute);
        for (int z = 0; z < change->n_zones; z++) {
            buf_printf(&buf, " %s", change->zone[z]->name);
        }
    }
    return buf.data;
}

static void test_clocks(struct arena scratch)
{
    static const struct {
        const char *zone, *dates;
        int start_min;
        const char *expected;
    } row[] = {
        {"Europe/Brussels", "2021-10-26", -1, ""},
        {"Europe/Brussels", "2021-11-09", -1, "am-1109 16:00>17:00 Asia/Tokyo"},
        {"Europe/Brussels", "2021-10-26;2021-11-02;2021-11-09", -1,
         "am-1102 16:00>17:00 Asia/Tokyo"},
        {"Europe/Brussels", "2021-11-09;2022-04-05", -1,
         "am-20211109 16:00>17:00 Asia/Tokyo; am-20220405 17:00>16:00 Asia/Tokyo"},
        /* at another time of the day, the same clocks change */
        {"Europe/Brussels", "2021-11-09", 8 * 60, "am-1109 15:00>16:00 Asia/Tokyo"},
        /* sessions by the clock of Tokyo: those of Europe show another time */
        {"Asia/Tokyo", "2021-11-09", -1, "am-1109 02:00>01:00 Europe/Paris"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct made made;
        const char *json = event_folder_change(
            &arena, day, "\"time_zone\": \"Europe/Brussels\"",
            arena_printf(&arena, "\"time_zone\": \"%s\"", row[k].zone));
        make(&arena, json, (struct wish){row[k].dates, row[k].start_min, -1, 0},
             &made);
        CHECK(made.ok);
        CHECK_TEXT(clocks_text(&arena, &made.next), row[k].expected);
    }
}

/* Zones that show the same are told together; who does not come counts for none. */
static void test_clocks_of_many(struct arena arena)
{
    struct made made;
    const char *json = event_folder_change(
        &arena, day, "{\"id\": \"lyon\"",
        "{\"id\": \"seoul\", \"time_zone\": \"Asia/Seoul\"}, {\"id\": \"away\", "
        "\"time_zone\": \"Asia/Kolkata\", \"status\": \"cancelled\"}, {\"id\": "
        "\"perth\", \"time_zone\": \"Australia/Perth\"}, {\"id\": \"lyon\"");
    make(&arena, json, (struct wish){"2021-11-09", -1, -1, 0}, &made);
    CHECK_TEXT(
        clocks_text(&arena, &made.next),
        "am-1109 15:00>16:00 Australia/Perth; am-1109 16:00>17:00 Asia/Seoul "
        "Asia/Tokyo");
}

int main(void)
{
    struct event_folder folder;
    struct arena arena;
    event_tests_begin(&folder, &arena);
    test_sessions(arena);
    test_days_that_do_not_fit(arena);
    test_several_days(arena);
    test_hours(arena);
    test_hours_at_a_change(arena);
    test_places(arena);
    test_calendars(arena);
    test_clocks(arena);
    test_clocks_of_many(arena);
    return event_tests_end(&folder, &arena);
}
