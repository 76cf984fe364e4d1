/* Times, availability and sessions: every message a row. */

#include <string.h>

#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_text.h"

static const char day[] = EVENT_HEAD(
    "2021-03-29") "\"participants\": [{\"id\": \"gifu\", \"side\": \"JP\", "
                  "\"time_zone\": \"Asia/Tokyo\"}, {\"id\": \"lyon\"}],\n"
                  "\"availability\": [],\n"
                  "\"requests\": [{\"id\": \"r1\", \"from\": \"gifu\", \"to\": "
                  "\"lyon\"}]}\n";

/* One row of availability each; the start's instant. */
static void test_instants(struct arena *arena)
{
    static const struct {
        const char *participant, *start, *zone, *instant;
    } row[] = {
        /* the entry's zone, else the participant's, else the event's */
        {"gifu", "2021-01-01T09:00", "UTC", "2021-01-01T09:00:00Z"},
        {"gifu", "2021-01-01T09:00", "", "2021-01-01T00:00:00Z"},
        {"lyon", "2021-01-01T09:00", "", "2021-01-01T08:00:00Z"},
        {"lyon", "2021-07-01T09:00:30", "", "2021-07-01T07:00:30Z"},
        {"gifu", "2021-01-01T09:00Z", "Asia/Tokyo", "2021-01-01T09:00:00Z"},
        {"gifu", "2021-01-01T09:00-05:30", "", "2021-01-01T14:30:00Z"},
        /* around both changes of the clock */
        {"lyon", "2021-03-28T01:59", "", "2021-03-28T00:59:00Z"},
        {"lyon", "2021-03-28T03:00", "", "2021-03-28T01:00:00Z"},
        {"lyon", "2021-10-31T01:59", "", "2021-10-30T23:59:00Z"},
        {"lyon", "2021-10-31T03:00", "", "2021-10-31T02:00:00Z"},
        {"lyon", "2021-10-31T02:30+01:00", "", "2021-10-31T01:30:00Z"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct event event;
        const char *json = event_folder_change(
            arena, day, "\"availability\": []",
            arena_printf(
                arena,
                "\"availability\": [{\"participant\": \"%s\", \"start\": \"%s\", "
                "\"end\": \"2022-01-01T00:00\", \"time_zone\": \"%s\", \"kind\": "
                "\"avoid\"}]",
                row[k].participant, row[k].start, row[k].zone));
        CHECK_TEXT(event_folder_read(arena, json, &event), "");
        int p = event_find_participant(&event, row[k].participant);
        if (CHECK_INT(event.participant[p].avoid.n, 1)) {
            CHECK_TEXT(
                instant_format(arena, event.participant[p].avoid.window[0].start_s),
                row[k].instant);
        }
    }
}

static void test_without_zone(struct arena *arena)
{
    struct event event;
    const char *json =
        event_folder_change(arena, day, ", \"time_zone\": \"Europe/Brussels\"", "");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_TEXT(event.zone->name, "UTC");
    CHECK_TEXT(instant_format(arena, event.session[0].start_s),
               "2021-03-29T09:00:00Z");
    CHECK_TEXT(event_text_line(arena, &event, "shown"), "shown in UTC Asia/Tokyo");
}

/* Kinds go to their lists, which are sorted. */
static void test_availability_is_read(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, day, "\"availability\": []",
        "\"availability\": [{\"participant\": \"lyon\", \"start\": "
        "\"2021-03-29T07:50Z\", \"end\": \"2021-03-29T09:00Z\"},{\"participant\": "
        "\"lyon\", \"start\": \"2021-03-29T07:00Z\", \"end\": "
        "\"2021-03-29T09:00Z\", \"kind\": \"available\"},{\"participant\": "
        "\"lyon\", \"start\": \"2021-03-29T07:00Z\", \"end\": "
        "\"2021-03-29T08:00Z\", \"kind\": \"\"},{\"participant\": \"lyon\", "
        "\"start\": \"2021-03-29T07:00Z\", \"end\": \"2021-03-29T08:00Z\", "
        "\"kind\": \"unavailable\"},{\"participant\": \"lyon\", \"start\": "
        "\"2021-03-29T08:00Z\", \"end\": \"2021-03-29T09:00Z\", \"kind\": "
        "\"avoid\"}]");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    const char *line = event_text_line(arena, &event, "participant lyon");
    CHECK_TEXT(strstr(line, "available["),
               "available[ 2021-03-29T07:00:00Z/2021-03-29T08:00:00Z "
               "2021-03-29T07:00:00Z/2021-03-29T09:00:00Z "
               "2021-03-29T07:50:00Z/2021-03-29T09:00:00Z] unavailable[ "
               "2021-03-29T07:00:00Z/2021-03-29T08:00:00Z] avoid[ "
               "2021-03-29T08:00:00Z/2021-03-29T09:00:00Z]");
}

#define ROW(text) "\"availability\": [{" text "}]"
#define LYON(text) ROW("\"participant\": \"lyon\", " text)
static const struct event_change availability_row[] = {
    {"\"availability\": []",
     LYON("\"start\": \"2021-03-28T02:30\", \"end\": \"2021-03-28T12:00\""),
     "event.json:6: availability[0].start: '2021-03-28T02:30' does not exist in "
     "Europe/Brussels, where the clock is changed then: it could be "
     "'2021-03-28T02:30+01:00' or '2021-03-28T02:30+02:00'; expected one of these, "
     "or another time\n"},
    {"\"availability\": []",
     LYON("\"start\": \"2021-03-28T12:00\", \"end\": \"2021-10-31T02:30:10\""),
     "event.json:6: availability[0].end: '2021-10-31T02:30:10' comes twice in "
     "Europe/Brussels, where the clock is changed then: it could be "
     "'2021-10-31T02:30:10+02:00' or '2021-10-31T02:30:10+01:00'; expected one of "
     "these, or another time\n"},
    {"\"availability\": []",
     LYON("\"start\": \"2021-03-14T02:30\", \"end\": \"2021-03-28T12:00\", "
          "\"time_zone\": \"America/New_York\""),
     "event.json:6: availability[0].start: '2021-03-14T02:30' does not exist in "
     "America/New_York, where the clock is changed then: it could be "
     "'2021-03-14T02:30-05:00' or '2021-03-14T02:30-04:00'; expected one of these, "
     "or another time\n"},
    {"\"availability\": []",
     LYON("\"start\": \"4/3/2021 9:00\", \"end\": \"2021-03-28\""),
     "event.json:6: availability[0].start: '4/3/2021 9:00' is no date and time; "
     "expected one like '2021-05-18T09:00', with or without 'Z' or an offset like "
     "'+09:00' behind it\n"
     "event.json:6: availability[0].end: '2021-03-28' is no date and time; "
     "expected one like '2021-05-18T09:00', with or without 'Z' or an offset like "
     "'+09:00' behind it\n"},
    {"\"availability\": []",
     LYON("\"start\": \"28.3.2021 9:00\", \"end\": \"2021-03-28T24:00\""),
     "event.json:6: availability[0].start: '28.3.2021 9:00' is no date and time; "
     "did you mean '2021-03-28T09:00'?\n"
     "event.json:6: availability[0].end: '2021-03-28T24:00' is no date and time; "
     "did you mean '2021-03-29T00:00'?\n"},
    {"\"availability\": []",
     LYON("\"start\": \"2021-03-29T09:00\", \"end\": \"2021-03-29T09:00\""),
     "event.json:6: availability[0].end: '2021-03-29T09:00' is not after the start "
     "'2021-03-29T09:00'; expected a later time\n"},
    {"\"availability\": []", LYON("\"start\": \"2021-03-29T09:00\""),
     "event.json:6: availability[0].end: is missing; expected a date and time like "
     "'2021-05-18T09:00'\n"},
    {"\"availability\": []",
     LYON("\"start\": 9, \"end\": \"2021-03-29T09:00\", \"time_zone\": \"JST\""),
     "event.json:6: availability[0].time_zone: time zone 'JST' is an abbreviation; "
     "expected an IANA name, probably 'Asia/Tokyo'\n"
     "event.json:6: availability[0].start: found 9; expected a text\n"},
    {"\"availability\": []",
     LYON("\"start\": \"2021-03-29T07:00Z\", \"end\": \"2021-03-29T08:00Z\", "
          "\"kind\": \"busy\""),
     "event.json:6: availability[0].kind: found the text 'busy'; expected "
     "'available', 'unavailable' or 'avoid'\n"},
    {"\"availability\": []",
     ROW("\"participant\": \"lion\", \"start\": \"2021-03-29T09:00Z\", \"end\": "
         "\"2021-03-29T10:00Z\", \"notes\": 1"),
     "event.json:6: availability[0].participant: there is no participant 'lion'; "
     "did you mean 'lyon'?\n"
     "event.json:6: note: availability[0]: ignored what is not known: 'notes'\n"},
    {"\"availability\": []",
     ROW("\"start\": \"2021-03-29T09:00Z\", \"end\": \"2021-03-29T10:00Z\""),
     "event.json:6: availability[0].participant: is missing; expected the id of a "
     "participant\n"},
};

static void test_availability(void)
{
    CHECK_CHANGES(day, availability_row);
}

/* Each zone is looked up once, and at most so many that are none. */
static void test_many_bad_zones(struct arena *arena)
{
    struct buf rows;
    struct event event;
    enum { N = 2000 };
    buf_init(&rows, arena);
    buf_add_text(&rows, "\"availability\": [");
    for (int k = 0; k < N; k++) {
        buf_printf(
            &rows,
            "%s\n{\"participant\": \"lyon\", \"start\": \"2021-03-29T09:00Z\", "
            "\"end\": \"2021-03-29T10:00Z\", \"time_zone\": \"Mars/Crater%d\"}",
            k > 0 ? "," : "", k);
    }
    buf_add_text(&rows, "]");
    const char *json =
        event_folder_change(arena, day, "\"availability\": []", rows.data);
    const char *found = event_folder_read(arena, json, &event);
    CHECK(strstr(found, "event.json:7: availability[0].time_zone: time zone "
                        "'Mars/Crater0' is unknown") != NULL);
    CHECK(strstr(found, "1950 more errors are not shown\n") != NULL);
}

static void test_sessions_are_read(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, day, "\"sessions\": [",
        "\"sessions\": [{\"id\": \"pm\", \"title\": \"Late\", \"date\": "
        "\"2021-03-29\", \"start\": \"22:00\", \"end\": \"24:00\", \"time_zone\": "
        "\"Asia/Tokyo\", \"meeting_minutes\": 30, \"changeover_minutes\": 5, "
        "\"breaks\": [{\"start\": \"23:10\", \"end\": \"23:20\"}, {\"start\": "
        "\"22:30\", \"end\": \"22:35\", \"title\": \"Tea\"}]},");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_INT(event.n_sessions, 2);
    CHECK_TEXT(event.session[0].id, "am");
    CHECK_TEXT(event_text_line(arena, &event, "session pm"),
               "session pm 'Late' 2021-03-29 1320-1440 Asia/Tokyo 30+5 "
               "2021-03-29T13:00:00Z/2021-03-29T15:00:00Z break 1350-1355 'Tea' "
               "2021-03-29T13:30:00Z/2021-03-29T13:35:00Z break 1390-1400 '' "
               "2021-03-29T14:10:00Z/2021-03-29T14:20:00Z");
    CHECK_TEXT(event_text_line(arena, &event, "slot pm-02"),
               "slot pm-02 2021-03-29T13:35:00Z/2021-03-29T14:05:00Z");
    CHECK_TEXT(event_text_line(arena, &event, "slot pm-03"),
               "slot pm-03 2021-03-29T14:20:00Z/2021-03-29T14:50:00Z");
    CHECK_INT(event.n_slots, 6);
}

static void test_break_texts(struct arena *arena)
{
    static const char *const same[] = {
        "09:20-09:30 Coffee; 09:40-09:50",
        "09:40-09:50;09:20 - 09:30 Coffee",
        ";09:40\xe2\x80\x93"
        "09:50;09:20\xe2\x80\x93"
        "09:30   Coffee;",
    };
    for (size_t k = 0; k < sizeof same / sizeof *same; k++) {
        struct event event;
        const char *json = event_folder_change(
            arena, day, "\"meeting_minutes\"",
            arena_printf(arena, "\"breaks\": \"%s\", \"meeting_minutes\"",
                         same[k]));
        CHECK_TEXT(event_folder_read(arena, json, &event), "");
        const char *line = event_text_line(arena, &event, "session am");
        CHECK_TEXT(
            strstr(line, "break"),
            "break 560-570 'Coffee' 2021-03-29T07:20:00Z/2021-03-29T07:30:00Z "
            "break 580-590 '' 2021-03-29T07:40:00Z/2021-03-29T07:50:00Z");
    }
}

static const struct event_change sessions_row[] = {
    {"\"id\": \"am\", ", "",
     "event.json:3: sessions[0].id: is missing; expected an id\n"},
    {"\"am\"", "\"a m\"",
     "event.json:3: sessions[0].id: 'a m' is no id; expected 1 to 64 letters, "
     "digits, '.', '_' and '-', a letter or digit first, and no name of a device "
     "such as 'con'\n"},
    {"\"date\": \"2021-03-29\", ", "",
     "event.json:3: sessions[0].date: is missing; expected a date like "
     "'2021-05-18'\n"},
    {"2021-03-29", "29.3.2021",
     "event.json:3: sessions[0].date: '29.3.2021' is no date; did you mean "
     "'2021-03-29'?\n"},
    {"2021-03-29", "2021-02-29",
     "event.json:3: sessions[0].date: '2021-02-29' is no date; expected one like "
     "'2021-05-18'\n"},
    {"09:00", "9 am",
     "event.json:3: sessions[0].start: '9 am' is no time of a day; did you mean "
     "'09:00'?\n"},
    {"09:00", "nine",
     "event.json:3: sessions[0].start: 'nine' is no time of a day; expected one "
     "from '00:00' to '24:00'\n"},
    {"10:00", "08:00",
     "event.json:4: sessions[0].end: '08:00' is not after the start '09:00'; "
     "expected a later time of the same day ('24:00' at most), or two sessions\n"},
    {"\"2021-03-29\", \"start\": \"09:00\"", "\"2021-03-28\", \"start\": \"02:30\"",
     "event.json:3: sessions[0].start: '2021-03-28T02:30' does not exist in "
     "Europe/Brussels, where the clock is changed then: it could be "
     "'2021-03-28T02:30+01:00' or '2021-03-28T02:30+02:00'; expected another time, "
     "or 'time_zone': 'UTC'\n"},
    {", \"meeting_minutes\": 20", "",
     "event.json:3: sessions[0].meeting_minutes: is missing; expected the length "
     "of a meeting in minutes\n"},
    {"\"meeting_minutes\": 20", "\"meeting_minutes\": 0",
     "event.json:4: sessions[0].meeting_minutes: found 0; expected a whole number "
     "from 1 to 1440\n"},
    {"\"meeting_minutes\": 20", "\"meeting_minutes\": 61",
     "event.json:3: sessions[0]: session 'am' has no room for a single meeting of "
     "61 minutes; expected a longer session, shorter meetings or fewer breaks\n"},
    {"\"meeting_minutes\"", "\"changeover_minutes\": -1, \"meeting_minutes\"",
     "event.json:4: sessions[0].changeover_minutes: found -1; expected a whole "
     "number from 0 to 1440\n"},
    {"\"meeting_minutes\"", "\"lunch\": 1, \"tile\": \"x\", \"meeting_minutes\"",
     "event.json:4: warning: sessions[0]: 'tile' is not known and was ignored; did "
     "you mean 'title'?\n"
     "event.json:4: note: sessions[0]: ignored what is not known: 'lunch'\n"},
    {"\"meeting_minutes\"", "\"breaks\": \"9:15-9:20\", \"meeting_minutes\"",
     "event.json:4: sessions[0].breaks: '9:15-9:20' is no break; expected one like "
     "'10:15-10:30 Coffee'\n"},
    {"\"meeting_minutes\"", "\"breaks\": \"09:15\", \"meeting_minutes\"",
     "event.json:4: sessions[0].breaks: '09:15' is no break; expected one like "
     "'10:15-10:30 Coffee'\n"},
    {"\"meeting_minutes\"", "\"breaks\": \"09:20-09:15\", \"meeting_minutes\"",
     "event.json:4: sessions[0].breaks: the break from 09:20 to 09:15 does not end "
     "after its start; expected a later end\n"},
    {"\"meeting_minutes\"", "\"breaks\": \"12:00-13:00\", \"meeting_minutes\"",
     "event.json:4: warning: sessions[0].breaks: the break from 12:00 to 13:00 "
     "lies outside the session; expected one between 09:00 and 10:00\n"},
    {"\"meeting_minutes\"",
     "\"breaks\": [{\"start\": \"09:20\", \"stop\": \"09:30\"}], "
     "\"meeting_minutes\"",
     "event.json:4: sessions[0].breaks[0].end: is missing; expected a time like "
     "'09:00'\n"
     "event.json:4: note: sessions[0].breaks[0]: ignored what is not known: "
     "'stop'\n"},
    {"\"sessions\": [",
     "\"sessions\": [{\"id\": \"AM\", \"date\": \"2021-03-29\", \"start\": "
     "\"09:40\", \"end\": \"10:20\", \"meeting_minutes\": 20},",
     "event.json:3: sessions[1].id: 'am' differs only in case from 'AM' (line 3); "
     "expected ids that differ whatever their case\n"},
    {"\"sessions\": [",
     "\"sessions\": [{\"id\": \"x\", \"date\": \"2021-03-29\", \"start\": "
     "\"09:40\", \"end\": \"10:20\", \"meeting_minutes\": 20},",
     "event.json:3: sessions[0]: session 'x' begins before session 'am' ends; "
     "expected sessions that do not overlap\n"},
};

static void test_sessions(void)
{
    CHECK_CHANGES(day, sessions_row);
}

static void test_most_slots(struct arena *arena)
{
    struct buf rows;
    struct event event;
    buf_init(&rows, arena);
    for (int day_of_month = 1; day_of_month <= 8; day_of_month++) {
        buf_printf(&rows,
                   "{\"id\": \"d%d\", \"date\": \"2021-05-%02d\", \"start\": "
                   "\"00:00\", \"end\": \"24:00\", \"meeting_minutes\": 1},",
                   day_of_month, day_of_month);
    }
    const char *json =
        event_folder_change(arena, day, "\"sessions\": [",
                            arena_printf(arena, "\"sessions\": [%s", rows.data));
    CHECK_TEXT(
        event_folder_read(arena, json, &event),
        "event.json:3: sessions: make 11523 slots; expected at most 10000\n");
    buf_clear(&rows);
    for (int k = 0; k < 1000; k++) {
        buf_printf(&rows, "{\"id\": \"s%d\"},", k);
    }
    json = event_folder_change(arena, day, "\"sessions\": [",
                               arena_printf(arena, "\"sessions\": [%s", rows.data));
    CHECK_TEXT(event_folder_read(arena, json, &event),
               "event.json:3: sessions: has 1001 rows; expected at most 1000\n");
}

/* From 1971 to 9999. */
static void test_years(struct arena *arena)
{
    static const struct {
        const char *date, *findings;
    } row[] = {
        {"1971-01-01", ""},
        {"9999-12-31", ""},
        {"1970-12-31", "event.json:3: sessions[0].date: '1970-12-31' is before "
                       "1971; expected the day of the meetings\n"},
        {"1900-05-18", "event.json:3: sessions[0].date: '1900-05-18' is before "
                       "1971; expected the day of the meetings\n"},
        {"10000-01-01", "event.json:3: sessions[0].date: '10000-01-01' is no date; "
                        "expected one like '2021-05-18'\n"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct event event;
        const char *json =
            event_folder_change(arena, day, "2021-03-29", row[k].date);
        CHECK_TEXT(event_folder_read(arena, json, &event), row[k].findings);
    }
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    test_instants(&arena);
    test_without_zone(&arena);
    test_availability_is_read(&arena);
    test_availability();
    test_many_bad_zones(&arena);
    test_sessions_are_read(&arena);
    test_break_texts(&arena);
    test_sessions();
    test_most_slots(&arena);
    test_years(&arena);
    return event_tests_end(&folder, &arena);
}
