#ifndef MATCHDAY_IO_ICS_TREE_H
#define MATCHDAY_IO_ICS_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

/* An iCalendar file (RFC 5545) as it was written: components, their properties and
 * the lines where they stand, before anybody asks what they mean. libical keeps no
 * lines, cuts lists after 500 values and drops what it does not understand, each
 * without a word; people's files are read by this instead. */

struct ics_parameter {
    const char *name;  /* upper case */
    const char *value; /* without quotes */
};

struct ics_property {
    const char *name; /* as in the list of wanted ones */
    int line;         /* on which it begins, from 1 */
    struct ics_parameter *parameter;
    int n_parameters;
    const char *value; /* unfolded; escapes are still there */
};

struct ics_component {
    const char *name; /* upper case */
    int line;
    struct ics_property *property; /* in the order of the file */
    int n_properties, properties_capacity;
    struct ics_component *first, *last, *next; /* children, sibling */
};

/* Reads a file's text. The children of *root are the file's
 * VCALENDARs (there may be several) with all components; only the properties are
 * kept that stand in wanted, ended by NULL. Line ends may be CRLF, LF or CR; lines
 * are unfolded; a byte order mark is fine.
 *
 * Refused, each with its line: what is no iCalendar, cut off, not nested rightly or
 * deeper than ICS_MAX_DEPTH; lines that are no property; NUL. Bytes that are not
 * UTF-8 are a warning, as they are in texts that nobody asks for. Takes time and
 * memory in proportion to len. Returns false if there was an error. */
enum { ICS_MAX_DEPTH = 16 };
struct ics_source {
    const char *file; /* must live as long as the findings */
    const char *text;
    size_t len;
};
bool ics_tree_read(struct arena *arena, const struct ics_source *source,
                   const char *const *wanted, struct ics_component *root,
                   struct findings *findings);

/* The first property of that name, or NULL. */
const struct ics_property *ics_find(const struct ics_component *component,
                                    const char *name);

/* The parameter's value, or "". */
const char *ics_parameter(const struct ics_property *property, const char *name);

/* Values with several parts, as EXDATE has: the next one's start, its length in *len,
 * or NULL behind the last one. *rest is the property's value at first. */
const char *ics_next_part(const char **rest, size_t *len);

/* The address of a property such as ATTENDEE, without "mailto:" and what is encoded in
 * such links: "mailto:o%2Fn@example.org" is o/n@example.org. May live in arena. */
const char *ics_address(struct arena *arena, const struct ics_property *property);

/* A text without its escapes: "a\, b\nc" has a comma and two lines. */
char *ics_text(struct arena *arena, const char *value);

/* The value of SEQUENCE, a whole number of at most ten digits; false for others. */
bool ics_sequence_parse(const char *text, int64_t *sequence);

/* Where the property stands. */
struct place ics_place(const char *file, const struct ics_property *property);

#endif
