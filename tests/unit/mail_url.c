#include "io/mail_url.h"

#include <stddef.h>

#include "tests/support/check.h"

#define NO_SERVER(url)                                                             \
    "--server: '" url "' is no mail server; expected smtp://HOST:587 (STARTTLS) "  \
    "or smtps://HOST:465 "                                                         \
    "(TLS)"

static const struct {
    const char *url;
    int port; /* 0: refused with the message */
    const char *message;
} row[] = {
    {"smtp://mail.example.org", 587, ""},
    {"smtps://mail.example.org", 465, ""},
    {"smtp://mail.example.org:25", 25, ""},
    {"smtps://mail.example.org:65535/", 65535, ""},
    {"smtp://127.0.0.1:2525", 2525, ""},
    {"smtp://[::1]:2525", 2525, ""},
    {"smtp://[fe80::1]", 587, ""},
    {"mail.example.org", 0, NO_SERVER("mail.example.org")},
    {"http://mail.example.org", 0, NO_SERVER("http://mail.example.org")},
    {"SMTP://mail.example.org", 0, NO_SERVER("SMTP://mail.example.org")},
    {"smtp://", 0, NO_SERVER("smtp://")},
    {"smtp://:25", 0, NO_SERVER("smtp://:25")},
    {"smtp://a:", 0, NO_SERVER("smtp://a:")},
    {"smtp://a:0", 0, NO_SERVER("smtp://a:0")},
    {"smtp://a:65536", 0, NO_SERVER("smtp://a:65536")},
    {"smtp://a:123456", 0, NO_SERVER("smtp://a:123456")},
    {"smtp://a:2x", 0, NO_SERVER("smtp://a:2x")},
    {"smtp://a/b", 0, NO_SERVER("smtp://a/b")},
    {"smtp://[::1", 0, NO_SERVER("smtp://[::1")},
    {"smtp://a b", 0, NO_SERVER("smtp://a b")},
    {"smtp://a\r\nb", 0, NO_SERVER("smtp://a\r\nb")},
    {"smtp://desk:secret@a", 0,
     "--server: a login does not belong into the URL, where others can see it; "
     "expected --user, and the password in MATCHDAY_SMTP_PASSWORD or a file"},
};

int main(void)
{
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct error err = {.text = ""};
        int port = 0;
        bool ok = mail_url_check(row[k].url, &port, &err);
        CHECK(ok == (row[k].port > 0));
        CHECK_TEXT(err.text, row[k].message);
        if (ok) {
            CHECK_INT(port, row[k].port);
        }
    }
    return check_report();
}
