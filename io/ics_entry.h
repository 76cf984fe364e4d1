#ifndef MATCHDAY_IO_ICS_ENTRY_H
#define MATCHDAY_IO_ICS_ENTRY_H

#include <stdbool.h>

#include "io/ics_calendar.h"
#include "io/ics_files.h"
#include "io/texts.h"
#include "scheduler/base/arena.h"

/* Calendar entries as one person reads them: in their language, with their
 * clock's time first, and with nobody's address but the organiser's. */

struct ics_reader {
    const struct ics_input *input;
    enum language language;
    const struct zone *zone;
    int p, i; /* a participant or an interpreter; the other one is -1 */
    struct ics_address organizer; /* of the reader's side; email "" = none */
};

/* A participant reads the language of its first contact. */
struct ics_reader ics_participant_reader(const struct ics_input *input, int p);

/* Interpreters read English if it is in one of their pairs, else Japanese, else
 * French. */
struct ics_reader ics_interpreter_reader(const struct ics_input *input, int i);

/* The entry of a meeting, in arena; without attendees. Cancelled ones, and those
 * which another interpreter than the reader has now, say so in title, status and
 * description and have no room. */
struct ics_entry ics_meeting_entry(struct arena *arena, const struct ics_reader *reader,
                                   const struct schedule_meeting *meeting,
                                   bool cancelled);

struct ics_entry ics_agenda_entry(struct arena *arena, const struct ics_reader *reader,
                                  const struct agenda_item *item);

/* "EU-Japan matchmaking day – Gifu Prefecture" */
char *ics_calendar_name(struct arena *arena, const struct ics_reader *reader);

/* What the reader calls a contact, in their own letters; "" if nothing is known. */
const char *ics_contact_name(struct arena *arena, const struct ics_reader *reader,
                             const struct contact *contact);

/* The contacts of participant p who attend the meeting: indices into its
 * contacts, rising, in arena; all of them unless the schedule assigns some. */
int *ics_attending(struct arena *arena, const struct event *event,
                   const struct schedule_meeting *meeting, int p, int *n);

#endif
