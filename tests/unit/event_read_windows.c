/* Windows of availability outside every session: told where they stand. */

#include <string.h>

#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_table.h"

#define OUTSIDE(zone, session)                                                     \
    " in " zone                                                                    \
    " lies outside every session, so that it offers nothing; expected "            \
    "part of the session 'am', which is " session " there; look at the date and "  \
    "the time zone\n"

/* Windows on another event_table_day, or in another zone than was meant, are told where they
 * stand: to those who offer others more softly. */
static void test_windows_outside(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(
        event_table_read(
            arena, event_table_with(arena, "availability"),
            "participant,start,end,kind,time_zone\n"
            "gifu,2021-03-28T16:00,2021-03-28T18:00,,Asia/Tokyo\n"
            "lyon,2021-03-29T09:00,2021-03-29T10:00,available,Asia/Tokyo\n"
            "lyon,2021-03-29T09:30,2021-03-29T10:00,,\n"
            "oulu,2021-03-30T09:00,2021-03-30T10:00,unavailable,\n"
            "oulu,2021-03-29T10:00,2021-03-30T11:00,avoid,\n",
            &event),
        "list.csv:2: warning: start: '2021-03-28T16:00' to "
        "'2021-03-28T18:00'" OUTSIDE(
            "Asia/Tokyo",
            "'2021-03-29T16:00' to '2021-03-29T17:00'") "list.csv:3: note: start: "
                                                        "'2021-03-29T09:00' to "
                                                        "'2021-03-29T10:"
                                                        "00'" OUTSIDE("Asia/Tokyo",
                                                                      "'2021-03-"
                                                                      "29T16:00' "
                                                                      "to "
                                                                      "'2021-03-"
                                                                      "29T17:00'"));
    CHECK_TEXT(event_table_read(arena, event_table_with(arena, "rooms"),
                                "id,available_start,available_end\n"
                                "R1,2021-03-29T10:00,2021-03-29T12:00\n",
                                &event),
               "list.csv:2: warning: available_start: '2021-03-29T10:00' to "
               "'2021-03-29T12:00'" OUTSIDE(
                   "Europe/Brussels", "'2021-03-29T09:00' to '2021-03-29T10:00'"));
}

/* A whole table of them is told of in as many lines as people read. */
static void test_many_windows_outside(struct arena *arena)
{
    struct event event;
    struct buf rows;
    buf_init(&rows, arena);
    buf_add_text(&rows, "participant,start,end\n");
    for (int k = 0; k < 30; k++) {
        buf_printf(&rows, "gifu,2021-04-%02dT09:00,2021-04-%02dT10:00\n", k + 1,
                   k + 1);
    }
    const char *found = event_table_read(
        arena, event_table_with(arena, "availability"), rows.data, &event);
    CHECK(strstr(found, "list.csv:21: warning: start: '2021-04-20T09:00'") != NULL);
    CHECK(strstr(found,
                 "list.csv:22: warning: start: lies outside every session, "
                 "like 29 other windows; expected times of this event\n") != NULL);
    CHECK(strstr(found, "list.csv:23") == NULL);
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    test_windows_outside(&arena);
    test_many_windows_outside(&arena);
    return event_tests_end(&folder, &arena);
}
