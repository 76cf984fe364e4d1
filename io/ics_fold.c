/* Unfolding removes each line end before a blank, in one pass from the left: that
 * also mends the folds which libical puts before or inside a CRLF. Folding looks
 * for the last place in reach at which a line may be cut. Each piece begins with
 * something that is not blank, so no piece is blank altogether. */

#include "io/ics_fold.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "scheduler/base/buf.h"

enum {
    MAX_OCTETS = 75,  /* of a line, without its CRLF */
    NICE_OCTETS = 30, /* as far back as blanks at a line's end are avoided */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The length of the fold at the start of text, or 0. */
static size_t fold_length(const char *text)
{
    size_t n = text[0] == '\r';
    return text[n] == '\n' && is_blank(text[n + 1]) ? n + 2 : 0;
}

static bool has_content(const char *line, size_t len)
{
    size_t k = 0;
    while (k < len && is_blank(line[k])) {
        k++;
    }
    return k < len;
}

/* Keeps the line that was written from `start` on only if it says something. */
static size_t end_line(char *out, size_t start, size_t end)
{
    if (!has_content(out + start, end - start)) {
        return start;
    }
    out[end] = '\n';
    return end + 1;
}

char *ics_unfold(struct arena *arena, const char *text, size_t *len)
{
    char *out = arena_alloc(arena, strlen(text) + 2, 1);
    size_t n = 0, start = 0;
    for (; *text != '\0'; text++) {
        size_t fold = fold_length(text);
        if (fold > 0) {
            text += fold - 1;
        } else if (*text == '\n') {
            n = start = end_line(out, start, n);
        } else if (*text != '\r') {
            out[n++] = *text;
        }
    }
    n = end_line(out, start, n);
    out[n] = '\0';
    *len = n;
    return out;
}

/* True if line may be cut before line[at]: between characters, and not between
 * a backslash and what it escapes. */
static bool is_between_characters(const char *line, size_t at)
{
    size_t n_backslashes = 0;
    while (n_backslashes < at && line[at - 1 - n_backslashes] == '\\') {
        n_backslashes++;
    }
    return ((unsigned char)line[at] & 0xc0) != 0x80 && n_backslashes % 2 == 0;
}

/* The same for what shows as a blank in any script: U+00A0, U+1680, U+2000 to
 * U+200A, U+202F, U+205F, U+3000. A line of these alone looks empty, too. */
static bool begins_blank(const char *text)
{
    static const char *const wide[] = {"\xc2\xa0", "\xe1\x9a\x80", "\xe2\x80\xaf",
                                       "\xe2\x81\x9f", "\xe3\x80\x80"};
    for (size_t k = 0; k < sizeof wide / sizeof *wide; k++) {
        if (strncmp(text, wide[k], strlen(wide[k])) == 0) {
            return true;
        }
    }
    return is_blank(text[0]) ||
           (strncmp(text, "\xe2\x80", 2) == 0 && (unsigned char)text[2] >= 0x80 &&
            (unsigned char)text[2] <= 0x8a);
}

/* How much of the line, which is longer than `most`, comes before the cut. Some
 * readers cut blanks from the ends of lines, so none are left there if there is
 * a place nearby. */
static size_t find_cut(const char *line, size_t most)
{
    for (size_t at = most; at > most - NICE_OCTETS; at--) {
        if (is_between_characters(line, at) && !begins_blank(line + at) &&
            !is_blank(line[at - 1])) {
            return at;
        }
    }
    for (size_t at = most; at > 0; at--) {
        if (is_between_characters(line, at) && !begins_blank(line + at)) {
            return at;
        }
    }
    for (size_t at = most; at > 0; at--) {
        if (is_between_characters(line, at)) {
            return at;
        }
    }
    return most;
}

static void fold_line(struct buf *buf, const char *line, size_t len)
{
    size_t most = MAX_OCTETS;
    while (len > most) {
        size_t cut = find_cut(line, most);
        assert(cut > 0 && cut <= most);
        buf_add(buf, line, cut);
        buf_add_text(buf, "\r\n ");
        line += cut;
        len -= cut;
        most = MAX_OCTETS - 1;
    }
    buf_add(buf, line, len);
    buf_add_text(buf, "\r\n");
}

char *ics_refold(struct arena *arena, const char *text, size_t *len)
{
    size_t rest;
    const char *line = ics_unfold(arena, text, &rest);
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    while (rest > 0) {
        size_t n = strcspn(line, "\n"), n_blanks = strspn(line, " \t");
        fold_line(&buf, line + n_blanks, n - n_blanks);
        line += n + 1;
        rest -= n + 1;
    }
    *len = buf.len;
    return buf.data;
}
