#ifndef MATCHDAY_IO_BOOK_SHEET_H
#define MATCHDAY_IO_BOOK_SHEET_H

#include "io/xlsx_write.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/zone.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* One sheet of a workbook for people, row by row: what book_schedule.c and its like
 * are written with. Columns become as wide as what stands in them. */

struct book_sheet {
    struct arena *arena;
    struct xlsx_out_sheet *out;
    int row, column; /* of the next cell */
    int most_width;  /* of columns, in letters */
};

/* Appends a sheet to the book, which has room for it. */
void book_sheet_begin(struct arena *arena, struct xlsx_out *book, const char *name,
                      struct book_sheet *sheet);

/* Heads of columns: one, some (ended by NULL), and one for each clock of the event,
 * its zone's name. The row of heads stays in sight, and filters are on it. */
void book_sheet_add_head(struct book_sheet *sheet, const char *text);
void book_sheet_add_heads(struct book_sheet *sheet, const char *const *head);
void book_sheet_add_clock_heads(struct book_sheet *sheet,
                                const struct event *event);
void book_sheet_end_heads(struct book_sheet *sheet);

void book_sheet_add(struct book_sheet *sheet, const char *text);
void book_sheet_add_wrapped(struct book_sheet *sheet, const char *text);
void book_sheet_add_title(struct book_sheet *sheet, const char *text);
void book_sheet_add_number(struct book_sheet *sheet, int64_t number);
/* The instant on that clock. */
void book_sheet_add_time(struct book_sheet *sheet, const struct zone *zone,
                         int64_t instant_s);
void book_sheet_add_clocks(struct book_sheet *sheet, const struct event *event,
                           int64_t instant_s);
void book_sheet_end_row(struct book_sheet *sheet);

/* Sets the widths; nothing is added any more. */
void book_sheet_end(struct book_sheet *sheet);

#endif
