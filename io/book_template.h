#ifndef MATCHDAY_IO_BOOK_TEMPLATE_H
#define MATCHDAY_IO_BOOK_TEMPLATE_H

#include "io/output.h"
#include "io/xlsx_write.h"
#include "scheduler/base/arena.h"

/* The tables of an event that nobody has filled in yet: headings in English and
 * Japanese, lists to choose from, an example in each that is not read, and a page of
 * help. */
void book_template(struct arena *arena, struct xlsx_out *out);

/* The same as CSV files, one for each table, without examples. */
void book_template_tables(struct arena *arena, struct output *output);

#endif
