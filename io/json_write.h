#ifndef MATCHDAY_IO_JSON_WRITE_H
#define MATCHDAY_IO_JSON_WRITE_H

#include <stdbool.h>

#include "io/sink.h"
#include "io/value.h"
#include "scheduler/base/arena.h"

/* The same tree gives the same bytes. VALUE_CELL is written as a text. Texts are in
 * arena. */

/* The JSON text of a value on one line, without a newline at its end:
 * {"id":"am-01","start":"2021-05-18T07:00:00Z"} */
char *json_line_text(struct arena *arena, const struct value *value);

/* The JSON text of an object as a file that people read and compare: each of its
 * members begins a line, a member that is a list of objects has each of them on a
 * line of its own, all else stays on one line; with a newline at the end. */
char *json_file_text(struct arena *arena, const struct value *object);

/* The same member by member, and row by row where a member is a list of objects, for
 * files that are larger than their parts. */
struct json_file {
    struct sink *sink;
    bool has_members;
};

void json_file_begin(struct json_file *file, struct sink *sink);

/* A member of an object, with its key. */
void json_file_add(struct json_file *file, const struct value *member);

/* A member whose value is JSON already. */
void json_file_add_text(struct json_file *file, const char *key, const char *json);

/* A list of n objects, of which make() fills number k; in working space that is free
 * again behind each. scratch is no copy of the sink's arena. */
typedef void json_row_maker(struct arena *arena, struct value *row, const void *of,
                            int k);
void json_file_add_rows(struct json_file *file, struct arena scratch,
                        const char *key, int n, json_row_maker *make,
                        const void *of);

void json_file_end(struct json_file *file);

#endif
