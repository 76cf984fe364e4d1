#ifndef MATCHDAY_COMMANDS_OUTPUTS_H
#define MATCHDAY_COMMANDS_OUTPUTS_H

#include <stdbool.h>

#include "scheduler/base/error.h"
#include "scheduler/commands/job.h"
#include "scheduler/model/schedule.h"

/* Remembers what is in folder before anything is read from which the outputs are made,
 * so that outputs_write() notices what other commands write there meanwhile. */
void outputs_look(struct job *job, const char *folder);

/* Looks before long work whether folder can take the outputs, and that the schedule
 * in it, if there is one, does not know of more calendars sent than `known` (NULL:
 * nothing is known) does: writing would lose what can be updated and cancelled. */
bool outputs_check(const struct job *job, const struct schedule *known,
                   const char *folder, struct error *err);

struct outputs_written {
    int n_mails, n_invites;
    bool has_book, has_run_sheet, has_host_moves, has_zoom;
};

/* Writes everything that a schedule becomes into folder: schedule.json, tables,
 * agendas, mails and invites, whose numbers go to *written (may be NULL); with the
 * schedule before it (or NULL) who must be told what has changed, too; and people's
 * answers, if there are any. Fails if since outputs_look() folder was given a
 * publication or answers, which would be lost. A new output gets its line here.
 * job_read_mail_words() was called before. */
bool outputs_write(const struct job *job, const struct schedule *schedule,
                   const struct schedule *previous, const char *folder,
                   struct outputs_written *written, struct error *err);

#endif
