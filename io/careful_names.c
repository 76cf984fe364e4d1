#include "io/careful_names.h"

#include <stddef.h>
#include <string.h>

#include "scheduler/base/text.h"

struct title {
    const char *text;
    int least; /* letters before it: 鵜殿 is a name */
};

static int count_letters(const char *text)
{
    int n = 0;
    for (; *text; text++) {
        n += ((unsigned char)*text & 0xc0) != 0x80;
    }
    return n;
}

static const char *without_title(struct arena *arena, const char *text,
                                 const struct title *title, size_t n_titles)
{
    for (size_t k = 0; k < n_titles; k++) {
        if (!text_ends_with(text, title[k].text)) {
            continue;
        }
        const char *rest =
            text_trim(arena, text, strlen(text) - strlen(title[k].text));
        if (count_letters(rest) >= title[k].least) {
            return rest;
        }
    }
    return text;
}

const char *careful_person(struct arena *arena, const char *text)
{
    static const struct title title[] = {{"様", 1},   {"さま", 2}, {"御中", 2},
                                         {"先生", 1}, {"殿", 3},   {"さん", 2}};
    return without_title(arena, text, title, sizeof title / sizeof *title);
}

const char *careful_body(struct arena *arena, const char *text)
{
    static const struct title title[] = {{"御中", 1}};
    return without_title(arena, text, title, sizeof title / sizeof *title);
}
