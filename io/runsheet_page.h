#ifndef MATCHDAY_IO_RUNSHEET_PAGE_H
#define MATCHDAY_IO_RUNSHEET_PAGE_H

#include "io/output.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Adds runsheet.html, for the host on the day: a clock in the event's zones, and for
 * each slot who is where, who goes from which room to which, and a text for the chat
 * in English and Japanese. It has people's names, so it is not for everybody. Needs no
 * network. All live as long as the output; the schedule is bound to the event. */
void runsheet_add_page(struct output *output, const struct event *event,
                       const struct schedule *schedule);

#endif
