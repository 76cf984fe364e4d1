/* A day is in the set if it passes every part of the rule that speaks of days; parts
 * that were left out are filled in from DTSTART first. So days are tried one by one,
 * a period (day, week, month, year) at a time, and times of the day are put on those
 * that pass. Where nothing depends on what came before (no COUNT), the first period
 * tried is the one in which the wanted span begins. COUNT is counted from DTSTART on,
 * but whole periods at a time where each has as many as the next. */

#include "io/ics_recur.h"

#include <string.h>

enum { DAY_S = 86400, WORK_OF_ONE = 20 };

struct day {
    int64_t number; /* since 1970-01-01 */
    int year, month, day;
    int weekday;
    int of_year; /* from 1 */
};

struct walk {
    struct arena *arena;
    const struct ics_recurrence *recurrence;
    struct ics_rule rule; /* with what DTSTART fills in */
    struct day first;     /* DTSTART's */
    int64_t first_s;
    struct ics_occurrences *found;
    int64_t *work;
    int64_t left; /* of COUNT; -1 = no limit */
    bool is_over;
};

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

static int days_in_year(int year)
{
    return civil_days_in_month(year, 2) + 337;
}

static struct day day_of(int64_t number)
{
    struct civil c = civil_from_seconds(number * DAY_S);
    int64_t new_year =
        civil_to_seconds((struct civil){.year = c.year, .month = 1, .day = 1});
    return (struct day){
        .number = number,
        .year = c.year,
        .month = c.month,
        .day = c.day,
        .weekday = civil_weekday(c),
        .of_year = (int)(number - new_year / DAY_S) + 1,
    };
}

static void next_day(struct day *day)
{
    day->number++;
    day->weekday = (day->weekday + 1) % 7;
    day->day++;
    day->of_year++;
    if (day->day > civil_days_in_month(day->year, day->month)) {
        day->day = 1;
        day->month++;
    }
    if (day->month > 12) {
        day->month = 1;
        day->of_year = 1;
        day->year++;
    }
}

/* number is counted from the start of n, from 1; true if the set has it. */
static bool has_place(const struct ics_counted *set, int number, int n)
{
    return ics_counted_has(set, number) || ics_counted_has(set, number - n - 1);
}

/* The day on which week 1 of a year begins: the first week with four days in it. */
static int64_t week_one(int year, int week_start)
{
    struct day day = day_of(
        civil_to_seconds((struct civil){.year = year, .month = 1, .day = 1}) /
        DAY_S);
    int behind = (day.weekday - week_start + 7) % 7;
    return behind <= 3 ? day.number - behind : day.number - behind + 7;
}

static bool passes_week(const struct ics_rule *rule, const struct day *day)
{
    int year = day->year + 1;
    while (week_one(year, rule->week_start) > day->number) {
        year--;
    }
    int64_t begin = week_one(year, rule->week_start);
    int n = (int)(week_one(year + 1, rule->week_start) - begin) / 7;
    return has_place(&rule->week, (int)(day->number - begin) / 7 + 1, n);
}

/* BYDAY with numbers counts within the month, or within the year if the rule is
 * yearly and names no months. */
static bool passes_weekday(const struct ics_rule *rule, const struct day *day)
{
    if (rule->weekday >> day->weekday & 1) {
        return true;
    }
    bool in_year = rule->frequency == ICS_YEARLY && rule->month == 0;
    int place = in_year ? day->of_year : day->day;
    int size = in_year ? days_in_year(day->year)
                       : civil_days_in_month(day->year, day->month);
    int number = (place - 1) / 7 + 1;
    int from_end = (size - place) / 7 + 1;
    const struct ics_counted *set = &rule->ordinal[day->weekday];
    return ics_counted_has(set, number) || ics_counted_has(set, -from_end);
}

static bool passes(const struct ics_rule *rule, const struct day *day)
{
    return (rule->month == 0 || (rule->month >> day->month & 1) != 0) &&
           (!rule->month_day.is_given ||
            has_place(&rule->month_day, day->day,
                      civil_days_in_month(day->year, day->month))) &&
           (!rule->year_day.is_given ||
            has_place(&rule->year_day, day->of_year, days_in_year(day->year))) &&
           (!rule->has_weekday || passes_weekday(rule, day)) &&
           (!rule->week.is_given || passes_week(rule, day));
}

static void set_day_of_month(struct ics_rule *rule, int day)
{
    rule->month_day.is_given = true;
    rule->month_day.from_start[0] = UINT64_C(1) << day;
}

/* The rule with what was left out and DTSTART says. */
static struct ics_rule completed(const struct ics_rule *given, struct civil first)
{
    struct ics_rule rule = *given;
    bool has_days = rule.month_day.is_given || rule.has_weekday ||
                    rule.year_day.is_given || rule.week.is_given;
    rule.hour = rule.hour ? rule.hour : UINT64_C(1) << first.hour;
    rule.minute = rule.minute ? rule.minute : UINT64_C(1) << first.minute;
    rule.second = rule.second ? rule.second : UINT64_C(1) << first.second;
    if (rule.frequency == ICS_YEARLY && !has_days) {
        rule.month = rule.month ? rule.month : UINT64_C(1) << first.month;
        set_day_of_month(&rule, first.day);
    } else if (rule.frequency == ICS_MONTHLY && !has_days) {
        set_day_of_month(&rule, first.day);
    } else if (!rule.has_weekday &&
               (rule.frequency == ICS_WEEKLY ||
                (rule.week.is_given && !rule.month_day.is_given &&
                 !rule.year_day.is_given))) {
        rule.has_weekday = true;
        rule.weekday = 1U << civil_weekday(first);
    }
    return rule;
}

bool ics_recur_fits(const struct ics_rule *rule, struct civil first)
{
    const struct ics_rule whole = completed(rule, first);
    struct day day = day_of(floor_div(civil_to_seconds(first), DAY_S));
    return passes(&whole, &day) && (whole.hour >> first.hour & 1) != 0 &&
           (whole.minute >> first.minute & 1) != 0 &&
           (whole.second >> first.second & 1) != 0;
}

/* The number of the period that holds a day, and the first day of a period. */
static int64_t period_of(const struct ics_rule *rule, const struct day *day)
{
    switch (rule->frequency) {
    case ICS_DAILY:
        return day->number;
    case ICS_WEEKLY: /* 1970-01-01 was a Thursday */
        return floor_div(day->number + 4 - rule->week_start, 7);
    case ICS_MONTHLY:
        return day->year * INT64_C(12) + day->month - 1;
    case ICS_YEARLY:
        return day->year;
    }
    return 0;
}

static int64_t period_start(const struct ics_rule *rule, int64_t period)
{
    struct civil c = {.year = (int)period, .month = 1, .day = 1};
    switch (rule->frequency) {
    case ICS_DAILY:
        return period;
    case ICS_WEEKLY:
        return period * 7 - 4 + rule->week_start;
    case ICS_MONTHLY:
        c.year = (int)(period / 12);
        c.month = (int)(period % 12) + 1;
        break;
    case ICS_YEARLY:
        break;
    }
    return civil_to_seconds(c) / DAY_S;
}

/* One occurrence, in the order of time. */
static void take(struct walk *walk, int64_t at_s)
{
    const struct ics_recurrence *recurrence = walk->recurrence;
    struct ics_occurrences *found = walk->found;
    if (at_s <= walk->first_s || walk->left == 0) { /* DTSTART was taken before */
        walk->is_over = walk->left == 0;
        return;
    }
    walk->left -= walk->left > 0;
    if (at_s >= recurrence->from_s && at_s < recurrence->to_s) {
        found->at_s = arena_grow(walk->arena, found->at_s, found->n,
                                 &found->capacity, sizeof *found->at_s);
        found->at_s[found->n++] = at_s;
        *walk->work -= WORK_OF_ONE;
    }
}

static int bits_set(uint64_t bits)
{
    return __builtin_popcountll(bits);
}

/* True if position k (from 0) of n is wanted. */
static bool is_chosen(const struct ics_rule *rule, int64_t k, int64_t n)
{
    enum { MOST = 366 };
    if (!rule->position.is_given) {
        return true;
    }
    return (k < MOST && ics_counted_has(&rule->position, (int)k + 1)) ||
           (n - k <= MOST && ics_counted_has(&rule->position, (int)(k - n)));
}

struct place_in_set { /* of a period's occurrences */
    int64_t k, n;
};

/* The times of one day that passed; false if there is too much work. */
static bool take_day(struct walk *walk, int64_t number, struct place_in_set *place)
{
    const struct ics_rule *rule = &walk->rule;
    for (int h = 0; h < 24; h++) {
        for (int m = 0; (rule->hour >> h & 1) != 0 && m < 60; m++) {
            for (int s = 0; (rule->minute >> m & 1) != 0 && s < 60; s++) {
                if ((rule->second >> s & 1) == 0) {
                    continue;
                }
                if (--*walk->work < 0) {
                    return false;
                }
                if (is_chosen(rule, place->k++, place->n)) {
                    take(walk,
                         number * DAY_S + h * INT64_C(3600) + m * INT64_C(60) + s);
                }
            }
        }
    }
    return true;
}

static int64_t times_of_day(const struct ics_rule *rule)
{
    return (int64_t)bits_set(rule->hour) * bits_set(rule->minute) *
           bits_set(rule->second);
}

/* Steps to the next day worth a look: months that the rule does not name have none. */
static void next_likely_day(const struct ics_rule *rule, struct day *day)
{
    next_day(day);
    while (rule->month != 0 && (rule->month >> day->month & 1) == 0) {
        int rest = civil_days_in_month(day->year, day->month) - day->day;
        day->number += rest;
        day->weekday = (day->weekday + rest) % 7;
        day->of_year += rest;
        day->day += rest;
        next_day(day);
    }
}

/* Only days that matter are looked at, unless positions are counted in all. */
static struct day first_likely_day(const struct walk *walk, int64_t from)
{
    const struct ics_rule *rule = &walk->rule;
    int64_t least = walk->first.number;
    int64_t wanted = floor_div(walk->recurrence->from_s, DAY_S);
    if (walk->left < 0 && wanted > least) {
        least = wanted;
    }
    if (!rule->position.is_given && least > from) {
        from = least;
    }
    struct day day = day_of(from - 1);
    next_likely_day(rule, &day);
    return day;
}

/* How many occurrences the days [from, to) give; -1 if there is too much work. */
static int64_t count_days(struct walk *walk, int64_t from, int64_t to)
{
    int64_t n = 0;
    for (struct day day = first_likely_day(walk, from); day.number < to;
         next_likely_day(&walk->rule, &day)) {
        n += passes(&walk->rule, &day);
        if (--*walk->work < 0) {
            return -1;
        }
    }
    return n * times_of_day(&walk->rule);
}

/* The occurrences of the period's days [from, to). */
static bool take_period(struct walk *walk, int64_t from, int64_t to)
{
    const struct ics_rule *rule = &walk->rule;
    struct place_in_set place = {0, 0};
    int64_t end = floor_div(walk->recurrence->to_s - 1, DAY_S) + 1;
    if (rule->position.is_given && (place.n = count_days(walk, from, to)) < 0) {
        return false;
    }
    to = to < end ? to : end;
    for (struct day day = first_likely_day(walk, from);
         day.number < to && !walk->is_over; next_likely_day(rule, &day)) {
        if (--*walk->work < 0 ||
            (passes(rule, &day) && !take_day(walk, day.number, &place))) {
            return false;
        }
    }
    return --*walk->work >= 0;
}

/* True if every period has as many occurrences as the next. */
static bool is_regular(const struct ics_rule *rule)
{
    return !rule->position.is_given && rule->month == 0 &&
           !rule->month_day.is_given &&
           (rule->frequency == ICS_WEEKLY ||
            (rule->frequency == ICS_DAILY && !rule->has_weekday));
}

/* How many periods to go on from `period` without looking at their days: to the one
 * before the span, taking from COUNT what they hold. */
static int64_t skip_periods(struct walk *walk, int64_t period, int64_t wanted)
{
    const struct ics_rule *rule = &walk->rule;
    int64_t n = (wanted - period) / rule->interval;
    if (n <= 0) {
        return 0;
    }
    if (walk->left < 0) {
        return n;
    }
    if (!is_regular(rule)) {
        return 0;
    }
    int64_t each = times_of_day(rule) *
                   (rule->frequency == ICS_WEEKLY ? bits_set(rule->weekday) : 1);
    int64_t most = walk->left / each;
    n = n < most ? n : most;
    walk->left -= n * each;
    return n;
}

static bool walk_periods(struct walk *walk)
{
    const struct ics_rule *rule = &walk->rule;
    int64_t period = period_of(rule, &walk->first);
    struct day begin = day_of(floor_div(walk->recurrence->from_s, DAY_S));
    int64_t end = floor_div(walk->recurrence->to_s - 1, DAY_S) + 1;
    int64_t wanted = period_of(rule, &begin);
    bool is_first = true;
    while (!walk->is_over && period_start(rule, period) < end) {
        if (!take_period(walk, period_start(rule, period),
                         period_start(rule, period + 1))) {
            return false;
        }
        if (is_first || !is_regular(rule)) {
            period += rule->interval *
                      skip_periods(walk, period + rule->interval, wanted);
        }
        is_first = false;
        period += rule->interval;
    }
    return true;
}

bool ics_recur(struct arena *arena, const struct ics_recurrence *recurrence,
               struct ics_occurrences *found, int64_t *work)
{
    int64_t first_s = civil_to_seconds(recurrence->first);
    struct walk walk = {
        .arena = arena,
        .recurrence = recurrence,
        .rule = completed(recurrence->rule, recurrence->first),
        .first = day_of(floor_div(first_s, DAY_S)),
        .first_s = first_s - 1,
        .found = found,
        .work = work,
        .left = recurrence->rule->count > 0 ? recurrence->rule->count : -1,
    };
    if (recurrence->to_s <= recurrence->from_s || first_s >= recurrence->to_s) {
        return true;
    }
    take(&walk, first_s);
    walk.first_s = first_s;
    return walk_periods(&walk);
}
