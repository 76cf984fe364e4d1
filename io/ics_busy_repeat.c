/* One component again and again: by its RRULE and RDATEs. */

#include <string.h>

#include "io/ics_busy_parts.h"
#include "io/ics_recur.h"
#include "scheduler/base/text.h"

enum { DAY_S = 86400 };

struct repeat {
    struct ics_busy *busy;
    const struct ics_span *span;
    struct ics_exceptions out; /* its own */
    struct ics_alterations *alterations;
    struct ics_reach reach;
    struct windows *times;
};

static bool is_out(struct repeat *repeat, int64_t at_s, int64_t local_s)
{
    bool is_own = ics_exceptions_take(&repeat->out, at_s, local_s);
    return ics_exceptions_take(&repeat->alterations->out, at_s, local_s) || is_own;
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

/* UNTIL of whole days must be a day. Where it is an instant, programs differ: some
 * mean the day that it names, others compare it with midnight; what one of them
 * keeps is busy. */
static bool is_after_instant(const struct ics_rule *rule,
                             const struct ics_when *start, int64_t local_s,
                             int64_t at_s)
{
    int64_t until_s = civil_to_seconds(rule->until.civil);
    return at_s > until_s && (!start->time.is_date || local_s > until_s);
}

static bool is_after(const struct ics_rule *rule, const struct ics_when *start,
                     int64_t local_s, int64_t at_s)
{
    if (!rule->has_until || local_s == civil_to_seconds(start->time.civil)) {
        return false;
    }
    if (rule->until.is_utc) {
        return is_after_instant(rule, start, local_s, at_s);
    }
    return local_s > civil_to_seconds(rule->until.civil) +
                         (rule->until.is_date ? DAY_S - 1 : 0);
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
    int64_t longest_s = duration->days * DAY_S + duration->seconds;
    if (repeat->reach.longest_s > longest_s) {
        longest_s = repeat->reach.longest_s;
    }
    const struct ics_recurrence recurrence = {
        .rule = rule,
        .first = repeat->span->start.time.civil,
        .from_s = busy->from_s - longest_s - repeat->reach.later_s - FAR_S,
        .to_s = busy->to_s + repeat->reach.earlier_s + FAR_S,
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
            ics_exceptions_add_instant(repeat->busy->arena, &repeat->out, at_s);
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

/* A time of the series, by the clock of a zone, with its own length. */
static void add_time(struct repeat *repeat, const struct zone *zone,
                     struct civil start, struct ics_duration duration)
{
    const struct zone *own = repeat->span->start.zone;
    int64_t at_s = ics_instant(zone, start);
    int64_t local_s =
        zone == own ? civil_to_seconds(start) : at_s + zone_offset_s(own, at_s);
    if (!is_out(repeat, at_s, local_s) &&
        ics_changes_apply(&repeat->alterations->changes, zone, at_s, &start,
                          &duration)) {
        ics_busy_add(repeat->busy, repeat->times, ics_instant(zone, start),
                     ics_end(zone, start, duration));
    }
}

static void add_start(struct repeat *repeat, const struct zone *zone,
                      struct civil start)
{
    add_time(repeat, zone, start, repeat->span->duration);
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
        const struct ics_duration length = {.seconds =
                                                window.end_s - window.start_s};
        add_time(repeat, busy->utc, civil_from_seconds(window.start_s), length);
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
    ics_exceptions_sort(&repeat->out);
    return true;
}

bool ics_busy_repeat(struct ics_busy *busy, const struct ics_span *span,
                     struct ics_alterations *alterations, struct windows *times)
{
    struct repeat repeat = {
        .busy = busy,
        .span = span,
        .alterations = alterations,
        .reach = ics_changes_reach(&alterations->changes, span->start.zone),
        .times = times,
    };
    const struct ics_component *component = span->component;
    const struct ics_property *rule = ics_find(component, "RRULE");
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
    ics_exceptions_tell_unmet(busy, &repeat.out);
    return true;
}
