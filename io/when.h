#ifndef MATCHDAY_IO_WHEN_H
#define MATCHDAY_IO_WHEN_H

#include <stdint.h>

#include "io/texts.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/zone.h"

/* When something takes place, as the clocks of a zone show it:
 * "Tue 18 May 2021, 16:50-17:10 (UTC+09:00, Asia/Tokyo)". The offset is that of
 * the start. In arena. */
char *when_text(struct arena *arena, enum language language,
                const struct zone *zone, int64_t start_s, int64_t end_s);

/* Its parts at one instant: "Tue 18 May 2021", "16:50". */
char *when_date_text(struct arena *arena, enum language language,
                     const struct zone *zone, int64_t instant_s);
char *when_clock_text(struct arena *arena, enum language language,
                      const struct zone *zone, int64_t instant_s);

#endif
