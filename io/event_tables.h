#ifndef MATCHDAY_IO_EVENT_TABLES_H
#define MATCHDAY_IO_EVENT_TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include "io/encoding.h"
#include "io/headings.h"
#include "io/table.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"

/* An event as tables alone: the sheets of a workbook, or the CSV files of a folder,
 * which are called after lists in English, Japanese or French ("参加者"). */
struct event_tables {
    const struct table *table[N_LISTS]; /* NULL: there is none */
};

/* The sheets of a workbook. Errors: what xlsx_open() and xlsx_read_sheet() refuse, two
 * sheets for one list. A note names sheets that are no list's. Returns false if there
 * was an error. All is in arena; bytes must live as long as that. */
bool event_tables_of_book(struct arena *arena, const char *file,
                          struct file_bytes bytes, struct event_tables *tables,
                          struct findings *findings);

/* The path of the CSV file of that list in a folder, or NULL if there is none or the
 * folder cannot be read; of several the first by name. */
const char *event_tables_find(struct arena *arena, const char *folder,
                              enum list list);

/* The CSV files of a folder. Errors: bytes that are no text, two files for one list.
 * Returns false with *err if a file cannot be read. */
bool event_tables_of_folder(struct arena *arena, const char *folder,
                            const struct encodings *encodings,
                            struct event_tables *tables, struct findings *findings,
                            struct error *err);

/* The number of the row with the names of columns: the first with two of them, or with
 * one beside other cells, behind titles. */
int event_tables_header(struct arena scratch, enum list list,
                        const struct table *table);

/* The list that a table belongs to, by its file's or sheet's name, or -1. */
int event_tables_list(struct arena scratch, const struct table *table);

/* The same table from its header on: what stands above it, such as a title, and in
 * sheets rows that begin with "#" (examples), are left out, and a note tells. */
const struct table *event_tables_trim(struct arena *arena, enum list list,
                                      const struct table *table,
                                      struct findings *findings);

#endif
