#ifndef MATCHDAY_IO_ICS_TIME_H
#define MATCHDAY_IO_ICS_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/civil.h"
#include "scheduler/base/zone.h"

/* Values of iCalendar properties that say when (RFC 5545 3.3). libical takes
 * 20261332T256199Z for a time; here every part must be one. */

struct ics_time {
    struct civil civil; /* years 1 to 9999 */
    bool is_date;       /* the whole day; clock fields 0 */
    bool is_utc;        /* "Z" */
};

/* "20210518", "20210518T090000" or "20210518T090000Z", text[0 .. len). Second 60
 * counts as 59. */
bool ics_time_parse(const char *text, size_t len, struct ics_time *time);

/* Days of the calendar, then seconds of the clock, as a change of the clock makes
 * some days longer than others. */
struct ics_duration {
    int64_t days, seconds;
};

/* "PT1H30M", "P1DT2H", "P2W", with or without a sign; no part beyond 100 years. */
bool ics_duration_parse(const char *text, size_t len,
                        struct ics_duration *duration);

/* The instant that a clock in the zone means by this time. RFC 5545 3.3.5: of a time
 * that comes twice the first; one that is skipped as if the clock had not been
 * changed yet. */
int64_t ics_instant(const struct zone *zone, struct civil civil);

/* The end of what begins at that civil time in the zone. */
int64_t ics_end(const struct zone *zone, struct civil start,
                struct ics_duration duration);

#endif
