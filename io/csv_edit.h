#ifndef MATCHDAY_IO_CSV_EDIT_H
#define MATCHDAY_IO_CSV_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "io/file.h"
#include "io/headings.h"
#include "scheduler/base/arena.h"

/* Changes rows of a table that people keep: whatever is not touched keeps its bytes,
 * and so do the other cells of a row that is. The text is one that
 * csv_parse_table() reads without errors. */
struct csv_edit {
    struct arena *arena;
    enum list list; /* whose columns may have other names */
    const char *text;
    size_t len;
    char separator;
    bool quotes_all; /* as the header does */
    const char *line_end;
    struct csv_edit_row *row; /* the header, then every row */
    int n_rows, capacity;
};

/* text must live as long as the edit; all else is in arena. */
void csv_edit_init(struct csv_edit *edit, struct arena *arena, enum list list,
                   const char *text, size_t len);

/* The number of the column with that name, in capitals or not, or with another name of
 * that field, from 0, or -1. */
int csv_edit_find_column(const struct csv_edit *edit, const char *name);

/* These take the line, from 1, on which a row begins in the text as it was given,
 * and do nothing where none does. A column that is missing is added to the header,
 * unless value is "". */
void csv_edit_remove(struct csv_edit *edit, int line);
void csv_edit_set(struct csv_edit *edit, int line, const char *column,
                  const char *value);

/* Adds a row at the end, and returns a line for csv_edit_set(). */
int csv_edit_add(struct csv_edit *edit);

/* The table as it is now, in arena. */
struct file_bytes csv_edit_text(struct arena *arena, const struct csv_edit *edit);

#endif
