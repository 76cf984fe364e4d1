#ifndef MATCHDAY_IO_ICS_CLEAN_H
#define MATCHDAY_IO_ICS_CLEAN_H

#include "scheduler/base/arena.h"

/* Makes what people typed harmless before it goes into a calendar. libical
 * escapes texts, but copies controls, and it writes addresses and links as they
 * are, line ends included. Bytes that are not UTF-8 become U+FFFD. All results
 * are in arena. */

/* Several lines: every kind of line end becomes "\n", a tab a blank, other
 * controls go; blanks at the ends of lines and of the text go, and of more than
 * 16 blanks in a row 16 stay. */
char *ics_clean_text(struct arena *arena, const char *text);

/* One line: line ends are blanks, too, and blanks in a row are one. */
char *ics_clean_line(struct arena *arena, const char *text);

/* The first of three that says something, as one line; "" if none does. */
const char *ics_first_line(struct arena *arena, const char *a, const char *b,
                           const char *c);

/* A parameter's value, such as a name: one line without '"', '^' and '\', which
 * programs read differently. */
char *ics_clean_parameter(struct arena *arena, const char *text);

/* A link: what may not stand in a URI comes out as %XX. "" if it does not begin
 * with http:// or https://, as it is no link that one can follow then. */
char *ics_clean_uri(struct arena *arena, const char *text);

/* "mailto:a@b.example", with %XX for what RFC 6068 does not allow. "" if it is no
 * address: there must be one '@' between two parts, and no blank, control, or any
 * of ,;:<>"\ which could make several of one. */
char *ics_mailto(struct arena *arena, const char *address);

#endif
