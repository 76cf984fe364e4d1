/* Laws of the countries as of 2026. */

#include "scheduler/model/holidays.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum rule_kind {
    FIXED,       /* month, day */
    EASTER,      /* days after Easter Sunday */
    ORTHODOX,    /* days after the Orthodox one */
    WEEKDAY,     /* in month: the day-th Monday (or other weekday), -1 the last */
    ON_OR_AFTER, /* the weekday on or after month, day */
    SPRING,      /* equinoxes in Japan */
    AUTUMN,
};

enum { SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY };

struct rule {
    const char *countries; /* "AT DE" */
    enum rule_kind kind;
    int month, day, weekday;
    const char *name;
};

#define CHRISTIAN                                                                  \
    "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MT NL NO "  \
    "PL "                                                                          \
    "PT RO SE SI SK"

static const struct rule rules[] = {
    {CHRISTIAN " JP", FIXED, 1, 1, 0, "New Year's Day"},
    {"RO SI", FIXED, 1, 2, 0, "Day after New Year"},
    {"AT CY ES FI GR HR IT PL RO SE SK", FIXED, 1, 6, 0, "Epiphany"},
    {"RO", FIXED, 1, 7, 0, "Saint John's Day"},
    {"RO", FIXED, 1, 24, 0, "Union Day"},
    {"SI", FIXED, 2, 8, 0, "Prešeren Day"},
    {"IE", ON_OR_AFTER, 2, 1, MONDAY, "Saint Brigid's Day"},
    {"MT", FIXED, 2, 10, 0, "Saint Paul's Shipwreck"},
    {"LT", FIXED, 2, 16, 0, "Restoration of the State Day"},
    {"EE", FIXED, 2, 24, 0, "Independence Day"},
    {"BG", FIXED, 3, 3, 0, "Liberation Day"},
    {"LT", FIXED, 3, 11, 0, "Restoration of Independence Day"},
    {"HU", FIXED, 3, 15, 0, "Revolution Day"},
    {"IE", FIXED, 3, 17, 0, "Saint Patrick's Day"},
    {"MT", FIXED, 3, 19, 0, "Saint Joseph's Day"},
    {"CY GR", FIXED, 3, 25, 0, "Annunciation"},
    {"MT", FIXED, 3, 31, 0, "Freedom Day"},
    {"CY", FIXED, 4, 1, 0, "National Day"},
    {"IS NO", EASTER, 0, -3, 0, "Maundy Thursday"},
    {"CH CZ DE DK EE ES FI GB HU IS LV MT NO PT SE SK", EASTER, 0, -2, 0,
     "Good Friday"},
    {"AT BE CH CZ DE DK FI FR GB HR HU IE IS IT LT LU LV NL NO PL SE SI SK", EASTER,
     0, 1, 0, "Easter Monday"},
    {"CY GR", ORTHODOX, 0, -48, 0, "Clean Monday"},
    {"BG CY GR RO", ORTHODOX, 0, -2, 0, "Orthodox Good Friday"},
    {"BG CY GR RO", ORTHODOX, 0, 1, 0, "Orthodox Easter Monday"},
    {"BG", ORTHODOX, 0, -1, 0, "Orthodox Holy Saturday"},
    {"IS", ON_OR_AFTER, 4, 19, THURSDAY, "First Day of Summer"},
    {"PT", FIXED, 4, 25, 0, "Freedom Day"},
    {"IT", FIXED, 4, 25, 0, "Liberation Day"},
    {"SI", FIXED, 4, 27, 0, "Day of Uprising"},
    {"NL", FIXED, 4, 27, 0, "King's Day"},
    {"AT BE BG CY CZ DE EE ES FI FR GR HR HU IS IT LT LU LV MT NO PL PT RO SE SI "
     "SK",
     FIXED, 5, 1, 0, "Labour Day"},
    {"SI", FIXED, 5, 2, 0, "Labour Day, second day"},
    {"PL", FIXED, 5, 3, 0, "Constitution Day"},
    {"LV", FIXED, 5, 4, 0, "Restoration of Independence Day"},
    {"GB", WEEKDAY, 5, 1, MONDAY, "Early May Bank Holiday"},
    {"IE", WEEKDAY, 5, 1, MONDAY, "May Day"},
    {"BG", FIXED, 5, 6, 0, "Saint George's Day"},
    {"FR CZ SK", FIXED, 5, 8, 0, "Victory Day"},
    {"LU", FIXED, 5, 9, 0, "Europe Day"},
    {"NO", FIXED, 5, 17, 0, "Constitution Day"},
    {"BG", FIXED, 5, 24, 0, "Education and Culture Day"},
    {"GB", WEEKDAY, 5, -1, MONDAY, "Spring Bank Holiday"},
    {"HR", FIXED, 5, 30, 0, "Statehood Day"},
    {"AT BE CH DE DK FI FR IS LU NL NO SE", EASTER, 0, 39, 0, "Ascension"},
    {"AT BE CH DE DK FR HU IS LU NL NO", EASTER, 0, 50, 0, "Whit Monday"},
    {"CY GR RO", ORTHODOX, 0, 50, 0, "Orthodox Whit Monday"},
    {"AT HR PL PT", EASTER, 0, 60, 0, "Corpus Christi"},
    {"RO", FIXED, 6, 1, 0, "Children's Day"},
    {"IT", FIXED, 6, 2, 0, "Republic Day"},
    {"IE", WEEKDAY, 6, 1, MONDAY, "June Holiday"},
    {"DK", FIXED, 6, 5, 0, "Constitution Day"},
    {"SE", FIXED, 6, 6, 0, "National Day"},
    {"MT", FIXED, 6, 7, 0, "Sette Giugno"},
    {"PT", FIXED, 6, 10, 0, "Portugal Day"},
    {"IS", FIXED, 6, 17, 0, "National Day"},
    {"FI SE", ON_OR_AFTER, 6, 19, FRIDAY, "Midsummer Eve"},
    {"HR", FIXED, 6, 22, 0, "Anti-Fascist Struggle Day"},
    {"LU", FIXED, 6, 23, 0, "National Day"},
    {"EE", FIXED, 6, 23, 0, "Victory Day"},
    {"LV", FIXED, 6, 23, 0, "Midsummer Eve"},
    {"EE LT LV", FIXED, 6, 24, 0, "Midsummer Day"},
    {"SI", FIXED, 6, 25, 0, "Statehood Day"},
    {"MT", FIXED, 6, 29, 0, "Saints Peter and Paul"},
    {"CZ SK", FIXED, 7, 5, 0, "Saints Cyril and Methodius"},
    {"CZ", FIXED, 7, 6, 0, "Jan Hus Day"},
    {"LT", FIXED, 7, 6, 0, "Statehood Day"},
    {"FR", FIXED, 7, 14, 0, "National Day"},
    {"BE", FIXED, 7, 21, 0, "National Day"},
    {"CH", FIXED, 8, 1, 0, "National Day"},
    {"IE", WEEKDAY, 8, 1, MONDAY, "August Holiday"},
    {"IS", WEEKDAY, 8, 1, MONDAY, "Commerce Day"},
    {"HR", FIXED, 8, 5, 0, "Victory Day"},
    {"AT BE CY ES FR GR HR IT LT LU MT PL PT RO SI", FIXED, 8, 15, 0, "Assumption"},
    {"EE", FIXED, 8, 20, 0, "Restoration of Independence Day"},
    {"HU", FIXED, 8, 20, 0, "State Foundation Day"},
    {"GB", WEEKDAY, 8, -1, MONDAY, "Summer Bank Holiday"},
    {"SK", FIXED, 8, 29, 0, "National Uprising Day"},
    {"BG", FIXED, 9, 6, 0, "Unification Day"},
    {"MT", FIXED, 9, 8, 0, "Victory Day"},
    {"SK", FIXED, 9, 15, 0, "Our Lady of Sorrows"},
    {"MT", FIXED, 9, 21, 0, "Independence Day"},
    {"BG", FIXED, 9, 22, 0, "Independence Day"},
    {"CZ", FIXED, 9, 28, 0, "Statehood Day"},
    {"CY", FIXED, 10, 1, 0, "Independence Day"},
    {"DE", FIXED, 10, 3, 0, "Unity Day"},
    {"PT", FIXED, 10, 5, 0, "Republic Day"},
    {"ES", FIXED, 10, 12, 0, "National Day"},
    {"HU", FIXED, 10, 23, 0, "Revolution Day"},
    {"AT", FIXED, 10, 26, 0, "National Day"},
    {"IE", WEEKDAY, 10, -1, MONDAY, "October Holiday"},
    {"CZ", FIXED, 10, 28, 0, "Independence Day"},
    {"CY GR", FIXED, 10, 28, 0, "Ohi Day"},
    {"SI", FIXED, 10, 31, 0, "Reformation Day"},
    {"AT BE ES FR HR HU IT LT LU PL PT SI SK", FIXED, 11, 1, 0, "All Saints"},
    {"LT", FIXED, 11, 2, 0, "All Souls"},
    {"BE FR", FIXED, 11, 11, 0, "Armistice Day"},
    {"PL", FIXED, 11, 11, 0, "Independence Day"},
    {"SK", FIXED, 11, 17, 0, "Freedom and Democracy Day"},
    {"CZ", FIXED, 11, 17, 0, "Freedom and Democracy Day"},
    {"HR", FIXED, 11, 18, 0, "Remembrance Day"},
    {"LV", FIXED, 11, 18, 0, "Proclamation Day"},
    {"RO", FIXED, 11, 30, 0, "Saint Andrew's Day"},
    {"RO", FIXED, 12, 1, 0, "National Day"},
    {"PT", FIXED, 12, 1, 0, "Restoration of Independence"},
    {"FI", FIXED, 12, 6, 0, "Independence Day"},
    {"ES", FIXED, 12, 6, 0, "Constitution Day"},
    {"AT ES IT MT PT", FIXED, 12, 8, 0, "Immaculate Conception"},
    {"MT", FIXED, 12, 13, 0, "Republic Day"},
    {"BG CZ DK EE FI LT LV PL SE SK", FIXED, 12, 24, 0, "Christmas Eve"},
    {CHRISTIAN, FIXED, 12, 25, 0, "Christmas Day"},
    {"AT BG CH CY CZ DE DK EE FI GB GR HR HU IE IS IT LT LU LV NL NO PL RO SE SI "
     "SK",
     FIXED, 12, 26, 0, "Second Christmas Day"},
    {"FI SE LV", FIXED, 12, 31, 0, "New Year's Eve"},

    {"JP", WEEKDAY, 1, 2, MONDAY, "Coming of Age Day"},
    {"JP", FIXED, 2, 11, 0, "Foundation Day"},
    {"JP", FIXED, 2, 23, 0, "Emperor's Birthday"},
    {"JP", SPRING, 3, 0, 0, "Vernal Equinox Day"},
    {"JP", FIXED, 4, 29, 0, "Shōwa Day"},
    {"JP", FIXED, 5, 3, 0, "Constitution Memorial Day"},
    {"JP", FIXED, 5, 4, 0, "Greenery Day"},
    {"JP", FIXED, 5, 5, 0, "Children's Day"},
    {"JP", WEEKDAY, 7, 3, MONDAY, "Marine Day"},
    {"JP", FIXED, 8, 11, 0, "Mountain Day"},
    {"JP", WEEKDAY, 9, 3, MONDAY, "Respect for the Aged Day"},
    {"JP", AUTUMN, 9, 0, 0, "Autumnal Equinox Day"},
    {"JP", WEEKDAY, 10, 2, MONDAY, "Sports Day"},
    {"JP", FIXED, 11, 3, 0, "Culture Day"},
    {"JP", FIXED, 11, 23, 0, "Labour Thanksgiving Day"},
};

enum { N_RULES = sizeof rules / sizeof *rules, DAY_S = 24 * 60 * 60 };

static int64_t day_number(struct civil date)
{
    return civil_to_seconds(
               (struct civil){date.year, date.month, date.day, 0, 0, 0}) /
           DAY_S;
}

/* Easter Sunday, by the Gregorian calendar (Meeus, Jones and Butcher). */
static int64_t easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return day_number((struct civil){year, n / 31, n % 31 + 1, 0, 0, 0});
}

/* The same by the Julian calendar (Meeus), on the date that the Gregorian one has
 * then: 13 days later from 1900 to 2099. */
static int64_t orthodox_easter(int year)
{
    enum { JULIAN_DAYS = 13 };
    int d = (19 * (year % 19) + 15) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int n = d + e + 114;
    return day_number((struct civil){year, n / 31, n % 31 + 1, 0, 0, 0}) +
           JULIAN_DAYS;
}

/* The equinoxes' days in Japan, 1980 to 2099 (as calendars compute them). */
static int equinox(int year, double first)
{
    return (int)(first + 0.242194 * (year - 1980)) - (year - 1980) / 4;
}

static int64_t weekday_of_month(int year, const struct rule *rule)
{
    bool is_last = rule->day < 0;
    int days = civil_days_in_month(year, rule->month);
    struct civil date = {year, rule->month, is_last ? days : 1, 0, 0, 0};
    int weekday = civil_weekday(date);
    if (is_last) {
        return day_number(date) - (weekday - rule->weekday + 7) % 7;
    }
    return day_number(date) + (rule->weekday - weekday + 7) % 7 +
           (int64_t)7 * (rule->day - 1);
}

static int64_t day_of(const struct rule *rule, int year)
{
    struct civil date = {year, rule->month, rule->day, 0, 0, 0};
    switch (rule->kind) {
    case FIXED:
        break;
    case EASTER:
        return easter(year) + rule->day;
    case ORTHODOX:
        return orthodox_easter(year) + rule->day;
    case WEEKDAY:
        return weekday_of_month(year, rule);
    case ON_OR_AFTER:
        return day_number(date) + (rule->weekday - civil_weekday(date) + 7) % 7;
    case SPRING:
        date.day = equinox(year, 20.8431);
        break;
    case AUTUMN:
        date.day = equinox(year, 23.2488);
        break;
    }
    return day_number(date);
}

static bool is_of(const char *countries, const char *country)
{
    const char *found = strlen(country) == 2 ? strstr(countries, country) : NULL;
    return found && (found - countries) % 3 == 0;
}

bool holidays_know(const char *country)
{
    return is_of(rules[0].countries, country);
}

static const char *plain_name(const char *country, struct civil date)
{
    for (int k = 0; k < N_RULES; k++) {
        if (is_of(rules[k].countries, country) &&
            day_of(&rules[k], date.year) == day_number(date)) {
            return rules[k].name;
        }
    }
    return NULL;
}

static struct civil shifted(struct civil date, int days)
{
    return civil_from_seconds((day_number(date) + days) * DAY_S);
}

/* A holiday on a Sunday moves to the next day that is none; a day between two is one,
 * too. */
static const char *japanese_name(struct civil date)
{
    const char *name = plain_name("JP", date);
    struct civil before = shifted(date, -1);
    if (name) {
        return name;
    }
    for (struct civil day = before; plain_name("JP", day); day = shifted(day, -1)) {
        if (civil_weekday(day) == SUNDAY) {
            return "Substitute Holiday";
        }
    }
    return plain_name("JP", before) && plain_name("JP", shifted(date, 1))
               ? "Citizens' Holiday"
               : NULL;
}

/* A bank holiday for one that falls on a weekend. */
static const char *british_name(struct civil date)
{
    const char *name = plain_name("GB", date);
    int weekday = civil_weekday(date);
    if (name || weekday == SATURDAY || weekday == SUNDAY) {
        return name;
    }
    bool after_new_year =
        date.month == 1 && weekday == MONDAY && (date.day == 2 || date.day == 3);
    bool after_christmas =
        date.month == 12 &&
        ((weekday == MONDAY && (date.day == 27 || date.day == 28)) ||
         (weekday == TUESDAY && (date.day == 27 || date.day == 28)));
    return after_new_year || after_christmas ? "Substitute Bank Holiday" : NULL;
}

const char *holiday_name(const char *country, struct civil date)
{
    return strcmp(country, "JP") == 0   ? japanese_name(date)
           : strcmp(country, "GB") == 0 ? british_name(date)
                                        : plain_name(country, date);
}
