#ifndef MATCHDAY_PLAN_PROBLEM_H
#define MATCHDAY_PLAN_PROBLEM_H

#include "scheduler/base/arena.h"
#include "scheduler/plan.h"
#include "solver/problem.h"

/* An event as the solver's problem. Only possible meetings take part, and those
 * that have begun; the solver's meeting k is the model's meeting model[k]. */
struct plan_problem {
    struct problem problem;
    int *model;  /* of the solver's meeting; -1 if nobody asks for it any more */
    int *frozen; /* of the solver's meeting: in input->previous, if it began before
                    input->freeze_before_s, and so stays as it is; else -1 */
    int *index;  /* of the model's meeting, or -1 */
    struct set_family rooms, interpreters; /* with those of frozen meetings */
    /* Sessions in which all slots have begun are taken apart: their slots are no
     * neighbours, so that no limit of a run or of gaps looks at them. What their gaps
     * and room changes add to the solver's values. */
    int64_t past_gaps, past_room_changes;
};

/* Everything in arena; sets of rooms and interpreters are the event's own. */
void plan_problem_build(struct arena *arena, const struct plan_input *input,
                        struct plan_problem *out);

/* The model's name for the solver's level. */
enum level plan_model_level(enum solver_level level);

#endif
