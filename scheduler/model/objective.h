#ifndef MATCHDAY_MODEL_OBJECTIVE_H
#define MATCHDAY_MODEL_OBJECTIVE_H

#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* The levels' values of a schedule, from its meetings alone; and the numbers
 * per participant behind them. Shares no code with the solver. */

struct tally {                          /* of one participant */
    int requested, possible, scheduled; /* meetings asked for with or by them that
                                           count; possible; scheduled */
    int shortfall;                      /* of what guarantee promises */
    int comfort_cost;
    int gaps, longest_run, room_changes;
};

/* One tally per participant, in arena. Meetings that the present event does
 * not know any more are left out. */
struct tally *objective_tally(struct arena *arena, const struct event *event,
                              const struct eligibility *elig,
                              const struct schedule *schedule);

/* All N_LEVELS values. previous may be NULL: stability is 0 then. */
void objective_values(struct arena scratch, const struct event *event,
                      const struct eligibility *elig,
                      const struct schedule *schedule,
                      const struct schedule *previous, int64_t value[N_LEVELS]);

#endif
