#ifndef MATCHDAY_MODEL_VERIFY_H
#define MATCHDAY_MODEL_VERIFY_H

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Judges a schedule against every rule of its event, without the solver:
 * each broken rule is one error, with the meeting's id as field. Also judges
 * the levels' values, that bounds and status do not contradict them, that
 * every request stands in exactly one place, that lists are sorted, and what
 * was sent against previous (may be NULL: then what stability counts is not judged).
 * The schedule is bound (schedule_bind). Findings carry file as their file. */
void verify_schedule(struct arena scratch, const struct event *event,
                     const struct eligibility *elig,
                     const struct schedule *schedule,
                     const struct schedule *previous, const char *file,
                     struct findings *findings);

#endif
