/* In place of mail_curl.c where libcurl is missing. */

#include <stddef.h>

#include "io/libraries.h"
#include "io/mail_curl.h"

bool mail_can_send(struct error *err)
{
    return error_set(err,
                     "this matchday was built without libcurl and cannot send "
                     "mail; install libcurl4-openssl-dev and build it again, or "
                     "send the files in mail/ from a mail program (--drafts)");
}

struct mail_connection *mail_connect(struct arena *arena,
                                     const struct mail_server *server,
                                     struct error *err)
{
    (void)arena;
    (void)server;
    mail_can_send(err);
    return NULL;
}

void mail_disconnect(struct mail_connection *connection)
{
    (void)connection;
}

void mail_hand_over(struct mail_connection *connection,
                    const struct mail_envelope *envelope,
                    struct mail_answer *answer)
{
    (void)connection;
    (void)envelope;
    *answer = (struct mail_answer){.outcome = MAIL_IMPOSSIBLE};
}

const char *mail_library_version(struct arena *arena)
{
    (void)arena;
    return NULL;
}
