#include "io/derived_id.h"

#include <stdint.h>
#include <string.h>

#include "io/unicode.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/digest.h"
#include "scheduler/base/text.h"

/* U+00C0 to U+017F in lower case without accents; "" stands for a hyphen. */
static const char *const plain[] = {
    "a",  "a", "a",  "a",  "ae", "a", "ae", "c",  "e",  "e", "e",  "e", "i",  "i",
    "i",  "i", "d",  "n",  "o",  "o", "o",  "o",  "oe", "",  "o",  "u", "u",  "u",
    "ue", "y", "th", "ss", "a",  "a", "a",  "a",  "ae", "a", "ae", "c", "e",  "e",
    "e",  "e", "i",  "i",  "i",  "i", "d",  "n",  "o",  "o", "o",  "o", "oe", "",
    "o",  "u", "u",  "u",  "ue", "y", "th", "y",  "a",  "a", "a",  "a", "a",  "a",
    "c",  "c", "c",  "c",  "c",  "c", "c",  "c",  "d",  "d", "d",  "d", "e",  "e",
    "e",  "e", "e",  "e",  "e",  "e", "e",  "e",  "g",  "g", "g",  "g", "g",  "g",
    "g",  "g", "h",  "h",  "h",  "h", "i",  "i",  "i",  "i", "i",  "i", "i",  "i",
    "i",  "i", "ij", "ij", "j",  "j", "k",  "k",  "k",  "l", "l",  "l", "l",  "l",
    "l",  "l", "l",  "l",  "l",  "n", "n",  "n",  "n",  "n", "n",  "n", "n",  "n",
    "o",  "o", "o",  "o",  "o",  "o", "oe", "oe", "r",  "r", "r",  "r", "r",  "r",
    "s",  "s", "s",  "s",  "s",  "s", "s",  "s",  "t",  "t", "t",  "t", "t",  "t",
    "u",  "u", "u",  "u",  "u",  "u", "u",  "u",  "u",  "u", "u",  "u", "w",  "w",
    "y",  "y", "y",  "z",  "z",  "z", "z",  "z",  "z",  "s",
};
_Static_assert(sizeof plain / sizeof *plain == 0x180 - 0xc0, "one for each");

static bool is_combining(uint32_t point)
{
    return point >= 0x300 && point <= 0x36f;
}

/* Digits and letters of full width, as Japanese keyboards write them. */
static uint32_t half_width(uint32_t point)
{
    return point >= 0xff01 && point <= 0xff5e ? point - 0xff01 + 0x21 : point;
}

static void add_point(struct buf *buf, uint32_t point)
{
    if (point >= 'A' && point <= 'Z') {
        point += 'a' - 'A';
    }
    if ((point >= 'a' && point <= 'z') || (point >= '0' && point <= '9') ||
        point == '.' || point == '_') {
        buf_add_char(buf, (char)point);
    } else if (point >= 0xc0 && point < 0x180 && *plain[point - 0xc0]) {
        buf_add_text(buf, plain[point - 0xc0]);
    } else if (!is_combining(point) && buf->len > 0 &&
               buf->data[buf->len - 1] != '-') {
        buf_add_char(buf, '-');
    }
}

static bool ends_an_id(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* The text's own letters as far as they can stand in an id, all of them. */
static char *latin_part(struct arena *arena, const char *text)
{
    struct buf buf;
    size_t rest = strlen(text);
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (const char *at = text; rest > 0;) {
        size_t step = text_utf8_length(at, rest);
        if (step > 0) {
            add_point(&buf, half_width(text_code_point(at, step)));
        }
        at += step > 0 ? step : 1;
        rest -= step > 0 ? step : 1;
    }
    return buf.data + strspn(buf.data, "._-");
}

static char *cut_id(struct arena *arena, const char *part, size_t most)
{
    size_t len = strlen(part);
    len = len < most ? len : most;
    while (len > 0 && !ends_an_id(part[len - 1])) {
        len--;
    }
    return arena_strndup(arena, part, len);
}

/* True if there are letters, as in "静岡商談会２０２７", of which the id has nothing. */
static bool loses_letters(struct arena *arena, const char *text)
{
    const char *at = unicode_letters(arena, text);
    size_t rest = strlen(at);
    while (rest > 0) {
        size_t step = text_utf8_length(at, rest);
        uint32_t point = step > 0 ? text_code_point(at, step) : 0;
        if (point >= 0x180 && !is_combining(point)) {
            return true;
        }
        at += step > 0 ? step : 1;
        rest -= step > 0 ? step : 1;
    }
    return false;
}

enum { N_DIGITS = 8 }; /* of the hash */

static const char *digits_of(struct arena *arena, const char *text)
{
    char hex[DIGEST_HEX_SIZE];
    digest_sha256(text, strlen(text), hex);
    return arena_strndup(arena, hex, N_DIGITS);
}

static bool ends_in_digits(struct arena scratch, const char *text, const char *id)
{
    return text_ends_with(id,
                          arena_printf(&scratch, "-%s", digits_of(&scratch, text)));
}

bool derived_id_has_digits(struct arena scratch, const char *text, const char *id)
{
    return ends_in_digits(scratch, text, id) ||
           ends_in_digits(scratch, unicode_folded(&scratch, text), id);
}

char *derived_id_with_digits(struct arena *arena, const char *text)
{
    const char *digits = digits_of(arena, text);
    const char *part =
        cut_id(arena, latin_part(arena, text), DERIVED_ID_MAX - 1 - N_DIGITS);
    char *id = arena_printf(arena, "%s-%s", part, digits);
    return text_is_id(id) ? id : arena_printf(arena, "id-%s", digits);
}

char *derived_id(struct arena *arena, const char *text)
{
    const char *part = latin_part(arena, text);
    char *id = cut_id(arena, part, DERIVED_ID_MAX);
    if (strlen(part) > DERIVED_ID_MAX || loses_letters(arena, text)) {
        return derived_id_with_digits(arena, text);
    }
    return text_is_id(id) ? id
                          : arena_printf(arena, "id-%s", digits_of(arena, text));
}
