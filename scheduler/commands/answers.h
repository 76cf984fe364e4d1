#ifndef MATCHDAY_COMMANDS_ANSWERS_H
#define MATCHDAY_COMMANDS_ANSWERS_H

#include <stdbool.h>

#include "scheduler/base/error.h"
#include "scheduler/commands/job.h"

/* What people answered lies in replies.json beside the schedule that they were sent,
 * and goes along when the next schedule goes into another folder. */

/* Reads what lies beside the schedule at path (a folder's, too) into job->answers, and
 * unites it with what lies in `folder` (NULL: nowhere) already. Returns
 * EXIT_CODE_DONE or why the command cannot go on, as job_read_schedule() does. */
enum exit_code answers_read(struct job *job, const char *path, const char *folder);

/* Writes job->answers into the folder, if there are any. */
bool answers_write(const struct job *job, const char *folder, struct error *err);

#endif
