#ifndef MATCHDAY_PLAN_REASON_H
#define MATCHDAY_PLAN_REASON_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/plan.h"
#include "scheduler/plan_problem.h"
#include "solver/solver.h"

struct plan_poll { /* functions are called from the calling thread */
    bool (*should_stop)(void *context); /* asked now and then */
    void (*report)(void *context, int n_explained, int n_to_explain);
    void *context;
};

/* Fills schedule->unscheduled: for every request that stands with no scheduled
 * meeting the first reason, in the order of enum reason, that is true of it.
 * The schedule's meetings are complete and bound. Whether lifting a limit would
 * serve a request is found out by solving again (solver/probe.h); what is not
 * known when poll ends the work is REASON_NOT_PROVEN. */
void plan_reasons(struct arena *arena, const struct plan_input *input,
                  const struct plan_problem *numbers,
                  const struct solution *solution, int threads,
                  const struct plan_poll *poll, struct schedule *schedule);

#endif
