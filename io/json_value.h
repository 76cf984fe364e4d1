#ifndef MATCHDAY_IO_JSON_VALUE_H
#define MATCHDAY_IO_JSON_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

/* Parses JSON text (UTF-8, with or without BOM) into *root, in arena. `file` is
 * only named in findings. Refused, each with its line: what is not UTF-8 or not
 * JSON, also behind the end; a member named twice in one object; \u0000; nesting
 * beyond JSON_MAX_DEPTH. Returns false if there was an error. */
enum { JSON_MAX_DEPTH = 64 };
bool json_parse_value(struct arena *arena, const char *file, const char *text,
                      size_t len, struct value *root, struct findings *findings);

#endif
