#ifndef MATCHDAY_IO_CHECKED_FILES_H
#define MATCHDAY_IO_CHECKED_FILES_H

#include <stdbool.h>

#include "io/event_read.h"
#include "io/output.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"

/* What was found in an event's tables, beside what stands there, for those who correct
 * it: "error_rows.csv" with each row in which there is an error or a warning, with the
 * reason, below the names of its table's columns; and of a workbook "checked.xlsx", a
 * copy in which the faulty cells are red and say why. Files are read again for that.
 * Returns false with *err if one cannot be, or if this build cannot write workbooks. */
bool checked_files(struct arena *arena, const struct event_input *input,
                   const struct findings *findings, struct output *output,
                   struct error *err);

#endif
