/* The boundaries come from the content, so that the same mail has the same bytes;
 * the "=_" in them stands in no encoded line.
 *
 * libcurl has an API for MIME, which cannot serve here: it gives a message out in the
 * course of an SMTP, IMAP or HTTP transfer alone (an upload to file:// takes nothing
 * of it and reports success, as of 7.88), with boundaries drawn anew each time, and
 * with headers and file names as they are, whatever letters they have. Mails are
 * files first, the same in every run, also where there is no libcurl. */

#include "io/mail_message.h"

#include <string.h>

#include "io/mail_encode.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/digest.h"

enum { BOUNDARY_DIGITS = 24 };

static const char *boundary_of(struct arena *arena, const struct mail *mail)
{
    struct buf buf;
    char hex[DIGEST_HEX_SIZE];
    buf_init(&buf, arena);
    buf_add_text(&buf, mail->message_id);
    buf_add_text(&buf, mail->text);
    buf_add_text(&buf, mail->html);
    buf_add(&buf, mail->calendar, mail->calendar_len);
    digest_sha256(buf.data, buf.len, hex);
    return arena_printf(arena, "=_matchday_%.*s", BOUNDARY_DIGITS, hex);
}

static void add_head(struct arena *arena, struct buf *buf, const struct mail *mail)
{
    const char *from =
        mail_header_address(arena, mail->from.name, mail->from.email);
    buf_printf(buf, "Date: %s\r\n", mail_header_date(arena, mail->date_s));
    buf_printf(buf, "From: %s\r\nReply-To: %s\r\n", from, from);
    buf_printf(buf, "To: %s\r\n",
               mail_header_address(arena, mail->to.name, mail->to.email));
    buf_printf(buf, "Subject: %s\r\n", mail_header_text(arena, mail->subject));
    buf_printf(buf, "Message-ID: <%s>\r\n", mail->message_id);
    buf_printf(buf, "Content-Language: %s\r\n", mail->language);
    if (mail->draft) {
        buf_add_text(buf, "X-Unsent: 1\r\n");
    }
    buf_add_text(buf, "MIME-Version: 1.0\r\n");
}

static void begin_part(struct buf *buf, const char *boundary, int level,
                       const char *type)
{
    buf_printf(buf, "--%s_%d\r\nContent-Type: %s\r\n", boundary, level, type);
}

static void end_level(struct buf *buf, const char *boundary, int level)
{
    buf_printf(buf, "--%s_%d--\r\n", boundary, level);
}

static const char *with_crlf(struct arena *arena, const char *text)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (; *text != '\0'; text++) {
        if (*text == '\n') {
            buf_add_char(&buf, '\r');
        }
        buf_add_char(&buf, *text);
    }
    return buf.data;
}

/* Whichever is shorter: quoted-printable for Latin letters, which people and
 * filters can read then, base64 for Japanese. */
static void add_text(struct arena *arena, struct buf *buf, const char *text)
{
    struct buf quoted, base64;
    const char *lines = with_crlf(arena, text);
    buf_init(&quoted, arena);
    buf_init(&base64, arena);
    mail_add_quoted(&quoted, text);
    mail_add_base64(&base64, lines, strlen(lines));
    bool is_quoted = quoted.len <= base64.len;
    buf_printf(buf, "Content-Transfer-Encoding: %s\r\n\r\n",
               is_quoted ? "quoted-printable" : "base64");
    buf_add(buf, is_quoted ? quoted.data : base64.data,
            is_quoted ? quoted.len : base64.len);
}

static void add_calendar(struct buf *buf, const struct mail *mail)
{
    buf_add_text(buf, "Content-Transfer-Encoding: base64\r\n\r\n");
    mail_add_base64(buf, mail->calendar, mail->calendar_len);
}

/* What the reader's program can show best stands last. */
static void add_alternative(struct arena *arena, struct buf *buf,
                            const struct mail *mail, const char *boundary)
{
    begin_part(buf, boundary, 1, "multipart/alternative;");
    buf_printf(buf, " boundary=\"%s_2\"\r\n\r\n", boundary);
    begin_part(buf, boundary, 2, "text/plain; charset=UTF-8");
    add_text(arena, buf, mail->text);
    begin_part(buf, boundary, 2, "text/html; charset=UTF-8");
    add_text(arena, buf, mail->html);
    if (!mail->is_attached) {
        begin_part(buf, boundary, 2, "text/calendar; charset=UTF-8;");
        buf_printf(buf, " method=%s\r\n", mail->method);
        add_calendar(buf, mail);
    }
    end_level(buf, boundary, 2);
}

/* Where the calendar stands among the alternatives, too, this one has a type of its
 * own, so that no program takes it twice. */
static void add_attachment(struct buf *buf, const struct mail *mail,
                           const char *boundary)
{
    if (mail->is_attached) {
        begin_part(buf, boundary, 1, "text/calendar; charset=UTF-8;");
        buf_printf(buf, " method=%s;\r\n", mail->method);
    } else {
        begin_part(buf, boundary, 1, "application/ics;");
    }
    buf_printf(buf, " name=\"%s\"\r\n", mail->file_name);
    buf_printf(buf, "Content-Disposition: attachment; filename=\"%s\"\r\n",
               mail->file_name);
    add_calendar(buf, mail);
}

char *mail_message(struct arena *arena, struct arena scratch,
                   const struct mail *mail, size_t *len)
{
    struct buf buf;
    buf_init(&buf, &scratch);
    const char *boundary = boundary_of(&scratch, mail);
    add_head(&scratch, &buf, mail);
    buf_printf(&buf, "Content-Type: multipart/mixed;\r\n boundary=\"%s_1\"\r\n\r\n",
               boundary);
    add_alternative(&scratch, &buf, mail, boundary);
    add_attachment(&buf, mail, boundary);
    end_level(&buf, boundary, 1);
    *len = buf.len;
    return arena_strndup(arena, buf.data, buf.len);
}
