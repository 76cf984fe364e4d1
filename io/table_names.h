#ifndef MATCHDAY_IO_TABLE_NAMES_H
#define MATCHDAY_IO_TABLE_NAMES_H

#include "io/headings.h"
#include "io/table.h"

/* Where a table of people has a column for first names and one for family names, and
 * none for both, puts both into that of family names and calls it after the list's
 * field: "Inès Garnier", and "佐藤 花子" where names are written so. A note tells. The
 * rows, from the header on, get new cells; the old ones stay as they are. */
void table_join_names(struct arena *arena, enum list list, struct table *table,
                      struct findings *findings);

#endif
