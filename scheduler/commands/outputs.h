#ifndef MATCHDAY_COMMANDS_OUTPUTS_H
#define MATCHDAY_COMMANDS_OUTPUTS_H

#include <stdbool.h>

#include "scheduler/base/error.h"
#include "scheduler/commands/job.h"
#include "scheduler/model/schedule.h"

/* Writes everything that a schedule becomes into folder: schedule.json, tables,
 * agendas and invites. A new output gets its line here. */
bool outputs_write(const struct job *job, const struct schedule *schedule,
                   const char *folder, struct error *err);

#endif
