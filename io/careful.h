#ifndef MATCHDAY_IO_CAREFUL_H
#define MATCHDAY_IO_CAREFUL_H

#include "io/headings.h"
#include "scheduler/base/arena.h"

/* What a careful person would have typed into a cell of a table under this heading:
 * "2026-05-19T16:00" for "2026/5/19 16:00", "accepted" for "承諾", "ja;en" for
 * "日本語、英語", "3" for "第３希望". The text itself where nothing is to be changed, or
 * where more than one thing could be meant: the reader of the field refuses that. */
const char *careful_text(struct arena *arena, const struct heading *heading,
                         const char *text);

/* What people answer where they could be asked for each slot. */
enum answer {
    ANSWER_UNKNOWN = -1, /* also "x", which says yes here and no there */
    ANSWER_NO,
    ANSWER_MAYBE,
    ANSWER_YES,
};
enum answer careful_answer(struct arena scratch, const char *text);

#endif
