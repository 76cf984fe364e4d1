/* Text is UTF-8 throughout and never goes through the C library's locale:
 * case means ASCII case, white space is a fixed list. */

#include "scheduler/base/text.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/buf.h"

size_t text_utf8_length(const char *text, size_t len)
{
    const unsigned char *byte = (const unsigned char *)text;
    if (len == 0) {
        return 0;
    }
    if (byte[0] < 0x80) {
        return 1;
    }
    /* Only the second byte's range depends on the first: that is where
     * overlong forms, surrogates and too large values show. */
    unsigned char low = 0x80;
    unsigned char high = 0xbf;
    size_t need;
    if (byte[0] >= 0xc2 && byte[0] <= 0xdf) {
        need = 2;
    } else if (byte[0] >= 0xe0 && byte[0] <= 0xef) {
        need = 3;
        low = byte[0] == 0xe0 ? 0xa0 : low;
        high = byte[0] == 0xed ? 0x9f : high;
    } else if (byte[0] >= 0xf0 && byte[0] <= 0xf4) {
        need = 4;
        low = byte[0] == 0xf0 ? 0x90 : low;
        high = byte[0] == 0xf4 ? 0x8f : high;
    } else {
        return 0;
    }
    if (len < need || byte[1] < low || byte[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < need; i++) {
        if (byte[i] < 0x80 || byte[i] > 0xbf) {
            return 0;
        }
    }
    return need;
}

size_t text_utf8_check(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len) {
        size_t step = text_utf8_length(text + at, len - at);
        if (step == 0) {
            return at;
        }
        at += step;
    }
    return len;
}

uint32_t text_code_point(const char *text, size_t len)
{
    const unsigned char *byte = (const unsigned char *)text;
    assert(len >= 1 && len <= 4);
    if (len == 1) {
        return byte[0];
    }
    uint32_t point = byte[0] & (0xffu >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        point = point << 6 | (byte[i] & 0x3fu);
    }
    return point;
}

bool text_is_control(uint32_t point)
{
    return (point < 0x20 && point != '\t' && point != '\n') ||
           (point >= 0x7f && point <= 0x9f) ||
           (point >= 0x202a && point <= 0x202e) ||
           (point >= 0x2066 && point <= 0x2069) || (point & 0xfffe) == 0xfffe ||
           (point >= 0xfdd0 && point <= 0xfdef);
}

bool text_has_controls(const char *text)
{
    size_t rest = strlen(text);
    while (rest > 0) {
        size_t step = text_utf8_length(text, rest);
        if (step > 0 && text_is_control(text_code_point(text, step))) {
            return true;
        }
        step = step ? step : 1;
        text += step;
        rest -= step;
    }
    return false;
}

void text_print_line(const char *text, FILE *out)
{
    size_t rest = strlen(text);
    while (rest > 0) {
        size_t len = text_utf8_length(text, rest);
        if (len == 0) {
            fprintf(out, "\\x%02x", (unsigned char)*text);
            len = 1;
        } else if (*text == '\n') {
            fputs("\\n", out);
        } else if (text_is_control(text_code_point(text, len))) {
            fprintf(out, "\\u%04x", (unsigned)text_code_point(text, len));
        } else {
            fwrite(text, 1, len, out);
        }
        text += len;
        rest -= len;
    }
}

/* Behind what may stand as it is. */
static size_t find_odd(const char *text, size_t len)
{
    size_t n = 0;
    while (n < len) {
        size_t step = text_utf8_length(text + n, len - n);
        if (step == 0 || text_is_control(text_code_point(text + n, step))) {
            return n;
        }
        n += step;
    }
    return n;
}

const char *text_told(struct arena *arena, const char *text)
{
    size_t len = strlen(text), good = find_odd(text, len);
    struct buf buf;
    if (good == len) {
        return text;
    }
    buf_init(&buf, arena);
    while (len > 0) {
        buf_add(&buf, text, good);
        text += good;
        len -= good;
        size_t step = text_utf8_length(text, len);
        if (step > 0) {
            buf_printf(&buf, "\\u%04x", (unsigned)text_code_point(text, step));
        } else if (len > 0) {
            buf_printf(&buf, "\\x%02x", (unsigned char)*text);
            step = 1;
        }
        text += step;
        len -= step;
        good = find_odd(text, len);
    }
    return buf.data;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool text_equal_nocase(const char *a, const char *b)
{
    while (*a && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return lower(*a) == lower(*b);
}

bool text_begins_with(const char *text, const char *beginning)
{
    while (*beginning != '\0' && lower(*text) == lower(*beginning)) {
        text++;
        beginning++;
    }
    return *beginning == '\0';
}

bool text_ends_with(const char *text, const char *ending)
{
    size_t len = strlen(text), end = strlen(ending);
    return len >= end && text_equal_nocase(text + len - end, ending);
}

bool text_is_same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

char *text_lower(struct arena *arena, const char *text)
{
    char *copy = arena_strdup(arena, text);
    for (char *c = copy; *c; c++) {
        *c = lower(*c);
    }
    return copy;
}

char *text_upper(struct arena *arena, const char *text)
{
    char *copy = arena_strdup(arena, text);
    for (char *c = copy; *c; c++) {
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
    }
    return copy;
}

static const char *const blank[] = {" ",  "\t", "\n",       "\v",
                                    "\f", "\r", "\xc2\xa0", "\xe3\x80\x80"};
enum { N_BLANKS = sizeof blank / sizeof *blank };

/* Length of the blank at the start (or end) of text[0 .. len), or 0. */
static size_t blank_length(const char *text, size_t len, bool at_end)
{
    for (int i = 0; i < N_BLANKS; i++) {
        size_t n = strlen(blank[i]);
        if (n <= len && memcmp(at_end ? text + len - n : text, blank[i], n) == 0) {
            return n;
        }
    }
    return 0;
}

int text_hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int text_number(const char *digits)
{
    int number = 0;
    const char *c = digits;
    for (; *c >= '0' && *c <= '9'; c++) {
        if (__builtin_mul_overflow(number, 10, &number) ||
            __builtin_add_overflow(number, *c - '0', &number)) {
            return -1;
        }
    }
    return c > digits && *c == '\0' ? number : -1;
}

char *text_trim(struct arena *arena, const char *text, size_t len)
{
    size_t n;
    while ((n = blank_length(text, len, false)) > 0) {
        text += n;
        len -= n;
    }
    while ((n = blank_length(text, len, true)) > 0) {
        len -= n;
    }
    return arena_strndup(arena, text, len);
}

struct strings text_split(struct arena *arena, const char *text, char separator)
{
    int most = 1;
    for (const char *c = text; *c; c++) {
        most += *c == separator;
    }
    struct strings parts = {.text = arena_new(arena, most, const char *)};
    for (;;) {
        const char *end = strchr(text, separator);
        size_t len = end ? (size_t)(end - text) : strlen(text);
        const char *part = text_trim(arena, text, len);
        if (*part) {
            parts.text[parts.n++] = part;
        }
        if (!end) {
            return parts;
        }
        text = end + 1;
    }
}

const char *text_id_behind(struct arena *arena, const char *id, const char *last)
{
    while (strcmp(id, last) <= 0) {
        id = arena_printf(arena, "z-%s", id);
    }
    return id;
}

bool text_is_one_of(const char *names, const char *text)
{
    size_t len = strlen(text);
    while (*names) {
        size_t n = strcspn(names, "|");
        if (n == len && memcmp(names, text, n) == 0) {
            return true;
        }
        names += n + (names[n] == '|');
    }
    return false;
}

int strings_find(const struct strings *strings, const char *text)
{
    for (int k = 0; k < strings->n; k++) {
        if (strcmp(strings->text[k], text) == 0) {
            return k;
        }
    }
    return -1;
}

bool strings_has(const struct strings *strings, const char *text)
{
    return strings_find(strings, text) >= 0;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void strings_sort(struct strings *strings)
{
    if (strings->n > 0) {
        qsort(strings->text, (size_t)strings->n, sizeof *strings->text,
              compare_texts);
    }
}

void strings_sort_once(struct strings *strings)
{
    int n = 0;
    strings_sort(strings);
    for (int k = 0; k < strings->n; k++) {
        if (n == 0 || strcmp(strings->text[n - 1], strings->text[k]) != 0) {
            strings->text[n++] = strings->text[k];
        }
    }
    strings->n = n;
}

static int min(int a, int b)
{
    return a < b ? a : b;
}

/* The table of distances between beginnings of a and b, of which only a band
 * of 2 * limit + 1 diagonals can lead to a result within the limit: cell d of
 * row i stands for a[0 .. i) against b[0 .. i + d - limit). */
enum { BAND = 2 * TEXT_MAX_DISTANCE + 1 };

struct band {
    const char *a, *b;
    int len_a, len_b, limit;
    int row[3][BAND]; /* rows i, i - 1, i - 2 at index i % 3 */
};

static int band_cell(const struct band *band, int i, int j)
{
    int d = j - i + band->limit;
    if (i < 0 || j < 0 || d < 0 || d > 2 * band->limit) {
        return band->limit + 1;
    }
    return band->row[i % 3][d];
}

static int cheapest(const struct band *band, int i, int j)
{
    if (i == 0 || j == 0) {
        return i + j;
    }
    const char *a = band->a + i - 1;
    const char *b = band->b + j - 1;
    int best = band_cell(band, i - 1, j - 1) + (*a != *b);
    best = min(best, band_cell(band, i - 1, j) + 1);
    best = min(best, band_cell(band, i, j - 1) + 1);
    if (i > 1 && j > 1 && a[0] == b[-1] && a[-1] == b[0]) {
        best = min(best, band_cell(band, i - 2, j - 2) + 1);
    }
    return best;
}

int text_distance(const char *a, const char *b, int limit)
{
    assert(limit >= 0);
    size_t len_a = strlen(a);
    size_t len_b = strlen(b);
    int width = min(limit, TEXT_MAX_DISTANCE);
    if ((len_a > len_b ? len_a - len_b : len_b - len_a) > (size_t)width ||
        len_a > INT32_MAX / 2) {
        return limit + 1;
    }
    struct band band = {
        .a = a, .b = b, .len_a = (int)len_a, .len_b = (int)len_b, .limit = width};
    for (int i = 0; i <= band.len_a; i++) {
        int nearest = width + 1;
        for (int d = 0; d <= 2 * width; d++) {
            int j = i + d - width;
            int cell = j < 0 || j > band.len_b ? width + 1 : cheapest(&band, i, j);
            band.row[i % 3][d] = min(cell, width + 1);
            nearest = min(nearest, cell);
        }
        if (nearest > width) {
            return limit + 1;
        }
    }
    int distance = band_cell(&band, band.len_a, band.len_b);
    return distance <= width ? distance : limit + 1;
}

static bool is_alnum(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= '0' && c <= '9');
}

/* Windows opens a device for these names, whatever stands behind a dot. */
static bool is_device(const char *id)
{
    static const char *const device[] = {"con", "prn", "aux", "nul"};
    char stem[5] = "";
    size_t len = strcspn(id, ".");
    if (len < 3 || len > 4) {
        return false;
    }
    memcpy(stem, id, len);
    for (size_t i = 0; i < sizeof device / sizeof *device; i++) {
        if (text_equal_nocase(stem, device[i])) {
            return true;
        }
    }
    char digit = stem[3];
    stem[3] = '\0';
    return digit >= '1' && digit <= '9' &&
           (text_equal_nocase(stem, "com") || text_equal_nocase(stem, "lpt"));
}

bool text_is_id(const char *text)
{
    size_t len = 0;
    while (len <= 64 &&
           (is_alnum(text[len]) ||
            (len > 0 && text[len] && strchr("._-", text[len]) != NULL))) {
        len++;
    }
    return len >= 1 && len <= 64 && text[len] == '\0' && !is_device(text);
}

int near_distance(const char *text, const char *word)
{
    enum { NOT_NEAR = 3 };
    size_t len = strlen(word);
    int limit = len >= 5 ? 2 : len >= 3 ? 1 : 0;
    if (text_equal_nocase(text, word)) {
        return 0;
    }
    int distance = text_distance(text, word, limit);
    return distance <= limit ? distance : NOT_NEAR;
}

const char *near_word(const char *text, const char *const *word, int n)
{
    const char *best = NULL;
    int least = 3;
    for (int k = 0; k < n; k++) {
        int distance = near_distance(text, word[k]);
        if (distance < least) {
            least = distance;
            best = word[k];
        }
    }
    return best;
}
