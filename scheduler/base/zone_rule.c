/* Grammar, as POSIX has it with the extensions of RFC 8536:
 *
 *     name offset [name [offset] , change , change]
 *     name    three letters or more, or <letters, digits, + and ->
 *     offset  [+-]h[h][:mm[:ss]], west positive, up to 24 hours
 *     change  day [/ time], time [+-]h[h[h]][:mm[:ss]] up to 167 hours
 *
 * A change may fall a week outside its year, so the offset at an instant is
 * that of the latest change in the years around it. Where one summer time ends
 * as the next begins, which is how summer time all year is written, the
 * beginning counts. */

#include "scheduler/base/zone_rule.h"

#include "scheduler/base/civil.h"

enum { MAX_OFFSET_HOURS = 24, MAX_TIME_HOURS = 167, DEFAULT_TIME_S = 2 * 3600 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool read_char(const char **at, char c)
{
    if (**at != c) {
        return false;
    }
    (*at)++;
    return true;
}

static bool read_number(const char **at, int least, int most, int *number)
{
    if (!is_digit(**at)) {
        return false;
    }
    *number = 0;
    while (is_digit(**at)) {
        *number = *number * 10 + (**at - '0');
        if (*number > most) {
            return false;
        }
        (*at)++;
    }
    return *number >= least;
}

static bool read_name(const char **at)
{
    bool is_quoted = read_char(at, '<');
    const char *start = *at;
    while (is_letter(**at) ||
           (is_quoted && (is_digit(**at) || **at == '+' || **at == '-'))) {
        (*at)++;
    }
    return *at - start >= 3 && (!is_quoted || read_char(at, '>'));
}

/* [+-]h[:mm[:ss]] in seconds, with its sign. */
static bool read_time(const char **at, int most_hours, int *time_s)
{
    int hour;
    int minute = 0;
    int second = 0;
    bool is_negative = read_char(at, '-');
    if (!is_negative) {
        read_char(at, '+');
    }
    if (!read_number(at, 0, most_hours, &hour)) {
        return false;
    }
    if (read_char(at, ':')) {
        if (!read_number(at, 0, 59, &minute)) {
            return false;
        }
        if (read_char(at, ':') && !read_number(at, 0, 59, &second)) {
            return false;
        }
    }
    *time_s = hour * 3600 + minute * 60 + second;
    if (is_negative) {
        *time_s = -*time_s;
    }
    return true;
}

static bool read_day(const char **at, struct zone_change *change)
{
    if (read_char(at, 'M')) {
        change->kind = ZONE_CHANGE_WEEKDAY;
        return read_number(at, 1, 12, &change->month) && read_char(at, '.') &&
               read_number(at, 1, 5, &change->week) && read_char(at, '.') &&
               read_number(at, 0, 6, &change->weekday);
    }
    if (read_char(at, 'J')) {
        change->kind = ZONE_CHANGE_DAY_SAFE;
        return read_number(at, 1, 365, &change->day);
    }
    change->kind = ZONE_CHANGE_DAY_WITH_LEAP;
    return read_number(at, 0, 365, &change->day);
}

static bool read_change(const char **at, struct zone_change *change)
{
    *change = (struct zone_change){.time_s = DEFAULT_TIME_S};
    return read_char(at, ',') && read_day(at, change) &&
           (!read_char(at, '/') || read_time(at, MAX_TIME_HOURS, &change->time_s));
}

bool zone_rule_parse(const char *text, struct zone_rule *rule)
{
    int west_s;
    *rule = (struct zone_rule){0};
    if (!read_name(&text) || !read_time(&text, MAX_OFFSET_HOURS, &west_s)) {
        return false;
    }
    rule->standard_offset_s = -west_s;
    if (*text == '\0') {
        return true;
    }
    rule->has_summer = true;
    rule->summer_offset_s = rule->standard_offset_s + 3600;
    if (!read_name(&text)) {
        return false;
    }
    if (*text != ',') {
        if (!read_time(&text, MAX_OFFSET_HOURS, &west_s)) {
            return false;
        }
        rule->summer_offset_s = -west_s;
    }
    return read_change(&text, &rule->start) && read_change(&text, &rule->finish) &&
           *text == '\0';
}

static int day_of_month(const struct zone_change *change, int year)
{
    int first = civil_weekday(
        (struct civil){.year = year, .month = change->month, .day = 1});
    int day = 1 + (change->weekday - first + 7) % 7 + (change->week - 1) * 7;
    return day <= civil_days_in_month(year, change->month) ? day : day - 7;
}

/* When the change happens in that year, in seconds of the local clock. */
static int64_t change_s(const struct zone_change *change, int year)
{
    struct civil date = {.year = year, .month = 1, .day = 1};
    switch (change->kind) {
    case ZONE_CHANGE_WEEKDAY:
        date.month = change->month;
        date.day = day_of_month(change, year);
        break;
    case ZONE_CHANGE_DAY_SAFE:
        date.day = change->day;
        if (change->day > 31 + 28 && civil_days_in_month(year, 2) == 29) {
            date.day++;
        }
        break;
    case ZONE_CHANGE_DAY_WITH_LEAP:
        date.day = change->day + 1;
        break;
    }
    return civil_to_seconds(date) + change->time_s;
}

int zone_rule_offset_s(const struct zone_rule *rule, int64_t instant_s)
{
    if (!rule->has_summer) {
        return rule->standard_offset_s;
    }
    int offset_s = rule->standard_offset_s;
    int64_t latest = INT64_MIN;
    int year = civil_from_seconds(instant_s).year;
    for (int y = year - 1; y <= year + 1; y++) {
        int64_t finish = change_s(&rule->finish, y) - rule->summer_offset_s;
        int64_t start = change_s(&rule->start, y) - rule->standard_offset_s;
        if (finish <= instant_s && finish > latest) {
            latest = finish;
            offset_s = rule->standard_offset_s;
        }
        if (start <= instant_s && start >= latest) {
            latest = start;
            offset_s = rule->summer_offset_s;
        }
    }
    return offset_s;
}
