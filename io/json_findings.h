#ifndef MATCHDAY_IO_JSON_FINDINGS_H
#define MATCHDAY_IO_JSON_FINDINGS_H

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

struct value;

/* The findings for programs: {"errors": N, "warnings": N, "findings":
 * [{"severity": "error", "file": ..., "line": ..., "field": ..., "text": ...}]},
 * one finding a line, newline at the end; what a place does not have is left
 * out. In arena. */
char *json_findings_text(struct arena *arena, const struct findings *findings);

/* Puts the same members into an object built by value_build's functions, behind
 * what a command found out. */
void json_findings_put(struct arena *arena, const struct findings *findings,
                       struct value *root);

#endif
