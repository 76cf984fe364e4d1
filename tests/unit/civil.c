#include "scheduler/base/civil.h"

#include "tests/support/check.h"

static struct civil date(int year, int month, int day)
{
    return (struct civil){.year = year, .month = month, .day = day};
}

static void test_known_seconds(void)
{
    static const struct {
        struct civil civil;
        int64_t seconds;
        int weekday;
    } row[] = {
        {{1970, 1, 1, 0, 0, 0}, 0, 4},
        {{1969, 12, 31, 23, 59, 59}, -1, 3},
        {{2000, 2, 29, 12, 0, 0}, 951825600, 2},
        {{2021, 5, 18, 7, 0, 0}, 1621321200, 2},
        {{2038, 1, 19, 3, 14, 8}, 2147483648, 2},
        {{1900, 1, 1, 0, 0, 0}, -2208988800, 1},
        {{9999, 12, 31, 23, 59, 59}, 253402300799, 5},
        {{0, 3, 1, 0, 0, 0}, -62162035200, 3},
        {{-1, 12, 31, 0, 0, 0}, -62167305600, 5},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct civil back = civil_from_seconds(row[i].seconds);
        CHECK_INT(civil_to_seconds(row[i].civil), row[i].seconds);
        CHECK_INT(civil_weekday(row[i].civil), row[i].weekday);
        CHECK_INT(back.year, row[i].civil.year);
        CHECK_INT(back.month, row[i].civil.month);
        CHECK_INT(back.day, row[i].civil.day);
        CHECK_INT(back.hour, row[i].civil.hour);
        CHECK_INT(back.minute, row[i].civil.minute);
        CHECK_INT(back.second, row[i].civil.second);
    }
    CHECK_INT(civil_to_seconds((struct civil){2021, 5, 18, 24, 0, 0}),
              civil_to_seconds(date(2021, 5, 19)));
    CHECK_INT(civil_to_seconds(date(2021, 2, 29)),
              civil_to_seconds(date(2021, 3, 1)));
}

/* Every day of 1600 to 2401, counted by hand. */
static void test_every_day(void)
{
    int64_t seconds = civil_to_seconds(date(1600, 1, 1));
    int weekday = 6;
    int n_wrong = 0;
    for (int year = 1600; year <= 2401; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= civil_days_in_month(year, month); day++) {
                struct civil back = civil_from_seconds(seconds + 86399);
                n_wrong += civil_to_seconds(date(year, month, day)) != seconds ||
                           civil_weekday(date(year, month, day)) != weekday ||
                           back.year != year || back.month != month ||
                           back.day != day || back.hour != 23 ||
                           back.minute != 59 || back.second != 59;
                seconds += 86400;
                weekday = (weekday + 1) % 7;
            }
        }
    }
    CHECK_INT(n_wrong, 0);
    CHECK_INT(civil_days_in_month(1900, 2), 28);
    CHECK_INT(civil_days_in_month(2000, 2), 29);
    CHECK_INT(civil_days_in_month(2024, 2), 29);
    CHECK_INT(civil_days_in_month(2023, 2), 28);
    CHECK_INT(civil_days_in_month(2023, 4), 30);
}

static void test_dates(void)
{
    static const char *const good[] = {"2021-05-18", "1900-01-01", "9999-12-31",
                                       "2024-02-29", "2000-02-29"};
    static const char *const bad[] = {
        "",           "2021",        "2021-5-18",  "2021-05-18 ", " 2021-05-18",
        "2021/05/18", "20210518",    "2021-05-1",  "2021-05-181", "2021-00-01",
        "2021-13-01", "2021-01-00",  "2021-01-32", "2021-04-31",  "2023-02-29",
        "1900-02-29", "1899-12-31",  "0000-01-01", "-021-01-01",  "2021-05-1x",
        "+021-05-18", "12021-05-18", "2021-05-",   "2021-05-18T",
    };
    struct civil civil;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        CHECK(civil_parse_date(good[i], &civil));
    }
    CHECK(civil_parse_date("2021-05-18", &civil));
    CHECK_INT(civil_to_seconds(civil), 1621296000);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (!CHECK(!civil_parse_date(bad[i], &civil))) {
            printf("  '%s'\n", bad[i]);
        }
    }
}

static void test_clock(void)
{
    static const struct {
        const char *text;
        int minutes;
    } row[] = {
        {"00:00", 0},   {"09:00", 540}, {"23:59", 1439},  {"24:00", 1440},
        {"24:01", -1},  {"25:00", -1},  {"09:60", -1},    {"9:00", 540},
        {"09:0", -1},   {"0900", -1},   {"09:00:00", -1}, {" 09:00", -1},
        {"09:00 ", -1}, {"", -1},       {"-1:00", -1},    {"09.00", -1},
        {"99:99", -1},  {"09:00Z", -1}, {"ab:cd", -1},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        CHECK_INT(clock_parse(row[i].text), row[i].minutes);
    }
}

static void test_date_times(void)
{
    static const struct {
        const char *text;
        bool fixed;
        int64_t seconds; /* of the instant, or as if the clock showed UTC */
    } row[] = {
        {"2021-05-18T09:00", false, 1621328400},
        {"2021-05-18T09:00:30", false, 1621328430},
        {"2021-05-18T09:00Z", true, 1621328400},
        {"2021-05-18T09:00:30Z", true, 1621328430},
        {"2021-05-18T09:00+09:00", true, 1621296000},
        {"2021-05-18T09:00:00-03:30", true, 1621341000},
        {"2021-05-18T09:00-00:00", true, 1621328400},
        {"1900-01-01T00:00-01:00", true, -2208985200},
    };
    static const char *const bad[] = {
        "",
        "2021-05-18",
        "2021-05-18T",
        "2021-05-18 09:00",
        "2021-05-18t09:00",
        "2021-05-18T9:00",
        "2021-05-18T24:00",
        "2021-05-18T09:60",
        "2021-05-18T09:00:60",
        "2021-05-18T09:00:5",
        "2021-05-18T09:00:00.5",
        "2021-05-18T09:00z",
        "2021-05-18T09:00 Z",
        "2021-05-18T09:00Z ",
        " 2021-05-18T09:00",
        "2021-05-18T09:00+0900",
        "2021-05-18T09:00+09",
        "2021-05-18T09:00+9:00",
        "2021-05-18T09:00+24:00",
        "2021-05-18T09:00+09:60",
        "2021-05-18T09:00+09:00Z",
        "2021-05-18T09:00\342\210\22209:00", /* U+2212 */
        "2021-02-29T09:00",
        "1900-01-01T00:00+01:00", /* 1899 in UTC */
        "9999-12-31T23:59-00:01", /* 10000 in UTC */
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct civil civil = {0};
        bool fixed = !row[i].fixed;
        int64_t instant_s = 0;
        CHECK(civil_parse(row[i].text, &civil, &fixed, &instant_s));
        CHECK(fixed == row[i].fixed);
        CHECK_INT(fixed ? instant_s : civil_to_seconds(civil), row[i].seconds);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct civil civil;
        bool fixed;
        int64_t instant_s;
        if (!CHECK(!civil_parse(bad[i], &civil, &fixed, &instant_s))) {
            printf("  '%s'\n", bad[i]);
        }
    }
}

static void test_format(struct arena *arena)
{
    CHECK_TEXT(instant_format(arena, 1621321200), "2021-05-18T07:00:00Z");
    CHECK_TEXT(instant_format(arena, -1), "1969-12-31T23:59:59Z");
    CHECK_TEXT(instant_format(arena, 253402300799), "9999-12-31T23:59:59Z");
    static const struct {
        int64_t at_s;
        bool is_readable;
    } row[] = {{-2208988801, false}, /* 1899-12-31T23:59:59Z */
               {-2208988800, true},
               {253402300799, true},
               {253402300800, false}};
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct civil civil;
        bool fixed;
        int64_t instant_s;
        CHECK_INT(instant_is_readable(row[k].at_s), row[k].is_readable);
        CHECK_INT(civil_parse(instant_format(arena, row[k].at_s), &civil, &fixed,
                              &instant_s),
                  row[k].is_readable);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_known_seconds();
    test_every_day();
    test_dates();
    test_clock();
    test_date_times();
    test_format(&arena);
    arena_finish(&arena);
    return check_report();
}
