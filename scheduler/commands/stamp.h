#ifndef MATCHDAY_COMMANDS_STAMP_H
#define MATCHDAY_COMMANDS_STAMP_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/error.h"

/* The time that calendars and mails carry: now, or SOURCE_DATE_EPOCH for files that
 * are the same tomorrow (reproducible-builds.org). */
bool stamp_read(int64_t *stamp_s, struct error *err);

/* Whether it is the latter. */
bool stamp_is_fixed(void);

#endif
