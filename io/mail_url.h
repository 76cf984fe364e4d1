#ifndef MATCHDAY_IO_MAIL_URL_H
#define MATCHDAY_IO_MAIL_URL_H

#include <stdbool.h>

#include "scheduler/base/error.h"

/* Ports of mail submission (RFC 6409, 8314), where a URL names none. */
enum { MAIL_PORT_STARTTLS = 587, MAIL_PORT_TLS = 465 };

/* The server that "smtp://host", "smtp://host:port" or the same with "smtps" names:
 * *port is filled in. False with *err for anything else, such as a URL with a login
 * in it, which everybody on the machine could read. */
bool mail_url_check(const char *url, int *port, struct error *err);

#endif
