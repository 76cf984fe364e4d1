#ifndef MATCHDAY_IO_ICS_AGENDA_H
#define MATCHDAY_IO_ICS_AGENDA_H

#include "io/ics_reader.h"
#include "io/sink.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/text.h"

/* What stands in one person's calendar, and the calendar itself. */

/* Whose meetings are whose: meeting[p][0 .. n[p]), numbers of the scheduled ones
 * and behind those of the cancelled ones. */
struct ics_meetings {
    int **meeting;
    int *n, *capacity;
};

struct ics_meetings ics_find_meetings(struct arena *arena,
                                      const struct ics_input *input);

enum ics_part {
    ICS_WHOLE,   /* all that is and that was called off */
    ICS_CHANGED, /* what differs from what was sent, nothing else */
    ICS_HELD,    /* what takes place */
};

/* Numbers of meetings as above, and of agenda items, with what was sent and is gone
 * behind them. */
struct ics_selection {
    int *meeting, *item;
    int n_meetings, n_items;
};

/* What concerns the reader: a participant, an interpreter, who was told of meetings
 * which another one has now, or the organiser, whom everything concerns. One who
 * does not come has no agenda but what became of its meetings. In arena. */
struct ics_selection ics_select(struct arena *arena,
                                const struct ics_reader *reader,
                                const struct ics_meetings *meetings,
                                enum ics_part part);

/* The same of agenda items alone. */
struct ics_selection ics_select_items(struct arena *arena,
                                      const struct ics_reader *reader,
                                      enum ics_part part);

/* The entry of an agenda item, by its number as above; in arena. */
struct ics_entry ics_item_entry(struct arena *arena,
                                const struct ics_reader *reader, int number);

/* What people were last sent of the item with that number, or NULL. */
const struct sent_item *ics_item_sent(const struct ics_reader *reader, int number);

/* Whether they were sent that item, or that it is off; sent may be NULL: never. */
enum sent_state ics_item_state(const struct ics_reader *reader,
                               const struct sent_item *sent);

/* The entries of a selection, by start, then UID: as many as both its numbers
 * say. In arena. */
struct ics_entry *ics_entries(struct arena *arena, const struct ics_reader *reader,
                              const struct ics_selection *selection);

/* Writes the calendar of a selection that is not empty, entry by entry:
 * METHOD:PUBLISH, without attendees, with an alarm before each entry if the event
 * wants one; without METHOD if there is no address of an organiser, as PUBLISH needs
 * one. scratch is no copy of the sink's arena. */
void ics_agenda_write(struct sink *sink, struct arena scratch,
                      const struct ics_reader *reader,
                      const struct ics_selection *selection);

#endif
