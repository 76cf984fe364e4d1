/* Times that are taken out of a series: sorted once, then searched for each time of
 * the series, and marked where one was found. */

#include <stdlib.h>

#include "io/event_times.h"
#include "io/ics_busy_parts.h"

enum { DAY_S = 86400 };

static void add(struct arena *arena, struct ics_instants *list,
                struct ics_exception exception)
{
    list->one =
        arena_grow(arena, list->one, list->n, &list->capacity, sizeof exception);
    list->one[list->n++] = exception;
}

void ics_exceptions_add(struct arena *arena, struct ics_exceptions *out,
                        const struct ics_when *when)
{
    if (when->time.is_date) {
        add(arena, &out->days,
            (struct ics_exception){.at_s = civil_to_seconds(when->time.civil),
                                   .property = when->property});
    } else {
        add(arena, &out->instants,
            (struct ics_exception){.at_s = when->at_s, .property = when->property});
    }
}

void ics_exceptions_add_instant(struct arena *arena, struct ics_exceptions *out,
                                int64_t at_s)
{
    add(arena, &out->instants, (struct ics_exception){.at_s = at_s});
}

static int compare(const void *left, const void *right)
{
    const struct ics_exception *a = left, *b = right;
    if (a->at_s != b->at_s) {
        return a->at_s < b->at_s ? -1 : 1;
    }
    int a_line = a->property ? a->property->line : 0;
    int b_line = b->property ? b->property->line : 0;
    return a_line - b_line;
}

static void sort(struct ics_instants *list)
{
    if (list->n > 1) {
        qsort(list->one, (size_t)list->n, sizeof *list->one, compare);
    }
}

void ics_exceptions_sort(struct ics_exceptions *out)
{
    sort(&out->instants);
    sort(&out->days);
}

/* Marks one of those at that time, the first. */
static bool take(struct ics_instants *list, int64_t at_s)
{
    int below = -1, above = list->n;
    while (above - below > 1) {
        int middle = below + (above - below) / 2;
        *(list->one[middle].at_s < at_s ? &below : &above) = middle;
    }
    bool is_there = above < list->n && list->one[above].at_s == at_s;
    if (is_there) {
        list->one[above].is_met = true;
    }
    return is_there;
}

bool ics_exceptions_take(struct ics_exceptions *out, int64_t at_s, int64_t local_s)
{
    int64_t rest = local_s % DAY_S;
    int64_t midnight_s = local_s - (rest < 0 ? rest + DAY_S : rest);
    bool is_instant = take(&out->instants, at_s);
    bool is_day = take(&out->days, midnight_s);
    return is_instant || is_day;
}

/* True of what lasts so long, within a day of a time that somebody is asked about: it matters whether that is
 * busy, and a time that is a little wrong is mostly wrong by some hours. */
static bool is_of_interest(const struct ics_busy_input *input, int64_t at_s,
                           int64_t length_s)
{
    for (int k = 0; k < input->n_days; k++) {
        if (at_s + length_s > input->day[k].start_s - DAY_S &&
            at_s < input->day[k].end_s + DAY_S) {
            return true;
        }
    }
    return false;
}

/* Of the times of a list, or days; each is told once. */
static void tell_unmet(struct ics_busy *busy, const struct ics_instants *list,
                       bool are_days)
{
    const struct ics_exception *first = NULL;
    for (int k = 0; k < list->n; k++) {
        const struct ics_exception *one = &list->one[k];
        first = first && first->at_s == one->at_s ? first : one;
        if (one == first && !one->is_met && one->property &&
            is_of_interest(busy->input, one->at_s, are_days ? DAY_S : 1)) {
            findings_add(busy->findings, SEVERITY_WARNING,
                         ics_place(busy->input->file, one->property),
                         "names %.*s, when the event does not take place, so "
                         "nothing is taken out; expected one of its times",
                         are_days ? 10 : 20,
                         instant_format(busy->arena, one->at_s));
        }
    }
}

void ics_exceptions_tell_unmet(struct ics_busy *busy,
                               const struct ics_exceptions *out)
{
    tell_unmet(busy, &out->instants, false);
    tell_unmet(busy, &out->days, true);
}
