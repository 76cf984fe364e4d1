#ifndef MATCHDAY_IO_JSON_SCHEDULE_H
#define MATCHDAY_IO_JSON_SCHEDULE_H

#include "io/sink.h"
#include "scheduler/base/arena.h"
#include "scheduler/model/schedule.h"

/* Writes schedule.json: a complete schedule, one meeting a line, members in the order
 * of the format's description, newline at the end. The same schedule gives the same
 * bytes. scratch is no copy of the sink's arena. */
void json_schedule_write(struct sink *sink, struct arena scratch,
                         const struct schedule *schedule);

/* The same as text in arena. */
char *json_schedule_text(struct arena *arena, const struct schedule *schedule);

#endif
