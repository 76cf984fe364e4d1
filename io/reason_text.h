#ifndef MATCHDAY_IO_REASON_TEXT_H
#define MATCHDAY_IO_REASON_TEXT_H

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* What the reason means in this case, in English sentences for an organiser:
 * "Gifu Prefecture is free in no slot: look at availability, social hours and
 * agenda." Participants are called by their organisations, meetings of the schedule
 * "m0007 (Gifu Prefecture with Vitagora)", all else by ids; ids that the event or
 * the schedule does not know stand as they are. In arena. */
char *reason_text(struct arena *arena, const struct event *event,
                  const struct schedule *schedule,
                  const struct unscheduled *unscheduled);

/* "A", "A and B", "A, B and C"; of more than REASON_MAX_NAMES the first ones:
 * "A, B, C, D, E and 4 more". */
enum { REASON_MAX_NAMES = 6 };
char *reason_list_text(struct arena *arena, const struct strings *names);

#endif
