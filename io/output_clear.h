#ifndef MATCHDAY_IO_OUTPUT_CLEAR_H
#define MATCHDAY_IO_OUTPUT_CLEAR_H

#include <stdbool.h>

#include "io/output_changes.h"
#include "io/output_place.h"
#include "scheduler/base/arena.h"

/* Removes the old folder that was exchanged for the new one: old, the other one being
 * now. What somebody put there since the run looked, or wrote into a file of ours, is
 * moved into the new one before; changes may be NULL, and do not lie in scratch's arena.
 * False if something of it stays. */
bool output_clear(struct arena scratch, const char *old, const char *now,
                  const struct output_mark *mark, struct output_changes *changes);

#endif
