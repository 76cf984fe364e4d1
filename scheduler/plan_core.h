#ifndef MATCHDAY_PLAN_CORE_H
#define MATCHDAY_PLAN_CORE_H

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"
#include "scheduler/plan.h"
#include "scheduler/plan_problem.h"
#include "solver/solver.h"

/* Names the locks that cannot hold together, each at its own place, and who or what
 * stands against them as far as that can be seen. For SOLVE_INFEASIBLE. */
void plan_tell_core(struct arena *arena, const struct plan_input *input,
                    const struct plan_problem *numbers,
                    const struct solution *solution, struct findings *findings);

#endif
