#ifndef MATCHDAY_IO_XLSX_READ_H
#define MATCHDAY_IO_XLSX_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "io/table.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

/* A workbook (Office Open XML, .xlsx) as its cells show it: texts, numbers, dates and
 * times as "2026-05-19T16:00", "2026-05-19" or "16:00", what formulas came to when it
 * was saved last. Looks, formulas and macros are left alone. */

struct xlsx_sheet {
    const char *name;
    const char *part; /* of the archive */
};

struct xlsx_book {
    const char *file;
    const char *bytes;
    size_t len;
    bool from_1904; /* days are counted from then */
    struct xlsx_sheet *sheet;
    int n_sheets;
    struct strings text;       /* that cells refer to */
    unsigned char *date_style; /* of each style: enum xlsx_date bits */
    int n_styles;
};

/* True for the first bytes of a ZIP archive, which a workbook is. */
bool xlsx_is_archive(const char *bytes, size_t len);

/* Opens a workbook; bytes live as long as it does, all else is in arena. Returns false
 * with an error in findings if it is none, is damaged or protected, or is larger than
 * any event; or if this build cannot read workbooks. */
bool xlsx_open(struct arena *arena, const char *file, const char *bytes, size_t len,
               struct xlsx_book *book, struct findings *findings);

/* The cells of one sheet. A cell that shows an error (#N/A), or a formula that was
 * never computed, is an error in findings and empty. Returns false if the sheet cannot
 * be read at all. */
bool xlsx_read_sheet(struct arena *arena, const struct xlsx_book *book, int k,
                     struct table *table, struct findings *findings);

#endif
