#ifndef MATCHDAY_IO_JSON_WRITE_H
#define MATCHDAY_IO_JSON_WRITE_H

#include "io/value.h"
#include "scheduler/base/arena.h"

/* Both return text in arena; the same tree gives the same bytes. VALUE_CELL is
 * written as a text. */

/* The JSON text of a value on one line, without a newline at its end:
 * {"id":"am-01","start":"2021-05-18T07:00:00Z"} */
char *json_line_text(struct arena *arena, const struct value *value);

/* The JSON text of an object as a file that people read and compare: each of its
 * members begins a line, a member that is a list of objects has each of them on a
 * line of its own, all else stays on one line; with a newline at the end. */
char *json_file_text(struct arena *arena, const struct value *object);

#endif
