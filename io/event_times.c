#include "io/event_times.h"

#include <stdlib.h>
#include <string.h>

#include "io/time_meant.h"
#include "scheduler/base/phrase.h"

const struct zone *zones_find(struct zones *zones, struct arena *arena,
                              const char *name, const char **refusal)
{
    for (int k = 0; k < zones->n; k++) {
        if (strcmp(zones->entry[k].name, name) == 0) {
            *refusal = zones->entry[k].refusal;
            return zones->entry[k].zone;
        }
    }
    /* Each name that is none costs a search for what was meant; nobody reads more
     * errors than these. */
    if (zones->n_refused == FINDINGS_ERRORS_PRINTED) {
        *refusal = phrase(
            "time zone is not looked up any more after so many that are none");
        return NULL;
    }
    struct error err;
    struct zone_entry entry = {.name = name, .zone = zone_read(arena, name, &err)};
    if (!entry.zone) {
        entry.refusal = arena_strdup(arena, err.text);
        zones->n_refused++;
    }
    zones->entry =
        arena_grow(arena, zones->entry, zones->n, &zones->capacity, sizeof entry);
    zones->entry[zones->n++] = entry;
    *refusal = entry.refusal;
    return entry.zone;
}

const struct zone *zones_read(struct zones *zones, const struct fields *fields,
                              const char *key, const struct zone *fallback)
{
    const char *refusal = NULL;
    const char *name = field_text(fields, key);
    if (!*name) {
        return fallback;
    }
    const struct zone *zone = zones_find(zones, fields->arena, name, &refusal);
    if (!zone) {
        field_error(fields, key, "%s", refusal);
        return fallback;
    }
    return zone;
}

/* "2021-03-28T02:30+01:00": the same reading with an offset behind it. */
static const char *with_offset(struct arena *arena, struct civil civil,
                               int offset_s)
{
    int minutes = (offset_s < 0 ? -offset_s : offset_s) / 60;
    struct civil c = civil_from_seconds(civil_to_seconds(civil)); /* no hour 24 */
    const char *seconds = c.second ? arena_printf(arena, ":%02d", c.second) : "";
    return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d%s%c%02d:%02d", c.year,
                        c.month, c.day, c.hour, c.minute, seconds,
                        offset_s < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

bool clock_to_instant(const struct fields *fields, const char *key,
                      const struct clock_time *time, int64_t *instant_s)
{
    enum { FAR_S = 26 * 3600 }; /* beyond any change of the clock around it */
    int64_t at_s[2];
    struct arena *arena = fields->arena;
    int n = zone_to_instants(time->zone, time->civil, at_s);
    if (n == 1) {
        *instant_s = at_s[0];
        return true;
    }
    int64_t local_s = civil_to_seconds(time->civil);
    int before_s = zone_offset_s(time->zone, n == 2 ? at_s[0] : local_s - FAR_S);
    int after_s = zone_offset_s(time->zone, n == 2 ? at_s[1] : local_s + FAR_S);
    return field_error(
        fields, key,
        n == 2 ? "'%s' comes twice in %s, where the clock is changed then: it "
                 "could be '%s' or '%s'; expected %s"
               : "'%s' does not exist in %s, where the clock is changed then: it "
                 "could be '%s' or '%s'; expected %s",
        time->written, time->zone->name, with_offset(arena, time->civil, before_s),
        with_offset(arena, time->civil, after_s),
        phrase(time->is_clock ? "another time, or 'time_zone': 'UTC'"
                              : "one of these, or another time"));
}

bool field_refuse_time(const struct fields *fields, const char *key,
                       const char *text, struct time_refusal refusal)
{
    const char *shown = field_shown(fields->arena, text);
    if (refusal.meant) {
        return field_error(fields, key, "'%s' is no %s; did you mean '%s'?", shown,
                           phrase(refusal.is_no), refusal.meant);
    }
    return field_error(fields, key, "'%s' is no %s; expected %s", shown,
                       phrase(refusal.is_no), phrase(refusal.expected));
}

bool field_instant(const struct fields *fields, const char *key,
                   const struct zone *zone, int64_t *instant_s)
{
    bool fixed;
    struct clock_time time = {.zone = zone, .written = field_text(fields, key)};
    if (!*time.written) {
        return false;
    }
    if (!civil_parse(time.written, &time.civil, &fixed, instant_s)) {
        return field_refuse_time(
            fields, key, time.written,
            (struct time_refusal){
                PHRASE("date and time"),
                date_time_meant(fields->arena, time.written),
                PHRASE("one like '2021-05-18T09:00', with or without 'Z' or an "
                       "offset like '+09:00' behind it")});
    }
    return fixed || clock_to_instant(fields, key, &time, instant_s);
}

static bool required_instant(const struct fields *fields, const char *key,
                             const struct zone *zone, int64_t *instant_s)
{
    if (!field_find(fields, key)) {
        return field_missing(fields, key,
                             "a date and time like '2021-05-18T09:00'");
    }
    return field_instant(fields, key, zone, instant_s);
}

bool field_span(const struct fields *fields, struct span_keys keys,
                const struct zone *zone, struct window *window)
{
    bool has_start = required_instant(fields, keys.start, zone, &window->start_s);
    bool has_end = required_instant(fields, keys.end, zone, &window->end_s);
    if (!has_start || !has_end) {
        return false;
    }
    if (window->end_s <= window->start_s) {
        return field_error(fields, keys.end,
                           "'%s' is not after the %s '%s'; expected a later time",
                           field_text(fields, keys.end), keys.start,
                           field_text(fields, keys.start));
    }
    return true;
}

int field_clock(const struct fields *fields, const char *key, bool required)
{
    const char *text = required
                           ? field_required_text(fields, key, "a time like '09:00'")
                           : field_text(fields, key);
    if (!*text) {
        return -1;
    }
    int minutes = clock_parse(text);
    if (minutes < 0) {
        field_refuse_time(
            fields, key, text,
            (struct time_refusal){PHRASE("time of a day"),
                                  clock_meant(fields->arena, text),
                                  PHRASE("one from '00:00' to '24:00'")});
    }
    return minutes;
}

void windows_add(struct arena *arena, struct windows *windows, struct window window)
{
    int n = windows->n;
    if ((n & (n - 1)) == 0) { /* full: it holds a power of two, or nothing */
        struct window *wider = arena_new(arena, n > 0 ? 2 * n : 1, struct window);
        if (n > 0) {
            memcpy(wider, windows->window, (size_t)n * sizeof window);
        }
        windows->window = wider;
    }
    windows->window[windows->n++] = window;
}

static int compare_windows(const void *left, const void *right)
{
    const struct window *a = left, *b = right;
    if (a->start_s != b->start_s) {
        return a->start_s < b->start_s ? -1 : 1;
    }
    return (a->end_s > b->end_s) - (a->end_s < b->end_s);
}

void windows_sort(struct windows *windows)
{
    if (windows->n > 1) {
        qsort(windows->window, (size_t)windows->n, sizeof *windows->window,
              compare_windows);
    }
}
