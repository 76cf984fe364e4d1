/* Whoever moves the cursor leaves `behind` at the end of what was taken, so that
 * a comma which is missing or one too many can be named where it belongs. */

#include "io/json_cursor.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

enum { FAULT_SIZE = 400 };
enum { QUOTED_SIZE = 48 }; /* bytes of the text that a message repeats */

/* cJSON copies a number into 64 bytes before it reads it. */
enum { NUMBER_MAX_LENGTH = 63 };

void json_cursor_init(struct json_cursor *cursor, const char *file,
                      const char *text, size_t len, struct findings *findings)
{
    struct json_spot start = {.at = text, .line_start = text, .line = 1};
    *cursor = (struct json_cursor){.spot = start,
                                   .behind = start,
                                   .end = text + len,
                                   .file = file,
                                   .findings = findings};
}

static int column_of(const struct json_cursor *cursor, struct json_spot spot)
{
    int column = 1;
    const char *c = spot.line_start;
    while (c < spot.at) {
        size_t step = text_utf8_length(c, (size_t)(cursor->end - c));
        c += step ? step : 1;
        column++;
    }
    return column;
}

bool json_fault(const struct json_cursor *cursor, struct json_spot spot,
                const char *format, ...)
{
    char text[FAULT_SIZE];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, phrase(format), args);
    va_end(args);
    return findings_add(cursor->findings, SEVERITY_ERROR,
                        (struct place){.file = cursor->file, .line = spot.line},
                        "column %d: %s", column_of(cursor, spot), text);
}

static void move(struct json_cursor *cursor, size_t step)
{
    assert(step <= (size_t)(cursor->end - cursor->spot.at));
    cursor->spot.at += step;
    cursor->behind = cursor->spot;
}

static bool is_at_end(const struct json_cursor *cursor)
{
    return cursor->spot.at == cursor->end;
}

char json_peek(struct json_cursor *cursor)
{
    struct json_spot *spot = &cursor->spot;
    for (; spot->at < cursor->end; spot->at++) {
        char c = *spot->at;
        bool is_crlf =
            c == '\r' && spot->at + 1 < cursor->end && spot->at[1] == '\n';
        if ((c == '\n' || c == '\r') && !is_crlf) {
            spot->line++;
            spot->line_start = spot->at + 1;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            return c;
        }
    }
    return '\0';
}

bool json_take(struct json_cursor *cursor, char c)
{
    if (json_peek(cursor) != c) {
        return false;
    }
    move(cursor, 1);
    return true;
}

/* The value of four hexadecimal digits, or -1. */
static int hex_value(const struct json_cursor *cursor, const char *digit)
{
    int value = 0;
    if (cursor->end - digit < 4) {
        return -1;
    }
    for (int i = 0; i < 4; i++) {
        static const char digits[] = "0123456789abcdef0123456789ABCDEF";
        const char *found = digit[i] ? strchr(digits, digit[i]) : NULL;
        if (!found) {
            return -1;
        }
        value = value * 16 + (int)(found - digits) % 16;
    }
    return value;
}

static bool is_in(int value, int first, int last)
{
    return value >= first && value <= last;
}

/* Goes over "\u" and what belongs to it. */
static bool scan_code(struct json_cursor *cursor)
{
    const char *at = cursor->spot.at;
    int value = hex_value(cursor, at + 2);
    if (value < 0) {
        return json_fault(cursor, cursor->spot,
                          "'\\u' without four hexadecimal digits; expected one "
                          "like \\u00e9 (a backslash itself is written \\\\)");
    }
    if (value == 0) {
        return json_fault(cursor, cursor->spot,
                          "'\\u0000' is refused: no text here may hold a NUL; "
                          "remove it");
    }
    bool is_pair = is_in(value, 0xd800, 0xdbff) && cursor->end - at >= 12 &&
                   at[6] == '\\' && at[7] == 'u' &&
                   is_in(hex_value(cursor, at + 8), 0xdc00, 0xdfff);
    if (is_in(value, 0xd800, 0xdfff) && !is_pair) {
        return json_fault(cursor, cursor->spot,
                          "'%.6s' is half of a surrogate pair; expected both "
                          "halves, or the character itself",
                          at);
    }
    move(cursor, is_pair ? 12 : 6);
    return true;
}

static bool scan_escape(struct json_cursor *cursor)
{
    const char *at = cursor->spot.at;
    if (cursor->end - at >= 2 && at[1] == 'u') {
        return scan_code(cursor);
    }
    if (cursor->end - at < 2 || !strchr("\"\\/bfnrt", at[1])) {
        return json_fault(cursor, cursor->spot,
                          "a backslash that begins no escape; a backslash itself "
                          "is written \\\\");
    }
    move(cursor, 2);
    return true;
}

bool json_scan_text(struct json_cursor *cursor)
{
    struct json_spot open = cursor->spot;
    assert(*open.at == '"');
    move(cursor, 1);
    while (!is_at_end(cursor) && *cursor->spot.at != '\n' &&
           *cursor->spot.at != '\r') {
        unsigned char c = (unsigned char)*cursor->spot.at;
        if (c == '"') {
            move(cursor, 1);
            return true;
        }
        if (c < 0x20) {
            return json_fault(
                cursor, cursor->spot,
                "the control character U+%04X inside a text; "
                "expected an escape: %s",
                c, c == '\t' ? "\\t" : phrase("\\n, \\t or \\u and four digits"));
        }
        if (c != '\\') {
            move(cursor, 1);
        } else if (!scan_escape(cursor)) {
            return false;
        }
    }
    return json_fault(cursor, open,
                      "this text is not closed; expected a \" on the same line (a "
                      "line break inside a text is written \\n)");
}

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || (c & 0x80) || (c && strchr("+-._:@$", c));
}

static size_t word_length(const struct json_cursor *cursor)
{
    const char *c = cursor->spot.at;
    while (c < cursor->end && is_word_byte(*c)) {
        c++;
    }
    return (size_t)(c - cursor->spot.at);
}

/* A copy of the next len bytes that ends with "..." where it was too long, never
 * inside a character. */
static void quote(const struct json_cursor *cursor, size_t len,
                  char quoted[QUOTED_SIZE])
{
    const char *at = cursor->spot.at;
    size_t room = QUOTED_SIZE - sizeof "...";
    size_t n = 0;
    while (n < len) {
        size_t step = text_utf8_length(at + n, (size_t)(cursor->end - at) - n);
        if (n + step > room) {
            break;
        }
        n += step;
    }
    snprintf(quoted, QUOTED_SIZE, "%.*s%s", (int)n, at, n < len ? "..." : "");
}

static const char *skip_digits(const char *c, const char *end)
{
    while (c < end && *c >= '0' && *c <= '9') {
        c++;
    }
    return c;
}

/* The end of the number at the start of c, or c if there is none. */
static const char *number_end(const char *c, const char *end)
{
    const char *start = c;
    const char *whole = c < end && *c == '-' ? c + 1 : c;
    const char *at = skip_digits(whole, end);
    if (at == whole || (*whole == '0' && at - whole > 1)) {
        return start;
    }
    if (at < end && *at == '.') {
        const char *fraction = at + 1;
        at = skip_digits(fraction, end);
        if (at == fraction) {
            return start;
        }
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        at++;
        at += at < end && (*at == '+' || *at == '-');
        const char *exponent = at;
        at = skip_digits(exponent, end);
        if (at == exponent) {
            return start;
        }
    }
    return at;
}

bool json_scan_number(struct json_cursor *cursor)
{
    size_t len = word_length(cursor);
    const char *at = cursor->spot.at;
    char quoted[QUOTED_SIZE];
    quote(cursor, len, quoted);
    if (number_end(at, at + len) != at + len) {
        bool is_padded = at[0] == '0' && len > 1 && at[1] >= '0' && at[1] <= '9';
        return json_fault(cursor, cursor->spot, "'%s' is no number; expected %s",
                          quoted,
                          phrase(is_padded ? "digits without a leading zero, or a "
                                             "text in double quotes"
                                           : "one like 20, -3 or 0.5, or a text in "
                                             "double quotes"));
    }
    if (len > NUMBER_MAX_LENGTH) {
        return json_fault(cursor, cursor->spot,
                          "the number '%s' is too long; expected at most %d "
                          "characters",
                          quoted, NUMBER_MAX_LENGTH);
    }
    move(cursor, len);
    return true;
}

bool json_scan_word(struct json_cursor *cursor)
{
    static const char *const word[] = {"true", "false", "null"};
    size_t len = word_length(cursor);
    char quoted[QUOTED_SIZE];
    quote(cursor, len, quoted);
    for (size_t i = 0; i < sizeof word / sizeof *word; i++) {
        if (strcmp(quoted, word[i]) == 0) {
            move(cursor, len);
            return true;
        }
        if (text_equal_nocase(quoted, word[i])) {
            return json_fault(cursor, cursor->spot,
                              "found '%s'; expected %s in small letters", quoted,
                              word[i]);
        }
    }
    return json_fault(cursor, cursor->spot,
                      "'%s' is no value; a text stands in double quotes: \"%s\"",
                      quoted, quoted);
}

/* What word processors and Japanese keyboards put in the place of JSON's own
 * characters. */
static const struct {
    const char *character, *instead;
} look_alike[] = {
    {"\xe2\x80\x9c", "\""},                         /* left double quotation mark */
    {"\xe2\x80\x9d", "\""},                         /* right */
    {"\xe2\x80\x9e", "\""},                         /* low */
    {"\xc2\xab", "\""},                             /* guillemets */
    {"\xc2\xbb", "\""},     {"\xef\xbc\x82", "\""}, /* fullwidth " */
    {"\xe3\x80\x8c", "\""},                         /* corner bracket */
    {"\xef\xbc\x9a", ":"},                          /* fullwidth : */
    {"\xef\xbc\x8c", ","},                          /* fullwidth , */
    {"\xe3\x80\x81", ","},                          /* ideographic comma */
    {"\xef\xbd\x9b", "{"},                          /* fullwidth brackets */
    {"\xef\xbd\x9d", "}"},  {"\xef\xbc\xbb", "["},
    {"\xef\xbc\xbd", "]"},  {"\xc2\xa0", " "}, /* no-break space */
    {"\xe3\x80\x80", " "},                     /* ideographic space */
    {"\xe2\x80\x8b", " "},                     /* zero-width space */
    {"\xef\xbb\xbf", " "},                     /* byte order mark */
};

static const char *find_plain(const char *character, size_t len)
{
    for (size_t i = 0; i < sizeof look_alike / sizeof *look_alike; i++) {
        if (strlen(look_alike[i].character) == len &&
            memcmp(look_alike[i].character, character, len) == 0) {
            return look_alike[i].instead;
        }
    }
    return NULL;
}

static bool refuse_end(struct json_cursor *cursor, const char *expected)
{
    if (cursor->depth == 0) {
        return json_fault(cursor, cursor->spot, "the file ends here; expected %s",
                          phrase(expected));
    }
    const struct json_spot *open = &cursor->open[cursor->depth - 1];
    return json_fault(cursor, cursor->spot,
                      "the file ends here, but the %c of line %d is not closed; "
                      "expected %s",
                      *open->at, open->line, phrase(expected));
}

bool json_refuse(struct json_cursor *cursor, const char *expected)
{
    char c = json_peek(cursor);
    const char *at = cursor->spot.at;
    if (c == '\0') {
        return refuse_end(cursor, expected);
    }
    if (c == '#' ||
        (c == '/' && cursor->end - at > 1 && (at[1] == '/' || at[1] == '*'))) {
        return json_fault(cursor, cursor->spot,
                          "a comment; JSON has none, remove it");
    }
    if (c == '\'') {
        return json_fault(cursor, cursor->spot,
                          "a single quote; JSON wants double quotes: \"");
    }
    size_t len = text_utf8_length(at, (size_t)(cursor->end - at));
    const char *plain = find_plain(at, len);
    unsigned point = text_code_point(at, len);
    if (plain) {
        return json_fault(
            cursor, cursor->spot,
            "found '%.*s' (U+%04X); expected the plain character '%s'", (int)len,
            at, point, plain);
    }
    char quoted[QUOTED_SIZE];
    size_t n = word_length(cursor);
    const char *colon = n ? memchr(at, ':', n) : NULL;
    n = colon ? (size_t)(colon - at) : n;
    quote(cursor, n ? n : len, quoted);
    return json_fault(cursor, cursor->spot, "found '%s'; expected %s", quoted,
                      phrase(expected));
}
