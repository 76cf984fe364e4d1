#ifndef MATCHDAY_IO_SCHEDULE_PARTS_H
#define MATCHDAY_IO_SCHEDULE_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "io/fields.h"
#include "scheduler/model/schedule.h"

/* What the parts of schedule_read() share; for io/schedule_read*.c alone. Faults
 * become findings. Lists keep the order of the file: verify judges it. */

/* A required id: "" with an error if there is none. Files are called by ids, so
 * nothing else may pass. */
const char *schedule_read_id(const struct fields *fields, const char *key,
                             const char *expected);

/* A required id of a slot, "am-01": a session's id, "-" and a number. */
const char *schedule_read_slot_id(const struct fields *fields, const char *key);

/* A list of ids; a required one has at least one. */
struct strings schedule_read_ids(const struct fields *fields, const char *key,
                                 bool required);

/* A required instant like "2021-05-18T07:00:00Z"; NO_TIME with an error. */
int64_t schedule_read_instant(const struct fields *fields, const char *key);

/* The required members "start" and "end", the second later than the first. */
void schedule_read_span(const struct fields *fields, int64_t *start_s,
                        int64_t *end_s);

/* A required whole number, exact in JSON; 0 with an error. */
int64_t schedule_read_number(const struct fields *fields, const char *key);

/* A list of objects that must be there, even if it is empty. */
int schedule_open_list(const struct fields *root, const char *key,
                       struct fields **row);

/* io/schedule_read_meetings.c: the lists of those names. */
void schedule_read_meetings(const struct fields *root, struct schedule *schedule);
void schedule_read_cancelled(const struct fields *root, struct schedule *schedule);

/* io/schedule_read_told.c: which people were told of a meeting, and what. */
void schedule_read_told(const struct fields *fields, struct told *told);

/* io/schedule_read_agenda.c: what was sent of the agenda. */
void schedule_read_agenda(const struct fields *root, struct schedule *schedule);

/* io/schedule_read_addressees.c: how to reach whomever it was sent to. */
void schedule_read_addressees(const struct fields *root, struct schedule *schedule);

#endif
