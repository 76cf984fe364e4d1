#ifndef MATCHDAY_COMMANDS_CHECK_NEEDS_H
#define MATCHDAY_COMMANDS_CHECK_NEEDS_H

#include "scheduler/commands/job.h"
#include "scheduler/plan_needs.h"

/* The part of the report that sets wishes against means, on standard output. */

/* Rooms (interpreters) that are scarcer than all of them together. */
void check_needs_print_members(const struct job *job,
                               const struct plan_needs *needs,
                               enum plan_need_kind kind);

/* What each side is wanted for, where there are several. */
void check_needs_print_sides(const struct job *job, const struct plan_needs *needs);

/* Who is wanted for more than they can be in. */
void check_needs_print_people(const struct job *job,
                              const struct plan_needs *needs);

/* Meetings whose people are never free together, and what would help. */
void check_needs_print_pairs(const struct job *job);

#endif
