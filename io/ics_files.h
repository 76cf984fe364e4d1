#ifndef MATCHDAY_IO_ICS_FILES_H
#define MATCHDAY_IO_ICS_FILES_H

#include <stdint.h>

#include "io/output.h"
#include "scheduler/model/event.h"
#include "scheduler/model/reply.h"
#include "scheduler/model/schedule.h"

struct ics_input {
    const struct event *event;
    const struct schedule *schedule; /* bound to the event */
    const struct replies *answers;   /* of people to what they were sent; or NULL */
    int64_t stamp_s;                 /* DTSTAMP of everything */
    const char *version;             /* of the program, for PRODID */
};

/* These add files that are made when the output is written: *input and what it
 * points to must live until then, and ics_calendar_finish() is called behind it. */

/* agendas/<participant>.ics: METHOD:PUBLISH, everybody's own calendar of the
 * day: meetings, cancelled ones (STATUS:CANCELLED) and agenda items that
 * concern them. No address of anybody but the organiser. Who has no entry gets no
 * file: RFC 5545 wants a component in it. Without an organiser's address there is
 * no METHOD, as PUBLISH needs one.
 *
 * agendas/<participant>.csv: the same without what is cancelled, for calendars that
 * import tables.
 *
 * agendas/changes/<participant>.ics, as soon as anything was sent: only what differs
 * from it, cancelled entries too, for calendars that would have the rest twice. */
void ics_add_agendas(struct output *output, const struct ics_input *input);

/* agendas/interpreters/<id>.ics and agendas/changes/interpreters/<id>.ics, the same
 * for interpreters. A meeting that one was told of and another one has now is
 * cancelled in the first one's. */
void ics_add_interpreter_agendas(struct output *output,
                                 const struct ics_input *input);

/* event.ics: all meetings, cancelled ones and agenda items, for the organiser. */
void ics_add_overview(struct output *output, const struct ics_input *input);

/* invites/<participant>/<meeting id>.ics: METHOD:REQUEST, or CANCEL for cancelled
 * meetings, one VEVENT each, for all that differs from what was sent. Attendees
 * are the participant's own contacts who attend, nobody else. Without any address
 * of theirs, or of an organiser, there is no file.
 *
 * invites/<participant>/<meeting id>-cancel.ics: METHOD:CANCEL for those of the
 * participant's contacts who were sent a meeting that others attend now. */
void ics_add_invites(struct output *output, const struct ics_input *input);

#endif
