#include "io/when.h"

#include "tests/support/check.h"

static const struct {
    enum language language;
    const char *zone, *start, *end, *expected;
} row[] = {
    {LANGUAGE_EN, "Asia/Tokyo", "2021-05-18T07:50Z", "2021-05-18T08:10Z",
     "Tue 18 May 2021, 16:50-17:10 (UTC+09:00, Asia/Tokyo)"},
    {LANGUAGE_JA, "Asia/Tokyo", "2021-05-18T07:50Z", "2021-05-18T08:10Z",
     "2021年5月18日（火）16:50～17:10（UTC+09:00、Asia/Tokyo）"},
    {LANGUAGE_FR, "Europe/Paris", "2021-05-18T07:50Z", "2021-05-18T08:10Z",
     "mardi 18 mai 2021, 09h50-10h10 (UTC+02:00, Europe/Paris)"},
    {LANGUAGE_FR, "Europe/Paris", "2021-08-01T07:00Z", "2021-08-01T07:20Z",
     "dimanche 1er août 2021, 09h00-09h20 (UTC+02:00, Europe/Paris)"},
    {LANGUAGE_EN, "Europe/Paris", "2021-12-01T07:00Z", "2021-12-01T07:20Z",
     "Wed 1 December 2021, 08:00-08:20 (UTC+01:00, Europe/Paris)"},
    {LANGUAGE_JA, "Europe/Paris", "2022-01-01T07:00Z", "2022-01-01T07:20Z",
     "2022年1月1日（土）08:00～08:20（UTC+01:00、Europe/Paris）"},
    {LANGUAGE_EN, "UTC", "2024-02-29T00:05Z", "2024-02-29T01:00Z",
     "Thu 29 February 2024, 00:05-01:00 (UTC)"},
    /* The offset west of Greenwich, and one which is no whole hour. */
    {LANGUAGE_EN, "America/St_Johns", "2021-01-15T12:00Z", "2021-01-15T12:30Z",
     "Fri 15 January 2021, 08:30-09:00 (UTC-03:30, America/St_Johns)"},
    {LANGUAGE_EN, "Asia/Kathmandu", "2021-01-15T12:00Z", "2021-01-15T12:30Z",
     "Fri 15 January 2021, 17:45-18:15 (UTC+05:45, Asia/Kathmandu)"},
    /* Over midnight here, not there. */
    {LANGUAGE_EN, "Asia/Tokyo", "2021-12-31T14:50Z", "2021-12-31T15:10Z",
     "Fri 31 December 2021, 23:50 - Sat 1 January 2022, 00:10 (UTC+09:00, "
     "Asia/Tokyo)"},
    {LANGUAGE_JA, "Asia/Tokyo", "2021-12-31T14:50Z", "2021-12-31T15:10Z",
     "2021年12月31日（金）23:50～2022年1月1日（土）00:10（UTC+09:00、"
     "Asia/Tokyo）"},
    {LANGUAGE_FR, "Europe/Paris", "2021-12-31T22:50Z", "2021-12-31T23:10Z",
     "vendredi 31 décembre 2021, 23h50 - samedi 1er janvier 2022, 00h10 "
     "(UTC+01:00, Europe/Paris)"},
    /* The day on which the clock changes, before and after. */
    {LANGUAGE_EN, "Europe/Paris", "2026-10-25T00:30Z", "2026-10-25T00:50Z",
     "Sun 25 October 2026, 02:30-02:50 (UTC+02:00, Europe/Paris)"},
    {LANGUAGE_EN, "Europe/Paris", "2026-10-25T01:30Z", "2026-10-25T01:50Z",
     "Sun 25 October 2026, 02:30-02:50 (UTC+01:00, Europe/Paris)"},
};

static int64_t instant(const char *text)
{
    struct civil civil;
    bool fixed;
    int64_t instant_s = 0;
    CHECK(civil_parse(text, &civil, &fixed, &instant_s) && fixed);
    return instant_s;
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct error err;
        const struct zone *zone = zone_read(&arena, row[k].zone, &err);
        if (!CHECK(zone != NULL)) {
            printf("  %s\n", err.text);
            continue;
        }
        CHECK_TEXT(when_text(&arena, row[k].language, zone, instant(row[k].start),
                             instant(row[k].end)),
                   row[k].expected);
    }
    arena_finish(&arena);
    return check_report();
}
