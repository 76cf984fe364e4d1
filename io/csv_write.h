#ifndef MATCHDAY_IO_CSV_WRITE_H
#define MATCHDAY_IO_CSV_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "io/sink.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/zone.h"

/* A CSV file for spreadsheets, row by row: UTF-8 with BOM, commas, CRLF. Texts
 * stand in quotes, numbers do not, empty cells are empty. */
struct csv_writer {
    struct buf buf;    /* what was written so far, or since the last row */
    struct sink *sink; /* where rows go; NULL: they stay in buf */
    bool in_row;       /* the row has a cell already */
};

/* Begins a file with its BOM, or, for what calendars import, without; it grows in
 * arena. */
void csv_begin(struct csv_writer *writer, struct arena *arena);
void csv_begin_plain(struct csv_writer *writer, struct arena *arena);

/* Begins a file with its BOM whose rows go to the sink. */
void csv_begin_rows(struct csv_writer *writer, struct sink *sink);

/* Adds a cell to the row. A text that a spreadsheet would run as a formula gets
 * a ' in front: one that begins, behind any white space, with = + - @ or their
 * full-width forms, or with a TAB or CR. */
void csv_add_text(struct csv_writer *writer, const char *text);
void csv_add_number(struct csv_writer *writer, int64_t number);

/* "2021-05-18 09:00" on the zone's clock, which spreadsheets take for a time. */
void csv_add_local(struct csv_writer *writer, struct arena *arena,
                   const struct zone *zone, int64_t instant_s);

void csv_end_row(struct csv_writer *writer);

#endif
