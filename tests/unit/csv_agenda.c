/* Agendas as tables for calendars that import such. */

#include "io/csv_agenda.h"

#include <string.h>

#include "scheduler/base/civil.h"
#include "tests/support/check.h"

static const char header[] =
    "\"Subject\",\"Start Date\",\"Start Time\",\"End Date\","
    "\"End Time\",\"All Day Event\",\"Description\","
    "\"Location\",\"Private\"\r\n";

static int64_t instant(const char *text)
{
    struct civil civil;
    bool fixed;
    int64_t instant_s = 0;
    CHECK(civil_parse(text, &civil, &fixed, &instant_s) && fixed);
    return instant_s;
}

static const struct {
    const char *zone, *start, *end, *summary, *description, *location, *expected;
} row[] = {
    {"Asia/Tokyo", "2021-05-18T07:50Z", "2021-05-18T08:10Z", "Meeting",
     "two\nlines", "Room 1",
     "\"Meeting\",\"05/18/2021\",\"04:50 PM\",\"05/18/2021\",\"05:10 "
     "PM\",\"False\","
     "\"two\nlines\",\"Room 1\",\"False\"\r\n"},
    {"Europe/Paris", "2021-05-18T07:50Z", "2021-05-18T08:10Z", "岐阜県との面談", "",
     "",
     "\"岐阜県との面談\",\"05/18/2021\",\"09:50 AM\",\"05/18/2021\",\"10:10 AM\","
     "\"False\",,,\"False\"\r\n"},
    /* Noon and midnight, and a day that ends on the way. */
    {"UTC", "2021-12-31T12:00Z", "2021-12-31T12:59Z", "a", "b", "c",
     "\"a\",\"12/31/2021\",\"12:00 PM\",\"12/31/2021\",\"12:59 "
     "PM\",\"False\",\"b\","
     "\"c\",\"False\"\r\n"},
    {"Asia/Tokyo", "2021-12-31T14:40Z", "2021-12-31T15:00Z", "a", "b", "c",
     "\"a\",\"12/31/2021\",\"11:40 PM\",\"01/01/2022\",\"12:00 "
     "AM\",\"False\",\"b\","
     "\"c\",\"False\"\r\n"},
    /* The same clock twice, and one that is skipped. */
    {"Europe/Paris", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "a", "b", "c",
     "\"a\",\"10/25/2026\",\"02:30 AM\",\"10/25/2026\",\"02:30 "
     "AM\",\"False\",\"b\","
     "\"c\",\"False\"\r\n"},
    {"Europe/Paris", "2027-03-28T00:50Z", "2027-03-28T01:10Z", "a", "b", "c",
     "\"a\",\"03/28/2027\",\"01:50 AM\",\"03/28/2027\",\"03:10 "
     "AM\",\"False\",\"b\","
     "\"c\",\"False\"\r\n"},
    /* What a spreadsheet would run, and what would end a cell or a row. */
    {"UTC", "2021-05-18T07:50Z", "2021-05-18T08:10Z", "=HYPERLINK(\"x\")", "+1\n=2",
     "@a",
     "\"'=HYPERLINK(\"\"x\"\")\",\"05/18/2021\",\"07:50 AM\",\"05/18/2021\","
     "\"08:10 AM\",\"False\",\"'+1\n=2\",\"'@a\",\"False\"\r\n"},
    {"UTC", "2021-05-18T07:50Z", "2021-05-18T08:10Z", "a\r\nb", "c\r\nd\x01",
     "e, \"f\"",
     "\"a b\",\"05/18/2021\",\"07:50 AM\",\"05/18/2021\",\"08:10 AM\",\"False\","
     "\"c\nd\",\"e, \"\"f\"\"\",\"False\"\r\n"},
};

static void check_row(struct arena *arena, size_t k)
{
    struct error err;
    const struct zone *zone = zone_read(arena, row[k].zone, &err);
    if (!CHECK(zone != NULL)) {
        printf("  %s\n", err.text);
        return;
    }
    const struct ics_entry entry = {
        .start_s = instant(row[k].start),
        .end_s = instant(row[k].end),
        .summary = row[k].summary,
        .description = row[k].description,
        .location = row[k].location,
    };
    struct file_bytes bytes = csv_agenda_text(arena, zone, &entry, 1);
    CHECK_TEXT(bytes.bytes, arena_printf(arena, "%s%s", header, row[k].expected));
    CHECK_INT(bytes.len, strlen(bytes.bytes));
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        check_row(&arena, k);
    }
    arena_finish(&arena);
    return check_report();
}
