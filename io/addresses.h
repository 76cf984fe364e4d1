#ifndef MATCHDAY_IO_ADDRESSES_H
#define MATCHDAY_IO_ADDRESSES_H

#include <stdbool.h>

/* What goes into calendars, pages and mails as an address must be harmless there:
 * nothing behind these functions quotes it again. */

/* "name@example.org": ASCII, one @, no blanks, nothing that means something in a
 * mailto: address or a mail's header. */
bool address_is_email(const char *text);

/* "https://example.org/room", "mailto:…", "tel:…": a scheme and something behind
 * it, without blanks and control characters; none that runs code ("javascript:"). */
bool address_is_url(const char *text);

/* "example.org": labels of letters, digits and hyphens between dots. */
bool address_is_host(const char *text);

#endif
