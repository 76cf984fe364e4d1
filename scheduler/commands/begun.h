#ifndef MATCHDAY_COMMANDS_BEGUN_H
#define MATCHDAY_COMMANDS_BEGUN_H

#include <stdbool.h>

#include "io/mail_ledger.h"
#include "io/mail_list.h"
#include "scheduler/commands/job.h"
#include "scheduler/model/half_sent.h"
#include "scheduler/model/told.h"

/* Sendings that were begun and did not come to their end, which may happen at any
 * moment. Before its first mail 'send' writes sending.json, then the member "sending"
 * into the schedule; the ledger tells what became of the mails. At the end the
 * schedule loses the member, then the file goes. So a schedule with that member was
 * sent to some, perhaps, and is not recorded as sent. */

/* What became of the sending of the schedule at path, in the job's arena; no mails
 * where none was begun. What is missing or broken is an error, as then nobody knows
 * who has a mail. */
enum exit_code begun_read(struct job *job, const char *path,
                          const struct schedule *schedule, struct half_sent *half);

/* The same for those who do not send themselves: a 'send' that is at work just now is
 * an error. */
enum exit_code begun_read_ended(struct job *job, const char *path,
                                const struct schedule *schedule,
                                struct half_sent *half);

/* True if at least one mail of it went out, perhaps. */
bool begun_has_mails(const struct half_sent *half);

/* "3 of 8 mails (1 in doubt)": those that went out. In arena. */
const char *begun_count_text(struct arena *arena, const struct half_sent *half);

/* For those who go on from the schedule: records in it, in memory, what those have
 * who have a mail. With tells a finding says so, and what to do. */
enum exit_code begun_settle(struct job *job, const char *path,
                            struct schedule *schedule, bool tells);

/* The mails that are to go out, and those of `before` that did. */
struct beginning {
    const char *path; /* of the schedule */
    struct schedule *schedule;
    const struct event *event; /* the list's */
    const struct mail_list *list;
    const struct half_sent *before;
    bool without_agenda; /* agenda items are not told */
};
bool begun_begin(struct job *job, const struct beginning *beginning,
                 struct error *err);

/* Takes the member out of the schedule again, as no mail went out. */
bool begun_undo(struct job *job, const char *path, struct schedule *schedule,
                struct error *err);

/* Takes away the file beside the schedule at path, which has the member no more. */
void begun_forget(struct arena scratch, const char *path);

#endif
