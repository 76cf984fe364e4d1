#include "io/texts.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>

#include "scheduler/base/buf.h"

static const struct {
    const char *tag;
    const char *const *text;
} languages[N_LANGUAGES] = {
    [LANGUAGE_EN] = {"en", texts_en},
    [LANGUAGE_JA] = {"ja", texts_ja},
    [LANGUAGE_FR] = {"fr", texts_fr},
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool has_tag(const char *tag, const char *language)
{
    while (*language != '\0' && lower(*tag) == *language) {
        tag++;
        language++;
    }
    return *language == '\0' && (*tag == '\0' || *tag == '-' || *tag == '_');
}

enum language language_find(const char *tag)
{
    for (int k = 0; k < N_LANGUAGES; k++) {
        if (has_tag(tag, languages[k].tag)) {
            return (enum language)k;
        }
    }
    return LANGUAGE_EN;
}

const char *language_tag(enum language language)
{
    return languages[language].tag;
}

const char *texts_get(enum language language, enum text_id id)
{
    return languages[language].text[id];
}

void texts_fill_pattern(struct buf *buf, const char *pattern,
                        const char *const *value)
{
    int n_values = 0;
    while (value[n_values]) {
        n_values++;
    }
    buf_add_text(buf, "");
    for (const char *c = pattern; *c; c++) {
        if (c[0] == '{' && c[1] >= '1' && c[1] <= '9' && c[2] == '}') {
            assert(c[1] - '1' < n_values);
            buf_add_text(buf, value[c[1] - '1']);
            c += 2;
        } else {
            buf_add_char(buf, *c);
        }
    }
}

char *texts_fill(struct arena *arena, enum language language, enum text_id id,
                 const char *const *value)
{
    struct buf buf;
    buf_init(&buf, arena);
    texts_fill_pattern(&buf, texts_get(language, id), value);
    return buf.data;
}

char *texts_fill_one(struct arena *arena, enum language language, enum text_id id,
                     const char *value)
{
    return texts_fill(arena, language, id, (const char *[]){value, NULL});
}
