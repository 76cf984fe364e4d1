#ifndef MATCHDAY_IO_TABLE_ENDS_H
#define MATCHDAY_IO_TABLE_ENDS_H

#include <stdbool.h>

#include "io/table.h"

/* What people put below a table of people, who would be invited. */

/* "Total", "合計: 3社", "以上": the word, and behind it a number at most. */
bool table_is_sum(struct arena scratch, const char *text);

enum table_end {
    TABLE_END_NONE,
    TABLE_END_SUM,    /* such a word, and beside it numbers at most */
    TABLE_END_REMARK, /* one text alone that begins with * or ※ */
};

/* What a row of a table with that many columns seems to be; *text is what it says, and
 * *column where, from 1. */
enum table_end table_find_end(struct arena scratch, const struct table_row *row,
                              int n_columns, const char **text, int *column);

#endif
