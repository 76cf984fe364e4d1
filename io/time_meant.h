#ifndef MATCHDAY_IO_TIME_MEANT_H
#define MATCHDAY_IO_TIME_MEANT_H

#include "scheduler/base/arena.h"

/* What people and spreadsheets write for dates and times, in the form which is
 * wanted, for "did you mean". NULL if the text could mean more than one day, as
 * "4/5/2026" does, or is nothing like it. */

/* "2026-05-19" for "19.05.2026", "19/5/2026", "2026/5/19 0:00". */
const char *date_meant(struct arena *arena, const char *text);

/* "2026-05-19T16:00" for "19.05.2026 16:00", "2026-05-19 4:00 PM"; the next day's
 * "00:00" for "24:00". */
const char *date_time_meant(struct arena *arena, const char *text);

/* "09:00" for "9h", "9.00", "09:00:00", "9:00 AM". */
const char *clock_meant(struct arena *arena, const char *text);

#endif
