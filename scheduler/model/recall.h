#ifndef MATCHDAY_MODEL_RECALL_H
#define MATCHDAY_MODEL_RECALL_H

#include "scheduler/base/arena.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* People leave an event: whole participants, and interpreters, are deleted from its
 * files. What they have in their calendars must be called off all the same, so that
 * the schedule knows how to reach whomever it was sent to, and those who tell people
 * work on an event in which they are still found. Whoever judges or plans does not:
 * to the rules they are nobody. */

/* The event with those whom it knows no more and one of the n schedules does, as
 * cancelled ones, behind all others. Of those who were never told anything, or by an
 * older program, little is known but the id. What the event has in common with the
 * whole is shared. In arena. */
void recall_people(struct arena *arena, const struct event *event,
                   const struct schedule *const *schedule, int n,
                   struct event *whole);

/* A copy of the schedule, bound to the whole event. elig is that of the event. */
struct schedule recall_schedule(struct arena *arena, const struct event *whole,
                                const struct eligibility *elig,
                                const struct schedule *schedule);

/* Writes down in the schedule, once it is published, how to reach everybody who was
 * sent anything of it. In arena. */
void recall_record(struct arena *arena, const struct event *whole,
                   struct schedule *schedule);

#endif
