#ifndef MATCHDAY_PLAN_FROZEN_H
#define MATCHDAY_PLAN_FROZEN_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"
#include "scheduler/plan.h"

/* What has begun, and is planned around. */

/* Whether the meeting of input->previous has begun, and stays as it is. */
bool plan_has_begun(const struct plan_input *input,
                    const struct schedule_meeting *old);

/* False, with findings, where the event as it is now leaves meetings that have begun no
 * place: no slot has their times any more, or somebody was in more of them at a time
 * than may be. Works in arena, in which the findings may be, too. */
bool plan_frozen_fits(struct arena *arena, const struct plan_input *input,
                      struct findings *findings);

/* When the next slot or meeting of before begins, from input->freeze_before_s on; the
 * end of the last slot where none does; 0 where nothing has begun. Before it the same
 * is frozen as before freeze_before_s, and the time of the clock, which 'now' stands
 * for, is in no schedule. */
int64_t plan_frozen_before(const struct plan_input *input);

#endif
