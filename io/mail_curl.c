/* One libcurl handle sends all messages, so that the connection is kept between
 * them. What became of a message is read from three things: libcurl's result, the
 * last answer of the server, and whether the message had been handed over whole. A
 * server takes nothing before the end of the message, so a connection that breaks
 * earlier has delivered nothing; one that breaks later may have. */

#include "io/mail_curl.h"

#include <assert.h>
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#include "io/libraries.h"
#include "io/mail_url.h"
#include "scheduler/base/phrase.h"

/* A server may take ten minutes for its answer to a message (RFC 5321, 4.5.3.2.6). */
enum { CONNECT_S = 30, ANSWER_S = 600, TOTAL_S = 1800 };

struct mail_connection {
    CURL *curl;
    const struct mail_server *server;
    CURLcode refusal;  /* of an option, by libcurl itself */
    bool has_answered; /* the server has said anything */
    /* of the message under way: */
    const struct mail_envelope *envelope;
    size_t done;        /* bytes taken by libcurl */
    bool has_recipient; /* the server was told whom it is for */
    int code;           /* of the last answer, but for that to QUIT */
    bool is_continued;  /* it has more lines */
    char answer[500];   /* its text */
    char why[CURL_ERROR_SIZE];
};

bool mail_can_send(struct error *err)
{
    (void)err;
    return true;
}

static size_t give_bytes(char *to, size_t size, size_t n, void *context)
{
    struct mail_connection *connection = context;
    const struct mail_envelope *envelope = connection->envelope;
    size_t rest = envelope->len - connection->done;
    size_t len = size * n < rest ? size * n : rest;
    memcpy(to, envelope->bytes + connection->done, len);
    connection->done += len;
    return len;
}

/* The number at the start of an answer's line; 0 if there is none. */
static int code_of(const char *line, size_t len)
{
    int code = 0;
    for (size_t k = 0; k < 3; k++) {
        if (k >= len || line[k] < '0' || line[k] > '9') {
            return 0;
        }
        code = 10 * code + line[k] - '0';
    }
    return code;
}

/* Adds text to the answer, behind a blank if there is some already. */
static void add_answer(struct mail_connection *connection, const char *text,
                       size_t len)
{
    char *answer = connection->answer;
    size_t at = strlen(answer);
    if (at > 0 && at + 1 < sizeof connection->answer) {
        answer[at++] = ' ';
    }
    for (size_t k = 0; k < len && at + 1 < sizeof connection->answer; k++) {
        unsigned char c = (unsigned char)text[k];
        answer[at++] = (char)(c < ' ' || c >= 0x7f ? ' ' : c);
    }
    while (at > 0 && answer[at - 1] == ' ') {
        at--;
    }
    answer[at] = '\0';
}

/* libcurl calls this with each line that the server sends: "250-STARTTLS". */
static size_t take_line(char *line, size_t size, size_t n, void *context)
{
    enum { BYE = 221, CODE = 4 };
    struct mail_connection *connection = context;
    size_t len = size * n;
    int code = code_of(line, len);
    if (code == 0 || code == BYE) {
        return len;
    }
    size_t skipped = connection->is_continued && len > CODE ? CODE : 0;
    if (!connection->is_continued) {
        connection->answer[0] = '\0';
    }
    add_answer(connection, line + skipped, len - skipped);
    connection->has_answered = true;
    connection->code = code;
    connection->is_continued = len > 3 && line[3] == '-';
    return len;
}

/* libcurl calls this with all that goes to and fro, secrets, too: only the command
 * that names the recipient is looked for. */
static int note_command(CURL *curl, curl_infotype type, char *text, size_t len,
                        void *context)
{
    static const char command[] = "RCPT TO:";
    struct mail_connection *connection = context;
    (void)curl;
    if (type == CURLINFO_HEADER_OUT && len >= sizeof command - 1 &&
        memcmp(text, command, sizeof command - 1) == 0) {
        connection->has_recipient = true;
    }
    return 0;
}

/* Remembers the first option that libcurl did not take. */
static void keep(struct mail_connection *connection, CURLcode result)
{
    if (connection->refusal == CURLE_OK) {
        connection->refusal = result;
    }
}

static void set_text(struct mail_connection *connection, CURLoption option,
                     const char *text)
{
    keep(connection, curl_easy_setopt(connection->curl, option, text));
}

static void set_number(struct mail_connection *connection, CURLoption option,
                       long number)
{
    keep(connection, curl_easy_setopt(connection->curl, option, number));
}

static void set_login(struct mail_connection *connection)
{
    const struct mail_server *server = connection->server;
    if (!server->user) {
        return;
    }
    set_text(connection, CURLOPT_USERNAME, server->user);
    if (server->token) {
        set_text(connection, CURLOPT_XOAUTH2_BEARER, server->token);
        set_text(connection, CURLOPT_LOGIN_OPTIONS,
                 "AUTH=XOAUTH2;AUTH=OAUTHBEARER");
    } else {
        set_text(connection, CURLOPT_PASSWORD, server->password);
        /* Not what libcurl would try first where a server offers it, as Exchange
         * does: Kerberos and NTLM. */
        set_text(connection, CURLOPT_LOGIN_OPTIONS,
                 "AUTH=SCRAM-SHA-256;AUTH=CRAM-MD5;AUTH=PLAIN;AUTH=LOGIN");
    }
}

static void set_security(struct mail_connection *connection)
{
    set_number(connection, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
    set_number(connection, CURLOPT_SSL_VERIFYPEER, 1);
    set_number(connection, CURLOPT_SSL_VERIFYHOST, 2);
    set_number(connection, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    set_text(connection, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    if (connection->server->ca_file) {
        set_text(connection, CURLOPT_CAINFO, connection->server->ca_file);
        set_text(connection, CURLOPT_CAPATH, NULL);
    }
}

static void set_callbacks(struct mail_connection *connection)
{
    CURL *curl = connection->curl;
    keep(connection, curl_easy_setopt(curl, CURLOPT_READFUNCTION, give_bytes));
    keep(connection, curl_easy_setopt(curl, CURLOPT_READDATA, connection));
    keep(connection, curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_line));
    keep(connection, curl_easy_setopt(curl, CURLOPT_HEADERDATA, connection));
    keep(connection, curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, note_command));
    keep(connection, curl_easy_setopt(curl, CURLOPT_DEBUGDATA, connection));
    keep(connection, curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, connection->why));
}

/* A libcurl that does not take all of it is not used: it might send mails over a
 * connection that is not what it is thought to be. */
static bool set_up(struct mail_connection *connection, struct error *err)
{
    int port;
    struct error ignored;
    if (mail_url_check(connection->server->url, &port, &ignored)) {
        set_number(connection, CURLOPT_PORT, port);
    }
    set_text(connection, CURLOPT_URL, connection->server->url);
    set_number(connection, CURLOPT_CONNECTTIMEOUT, CONNECT_S);
    set_number(connection, CURLOPT_SERVER_RESPONSE_TIMEOUT, ANSWER_S);
    set_number(connection, CURLOPT_TIMEOUT, TOTAL_S);
    set_number(connection, CURLOPT_UPLOAD, 1);
    set_number(connection, CURLOPT_VERBOSE, 1);
    set_callbacks(connection);
    set_security(connection);
    set_login(connection);
    bool has_tls =
        (curl_version_info(CURLVERSION_NOW)->features & CURL_VERSION_SSL) != 0;
    if (!has_tls || connection->refusal != CURLE_OK) {
        error_set(err,
                  "%s: this libcurl cannot send mail safely (%s); expected one "
                  "with TLS and SMTP",
                  connection->server->url,
                  has_tls ? curl_easy_strerror(connection->refusal)
                          : phrase("no TLS"));
        err->code = EXIT_CODE_IO;
        return false;
    }
    return true;
}

struct mail_connection *mail_connect(struct arena *arena,
                                     const struct mail_server *server,
                                     struct error *err)
{
    struct mail_connection *connection =
        arena_new(arena, 1, struct mail_connection);
    connection->server = server;
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0) {
        out_of_memory();
    }
    connection->curl = curl_easy_init();
    if (!connection->curl) {
        out_of_memory();
    }
    if (!set_up(connection, err)) {
        mail_disconnect(connection);
        return NULL;
    }
    return connection;
}

void mail_disconnect(struct mail_connection *connection)
{
    if (connection) {
        curl_easy_cleanup(connection->curl);
        curl_global_cleanup();
        connection->curl = NULL;
    }
}

/* What ends every other attempt, too. */
static bool is_hopeless(CURLcode result, int code)
{
    switch ((int)result) {
    case CURLE_LOGIN_DENIED:
        return code / 100 != 4;
    case CURLE_USE_SSL_FAILED:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_NOT_BUILT_IN:
    case CURLE_BAD_FUNCTION_ARGUMENT:
    case CURLE_UNKNOWN_OPTION:
        return true;
    default:
        return false;
    }
}

static enum mail_outcome judge(const struct mail_connection *connection,
                               CURLcode result)
{
    bool is_whole = connection->done == connection->envelope->len;
    if (result == CURLE_OK) {
        return MAIL_DELIVERED;
    }
    if (is_hopeless(result, connection->code)) {
        return MAIL_IMPOSSIBLE;
    }
    if (connection->code / 100 == 5) {
        return connection->has_recipient ? MAIL_REFUSED : MAIL_IMPOSSIBLE;
    }
    if (connection->code / 100 == 4) {
        return MAIL_DEFERRED;
    }
    return is_whole ? MAIL_UNANSWERED : MAIL_UNREACHABLE;
}

static void tell(const struct mail_connection *connection, CURLcode result,
                 struct mail_answer *answer)
{
    bool has_answer = result == CURLE_OK || connection->code >= 400;
    if (has_answer && connection->answer[0] != '\0') {
        snprintf(answer->text, sizeof answer->text, "%s", connection->answer);
    } else {
        snprintf(answer->text, sizeof answer->text, "%s",
                 connection->why[0] != '\0' ? connection->why
                                            : curl_easy_strerror(result));
    }
}

void mail_hand_over(struct mail_connection *connection,
                    const struct mail_envelope *envelope,
                    struct mail_answer *answer)
{
    CURL *curl = connection->curl;
    struct curl_slist *to = curl_slist_append(NULL, envelope->to);
    if (!to) {
        out_of_memory();
    }
    connection->envelope = envelope;
    connection->done = 0;
    connection->has_recipient = false;
    connection->code = 0;
    connection->is_continued = false;
    connection->answer[0] = '\0';
    connection->why[0] = '\0';
    if (curl_easy_setopt(curl, CURLOPT_MAIL_FROM, envelope->from) != CURLE_OK ||
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to) != CURLE_OK ||
        curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE,
                         (curl_off_t)envelope->len) != CURLE_OK) {
        out_of_memory();
    }
    CURLcode result = curl_easy_perform(curl);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, (struct curl_slist *)NULL);
    curl_slist_free_all(to);
    answer->outcome = judge(connection, result);
    answer->has_answered = connection->has_answered;
    tell(connection, result, answer);
    connection->envelope = NULL;
}

const char *mail_library_version(struct arena *arena)
{
    const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
    return arena_printf(arena, "%s, %s", info->version,
                        info->ssl_version ? info->ssl_version : "without TLS");
}
