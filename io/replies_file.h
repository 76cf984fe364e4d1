#ifndef MATCHDAY_IO_REPLIES_FILE_H
#define MATCHDAY_IO_REPLIES_FILE_H

#include <stdbool.h>

#include "io/value.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/event.h"
#include "scheduler/model/reply.h"

/* replies.json: the last answer of each person about each meeting.
 *
 * {"format": "matchday-replies/1", "event": "ejrc-2021",
 *  "replies": [{"uid": "…", "email": "…", "answer": "declined", "sequence": 0,
 *               "stamp": "…Z", "start": "…Z", "end": "…Z", "comment": "…"}]} */

/* Reads it into *known, in arena; none if there is no such file. Faults of the
 * content go into findings. False with *err if the file cannot be read. */
bool replies_file_read(struct arena *arena, const char *path,
                       const struct event *event, struct replies *known,
                       struct findings *findings, struct error *err);

/* Puts the member "replies" into an object: what each person answered last. */
void replies_put(struct arena *arena, const struct replies *known,
                 struct value *root);

/* Its text, in arena. */
char *replies_file_text(struct arena *arena, const struct event *event,
                        const struct replies *known);

#endif
