#ifndef MATCHDAY_TESTS_SUPPORT_PLANNED_H
#define MATCHDAY_TESTS_SUPPORT_PLANNED_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/plan.h"
#include "solver/problem.h"

/* An event on its way through the program, as `solve` does it but for files of
 * output: read, judged, solved. To be used inside an event_folder. Must stay where
 * it is, as input points into it. */
struct planned {
    struct event event;
    struct eligibility elig;
    struct plan_input input;
    enum plan_status status;
    struct schedule schedule; /* with its digest; only where status is PLAN_DONE */
    const char *findings;     /* of whichever step came last, printed */
};

/* Reads the text of an event.json and builds eligibility; with previous (bound
 * here, or NULL) the objective has stability. Returns false if there are errors. */
bool planned_read(struct arena *arena, const char *json, struct schedule *previous,
                  struct planned *planned);

/* The same for an event that is in memory already, as planned->event. */
bool planned_judge(struct arena *arena, struct schedule *previous,
                   struct planned *planned);

void planned_solve(struct arena *arena, uint64_t seed, int threads,
                   struct planned *planned);

/* Its schedule.json. */
const char *planned_text(struct arena *arena, const struct planned *planned);

/* What verify says of a schedule, "" if all is well. */
const char *planned_verify(struct arena *arena, const struct planned *planned,
                           const struct schedule *schedule);

/* Writes the text of a schedule.json and reads it back; not bound. */
void planned_read_schedule(struct arena *arena, const char *json,
                           struct schedule *schedule);

/* How many assignments of meetings to slots exhaustive search has to go through
 * at most; INT64_MAX if there are more than fit. */
int64_t planned_effort(const struct problem *problem);

/* The order of values on a level: positive if a is better than b. */
int planned_better(enum level level, int64_t a, int64_t b);

/* The number of levels up to served, all where it is none of them. */
int planned_levels_up_to_served(const struct plan_input *input);

#endif
