#ifndef MATCHDAY_COMMANDS_SENDING_H
#define MATCHDAY_COMMANDS_SENDING_H

#include <stdbool.h>
#include <stdint.h>

#include "io/mail_ledger.h"
#include "io/mail_list.h"
#include "scheduler/commands/job.h"
#include "scheduler/model/half_sent.h"

/* One run of 'send', and what it shows without sending; for send*.c alone. */

struct send_options {
    const char *operand[2]; /* event, schedule */
    const char *server, *user, *password_file, *token_file, *ca_file;
    int64_t rate, n_retries;
    double retry_s;
    bool agendas, invites, dry_run, really, resend_in_doubt;
    const char *encoding; /* of tables */
};

struct sending {
    struct job job;
    const struct send_options *options;
    struct job_schedules read;
    struct event whole; /* the job's, with those who have left it */
    struct schedule recalled;
    struct ics_input calendars;
    struct mail_input input;
    struct mail_list list;
    const char *ledger_path;
    char seen
        [DIGEST_HEX_SIZE];   /* of the schedule's file as it was read or written */
    struct half_sent before; /* what earlier runs have sent of it */
    bool has_old_doubts;     /* about mails that are in the list no more */
};

/* True if the mail is in the list. */
bool sending_has_mail(const struct mail_list *list, const char *message_id);

/* Tells on standard error whom no mail can reach. */
void sending_tell_unreachable(const struct sending *sending);

/* Likewise of mails in doubt that are not to be sent any more, as the schedule or what
 * is recorded of it has changed since. True if there are any. */
bool sending_tell_old_doubts(const struct sending *sending,
                             const struct ledger *ledger);

/* ", 3 sent before", where there are some. */
void sending_print_some(int n, const char *what);

/* Where invites alone are asked for: tells how many have agenda items to hear of, which
 * invites do not carry. */
void sending_tell_items(struct sending *sending);

/* Shows what would be sent. */
enum exit_code sending_dry_run(struct sending *sending);

/* With nothing to send: says why, and what is in doubt. */
enum exit_code sending_look_for_doubts(struct sending *sending);

#endif
