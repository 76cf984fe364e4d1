#include "io/participant_names.h"

#include <string.h>

#include "scheduler/base/phrase.h"

struct ids participant_names(struct arena *arena, const struct event *event)
{
    int n = event->n_participants, n_aliases = 0;
    struct ids ids = {.what = PHRASE("participant")};
    struct id_alias *alias = arena_new(arena, 3 * n, struct id_alias);
    ids.name = arena_new(arena, n, struct id_name);
    for (int p = 0; p < n; p++) {
        const struct participant *who = &event->participant[p];
        const char *const called[] = {who->id, who->organisation,
                                      who->organisation_ja};
        ids.name[ids.n++] = (struct id_name){who->id, p};
        for (int k = 0; k < 3; k++) {
            if (*called[k]) {
                alias[n_aliases++] =
                    (struct id_alias){.called = called[k], .id = who->id, .i = p};
            }
        }
    }
    ids_sort(&ids);
    ids_take_aliases(&ids, arena, alias, n_aliases);
    return ids;
}

/* The end of the longest name of somebody at the start of the text: where a comma or
 * the end of the text is. That of the first part, and *p < 0, if it is nobody's. */
static const char *read_name(struct arena *arena, const struct ids *names,
                             const char *text, int *p)
{
    const char *end = text + strlen(text);
    for (;;) {
        struct arena scratch = *arena;
        const char *name = text_trim(&scratch, text, (size_t)(end - text));
        *p = ids_find_named(names, scratch, name);
        const char *shorter = end;
        while (shorter > text && *--shorter != ',') {
        }
        if (*p >= 0 || shorter == text) {
            return end;
        }
        end = shorter;
    }
}

struct strings participant_names_read(struct arena *arena,
                                      const struct event *event,
                                      const struct ids *names, const char *text)
{
    struct strings ids = text_split(arena, text, ',');
    ids.n = 0;
    while (*text) {
        int p;
        const char *end = read_name(arena, names, text, &p);
        char *name = text_trim(arena, text, (size_t)(end - text));
        if (*name) {
            ids.text[ids.n++] = p >= 0 ? event->participant[p].id : name;
        }
        text = end + (*end == ',');
    }
    return ids;
}
