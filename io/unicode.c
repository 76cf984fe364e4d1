#include "io/unicode.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "io/libraries.h"
#include "scheduler/base/text.h"

static char *mapped(struct arena *arena, const char *text, utf8proc_option_t extra)
{
    utf8proc_uint8_t *result;
    const utf8proc_option_t options =
        (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                            extra);
    utf8proc_ssize_t len =
        utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)strlen(text),
                     &result, options);
    if (len == UTF8PROC_ERROR_NOMEM) {
        out_of_memory();
    }
    if (len < 0) {
        return arena_strdup(arena, text);
    }
    char *copy = arena_strndup(arena, (const char *)result, (size_t)len);
    free(result);
    return copy;
}

char *unicode_compatible(struct arena *arena, const char *text)
{
    return mapped(arena, text, (utf8proc_option_t)0);
}

char *unicode_folded(struct arena *arena, const char *text)
{
    char *folded = mapped(arena, text,
                          (utf8proc_option_t)(UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
    char *to = folded;
    for (const char *from = folded; *from; from++) {
        bool is_blank = strchr(" \t\r\n", *from) != NULL;
        if (!is_blank) {
            *to++ = *from;
        } else if (to > folded && to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    *to = '\0';
    if (to > folded && to[-1] == ' ') {
        to[-1] = '\0';
    }
    return folded;
}

static bool is_letter_or_digit(uint32_t point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO);
}

char *unicode_letters(struct arena *arena, const char *text)
{
    char *folded = unicode_folded(arena, text), *to = folded;
    size_t rest = strlen(folded);
    for (const char *from = folded; rest > 0;) {
        size_t step = text_utf8_length(from, rest);
        step = step > 0 ? step : 1;
        if (is_letter_or_digit(text_code_point(from, step))) {
            memmove(to, from, step);
            to += step;
        }
        from += step;
        rest -= step;
    }
    *to = '\0';
    return folded;
}

/* A letter of writing that has blanks between its words. */
static bool is_within_word(const char *at)
{
    enum { FIRST_WITHOUT_BLANKS = 0x2e80 };
    size_t len = text_utf8_length(at, strlen(at));
    uint32_t point = len > 0 ? text_code_point(at, len) : 0;
    return point < FIRST_WITHOUT_BLANKS && is_letter_or_digit(point);
}

/* The letter before that place, or the place itself at the beginning of the text. */
static const char *before(const char *text, const char *at)
{
    while (at > text && (*--at & 0xc0) == 0x80) {
    }
    return at;
}

bool unicode_has_words(const char *text, const char *words)
{
    enum { LEAST = 3 }; /* bytes: two letters of Japanese are six */
    size_t len = strlen(words);
    const char *at = text;
    if (len < LEAST || unicode_width(words) < LEAST) {
        return false;
    }
    for (; (at = strstr(at, words)) != NULL; at++) {
        const char *last = before(words, words + len), *end = at + len;
        bool begins =
            at == text || !is_within_word(at) || !is_within_word(before(text, at));
        bool ends = !is_within_word(last) || !is_within_word(end);
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

int unicode_width(const char *text)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    int width = 0;
    while (*at) {
        utf8proc_int32_t letter;
        utf8proc_ssize_t n = utf8proc_iterate(at, -1, &letter);
        if (n <= 0) {
            break; /* texts are valid */
        }
        width += utf8proc_charwidth(letter);
        at += n;
    }
    return width;
}

const char *unicode_library_version(void)
{
    return utf8proc_version();
}

static bool is_invisible(uint32_t letter)
{
    static const struct {
        uint32_t first, last;
    } range[] = {
        {0xad, 0xad},     {0x34f, 0x34f},   {0x61c, 0x61c},   {0x115f, 0x1160},
        {0x17b4, 0x17b5}, {0x180e, 0x180e}, {0x200b, 0x200b}, {0x200e, 0x200f},
        {0x2028, 0x2029}, {0x2060, 0x2064}, {0x206a, 0x206f}, {0x3164, 0x3164},
        {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xfff9, 0xfffb}, {0xe0000, 0xe007f},
    };
    for (size_t k = 0; k < sizeof range / sizeof *range; k++) {
        if (letter >= range[k].first && letter <= range[k].last) {
            return true;
        }
    }
    return false;
}

uint32_t unicode_find_invisible(const char *text)
{
    size_t rest = strlen(text);
    while (rest > 0) {
        size_t n = text_utf8_length(text, rest);
        uint32_t letter = n > 0 ? text_code_point(text, n) : 0;
        if (is_invisible(letter)) {
            return letter;
        }
        n = n > 0 ? n : 1;
        text += n;
        rest -= n;
    }
    return 0;
}
