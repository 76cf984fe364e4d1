#ifndef MATCHDAY_IO_XLSX_WRITE_H
#define MATCHDAY_IO_XLSX_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "io/file.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/text.h"

/* A workbook to be written, as plain data. Rows and columns are counted from 0. */

enum xlsx_style {
    XLSX_PLAIN,
    XLSX_HEAD,    /* names of columns */
    XLSX_EXAMPLE, /* to be overwritten */
    XLSX_TITLE,
    XLSX_FAULT, /* red */
    XLSX_WRAPPED,
};

enum xlsx_kind { XLSX_TEXT, XLSX_NUMBER, XLSX_TIME };

/* Texts never become formulas or links. */
struct xlsx_out_cell {
    int row, column;
    const char *text;
    enum xlsx_kind kind;
    int64_t number; /* shown in the column's format; a time: civil_to_seconds() */
    const char *comment; /* or NULL */
    enum xlsx_style style;
};

/* A column, below its head. */
struct xlsx_out_column {
    double width;       /* in characters; 0: as usual */
    const char *format; /* of numbers: "yyyy-mm-dd", or NULL */
    struct strings
        among; /* a drop-down list, if there are some: 255 bytes at most */
};

struct xlsx_out_sheet {
    const char *name; /* 31 characters at most, none of / \ ? * [ ] : */
    struct xlsx_out_cell *cell;
    int n_cells, capacity;
    struct xlsx_out_column *column;
    int n_columns;
    double *height; /* of rows in points, n_heights of them; 0, or none: as usual */
    int n_heights;
    int n_frozen; /* rows that stay in sight */
    int n_frozen_columns;
    bool has_filter; /* on the last of the frozen rows */
    bool is_printed; /* landscape A4, as wide as one page, with heads on each */
};

struct xlsx_out {
    struct xlsx_out_sheet *sheet;
    int n_sheets;
};

void xlsx_out_add(struct arena *arena, struct xlsx_out_sheet *sheet,
                  struct xlsx_out_cell cell);

/* Whether this build can. */
extern const bool xlsx_can_write;

/* The file, in arena; the same bytes whenever it is written. Returns false with *err if
 * it could not be made. */
bool xlsx_write(struct arena *arena, const struct xlsx_out *out,
                struct file_bytes *bytes, struct error *err);

#endif
