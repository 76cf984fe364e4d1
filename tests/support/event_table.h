#ifndef MATCHDAY_TESTS_SUPPORT_EVENT_TABLE_H
#define MATCHDAY_TESTS_SUPPORT_EVENT_TABLE_H

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"

/* For tests of lists as CSV files: a day of which one list is such a file. */

/* Its participants are in people.csv, and nobody asks for anything; */
extern const char event_table_day[];
/* which is noted. */
extern const char event_table_no_requests[];

/* The day with that list in list.csv. In arena. */
const char *event_table_with(struct arena *arena, const char *list);

/* Reads such a day with list.csv as it is given; the findings without the note about
 * requests. */
const char *event_table_read(struct arena *arena, const char *json,
                             const char *text, struct event *event);

#endif
