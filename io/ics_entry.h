#ifndef MATCHDAY_IO_ICS_ENTRY_H
#define MATCHDAY_IO_ICS_ENTRY_H

#include <stdbool.h>

#include "io/ics_calendar.h"
#include "io/ics_reader.h"
#include "scheduler/base/arena.h"

/* Calendar entries as one person reads them: in their language, with their
 * clock's time first, and with nobody's address but the organiser's. */

/* The entry of a meeting, in arena; without attendees. Cancelled ones, and those
 * which are not the reader's any more, as another interpreter or contact has them,
 * say so in title, status and description and have no room. */
struct ics_entry ics_meeting_entry(struct arena *arena,
                                   const struct ics_reader *reader,
                                   const struct schedule_meeting *meeting,
                                   bool cancelled);

/* What the person with this address has answered about the meeting as it is now. */
enum ics_answer ics_answer_of(struct arena scratch, const struct ics_input *input,
                              const struct schedule_meeting *meeting,
                              const char *email);

/* What a meeting is called for the reader: "Meeting with Vitagora". */
const char *ics_meeting_title(struct arena *arena, const struct ics_reader *reader,
                              const struct schedule_meeting *meeting);

/* The same without any words and names: UID, number, time and status, for those who
 * sort entries before they make them. */
struct ics_entry ics_meeting_frame(const struct ics_reader *reader,
                                   const struct schedule_meeting *meeting,
                                   bool cancelled);

/* The UID of an agenda item's entry. */
char *ics_agenda_uid(struct arena *arena, const struct event *event,
                     const char *id);

/* One that the reader was sent and that is not for them any more. */
struct ics_entry ics_gone_item_entry(struct arena *arena,
                                     const struct ics_reader *reader,
                                     const struct sent_item *sent);

struct ics_entry ics_agenda_entry(struct arena *arena,
                                  const struct ics_reader *reader,
                                  const struct agenda_item *item);

#endif
