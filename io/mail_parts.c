/* A message is headers, an empty line and a body; a multipart's body is messages of
 * the same form between lines with its boundary. */

#include "io/mail_parts.h"

#include <string.h>

#include "io/mail_charset.h"
#include "scheduler/base/text.h"

/* Of a header's value so much is read as is ever of use. */
enum { MOST_DEPTH = 8, MOST_PARTS = 200, MOST_VALUE = 4096 };

struct piece {
    const char *text, *end;
    int line;
};

struct head {
    const char *type, *encoding, *disposition, *from; /* unfolded values, or "" */
};

struct mail_reader {
    struct arena *arena;
    struct mail_parts *parts;
    int n_pieces;
    const char *from; /* address of the message that is read */
};

static const char *line_end(const char *at, const char *end)
{
    const char *found = memchr(at, '\n', (size_t)(end - at));
    return found ? found + 1 : end;
}

/* The length of a line without its end. */
static size_t line_length(const char *at, const char *next)
{
    while (next > at && (next[-1] == '\n' || next[-1] == '\r')) {
        next--;
    }
    return (size_t)(next - at);
}

/* The headers; *piece is the body then. */
static struct head read_head(struct mail_reader *reader, struct piece *piece)
{
    struct head head = {"", "", "", ""};
    static const char *const name[] = {
        "content-type:", "content-transfer-encoding:", "content-disposition:",
        "from:"};
    const char **const target[] = {&head.type, &head.encoding, &head.disposition,
                                   &head.from};
    while (piece->text < piece->end) {
        const char *at = piece->text, *next = line_end(at, piece->end);
        piece->line++;
        if (line_length(at, next) == 0) {
            piece->text = next;
            break;
        }
        while (next < piece->end && (*next == ' ' || *next == '\t')) {
            next = line_end(next, piece->end);
            piece->line++;
        }
        for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
            if (text_begins_with(at, name[k])) {
                const char *value = at + strlen(name[k]);
                size_t len = (size_t)(next - value);
                *target[k] = arena_strndup(reader->arena, value,
                                           len < MOST_VALUE ? len : MOST_VALUE);
            }
        }
        const char *colon = memchr(at, ':', (size_t)(next - at));
        reader->parts->has_headers |= colon && colon > at && *at > ' ';
        piece->text = next;
    }
    return head;
}

/* The parameter of a header's value, without quotes, or "". name ends with '='. */
static const char *parameter(struct arena *arena, const char *value,
                             const char *name)
{
    bool in_quotes = false;
    for (const char *at = value; *at; at++) {
        in_quotes ^= *at == '"';
        if (in_quotes || *at != ';') {
            continue;
        }
        const char *word = at + 1 + strspn(at + 1, " \t\r\n");
        if (text_begins_with(word, name)) {
            word += strlen(name);
            return *word == '"'
                       ? arena_strndup(arena, word + 1, strcspn(word + 1, "\""))
                       : arena_strndup(arena, word, strcspn(word, "; \t\r\n"));
        }
    }
    return "";
}

static bool is_type(const char *value, const char *type)
{
    value += strspn(value, " \t\r\n");
    size_t len = strlen(type);
    return text_begins_with(value, type) &&
           (value[len] == '\0' || strchr("; \t\r\n", value[len]));
}

static bool is_calendar(struct arena *arena, const struct head *head)
{
    return is_type(head->type, "text/calendar") ||
           is_type(head->type, "application/ics") ||
           text_ends_with(parameter(arena, head->type, "name="), ".ics") ||
           text_ends_with(parameter(arena, head->disposition, "filename="), ".ics");
}

/* Outlook's own format, whatever type it comes with. */
static bool is_tnef(struct arena *arena, const struct head *head)
{
    return is_type(head->type, "application/ms-tnef") ||
           is_type(head->type, "application/vnd.ms-tnef") ||
           text_equal_nocase(parameter(arena, head->type, "name="),
                             "winmail.dat") ||
           text_equal_nocase(parameter(arena, head->disposition, "filename="),
                             "winmail.dat");
}

static int base64_digit(char c)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = c != '\0' ? strchr(digits, c) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* Without what does not belong there. */
static char *decode_base64(struct arena *arena, const char *text, size_t *len)
{
    char *bytes = arena_alloc(arena, *len / 4 * 3 + 4, 1);
    size_t n = 0;
    unsigned held = 0;
    int n_bits = 0;
    for (size_t k = 0; k < *len && text[k] != '='; k++) {
        int digit = base64_digit(text[k]);
        if (digit < 0) {
            continue;
        }
        held = (held << 6 | (unsigned)digit) & 0xffffU;
        n_bits += 6;
        if (n_bits >= 8) {
            n_bits -= 8;
            bytes[n++] = (char)(held >> n_bits & 0xff);
        }
    }
    *len = n;
    return bytes;
}

static char *decode_quoted(struct arena *arena, const char *text, size_t *len)
{
    char *bytes = arena_alloc(arena, *len + 1, 1);
    size_t n = 0;
    for (size_t k = 0; k < *len; k++) {
        size_t rest = *len - k;
        if (text[k] != '=') {
            bytes[n++] = text[k];
        } else if (rest > 1 && text[k + 1] == '\n') {
            k += 1;
        } else if (rest > 2 && text[k + 1] == '\r' && text[k + 2] == '\n') {
            k += 2;
        } else if (rest > 2 && text_hex_digit(text[k + 1]) >= 0 &&
                   text_hex_digit(text[k + 2]) >= 0) {
            bytes[n++] = (char)(text_hex_digit(text[k + 1]) << 4 |
                                text_hex_digit(text[k + 2]));
            k += 2;
        } else {
            bytes[n++] = '=';
        }
    }
    *len = n;
    return bytes;
}

static struct mail_part decode(struct mail_reader *reader, const struct head *head,
                               const struct piece *piece)
{
    struct mail_part part = {.line = piece->line,
                             .from = reader->from,
                             .len = (size_t)(piece->end - piece->text)};
    const char *text = piece->text;
    if (is_type(head->encoding, "base64")) {
        text = decode_base64(reader->arena, text, &part.len);
    } else if (is_type(head->encoding, "quoted-printable")) {
        text = decode_quoted(reader->arena, text, &part.len);
    }
    const char *charset = parameter(reader->arena, head->type, "charset=");
    part.text = mail_charset_decode(reader->arena, charset, text, &part.len);
    return part;
}

/* A message inside of another one may be encoded, against the rules. */
static struct piece unpacked(struct mail_reader *reader, const struct head *head,
                             struct piece piece)
{
    if (is_type(head->encoding, "base64") ||
        is_type(head->encoding, "quoted-printable")) {
        const struct mail_part part = decode(reader, head, &piece);
        piece.text = part.text;
        piece.end = part.text + part.len;
    }
    return piece;
}

/* True for a part that begins as calendars do: its type or name may be missing, or
 * wrong, or written in a way of its own. */
static bool looks_like_calendar(const struct mail_reader *reader,
                                const struct head *head, struct piece piece)
{
    enum { ENOUGH = 400 };
    struct arena scratch = *reader->arena;
    struct mail_reader peeking = {.arena = &scratch, .from = ""};
    if (piece.end - piece.text > ENOUGH) {
        piece.end = piece.text + ENOUGH;
    }
    const struct mail_part part = decode(&peeking, head, &piece);
    const char *at = part.text, *end = part.text + part.len;
    at += part.len >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (at < end && strchr(" \t\r\n", *at)) {
        at++;
    }
    return text_begins_with(at, "begin:vcalendar");
}

static void add_part(struct mail_reader *reader, struct mail_part part)
{
    struct mail_parts *parts = reader->parts;
    parts->part = arena_grow(reader->arena, parts->part, parts->n, &parts->capacity,
                             sizeof part);
    parts->part[parts->n++] = part;
}

/* "--boundary", or "--boundary--" for the last; blanks may follow, and nothing else:
 * an inner boundary often begins as the outer one. */
static bool is_boundary(const char *at, const char *next, const char *boundary,
                        bool *is_last)
{
    size_t whole = line_length(at, next);
    if (whole < 2 || memcmp(at, "--", 2) != 0) {
        return false;
    }
    size_t len = strlen(boundary);
    if (whole < len + 2 || memcmp(at + 2, boundary, len) != 0) {
        return false;
    }
    const char *rest = at + 2 + len, *end = at + whole;
    *is_last = end - rest >= 2 && memcmp(rest, "--", 2) == 0;
    rest += *is_last ? 2 : 0;
    while (rest < end && (*rest == ' ' || *rest == '\t')) {
        rest++;
    }
    return rest == end;
}

static void read_piece(struct mail_reader *reader, struct piece piece, int depth);

/* Reads the pieces between boundaries; what stands before the first is nothing. */
static void read_multipart(struct mail_reader *reader, struct piece piece,
                           const char *boundary, int depth)
{
    struct piece inner = {NULL, NULL, 0};
    while (piece.text < piece.end) {
        const char *at = piece.text, *next = line_end(at, piece.end);
        bool is_last;
        if (is_boundary(at, next, boundary, &is_last)) {
            if (inner.text) {
                inner.end = at;
                read_piece(reader, inner, depth);
            }
            inner = (struct piece){is_last ? NULL : next, NULL, piece.line + 1};
            if (is_last) {
                return;
            }
        }
        piece.text = next;
        piece.line++;
    }
    if (inner.text) {
        inner.end = piece.end;
        read_piece(reader, inner, depth);
    }
}

/* The address in "Taro <taro@example.org>", "(Taro) taro@example.org" or without a
 * name; "" if there is none, or there are several. */
static const char *address_in(struct arena *arena, const char *value)
{
    bool in_quotes = false;
    const char *open = NULL, *at = value;
    for (; *at != '\0'; at++) {
        in_quotes ^= *at == '"' && (at == value || at[-1] != '\\');
        if (!in_quotes && *at == '<') {
            open = at + 1;
        }
    }
    const char *begin = open ? open : value;
    if (!open && *(begin += strspn(begin, " \t\r\n")) == '(') {
        begin += strcspn(begin, ")");
        begin += *begin == ')';
    }
    begin += strspn(begin, " \t\r\n");
    char *address = arena_strndup(arena, begin, strcspn(begin, "> \t\r\n"));
    const char *sign = strchr(address, '@');
    return sign && !strpbrk(address, ",;") && !strchr(sign + 1, '@') ? address : "";
}

static void read_piece(struct mail_reader *reader, struct piece piece, int depth)
{
    if (depth == MOST_DEPTH || reader->n_pieces++ == MOST_PARTS) {
        reader->parts->is_incomplete = true;
        return;
    }
    const struct head head = read_head(reader, &piece);
    const char *outer_from = reader->from;
    if (head.from[0] != '\0') {
        reader->from = address_in(reader->arena, head.from);
    }
    const char *boundary = parameter(reader->arena, head.type, "boundary=");
    if (text_begins_with(head.type + strspn(head.type, " \t"), "multipart/") &&
        *boundary != '\0') {
        read_multipart(reader, piece, boundary, depth + 1);
    } else if (is_type(head.type, "message/rfc822")) {
        read_piece(reader, unpacked(reader, &head, piece), depth + 1);
    } else if (is_calendar(reader->arena, &head) ||
               (!is_tnef(reader->arena, &head) &&
                looks_like_calendar(reader, &head, piece))) {
        add_part(reader, decode(reader, &head, &piece));
    } else if (is_tnef(reader->arena, &head)) {
        reader->parts->has_tnef = true;
    }
    reader->from = outer_from;
}

/* Old Macintoshes end lines with CR alone; NULL for what does not. */
static char *without_cr(struct arena *arena, const char *text, size_t len)
{
    if (len == 0 || memchr(text, '\n', len) || !memchr(text, '\r', len)) {
        return NULL;
    }
    char *copy = arena_strndup(arena, text, len);
    for (size_t k = 0; k < len; k++) {
        copy[k] = text[k] == '\r' ? '\n' : text[k];
    }
    return copy;
}

/* In an mbox, many messages: each begins with a line "From " behind an empty one. */
static struct piece next_of_mbox(struct piece *rest)
{
    struct piece one = {line_end(rest->text, rest->end), rest->end, rest->line + 1};
    bool is_behind_empty = false;
    int line = one.line;
    for (const char *at = one.text, *next; at < one.end; at = next, line++) {
        next = line_end(at, rest->end);
        if (is_behind_empty && next - at > 5 && memcmp(at, "From ", 5) == 0) {
            one.end = at;
        }
        is_behind_empty = line_length(at, next) == 0;
    }
    *rest = (struct piece){one.end, rest->end, line - (one.end < rest->end)};
    return one;
}

void mail_parts_read(struct arena *arena, const char *text, size_t len,
                     struct mail_parts *parts)
{
    struct mail_reader reader = {.arena = arena, .parts = parts, .from = ""};
    const char *plain = without_cr(arena, text, len);
    text = plain ? plain : text;
    struct piece rest = {text, text + len, 1};
    *parts = (struct mail_parts){.n = 0};
    if (len < 5 || memcmp(text, "From ", 5) != 0) {
        read_piece(&reader, rest, 0);
        return;
    }
    while (rest.text < rest.end) {
        reader.n_pieces = 0;
        read_piece(&reader, next_of_mbox(&rest), 0);
    }
}
