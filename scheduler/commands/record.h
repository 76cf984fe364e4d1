#ifndef MATCHDAY_COMMANDS_RECORD_H
#define MATCHDAY_COMMANDS_RECORD_H

#include "scheduler/base/exit_code.h"
#include "scheduler/commands/job.h"
#include "scheduler/model/told.h"

/* Records in the schedule that everybody was sent its present state, but for those who
 * were not reached. */
void record_in_memory(struct job *job, struct schedule *schedule,
                      const struct unreached *unreached);

/* The same in the schedule's file at path, and says so. */
enum exit_code record_as_sent(struct job *job, const char *path,
                              struct schedule *schedule,
                              const struct unreached *unreached);

#endif
