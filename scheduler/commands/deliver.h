#ifndef MATCHDAY_COMMANDS_DELIVER_H
#define MATCHDAY_COMMANDS_DELIVER_H

#include <stdbool.h>

#include "io/output.h"
#include "scheduler/base/error.h"

/* output_write(), and a warning on standard error for each file of ours that somebody
 * had changed, where it is now. */
bool deliver(struct output *output, const char *folder, struct error *err);

#endif
