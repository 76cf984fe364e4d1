#ifndef MATCHDAY_IO_HOST_FILES_H
#define MATCHDAY_IO_HOST_FILES_H

#include "io/output.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* What the host of a video conference needs on the day. */

/* Adds
 *
 * host_moves.csv: who enters, changes or leaves a room when each slot begins, for
 *     everybody who attends, interpreters too;
 * zoom/<slot id>.csv: Zoom's table of pre-assigned breakout rooms for each slot, in
 *     plain ASCII but for addresses, without byte order mark, never guarded as tables
 *     for people are; rooms are called by their ids. Those without an address are not
 *     in it. None where every room has a link of its own, nor for slots beyond Zoom's
 *     limits.
 *
 * All live as long as the output; the schedule is bound to the event. */
void host_add_files(struct output *output, const struct event *event,
                    const struct schedule *schedule);

/* Warns where a slot comes to what Zoom takes from some accounts only (50 rooms, 200
 * people), or from none (100 rooms, 1,000 people). */
void host_judge(const struct event *event, const struct schedule *schedule,
                struct findings *findings);

#endif
