#ifndef MATCHDAY_TESTS_SUPPORT_EVENT_TEXT_H
#define MATCHDAY_TESTS_SUPPORT_EVENT_TEXT_H

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"

/* All that an event holds, one thing a line, but not where it was written. Names
 * of others are written by their ids, so that it is good to read:
 *
 *   room R01 'Room 1' 'https://…' for 8 [recording] reserved [gifu] at [7:00Z-…]
 *
 * Two events are the same if their texts are. */
const char *event_text(struct arena *arena, const struct event *event);

/* The line of that text which begins with this, without its newline; "" if there
 * is none. */
const char *event_text_line(struct arena *arena, const struct event *event,
                            const char *beginning);

#endif
