#ifndef MATCHDAY_IO_MAIL_HTML_H
#define MATCHDAY_IO_MAIL_HTML_H

#include "scheduler/base/arena.h"

/* What a line that is a heading in the text of a mail begins with. */
extern const char mail_heading[];

/* The text of a mail as an HTML page, in arena: paragraphs, headings, links that
 * can be followed; everything that people typed is escaped. */
char *mail_html(struct arena *arena, const char *language, const char *title,
                const char *text);

#endif
