#ifndef MATCHDAY_IO_MAIL_ENCODE_H
#define MATCHDAY_IO_MAIL_ENCODE_H

#include <stddef.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/buf.h"

/* How mail writes what is not plain ASCII (RFC 2045, 2047, 5322). Nothing that
 * people typed can end a header: it is made one clean line first. */

/* Lines of 76 characters, CRLF behind each. */
void mail_add_base64(struct buf *buf, const char *bytes, size_t len);

/* Quoted-printable. "\n" in text is a line end, and CRLF in the result, which ends
 * with one. */
void mail_add_quoted(struct buf *buf, const char *text);

/* A header's value that stands for text: as it is if it is short and plain, else
 * encoded words, in lines of at most 76 characters. In arena. */
char *mail_header_text(struct arena *arena, const char *text);

/* "Jean Dupont" <jean@example.org>; the address alone where there is no name. The
 * address must be one (address_is_email()). In arena. */
char *mail_header_address(struct arena *arena, const char *name, const char *email);

/* "Tue, 18 May 2021 06:00:00 +0000" */
char *mail_header_date(struct arena *arena, int64_t instant_s);

#endif
