#ifndef MATCHDAY_IO_JSON_CURSOR_H
#define MATCHDAY_IO_JSON_CURSOR_H

#include <stdbool.h>
#include <stddef.h>

#include "io/json_value.h"
#include "scheduler/base/findings.h"

/* A place in the text. A line ends with LF, CRLF or a lone CR. */
struct json_spot {
    const char *at;
    const char *line_start;
    int line; /* from 1 */
};

/* Walks over JSON text that is valid UTF-8 without NUL, token by token, and
 * explains the first thing that is not JSON to somebody who edited it by hand. */
struct json_cursor {
    struct json_spot spot;   /* of the next byte */
    struct json_spot behind; /* where the last token ended */
    const char *end;
    const char *file;
    struct json_spot open[JSON_MAX_DEPTH]; /* brackets that are not closed yet */
    int depth;
    struct findings *findings;
};

void json_cursor_init(struct json_cursor *cursor, const char *file,
                      const char *text, size_t len, struct findings *findings);

/* Adds an error for that place, "column 7: ...", and returns false. Columns are
 * characters, from 1. */
bool json_fault(const struct json_cursor *cursor, struct json_spot spot,
                const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The byte behind any white space, or 0 at the end. */
char json_peek(struct json_cursor *cursor);

/* Goes over that byte and returns true if it is what comes next. */
bool json_take(struct json_cursor *cursor, char c);

/* Goes over a text from its quote on; a number; true, false or null. */
bool json_scan_text(struct json_cursor *cursor);
bool json_scan_number(struct json_cursor *cursor);
bool json_scan_word(struct json_cursor *cursor);

/* Says what comes next, and that `expected` was expected: "a value". */
bool json_refuse(struct json_cursor *cursor, const char *expected);

#endif
