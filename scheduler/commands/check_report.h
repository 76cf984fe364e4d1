#ifndef MATCHDAY_COMMANDS_CHECK_REPORT_H
#define MATCHDAY_COMMANDS_CHECK_REPORT_H

#include "scheduler/commands/job.h"
#include "scheduler/plan_needs.h"

/* Prints what an organiser wants to know before solving: how much is wanted and
 * possible and how many places there are for it, by side, room and interpreter; when
 * each session is in each zone; for every slot how many people, rooms and interpreters
 * there are; who is wanted too often, and who is never free together. */
void check_report_print(const struct job *job, const struct plan_needs *needs);

#endif
