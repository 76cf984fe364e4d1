#include "io/ics_zones.h"

#include <string.h>

#include "scheduler/base/phrase.h"
#include "scheduler/base/zone_name.h"

/* A definition may take a hundredth of the work that all of a file may. */
enum { MOST_ZONES = 1000, MOST_ZONE_WORK = 300000, MOST_WORK = 30000000 };

static struct ics_zone *find_entry(const struct ics_zones *zones, const char *tzid)
{
    for (int k = 0; k < zones->n; k++) {
        if (strcmp(zones->zone[k].tzid, tzid) == 0) {
            return &zones->zone[k];
        }
    }
    return NULL;
}

static struct ics_zone *add_entry(struct ics_zones *zones, const char *tzid)
{
    zones->zone = arena_grow(zones->arena, zones->zone, zones->n, &zones->capacity,
                             sizeof *zones->zone);
    zones->zone[zones->n] = (struct ics_zone){.tzid = tzid};
    return &zones->zone[zones->n++];
}

void ics_zones_add(struct ics_zones *zones, const struct ics_component *calendar)
{
    for (const struct ics_component *child = calendar->first; child;
         child = child->next) {
        const struct ics_property *tzid = ics_find(child, "TZID");
        if (strcmp(child->name, "VTIMEZONE") != 0 || !tzid) {
            continue;
        }
        if (zones->n == MOST_ZONES) {
            findings_add(zones->findings, SEVERITY_ERROR,
                         ics_place(zones->file, tzid),
                         "the file defines more than %d time zones; expected those "
                         "that its events use",
                         MOST_ZONES);
            return;
        }
        const char *name = ics_text(zones->arena, tzid->value);
        struct ics_zone *entry = find_entry(zones, name);
        if (entry) {
            entry->second = entry->second ? entry->second : child;
        } else {
            add_entry(zones, name)->definition = child;
        }
    }
}

/* The zone of the database that a TZID names, or NULL with why not. A prefix is left
 * out part by part: the name is what stands behind it. */
static const struct zone *find_in_database(struct ics_zones *zones,
                                           const char *tzid, const char **refusal)
{
    const char *windows = ics_zone_of_windows(tzid);
    const char *name = windows ? windows : tzid;
    while (*name == '/') {
        const char *slash = strchr(name + 1, '/');
        if (!slash) {
            break;
        }
        name = slash;
        if (zone_name_is_well_formed(name + 1) &&
            zones_find(&zones->database, zones->arena, name + 1, refusal)) {
            name++;
        }
    }
    return zones_find(&zones->database, zones->arena, name, refusal);
}

static const char *offset_text(struct arena *arena, int offset_s)
{
    int minutes = (offset_s < 0 ? -offset_s : offset_s) / 60;
    return arena_printf(arena, "UTC%c%02d:%02d", offset_s < 0 ? '-' : '+',
                        minutes / 60, minutes % 60);
}

static int64_t last_day(const struct ics_zones *zones)
{
    int64_t last_s = 0;
    for (int k = 0; k < zones->n_days; k++) {
        last_s = zones->day[k].end_s > last_s ? zones->day[k].end_s : last_s;
    }
    return last_s;
}

static const struct zone *define(struct ics_zones *zones,
                                 const struct ics_component *definition,
                                 const char **refusal)
{
    int64_t left = MOST_WORK - zones->work;
    int64_t most = left < MOST_ZONE_WORK ? left : MOST_ZONE_WORK, work = most;
    const struct zone *zone =
        ics_zone_define(zones->arena, definition, last_day(zones), &work, refusal);
    zones->work += most - (work > 0 ? work : 0);
    return zone;
}

/* Warns if the file says something else of a zone than what is used. */
static void compare(struct ics_zones *zones, const struct ics_zone *entry,
                    const struct ics_component *definition)
{
    const char *ignored;
    const struct zone *defined =
        definition ? define(zones, definition, &ignored) : NULL;
    for (int k = 0; defined && k < zones->n_days; k++) {
        int64_t at_s = zones->day[k].start_s;
        int theirs_s = zone_offset_s(defined, at_s);
        int ours_s = zone_offset_s(entry->zone, at_s);
        if (theirs_s != ours_s) {
            findings_add(
                zones->findings, SEVERITY_WARNING,
                (struct place){.file = zones->file,
                               .line = definition->line,
                               .field = "VTIMEZONE"},
                "the file defines '%s' as %s on %.10s, but %s has %s then, and "
                "that is used; expected the same",
                entry->tzid, offset_text(zones->arena, theirs_s),
                instant_format(zones->arena, at_s), entry->zone->name,
                offset_text(zones->arena, ours_s));
            return;
        }
    }
}

static void resolve(struct ics_zones *zones, struct ics_zone *entry)
{
    const char *refusal = NULL, *unknown;
    entry->zone = find_in_database(zones, entry->tzid, &unknown);
    if (entry->zone) {
        compare(zones, entry, entry->definition);
        compare(zones, entry, entry->second);
        return;
    }
    if (entry->definition) {
        entry->zone = define(zones, entry->definition, &refusal);
        entry->refusal =
            refusal ? arena_printf(zones->arena,
                                   phrase("time zone '%s' is not known, and %s"),
                                   entry->tzid, refusal)
                    : NULL;
        if (entry->zone) {
            compare(zones, entry, entry->second);
        }
        return;
    }
    entry->refusal = arena_printf(
        zones->arena,
        phrase(
            "%s; or a VTIMEZONE in the file that defines '%s': export the calendar "
            "with its time zones, or in UTC"),
        unknown, entry->tzid);
}

const struct zone *ics_zones_find(struct ics_zones *zones, const char *tzid,
                                  const struct ics_property *property)
{
    if (strchr(tzid, '\\')) { /* some escape as in TZID's own definition */
        tzid = ics_text(zones->arena, tzid);
    }
    struct ics_zone *entry = find_entry(zones, tzid);
    if (!entry && zones->n < 2 * MOST_ZONES) {
        entry = add_entry(zones, tzid);
    }
    if (!entry) {
        findings_add(
            zones->findings, SEVERITY_ERROR, ics_place(zones->file, property),
            "the file names too many time zones; expected at most %d", MOST_ZONES);
        return NULL;
    }
    if (!entry->zone && !entry->refusal) {
        resolve(zones, entry);
    }
    if (!entry->zone) {
        findings_add(zones->findings, SEVERITY_ERROR,
                     ics_place(zones->file, property), "%s", entry->refusal);
    }
    return entry->zone;
}
