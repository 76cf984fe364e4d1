#ifndef MATCHDAY_BASE_ZONE_H
#define MATCHDAY_BASE_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"

/* Calendar dates, clock times and time zones. Instants are seconds since
 * 1970-01-01T00:00:00Z; civil times are what a clock on a wall shows.
 * Zones come from the system's tz database (TZif, RFC 8536). */

struct civil {
    int year, month, day; /* month and day from 1 */
    int hour, minute, second;
};

struct zone {
    const char *name; /* IANA name, as in the database */
    int n_transitions;
    const int64_t *at_s;     /* instants at which the offset changes, rising */
    const int32_t *offset_s; /* UTC offset from at_s[i] on; [-1] of it is `first` */
    int32_t first_offset_s;  /* before the first transition */
    const char *footer;      /* POSIX TZ string for later instants, or "" */
};

/* Reads a zone by IANA name ("Europe/Paris", "UTC"). Refuses names that are
 * paths, and abbreviations ("CET", "JST", also where the database has a file
 * of that name), saying which IANA name was probably meant. The zone lives in
 * arena. */
const struct zone *zone_read(struct arena *arena, const char *name,
                             struct error *err);

/* UTC offset in seconds at an instant. */
int zone_offset_s(const struct zone *zone, int64_t instant_s);

/* What the clock shows at an instant. */
struct civil zone_to_civil(const struct zone *zone, int64_t instant_s);

/* All instants at which the clock shows this time: returns 0 (skipped by a
 * change of the clock), 1 or 2 (shown twice), the earlier first. */
int zone_to_instants(const struct zone *zone, struct civil civil,
                     int64_t instant_s[2]);

/* Proleptic Gregorian calendar (Hinnant's days_from_civil). */
int64_t civil_to_seconds(struct civil civil); /* as if the clock showed UTC */
struct civil civil_from_seconds(int64_t seconds);
int civil_weekday(struct civil civil); /* 0 = Sunday */

/* "2021-05-18", years 1900 to 9999; false if it is no such date. */
bool civil_parse_date(const char *text, struct civil *civil);

/* "09:00" or "24:00" to minutes after midnight, -1 if it is no clock time. */
int clock_parse(const char *text);

/* "2021-05-18T09:00", also with seconds, and with "Z" or an offset like
 * "+09:00" behind it. With one, *fixed is true and *instant_s is set; without,
 * *fixed is false and *civil is set. False if the text is neither. */
bool civil_parse(const char *text, struct civil *civil, bool *fixed,
                 int64_t *instant_s);

/* "2021-05-18T07:00:00Z" */
char *instant_format(struct arena *arena, int64_t instant_s);

#endif
