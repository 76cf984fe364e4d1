#ifndef MATCHDAY_IO_CSV_TABLE_H
#define MATCHDAY_IO_CSV_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

struct csv_table {
    struct value rows;      /* VALUE_LIST of VALUE_OBJECTs; line: its header's */
    struct strings columns; /* the header's cells, "" also */
};

/* Parses a CSV table (RFC 4180: quoted cells may hold separators and newlines;
 * LF, CRLF or CR; UTF-8 with or without BOM; an optional first line "sep=;")
 * into *result, in arena. The separator, one of , ; and TAB, is the one that
 * occurs most in the header outside quotes. Each member's key is the header's
 * cell, trimmed; empty cells and rows without any content are left out; line is
 * the one on which the cell (the row, for the list its header) begins.
 *
 * Errors: bytes that are not UTF-8, NUL, a quote that is not closed or stands
 * inside an unquoted cell, two columns of one name, a row with more non-empty
 * cells than the header has columns, a cell under a column without name.
 * Returns false if there was one; *result then holds the rows that were
 * understood. */
bool csv_parse_table(struct arena *arena, const char *file, const char *text,
                     size_t len, struct csv_table *result,
                     struct findings *findings);

/* Where the header of a table begins, behind a BOM, a line "sep=;" and blank lines;
 * the line that it is on, and what separates its cells. */
struct csv_start {
    size_t offset;
    int line;
    char separator;
};
struct csv_start csv_find_start(const char *text, size_t len);

#endif
