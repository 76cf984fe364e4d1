#ifndef MATCHDAY_COMMANDS_SEND_DELIVERY_H
#define MATCHDAY_COMMANDS_SEND_DELIVERY_H

#include <stdbool.h>

#include "io/mail_curl.h"
#include "io/mail_ledger.h"
#include "io/mail_list.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/model/told.h"

/* Hands a list of mails to a server, with the ledger kept. */

struct delivery {
    const struct mail_input *input;
    const struct mail_list *list;
    struct ledger *ledger;
    struct mail_connection *connection;
    bool resend_in_doubt;
    int most_per_minute; /* counts every attempt */
    int n_retries;       /* of what failed for the moment */
    double retry_s;      /* before the first; twice as long before each other one */
    double last_s;       /* when the last attempt began; set by delivery_run() */
    /* What became of it: */
    int n_sent, n_sent_before, n_failed, n_in_doubt, n_untried;
    bool *refused; /* of each mail of the list: by the recipient's server, for good;
                      the caller's, all false before */
    int n_refused; /* so many of those that failed */
};

/* Sends what was not sent yet and tells on standard error what was not delivered;
 * goes on with the others (what is deferred comes behind them), but for trouble that
 * they would have too, or a signal: the rest is counted as not tried. False with *err if the ledger cannot be
 * written. */
bool delivery_run(struct arena scratch, struct delivery *delivery,
                  struct error *err);

/* Whom it did not reach because their servers refused it. In arena. */
struct unreached delivery_unreached(struct arena *arena,
                                    const struct delivery *delivery);

/* "invite m0001 to a@example.org": for messages. In arena. */
const char *delivery_name(struct arena *arena, const struct mail_input *input,
                          const struct mail_item *item);

#endif
