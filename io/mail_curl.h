#ifndef MATCHDAY_IO_MAIL_CURL_H
#define MATCHDAY_IO_MAIL_CURL_H

#include <stdbool.h>
#include <stddef.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"

/* Hands messages to an SMTP server, always over TLS with the server's certificate
 * checked; nothing switches that off. */

struct mail_server {
    const char *url; /* "smtp://host:587" (STARTTLS) or "smtps://host:465" */
    const char
        *ca_file;     /* certificates to trust instead of the system's, or NULL */
    const char *user; /* or NULL: no login */
    const char *password; /* or NULL */
    const char *token;    /* OAuth 2, instead of a password, or NULL */
};

enum mail_outcome {
    MAIL_DELIVERED,   /* the server took it */
    MAIL_REFUSED,     /* the server does not want it, for that recipient (5xx) */
    MAIL_DEFERRED,    /* the server does not want it now (4xx) */
    MAIL_UNREACHABLE, /* no server, or it went away before all was handed over */
    MAIL_UNANSWERED,  /* the connection ended before the answer: nobody knows */
    MAIL_IMPOSSIBLE, /* no TLS, wrong certificate or login, or refused (5xx) before the
                        recipient was named: others would fare alike */
};

struct mail_answer {
    enum mail_outcome outcome;
    bool has_answered; /* the server has, since mail_connect() */
    char text[600];    /* the server's answer, or what went wrong; one line */
};

struct mail_envelope {
    const char *from, *to; /* addresses */
    const char *bytes;     /* the message */
    size_t len;
};

/* False, with *err saying what to do, if the program was built without. */
bool mail_can_send(struct error *err);

struct mail_connection;

/* Prepares a connection, which is made with the first message and kept; the server's
 * texts must outlive it. NULL with *err if mail_can_send() is false, or libcurl does not
 * take an option, such as one that keeps the connection safe. */
struct mail_connection *mail_connect(struct arena *arena,
                                     const struct mail_server *server,
                                     struct error *err);
void mail_disconnect(struct mail_connection *connection);

/* Hands over one message and waits for the answer. */
void mail_hand_over(struct mail_connection *connection,
                    const struct mail_envelope *envelope,
                    struct mail_answer *answer);

#endif
