#ifndef MATCHDAY_COMMANDS_FREEZE_OPTION_H
#define MATCHDAY_COMMANDS_FREEZE_OPTION_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/exit_code.h"
#include "scheduler/base/zone.h"

/* --freeze-before: "now" (or SOURCE_DATE_EPOCH, where that is set), or a date and
 * time, local in the zone unless 'Z' or an offset stands behind it. given NULL
 * leaves 0 in *before_s. Otherwise, and without a schedule before, says on standard
 * error what was expected. */
enum exit_code freeze_option(const char *command, const char *given,
                             bool has_previous, const struct zone *zone,
                             int64_t *before_s);

#endif
