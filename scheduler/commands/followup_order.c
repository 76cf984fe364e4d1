#include "scheduler/commands/followup_order.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"

enum { DAY_S = 24 * 60 * 60, WEEKS_LATER = 4 };

static bool refuse(const char *option, const char *found, const char *expected)
{
    fprintf(stderr, "matchday followup: --%s: '%s' %s\n", option, found, expected);
    return false;
}

/* "a-followup" of "a", "a-followup-2" of that, and so on. */
static const char *next_name(struct arena *arena, const char *name,
                             const char *suffix, const char *separator)
{
    const char *last = NULL;
    for (const char *at = strstr(name, suffix); at; at = strstr(at + 1, suffix)) {
        last = at + strlen(suffix);
    }
    if (!last) {
        return arena_printf(arena, "%s%s", name, suffix);
    }
    if (*last == '\0') {
        return arena_printf(arena, "%s%s2", name, separator);
    }
    size_t len = strlen(separator);
    int number = strncmp(last, separator, len) == 0 ? text_number(last + len) : 0;
    return number > 1 && number < 1000
               ? arena_printf(arena, "%.*s%s%d", (int)(last - name), name,
                              separator, number + 1)
               : arena_printf(arena, "%s%s", name, suffix);
}

static bool name_event(struct arena *arena, const struct event *event,
                       const struct followup_wishes *wishes,
                       struct follow_up_order *order)
{
    order->id =
        wishes->id ? wishes->id : next_name(arena, event->id, "-followup", "-");
    order->name = wishes->name;
    order->name_ja = wishes->name_ja;
    if (!order->name) {
        order->name = event->name[0] != '\0'
                          ? next_name(arena, event->name, ": follow-up", " ")
                          : "";
    }
    if (!order->name_ja) {
        order->name_ja =
            event->name_ja[0] != '\0'
                ? next_name(arena, event->name_ja, " フォローアップ面談", " ")
                : "";
    }
    order->topic = wishes->topic ? wishes->topic : "Follow-up";
    if (!text_is_id(order->id)) {
        return refuse("id", order->id,
                      "is no id; expected up to 64 letters, digits, '.', '_' and "
                      "'-', a letter or digit first");
    }
    return !text_equal_nocase(order->id, event->id) ||
           refuse(
               "id", order->id,
               "is the id of the event itself, whose calendar entries are to stay "
               "as they are; expected another one");
}

static int64_t day_of(struct civil date)
{
    const struct civil midnight = {date.year, date.month, date.day, 0, 0, 0};
    return civil_to_seconds(midnight) / DAY_S;
}

static int by_day(const void *left, const void *right)
{
    int64_t a = day_of(*(const struct civil *)left);
    int64_t b = day_of(*(const struct civil *)right);
    return (a > b) - (a < b);
}

static int64_t last_day(const struct event *event)
{
    int64_t last = day_of(event->session[0].date);
    for (int i = 1; i < event->n_sessions; i++) {
        int64_t day = day_of(event->session[i].date);
        last = day > last ? day : last;
    }
    return last;
}

/* The event's own days, four weeks later or, if it takes longer itself, as many as
 * it takes. */
static void repeat_days(const struct event *event, struct civil *date, int *n)
{
    int64_t first = day_of(event->session[0].date), last = last_day(event);
    int64_t later = INT64_C(7) * WEEKS_LATER;
    for (int i = 1; i < event->n_sessions; i++) {
        int64_t day = day_of(event->session[i].date);
        first = day < first ? day : first;
    }
    while (first + later <= last) {
        later += 7;
    }
    for (int i = 0; i < event->n_sessions; i++) {
        struct civil moved =
            civil_from_seconds((day_of(event->session[i].date) + later) * DAY_S);
        if (*n == 0 || by_day(&date[*n - 1], &moved) != 0) {
            date[(*n)++] = moved;
        }
    }
}

static bool take_dates(const struct event *event, const struct strings *given,
                       struct civil *date, int *n)
{
    for (int k = 0; k < given->n; k++) {
        if (!civil_parse_date(given->text[k], &date[k])) {
            return refuse("date", given->text[k],
                          "is no date; expected one like '2021-06-15'");
        }
        if (day_of(date[k]) <= last_day(event)) {
            return refuse("date", given->text[k],
                          "is not after the event; expected a later date");
        }
    }
    *n = given->n;
    return true;
}

static bool set_dates(struct arena *arena, const struct event *event,
                      const struct strings *given, struct follow_up_order *order)
{
    struct civil *date =
        arena_new(arena, given->n + event->n_sessions, struct civil);
    int n = 0;
    if (given->n == 0) {
        repeat_days(event, date, &n);
    } else if (!take_dates(event, given, date, &n)) {
        return false;
    }
    qsort(date, (size_t)n, sizeof *date, by_day);
    for (int k = 1; k < n; k++) {
        if (by_day(&date[k - 1], &date[k]) == 0) {
            return refuse("date",
                          arena_printf(arena, "%04d-%02d-%02d", date[k].year,
                                       date[k].month, date[k].day),
                          "is given twice; expected each date once");
        }
    }
    order->date = date;
    order->n_dates = n;
    return true;
}

static bool set_clock(const char *option, const char *text, int *minutes)
{
    *minutes = text ? clock_parse(text) : -1;
    return !text || *minutes >= 0 ||
           refuse(option, text, "is no time of a day; expected one like '09:00'");
}

bool followup_order_make(struct arena *arena, const struct event *event,
                         const struct followup_wishes *wishes,
                         struct follow_up_order *order)
{
    order->minutes = (int)wishes->minutes;
    return name_event(arena, event, wishes, order) &&
           set_dates(arena, event, &wishes->date, order) &&
           set_clock("start", wishes->start, &order->start_min) &&
           set_clock("end", wishes->end, &order->end_min);
}
