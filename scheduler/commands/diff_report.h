#ifndef MATCHDAY_COMMANDS_DIFF_REPORT_H
#define MATCHDAY_COMMANDS_DIFF_REPORT_H

#include "scheduler/base/arena.h"
#include "scheduler/model/diff.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* What `diff` prints: what has changed, meeting by meeting on the clocks of the
 * event, and person by person on their own. */
struct diff_report {
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *now;
    const struct diff *plans, *told;
    bool was_sent; /* something was; else people are shown what the plans say */
};

void diff_report_print(struct arena scratch, const struct diff_report *report);

#endif
