#ifndef MATCHDAY_COMMANDS_COMPARISON_H
#define MATCHDAY_COMMANDS_COMPARISON_H

#include "scheduler/commands/job.h"
#include "scheduler/model/diff.h"

/* Two schedules compared, with all those who were told of one of them. */
struct comparison {
    struct event event;
    struct schedule old, now;
    struct diff plans, told;
};

/* The schedules are bound to the job's event. In the job's arena. */
void comparison_make(struct job *job, const struct schedule *old,
                     const struct schedule *now, struct comparison *compared);

/* Leaves all of it to job_finish() to print as JSON. */
void comparison_put(struct job *job, const struct comparison *compared);

#endif
