/* A recursive descent over the text, as deep as JSON_MAX_DEPTH. The names of the
 * members of all open objects lie on one stack; when an object closes, its own
 * are sorted, so that equal ones become neighbours, and leave. The first error of
 * syntax ends the scan; a name that stands twice does not. */

#include "io/json_place.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "io/json_cursor.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

struct name {
    const char *text; /* decoded, without quotes */
    size_t len;
    int line;
    int i; /* its number on the stack, which makes the order total */
};

struct scan {
    struct json_cursor cursor;
    struct arena *arena;
    struct json_lines *lines;
    struct name *name;
    int n_names, capacity;
};

static bool scan_value(struct scan *scan);

static void add_utf8(struct buf *buf, unsigned long point)
{
    if (point < 0x80) {
        buf_add_char(buf, (char)point);
        return;
    }
    int n_rest = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    unsigned long lead = n_rest == 1 ? 0xc0 : n_rest == 2 ? 0xe0 : 0xf0;
    buf_add_char(buf, (char)(lead | point >> (6 * n_rest)));
    while (n_rest-- > 0) {
        buf_add_char(buf, (char)(0x80 | (point >> (6 * n_rest) & 0x3f)));
    }
}

static unsigned long read_hex(const char *digit)
{
    char four[5] = "";
    memcpy(four, digit, 4);
    return strtoul(four, NULL, 16);
}

/* Adds what the escape at c means and returns its end. */
static const char *decode_escape(struct buf *buf, const char *c)
{
    static const char letter[] = "\"\\/bfnrt";
    static const char meaning[] = "\"\\/\b\f\n\r\t";
    if (c[1] != 'u') {
        buf_add_char(buf, meaning[strchr(letter, c[1]) - letter]);
        return c + 2;
    }
    unsigned long point = read_hex(c + 2);
    if (point < 0xd800 || point > 0xdfff) {
        add_utf8(buf, point);
        return c + 6;
    }
    add_utf8(buf, 0x10000 + ((point - 0xd800) << 10) + (read_hex(c + 8) - 0xdc00));
    return c + 12;
}

/* The text between two quotes, whose escapes are known to be right. */
static struct name decode(struct arena *arena, const char *c, const char *end)
{
    if (!memchr(c, '\\', (size_t)(end - c))) {
        return (struct name){.text = c, .len = (size_t)(end - c)};
    }
    struct buf buf;
    buf_init(&buf, arena);
    while (c < end) {
        if (*c == '\\') {
            c = decode_escape(&buf, c);
        } else {
            buf_add_char(&buf, *c++);
        }
    }
    return (struct name){.text = buf.data, .len = buf.len};
}

static int compare_texts(const struct name *a, const struct name *b)
{
    size_t len = a->len < b->len ? a->len : b->len;
    int order = len > 0 ? memcmp(a->text, b->text, len) : 0;
    return order ? order : (a->len > b->len) - (a->len < b->len);
}

static int compare_names(const void *left, const void *right)
{
    const struct name *a = left;
    const struct name *b = right;
    int order = compare_texts(a, b);
    return order ? order : (a->i > b->i) - (a->i < b->i);
}

/* The object whose names begin at `first` is complete. */
static void drop_names(struct scan *scan, int first)
{
    struct name *name = scan->name + first;
    int n = scan->n_names - first;
    scan->n_names = first;
    if (n < 2) {
        return;
    }
    qsort(name, (size_t)n, sizeof *name, compare_names);
    for (int i = 1, original = 0; i < n; i++) {
        if (compare_texts(&name[original], &name[i]) != 0) {
            original = i;
            continue;
        }
        size_t len = name[i].len < 60 ? name[i].len : 60;
        len = text_utf8_check(name[i].text, len);
        findings_add(
            scan->cursor.findings, SEVERITY_ERROR,
            (struct place){.file = scan->cursor.file, .line = name[i].line},
            "'%.*s' stands a second time in one object, first on line %d; "
            "keep one of the two",
            (int)len, name[i].text, name[original].line);
    }
}

static bool scan_name(struct scan *scan)
{
    struct json_cursor *cursor = &scan->cursor;
    struct json_spot open = cursor->spot;
    if (!json_scan_text(cursor)) {
        return false;
    }
    scan->name = arena_grow(scan->arena, scan->name, scan->n_names, &scan->capacity,
                            sizeof *scan->name);
    struct name *name = &scan->name[scan->n_names];
    *name = decode(scan->arena, open.at + 1, cursor->spot.at - 1);
    name->line = open.line;
    name->i = scan->n_names++;
    return true;
}

/* A comma came, and behind it no item. */
static bool refuse_comma(const struct json_cursor *cursor, char found)
{
    struct json_spot comma = cursor->behind;
    comma.at--;
    return json_fault(cursor, comma,
                      found == ',' ? "two commas in a row; remove one"
                                   : "a comma before %c; remove the comma",
                      found);
}

static bool scan_member(struct scan *scan)
{
    struct json_cursor *cursor = &scan->cursor;
    if (json_peek(cursor) != '"') {
        return json_refuse(cursor, "a name in double quotes");
    }
    if (!scan_name(scan)) {
        return false;
    }
    if (!json_take(cursor, ':')) {
        return json_refuse(cursor, "a colon behind the name");
    }
    return scan_value(scan);
}

/* Behind an item comes neither a comma nor the end of the list. */
static bool refuse_item(struct json_cursor *cursor, char close)
{
    char c = json_peek(cursor);
    struct json_spot behind = cursor->behind;
    struct json_spot open = cursor->open[cursor->depth - 1];
    if (c == ']' || c == '}') {
        return json_fault(
            cursor, cursor->spot,
            "found %c; expected a comma or %c, which closes the %c of "
            "line %d",
            c, close, *open.at, open.line);
    }
    if (behind.at == cursor->spot.at && behind.at[-1] == '"' && c != '"' &&
        c != '\'' && c != '\0') {
        json_refuse(cursor, close == '}' ? "a comma or } (a \" inside a text is "
                                           "written \\\")"
                                         : "a comma or ] (a \" inside a text is "
                                           "written \\\")");
        return false;
    }
    if (c && (strchr("\"{[-tfn", c) || (c >= '0' && c <= '9'))) {
        return json_fault(cursor, behind,
                          "a comma is missing here; expected a comma or %c", close);
    }
    return json_refuse(cursor, close == '}' ? "a comma or }" : "a comma or ]");
}

/* What stands between two brackets, and the second bracket. */
static bool scan_items(struct scan *scan, char close)
{
    struct json_cursor *cursor = &scan->cursor;
    if (json_take(cursor, close)) {
        return true;
    }
    for (;;) {
        if (!(close == '}' ? scan_member(scan) : scan_value(scan))) {
            return false;
        }
        if (json_take(cursor, close)) {
            return true;
        }
        if (!json_take(cursor, ',')) {
            return refuse_item(cursor, close);
        }
        char next = json_peek(cursor);
        if (next == ',' || next == '}' || next == ']') {
            return refuse_comma(cursor, next);
        }
    }
}

static bool scan_nested(struct scan *scan, char open, char close)
{
    struct json_cursor *cursor = &scan->cursor;
    if (cursor->depth == JSON_MAX_DEPTH) {
        return json_fault(cursor, cursor->spot,
                          "nested more than %d deep; expected a simpler file",
                          JSON_MAX_DEPTH);
    }
    cursor->open[cursor->depth++] = cursor->spot;
    int first = scan->n_names;
    json_take(cursor, open);
    if (!scan_items(scan, close)) {
        return false;
    }
    drop_names(scan, first);
    cursor->depth--;
    return true;
}

static void add_line(struct scan *scan)
{
    struct json_lines *lines = scan->lines;
    lines->line = arena_grow(scan->arena, lines->line, lines->n_values,
                             &lines->capacity, sizeof *lines->line);
    lines->line[lines->n_values++] = scan->cursor.spot.line;
}

static bool scan_value(struct scan *scan)
{
    struct json_cursor *cursor = &scan->cursor;
    char c = json_peek(cursor);
    add_line(scan);
    if (c == '{') {
        return scan_nested(scan, '{', '}');
    }
    if (c == '[') {
        return scan_nested(scan, '[', ']');
    }
    if (c == '"') {
        return json_scan_text(cursor);
    }
    if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.') {
        return json_scan_number(cursor);
    }
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        return json_scan_word(cursor);
    }
    return json_refuse(cursor, "a value");
}

/* Finds what can be nowhere in the text. */
static bool check_bytes(const struct json_source *source, struct findings *findings)
{
    struct json_cursor cursor;
    json_cursor_init(&cursor, source->file, source->text, source->len, findings);
    const char *text = source->text;
    if (source->len >= 2 &&
        (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)) {
        return json_fault(&cursor, cursor.spot,
                          "the file is UTF-16; expected UTF-8, save it as that");
    }
    size_t bad = text_utf8_check(text, source->len);
    const char *nul = bad > 0 ? memchr(text, '\0', bad) : NULL;
    if (!nul && bad == source->len) {
        return true;
    }
    const char *at = nul ? nul : text + bad;
    for (const char *c = text; c < at; c++) {
        if (*c == '\n' || (*c == '\r' && c[1] != '\n')) {
            cursor.spot.line++;
            cursor.spot.line_start = c + 1;
        }
    }
    cursor.spot.at = at;
    if (nul) {
        return json_fault(
            &cursor, cursor.spot,
            "a NUL byte; expected text in UTF-8, save the file as that");
    }
    return json_fault(&cursor, cursor.spot,
                      "the byte 0x%02x is not UTF-8; save the file as UTF-8",
                      (unsigned char)*at);
}

bool json_place_scan(struct arena *arena, const struct json_source *source,
                     struct json_lines *lines, struct findings *findings)
{
    int n_errors = findings->n_errors;
    struct scan scan = {.arena = arena, .lines = lines};
    *lines = (struct json_lines){0};
    if (!check_bytes(source, findings)) {
        return false;
    }
    json_cursor_init(&scan.cursor, source->file, source->text, source->len,
                     findings);
    if (!scan_value(&scan)) {
        return false;
    }
    assert(scan.cursor.depth == 0 && scan.n_names == 0);
    if (json_peek(&scan.cursor) != '\0') {
        return json_refuse(&scan.cursor, "nothing more: the JSON is complete");
    }
    return findings->n_errors == n_errors;
}
