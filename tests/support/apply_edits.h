#ifndef MATCHDAY_TESTS_SUPPORT_APPLY_EDITS_H
#define MATCHDAY_TESTS_SUPPORT_APPLY_EDITS_H

#include "io/value.h"
#include "scheduler/base/arena.h"

/* Makes the edits that `explain --json` gives in the text of a normalised event.json,
 * as an organiser would with an editor: knows rows and fields, nothing of what they
 * mean. Returns the new text in arena, or NULL if an edit has no row to be made in. */
char *apply_edits(struct arena *arena, const char *json, const struct value *edits);

#endif
