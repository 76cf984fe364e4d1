#ifndef MATCHDAY_MODEL_CAUSE_LIMIT_H
#define MATCHDAY_MODEL_CAUSE_LIMIT_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Whether a limit of a participant or the interpreter of the meeting, which is at the
 * place that people were last sent, is lower now than what people know: of the
 * meetings that `schedule` carries on as sent, those that are still possible are more
 * than it allows, and this is one of them. *words (in arena) says which: "Gifu may have
 * at most 2 meetings". False for what was never sent. */
bool cause_limit_is_lower(struct arena *arena, const struct event *event,
                          const struct eligibility *elig,
                          const struct schedule *schedule,
                          const struct schedule_meeting *old, const char **words);

#endif
