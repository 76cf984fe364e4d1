#include "io/mail_url.h"

#include <string.h>

#include "scheduler/base/text.h"

static bool refuse(struct error *err, const char *url)
{
    return error_set(err,
                     "--server: '%s' is no mail server; expected smtp://HOST:587 "
                     "(STARTTLS) or smtps://HOST:465 (TLS)",
                     url);
}

static size_t scheme_length(const char *url)
{
    static const char *const scheme[] = {"smtp://", "smtps://"};
    for (size_t k = 0; k < sizeof scheme / sizeof *scheme; k++) {
        if (strncmp(url, scheme[k], strlen(scheme[k])) == 0) {
            return strlen(scheme[k]);
        }
    }
    return 0;
}

/* A name, an address, or an IPv6 address in brackets; 0 if it is none of these. */
static size_t host_length(const char *host)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
    if (host[0] != '[') {
        return strspn(host, letters);
    }
    size_t len = 1 + strspn(host + 1, "0123456789abcdefABCDEF:.");
    return host[len] == ']' ? len + 1 : 0;
}

bool mail_url_check(const char *url, int *port, struct error *err)
{
    size_t scheme = scheme_length(url);
    const char *host = url + scheme;
    if (strchr(host, '@')) {
        return error_set(err,
                         "--server: a login does not belong into the URL, where "
                         "others can see it; expected --user, and the password "
                         "in MATCHDAY_SMTP_PASSWORD or a file");
    }
    size_t len = host_length(host);
    const char *rest = host + len;
    *port = strncmp(url, "smtps", 5) == 0 ? MAIL_PORT_TLS : MAIL_PORT_STARTTLS;
    if (*rest == ':') {
        enum { MOST_DIGITS = 5 };
        char digits[MOST_DIGITS + 1] = "";
        size_t n = strspn(rest + 1, "0123456789");
        memcpy(digits, rest + 1, n <= MOST_DIGITS ? n : 0);
        *port = text_number(digits);
        rest += 1 + n;
    }
    if (*rest == '/') {
        rest++;
    }
    if (scheme == 0 || len == 0 || *rest != '\0' || *port < 1 || *port > 65535) {
        return refuse(err, url);
    }
    return true;
}
