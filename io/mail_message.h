#ifndef MATCHDAY_IO_MAIL_MESSAGE_H
#define MATCHDAY_IO_MAIL_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scheduler/base/arena.h"

/* One mail with one calendar (iMIP, RFC 6047) as plain data, and its bytes. */

struct mail_person {
    const char *name; /* or "" */
    const char *email;
};

struct mail {
    struct mail_person from; /* gets the answers, too */
    struct mail_person to;
    const char *subject;
    const char *language;   /* tag of subject and text */
    const char *message_id; /* without angle brackets */
    int64_t date_s;
    bool draft;           /* to be opened and sent from a mail program */
    const char *text;     /* lines, each with "\n"; stands alone */
    const char *html;     /* likewise */
    const char *calendar; /* as in a file */
    size_t calendar_len;
    const char *method;    /* as in the calendar: "REQUEST" */
    bool is_attached;      /* the calendar is a file to import, and nothing that a
                              mail program answers */
    const char *file_name; /* of the attachment: "invite.ics" */
};

/* The message in arena, *len bytes, CRLF lines of ASCII, none longer than 78
 * characters but where a long address stands: multipart/alternative of text, HTML
 * and calendar, with the same calendar as attachment beside it. One to import is an
 * attachment alone, as Outlook shows it as text otherwise. The same mail gives the
 * same bytes. scratch is no copy of arena. */
char *mail_message(struct arena *arena, struct arena scratch,
                   const struct mail *mail, size_t *len);

#endif
