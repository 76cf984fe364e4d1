#ifndef MATCHDAY_IO_CSV_TABLE_H
#define MATCHDAY_IO_CSV_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "io/table.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

/* Splits a CSV table (RFC 4180: quoted cells may hold separators and newlines;
 * LF, CRLF or CR; UTF-8 with or without BOM; an optional first line "sep=;") into
 * *table, in arena. The separator, one of , ; and TAB, is the one that occurs most in
 * the header outside quotes. A cell's line is the one on which it begins.
 *
 * Errors: bytes that are not UTF-8, NUL, a quote that is not closed or stands inside
 * an unquoted cell. Returns false if there was one; *table then holds the rows in
 * front of it. */
bool csv_split(struct arena *arena, const char *file, const char *text, size_t len,
               struct table *table, struct findings *findings);

/* The same as values, with the errors of table_to_rows() as well. */
bool csv_parse_table(struct arena *arena, const char *file, const char *text,
                     size_t len, struct table_rows *result,
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
