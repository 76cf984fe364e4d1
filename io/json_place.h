#ifndef MATCHDAY_IO_JSON_PLACE_H
#define MATCHDAY_IO_JSON_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

struct json_source {
    const char *file; /* for messages */
    const char *text; /* without BOM */
    size_t len;
};

/* The line of every value of a text, in the order in which the values begin: an
 * object, then the value of its first member with all that is in it, ... cJSON
 * keeps no places, but its tree walked in that order meets the same values. */
struct json_lines {
    int *line;
    int n_values, capacity;
};

/* Judges the text more strictly than cJSON does, as json_parse_value() says, and
 * fills *lines, in arena. Returns false if an error was added: after it nothing
 * is known of *lines. What passes, cJSON can parse. */
bool json_place_scan(struct arena *arena, const struct json_source *source,
                     struct json_lines *lines, struct findings *findings);

#endif
