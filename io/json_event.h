#ifndef MATCHDAY_IO_JSON_EVENT_H
#define MATCHDAY_IO_JSON_EVENT_H

#include "scheduler/base/arena.h"
#include "scheduler/base/digest.h"
#include "scheduler/model/event.h"

/* The canonical text of an event: one event.json with everything inline, all
 * defaults filled in, lists sorted as in struct event, instants in UTC
 * ("2021-05-18T07:00:00Z"). It reads back as the same event. Ends with a
 * newline; in arena. */
char *json_event_text(struct arena *arena, const struct event *event);

/* The same for an event whose calendars have not been read: participants have theirs
 * by name, and reading it back reads them. */
char *json_event_source_text(struct arena *arena, const struct event *event);

/* SHA-256 of the first text without marks on contacts to be confirmed, which change
 * no schedule: its input_sha256. */
void json_event_digest(struct arena scratch, const struct event *event,
                       char hex[DIGEST_HEX_SIZE]);

#endif
