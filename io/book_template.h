#ifndef MATCHDAY_IO_BOOK_TEMPLATE_H
#define MATCHDAY_IO_BOOK_TEMPLATE_H

#include <stdbool.h>

#include "io/book_known.h"
#include "io/headings.h"
#include "io/output.h"
#include "io/table.h"
#include "io/xlsx_write.h"
#include "scheduler/base/arena.h"

/* The tables of an event to be filled in: headings in English and Japanese, lists to
 * choose from, what is known already or, in a sheet of which nothing is, an example
 * that is not read, and a page of help. */
void book_template(struct arena *arena, const struct book_known *known,
                   struct xlsx_out *out);

/* The same as CSV files, one for each table, without examples. */
void book_template_tables(struct arena *arena, const struct book_known *known,
                          struct output *output);

/* True if the text is a heading of that list's table, or the row its examples, just as
 * they are written here: nobody needs to be told how that is read. */
bool book_template_has_heading(enum list list, const char *text);
bool book_template_is_example(enum list list, const struct table_row *row);

#endif
