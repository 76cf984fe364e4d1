#ifndef MATCHDAY_IO_PROGRAMME_PAGE_H
#define MATCHDAY_IO_PROGRAMME_PAGE_H

#include "io/output.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* programme.html: what is held when and where, for everybody, on one page that needs
 * nothing else.
 *
 * It is made to be passed on, so that it has organisations, times, rooms and agenda
 * items, and that alone. Not in it: persons and addresses, links to rooms (who has one
 * can come in), topics (calendars show them to those who meet, not to all), reasons,
 * priorities, messages, notes, answers, what was cancelled, interpreters' names, and
 * agenda items that are for interpreters only. A meeting that is not confirmed yet says
 * so, as those who come by chance must not count on it; not whose answer is missing.
 *
 * The schedule is bound to the event; both live until the output is written. */
void programme_page_add(struct output *output, const struct event *event,
                        const struct schedule *schedule);

#endif
