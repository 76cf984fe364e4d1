#ifndef MATCHDAY_IO_FIELDS_FILE_H
#define MATCHDAY_IO_FIELDS_FILE_H

#include <stdbool.h>

#include "io/fields.h"
#include "scheduler/base/error.h"

/* Reads a JSON file that holds one object, for its members to be read; all is in
 * arena. Faults of the content go into findings, and fields->object is NULL then;
 * expected says what the object is: "an object with answers". False with *err if the
 * file cannot be read. */
bool fields_read_file(struct arena *arena, const char *path, const char *expected,
                      struct fields *fields, struct findings *findings,
                      struct error *err);

/* The same for a file that need not be there: fields->object is NULL then, too. */
bool fields_read_file_if_there(struct arena *arena, const char *path,
                               const char *expected, struct fields *fields,
                               struct findings *findings, struct error *err);

#endif
