#ifndef MATCHDAY_IO_MAIL_CHARSET_H
#define MATCHDAY_IO_MAIL_CHARSET_H

#include <stddef.h>

#include "scheduler/base/arena.h"

/* Text of a mail in the encoding that its Content-Type names, as UTF-8 in arena, with a
 * NUL behind its *len bytes. iCalendar is to be UTF-8, but mail in Japan has been
 * ISO-2022-JP for long, and old programs answer in what they have. What cannot be
 * read becomes U+FFFD; text in an encoding that is not known here stays as it is. */
char *mail_charset_decode(struct arena *arena, const char *charset,
                          const char *text, size_t *len);

#endif
