#ifndef MATCHDAY_IO_MAIL_LEDGER_H
#define MATCHDAY_IO_MAIL_LEDGER_H

#include <stdbool.h>

#include "io/mail_list.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"

/* The record of what was sent, one line each, in a file that only grows:
 *
 *     attempt <TAB> time <TAB> Message-ID <TAB> recipient <TAB> sequence <TAB> UID
 *     done    <TAB> time <TAB> Message-ID <TAB> the server's answer
 *     failed  <TAB> time <TAB> Message-ID <TAB> the server's answer
 *
 * An attempt is on the disk before the message is handed over. One without a "done"
 * or "failed" behind it is in doubt: the program or the connection ended before the
 * server's answer came. A last line that was not written whole does not count: the
 * program ended before it acted on it. */

enum mail_state {
    MAIL_UNSENT,
    MAIL_DONE,
    MAIL_FAILED, /* surely not delivered */
    MAIL_DOUBTFUL,
};

struct ledger; /* an open one */

/* Opens the file at path, or makes it (mode 0600), and reads what is in it. With
 * `writable` no other process can have it open so at the same time; without, a file
 * that is missing is an empty ledger. NULL with *err if it cannot be read or is no
 * ledger. Everything lives in arena, but for the open file. */
struct ledger *ledger_open(struct arena *arena, const char *path, bool writable,
                           struct error *err);
void ledger_close(struct ledger *ledger);

/* True while another process has the ledger at path open to write in it. */
bool ledger_is_busy(const char *path);

enum mail_state ledger_state(const struct ledger *ledger, const char *message_id);

/* A mail in doubt. */
struct ledger_doubt {
    const char *message_id, *to, *uid;
};

/* Those in doubt, by Message-ID; but for those whose recipient was sent what came
 * after it on the same: another agenda, or the same meeting anew. In arena; *n of them. */
struct ledger_doubt *ledger_doubts(struct arena *arena, const struct ledger *ledger,
                                   int *n);

/* True if a mail to that address, or with that UID (of an item: their agenda, also
 * under another address), failed, and nothing on the same was delivered after it,
 * whatever state of the schedule it told of. */
bool ledger_has_failed(const struct ledger *ledger, const char *to,
                       const char *uid);

/* Write one record, which is on the disk when they return true. */
bool ledger_attempt(struct ledger *ledger, const struct mail_item *item,
                    struct error *err);
bool ledger_end(struct ledger *ledger, const struct mail_item *item, bool done,
                const char *answer, struct error *err);

#endif
