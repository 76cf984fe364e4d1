#ifndef MATCHDAY_COMMANDS_CLOCK_H
#define MATCHDAY_COMMANDS_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/civil.h"
#include "scheduler/base/zone.h"
#include "scheduler/model/event.h"

/* Instants as commands print them, short. All texts are in arena. */

/* "Tue 19 May 10:15", "10:15" */
char *clock_day_text(struct arena *arena, const struct zone *zone, int64_t at_s);
char *clock_time_text(struct arena *arena, const struct zone *zone, int64_t at_s);

/* Reads a date and time as people type it, "2026-05-19 9:30" as well as all that
 * civil_parse() reads. */
bool clock_read(const char *text, struct civil *civil, bool *fixed, int64_t *at_s);

/* True if both instants are on one day of the zone's calendar. */
bool clock_is_same_day(const struct zone *zone, int64_t a_s, int64_t b_s);

/* On the clocks that the event displays: "Tue 19 May 10:15 Brussels, 17:15 Tokyo".
 */
char *clock_all_text(struct arena *arena, const struct event *event, int64_t at_s);

#endif
