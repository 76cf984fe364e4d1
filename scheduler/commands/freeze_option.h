#ifndef MATCHDAY_COMMANDS_FREEZE_OPTION_H
#define MATCHDAY_COMMANDS_FREEZE_OPTION_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/exit_code.h"
#include "scheduler/commands/job.h"

/* --freeze-before: "now" (or SOURCE_DATE_EPOCH, where that is set, which a note tells),
 * or a date and time, on the event's clock unless 'Z' or an offset stands behind it,
 * or the time alone where the event is on one day. given NULL leaves 0 in *before_s. Otherwise, and without a schedule before, says on standard
 * error what was expected. */
enum exit_code freeze_option(const char *command, const char *given,
                             bool has_previous, struct job *job, int64_t *before_s);

#endif
