#ifndef MATCHDAY_IO_MAIL_NEWS_H
#define MATCHDAY_IO_MAIL_NEWS_H

#include <stdbool.h>

#include "io/ics_reader.h"
#include "scheduler/base/arena.h"

/* What is new in a mail, in the reader's words: lines for the top of an entry, in
 * arena, "" for nothing. The reader is one contact or an interpreter; had_agenda:
 * something was sent to them before, else nothing is called new. */

/* About a meeting that takes place. */
const char *mail_meeting_news(struct arena *arena, const struct ics_reader *reader,
                              const struct schedule_meeting *meeting,
                              bool had_agenda);

/* About an agenda item that the event has, by its number. */
const char *mail_item_news(struct arena *arena, const struct ics_reader *reader,
                           int number, bool had_agenda);

/* True if the reader must be told of the meeting, or of the item (by its number, as
 * in ics_select_items()). */
bool mail_meeting_is_news(const struct ics_reader *reader,
                          const struct schedule_meeting *meeting, bool cancelled);
bool mail_item_is_news(const struct ics_reader *reader, int number);

#endif
