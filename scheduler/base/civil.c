/* Years are counted from 1 March, so that the leap day is a year's last, and
 * months before March belong to the year before. Four hundred such years, an
 * era, always have the same number of days. */

#include "scheduler/base/civil.h"

#include <assert.h>
#include <string.h>

enum {
    DAY_S = 86400,
    ERA_YEARS = 400,
    ERA_DAYS = 146097,
    DAYS_TO_1970 = 719468, /* from 0000-03-01 */
    FIRST_YEAR = 1900,
    LAST_YEAR = 9999,
};

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* Days since 1970-01-01 of a date in that month. */
static int64_t days_of(int64_t year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = floor_div(y, ERA_YEARS);
    int64_t year_of_era = y - era * ERA_YEARS;
    int64_t months = (month + 9) % 12; /* since March */
    int64_t day_of_year = (153 * months + 2) / 5;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * ERA_DAYS + day_of_era - DAYS_TO_1970 + day - 1;
}

int64_t civil_to_seconds(struct civil civil)
{
    assert(civil.month >= 1 && civil.month <= 12);
    return days_of(civil.year, civil.month, civil.day) * DAY_S +
           civil.hour * 3600LL + civil.minute * 60LL + civil.second;
}

struct civil civil_from_seconds(int64_t seconds)
{
    int64_t days = floor_div(seconds, DAY_S);
    int clock = (int)(seconds - days * DAY_S);
    days += DAYS_TO_1970;
    int64_t era = floor_div(days, ERA_DAYS);
    int64_t of_era = days - era * ERA_DAYS;
    int64_t year =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t months = (5 * of_year + 2) / 153; /* since March */
    int month = (int)(months < 10 ? months + 3 : months - 9);
    year += era * ERA_YEARS + (month <= 2);
    assert(year >= INT32_MIN && year <= INT32_MAX);
    return (struct civil){
        .year = (int)year,
        .month = month,
        .day = (int)(of_year - (153 * months + 2) / 5) + 1,
        .hour = clock / 3600,
        .minute = clock / 60 % 60,
        .second = clock % 60,
    };
}

int civil_weekday(struct civil civil)
{
    int64_t days = days_of(civil.year, civil.month, civil.day) + 4; /* a Thursday */
    return (int)(days - floor_div(days, 7) * 7);
}

int civil_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    assert(month >= 1 && month <= 12);
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && is_leap);
}

/* Reads exactly n digits and steps behind them. */
static bool read_digits(const char **at, int n, int *number)
{
    *number = 0;
    for (int i = 0; i < n; i++) {
        char c = (*at)[i];
        if (c < '0' || c > '9') {
            return false;
        }
        *number = *number * 10 + (c - '0');
    }
    *at += n;
    return true;
}

static bool read_char(const char **at, char c)
{
    if (**at != c) {
        return false;
    }
    (*at)++;
    return true;
}

static bool read_date(const char **at, struct civil *civil)
{
    struct civil date = {0};
    if (!read_digits(at, 4, &date.year) || !read_char(at, '-') ||
        !read_digits(at, 2, &date.month) || !read_char(at, '-') ||
        !read_digits(at, 2, &date.day)) {
        return false;
    }
    if (date.year < FIRST_YEAR || date.month < 1 || date.month > 12 ||
        date.day < 1 || date.day > civil_days_in_month(date.year, date.month)) {
        return false;
    }
    *civil = date;
    return true;
}

static bool read_hour_minute(const char **at, int *hour, int *minute)
{
    return read_digits(at, 2, hour) && read_char(at, ':') &&
           read_digits(at, 2, minute) && *minute <= 59;
}

bool civil_parse_date(const char *text, struct civil *civil)
{
    return read_date(&text, civil) && *text == '\0';
}

int clock_parse(const char *text)
{
    int hour;
    int minute;
    char padded[6] = "0"; /* spreadsheets write "9:00" */
    if (text[0] >= '0' && text[0] <= '9' && text[1] == ':' && strlen(text) == 4) {
        memcpy(padded + 1, text, 5);
        text = padded;
    }
    if (!read_hour_minute(&text, &hour, &minute) || *text != '\0' ||
        hour * 60 + minute > 24 * 60) {
        return -1;
    }
    return hour * 60 + minute;
}

/* Reads "Z" or an offset; *offset_s is what the clock is ahead of UTC. */
static bool read_offset(const char **at, int *offset_s)
{
    if (read_char(at, 'Z')) {
        *offset_s = 0;
        return true;
    }
    int hour;
    int minute;
    int sign = **at == '-' ? -1 : 1;
    if ((!read_char(at, '+') && !read_char(at, '-')) ||
        !read_hour_minute(at, &hour, &minute) || hour > 23) {
        return false;
    }
    *offset_s = sign * (hour * 3600 + minute * 60);
    return true;
}

bool instant_is_readable(int64_t instant_s)
{
    int year = civil_from_seconds(instant_s).year;
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

bool civil_parse(const char *text, struct civil *civil, bool *fixed,
                 int64_t *instant_s)
{
    struct civil read;
    if (!read_date(&text, &read) || !read_char(&text, 'T') ||
        !read_hour_minute(&text, &read.hour, &read.minute) || read.hour > 23) {
        return false;
    }
    if (read_char(&text, ':') &&
        (!read_digits(&text, 2, &read.second) || read.second > 59)) {
        return false;
    }
    if (*text == '\0') {
        *fixed = false;
        *civil = read;
        return true;
    }
    int offset_s;
    if (!read_offset(&text, &offset_s) || *text != '\0') {
        return false;
    }
    int64_t instant = civil_to_seconds(read) - offset_s;
    if (!instant_is_readable(instant)) {
        return false;
    }
    *fixed = true;
    *instant_s = instant;
    return true;
}

char *instant_format(struct arena *arena, int64_t instant_s)
{
    struct civil c = civil_from_seconds(instant_s);
    return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", c.year, c.month,
                        c.day, c.hour, c.minute, c.second);
}
