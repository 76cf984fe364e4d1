#ifndef MATCHDAY_IO_HTML_TEXT_H
#define MATCHDAY_IO_HTML_TEXT_H

#include <stddef.h>

#include "scheduler/base/buf.h"

/* Adds a text as content of an HTML element or of an attribute in quotes. Controls, and
 * bytes that are not UTF-8, are left out: no page can show them. */
void html_add_text(struct buf *buf, const char *text, size_t len);

#endif
