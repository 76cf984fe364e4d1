#ifndef MATCHDAY_COMMANDS_ANSWERS_H
#define MATCHDAY_COMMANDS_ANSWERS_H

#include "io/output.h"
#include "scheduler/base/exit_code.h"
#include "scheduler/commands/job.h"

/* What people answered lies in replies.json beside the schedule that they were sent,
 * and goes along when the next schedule goes into another folder. */

/* Reads what lies beside the schedule at path (a folder's, too) into job->answers, and
 * unites it with what lies in `folder` (NULL: nowhere) already. Returns
 * EXIT_CODE_DONE or why the command cannot go on, as job_read_schedule() does. */
enum exit_code answers_read(struct job *job, const char *path, const char *folder);

/* Adds job->answers to what is written, if there are any; in the output's arena. */
void answers_add(struct output *output, const struct job *job);

#endif
