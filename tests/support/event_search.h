#ifndef MATCHDAY_TESTS_SUPPORT_EVENT_SEARCH_H
#define MATCHDAY_TESTS_SUPPORT_EVENT_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* The best schedule of a tiny event, by trying all there are: every meeting in no
 * slot or in one with each room and each interpreter. Knows the model only,
 * nothing of the numbers into which solving turns an event. */

struct event_search_task {
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *previous; /* bound, or NULL */
    const enum level *level;
    int n_levels;
};

/* How many schedules there are to try, rules aside; at most `most`. */
int64_t event_search_effort(const struct event_search_task *task, int64_t most);

/* The values of the best schedule, levels in their order; returns false if none
 * keeps the rules. At most EVENT_SEARCH_MOST meetings. */
enum { EVENT_SEARCH_MOST = 16 };
bool event_search(struct arena scratch, const struct event_search_task *task,
                  int64_t value[N_LEVELS]);

#endif
