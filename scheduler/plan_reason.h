#ifndef MATCHDAY_PLAN_REASON_H
#define MATCHDAY_PLAN_REASON_H

#include "scheduler/base/arena.h"
#include "scheduler/plan.h"
#include "scheduler/plan_problem.h"
#include "solver/solver.h"

/* Fills schedule->unscheduled: for every request that stands with no scheduled
 * meeting the first reason, in the order of enum reason, that is true of it.
 * The schedule's meetings are complete and bound. Whether lifting a limit would
 * serve a request is found out by solving again (solver/probe.h). */
void plan_reasons(struct arena *arena, const struct plan_input *input,
                  const struct plan_options *options,
                  const struct plan_problem *numbers, const struct solution *solution,
                  struct schedule *schedule);

#endif
