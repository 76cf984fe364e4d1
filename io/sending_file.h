#ifndef MATCHDAY_IO_SENDING_FILE_H
#define MATCHDAY_IO_SENDING_FILE_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/half_sent.h"

/* sending.json: what a sending is about, on the disk before its first mail:
 *
 * {"format": "matchday-sending/1", "name": "…",
 *  "mails": [{"message_id": "…", "participant": "gifu", "to": "…", "uid": "…"},
 *            {"message_id": "…", "interpreter": "I1"}],
 *  "schedule": {…}}
 *
 * A mail without uid is an agenda. schedule is a whole schedule.json, as it is to be
 * once everybody has been sent it. */

/* Its text, in arena. */
char *sending_file_text(struct arena *arena, const struct half_sent *half);

/* Reads it into *half, in arena; no mail has gone out by it alone. Faults of the
 * content go into findings. False with *err if the file cannot be read. */
bool sending_file_read(struct arena *arena, const char *path,
                       struct half_sent *half, struct findings *findings,
                       struct error *err);

#endif
