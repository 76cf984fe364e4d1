#ifndef MATCHDAY_COMMANDS_WHATIF_REPORT_H
#define MATCHDAY_COMMANDS_WHATIF_REPORT_H

#include "scheduler/commands/job.h"
#include "scheduler/commands/whatif_range.h"
#include "scheduler/plan_whatif.h"

/* The cases as people and programs read them. They are in series: in each, the first
 * kind that varies rises and all others stay. */
struct whatif_report {
    const struct plan_whatif *plan;
    const struct whatif_range *range; /* of each kind; empty = does not vary */
    int n_cases; /* in series; if the plan has one more, it is the event as it is */
};

/* Whether that is the event as it is. */
bool whatif_is_present(const struct event *event,
                       const struct variation *variation);

/* A table, and below it where more adds nothing. */
void whatif_report_print(struct arena *arena, const struct whatif_report *report);

/* The table alone, as CSV on standard output. */
void whatif_report_csv(struct arena *arena, const struct whatif_report *report);

/* Leaves it to job_finish() to print. */
void whatif_report_put(struct job *job, const struct whatif_report *report);

#endif
