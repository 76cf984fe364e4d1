#ifndef MATCHDAY_IO_ICS_REPLY_H
#define MATCHDAY_IO_ICS_REPLY_H

#include "scheduler/base/findings.h"
#include "scheduler/model/reply.h"

/* Adds the answers in a file, an iCalendar file or a mail message with some in it, to
 * *replies, in arena. An object is METHOD:REPLY, or COUNTER for another time that is
 * proposed, with UID, DTSTAMP and exactly one ATTENDEE; SEQUENCE is 0 if it is
 * missing (RFC 5546 3.2.3). ORGANIZER may be missing, as some programs forget it.
 *
 * What is broken is an error; what is no answer that can be counted (other methods,
 * people who have not decided, mail in words alone) a warning. `file` must live as long
 * as the findings and replies do. text[len] must be NUL. */
struct reply_source {
    const char *file, *text;
    size_t len;
};
void ics_reply_read(struct arena *arena, const struct reply_source *source,
                    struct replies *replies, struct findings *findings);

#endif
