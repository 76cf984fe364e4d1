#ifndef MATCHDAY_PLAN_HISTORY_H
#define MATCHDAY_PLAN_HISTORY_H

#include "scheduler/base/arena.h"
#include "scheduler/plan.h"

/* What a rerun carries on from the schedule before: identities, and what
 * people were sent. */

/* Gives every meeting of the schedule its id, uid, sequence and sent, and fills
 * schedule->cancelled. The meetings are sorted and have all else. previous may
 * be NULL. Sequence numbers count against what was sent, not against drafts. */
void plan_history(struct arena *arena, const struct event *event,
                  const struct eligibility *elig, const struct schedule *previous,
                  struct schedule *schedule);

#endif
