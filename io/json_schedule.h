#ifndef MATCHDAY_IO_JSON_SCHEDULE_H
#define MATCHDAY_IO_JSON_SCHEDULE_H

#include "scheduler/base/arena.h"
#include "scheduler/model/schedule.h"

/* schedule.json: the text of a complete schedule, one meeting a line, members
 * in the order of the format's description, newline at the end; in arena. The
 * same schedule gives the same bytes. */
char *json_schedule_text(struct arena *arena, const struct schedule *schedule);

#endif
