#ifndef MATCHDAY_IO_PROGRAMME_PLAN_H
#define MATCHDAY_IO_PROGRAMME_PLAN_H

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* A schedule as a timetable: blocks of rooms and times, one for each session, and the
 * agenda around and in them. Only what is held is in it. */

struct programme_column {
    int64_t start_s, end_s;
    const char *pause;     /* title of a break, perhaps ""; NULL: meetings */
    int first, n_meetings; /* into the block's */
};

struct programme_band { /* an agenda item during a block */
    int item;
    int first, end; /* columns, half-open */
};

struct programme_meeting {
    int k;   /* into schedule->meeting */
    int row; /* into the block's rooms */
};

struct programme_block {
    int session; /* or -1: meetings whose slot the event does not know any more */
    int64_t start_s, end_s;
    struct programme_meeting *meeting; /* by time, then row */
    int n_meetings;
    struct programme_column *column; /* by time */
    int n_columns;
    const char **room_id; /* those used, in natural order: "R2" before "R10" */
    int n_rooms;
    struct programme_band *band;
    int n_bands;
};

struct programme_part { /* in the order of time */
    int64_t start_s;
    int block, item; /* the other one is -1 */
};

struct programme {
    struct programme_block *block;
    int n_blocks, n_rooms; /* of the block that has most */
    struct programme_part *part;
    int n_parts;
};

/* shows[item] says which agenda items are in it. Everything in arena. */
void programme_build(struct arena *arena, const struct event *event,
                     const struct schedule *schedule, const bool *shows,
                     struct programme *programme);

/* The order in which people count: digits as numbers. */
int programme_compare_ids(const char *a, const char *b);

#endif
