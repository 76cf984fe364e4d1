#ifndef MATCHDAY_IO_CSV_CHANGES_H
#define MATCHDAY_IO_CSV_CHANGES_H

#include "io/output.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* changes.csv: who must be told what, and in which language, to go from what people
 * were last sent, as the schedule before knows it, to the present one. One row per
 * person and meeting or agenda item, contacts by participant and number, then
 * interpreters, then those whom the event does not know any more, with the times of
 * their own clock and a sentence in their language; why it changed is for the
 * organiser. Both schedules are bound to the event. Written as csv_add_tables() does; without rows but the header where nobody must be told
 * anything. */
void csv_add_changes(struct output *output, const struct event *event,
                     const struct eligibility *elig, const struct schedule *before,
                     const struct schedule *schedule);

#endif
