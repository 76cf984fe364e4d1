#ifndef MATCHDAY_IO_FIELDS_H
#define MATCHDAY_IO_FIELDS_H

#include <stdbool.h>

#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"
#include "scheduler/base/text.h"

/* One object of an input file while its members are read. The same functions
 * read JSON and CSV: a cell is a number, a yes or a list "a;b" where one is
 * wanted. What is wrong goes into findings, with the place of the member; the
 * value is the fallback then, so that reading goes on. A member that is left
 * out, null or "" is the same everywhere. */
struct fields {
    struct arena *arena;
    struct findings *findings;
    const struct value *object; /* VALUE_OBJECT */
    struct place place; /* of the object: field is a path like "rooms[2]", or
                           NULL for a CSV row and the file's outermost object */
    const struct columns *columns; /* of the CSV file; NULL for other objects */
};

/* The header of a CSV file. */
struct columns {
    struct strings name;
    int line;
    const char *to_heading; /* how the file calls the column "to", if it is one of
                               several wishes; or NULL */
    struct strings unused;  /* those of them whose meaning is not known */
};

/* The member, or NULL if it is left out, null or "". */
const struct value *field_find(const struct fields *fields, const char *key);

/* Where the member stands, or where it is missing: "rooms[2].name", or in CSV
 * the column alone. */
struct place field_place(const struct fields *fields, const char *key);

/* Add a finding about a member and return false. Formats, and what is expected, are
 * phrases (scheduler/base/phrase.h). */
bool field_error(const struct fields *fields, const char *key, const char *format,
                 ...) __attribute__((format(printf, 3, 4)));
bool field_warning(const struct fields *fields, const char *key, const char *format,
                   ...) __attribute__((format(printf, 3, 4)));

/* "is missing; expected an id"; where a CSV file has no such column at all, that is
 * said once, at its header, with the columns that nobody knows. */
bool field_missing(const struct fields *fields, const char *key,
                   const char *expected);

/* "found 'x'; expected a text", with what was found said so that a reader
 * recognises it. */
bool field_refuse(const struct fields *fields, const char *key,
                  const struct value *found, const char *expected);

/* A text for a message: cut short if it is long. */
const char *field_shown(struct arena *arena, const char *text);

/* Far beyond any profile; more would fill every file of output. */
enum { FIELD_MAX_BYTES = 100000 };

/* "" if left out. CRLF becomes LF; control characters, and more than FIELD_MAX_BYTES,
 * are an error. */
const char *field_text(const struct fields *fields, const char *key);

/* The same; a member left out is an error which says what was expected: "the id
 * of a participant". */
const char *field_required_text(const struct fields *fields, const char *key,
                                const char *expected);

/* A whole number from min to max. */
int field_int(const struct fields *fields, const char *key, int min, int max,
              int fallback);

/* true or false; in CSV yes, no, true, false, 1 or 0. False if left out. */
bool field_bool(const struct fields *fields, const char *key);

/* A list of texts as given, or in CSV "a;b". Empty if left out. */
struct strings field_strings(const struct fields *fields, const char *key);

/* The same for lists whose order means nothing: sorted, each once. */
struct strings field_set(const struct fields *fields, const char *key);

/* The index of the member's text among n words, or fallback; an error names the one
 * that was probably meant. */
int field_word(const struct fields *fields, const char *key,
               const char *const *word, int n, int fallback);

/* An object that is a member: false, and *inner without members, if it is left out
 * or something else. */
bool field_object(const struct fields *fields, const char *key,
                  struct fields *inner);

/* The objects of a list that is a member; returns their number. */
int field_objects(const struct fields *fields, const char *key,
                  struct fields **inner);

#endif
