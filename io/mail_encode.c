#include "io/mail_encode.h"

#include <stdbool.h>
#include <string.h>

#include "io/ics_clean.h"
#include "scheduler/base/civil.h"
#include "scheduler/base/text.h"

enum { LINE = 76 };

/* Three bytes are four characters of base64: */
enum { BYTES_PER_LINE = LINE / 4 * 3 };

/* An encoded word has at most 75 characters, "=?UTF-8?B?" and "?=" among them, and
 * the first one stands behind a name like "Reply-To: ". */
enum { BYTES_PER_WORD = 39, PLAIN_HEADER = 60 };

/* Writes the four characters of up to three bytes. */
static void put_group(char *out, const char *bytes, size_t len)
{
    static const char digit[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned group = 0;
    for (size_t k = 0; k < 3; k++) {
        group = group << 8 | (k < len ? (unsigned char)bytes[k] : 0);
    }
    for (size_t k = 0; k < 4; k++) {
        out[k] = k <= len ? digit[group >> (18 - 6 * k) & 63] : '=';
    }
}

static void add_base64(struct buf *buf, const char *bytes, size_t len)
{
    size_t n = 0;
    char *out = buf_room(buf, (len + 2) / 3 * 4);
    for (size_t at = 0; at < len; at += 3, n += 4) {
        put_group(out + n, bytes + at, len - at < 3 ? len - at : 3);
    }
    buf_grew(buf, n);
}

void mail_add_base64(struct buf *buf, const char *bytes, size_t len)
{
    buf_room(buf, len / 3 * 4 + len / BYTES_PER_LINE * 2 + 8);
    for (size_t at = 0; at < len; at += BYTES_PER_LINE) {
        size_t n = len - at < BYTES_PER_LINE ? len - at : BYTES_PER_LINE;
        add_base64(buf, bytes + at, n);
        buf_add_text(buf, "\r\n");
    }
}

static void add_quoted_byte(struct buf *buf, char byte, bool plain)
{
    if (plain) {
        buf_add_char(buf, byte);
    } else {
        buf_printf(buf, "=%02X", (unsigned)(unsigned char)byte);
    }
}

/* Blanks at the end of a line would not survive the way. */
void mail_add_quoted(struct buf *buf, const char *text)
{
    size_t column = 0;
    for (; *text != '\0'; text++) {
        if (*text == '\n') {
            buf_add_text(buf, "\r\n");
            column = 0;
            continue;
        }
        bool is_last = text[1] == '\n' || text[1] == '\0';
        bool plain = (*text > ' ' && *text <= '~' && *text != '=') ||
                     (*text == ' ' && !is_last);
        size_t width = plain ? 1 : 3;
        if (column + width + !is_last > LINE) {
            buf_add_text(buf, "=\r\n");
            column = 0;
        }
        add_quoted_byte(buf, *text, plain);
        column += width;
    }
    if (column > 0) {
        buf_add_text(buf, "\r\n");
    }
}

static bool is_printable(const char *text)
{
    while (*text >= ' ' && *text <= '~') {
        text++;
    }
    return *text == '\0';
}

static bool is_plain(const char *text)
{
    return is_printable(text) && strlen(text) <= PLAIN_HEADER &&
           !strstr(text, "=?");
}

/* As many whole characters of text as one encoded word holds, in bytes. */
static size_t word_length(const char *text)
{
    size_t len = strlen(text), n = 0;
    for (size_t step; n < len; n += step) {
        step = text_utf8_length(text + n, len - n);
        step = step == 0 ? 1 : step;
        if (n + step > BYTES_PER_WORD) {
            break;
        }
    }
    return n;
}

static void add_words(struct buf *buf, const char *text)
{
    while (*text != '\0') {
        size_t n = word_length(text);
        buf_add_text(buf, "=?UTF-8?B?");
        add_base64(buf, text, n);
        buf_add_text(buf, "?=");
        text += n;
        if (*text != '\0') {
            buf_add_text(buf, "\r\n ");
        }
    }
}

char *mail_header_text(struct arena *arena, const char *text)
{
    struct buf buf;
    const char *line = ics_clean_line(arena, text);
    buf_init(&buf, arena);
    if (is_plain(line)) {
        buf_add_text(&buf, line);
    } else {
        add_words(&buf, line);
    }
    return buf.data;
}

static void add_quoted_string(struct buf *buf, const char *text)
{
    buf_add_char(buf, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\') {
            buf_add_char(buf, '\\');
        }
        buf_add_char(buf, *text);
    }
    buf_add_char(buf, '"');
}

char *mail_header_address(struct arena *arena, const char *name, const char *email)
{
    struct buf buf;
    const char *line = ics_clean_line(arena, name);
    if (line[0] == '\0') {
        return arena_strdup(arena, email);
    }
    buf_init(&buf, arena);
    if (is_plain(line)) {
        add_quoted_string(&buf, line);
    } else {
        add_words(&buf, line);
    }
    buf_printf(&buf, "\r\n <%s>", email);
    return buf.data;
}

char *mail_header_date(struct arena *arena, int64_t instant_s)
{
    static const char weekday[] = "SunMonTueWedThuFriSat";
    static const char month[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const struct civil c = civil_from_seconds(instant_s);
    return arena_printf(arena, "%.3s, %d %.3s %04d %02d:%02d:%02d +0000",
                        weekday + (size_t)3 * (size_t)civil_weekday(c), c.day,
                        month + (size_t)3 * (size_t)(c.month - 1), c.year, c.hour,
                        c.minute, c.second);
}
