#ifndef MATCHDAY_BASE_CIVIL_H
#define MATCHDAY_BASE_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"

/* Calendar dates and clock times, without time zones. Instants are seconds
 * since 1970-01-01T00:00:00Z; civil times are what a clock on a wall shows. */

struct civil {
    int year, month, day; /* month and day from 1 */
    int hour, minute, second;
};

/* Proleptic Gregorian calendar (Hinnant's days_from_civil). As if the clock
 * showed UTC. Days and clock fields may run over: day + 1 is the next day. The
 * month must be 1 to 12. */
int64_t civil_to_seconds(struct civil civil);

/* Years up to some ten million before and after 1970. */
struct civil civil_from_seconds(int64_t seconds);

int civil_weekday(struct civil civil); /* 0 = Sunday */

int civil_days_in_month(int year, int month);

/* "2021-05-18", years 1900 to 9999; false if it is no such date. The clock
 * fields become 0. */
bool civil_parse_date(const char *text, struct civil *civil);

/* "09:00", "9:00" or "24:00" to minutes after midnight, -1 if it is no clock time. */
int clock_parse(const char *text);

/* "2021-05-18T09:00", also with seconds, and with "Z" or an offset like
 * "+09:00" behind it. With one, *fixed is true and *instant_s is set; without,
 * *fixed is false and *civil is set. False if the text is neither, or if the
 * instant is outside the years 1900 to 9999. "24:00" and leap seconds are no
 * times of a day here. */
bool civil_parse(const char *text, struct civil *civil, bool *fixed,
                 int64_t *instant_s);

/* True within the years 1900 to 9999: what instant_format() writes of such an instant
 * is what civil_parse() reads. */
bool instant_is_readable(int64_t instant_s);

/* "2021-05-18T07:00:00Z" */
char *instant_format(struct arena *arena, int64_t instant_s);

#endif
