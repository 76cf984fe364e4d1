#include "scheduler/base/phrase.h"

#include <stddef.h>

#include "scheduler/base/buf.h"

static const char *(*translator)(const char *english);

void phrase_set_translator(const char *(*translate)(const char *english))
{
    translator = translate;
}

const char *phrase(const char *english)
{
    const char *translated = translator ? translator(english) : NULL;
    return translated ? translated : english;
}

char *phrase_list(struct arena *arena, const char *const *text, int n,
                  const char *format, const char *last)
{
    struct buf list;
    buf_init(&list, arena);
    for (int k = 0; k < n; k++) {
        buf_add_text(&list, k == 0 ? "" : k + 1 < n ? phrase(", ") : phrase(last));
        buf_printf(&list, phrase(format), text[k]);
    }
    return list.data;
}
