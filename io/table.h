#ifndef MATCHDAY_IO_TABLE_H
#define MATCHDAY_IO_TABLE_H

#include <stdbool.h>

#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

/* A table as it stands in a file: a CSV file or a sheet of a workbook. Its first row
 * is the header. Cells are text in UTF-8, trimmed, "" where there is nothing; rows
 * without any content are not there, rows may be of different lengths. */
struct table_cell {
    const char *text;
    int line; /* from 1; in a workbook the row */
};

struct table_row {
    struct table_cell *cell;
    int n_cells;
    int line;
};

struct table {
    const char *file;
    const char *sheet; /* of a workbook; NULL: a CSV file */
    char separator;    /* of a CSV file, for messages */
    struct table_row *row;
    int n_rows, capacity;
    bool is_unread; /* what keeps it from being read was told */
};

/* Adds a row, whose cells stay where they are; one without content is left out. */
void table_add_row(struct table *table, struct arena *arena, struct table_row row);

/* True for what a spreadsheet shows in place of a value: "#N/A", "#REF!". */
bool table_is_error(const char *text);

/* The same as values: a VALUE_LIST with a VALUE_OBJECT for each row, whose members
 * are VALUE_CELLs called after the header's cells. Empty cells are left out; the
 * list's line is the header's. Left out with a warning: cells under a column without
 * name, and those of a sheet beyond the header. */
struct table_rows {
    struct value rows;
    struct strings columns; /* the header's cells, "" also */
};

/* As many as a workbook has. */
enum { TABLE_MAX_COLUMNS = 16384 };

/* Errors: more than TABLE_MAX_COLUMNS columns, two columns of one name, a row of a CSV file
 * with more non-empty cells than the header has columns. Returns false if there was one;
 * *result then holds the rows that were understood. All is in arena; the texts stay
 * the table's. */
bool table_to_rows(struct arena *arena, const struct table *table,
                   struct table_rows *result, struct findings *findings);

#endif
