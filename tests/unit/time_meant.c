#include "io/time_meant.h"

#include <stddef.h>

#include "tests/support/check.h"

struct guess {
    const char *text, *meant; /* "": could be anything */
};

static void check_guesses(struct arena scratch,
                          const char *(*guess)(struct arena *, const char *),
                          const struct guess *row, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        const char *meant = guess(&scratch, row[k].text);
        if (!CHECK_TEXT(meant ? meant : "", row[k].meant)) {
            printf("  %s\n", row[k].text);
        }
    }
}

static void test_dates(struct arena scratch)
{
    static const struct guess row[] = {
        {"19.05.2026", "2026-05-19"},
        {"19.5.2026", "2026-05-19"},
        {"4.5.2026", "2026-05-04"},
        {"19/05/2026", "2026-05-19"},
        {"05/19/2026", "2026-05-19"},
        {"5/5/2026", "2026-05-05"},
        {"4/5/2026", ""},
        {"19-05-2026", "2026-05-19"},
        {"2026/5/19", "2026-05-19"},
        {"2026.05.19", "2026-05-19"},
        {"2026-5-19", "2026-05-19"},
        {"2026/5/19 0:00", "2026-05-19"},
        {"2026-05-19 00:00:00", "2026-05-19"},
        {"2026-05-19T09:00", ""},
        {"2026-02-30", ""},
        {"30.02.2026", ""},
        {"19/05-2026", ""},
        {"19.05.26", ""},
        {"19 May 2026", ""},
        {"46161", ""},
        {"", ""},
    };
    check_guesses(scratch, date_meant, row, sizeof row / sizeof *row);
}

static void test_dates_and_times(struct arena scratch)
{
    static const struct guess row[] = {
        {"2026-05-19 16:00", "2026-05-19T16:00"},
        {"2026-05-19 16:00:00", "2026-05-19T16:00"},
        {"19.05.2026 16:00", "2026-05-19T16:00"},
        {"19/05/2026 9:30", "2026-05-19T09:30"},
        {"19/05/2026, 16h30", "2026-05-19T16:30"},
        {"2026/5/19 4:00 PM", "2026-05-19T16:00"},
        {"2026/5/19 12:00 am", "2026-05-19T00:00"},
        {"2026-05-19T9:00", "2026-05-19T09:00"},
        {"2026-05-31T24:00", "2026-06-01T00:00"},
        {"2026-05-19T24:30", ""},
        {"2026-05-19T25:00", ""},
        {"2026-05-19", ""},
        {"2026-05-19 16", ""},
        {"2026-05-19 16:00 CET", ""},
        {"4/5/2026 16:00", ""},
    };
    check_guesses(scratch, date_time_meant, row, sizeof row / sizeof *row);
}

static void test_clocks(struct arena scratch)
{
    static const struct guess row[] = {
        {"9h", "09:00"},      {"9h30", "09:30"},
        {"9.30", "09:30"},    {"09:00:00", "09:00"},
        {"9:00 AM", "09:00"}, {"9 p.m.", "21:00"},
        {"12pm", "12:00"},    {"9", ""},
        {"0900", ""},         {"24:30", ""},
        {"9:5", ""},          {"9h5", ""},
        {"09:00:30", ""},     {"nine", ""},
    };
    check_guesses(scratch, clock_meant, row, sizeof row / sizeof *row);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_dates(arena);
    test_dates_and_times(arena);
    test_clocks(arena);
    arena_finish(&arena);
    return check_report();
}
