#include "io/mail_encode.h"

#include <string.h>

#include "scheduler/base/text.h"
#include "tests/support/check.h"

/* RFC 4648's examples, and the length of lines. */
static void test_base64(struct arena arena)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"", ""},
        {"f", "Zg==\r\n"},
        {"fo", "Zm8=\r\n"},
        {"foo", "Zm9v\r\n"},
        {"foob", "Zm9vYg==\r\n"},
        {"fooba", "Zm9vYmE=\r\n"},
        {"foobar", "Zm9vYmFy\r\n"},
        {"\xff\xfe\xfb", "//77\r\n"},
        {"岐阜県", "5bKQ6Zic55yM\r\n"},
        {"123456789012345678901234567890123456789012345678901234567",
         "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0N"
         "TY3"
         "\r\n"},
        {"1234567890123456789012345678901234567890123456789012345678",
         "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0N"
         "TY3"
         "\r\nOA==\r\n"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct buf buf;
        buf_init(&buf, &arena);
        buf_add_text(&buf, "");
        mail_add_base64(&buf, row[k].text, strlen(row[k].text));
        CHECK_TEXT(buf.data, row[k].expected);
    }
}

static const char *quoted(struct arena *arena, const char *text)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    mail_add_quoted(&buf, text);
    return buf.data;
}

static void test_quoted(struct arena arena)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"", ""},
        {"a\n", "a\r\n"},
        {"a", "a\r\n"},
        {"a\n\nb\n", "a\r\n\r\nb\r\n"},
        {"1+1=2\n", "1+1=3D2\r\n"},
        {"é\n", "=C3=A9\r\n"},
        {"a b \n", "a b=20\r\n"},
        {"a ", "a=20\r\n"},
        {"a\tb\n", "a=09b\r\n"},
        {".\n", ".\r\n"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(quoted(&arena, row[k].text), row[k].expected);
    }
}

static int digit(char c)
{
    return c >= 'A' ? c - 'A' + 10 : c - '0';
}

/* The text that a reader of quoted-printable sees, "\n" at line ends. */
static const char *unquoted(struct arena *arena, const char *text)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    while (*text != '\0') {
        if (strncmp(text, "=\r\n", 3) == 0) {
            text += 3;
        } else if (*text == '=') {
            buf_add_char(&buf, (char)(16 * digit(text[1]) + digit(text[2])));
            text += 3;
        } else {
            if (*text != '\r') {
                buf_add_char(&buf, *text);
            }
            text++;
        }
    }
    return buf.data;
}

/* Every length, with characters of one to four bytes and a blank at every place. */
static void test_quoted_lines(struct arena arena)
{
    static const char *const piece[] = {"a", "=", "é", "阜", "🎉", " "};
    for (int n = 0; n < 240; n++) {
        struct arena scratch = arena;
        struct buf buf;
        buf_init(&buf, &scratch);
        buf_add_text(&buf, "");
        for (int k = 0; k < n; k++) {
            buf_add_text(&buf, piece[(k * k + n) % 6]);
        }
        buf_add_char(&buf, '\n');
        const char *text = quoted(&scratch, buf.data);
        CHECK_TEXT(unquoted(&scratch, text), buf.data);
        for (const char *line = text; *line != '\0';
             line = strstr(line, "\r\n") + 2) {
            size_t len = (size_t)(strstr(line, "\r\n") - line);
            CHECK(len <= 76);
            CHECK(len == 0 || line[len - 1] != ' ');
        }
    }
}

static void test_header_texts(struct arena arena)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"", ""},
        {"Your meetings", "Your meetings"},
        {"  Your\tmeetings ", "Your meetings"},
        {"岐阜県", "=?UTF-8?B?5bKQ6Zic55yM?="},
        {"a\r\nBcc: x@example.org", "a Bcc: x@example.org"},
        {"a\nBcc: é", "=?UTF-8?B?YSBCY2M6IMOp?="},
        {"a\xe2\x80\xa8"
         "Bcc: x",
         "a Bcc: x"},
        {"a =?UTF-8?B?QQ==?= b", "=?UTF-8?B?YSA9P1VURi04P0I/UVE9PT89IGI=?="},
        {"1234567890123456789012345678901234567890123456789012345678901",
         "=?UTF-8?B?MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5?=\r\n"
         " =?UTF-8?B?MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMQ==?="},
        {"\xff", "=?UTF-8?B?77+9?="},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(mail_header_text(&arena, row[k].text), row[k].expected);
    }
}

static void test_addresses(struct arena arena)
{
    static const struct {
        const char *name, *expected;
    } row[] = {
        {"", "a@example.org"},
        {" \n ", "a@example.org"},
        {"Jean Dupont", "\"Jean Dupont\"\r\n <a@example.org>"},
        {"Dupont, Jean", "\"Dupont, Jean\"\r\n <a@example.org>"},
        {"The \"desk\" \\", "\"The \\\"desk\\\" \\\\\"\r\n <a@example.org>"},
        {"田中 美咲", "=?UTF-8?B?55Sw5LitIOe+juWSsg==?=\r\n <a@example.org>"},
        {"x\r\n <b@example.org>\r\nBcc: c",
         "\"x <b@example.org> Bcc: c\"\r\n <a@example.org>"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(mail_header_address(&arena, row[k].name, "a@example.org"),
                   row[k].expected);
    }
}

/* Encoded words of whole characters, in lines short enough for any header. */
static void test_word_lengths(struct arena arena)
{
    static const char *const piece[] = {"阜", "🎉", "é", "a"};
    for (int n = 1; n < 120; n++) {
        struct arena scratch = arena;
        struct buf buf;
        buf_init(&buf, &scratch);
        buf_add_text(&buf, "é");
        for (int k = 0; k < n; k++) {
            buf_add_text(&buf, piece[(k * k + n) % 4]);
        }
        const char *text = mail_header_text(&scratch, buf.data);
        int n_words = 0;
        for (const char *word = text; word; word = strstr(word, "\r\n ")) {
            word += n_words++ > 0 ? strlen("\r\n ") : 0;
            CHECK(strncmp(word, "=?UTF-8?B?", 10) == 0);
            CHECK(strcspn(word, "\r") <= 76 - strlen("Reply-To: "));
        }
    }
}

static void test_dates(struct arena arena)
{
    CHECK_TEXT(mail_header_date(&arena, 0), "Thu, 1 Jan 1970 00:00:00 +0000");
    CHECK_TEXT(mail_header_date(&arena, 1621317600),
               "Tue, 18 May 2021 06:00:00 +0000");
    CHECK_TEXT(mail_header_date(&arena, 1703980799),
               "Sat, 30 Dec 2023 23:59:59 +0000");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_base64(arena);
    test_quoted(arena);
    test_quoted_lines(arena);
    test_header_texts(arena);
    test_addresses(arena);
    test_word_lengths(arena);
    test_dates(arena);
    arena_finish(&arena);
    return check_report();
}
