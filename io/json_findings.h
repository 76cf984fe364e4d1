#ifndef MATCHDAY_IO_JSON_FINDINGS_H
#define MATCHDAY_IO_JSON_FINDINGS_H

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

/* The findings for programs: {"errors": N, "warnings": N, "findings":
 * [{"severity": "error", "file": ..., "line": ..., "field": ..., "text": ...}]},
 * one finding a line, newline at the end; what a place does not have is left
 * out. In arena. */
char *json_findings_text(struct arena *arena, const struct findings *findings);

#endif
