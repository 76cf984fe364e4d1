#ifndef MATCHDAY_IO_REPLIES_TABLE_H
#define MATCHDAY_IO_REPLIES_TABLE_H

#include "scheduler/model/reply.h"

struct replies_input {
    const struct event *event;
    const struct schedule *schedule;        /* bound to the event */
    const struct replies *known, *new_ones; /* judged */
};

/* replies.csv: a row for each person of each meeting, answered or not, in the order of
 * meetings, participants and contacts; then a row for each answer of this run that did
 * not count, with why. As the other tables: see io/csv_tables.h. In arena. */
char *replies_table_text(struct arena *arena, const struct replies_input *input,
                         size_t *len);

/* Why an answer does not count, "" for one that does. */
const char *reply_fate_text(enum reply_fate fate);

#endif
