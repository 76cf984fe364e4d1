#ifndef MATCHDAY_IO_REPORT_TABLE_H
#define MATCHDAY_IO_REPORT_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "io/page_texts.h"
#include "io/report_parts.h"

/* A table of the report, which its script can filter and sort. Long ones are several
 * in HTML, so that browsers need not lay out what is not in sight:
 *
 *     report_table_begin(&table);
 *     report_row(&table);
 *     report_cell(&table, room->name);
 *     report_cell_number(&table, n);
 *     ...
 *     report_table_end(&table); */

struct report_column {
    enum page_text title;
    const char *name; /* instead of title, of what people named; or NULL */
    bool is_number;
};

struct report_table {
    struct report *report;
    const char *class;
    const struct report_column *column;
    int n_columns;
    bool is_plain; /* too small to be filtered */
    int n_rows;    /* so far; set by report_table_begin() */
};

void report_table_begin(struct report_table *table);
void report_table_end(struct report_table *table);

/* Begins a row, and ends the one before. */
void report_row(struct report_table *table);

void report_cell(struct report_table *table, const char *text);
void report_cell_number(struct report_table *table, int64_t number);

/* One with a text of the page's own. */
void report_cell_text(struct report_table *table, enum page_text text);

/* A bar of this share, and "n" or "n / of" or the percentage. */
void report_cell_bar(struct report_table *table, int64_t n, int64_t of);
void report_cell_share(struct report_table *table, int64_t n, int64_t of);

/* The cell is filled by html_...(), and ended by html_close(). */
void report_cell_open(struct report_table *table, const char *class);

/* The widths of bars, as rules of style: classes w0 to w100. */
const char *report_bar_rules(struct arena *arena);

#endif
