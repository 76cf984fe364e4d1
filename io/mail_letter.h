#ifndef MATCHDAY_IO_MAIL_LETTER_H
#define MATCHDAY_IO_MAIL_LETTER_H

#include <stddef.h>

#include "io/mail_list.h"
#include "io/output.h"
#include "scheduler/base/arena.h"

/* What people are written: in the contact's own language, with the times of their
 * clock first, and with nobody's address but their own and the organiser's. The text
 * says all that the calendar does. */

struct letter {
    const char *subject;
    const char *bytes; /* the message */
    size_t len;
};

/* The mail of one item, in arena, which must not be the one that scratch is a copy
 * of. Call ics_calendar_finish() when the last is done. */
struct letter mail_letter(struct arena *arena, struct arena scratch,
                          const struct mail_input *input,
                          const struct mail_item *item);

/* mail/<participant>-<n>.eml and mail/interpreters/<id>.eml: everybody's agenda, for
 * those with news. */
void mail_add_files(struct output *output, const struct mail_input *input);

#endif
