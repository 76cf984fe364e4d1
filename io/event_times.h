#ifndef MATCHDAY_IO_EVENT_TIMES_H
#define MATCHDAY_IO_EVENT_TIMES_H

#include <stdbool.h>
#include <stdint.h>

#include "io/fields.h"
#include "scheduler/base/zone.h"
#include "scheduler/model/event.h"

/* Zones by name, so that each is read once, also those that are none. */
struct zone_entry {
    const char *name;
    const struct zone *zone; /* NULL: refused */
    const char *refusal;
};

struct zones {
    struct zone_entry *entry;
    int n, capacity;
    int n_refused;
};

/* The zone that a member names, or fallback if it is left out or none. */
const struct zone *zones_read(struct zones *zones, const struct fields *fields,
                              const char *key, const struct zone *fallback);

/* The zone of that name, or NULL with *refusal saying why. */
const struct zone *zones_find(struct zones *zones, struct arena *arena,
                              const char *name, const char **refusal);

/* The instant at which the zone's clock shows this; civil may have hour 24. False
 * with an error that names both readings if a change of the clock skips or
 * repeats it; `written` is what the user wrote. */
struct clock_time {
    struct civil civil;
    const struct zone *zone;
    const char *written;
    bool is_clock; /* an offset cannot be written behind it */
};
bool clock_to_instant(const struct fields *fields, const char *key,
                      const struct clock_time *time, int64_t *instant_s);

/* A member with a date and time, local in the zone unless an offset stands behind
 * it. False, with an error unless it was left out, if there is none. */
bool field_instant(const struct fields *fields, const char *key,
                   const struct zone *zone, int64_t *instant_s);

/* Two required members, the second later than the first. */
struct span_keys {
    const char *start, *end;
};
bool field_span(const struct fields *fields, struct span_keys keys,
                const struct zone *zone, struct window *window);

/* Refuses what is "no date" or the like, with what was meant if that is known. */
struct time_refusal {
    const char *is_no, *meant, *expected; /* meant: or NULL */
};
bool field_refuse_time(const struct fields *fields, const char *key,
                       const char *text, struct time_refusal refusal);

/* A member with a clock time "09:00" to "24:00", in minutes after midnight; -1 if
 * it is left out (an error then if it is required) or wrong. */
int field_clock(const struct fields *fields, const char *key, bool required);

void windows_add(struct arena *arena, struct windows *windows,
                 struct window window);
void windows_sort(struct windows *windows);

#endif
