#include "scheduler/model/holidays.h"

#include <stddef.h>

#include "tests/support/check.h"

static const char *name_on(const char *country, int year, int month, int day)
{
    return holiday_name(country, (struct civil){year, month, day, 0, 0, 0});
}

static void check_named(const char *country, int year, int month, int day,
                        const char *expected)
{
    const char *name = name_on(country, year, month, day);
    CHECK_TEXT(name ? name : "none", expected);
}

/* Dates as calendars have them. */
static void test_known(void)
{
    check_named("FR", 2026, 7, 14, "National Day");
    check_named("FR", 2026, 7, 15, "none");
    check_named("DE", 2027, 3, 29, "Easter Monday");
    check_named("DE", 2024, 4, 1, "Easter Monday");
    check_named("GR", 2027, 5, 3, "Orthodox Easter Monday");
    check_named("GR", 2024, 3, 18, "Clean Monday");
    check_named("BE", 2027, 5, 17, "Whit Monday");
    check_named("AT", 2026, 6, 4, "Corpus Christi");
    check_named("IE", 2026, 10, 26, "October Holiday");
    check_named("SE", 2026, 6, 19, "Midsummer Eve");
    check_named("GB", 2026, 8, 31, "Summer Bank Holiday");
    check_named("GB", 2026, 12, 28, "Substitute Bank Holiday"); /* 26: a Saturday */
    check_named("GB", 2027, 12, 28, "Substitute Bank Holiday"); /* 25: a Saturday */
    check_named("PL", 2026, 5, 3, "Constitution Day");
}

static void test_japan(void)
{
    check_named("JP", 2026, 1, 12, "Coming of Age Day");
    check_named("JP", 2024, 3, 20, "Vernal Equinox Day");
    check_named("JP", 2027, 3, 21, "Vernal Equinox Day"); /* a Sunday */
    check_named("JP", 2027, 3, 22, "Substitute Holiday");
    check_named("JP", 2026, 5, 6, "Substitute Holiday"); /* 3 May is a Sunday */
    check_named("JP", 2026, 9, 23, "Autumnal Equinox Day");
    check_named("JP", 2026, 9, 22, "Citizens' Holiday"); /* between two */
    check_named("JP", 2026, 9, 24, "none");
    check_named("JP", 2026, 11, 24, "none");
}

static void test_unknown(void)
{
    CHECK(holidays_know("JP"));
    CHECK(holidays_know("FR"));
    CHECK(!holidays_know("US"));
    CHECK(!holidays_know("T B")); /* in the table, across two */
    CHECK(!holidays_know(""));
    CHECK(!holidays_know("F"));
    CHECK(name_on("US", 2026, 7, 4) == NULL);
    CHECK(name_on("", 2026, 12, 25) == NULL);
}

int main(void)
{
    test_known();
    test_japan();
    test_unknown();
    return check_report();
}
