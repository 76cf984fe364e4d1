#ifndef MATCHDAY_COMMANDS_CHECK_REPORT_H
#define MATCHDAY_COMMANDS_CHECK_REPORT_H

#include "scheduler/commands/job.h"

/* Prints what an organiser wants to know before solving: how much is wanted and
 * possible and how many places there are for it, when each session is in each zone, and for every slot how many
 * people, rooms and interpreters there are. */
void check_report_print(const struct job *job);

#endif
