#ifndef MATCHDAY_IO_WISH_HEADING_H
#define MATCHDAY_IO_WISH_HEADING_H

#include "scheduler/base/arena.h"

/* Forms ask for wishes one by one, in columns called "Wish 1", "2nd choice", "第3希望",
 * "希望先1", "Vœu 1", "1er choix", also in two languages or with marks. Returns the
 * rank, from 1, that such a heading gives its cells, or 0 for any other. */
int wish_heading_rank(struct arena scratch, const char *text);

#endif
