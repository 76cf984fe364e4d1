#ifndef MATCHDAY_IO_ICS_FOLD_H
#define MATCHDAY_IO_ICS_FOLD_H

#include <stddef.h>

#include "scheduler/base/arena.h"

/* Folds iCalendar text anew (RFC 5545 3.1): unfolds what is folded, then breaks
 * content lines so that none is longer than 75 octets, with CRLF ends, never
 * inside a UTF-8 sequence or an escape pair like "\n", never so that a line
 * holds nothing but white space (unless the text itself has 74 blanks in a
 * row). Lines without content are left out, and so are blanks at the beginning
 * of one, which would make it the rest of the line before. libical 3.0.16 breaks
 * some lines inside their CRLF (libical issue 1338), hence this. Returns the text
 * in arena and its length. */
char *ics_refold(struct arena *arena, const char *text, size_t *len);

/* The content lines, unfolded, each with LF behind it and without CR. */
char *ics_unfold(struct arena *arena, const char *text, size_t *len);

#endif
