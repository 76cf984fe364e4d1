#ifndef MATCHDAY_BASE_ZONE_H
#define MATCHDAY_BASE_ZONE_H

#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/civil.h"
#include "scheduler/base/error.h"

/* Time zones, read from the system's tz database (TZif, RFC 8536), never from
 * the machine's own setting. */

struct zone_rule;

struct zone {
    const char *name; /* IANA name, as in the database */
    int n_transitions;
    const int64_t *at_s;     /* instants at which the offset may change, rising */
    const int32_t *offset_s; /* UTC offset from at_s[i] to the next */
    int32_t first_offset_s;  /* before the first transition */
    const char *footer;      /* POSIX TZ string from the last one on, or "" */
    const struct zone_rule *rule; /* what the footer says; NULL if it is "" */
};

/* Reads a zone by IANA name ("Europe/Paris", "UTC"), compared exactly, from the
 * folder in the environment's TZDIR, else from /usr/share/zoneinfo. Refuses
 * names that are paths, and abbreviations ("CET", "GMT", also where the
 * database has a file of that name), saying which IANA name was probably meant:
 * "time zone 'JST' is an abbreviation; expected an IANA name, probably
 * 'Asia/Tokyo'". The zone lives in arena. Returns NULL with *err set; its code
 * is EXIT_CODE_IO where the database itself cannot be read or is damaged. */
const struct zone *zone_read(struct arena *arena, const char *name,
                             struct error *err);

/* The folder that zones are read from, and which release of the tz database is
 * there, "2025b"; NULL if it does not say. In arena. */
const char *zone_database_folder(void);
const char *zone_database_version(struct arena *arena);

/* What people call it: "Los Angeles" of "America/Los_Angeles". In arena. */
const char *zone_city(struct arena *arena, const struct zone *zone);

/* UTC offset in seconds, east positive, at an instant (within some ten
 * million years). */
int zone_offset_s(const struct zone *zone, int64_t instant_s);

/* What the clock shows at an instant. */
struct civil zone_to_civil(const struct zone *zone, int64_t instant_s);

/* All instants at which the clock shows this time: returns 0 (skipped by a
 * change of the clock), 1 or 2 (shown twice), the earlier first. Fields may run
 * over as for civil_to_seconds(): hour 24 is the next day's 00:00. */
int zone_to_instants(const struct zone *zone, struct civil civil,
                     int64_t instant_s[2]);

#endif
