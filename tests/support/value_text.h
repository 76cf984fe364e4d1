#ifndef MATCHDAY_TESTS_SUPPORT_VALUE_TEXT_H
#define MATCHDAY_TESTS_SUPPORT_VALUE_TEXT_H

#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

/* A value in one line, with "@line" behind each part: {a:[1@2 true@2]@1}@1.
 * Texts stand in "", cells in '', with LF as "\n". */
char *value_text(struct arena *arena, const struct value *value);

/* What findings_print() prints. */
char *findings_text(struct arena *arena, const struct findings *findings);

#endif
