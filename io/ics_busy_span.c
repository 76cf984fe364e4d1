/* What the properties of a component say of times. */

#include <string.h>

#include "io/ics_busy_parts.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

bool ics_busy_refuse(struct ics_busy *busy, const struct ics_property *property,
                     const char *found, const char *expected)
{
    return findings_add(busy->findings, SEVERITY_ERROR,
                        ics_place(busy->input->file, property), "%s; expected %s",
                        phrase(found), phrase(expected));
}

/* What a value's beginning looks like in a message. */
static const char *shown(struct arena *arena, const char *text, size_t len)
{
    return arena_printf(arena, phrase("'%.*s%s'"), len < 40 ? (int)len : 40, text,
                        len < 40 ? "" : "…");
}

static void warn_of_zone(struct ics_busy *busy, const struct ics_property *property,
                         const char *tzid)
{
    findings_add(
        busy->findings, SEVERITY_WARNING, ics_place(busy->input->file, property),
        "a time in UTC ('Z') names the time zone '%s' as well; it is read as "
        "UTC",
        tzid);
}

bool ics_busy_when(struct ics_busy *busy, const struct ics_property *property,
                   const char *text, size_t len, struct ics_when *when)
{
    const char *tzid = ics_parameter(property, "TZID");
    const char *kind = ics_parameter(property, "VALUE");
    *when = (struct ics_when){.property = property, .zone = busy->input->zone};
    if (!ics_time_parse(text, len, &when->time) ||
        (text_equal_nocase(kind, "DATE") && !when->time.is_date) ||
        (text_equal_nocase(kind, "DATE-TIME") && when->time.is_date)) {
        return ics_busy_refuse(busy, property,
                               arena_printf(busy->arena,
                                            phrase(text_equal_nocase(kind, "DATE")
                                                       ? "%s is no such date"
                                                       : "%s is no such time"),
                                            shown(busy->arena, text, len)),
                               text_equal_nocase(kind, "DATE")
                                   ? phrase("a day like 20210518")
                                   : phrase("one like 20210518T090000Z"));
    }
    if (when->time.is_utc) {
        if (*tzid != '\0' && strcmp(tzid, "UTC") != 0) {
            warn_of_zone(busy, property, tzid);
        }
        when->zone = busy->utc;
    } else if (*tzid != '\0' && !when->time.is_date) {
        when->zone = ics_zones_find(&busy->zones, tzid, property);
        if (!when->zone) {
            return false;
        }
    }
    when->at_s = ics_instant(when->zone, when->time.civil);
    return true;
}

bool ics_busy_is_single(struct ics_busy *busy,
                        const struct ics_component *component, const char *name)
{
    const struct ics_property *first = ics_find(component, name);
    for (int k = 0; k < component->n_properties; k++) {
        const struct ics_property *property = &component->property[k];
        if (strcmp(property->name, name) == 0 && property != first) {
            return ics_busy_refuse(busy, property, "stands there twice", "it once");
        }
    }
    return true;
}

/* The length of what has DTEND. */
static bool read_end(struct ics_busy *busy, const struct ics_property *property,
                     struct ics_span *span)
{
    struct ics_when end;
    if (!ics_busy_when(busy, property, property->value, strlen(property->value),
                       &end)) {
        return false;
    }
    if (end.time.is_date != span->start.time.is_date) {
        return ics_busy_refuse(busy, property,
                               "DTSTART and DTEND are a day and a time",
                               "both of one kind");
    }
    int64_t length_s = end.time.is_date
                           ? civil_to_seconds(end.time.civil) -
                                 civil_to_seconds(span->start.time.civil)
                           : end.at_s - span->start.at_s;
    if (length_s < 0) {
        return ics_busy_refuse(busy, property, "the end is before the start",
                               "it after DTSTART");
    }
    if (end.time.is_date) {
        /* Some programs write a single day with the same day as its end. */
        span->duration.days = length_s == 0 ? 1 : length_s / 86400;
    } else {
        span->duration.seconds = length_s;
    }
    return true;
}

static bool read_duration(struct ics_busy *busy,
                          const struct ics_property *property,
                          struct ics_span *span)
{
    if (!ics_duration_parse(property->value, strlen(property->value),
                            &span->duration) ||
        span->duration.days < 0 || span->duration.seconds < 0) {
        return ics_busy_refuse(busy, property,
                               arena_printf(busy->arena,
                                            phrase("%s is no such length"),
                                            shown(busy->arena, property->value,
                                                  strlen(property->value))),
                               "one like PT1H30M, of at most 100 years");
    }
    if (span->start.time.is_date && span->duration.seconds != 0) {
        return ics_busy_refuse(busy, property,
                               "a whole day lasts for hours and minutes",
                               "days, or a DTSTART with a time");
    }
    return true;
}

bool ics_busy_span(struct ics_busy *busy, const struct ics_component *component,
                   struct ics_span *span)
{
    static const char *const single[] = {"DTSTART", "DTEND", "DURATION"};
    const struct ics_property *start = ics_find(component, "DTSTART");
    const struct ics_property *end = ics_find(component, "DTEND");
    const struct ics_property *duration = ics_find(component, "DURATION");
    *span = (struct ics_span){.component = component};
    if (!start) {
        return findings_add(busy->findings, SEVERITY_ERROR,
                            (struct place){.file = busy->input->file,
                                           .line = component->line,
                                           .field = "DTSTART"},
                            "is missing; expected when this begins");
    }
    for (int k = 0; k < 3; k++) {
        if (!ics_busy_is_single(busy, component, single[k])) {
            return false;
        }
    }
    if (end && duration) {
        return ics_busy_refuse(busy, duration, "stands beside DTEND",
                               "one of them");
    }
    if (!ics_busy_when(busy, start, start->value, strlen(start->value),
                       &span->start)) {
        return false;
    }
    if (!end && !duration) {
        span->duration.days = span->start.time.is_date;
        return true;
    }
    return end ? read_end(busy, end, span) : read_duration(busy, duration, span);
}

void ics_busy_adopt_zone(struct ics_busy *busy, const struct ics_span *span,
                         struct ics_when *when)
{
    const struct ics_when *start = &span->start;
    bool has_zone =
        when->time.is_utc || *ics_parameter(when->property, "TZID") != '\0';
    bool start_has_zone =
        start->time.is_utc || *ics_parameter(start->property, "TZID") != '\0';
    if (when->time.is_date || has_zone || !start_has_zone) {
        return;
    }
    findings_add(busy->findings, SEVERITY_WARNING,
                 ics_place(busy->input->file, when->property),
                 "has no time zone, though DTSTART has one; it is read in that");
    when->zone = start->zone;
    when->at_s = ics_instant(when->zone, when->time.civil);
}

bool ics_busy_period(struct ics_busy *busy, const struct ics_property *property,
                     const char *text, size_t len, struct window *window)
{
    const char *slash = memchr(text, '/', len);
    struct ics_when start, end;
    struct ics_duration duration;
    static const char expected[] = "one like 20210518T070000Z/20210518T080000Z";
    const struct ics_property plain = {.name = property->name,
                                       .line = property->line,
                                       .parameter = property->parameter,
                                       .n_parameters = property->n_parameters};
    if (!slash) {
        return ics_busy_refuse(busy, property,
                               arena_printf(busy->arena, phrase("%s is no period"),
                                            shown(busy->arena, text, len)),
                               expected);
    }
    size_t first = (size_t)(slash - text), second = len - first - 1;
    if (!ics_busy_when(busy, &plain, text, first, &start)) {
        return false;
    }
    if (ics_duration_parse(slash + 1, second, &duration)) {
        end.at_s = ics_end(start.zone, start.time.civil, duration);
    } else if (!ics_busy_when(busy, &plain, slash + 1, second, &end)) {
        return false;
    }
    if (end.at_s < start.at_s) {
        return ics_busy_refuse(busy, property,
                               arena_printf(busy->arena,
                                            phrase("%s ends before it begins"),
                                            shown(busy->arena, text, len)),
                               expected);
    }
    *window = (struct window){start.at_s, end.at_s};
    return true;
}

bool ics_busy_spend(struct ics_busy *busy, int line, int64_t n)
{
    if (busy->work >= n) {
        busy->work -= n;
        return true;
    }
    busy->work = 0;
    if (busy->is_spent) {
        return false;
    }
    busy->is_spent = true;
    return findings_add(
        busy->findings, SEVERITY_ERROR,
        (struct place){.file = busy->input->file, .line = line},
        "what is repeated in this calendar takes more work than any calendar "
        "should; expected fewer repetitions, or the busy times alone (VFREEBUSY)");
}
