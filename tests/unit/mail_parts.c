/* Calendars in mail, however they are packed. */

#include "io/mail_parts.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "tests/support/check.h"

/* "[line: text]…" */
static const char *parts_text(struct arena *arena, const char *mail)
{
    struct mail_parts parts;
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    mail_parts_read(arena, mail, strlen(mail), &parts);
    for (int k = 0; k < parts.n; k++) {
        CHECK_INT(strlen(parts.part[k].text), parts.part[k].len);
        buf_printf(&buf, "[%d: %s]", parts.part[k].line, parts.part[k].text);
    }
    buf_printf(&buf, "%s%s%s", parts.has_headers ? "" : " no mail",
               parts.has_tnef ? " tnef" : "", parts.is_incomplete ? " cut" : "");
    return buf.data;
}

static const struct {
    const char *mail, *expected;
} packing[] = {
    {"", " no mail"},
    {"<html>\n", " no mail"},
    {"Subject: a\n\nb\n", ""},
    {"Content-Type: text/calendar\n\nA\n", "[3: A\n]"},
    {"CONTENT-TYPE:Text/Calendar;method=REPLY\r\n\r\nA\r\n", "[3: A\r\n]"},
    {"From someone Mon\nContent-Type: text/calendar\n\nA", "[4: A]"},
    {"Content-Type: text/calendars\n\nA\n", ""},
    {"Content-Type: application/octet-stream; name=\"In Vite.ICS\"\n\nA", "[3: A]"},
    {"Content-Type: application/x\nContent-Disposition: attachment;\n"
     " filename=a.ics\n\nA",
     "[5: A]"},
    {"Content-Type: text/calendar\nContent-Transfer-Encoding: BASE64\n\nQU\nJ "
     "D\n",
     "[4: ABC]"},
    {"Content-Type: text/calendar\nContent-Transfer-Encoding: "
     "base64\n\nQUI=QQ==",
     "[4: AB]"},
    {"Content-Type: text/calendar\nContent-Transfer-Encoding: "
     "quoted-printable\n\n"
     "A=3D=\nB=\r\n=e3=81=82=4=",
     "[4: A=B\xe3\x81\x82=4=]"},
    /* all messages of an mbox, in which ">From" is written in texts; the mail of
           an old Macintosh */
    {"From a Mon\nContent-Type: text/calendar\n\nA\n\nFrom b Tue\n"
     "Content-Type: text/calendar\n\nFrom b\n\nFrom c\nSubject: a\n\nb\n\n"
     "From d\nContent-Type: text/calendar\n\nD\n",
     "[4: A\n\n][9: ][19: D\n]"},
    {"Content-Type: text/calendar\r\rA\rB\r", "[3: A\nB\n]"},
    /* what is a calendar, whatever it is called; a packed message */
    {"Subject: a\n\nBegin:VCalendar\n", "[3: Begin:VCalendar\n]"},
    {"Content-Type: text/plain\n\n\xef\xbb\xbf\r\nBEGIN:VCALENDAR\n",
     "[3: \xef\xbb\xbf\r\nBEGIN:VCALENDAR\n]"},
    {"Content-Type: application/x\nContent-Transfer-Encoding: base64\n\n"
     "QkVHSU46VkNBTEVOREFS\n",
     "[4: BEGIN:VCALENDAR]"},
    {"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
     "Q29udGVudC1UeXBlOiB0ZXh0L2NhbGVuZGFyCgpB\n",
     "[6: A]"},
    /* between boundaries, inside of others, without an end */
    {"Content-Type: multipart/mixed; boundary=\"x y\"\n\n\npreamble\n--x y\n"
     "Content-Type: text/plain\n\n--x\n--x y\nContent-Type: "
     "text/calendar\n\nA\n"
     "--x y--\n--x y\nContent-Type: text/calendar\n\nB\n",
     "[12: A\n]"},
    {"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: "
     "multipart/alternative;\n\tboundary=b\n\n--b\nContent-Type: "
     "text/calendar\n\nA\n"
     "--b--\n--a\nContent-Type: application/ics\n\nB\n",
     "[10: A\n][15: B\n]"},
    /* an inner boundary that begins as the outer one */
    {"Content-Type: multipart/mixed; boundary=a\n\n--a \nContent-Type: "
     "multipart/alternative; boundary=ab\n\n--ab\nContent-Type: "
     "text/calendar\n\nA\n--ab--\n--a--\t\nB\n",
     "[9: A\n]"},
    {"Content-Type: message/rfc822\n\nContent-Type: text/calendar\n\nA", "[5: A]"},
    {"Content-Type: multipart/mixed\n\nA\n", ""},
    {"Content-Type: application/octet-stream\nContent-Transfer-Encoding: "
     "base64\n"
     "Content-Disposition: attachment; filename*=UTF-8''r%C3%A9.ics\n\n"
     "QkVHSU46VkNBTEVOREFS",
     "[5: BEGIN:VCALENDAR]"},
    {"Content-Type: application/octet-stream\n\nBEGIN:VCARD", ""},
    {"Content-Type: application/ms-tnef; name=winmail.dat\n\nA\n", " tnef"},
    {"Content-Type: application/octet-stream; name=WinMail.dat\n\nA\n", " tnef"},
};

static void test_packing(struct arena arena)
{
    for (size_t k = 0; k < sizeof packing / sizeof *packing; k++) {
        struct arena scratch = arena;
        CHECK_TEXT(parts_text(&scratch, packing[k].mail), packing[k].expected);
    }
}

/* 岐阜 in what mail in Japan is written in, and in what does not hold. */
static void test_charsets(struct arena arena)
{
    static const struct {
        const char *charset, *text, *expected;
    } row[] = {
        {"ISO-2022-JP", "\x1b$B4tIl\x1b(B", "岐阜"},
        {"\"Shift_JIS\"", "\x8a\xf2\x95\x8c", "岐阜"},
        {"windows-31j", "\x8a\xf2\x95\x8c", "岐阜"},
        {"euc-jp", "\xb4\xf4\xc9\xec", "岐阜"},
        {"iso-8859-1", "D\xe9sol\xe9 \x80", "Désolé €"},
        {"utf-8", "岐阜", "岐阜"},
        {"us-ascii", "D\xe9", "D\xe9"},
        {"x-unknown", "D\xe9", "D\xe9"},
        {"iso-2022-jp", "岐阜", "岐阜"}, /* which it is not */
        {"iso-2022-jp",
         "a\xff"
         "b",
         "a\xef\xbf\xbd"
         "b"},
        {"shift_jis", "a\x8a", "a\xef\xbf\xbd"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena scratch = arena;
        const char *mail =
            arena_printf(&scratch, "Content-Type: text/calendar; charset=%s\n\n%s",
                         row[k].charset, row[k].text);
        CHECK_TEXT(parts_text(&scratch, mail),
                   arena_printf(&scratch, "[3: %s]", row[k].expected));
    }
    CHECK_TEXT(parts_text(&arena, "Content-Type: text/calendar; charset=utf-16\n"
                                  "Content-Transfer-Encoding: base64\n\n"
                                  "/v9ckJYc"),
               "[4: 岐阜]");
}

/* Mail in mail in mail, thousands of parts, and headers that are megabytes long. */
static void test_bounds(struct arena arena)
{
    struct buf buf;
    buf_init(&buf, &arena);
    for (int k = 0; k < 10000; k++) {
        buf_add_text(&buf, "Content-Type: message/rfc822\n\n");
    }
    CHECK_TEXT(parts_text(&arena, buf.data), " cut");
    buf_clear(&buf);
    buf_add_text(&buf, "Content-Type: multipart/mixed; boundary=a\n\n");
    for (int k = 0; k < 10000; k++) {
        buf_add_text(&buf, "--a\nContent-Type: text/plain\n\nA\n");
    }
    CHECK_TEXT(parts_text(&arena, buf.data), " cut");
    buf_clear(&buf);
    buf_add_text(&buf, "Content-Type: text/calendar");
    for (int k = 0; k < 4000000; k++) {
        buf_add_char(&buf, ';');
    }
    buf_add_text(&buf, "\n\nA");
    CHECK_TEXT(parts_text(&arena, buf.data), "[3: A]");
    buf_clear(&buf);
    buf_add_text(&buf, "Content-Type: multipart/mixed; boundary=");
    for (int k = 0; k < 1000000; k++) {
        buf_add_char(&buf, 'a');
    }
    buf_add_text(&buf, "\n\n");
    for (int k = 0; k < 1000000; k++) {
        buf_add_text(&buf, "--\n");
    }
    CHECK_TEXT(parts_text(&arena, buf.data), "");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_packing(arena);
    test_charsets(arena);
    test_bounds(arena);
    arena_finish(&arena);
    return check_report();
}
