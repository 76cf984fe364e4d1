#ifndef MATCHDAY_IO_ICS_ZONES_H
#define MATCHDAY_IO_ICS_ZONES_H

#include <stdbool.h>

#include "io/event_times.h"
#include "io/ics_tree.h"
#include "scheduler/base/zone.h"

/* The time zones of one iCalendar file. A TZID is, in this order:
 *
 * - a name of the tz database, also behind a prefix such as
 *   "/freeassociation.sourceforge.net/Europe/Paris";
 * - a name that Windows has for one: "Tokyo Standard Time";
 * - whatever the file's VTIMEZONE of that TZID defines.
 *
 * The database comes first because definitions in files are often cut short or out
 * of date; one that says something else on the days that matter is a warning. */
struct ics_zone {
    const char *tzid;
    const struct zone *zone; /* NULL: refused */
    const char *refusal;
    const struct ics_component *definition; /* VTIMEZONE, or NULL */
    const struct ics_component *second; /* another one of the same TZID, or NULL */
};

struct ics_zones {
    struct arena *arena;
    struct zones database; /* what was read of it so far */
    struct findings *findings;
    const char *file;
    const struct window *day; /* the days that matter */
    int n_days;
    struct ics_zone *zone;
    int n, capacity;
    int64_t work; /* that was spent on definitions */
};

/* Notes the VTIMEZONEs of a calendar; one TZID defined twice counts as first, with a
 * warning where they differ. */
void ics_zones_add(struct ics_zones *zones, const struct ics_component *calendar);

/* The zone of that name, or NULL with an error at the property that names it: the
 * file, the line, the name and what to do about it. */
const struct zone *ics_zones_find(struct ics_zones *zones, const char *tzid,
                                  const struct ics_property *property);

/* The zone that a VTIMEZONE defines, good until some years after until_s; in arena.
 * NULL with *refusal if it is not understood, or takes more than *work, as in
 * ics_recur(). */
const struct zone *ics_zone_define(struct arena *arena,
                                   const struct ics_component *definition,
                                   int64_t until_s, int64_t *work,
                                   const char **refusal);

/* The name in the tz database of a zone that Windows calls so, or NULL. */
const char *ics_zone_of_windows(const char *name);

#endif
