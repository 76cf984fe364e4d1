/* One component again and again: by its RRULE and RDATEs. */

#include <stdlib.h>
#include <string.h>

#include "io/ics_busy_parts.h"
#include "io/ics_recur.h"
#include "scheduler/base/text.h"

enum { DAY_S = 86400 };

static void add_instant(struct arena *arena, struct ics_instants *list,
                        int64_t at_s)
{
    list->at_s =
        arena_grow(arena, list->at_s, list->n, &list->capacity, sizeof at_s);
    list->at_s[list->n++] = at_s;
}

void ics_exceptions_add(struct arena *arena, struct ics_exceptions *out,
                        const struct ics_when *when)
{
    if (when->time.is_date) {
        add_instant(arena, &out->days, civil_to_seconds(when->time.civil));
    } else {
        add_instant(arena, &out->instants, when->at_s);
    }
}

static int compare_instants(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

static void sort_instants(struct ics_instants *list)
{
    if (list->n > 1) {
        qsort(list->at_s, (size_t)list->n, sizeof *list->at_s, compare_instants);
    }
}

static bool has_instant(const struct ics_instants *list, int64_t at_s)
{
    return list->n > 0 && bsearch(&at_s, list->at_s, (size_t)list->n, sizeof at_s,
                                  compare_instants) != NULL;
}

struct repeat {
    struct ics_busy *busy;
    const struct ics_span *span;
    struct ics_exceptions out;
    struct windows *times;
};

static bool is_out(const struct repeat *repeat, int64_t at_s, int64_t local_s)
{
    int64_t rest = local_s % DAY_S;
    int64_t midnight_s = local_s - (rest < 0 ? rest + DAY_S : rest);
    return has_instant(&repeat->out.instants, at_s) ||
           has_instant(&repeat->out.days, midnight_s);
}

/* A rule and what it means for this component. */
static bool read_rule(const struct repeat *repeat,
                      const struct ics_property *property, struct ics_rule *rule)
{
    struct error err;
    struct ics_busy *busy = repeat->busy;
    const struct ics_when *start = &repeat->span->start;
    struct place place = ics_place(busy->input->file, property);
    const char *text = text_upper(busy->arena, property->value);
    if (!ics_rule_parse(text, strlen(text), rule, &err)) {
        return findings_add(busy->findings, SEVERITY_ERROR, place, "%s", err.text);
    }
    if (start->time.is_date && (rule->hour | rule->minute | rule->second) != 0) {
        return ics_busy_refuse(busy, property,
                               "whole days are repeated at hours of the day",
                               "no BYHOUR, BYMINUTE and BYSECOND");
    }
    if (strcmp(property->name, "RRULE") == 0 &&
        !ics_recur_fits(rule, start->time.civil)) {
        findings_add(
            busy->findings, SEVERITY_WARNING, place,
            "DTSTART is none of the times that this rule gives; it is taken "
            "for the first of them all the same");
    }
    return true;
}

static bool is_after(const struct ics_rule *rule, const struct ics_when *start,
                     int64_t local_s, int64_t at_s)
{
    if (!rule->has_until || local_s == civil_to_seconds(start->time.civil)) {
        return false;
    }
    int64_t until_s = civil_to_seconds(rule->until.civil);
    if (rule->until.is_utc) {
        return at_s > until_s;
    }
    return local_s > until_s + (rule->until.is_date ? DAY_S - 1 : 0);
}

/* The clock times, within the days or a little outside of them, at which a rule makes
 * the component begin. */
static bool find_starts(const struct repeat *repeat,
                        const struct ics_property *property,
                        const struct ics_rule *rule, struct ics_occurrences *found)
{
    enum { FAR_S = 2 * DAY_S }; /* more than any clock is from UTC */
    struct ics_busy *busy = repeat->busy;
    const struct ics_duration *duration = &repeat->span->duration;
    const struct ics_recurrence recurrence = {
        .rule = rule,
        .first = repeat->span->start.time.civil,
        .from_s = busy->from_s - duration->days * DAY_S - duration->seconds - FAR_S,
        .to_s = busy->to_s + FAR_S,
    };
    if (busy->from_s >= busy->to_s) {
        return true;
    }
    return ics_recur(busy->arena, &recurrence, found, &busy->work) ||
           ics_busy_spend(busy, property->line, INT64_MAX);
}

static bool take_out_rule(struct repeat *repeat,
                          const struct ics_property *property)
{
    struct ics_rule rule;
    struct ics_occurrences found = {0};
    const struct ics_when *start = &repeat->span->start;
    if (!read_rule(repeat, property, &rule) ||
        !find_starts(repeat, property, &rule, &found)) {
        return false;
    }
    for (int k = 0; k < found.n; k++) {
        int64_t at_s = ics_instant(start->zone, civil_from_seconds(found.at_s[k]));
        if (!is_after(&rule, start, found.at_s[k], at_s)) {
            add_instant(repeat->busy->arena, &repeat->out.instants, at_s);
        }
    }
    return true;
}

static bool take_out_dates(struct repeat *repeat,
                           const struct ics_property *property)
{
    struct ics_when when;
    const char *rest = property->value, *at;
    size_t len;
    while ((at = ics_next_part(&rest, &len))) {
        if (!ics_busy_when(repeat->busy, property, at, len, &when)) {
            return false;
        }
        ics_busy_adopt_zone(repeat->busy, repeat->span, &when);
        ics_exceptions_add(repeat->busy->arena, &repeat->out, &when);
    }
    return true;
}

static void add_start(struct repeat *repeat, const struct zone *zone,
                      struct civil start)
{
    int64_t at_s = ics_instant(zone, start);
    int64_t local_s = at_s + zone_offset_s(repeat->span->start.zone, at_s);
    if (zone == repeat->span->start.zone) {
        local_s = civil_to_seconds(start);
    }
    if (!is_out(repeat, at_s, local_s)) {
        ics_busy_add(repeat->busy, repeat->times, at_s,
                     ics_end(zone, start, repeat->span->duration));
    }
}

static bool add_rule(struct repeat *repeat, const struct ics_property *property)
{
    struct ics_rule rule;
    struct ics_occurrences found = {0};
    const struct ics_when *start = &repeat->span->start;
    if (!read_rule(repeat, property, &rule) ||
        !find_starts(repeat, property, &rule, &found)) {
        return false;
    }
    for (int k = 0; k < found.n; k++) {
        struct civil civil = civil_from_seconds(found.at_s[k]);
        if (!is_after(&rule, start, found.at_s[k],
                      ics_instant(start->zone, civil))) {
            add_start(repeat, start->zone, civil);
        }
    }
    return true;
}

/* One value of RDATE: a time or, with an end of its own, a period. */
static bool add_date(struct repeat *repeat, const struct ics_property *property,
                     const char *text, size_t len)
{
    struct ics_busy *busy = repeat->busy;
    const struct ics_when *start = &repeat->span->start;
    struct ics_when when;
    struct window window;
    if (memchr(text, '/', len)) {
        if (!ics_busy_period(busy, property, text, len, &window)) {
            return false;
        }
        int64_t local_s =
            window.start_s + zone_offset_s(start->zone, window.start_s);
        if (!is_out(repeat, window.start_s, local_s)) {
            ics_busy_add(busy, repeat->times, window.start_s, window.end_s);
        }
        return true;
    }
    if (!ics_busy_when(busy, property, text, len, &when)) {
        return false;
    }
    ics_busy_adopt_zone(busy, repeat->span, &when);
    if (when.time.is_date != start->time.is_date) {
        return ics_busy_refuse(busy, property,
                               "DTSTART and RDATE are a day and a time",
                               "both of one kind");
    }
    add_start(repeat, when.zone, when.time.civil);
    return true;
}

static bool add_dates(struct repeat *repeat, const struct ics_property *property)
{
    const char *rest = property->value, *at;
    size_t len;
    while ((at = ics_next_part(&rest, &len))) {
        if (!add_date(repeat, property, at, len)) {
            return false;
        }
    }
    return true;
}

static bool take_out_all(struct repeat *repeat)
{
    const struct ics_component *component = repeat->span->component;
    for (int k = 0; k < component->n_properties; k++) {
        const struct ics_property *property = &component->property[k];
        if ((strcmp(property->name, "EXDATE") == 0 &&
             !take_out_dates(repeat, property)) ||
            (strcmp(property->name, "EXRULE") == 0 &&
             !take_out_rule(repeat, property))) {
            return false;
        }
    }
    sort_instants(&repeat->out.instants);
    sort_instants(&repeat->out.days);
    return true;
}

bool ics_busy_repeat(struct ics_busy *busy, const struct ics_span *span,
                     const struct ics_exceptions *out, struct windows *times)
{
    struct repeat repeat = {.busy = busy, .span = span, .times = times};
    const struct ics_component *component = span->component;
    const struct ics_property *rule = ics_find(component, "RRULE");
    for (int k = 0; k < out->instants.n; k++) {
        add_instant(busy->arena, &repeat.out.instants, out->instants.at_s[k]);
    }
    for (int k = 0; k < out->days.n; k++) {
        add_instant(busy->arena, &repeat.out.days, out->days.at_s[k]);
    }
    if (!ics_busy_is_single(busy, component, "RRULE") || !take_out_all(&repeat)) {
        return false;
    }
    if (!rule) {
        add_start(&repeat, span->start.zone, span->start.time.civil);
    } else if (!add_rule(&repeat, rule)) {
        return false;
    }
    for (int k = 0; k < component->n_properties; k++) {
        if (strcmp(component->property[k].name, "RDATE") == 0 &&
            !add_dates(&repeat, &component->property[k])) {
            return false;
        }
    }
    return true;
}
