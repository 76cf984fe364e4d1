#ifndef MATCHDAY_IO_SCHEDULE_READ_H
#define MATCHDAY_IO_SCHEDULE_READ_H

#include <stdbool.h>

#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/schedule.h"

/* Reads the schedule.json at path into *schedule, in arena; it is not bound to
 * an event yet (schedule_bind). Faults of the content go into findings, all in
 * one go; with errors *schedule must not be used. What a schedule claims is
 * judged by verify, not here. Returns false with *err if the file cannot be
 * read at all. */
bool schedule_read(struct arena *arena, const char *path, struct schedule *schedule,
                   struct findings *findings, struct error *err);

/* The same for a file that was parsed already; file is only named in findings. */
void schedule_from_value(struct arena *arena, const char *file,
                         const struct value *value, struct schedule *schedule,
                         struct findings *findings);

#endif
