#ifndef MATCHDAY_IO_MAIL_PARTS_H
#define MATCHDAY_IO_MAIL_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "scheduler/base/arena.h"

/* The calendars in a mail message (RFC 5322, MIME), wherever they are: as the body,
 * in a multipart, as an attachment, in a message that was forwarded.
 *
 * This is a small reader of ours: a library that reads MIME (GMime) would bring GLib
 * and GPG for two decodings. */
struct mail_part {
    int line;         /* of the message, on which it begins; from 1 */
    const char *from; /* address of the message that it is in, or "" */
    const char *text; /* decoded; with a NUL behind its len bytes */
    size_t len;
};

struct mail_parts {
    struct mail_part *part;
    int n, capacity;
    bool has_tnef;      /* Outlook's own format is there (winmail.dat) */
    bool has_headers;   /* it looks like mail at all */
    bool is_incomplete; /* nested too deeply, or too many parts */
};

/* Finds parts of type text/calendar or application/ics, attachments called *.ics,
 * and whatever else begins as a calendar, in a message, or in all messages of an
 * mbox (which begins with "From "). Never fails: whatever is broken is read as far
 * as it goes. text[len] must be NUL. In arena. */
void mail_parts_read(struct arena *arena, const char *text, size_t len,
                     struct mail_parts *parts);

#endif
