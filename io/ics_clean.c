#include "io/ics_clean.h"

#include <stdbool.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

enum { MAX_BLANKS = 16 };

/* Line ends beside LF and CR: vertical tab, form feed, NEL and U+2028, U+2029. */
static bool is_line_end(uint32_t point)
{
    return point == '\n' || point == '\r' || point == '\v' || point == '\f' ||
           point == 0x85 || point == 0x2028 || point == 0x2029;
}

/* Removes blanks (and with them empty lines) from the end. */
static void trim_end(struct buf *buf, const char *blanks)
{
    while (buf->len > 0 && strchr(blanks, buf->data[buf->len - 1])) {
        buf->data[--buf->len] = '\0';
    }
}

static void add_blank(struct buf *buf, size_t most)
{
    size_t n = 0;
    while (n < buf->len && buf->data[buf->len - 1 - n] == ' ') {
        n++;
    }
    if (buf->len > 0 && n < most) {
        buf_add_char(buf, ' ');
    }
}

static void add_line_end(struct buf *buf)
{
    trim_end(buf, " ");
    if (buf->len > 0) {
        buf_add_char(buf, '\n');
    }
}

/* How many bytes at the start of text stay as they are: visible ASCII that is not
 * unwanted, and single blanks between. Nearly all texts are nothing else. */
static size_t plain_length(const char *text, const char *unwanted)
{
    size_t n = 0;
    while ((text[n] > ' ' && text[n] <= '~' &&
            (unwanted[0] == '\0' || !strchr(unwanted, text[n]))) ||
           (text[n] == ' ' && n > 0 && text[n - 1] != ' ')) {
        n++;
    }
    return n;
}

static char *clean(struct arena *arena, const char *text, bool one_line,
                   const char *unwanted)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_room(&buf, strlen(text));
    buf_add_text(&buf, "");
    for (size_t rest = strlen(text), step; rest > 0; text += step, rest -= step) {
        step = plain_length(text, unwanted);
        if (step > 0) {
            buf_add(&buf, text, step);
            continue;
        }
        step = text_utf8_length(text, rest);
        if (step == 0) {
            step = 1;
            buf_add_text(&buf, "\xef\xbf\xbd");
            continue;
        }
        uint32_t point = text_code_point(text, step);
        if (point == '\r' && rest > 1 && text[1] == '\n') {
            continue;
        }
        if (is_line_end(point) && !one_line) {
            add_line_end(&buf);
        } else if (point == ' ' || point == '\t' || is_line_end(point)) {
            add_blank(&buf, one_line ? 1 : MAX_BLANKS);
        } else if (!text_is_control(point) &&
                   (step > 1 || !strchr(unwanted, text[0]))) {
            buf_add(&buf, text, step);
        }
    }
    trim_end(&buf, " \n");
    return buf.data;
}

char *ics_clean_text(struct arena *arena, const char *text)
{
    return clean(arena, text, false, "");
}

char *ics_clean_line(struct arena *arena, const char *text)
{
    return clean(arena, text, true, "");
}

const char *ics_first_line(struct arena *arena, const char *a, const char *b,
                           const char *c)
{
    const char *line = ics_clean_line(arena, a);
    if (line[0] == '\0') {
        line = ics_clean_line(arena, b);
    }
    return line[0] != '\0' ? line : ics_clean_line(arena, c);
}

char *ics_clean_parameter(struct arena *arena, const char *text)
{
    return clean(arena, text, true, "\"^\\");
}

/* Copies letters, digits and the other allowed characters; the rest is %XX. */
static void add_encoded(struct buf *buf, const char *text, const char *allowed)
{
    for (const char *c = text; *c; c++) {
        bool is_plain = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                        (*c >= '0' && *c <= '9');
        if (is_plain || strchr(allowed, *c)) {
            buf_add_char(buf, *c);
        } else {
            buf_printf(buf, "%%%02X", (unsigned)(unsigned char)*c);
        }
    }
}

char *ics_clean_uri(struct arena *arena, const char *text)
{
    text = text_trim(arena, text, strlen(text));
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    if (text_begins_with(text, "https://") || text_begins_with(text, "http://")) {
        add_encoded(&buf, text, "-._~:/?#[]@!$&'()*+,;=%");
    }
    return buf.data;
}

/* One '@' between two parts, and nothing that would end the address for a program
 * which decodes it. */
static bool is_address(const char *text)
{
    const char *at = strchr(text, '@');
    return at && at > text && at[1] != '\0' && !strchr(at + 1, '@') &&
           !strpbrk(text, " \t\n,;:<>\"\\") && !text_has_controls(text) &&
           text_utf8_check(text, strlen(text)) == strlen(text);
}

char *ics_mailto(struct arena *arena, const char *address)
{
    address = text_trim(arena, address, strlen(address));
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    if (is_address(address)) {
        buf_add_text(&buf, "mailto:");
        add_encoded(&buf, address, "-._~!$'*+@");
    }
    return buf.data;
}
