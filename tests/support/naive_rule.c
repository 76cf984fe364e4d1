/* RFC 5545's table read as a filter: an hour belongs if its period is one of every
 * INTERVAL-th and each part that is given has it. BYSETPOS needs the others of the
 * period, so a period's hours are gathered first. */

#include "tests/support/naive_rule.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/buf.h"

enum { DAY_S = 86400, HOUR_S = 3600 };

static int64_t midnight(int year, int month, int day)
{
    return civil_to_seconds((struct civil){year, month, day, 0, 0, 0});
}

static bool has(const struct naive_list *list, int number)
{
    for (int k = 0; k < list->n; k++) {
        if (list->number[k] == number) {
            return true;
        }
    }
    return false;
}

/* place from 1 on, of size in all: 1 or -1 and so on. */
static bool has_place(const struct naive_list *list, int place, int size)
{
    return has(list, place) || has(list, place - size - 1);
}

static int year_size(int year)
{
    return (int)((midnight(year + 1, 1, 1) - midnight(year, 1, 1)) / DAY_S);
}

/* The week of the year that holds most of the week's days, counted by its 4th. */
static bool is_in_week(const struct naive_rule *rule, int64_t day_s)
{
    struct civil c = civil_from_seconds(day_s);
    int behind = (civil_weekday(c) + 7 - rule->week_start) % 7;
    struct civil fourth = civil_from_seconds(day_s + (3 - behind) * DAY_S);
    int of_year = (int)((midnight(fourth.year, fourth.month, fourth.day) -
                         midnight(fourth.year, 1, 1)) /
                        DAY_S);
    int n = 0;
    for (int k = of_year % 7; k < year_size(fourth.year); k += 7) {
        n++;
    }
    return has_place(&rule->week, of_year / 7 + 1, n);
}

static bool is_weekday(const struct naive_rule *rule, struct civil c)
{
    bool in_year = rule->frequency == 'Y' && rule->month.n == 0;
    int64_t day_s = midnight(c.year, c.month, c.day);
    int64_t begin_s =
        in_year ? midnight(c.year, 1, 1) : midnight(c.year, c.month, 1);
    int size = in_year ? year_size(c.year) : civil_days_in_month(c.year, c.month);
    for (int k = 0; k < rule->n_days; k++) {
        int place = 0, n = 0;
        if (rule->day[k].weekday != civil_weekday(c)) {
            continue;
        }
        if (rule->day[k].ordinal == 0) {
            return true;
        }
        for (int d = 0; d < size; d++) {
            int64_t at_s = begin_s + (int64_t)d * DAY_S;
            bool is_same =
                civil_weekday(civil_from_seconds(at_s)) == civil_weekday(c);
            n += is_same;
            place = at_s == day_s ? n : place;
        }
        if (rule->day[k].ordinal == place ||
            rule->day[k].ordinal == place - n - 1) {
            return true;
        }
    }
    return false;
}

/* What DTSTART says of days if the rule says nothing. */
static bool is_day_of_first(const struct naive_rule *rule, struct civil c)
{
    bool same_day = c.day == rule->first.day;
    bool same_weekday = civil_weekday(c) == civil_weekday(rule->first);
    switch (rule->frequency) {
    case 'D':
        return true;
    case 'W':
        return same_weekday;
    case 'M':
        return same_day;
    default:
        return same_day && (rule->month.n > 0 || c.month == rule->first.month);
    }
}

static bool is_in(const struct naive_rule *rule, int64_t at_s)
{
    struct civil c = civil_from_seconds(at_s);
    int64_t day_s = midnight(c.year, c.month, c.day);
    int of_year = (int)((day_s - midnight(c.year, 1, 1)) / DAY_S) + 1;
    bool says_days =
        rule->n_days + rule->week.n + rule->year_day.n + rule->month_day.n > 0;
    if (rule->hour.n == 0 ? c.hour != rule->first.hour
                          : !has(&rule->hour, c.hour)) {
        return false;
    }
    if (!says_days && !is_day_of_first(rule, c)) {
        return false;
    }
    if (rule->week.n > 0 &&
        rule->n_days + rule->month_day.n + rule->year_day.n == 0 &&
        civil_weekday(c) != civil_weekday(rule->first)) {
        return false;
    }
    return (rule->month.n == 0 || has(&rule->month, c.month)) &&
           (rule->week.n == 0 || is_in_week(rule, day_s)) &&
           (rule->year_day.n == 0 ||
            has_place(&rule->year_day, of_year, year_size(c.year))) &&
           (rule->month_day.n == 0 ||
            has_place(&rule->month_day, c.day,
                      civil_days_in_month(c.year, c.month))) &&
           (rule->n_days == 0 || is_weekday(rule, c));
}

/* Counts periods from a day; equal for two days of one period. */
static int64_t period_of(const struct naive_rule *rule, int64_t at_s)
{
    struct civil c = civil_from_seconds(at_s);
    int64_t day_s = midnight(c.year, c.month, c.day);
    switch (rule->frequency) {
    case 'D':
        return day_s / DAY_S;
    case 'W':
        return (day_s / DAY_S - (civil_weekday(c) + 7 - rule->week_start) % 7) / 7;
    case 'M':
        return c.year * 12 + c.month;
    default:
        return c.year;
    }
}

struct expansion {
    const struct naive_rule *rule;
    int64_t *period; /* the hours of one period that passed */
    int n;
    int64_t from_s, to_s, *at_s;
    int n_taken, n_found, most;
};

static void end_period(struct expansion *e)
{
    const struct naive_rule *rule = e->rule;
    int64_t first_s = civil_to_seconds(rule->first);
    for (int k = 0; k < e->n; k++) {
        int64_t at_s = e->period[k];
        bool is_chosen =
            rule->position.n == 0 || has_place(&rule->position, k + 1, e->n);
        if (at_s <= first_s || !is_chosen ||
            (rule->count > 0 && e->n_taken >= rule->count) ||
            (rule->until_s != 0 && at_s > rule->until_s)) {
            continue;
        }
        e->n_taken++;
        if (at_s >= e->from_s && at_s < e->to_s && e->n_found < e->most) {
            e->at_s[e->n_found++] = at_s;
        }
    }
    e->n = 0;
}

int naive_rule_expand(const struct naive_rule *rule, int64_t from_s, int64_t to_s,
                      int64_t *at_s, int most)
{
    enum { MOST_HOURS = 366 * 24 };
    int64_t first_s = civil_to_seconds(rule->first);
    int64_t period[MOST_HOURS];
    struct expansion e = {rule, period, 0, from_s, to_s, at_s, 1, 0, most};
    int64_t first_period = period_of(rule, first_s), present = 0;
    if (first_s >= from_s && first_s < to_s) {
        at_s[e.n_found++] = first_s;
    }
    /* From the start of DTSTART's year, as its period may begin that early; the
     * week of DTSTART may begin in the year before. To the end of the last one. */
    int64_t at = first_s - 366LL * 24 * HOUR_S;
    for (; at < to_s + 367LL * DAY_S; at += HOUR_S) {
        int64_t number = period_of(rule, at);
        if (number != present) {
            end_period(&e);
            present = number;
        }
        if (number >= first_period &&
            (number - first_period) % rule->interval == 0 && is_in(rule, at)) {
            period[e.n++] = at;
        }
    }
    end_period(&e);
    return e.n_found;
}

static void add_numbers(struct buf *buf, const char *name,
                        const struct naive_list *list)
{
    for (int k = 0; k < list->n; k++) {
        buf_printf(buf, "%s%d", k == 0 ? name : ",", list->number[k]);
    }
}

const char *naive_rule_text(struct arena *arena, const struct naive_rule *rule)
{
    static const char *const weekday[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    struct buf buf;
    buf_init(&buf, arena);
    buf_printf(&buf, "FREQ=%s",
               rule->frequency == 'D'   ? "DAILY"
               : rule->frequency == 'W' ? "WEEKLY"
               : rule->frequency == 'M' ? "MONTHLY"
                                        : "YEARLY");
    if (rule->interval > 1) {
        buf_printf(&buf, ";INTERVAL=%d", rule->interval);
    }
    if (rule->count > 0) {
        buf_printf(&buf, ";COUNT=%d", rule->count);
    }
    if (rule->until_s != 0) {
        struct civil c = civil_from_seconds(rule->until_s);
        buf_printf(&buf, ";UNTIL=%04d%02d%02dT%02d%02d%02dZ", c.year, c.month,
                   c.day, c.hour, c.minute, c.second);
    }
    if (rule->week_start != 1) {
        buf_printf(&buf, ";WKST=%s", weekday[rule->week_start]);
    }
    add_numbers(&buf, ";BYMONTH=", &rule->month);
    add_numbers(&buf, ";BYWEEKNO=", &rule->week);
    add_numbers(&buf, ";BYYEARDAY=", &rule->year_day);
    add_numbers(&buf, ";BYMONTHDAY=", &rule->month_day);
    for (int k = 0; k < rule->n_days; k++) {
        buf_add_text(&buf, k == 0 ? ";BYDAY=" : ",");
        if (rule->day[k].ordinal != 0) {
            buf_printf(&buf, "%d", rule->day[k].ordinal);
        }
        buf_add_text(&buf, weekday[rule->day[k].weekday]);
    }
    add_numbers(&buf, ";BYHOUR=", &rule->hour);
    add_numbers(&buf, ";BYSETPOS=", &rule->position);
    return buf.data;
}

static bool one_in(struct rng *rng, uint32_t n)
{
    return rng_below(rng, n) == 0;
}

/* One to four numbers from 1 to most, or from the end where that may be. */
static struct naive_list random_list(struct rng *rng, int most, bool from_end)
{
    struct naive_list list = {.n = 1 + (int)rng_below(rng, 4)};
    for (int k = 0; k < list.n; k++) {
        int number = 1 + (int)rng_below(rng, (uint32_t)most);
        list.number[k] = from_end && one_in(rng, 3) ? -number : number;
    }
    return list;
}

static void random_days(struct rng *rng, struct naive_rule *rule)
{
    bool may_count =
        (rule->frequency == 'M' || rule->frequency == 'Y') && rule->week.n == 0;
    int most = rule->frequency == 'M' || rule->month.n > 0 ? 5 : 53;
    rule->n_days = 1 + (int)rng_below(rng, 4);
    for (int k = 0; k < rule->n_days; k++) {
        int number = 1 + (int)rng_below(rng, (uint32_t)most);
        rule->day[k].weekday = (int)rng_below(rng, 7);
        rule->day[k].ordinal = !may_count || one_in(rng, 3) ? 0
                               : one_in(rng, 2)             ? number
                                                            : -number;
    }
}

static void random_parts(struct rng *rng, struct naive_rule *rule)
{
    bool is_yearly = rule->frequency == 'Y';
    if (one_in(rng, 4)) {
        rule->month = random_list(rng, 12, false);
    }
    if (is_yearly && one_in(rng, 4)) {
        rule->week = random_list(rng, 53, true);
    }
    if (is_yearly && one_in(rng, 5)) {
        rule->year_day = random_list(rng, 366, true);
    }
    if (rule->frequency != 'W' && one_in(rng, 3)) {
        rule->month_day = random_list(rng, 31, true);
    }
    if (one_in(rng, 2)) {
        random_days(rng, rule);
    }
    if (one_in(rng, 4)) {
        rule->hour = random_list(rng, 23, false);
    }
    bool has_part = rule->month.n + rule->week.n + rule->year_day.n +
                        rule->month_day.n + rule->n_days + rule->hour.n >
                    0;
    if (has_part && one_in(rng, 4)) {
        rule->position = random_list(rng, 6, true);
    }
}

/* Moves DTSTART to the first hour that fits; false if there is none near. */
static bool fit_first(struct naive_rule *rule)
{
    int64_t at_s = civil_to_seconds(rule->first);
    for (int hour = 0; hour < 3 * 366 * 24; hour++) {
        struct naive_rule moved = *rule;
        moved.first = civil_from_seconds(at_s + hour * (int64_t)HOUR_S);
        if (is_in(&moved, at_s + hour * (int64_t)HOUR_S)) {
            *rule = moved;
            return true;
        }
    }
    return false;
}

struct naive_rule naive_rule_random(uint64_t seed)
{
    struct rng rng;
    struct naive_rule rule;
    rng_init(&rng, seed);
    do {
        rule = (struct naive_rule){
            .frequency = "DWMY"[rng_below(&rng, 4)],
            .interval = one_in(&rng, 2) ? 1 : 1 + (int)rng_below(&rng, 5),
            .week_start = one_in(&rng, 3) ? (int)rng_below(&rng, 7) : 1,
            .first = civil_from_seconds(
                midnight(2019, 1, 1) +
                (int64_t)rng_below(&rng, 4 * 366 * 24) * HOUR_S + 1800),
        };
        random_parts(&rng, &rule);
    } while (!fit_first(&rule));
    if (one_in(&rng, 3)) {
        rule.count = 1 + (int)rng_below(&rng, 60);
    } else if (one_in(&rng, 3)) {
        rule.until_s = civil_to_seconds(rule.first) +
                       (int64_t)rng_below(&rng, 3 * 366) * DAY_S;
    }
    return rule;
}
