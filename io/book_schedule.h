#ifndef MATCHDAY_IO_BOOK_SCHEDULE_H
#define MATCHDAY_IO_BOOK_SCHEDULE_H

#include "io/output.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Adds schedule.xlsx, the organiser's workbook: an overview, the grid of slots and
 * rooms, the meetings by slot, by participant, by room and by interpreter, and who
 * waits. Times are real times on the clocks that the event shows. Adds nothing where
 * the build cannot write workbooks. All live as long as the output; the schedule is
 * bound to the event. */
void book_add_schedule(struct output *output, const struct event *event,
                       const struct eligibility *elig,
                       const struct schedule *schedule);

#endif
