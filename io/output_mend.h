#ifndef MATCHDAY_IO_OUTPUT_MEND_H
#define MATCHDAY_IO_OUTPUT_MEND_H

#include <stdbool.h>

#include "io/folder_lock.h"
#include "io/output_changes.h"
#include "io/output_place.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"

/* What runs have left in output folders that were killed, and keeping others out of one
 * while something in it is changed. */

/* Completes or takes back what a run has left in the folder that was killed while it
 * wrote, and removes the half-built one beside it, also where the folder itself is
 * missing. Costs little where there is nothing; what cannot be done now is left to the
 * next one. For commands that read what is there. */
void output_mend(const char *folder);

/* The same of a place that is there, and locked; changes may be NULL. */
bool output_mend_locked(const struct output_place *place,
                        struct output_changes *changes, struct error *err);

/* The half-built folder of a run that is beside it all the same, as the run is at work
 * or it cannot be removed; NULL if there is none. It has personal data in it. In
 * arena. */
const char *output_left_beside(struct arena *arena, const char *folder);

/* Keeps all others from writing into the folder until folder_lock_release(), and mends
 * it: for commands that change a file which they have read there. Waits for a run that
 * writes there, and fails if it takes too long. A folder that is missing is no failure:
 * whoever reads there tells of it. */
bool output_hold(struct arena scratch, const char *folder, struct folder_lock *lock,
                 struct error *err);

#endif
