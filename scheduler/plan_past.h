#ifndef MATCHDAY_PLAN_PAST_H
#define MATCHDAY_PLAN_PAST_H

#include "scheduler/base/arena.h"
#include "scheduler/plan.h"
#include "scheduler/plan_problem.h"

/* Takes apart the sessions in which all slots begin before the instant: each slot
 * becomes a session of its own, max_gaps are lowered by the gaps that are in them, and
 * what the two levels that look at sessions lose is recorded. The problem has its slots
 * and participants, and its limits are still the event's. */
void plan_past_apart(struct arena *arena, const struct plan_input *input,
                     struct plan_problem *out);

/* What is to be added to the solver's values and bounds of a level; 0 for most. */
int64_t plan_past_value(const struct plan_problem *numbers, enum level level);

#endif
