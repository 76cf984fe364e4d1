#ifndef MATCHDAY_MODEL_ANONYMISE_H
#define MATCHDAY_MODEL_ANONYMISE_H

#include "scheduler/model/event.h"
#include "scheduler/model/pseudonym.h"
#include "scheduler/model/schedule.h"

/* An event, and a schedule of it, in which nobody is to be recognised by a name, an
 * address, a link or a text, and which is scheduled just as before: times, time
 * zones, languages, numbers and who wants whom stay, and pseudonyms keep the order
 * of names.
 *
 * Countries, profiles, messages, notes, reasons in words and the name of a sending
 * under way are left out; what the event, organisations, interpreters and sessions
 * are called is made of their ids' pseudonyms. */

/* Adds all names of the event, of the schedule, that get pseudonyms. */
void anonymise_add_event(struct pseudonyms *pseudonyms, const struct event *event);
void anonymise_add_schedule(struct pseudonyms *pseudonyms,
                            const struct event *event,
                            const struct schedule *schedule);

/* The event and the schedule with pseudonyms; in their arena, where they share with
 * the first what has no names. input_sha256 is left as it was. */
struct event anonymise_event(struct pseudonyms *pseudonyms,
                             const struct event *event);
struct schedule anonymise_schedule(struct pseudonyms *pseudonyms,
                                   const struct event *event,
                                   const struct schedule *schedule);

#endif
