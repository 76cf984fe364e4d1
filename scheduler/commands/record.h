#ifndef MATCHDAY_COMMANDS_RECORD_H
#define MATCHDAY_COMMANDS_RECORD_H

#include "scheduler/base/exit_code.h"
#include "scheduler/commands/job.h"

/* Records in the schedule's file at path that everybody was sent its present state,
 * and says so. */
enum exit_code record_as_sent(struct job *job, const char *path,
                              struct schedule *schedule);

#endif
