#ifndef MATCHDAY_IO_OUTPUT_COMMIT_H
#define MATCHDAY_IO_OUTPUT_COMMIT_H

#include <stdbool.h>

#include "io/output_changes.h"
#include "io/output_place.h"
#include "io/output_stage.h"
#include "scheduler/base/error.h"

/* For folders that are better left in their place. The files wait in a folder in it
 * until all are on the disk. From the moment on at which that gets its other name the
 * run counts: each file goes to its place, and a run that is killed meanwhile is
 * completed by the next command. Before that moment, nothing has changed. */

/* place is there, and locked. */
bool commit_write(struct stage *stage, const struct output_place *place,
                  struct error *err);

/* Completes what a run that was killed had begun, or removes what it had only
 * prepared. place is there, and locked; changes may be NULL. */
bool commit_mend(const struct output_place *place, struct output_changes *changes,
                 struct error *err);

#endif
