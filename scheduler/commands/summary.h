#ifndef MATCHDAY_COMMANDS_SUMMARY_H
#define MATCHDAY_COMMANDS_SUMMARY_H

#include "scheduler/commands/job.h"
#include "scheduler/commands/outputs.h"
#include "scheduler/model/schedule.h"

/* Prints a schedule in a few lines: how many meetings, each level's value with
 * what is proven of it, why the rest is not scheduled. */
void summary_print(const struct job *job, const struct schedule *schedule);

/* Prints each meeting of before that does not stay as it was, what became of it, and
 * why. */
void summary_print_changes(struct job *job, const struct schedule *schedule,
                           const struct schedule *previous);

/* The number of meetings that could take place. */
int summary_count_possible(const struct eligibility *elig);

/* Prints what was written into folder, with changes.csv where there was a schedule
 * before, and what people are to be told by it. */
void summary_print_outputs(struct job *job, const struct schedule *schedule,
                           const char *folder, bool has_changes,
                           const struct outputs_written *written);

/* The part about the levels. Bounds are this run's, proven, or what a file claims. */
void summary_print_levels(const struct schedule *schedule, bool claimed);

#endif
