#ifndef MATCHDAY_IO_AMENDMENT_EDIT_H
#define MATCHDAY_IO_AMENDMENT_EDIT_H

#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/model/amendment.h"
#include "scheduler/model/event.h"

/* What changes of an event are in its files: edits of the rows of its lists, which a
 * program can make in what `check --normalised` writes. */

/* "max_meetings", "room", ... */
const char *amendment_kind_name(enum amendment_kind kind);

/* Adds to the list one object for each edit: "list" is the list's name; "set" has
 * new values for fields of the row "id" (null takes one out), "add" is a new row,
 * "remove" has what the row to be taken out has. */
void amendment_put_edits(struct arena *arena, struct value *list,
                         const struct event *event, const struct amendments *all);

#endif
