#ifndef MATCHDAY_IO_PARTICIPANT_NAMES_H
#define MATCHDAY_IO_PARTICIPANT_NAMES_H

#include "io/ids.h"
#include "scheduler/model/event.h"

/* What the participants of an event are called outside its files, on a command line:
 * by their ids or, as in its tables, by their organisations' names. */

/* All of them, for ids_find_named() and ids_nearest(). */
struct ids participant_names(struct arena *arena, const struct event *event);

/* The ids of those that a text lists, with commas between; a name may have commas
 * itself. What is nobody's name, or that of several, stays as it is written. */
struct strings participant_names_read(struct arena *arena,
                                      const struct event *event,
                                      const struct ids *names, const char *text);

#endif
